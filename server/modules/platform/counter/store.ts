/** SQL of the officers' own log of look-ups. */
import type { SearchPurpose } from './rules.ts'
import type { Reading, Work } from '../../../kernel/work.ts'

export interface LookRow {
  readonly id: string
  readonly at: Date
  readonly purpose: SearchPurpose
  readonly is_found: boolean
  readonly sealed_about: Buffer
}

export const insertLook = (
  work: Work,
  row: LookRow & { officer_id: string; office_id: string },
): Promise<number> =>
  work.run(
    'insert into counter_look (officer_id, id, office_id, at, purpose, is_found, sealed_about) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.officer_id, row.id, row.office_id, row.at, row.purpose, row.is_found, row.sealed_about],
  )
/** Newest first, from before an id. */
export const looksOf = (read: Reading, officerId: string, before: string | null, most: number) =>
  read.rows<LookRow>(
    'select id, at, purpose, is_found, sealed_about from counter_look where officer_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3',
    [officerId, before, most],
  )
/** Of one person, under all her officer numbers; counted up to a bound. */
export const looksSince = async (
  read: Reading,
  officerIds: readonly string[],
  since: Date,
  most: number,
): Promise<number> =>
  (
    await read.one<{ n: number }>(
      'select count(*)::int as n from (select 1 from counter_look where officer_id = any($1) and at > $2 limit $3) as few',
      [officerIds, since, most],
    )
  ).n
