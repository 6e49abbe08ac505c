/**
 * What the register says of a guest's name and number is looked up afterwards: whoever reports learns neither
 * by the answer nor by its time whether there is such a person. Only the police read it.
 */
import { compareKey } from '../../../../formats/vietnamese-text.ts'
import { on, type Reaction } from '../../../kernel/reaction.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { StayReported } from './events.ts'
import { contentOf } from './notice.ts'
import * as store from './stay-store.ts'

export const staysReactions: readonly Reaction[] = [
  on(StayReported, 'compares a guest with the register', async (work, { data }, tools) => {
    const row = await store.forUpdate(work, data, data.id)
    if (!row) {
      return
    }
    const { guest } = contentOf(tools, row)
    if (guest.personalNumber === undefined) {
      return
    }
    const person = await findPerson(work, tools, guest.personalNumber)
    const agrees =
      person !== null &&
      compareKey(person.fullName) === compareKey(guest.fullName) &&
      person.birthDate.startsWith(guest.birthDate.slice(0, person.birthDate.length))
    await store.keepAnswer(work, row, person === null ? 'unknown' : agrees ? 'agrees' : 'differs')
  }),
]
