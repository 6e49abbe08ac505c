/**
 * SQL of how many petitions came and were answered: by month and topic, for the country and for each
 * province. Slots part a count, so that no row is one that all wait for.
 */
import type { Reading, Work } from '../../../kernel/work.ts'

export type Counted = 'received' | 'answered' | 'in_time' | 'rated' | 'satisfied'
export interface CountPlace {
  /** A province, or `vn`. */
  readonly area: string
  /** `2026-11`. */
  readonly month: string
  readonly topic: string
}

const SLOTS = 16
/** By the case's id, whose last digit is random. */
const slotOf = (caseId: string): number => Number.parseInt(caseId.slice(-1), 16) % SLOTS

export const addCounts = async (
  work: Work,
  { area, month, topic }: CountPlace,
  caseId: string,
  counted: readonly Counted[],
): Promise<void> => {
  const has = (one: Counted): number => (counted.includes(one) ? 1 : 0)
  await work.run(
    `insert into petition_count as c (area, month, topic, slot, received, answered, in_time, rated, satisfied)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (area, month, topic, slot) do update set received = c.received + excluded.received,
       answered = c.answered + excluded.answered, in_time = c.in_time + excluded.in_time,
       rated = c.rated + excluded.rated, satisfied = c.satisfied + excluded.satisfied`,
    [
      area,
      month,
      topic,
      slotOf(caseId),
      has('received'),
      has('answered'),
      has('in_time'),
      has('rated'),
      has('satisfied'),
    ],
  )
}

export type CountRow = Readonly<Record<Counted, number>> & Pick<CountPlace, 'month' | 'topic'>

/** Of one area from a month on: at most months × topics × slots rows, by their key. */
export const countsOf = (read: Reading, area: string, since: string) =>
  read.rows<CountRow>(
    `select month, topic, sum(received)::float8 as received, sum(answered)::float8 as answered,
       sum(in_time)::float8 as in_time, sum(rated)::float8 as rated, sum(satisfied)::float8 as satisfied
     from petition_count where area = $1 and month >= $2
     group by month, topic order by month desc, topic`,
    [area, since],
  )
