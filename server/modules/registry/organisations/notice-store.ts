/** SQL of what is noticed about officers. */
import type { z } from 'zod'
import type { unusualVerdict, unusualVolume } from '../../../../contract/supervision.ts'
import type { Reading, Work } from '../../../kernel/work.ts'

export interface NoticeRow {
  readonly id: string
  readonly office_id: string
  readonly officer_id: string
  readonly kind: z.infer<typeof unusualVolume>
  readonly count: number
  readonly at: Date
  readonly settled_at: Date | null
  readonly verdict: z.infer<typeof unusualVerdict> | null
  readonly number: string
  readonly name: string
  readonly person_digest: Buffer | null
}

export const insertNotice = (
  work: Work,
  row: Pick<NoticeRow, 'id' | 'office_id' | 'officer_id' | 'kind' | 'count' | 'at'>,
): void =>
  work.send(
    'insert into officer_notice (office_id, id, officer_id, kind, count, at) values ($1, $2, $3, $4, $5, $6)',
    [row.office_id, row.id, row.officer_id, row.kind, row.count, row.at],
  )

/** Every officer number of the person behind this one, itself among them. */
export const numbersOfPerson = (read: Reading, officerId: string) =>
  read.rows<{ id: string }>(
    `select id from officer
     where id = $1 or person_digest = (select person_digest from officer where id = $1)`,
    [officerId],
  )

/**
 * Whether another person than she has this task there, under whichever number: by the newest mandate in
 * force, as `mandateAt`.
 */
export const isSupervised = async (
  read: Reading,
  { officeId, officerId, task, at }: { officeId: string; officerId: string; task: string; at: Date },
): Promise<boolean> =>
  (await read.maybe(
    `select 1 from (
       select distinct on (m.officer_id) m.tasks from mandate m
         join officer o on o.id = m.officer_id and o.left_at is null
       where m.office_id = $1 and m.officer_id <> $2
         and (o.person_digest is null
           or o.person_digest is distinct from (select person_digest from officer where id = $2))
         and m.valid_from <= $4 and (m.valid_until is null or m.valid_until > $4)
       order by m.officer_id, m.valid_from desc) as newest
     where $3 = any(newest.tasks) limit 1`,
    [officeId, officerId, task, at],
  )) !== undefined

const ROW = `select n.id, n.office_id, n.officer_id, n.kind, n.count, n.at, n.settled_at, n.verdict,
  o.number, o.name, o.person_digest from officer_notice n join officer o on o.id = n.officer_id`

/** Newest first, from before an id. */
export const noticesOf = (read: Reading, officeId: string, before: string | null, most: number) =>
  read.rows<NoticeRow>(
    `${ROW} where n.office_id = $1 and ($2::uuid is null or n.id < $2) order by n.id desc limit $3`,
    [officeId, before, most],
  )
/** Held until the transaction ends: two supervisors do not both settle it. */
export const notice = (work: Work, officeId: string, id: string) =>
  work.maybe<NoticeRow>(`${ROW} where n.office_id = $1 and n.id = $2 for update of n`, [officeId, id])
export const settleNotice = (
  work: Work,
  row: Pick<NoticeRow, 'office_id' | 'id'>,
  { verdict, by, at }: { verdict: z.infer<typeof unusualVerdict>; by: string; at: Date },
): void =>
  work.send(
    'update officer_notice set settled_at = $3, settled_by = $4, verdict = $5 where office_id = $1 and id = $2',
    [row.office_id, row.id, at, by, verdict],
  )
export const waitingNotices = async (read: Reading, officeId: string): Promise<number> =>
  (
    await read.one<{ n: number }>(
      'select count(*)::int as n from officer_notice where office_id = $1 and settled_at is null',
      [officeId],
    )
  ).n
