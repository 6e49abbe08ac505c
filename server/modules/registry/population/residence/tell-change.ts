/** A change of the register is told to whoever stands above it: of whom, as only the house can read it. */
import type { PersonalNumber } from '../../../../../formats/personal-number.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { ResidenceChanged, type ResidenceChangeKind } from '../events.ts'

const PERSON = 'residence-changed.person'

export interface ToldChange {
  readonly personalNumber: string
  readonly what: ResidenceChangeKind
  readonly reference: string | null
  readonly at: Date
}

export const sealPerson = ({ sealer }: Pick<Tools, 'sealer'>, personalNumber: string): string =>
  sealer.sealWithPlatformKey(PERSON, personalNumber).toString('base64url')

export const tellChange = (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  { personalNumber, what, reference, at }: ToldChange,
): void =>
  work.publish(ResidenceChanged, newId(), {
    person: sealPerson(tools, personalNumber),
    what,
    reference,
    at: at.toISOString(),
  })

/** Whose change an event tells of. */
export const personOfChange = ({ sealer }: Pick<Tools, 'sealer'>, person: string): PersonalNumber =>
  sealer.unsealWithPlatformKey(PERSON, Buffer.from(person, 'base64url')).toString('utf8') as PersonalNumber
