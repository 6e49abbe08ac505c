/** SQL of phone numbers that changed hands. */
import { dueRows } from '../../../../kernel/due-rows.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'

export interface ClaimRow {
  readonly reference: string
  readonly id: string
  readonly asked_for: string
  readonly proof_id: string
  readonly phone_digest: Buffer
  readonly office: string
  readonly officer_number: string
  readonly asked_at: Date
}
export const insertClaim = (work: Work, row: ClaimRow): Promise<number> =>
  work.run(
    `insert into phone_claim (reference, id, asked_for, proof_id, phone_digest, office, officer_number,
       asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.reference,
      row.id,
      row.asked_for,
      row.proof_id,
      row.phone_digest,
      row.office,
      row.officer_number,
      row.asked_at,
    ],
  )
export const findClaim = (read: Reading, reference: string) =>
  read.maybe<ClaimRow>('select * from phone_claim where reference = $1', [reference])

export type ReleaseEnd = 'freed' | 'kept' | 'stays' | 'moved'
export interface ReleaseRow {
  readonly subject_id: string
  readonly phone_digest: Buffer
  readonly office: string
  readonly officer_number: string
  readonly opened_at: Date
  readonly due_at: Date
  readonly sealed_stop_code: Buffer | null
  readonly stop_code_digest: Buffer
  readonly ended_at: Date | null
}

/** False when one goes on already, or the number has stayed since `restsSince`. */
export const open = async (
  work: Work,
  row: Omit<ReleaseRow, 'ended_at'>,
  restsSince: Date,
): Promise<boolean> =>
  (await work.run(
    `insert into phone_release as r (subject_id, phone_digest, office, officer_number, opened_at, due_at,
       look_at, sealed_stop_code, stop_code_digest) values ($1, $2, $3, $4, $5, $6, $6, $7, $8)
     on conflict (subject_id) do update set phone_digest = excluded.phone_digest, office = excluded.office,
       officer_number = excluded.officer_number, opened_at = excluded.opened_at, due_at = excluded.due_at,
       look_at = excluded.look_at, sealed_stop_code = excluded.sealed_stop_code,
       stop_code_digest = excluded.stop_code_digest, ended_at = null, ended_as = null
       where r.ended_at is not null
         and (r.ended_as not in ('kept', 'stays') or r.phone_digest <> excluded.phone_digest
           or r.ended_at < $9)`,
    [
      row.subject_id,
      row.phone_digest,
      row.office,
      row.officer_number,
      row.opened_at,
      row.due_at,
      row.sealed_stop_code,
      row.stop_code_digest,
      restsSince,
    ],
  )) === 1
export const find = (read: Reading, subjectId: string) =>
  read.maybe<ReleaseRow>('select * from phone_release where subject_id = $1', [subjectId])
export const standing = (read: Reading, subjectId: string) =>
  read.maybe<ReleaseRow>('select * from phone_release where subject_id = $1 and ended_at is null', [
    subjectId,
  ])
/** What went on until now; undefined when nothing did. Its code is forgotten with it. */
export const end = (work: Work, subjectId: string, as: ReleaseEnd, at: Date) =>
  work.maybe<ReleaseRow>(
    `update phone_release set ended_at = $3, ended_as = $2, look_at = null, sealed_stop_code = null
     where subject_id = $1 and ended_at is null returning *`,
    [subjectId, as, at],
  )
/** Whose number is to leave now. */
export const { dueAt, takeDue } = dueRows<ReleaseRow>('phone_release')
