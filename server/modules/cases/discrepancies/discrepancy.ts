/** A case of differing data: its states and its lawful steps. Pure. */
import type { z } from 'zod'
import type {
  dataSource,
  differingField,
  discrepancyOrigin,
  discrepancyOutcome,
  discrepancyRefusal,
  discrepancyState,
} from '../../../../contract/discrepancy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Happening } from '../casework/happenings.ts'
import type { CaseContent } from '../casework/case-kind.ts'

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

/** `version`: of the register's entry that was looked at. */
export interface Proposal {
  readonly outcome: DiscrepancyOutcome
  readonly value: string | null
  readonly note: string
  readonly by: string
  readonly version: number | null
}

/** Sealed under the person's key. */
export interface DiscrepancyContent extends CaseContent {
  readonly values: readonly SourcedValue[]
  readonly proposal: Proposal | null
  /** Of a case that was opened when the history still stood here: what happened until then. */
  readonly course?: readonly Happening[]
}
export interface Discrepancy {
  readonly state: DiscrepancyState
  readonly outcome: DiscrepancyOutcome | null
  readonly reason: DiscrepancyRefusal | null
  readonly content: DiscrepancyContent
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

export const opened = (
  personalNumber: string,
  name: string | null,
  values: readonly SourcedValue[],
): DiscrepancyContent => ({ personalNumber, name, values, proposal: null })

const without = ({ content }: Discrepancy): DiscrepancyContent => ({ ...content, proposal: null })

export const noted = (d: Discrepancy): Discrepancy => {
  mustBeUnsettled(d)
  return d
}
/** A proposal that somebody asks about is no longer ready to be confirmed. */
export const asked = (d: Discrepancy): Discrepancy => {
  mustBeUnsettled(d)
  return { ...d, state: 'waiting', content: without(d) }
}
export const proposed = (d: Discrepancy, proposal: Proposal): Discrepancy => {
  mustBeUnsettled(d)
  return { ...d, state: 'proposed', content: { ...d.content, proposal } }
}
/** Throws `discrepancy.closed` and `discrepancy.not-proposed`. */
export const mustBeProposed = (d: Discrepancy): Proposal => {
  mustBeUnsettled(d)
  if (d.state !== 'proposed' || !d.content.proposal) {
    throw problem('discrepancy.not-proposed')
  }
  return d.content.proposal
}
export const sentBack = (d: Discrepancy): Discrepancy => {
  mustBeProposed(d)
  return { ...d, state: 'open', content: without(d) }
}
export const settled = (d: Discrepancy): Discrepancy => {
  const { outcome } = mustBeProposed(d)
  return { ...d, state: 'settled', outcome }
}
export const refused = (d: Discrepancy, reason: DiscrepancyRefusal): Discrepancy => {
  mustBeUnsettled(d)
  return { ...d, state: 'refused', reason }
}
export const mayWithdraw = (d: Discrepancy, origin: DiscrepancyOrigin): boolean =>
  origin === 'citizen' && (d.state === 'open' || d.state === 'waiting')
export const withdrawn = (d: Discrepancy, origin: DiscrepancyOrigin): Discrepancy => {
  mustBeUnsettled(d)
  if (!mayWithdraw(d, origin)) {
    throw problem('discrepancy.not-yours-to-withdraw')
  }
  return { ...d, state: 'withdrawn' }
}

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
