/** What everybody may know of petitions: counts by month and topic, never so small that a person shows. */
import { ViewPetitionStatistics, type petitionTopic } from '../../../../contract/petition.ts'
import type { z } from 'zod'
import { none } from '../../../kernel/audit-line.ts'
import { anyone } from '../../../kernel/permit.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { findUnit } from '../../registry/territory/find-unit.ts'
import { addCounts, countsOf, type Counted, type CountRow } from './count-store.ts'
import type { PetitionRow } from './petition-case.ts'
import { shownStatistics } from './rules.ts'

const COUNTRY = 'vn'

const monthOf = (at: Date): string => dayInVietnam(at).slice(0, 7)

/** Counts for the country, and for the province of the place that a petition is about where that is known. */
export const countPetition = async (
  work: Work,
  { id, facts: { topic, unitCode } }: Pick<PetitionRow, 'id' | 'facts'>,
  counted: readonly Counted[],
  at: Date,
): Promise<void> => {
  const unit = unitCode === null ? null : await findUnit(work, unitCode)
  const month = monthOf(at)
  const province = unit && (unit.parentCode ?? unit.code)
  for (const area of [COUNTRY, ...(province === null ? [] : [province])]) {
    await addCounts(work, { area, month, topic }, id, counted)
  }
}

const monthsBefore = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - count, 1)).toISOString().slice(0, 7)
}

/** A share of few would tell of them what their number may not. */
const share = (part: number, whole: number, least: number): number | null =>
  whole < least ? null : Math.round((part / whole) * 100)

const rowShown = (row: CountRow, least: number) => {
  const shown = (count: number): number | null => (count === 0 || count >= least ? count : null)
  return {
    month: row.month,
    topic: row.topic as z.infer<typeof petitionTopic>,
    received: shown(row.received),
    answered: shown(row.answered),
    inTime_percent: share(row.in_time, row.answered, least),
    satisfied_percent: share(row.satisfied, row.rated, least),
  }
}

export const viewPetitionStatistics = useCase({
  contract: ViewPetitionStatistics,
  permit: anyone, // counts that tell of nobody
  async act(work, { province }, { now }) {
    const { months, least } = inForce(shownStatistics, now)
    const rows = await countsOf(work, province ?? COUNTRY, monthsBefore(monthOf(now), months - 1))
    return { least, rows: rows.map((row) => rowShown(row, least)) }
  },
  audit: none('counts that tell of nobody'),
})
