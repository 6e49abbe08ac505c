/**
 * A registered party (Decree 69/2024/ND-CP art. 18, 19): what it may ask for stands in its agreement, and
 * nothing of it counts before the agreement begins, after it ends, or while the operator has suspended it.
 * Pure.
 */
import type { PartyFile } from '../../../../contract/party.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'

export type PartyState = 'active' | 'suspended' | 'ended'
export interface Party {
  readonly file: PartyFile
  readonly state: PartyState
  readonly stateSince: Date
  readonly stateWhy: string | null
}
export type Purpose = PartyFile['purposes'][number]

/** `not-begun`: nobody is shown it yet. */
export const standingOf = ({ file: { agreement }, state }: Party, at: Date): PartyState | 'not-begun' => {
  const today = dayInVietnam(at)
  if (state === 'active' && today > agreement.until) {
    return 'ended'
  }
  return state === 'active' && today < agreement.from ? 'not-begun' : state
}
export const mayAskNow = (party: Party, at: Date): boolean => standingOf(party, at) === 'active'

export const purposeOf = ({ file }: Party, id: string): Purpose | undefined =>
  file.purposes.find((purpose) => purpose.id === id)

/** As people read of it. */
export const shownParty = ({ id, name, kind, domain, contact, agreement }: PartyFile) => ({
  id,
  name,
  kind,
  domain,
  contact,
  agreement: { number: agreement.number, from: agreement.from, until: agreement.until },
})
export const shownPurpose = ({ id, words, law, retention }: Purpose) => ({ id, words, law, retention })
