/** SQL of voucher cases. */
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { VoucherState } from './voucher.ts'

export interface VoucherRow {
  readonly subject_id: string
  readonly id: string
  readonly office_id: string
  readonly about_key: string
  readonly reference: string
  readonly state: VoucherState
  readonly sealed_content: Buffer
  /** An empty text stands for an officer whose person is not known. */
  readonly taken_by: string[]
  readonly opened_at: Date
  readonly changed_at: Date
}

export const nameOf = (read: Reading, id: string) =>
  read.maybe<{ subject_id: string; office_id: string }>(
    'select subject_id, office_id from recovery_case_name where id = $1',
    [id],
  )
export const find = (read: Reading, subjectId: string, id: string) =>
  read.maybe<VoucherRow>('select * from recovery_case where subject_id = $1 and id = $2', [subjectId, id])
export const forUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<VoucherRow>('select * from recovery_case where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const unfinishedForUpdate = (work: Work, subjectId: string) =>
  work.maybe<VoucherRow>(
    `select * from recovery_case where subject_id = $1 and state in ('open', 'waiting-second') for update`,
    [subjectId],
  )

/** Claims the client's name of a case; false when it is a case already. */
export const claimName = async (
  work: Work,
  row: Pick<VoucherRow, 'id' | 'subject_id' | 'office_id' | 'opened_at'>,
): Promise<boolean> =>
  (await work.run(
    'insert into recovery_case_name (id, office_id, subject_id, opened_at) values ($1, $2, $3, $4) on conflict do nothing',
    [row.id, row.office_id, row.subject_id, row.opened_at],
  )) === 1
/** False when another case of this person is unfinished. */
export const insert = async (work: Work, row: Omit<VoucherRow, 'state' | 'changed_at'>): Promise<boolean> =>
  (await work.run(
    `insert into recovery_case (subject_id, id, office_id, about_key, reference, state, sealed_content,
       taken_by, opened_at, changed_at)
     values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $8) on conflict (subject_id) where state in ('open',
       'waiting-second') do nothing`,
    [
      row.subject_id,
      row.id,
      row.office_id,
      row.about_key,
      row.reference,
      row.sealed_content,
      row.taken_by,
      row.opened_at,
    ],
  )) === 1
/** A finished case leaves the office's list. */
export const save = async (
  work: Work,
  row: Pick<VoucherRow, 'subject_id' | 'id'>,
  s: { state: VoucherState; sealed: Buffer; takenBy: readonly string[]; at: Date },
): Promise<void> => {
  await work.run(
    'update recovery_case set state = $3, sealed_content = $4, taken_by = $5, changed_at = $6 where subject_id = $1 and id = $2',
    [row.subject_id, row.id, s.state, s.sealed, s.takenBy, s.at],
  )
  await work.run('update recovery_case_name set is_waiting = $2, is_open = $3 where id = $1', [
    row.id,
    s.state === 'waiting-second',
    ['open', 'waiting-second', 'confirmed'].includes(s.state),
  ])
}

export const page = (
  read: Reading,
  officeId: string,
  which: 'open' | 'second',
  after: { at: string; id: string },
  most: number,
) =>
  read.rows<VoucherRow>(
    `select c.* from recovery_case_name n join recovery_case c on c.subject_id = n.subject_id and c.id = n.id
     where n.office_id = $1 and n.is_open and ($2 = 'open' or n.is_waiting) and (n.opened_at,
       n.id) > ($3::timestamptz, $4::uuid) order by n.opened_at, n.id limit $5`,
    [officeId, which, after.at, after.id, most],
  )
/** Counted up to a bound: a queue's length is a figure on a screen, not a truth. */
export const waiting = (read: Reading, officeId: string) =>
  read.one<{ waiting: number }>(
    'select count(*)::int as waiting from (select id from recovery_case_name where office_id = $1 and is_waiting limit 1000) as few',
    [officeId],
  )
