/** Until when something is kept of somebody who has closed her account: one dated policy a kind. */
import { keptKinds, type KeptKind } from '../../contract/erasure.ts'
import { definePolicy, inForce, type Policy } from './policy.ts'
import { idempotencyKept_days, officerLog_days } from './retention.ts'

const lettersKept_years = definePolicy('retention.letters_years', [
  {
    from: '2022-10-20',
    value: 2,
    source:
      'operator policy: a year to sue over a decision (Law 93/2015/QH13 art. 116), and one until the court has asked for the proof',
  },
])
const consentsKept_years = definePolicy('retention.consents_years', [
  {
    from: '2022-10-20',
    value: 3,
    source:
      'operator policy: consent must be provable (Law 91/2025/QH15) as long as damages can be claimed (Civil Code 91/2015/QH13 art. 588)',
  },
])
const useKept_years = definePolicy('retention.use_years', [
  {
    from: '2022-10-20',
    value: 5,
    source: 'Decree 59/2022 art. 21(1) and Decree 69/2024 art. 17(2): at least 5 years from the use',
  },
])
const casesKept_years = definePolicy('retention.cases_years', [
  {
    from: '2022-10-20',
    value: 10,
    source: 'operator policy until an archive schedule of the authority names the term',
  },
])

interface Term {
  readonly years?: Policy<number>
  readonly days?: Policy<number>
}

/** `account` has no term: Decree 59/2022 art. 21(1) keeps account information without end. */
const terms: Readonly<Record<KeptKind, Term>> = {
  passing: { days: idempotencyKept_days },
  offices: { days: officerLog_days },
  letters: { years: lettersKept_years },
  consents: { years: consentsKept_years },
  use: { years: useKept_years },
  cases: { years: casesKept_years },
  account: {},
}

const moved = (at: Date, { years, days }: Term, by: Date, direction: 1 | -1): Date => {
  const to = new Date(at)
  if (years) {
    const day = to.getUTCDate()
    to.setUTCFullYear(to.getUTCFullYear() + direction * inForce(years, by))
    // 29 February where the year has none: the end of the month, so that both directions say the same of each
    // row.
    if (to.getUTCDate() !== day) {
      to.setUTCHours(0, 0, 0, 0)
    }
  }
  if (days) {
    to.setUTCDate(to.getUTCDate() + direction * inForce(days, by))
  }
  return to
}

/** How long something that began then is kept, by the rule of `by`; null: without an end. */
export const keptUntil = (kind: KeptKind, since: Date, by: Date): Date | null =>
  Object.keys(terms[kind]).length === 0 ? null : moved(since, terms[kind], by, 1)

/** What began before this is kept no longer. */
export const keptSince = (kind: KeptKind, at: Date): Date => moved(at, terms[kind], at, -1)

const endOf = ({ until }: { readonly until: string | null }): number =>
  until === null ? Infinity : Date.parse(until)

/** For the page and the letter: all that is kept, what goes first standing first. */
export const keptAfter = (closedAt: Date) =>
  (Object.keys(terms) as KeptKind[])
    .map((kind) => ({
      kind,
      ...keptKinds[kind],
      until: keptUntil(kind, closedAt, closedAt)?.toISOString() ?? null,
    }))
    .sort((a, b) => endOf(a) - endOf(b))
