/**
 * Cases of differing data (Law 26/2023/QH15 art. 33; Decree 70/2024/ND-CP art. 6): what card, register,
 * licence or the holder herself say of one field,
 * which office settles it, until when, and how it ended. The citizen sees each of her cases.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { cursor, moment, nothing, pageOf } from './values.ts'

export const differingField = z.enum([
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'nationality',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'oldNumber',
  'issuedOn',
  'expiresOn',
  'portrait',
  'relation',
])
export const dataSource = z.enum([
  'register',
  'card',
  'holder',
  'civil-status',
  'residence-file',
  'licence',
  'papers',
])
export const discrepancyState = z.enum(['open', 'waiting', 'proposed', 'settled', 'refused', 'withdrawn'])
export const discrepancyOutcome = z.enum(['register-corrected', 'card-to-exchange', 'agrees-now'])
export const discrepancyRefusal = z.enum([
  'register-is-right',
  'papers-missing',
  'not-this-office',
  'no-difference',
])
export const discrepancyOrigin = z.enum(['counter', 'citizen', 'system'])

const sourced = z.object({ source: dataSource, value: z.string().nullable() })
const happening = z.object({
  at: moment,
  what: z.enum([
    'opened',
    'noted',
    'asked',
    'proposed',
    'sent-back',
    'settled',
    'refused',
    'withdrawn',
    'overdue',
    'moved',
  ]),
  by: z.string(),
})

const face = {
  id: z.string(),
  reference: z.string(),
  field: differingField,
  state: discrepancyState,
  openedAt: moment,
  dueAt: moment,
  endedAt: moment.nullable(),
  outcome: discrepancyOutcome.nullable(),
  reason: discrepancyRefusal.nullable(),
  origin: discrepancyOrigin,
  isOverdue: z.boolean(),
}
export const discrepancyCase = z.object({
  ...face,
  office: z.string(),
  personalNumber: z.string(),
  name: z.string().nullable(),
  values: z.array(sourced),
  /** What the register says now. */
  registerNow: z.string().nullable(),
  isCorrectable: z.boolean(),
  proposal: z
    .object({
      outcome: discrepancyOutcome,
      value: z.string().nullable(),
      note: z.string(),
      isMine: z.boolean(),
    })
    .nullable(),
  course: z.array(happening.extend({ note: z.string().nullable() })),
})
/** As the person herself sees it: no officer's notes, but who settles it and until when. */
export const ownDiscrepancy = z.object({
  ...face,
  office: z.string(),
  values: z.array(sourced),
  needsExchange: z.boolean(),
  mayWithdraw: z.boolean(),
  course: z.array(happening),
})

const named = z.object({ id: z.uuid() })
const note = z.string().trim().min(5).max(500)
const common = ['discrepancy.no-such-case', 'discrepancy.closed'] as const

export const ListDiscrepancies = view('discrepancy.list', {
  summary: "The office's unsettled cases of differing data, those due first on top.",
  input: z.object({ cursor }),
  output: pageOf(z.object({ ...face, name: z.string().nullable(), sources: z.array(dataSource) })),
})
export const ViewDiscrepancy = view('discrepancy.view', {
  summary: 'One case with what each source says. Opening it is seen by the person.',
  input: named,
  output: discrepancyCase,
  problems: common,
})
export const NoteDiscrepancy = deed('discrepancy.note', {
  summary: 'A note on the case, for colleagues.',
  input: named.extend({ note }),
  output: discrepancyCase,
  problems: common,
})
export const AskDiscrepancy = deed('discrepancy.ask', {
  summary: 'Asks the keeper of another source; the case waits for it, its due date does not.',
  input: named.extend({ source: dataSource, note }),
  output: discrepancyCase,
  problems: common,
})
export const ProposeDiscrepancy = deed('discrepancy.propose', {
  summary:
    'How the case should end: correct the register, exchange the card, or nothing differs any more. Another officer confirms it.',
  input: named.extend({ outcome: discrepancyOutcome, value: z.string().trim().max(300).optional(), note }),
  output: discrepancyCase,
  problems: [...common, 'discrepancy.bad-value', 'discrepancy.not-correctable', 'discrepancy.about-yourself'],
})
export const ConfirmDiscrepancy = deed('discrepancy.confirm', {
  summary: 'The second pair of eyes: confirms the proposal, which then stands, or sends it back.',
  input: named.extend({ verdict: z.enum(['confirm', 'send-back']), note }),
  output: discrepancyCase,
  problems: [
    ...common,
    'discrepancy.not-proposed',
    'discrepancy.same-eyes',
    'discrepancy.about-yourself',
    'discrepancy.register-moved',
  ],
})
export const RefuseDiscrepancy = deed('discrepancy.refuse', {
  summary: 'Refuses with a reason that the person is told.',
  input: named.extend({ reason: discrepancyRefusal, note }),
  output: discrepancyCase,
  problems: common,
})

export const ViewOwnDiscrepancies = view('discrepancy.own', {
  summary: "The citizen's own cases, the newest first.",
  input: nothing,
  output: z.object({ items: z.array(ownDiscrepancy) }),
})
export const ReportDiscrepancy = deed('discrepancy.report', {
  summary: 'The citizen says that a field of hers is wrong, and what is right.',
  input: z.object({ field: differingField, value: z.string().trim().min(1).max(300) }),
  output: ownDiscrepancy,
  problems: ['limit.reached', 'discrepancy.bad-value'],
})
export const WithdrawDiscrepancy = deed('discrepancy.withdraw', {
  summary: 'The citizen takes back what she reported.',
  input: named,
  output: ownDiscrepancy,
  problems: [...common, 'discrepancy.not-yours-to-withdraw'],
})
