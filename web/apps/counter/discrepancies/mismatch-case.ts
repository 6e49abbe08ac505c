// One case of differing data as the counter has it, and what an officer may do with it now.
import type { ViewDiscrepancy } from '../../../../contract/discrepancy.ts'
import type { OutputOf } from '../../../../contract/operation.ts'

export type MismatchCase = OutputOf<typeof ViewDiscrepancy>
export type Act = 'note' | 'ask' | 'propose' | 'refuse' | 'confirm' | 'send-back'

/** Whoever proposed is not the second pair of eyes; an ended case takes nothing more. */
export const actsOf = ({ state, proposal }: MismatchCase): readonly Act[] => {
  if (state === 'settled' || state === 'refused' || state === 'withdrawn') {
    return []
  }
  if (state !== 'proposed') {
    return ['note', 'ask', 'refuse', 'propose']
  }
  return proposal?.isMine ? ['note', 'ask'] : ['note', 'refuse', 'send-back', 'confirm']
}

/** What is most likely right: what somebody else than the register says. */
export const likelyValue = ({ values, registerNow }: MismatchCase): string =>
  values.find(({ source, value }) => source !== 'register' && value !== null && value !== registerNow)
    ?.value ??
  registerNow ??
  ''
