/**
 * SQL of recoveries: the row of a browser's session, the one that counts for a person, and what relatives are
 * asked.
 */
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { RecoveryEnd } from './recovery.ts'
import type { Proof, Rung } from './recovery-rules.ts'

export interface RecoveryRow {
  readonly id: string
  readonly rung: Rung
  readonly subject_id: string | null
  readonly sealed_typed: Buffer
  readonly proof_id: string | null
  readonly challenge: Buffer | null
  readonly proven: readonly Proof[]
  readonly portrait_tries: number
  readonly sealed_match: Buffer | null
  readonly asked_relatives: number
  readonly language: 'vi' | 'en'
  readonly begun_at: Date
  readonly wait_until: Date | null
  readonly ends_at: Date
  readonly ended_as: RecoveryEnd | null
}
export const insert = (
  work: Work,
  row: Pick<
    RecoveryRow,
    'id' | 'rung' | 'subject_id' | 'sealed_typed' | 'proof_id' | 'language' | 'begun_at' | 'ends_at'
  >,
): Promise<number> =>
  work.run(
    'insert into recovery (id, rung, subject_id, sealed_typed, proof_id, language, begun_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      row.id,
      row.rung,
      row.subject_id,
      row.sealed_typed,
      row.proof_id,
      row.language,
      row.begun_at,
      row.ends_at,
    ],
  )
export const find = (read: Reading, id: string) =>
  read.maybe<RecoveryRow>('select * from recovery where id = $1', [id])
export const forUpdate = (work: Work, id: string) =>
  work.maybe<RecoveryRow>('select * from recovery where id = $1 for update', [id])
export const save = (work: Work, row: RecoveryRow): Promise<number> =>
  work.run(
    'update recovery set proof_id = $2, challenge = $3, proven = $4, portrait_tries = $5, sealed_match = $6, asked_relatives = $7, wait_until = $8, ends_at = $9, ended_as = $10 where id = $1',
    [
      row.id,
      row.proof_id,
      row.challenge,
      row.proven,
      row.portrait_tries,
      row.sealed_match,
      row.asked_relatives,
      row.wait_until,
      row.ends_at,
      row.ended_as,
    ],
  )

export interface CurrentRow {
  readonly subject_id: string
  readonly recovery_id: string
  readonly rung: Rung
  readonly begun_at: Date
  readonly wait_until: Date | null
  readonly ends_at: Date
  readonly holds_still: boolean
  readonly sealed_stop_code: Buffer
  readonly stop_code_digest: Buffer
  readonly remind_at: Date | null
  readonly ended_at: Date | null
  readonly disputed_at: Date | null
}
export const current = (read: Reading, subjectId: string) =>
  read.maybe<CurrentRow>('select * from recovery_current where subject_id = $1', [subjectId])
export const currentForUpdate = (work: Work, subjectId: string) =>
  work.maybe<CurrentRow>('select * from recovery_current where subject_id = $1 for update', [subjectId])
/** From now on it is this one that counts; what counted before does not any more. */
export const makeCurrent = (
  work: Work,
  row: Pick<
    CurrentRow,
    'subject_id' | 'recovery_id' | 'rung' | 'begun_at' | 'ends_at' | 'sealed_stop_code' | 'stop_code_digest'
  >,
): Promise<number> =>
  work.run(
    `insert into recovery_current (subject_id, recovery_id, rung, begun_at, ends_at, sealed_stop_code,
       stop_code_digest) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (subject_id) do update set recovery_id = excluded.recovery_id, rung = excluded.rung,
       begun_at = excluded.begun_at, ends_at = excluded.ends_at,
       sealed_stop_code = excluded.sealed_stop_code, stop_code_digest = excluded.stop_code_digest,
       wait_until = null, holds_still = false, remind_at = null, ended_at = null`,
    [
      row.subject_id,
      row.recovery_id,
      row.rung,
      row.begun_at,
      row.ends_at,
      row.sealed_stop_code,
      row.stop_code_digest,
    ],
  )
export const saveWaiting = (
  work: Work,
  subjectId: string,
  w: { waitUntil: Date | null; endsAt: Date; holdsStill: boolean; remindAt: Date | null },
): Promise<number> =>
  work.run(
    'update recovery_current set wait_until = $2, ends_at = $3, holds_still = $4, remind_at = $5 where subject_id = $1',
    [subjectId, w.waitUntil, w.endsAt, w.holdsStill, w.remindAt],
  )
export const endCurrent = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run(
    'update recovery_current set ended_at = $2, holds_still = false, remind_at = null where subject_id = $1 and ended_at is null',
    [subjectId, at],
  )
/** Stays while the lock that it set may stand. */
export const saveDisputed = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run('update recovery_current set disputed_at = $2 where subject_id = $1', [subjectId, at])

/** Those whose last notice before the end of the waiting is due; taken by one worker, once. */
export const takeReminders = (work: Work, at: Date, most: number) =>
  work.rows<{ subject_id: string; recovery_id: string; wait_until: Date }>(
    `update recovery_current set remind_at = null where subject_id in
       (select subject_id from recovery_current where remind_at <= $1 and ended_at is null
         order by remind_at limit $2 for update skip locked)
     returning subject_id, recovery_id, wait_until`,
    [at, most],
  )

export interface AskRow {
  readonly subject_id: string
  readonly id: string
  readonly recovery_id: string
  readonly for_subject: string
  readonly sealed_name: Buffer
  readonly match_digest: Buffer
  readonly tries_left: number
  readonly state: 'open' | 'confirmed' | 'denied' | 'spent'
  readonly asked_at: Date
  readonly ends_at: Date
}
export const insertAsk = (work: Work, row: Omit<AskRow, 'state'>): Promise<number> =>
  work.run(
    'insert into recovery_ask (subject_id, id, recovery_id, for_subject, sealed_name, match_digest, tries_left, asked_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (subject_id, id) do nothing',
    [
      row.subject_id,
      row.id,
      row.recovery_id,
      row.for_subject,
      row.sealed_name,
      row.match_digest,
      row.tries_left,
      row.asked_at,
      row.ends_at,
    ],
  )
export const openAsks = (read: Reading, subjectId: string, at: Date) =>
  read.rows<AskRow>(
    "select * from recovery_ask where subject_id = $1 and state = 'open' and ends_at > $2 order by asked_at desc limit 20",
    [subjectId, at],
  )
export const askForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<AskRow>('select * from recovery_ask where subject_id = $1 and id = $2 for update', [
    subjectId,
    id,
  ])
export const saveAsk = (
  work: Work,
  subjectId: string,
  id: string,
  triesLeft: number,
  state: AskRow['state'],
): Promise<number> =>
  work.run('update recovery_ask set tries_left = $3, state = $4 where subject_id = $1 and id = $2', [
    subjectId,
    id,
    triesLeft,
    state,
  ])

export const insertVoucher = (
  work: Work,
  row: { digest: Buffer; subjectId: string; caseId: string; at: Date; endsAt: Date },
): Promise<number> =>
  work.run(
    'insert into recovery_voucher (code_digest, subject_id, case_id, issued_at, ends_at) values ($1, $2, $3, $4, $5)',
    [row.digest, row.subjectId, row.caseId, row.at, row.endsAt],
  )
/** Undefined: none that could be used. */
export const useVoucher = (work: Work, digest: Buffer, subjectId: string, at: Date) =>
  work.maybe<{ readonly issued_at: Date }>(
    `update recovery_voucher set used_at = $3
     where code_digest = $1 and subject_id = $2 and used_at is null and ends_at > $3 returning issued_at`,
    [digest, subjectId, at],
  )
/** A new voucher of a case makes its earlier ones worthless. */
export const endVouchersOf = (work: Work, subjectId: string, caseId: string, at: Date): Promise<number> =>
  work.run(
    'update recovery_voucher set used_at = $3 where case_id = $2 and subject_id = $1 and used_at is null',
    [subjectId, caseId, at],
  )
