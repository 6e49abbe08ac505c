/** A case of differing data: its states, its lawful steps and what each leaves in its course. Pure. */
import type { z } from 'zod'
import type {
  dataSource,
  differingField,
  discrepancyCase,
  discrepancyOrigin,
  discrepancyOutcome,
  discrepancyRefusal,
  discrepancyState,
} from '../../../../contract/discrepancy.ts'
import { problem } from '../../../kernel/problem.ts'

export type DifferingField = z.infer<typeof differingField>
export type DataSource = z.infer<typeof dataSource>
export type DiscrepancyState = z.infer<typeof discrepancyState>
export type DiscrepancyOutcome = z.infer<typeof discrepancyOutcome>
export type DiscrepancyRefusal = z.infer<typeof discrepancyRefusal>
export type DiscrepancyOrigin = z.infer<typeof discrepancyOrigin>
export interface SourcedValue {
  readonly source: DataSource
  readonly value: string | null
}

interface Happening {
  readonly at: string
  readonly what: z.infer<typeof discrepancyCase>['course'][number]['what']
  readonly by: string
  readonly note: string | null
}
/** `version`: of the register's entry that was looked at. */
export interface Proposal {
  readonly outcome: DiscrepancyOutcome
  readonly value: string | null
  readonly note: string
  readonly by: string
  readonly version: number | null
}

/** Sealed under the person's key. */
export interface Content {
  readonly personalNumber: string
  readonly values: readonly SourcedValue[]
  readonly proposal: Proposal | null
  readonly course: readonly Happening[]
}
export interface Discrepancy {
  readonly state: DiscrepancyState
  readonly outcome: DiscrepancyOutcome | null
  readonly reason: DiscrepancyRefusal | null
  readonly content: Content
}

/** Who does a step, as the course names her, and when. */
export interface Step {
  readonly by: string
  readonly at: Date
  readonly note: string | null
}

export const isUnsettled = (state: DiscrepancyState): boolean =>
  state === 'open' || state === 'waiting' || state === 'proposed'
/** What makes two reports the same case, beside person and field. */
export const sourcesKey = (values: readonly SourcedValue[]): string =>
  [...new Set(values.map(({ source }) => source))].sort().join('+')

const mustBeUnsettled = ({ state }: Discrepancy): void => {
  if (!isUnsettled(state)) {
    throw problem('discrepancy.closed')
  }
}
const happened = (content: Content, what: Happening['what'], { by, at, note }: Step): Content => ({
  ...content,
  course: [...content.course, { at: at.toISOString(), what, by, note }],
})

export const opened = (personalNumber: string, values: readonly SourcedValue[], step: Step): Discrepancy => ({
  state: 'open',
  outcome: null,
  reason: null,
  content: happened({ personalNumber, values, proposal: null, course: [] }, 'opened', step),
})

export const noted = (d: Discrepancy, step: Step): Discrepancy => {
  mustBeUnsettled(d)
  return { ...d, content: happened(d.content, 'noted', step) }
}
/** A proposal that somebody asks about is no longer ready to be confirmed. */
export const asked = (d: Discrepancy, step: Step): Discrepancy => {
  mustBeUnsettled(d)
  return { ...d, state: 'waiting', content: happened({ ...d.content, proposal: null }, 'asked', step) }
}
export const proposed = (d: Discrepancy, proposal: Proposal, step: Step): Discrepancy => {
  mustBeUnsettled(d)
  return { ...d, state: 'proposed', content: happened({ ...d.content, proposal }, 'proposed', step) }
}
const mustBeProposed = (d: Discrepancy): Proposal => {
  mustBeUnsettled(d)
  if (d.state !== 'proposed' || !d.content.proposal) {
    throw problem('discrepancy.not-proposed')
  }
  return d.content.proposal
}
export const sentBack = (d: Discrepancy, step: Step): Discrepancy => {
  mustBeProposed(d)
  return { ...d, state: 'open', content: happened({ ...d.content, proposal: null }, 'sent-back', step) }
}
export const settled = (d: Discrepancy, step: Step): Discrepancy => {
  const { outcome } = mustBeProposed(d)
  return { ...d, state: 'settled', outcome, content: happened(d.content, 'settled', step) }
}
export const refused = (d: Discrepancy, reason: DiscrepancyRefusal, step: Step): Discrepancy => {
  mustBeUnsettled(d)
  return { ...d, state: 'refused', reason, content: happened(d.content, 'refused', step) }
}
export const mayWithdraw = (d: Discrepancy, origin: DiscrepancyOrigin): boolean =>
  origin === 'citizen' && (d.state === 'open' || d.state === 'waiting')
export const withdrawn = (d: Discrepancy, origin: DiscrepancyOrigin, step: Step): Discrepancy => {
  mustBeUnsettled(d)
  if (!mayWithdraw(d, origin)) {
    throw problem('discrepancy.not-yours-to-withdraw')
  }
  return { ...d, state: 'withdrawn', content: happened(d.content, 'withdrawn', step) }
}
export const overdueTold = (d: Discrepancy, step: Step): Discrepancy => ({
  ...d,
  content: happened(d.content, 'overdue', step),
})

/** What is printed on a card or written into its chip. */
const ON_CARD: readonly DifferingField[] = [
  'fullName',
  'birthDate',
  'sex',
  'nationality',
  'residence',
  'hometown',
  'ethnicity',
  'religion',
  'oldNumber',
  'portrait',
]
/** Whether a settled case leaves her card saying something else than the register. */
export const needsExchange = (
  { outcome, content: { proposal, values } }: Discrepancy,
  field: DifferingField,
): boolean => {
  if (outcome === 'card-to-exchange') {
    return true
  }
  if (outcome !== 'register-corrected' || !ON_CARD.includes(field)) {
    return false
  }
  const card = values.find(({ source }) => source === 'card')
  return card === undefined || card.value !== proposal?.value
}
