/** A place where people stay, with its desk open and its program's key; and what it tells of a guest. */
import { newId } from '../server/kernel/id.ts'
import { CENTRAL_OFFICE } from '../server/modules/registry/organisations/mandate.ts'
import { openStayDesk } from '../server/modules/services/stays/desk-session.ts'
import { addPlace, renewKey, type NewPlace } from '../server/modules/services/stays/facility.ts'
import type { Fixture } from './fixture.ts'
import type { TestPerson } from './test-person.ts'

let serial = 0

/** A hotel of the central office's, whose desk is open. */
export const settlePlace = async (
  { context, visitor }: Pick<Fixture, 'context' | 'visitor'>,
  changes: Partial<NewPlace> = {},
) => {
  const place: NewPlace = {
    code: `nha-nghi-${++serial}`,
    kind: 'lodging',
    officeId: CENTRAL_OFFICE.id,
    name: 'Khách sạn Bờ Sông',
    address: 'Số 3 Bờ Sông, phường Sông Lam',
    ...changes,
  }
  const [deskKey, programKey, id] = await context.transact(async (work) => {
    const added = await addPlace(work, context.tools, place)
    if (added === null) {
      throw new Error('the place stands at another office')
    }
    const renew = (isProgram: boolean) => renewKey(work, context.tools, { id: added }, isProgram)
    return [await renew(false), await renew(true), added] as const
  })
  const desk = visitor()
  await desk.do(openStayDesk, { key: deskKey })
  const program = visitor()
  program.sessions.set('stay', `Bearer ${programKey}`)
  return { ...place, id, deskKey, programKey, desk, program }
}

/** What a desk sends of this guest. */
export const stayOf = (
  { fullName, birthDate, personalNumber }: Pick<TestPerson, 'fullName' | 'birthDate' | 'personalNumber'>,
  stay: { readonly from: string; readonly to: string },
  changes: { readonly guest?: object; readonly stay?: object; readonly id?: string } = {},
) => ({
  id: changes.id ?? newId(),
  guest: { fullName, birthDate, personalNumber, ...changes.guest },
  stay: { ...stay, reason: 'tourism', room: '118', ...changes.stay },
})
