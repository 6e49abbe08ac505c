// The deeds of a case of differing data (contract/discrepancy.ts).
import type {
  AskDiscrepancy,
  ConfirmDiscrepancy,
  NoteDiscrepancy,
  ProposeDiscrepancy,
  RefuseDiscrepancy,
} from '../../../../contract/discrepancy.ts'
import { deed } from '../../../client/call.ts'
import type { Outcome, RefusalReason, Source } from '../../../kit/mismatch-words.ts'
import type { Act, MismatchCase } from './mismatch-case.ts'

export const sources = [
  'civil-status',
  'residence-file',
  'card',
  'licence',
  'papers',
  'holder',
] as const satisfies readonly Source[]
export const reasons = [
  'register-is-right',
  'papers-missing',
  'not-this-office',
  'no-difference',
] as const satisfies readonly RefusalReason[]
export const outcomes = [
  'register-corrected',
  'card-to-exchange',
  'agrees-now',
] as const satisfies readonly Outcome[]

export type Given = {
  note: string
  source: Source
  outcome: Outcome | null
  value: string
  reason: RefusalReason | null
}

export const sendAct = (
  { id }: MismatchCase,
  act: Act,
  { note, source, outcome, value, reason }: Given,
): Promise<MismatchCase> => {
  if (act === 'note') {
    return deed<typeof NoteDiscrepancy>('discrepancy.note', { id, note })
  }
  if (act === 'ask') {
    return deed<typeof AskDiscrepancy>('discrepancy.ask', { id, source, note })
  }
  if (act === 'refuse') {
    return deed<typeof RefuseDiscrepancy>('discrepancy.refuse', {
      id,
      reason: reason ?? 'no-difference',
      note,
    })
  }
  if (act === 'propose') {
    return deed<typeof ProposeDiscrepancy>('discrepancy.propose', {
      id,
      outcome: outcome ?? 'agrees-now',
      ...(outcome === 'register-corrected' ? { value } : {}),
      note,
    })
  }
  return deed<typeof ConfirmDiscrepancy>('discrepancy.confirm', {
    id,
    verdict: act === 'confirm' ? 'confirm' : 'send-back',
    note,
  })
}
