/** SQL of accounts, identifiers and devices. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Account, AccountState } from './account.ts'

interface AccountRow {
  readonly subject_id: string
  readonly personal_number: string
  readonly level: number
  readonly state: AccountState
  readonly language: 'vi' | 'en'
  readonly issued_at: Date
  readonly activate_by: Date
  readonly activated_at: Date | null
  readonly locked_at: Date | null
}
const COLUMNS = 'subject_id, personal_number, level, state, language, issued_at, activate_by, activated_at'
const SEEN = `${COLUMNS}, locked_at`

const accountOf = (row: AccountRow): Account => ({
  subjectId: row.subject_id,
  personalNumber: row.personal_number,
  level: row.level,
  state: row.state,
  language: row.language,
  issuedAt: row.issued_at,
  activateBy: row.activate_by,
  activatedAt: row.activated_at,
  lockedAt: row.locked_at,
})

/** A closed account is none: what is found is what would be found of somebody who never had one. */
const OPEN = "subject_id = $1 and state <> 'closed'"

export const find = async (read: Reading, subjectId: string): Promise<Account | null> => {
  const row = await read.maybe<AccountRow>(`select ${SEEN} from account where ${OPEN}`, [subjectId])
  return row ? accountOf(row) : null
}
export const forUpdate = async (work: Work, subjectId: string): Promise<Account | null> => {
  const row = await work.maybe<AccountRow>(`select ${SEEN} from account where ${OPEN} for update`, [
    subjectId,
  ])
  return row ? accountOf(row) : null
}
/** False when this person has an account already; one that she closed is opened anew. */
export const insert = async (work: Work, account: Account): Promise<boolean> =>
  (await work.run(
    `insert into account (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (subject_id) do update set personal_number = excluded.personal_number,
       level = excluded.level, state = excluded.state, language = excluded.language,
       issued_at = excluded.issued_at, activate_by = excluded.activate_by,
       activated_at = excluded.activated_at
       where account.state = 'closed'`,
    [
      account.subjectId,
      account.personalNumber,
      account.level,
      account.state,
      account.language,
      account.issuedAt,
      account.activateBy,
      account.activatedAt,
    ],
  )) === 1
export const saveState = (work: Work, account: Account): Promise<number> =>
  work.run('update account set state = $2, activated_at = $3, level = $4 where subject_id = $1', [
    account.subjectId,
    account.state,
    account.activatedAt,
    account.level,
  ])
export const reissue = (work: Work, account: Account): Promise<number> =>
  work.run(
    'update account set state = $2, activated_at = $3, level = $4, issued_at = $5, activate_by = $6 where subject_id = $1',
    [
      account.subjectId,
      account.state,
      account.activatedAt,
      account.level,
      account.issuedAt,
      account.activateBy,
    ],
  )
export const saveLock = (work: Work, account: Account, lockedAt: Date | null): Promise<number> =>
  work.run('update account set state = $2, locked_at = coalesce($3, locked_at) where subject_id = $1', [
    account.subjectId,
    account.state,
    lockedAt,
  ])
/**
 * What was opened or issued until then stays dead, also when she opens an account anew. Her number stands no
 * more beside her subject.
 */
export const saveClosed = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run(
    `update account set state = 'closed', locked_at = $2, activated_at = null, personal_number = null
     where subject_id = $1`,
    [subjectId, at],
  )
export const setLanguage = (work: Work, subjectId: string, language: string): Promise<number> =>
  work.run('update account set language = $2 where subject_id = $1', [subjectId, language])

export type IdentifierKind = 'number' | 'phone'
export const subjectOf = (read: Reading, kind: IdentifierKind, digest: Buffer) =>
  read.maybe<{ subject_id: string; state: string }>(
    'select subject_id, state from identifier where kind = $1 and digest = $2',
    [kind, digest],
  )
/**
 * Reserves an identifier for a subject; undefined when it is somebody's already. A lapsed reservation may be
 * taken over; a number's subject stays the
 * same, for it is the same person: what was noted about her before is still hers.
 */
export const reserve = (
  work: Work,
  kind: IdentifierKind,
  digest: Buffer,
  subjectId: string,
  until: Date,
  at: Date,
) =>
  work.maybe<{ subject_id: string }>(
    `insert into identifier as i (kind, digest, subject_id, state, reserved_until) values ($1, $2, $3,
       'reserved', $4)
     on conflict (kind, digest) do update set subject_id = case when i.kind = 'number' then i.subject_id
       else excluded.subject_id end, reserved_until = excluded.reserved_until
       where i.state = 'reserved' and i.reserved_until < $5
     returning subject_id`,
    [kind, digest, subjectId, until, at],
  )
export const confirm = (
  work: Work,
  kind: IdentifierKind,
  digest: Buffer,
  subjectId: string,
  at: Date,
): Promise<number> =>
  work.run(
    `insert into identifier as i (kind, digest, subject_id, state) values ($1, $2, $3, 'confirmed')
     on conflict (kind, digest) do update set state = 'confirmed', reserved_until = null
       where i.subject_id = excluded.subject_id or (i.state = 'reserved' and i.reserved_until < $4)`,
    [kind, digest, subjectId, at],
  )
export const release = (
  work: Work,
  kind: IdentifierKind,
  digest: Buffer,
  subjectId: string,
): Promise<number> =>
  work.run('delete from identifier where kind = $1 and digest = $2 and subject_id = $3', [
    kind,
    digest,
    subjectId,
  ])

export interface DeviceRow {
  readonly id: string
  readonly name: string
  readonly public_key: { x: string; y: string }
  readonly passcode_verifier: Buffer
  readonly passcode_failures: number
  readonly passcode_locked_until: Date | null
  readonly bound_at: Date
  readonly last_seen_at: Date
}
const DEVICE =
  'id, name, public_key, passcode_verifier, passcode_failures, passcode_locked_until, bound_at, last_seen_at'

export const insertDevice = (
  work: Work,
  subjectId: string,
  device: Omit<DeviceRow, 'passcode_failures' | 'passcode_locked_until' | 'last_seen_at'>,
): Promise<number> =>
  work.run(
    'insert into device (subject_id, id, name, public_key, passcode_verifier, bound_at, last_seen_at) values ($1, $2, $3, $4, $5, $6, $6)',
    [
      subjectId,
      device.id,
      device.name,
      JSON.stringify(device.public_key),
      device.passcode_verifier,
      device.bound_at,
    ],
  )
export const deviceForUpdate = (work: Work, subjectId: string, id: string) =>
  work.maybe<DeviceRow>(
    `select ${DEVICE} from device where subject_id = $1 and id = $2 and removed_at is null for update`,
    [subjectId, id],
  )
export const devices = (read: Reading, subjectId: string) =>
  read.rows<DeviceRow>(
    `select ${DEVICE} from device where subject_id = $1 and removed_at is null order by bound_at desc`,
    [subjectId],
  )
/** Also one that was removed since. */
export const hadDevice = async (read: Reading, subjectId: string): Promise<boolean> =>
  (await read.maybe('select 1 from device where subject_id = $1 limit 1', [subjectId])) !== undefined
export const savePasscodeTry = (
  work: Work,
  subjectId: string,
  id: string,
  failures: number,
  lockedUntil: Date | null,
  seenAt: Date,
): void =>
  work.send(
    'update device set passcode_failures = $3, passcode_locked_until = $4, last_seen_at = $5 where subject_id = $1 and id = $2',
    [subjectId, id, failures, lockedUntil, seenAt],
  )
export const removeDevice = (work: Work, subjectId: string, id: string, at: Date): Promise<number> =>
  work.run('update device set removed_at = $3 where subject_id = $1 and id = $2 and removed_at is null', [
    subjectId,
    id,
    at,
  ])
/** Names, keys and passcodes are gone, also of those that were removed before. */
export const forgetDevices = (work: Work, subjectId: string): Promise<number> =>
  work.run('delete from device where subject_id = $1', [subjectId])
export const removeEveryDevice = (work: Work, subjectId: string, at: Date): Promise<number> =>
  work.run('update device set removed_at = $2 where subject_id = $1 and removed_at is null', [subjectId, at])

export interface ChallengedRow extends DeviceRow {
  /** The challenge was not spent before. */
  readonly is_first: boolean
}
/** The device, locked, and its challenge spent with it. Whoever refuses the proof undoes both. */
export const challengedForUpdate = (
  work: Work,
  { subjectId, deviceId }: { readonly subjectId: string; readonly deviceId: string },
  challenge: { readonly digest: Buffer; readonly endsAt: Date },
) =>
  work.maybe<ChallengedRow>(
    `with spent as (
       insert into spent_challenge (digest, ends_at) values ($3, $4) on conflict do nothing returning 1)
     select ${DEVICE}, exists (select from spent) as is_first from device
     where subject_id = $1 and id = $2 and removed_at is null for update of device`,
    [subjectId, deviceId, challenge.digest, challenge.endsAt],
  )

/** Whether there is any account at all. */
export const hasAny = async (read: Reading): Promise<boolean> =>
  (await read.one<{ used: boolean }>('select exists (select 1 from account) as used')).used
