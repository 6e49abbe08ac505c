/** What an officer sees of the register beside what she takes at the counter. */
import type { Finger } from '../../../../formats/minutiae/finger.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { residenceOf, type RegisterPerson } from '../../registry/population/person.ts'
import { registerFingerprintsOf } from '../../registry/population/register-fingerprints.ts'
import { showRegisterPortrait, type ShownTo } from './shown-portrait.ts'

export interface RegisterEntry {
  readonly person: RegisterPerson | null
  /** The fingers that the register can compare with. */
  readonly fingers: readonly Finger[]
}

export const registerEntryOf = async (
  read: Reading,
  tools: Tools,
  personalNumber: string,
): Promise<RegisterEntry> => {
  const person = await findPerson(read, tools, personalNumber)
  const prints = person ? await registerFingerprintsOf(read, tools, personalNumber) : []
  return { person, fingers: prints.map(({ finger }) => finger) }
}

/** `portraitTo`: null before the live capture is in, or the picture could be brought back as one. */
export const registerSeen = async (
  work: Work,
  tools: Tools,
  { person, fingers }: RegisterEntry,
  portraitTo: ShownTo | null,
) =>
  person && {
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    residence: residenceOf(person).address,
    isAlive: person.lifeStatus === 'alive',
    portrait: portraitTo && (await showRegisterPortrait(work, tools, person.personalNumber, portraitTo)),
    card: person.card && {
      state: person.card.state,
      issuedOn: person.card.issuedOn,
      expiresOn: person.card.expiresOn,
    },
    fingers: [...fingers],
  }
