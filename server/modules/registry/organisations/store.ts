/** SQL of offices, officers, mandates, passkeys and counter sessions. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { StoredPasskey } from './passkey.ts'
import { deskKey } from './devices/desk-name.ts'

export interface OfficerRow {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly rank: string
}
export interface SessionRow extends OfficerRow {
  readonly office_id: string
  readonly office: string
  readonly secret_digest: Buffer
  readonly ends_at: Date
  /** null once its minutes are over. */
  readonly challenge: string | null
  readonly tasks: string[] | null
  readonly passkeys: number
  readonly person_digest: Buffer | null
  readonly desk: string
  readonly is_shift_chosen: boolean
  readonly is_test: boolean
}

export const ensureOffice = (
  work: Work,
  office: { id: string; code: string; name: string },
  at: Date,
): Promise<number> =>
  work.run('insert into office (id, code, name, created_at) values ($1, $2, $3, $4) on conflict do nothing', [
    office.id,
    office.code,
    office.name,
    at,
  ])

const IN_FORCE = '(valid_from <= $2 and (valid_until is null or valid_until > $2))'

/**
 * The first of these territories in their order, then the country's own offices, the central one in front,
 * in which somebody has the task: as `mandateAt`, the newest mandate in force decides.
 */
export const nearestOffice = async (
  read: Reading,
  of: { units: readonly string[]; task: string; at: Date; central: string },
): Promise<string | null> =>
  (
    await read.maybe<{ id: string }>(
      `select f.id from office f
       where (f.unit_code = any($1::text[]) or f.unit_code is null)
         and exists (select 1 from mandate m join officer o on o.id = m.officer_id and o.left_at is null
           where m.office_id = f.id and $3 = any(m.tasks) and ${IN_FORCE}
             and not exists (select 1 from mandate n where n.officer_id = m.officer_id
               and n.office_id = m.office_id and n.valid_from > m.valid_from
               and n.valid_from <= $2 and (n.valid_until is null or n.valid_until > $2)))
       order by array_position($1::text[], f.unit_code) nulls last, f.id <> $4, f.code limit 1`,
      [of.units, of.at, of.task, of.central],
    )
  )?.id ?? null

export const officeByCode = (read: Reading, code: string) =>
  read.maybe<{ id: string; name: string }>('select id, name from office where code = $1', [code])

export const saveOfficer = (work: Work, row: OfficerRow, at: Date): Promise<number> =>
  work.run(
    'insert into officer (id, number, name, rank, created_at) values ($1, $2, $3, $4, $5) on conflict (number) do update set name = excluded.name, rank = excluded.rank',
    [row.id, row.number, row.name, row.rank, at],
  )

export const officerByNumber = (read: Reading, number: string) =>
  read.maybe<OfficerRow>('select id, number, name, rank from officer where number = $1 and left_at is null', [
    number,
  ])

export const setUnit = (work: Work, code: string, unitCode: string): Promise<number> =>
  work.run('update office set unit_code = $2 where code = $1', [code, unitCode])
export const renameOffice = (work: Work, code: string, name: string): Promise<number> =>
  work.run('update office set name = $2 where code = $1', [code, name])
export const savePerson = (
  work: Work,
  officerId: string,
  { digest, isTest }: { readonly digest: Buffer; readonly isTest: boolean },
): Promise<number> =>
  work.run('update officer set person_digest = $2, is_test = $3 where id = $1', [officerId, digest, isTest])

export const isTestOfficer = async (read: Reading, officerId: string): Promise<boolean> =>
  (await read.one<{ is_test: boolean }>('select is_test from officer where id = $1', [officerId])).is_test

export const saveMandate = (
  work: Work,
  m: { officerId: string; officeId: string; tasks: readonly string[]; from: Date; until: Date | null },
): Promise<number> =>
  work.run(
    'insert into mandate (officer_id, office_id, tasks, valid_from, valid_until) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [m.officerId, m.officeId, m.tasks, m.from, m.until],
  )

/** The newest mandate in force decides; when it has ended, the one before it does. */
export const mandateAt = (read: Reading, officerId: string, officeId: string, at: Date) =>
  read.maybe<{ tasks: string[]; valid_until: Date | null }>(
    `select tasks, valid_until from mandate where officer_id = $1 and office_id = $3 and ${IN_FORCE} order by valid_from desc limit 1`,
    [officerId, at, officeId],
  )

/** The offices where she has a mandate in force, with what the newest gives her. */
export const officesOf = (read: Reading, officerId: string, at: Date) =>
  read.rows<{ id: string; name: string; tasks: string[]; valid_until: Date | null }>(
    `select distinct on (f.name, f.id) f.id, f.name, m.tasks, m.valid_until from mandate m
       join office f on f.id = m.office_id
     where m.officer_id = $1 and ${IN_FORCE} order by f.name, f.id, m.valid_from desc`,
    [officerId, at],
  )

export const saveTicket = (
  work: Work,
  ticket: { digest: Buffer; officerId: string; expiresAt: Date; replacesPasskeys: boolean },
): Promise<number> =>
  work.run(
    `insert into officer_ticket (ticket_digest, officer_id, expires_at, replaces_passkeys)
     values ($1, $2, $3, $4)`,
    [ticket.digest, ticket.officerId, ticket.expiresAt, ticket.replacesPasskeys],
  )

/** Uses a ticket; the second user gets nothing. */
export const useTicket = (work: Work, digest: Buffer, at: Date) =>
  work.maybe<{ officer_id: string; replaces_passkeys: boolean }>(
    `update officer_ticket set used_at = $2 where ticket_digest = $1 and used_at is null and expires_at > $2
     returning officer_id, replaces_passkeys`,
    [digest, at],
  )

/** In the transaction that used it: it opens again what it opened. */
export const giveBackTicket = (work: Work, digest: Buffer): Promise<number> =>
  work.run('update officer_ticket set used_at = null where ticket_digest = $1', [digest])

export const saveSession = (
  work: Work,
  row: {
    id: string
    officerId: string
    officeId: string
    isShiftChosen: boolean
    secret: Buffer
    at: Date
    endsAt: Date
  },
): Promise<number> =>
  work.run(
    'insert into officer_session (id, officer_id, office_id, secret_digest, opened_at, ends_at, is_shift_chosen) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.officerId, row.officeId, row.secret, row.at, row.endsAt, row.isShiftChosen],
  )
export const saveShift = (
  work: Work,
  id: string,
  { officeId, desk, at }: { officeId: string; desk: string; at: Date },
): Promise<number> =>
  work.run(
    `update officer_session set office_id = $2, desk = $3, desk_key = $4, desk_since = $5,
       desk_device = case when office_id = $2 and desk_key = $4 then desk_device end,
       is_shift_chosen = true where id = $1`,
    [id, officeId, desk, deskKey(desk), at],
  )

/** The session with its officer and what her mandate at that office gives her now. */
export const findSession = (read: Reading, id: string, at: Date) =>
  read.maybe<SessionRow>(
    `select o.id, o.number, o.name, o.rank, s.office_id, f.name as office, s.secret_digest, s.ends_at,
       case when s.challenge_until > $2 then s.challenge end as challenge,
       s.desk, s.is_shift_chosen, o.person_digest, o.is_test,
       (select m.tasks from mandate m where m.officer_id = o.id and m.office_id = s.office_id
         and m.valid_from <= $2 and (m.valid_until is null or m.valid_until > $2)
        order by m.valid_from desc limit 1) as tasks,
       (select count(*)::int from officer_passkey p where p.officer_id = o.id) as passkeys
     from officer_session s join officer o on o.id = s.officer_id join office f on f.id = s.office_id
     where s.id = $1 and s.ends_at > $2 and o.left_at is null`,
    [id, at],
  )

export const endSession = (work: Work, id: string): Promise<number> =>
  work.run('delete from officer_session where id = $1', [id])
/** Whoever comes in, and whoever makes a passkey, of one officer: one after the other. */
export const lockOfficer = (work: Work, officerId: string) =>
  work.one<{ number: string }>('select number from officer where id = $1 for update', [officerId])
/** Answers the sessions that were hers beside this one; they are gone. */
export const endOtherSessions = (work: Work, officerId: string, but: string | null) =>
  work.rows<{ id: string }>(
    'delete from officer_session where officer_id = $1 and id is distinct from $2::uuid returning id',
    [officerId, but],
  )
export const voidTickets = (work: Work, officerId: string, at: Date): Promise<number> =>
  work.run('update officer_ticket set used_at = $2 where officer_id = $1 and used_at is null', [
    officerId,
    at,
  ])
export const setChallenge = (
  work: Work,
  id: string,
  challenge: string | null,
  until: Date | null,
): Promise<number> =>
  work.run('update officer_session set challenge = $2, challenge_until = $3 where id = $1', [
    id,
    challenge,
    until,
  ])

export const saveOpenChallenge = (work: Work, challenge: string, expiresAt: Date): Promise<number> =>
  work.run('insert into officer_challenge (challenge, expires_at) values ($1, $2)', [challenge, expiresAt])
export const useOpenChallenge = (work: Work, challenge: string, at: Date): Promise<number> =>
  work.run('delete from officer_challenge where challenge = $1 and expires_at > $2', [challenge, at])

/** 0 where another key has its number. */
export const savePasskey = (work: Work, officerId: string, key: StoredPasskey, at: Date): Promise<number> =>
  work.run(
    `insert into officer_passkey (credential_id, officer_id, public_key, counter, transports, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (credential_id) do nothing`,
    [key.id, officerId, key.publicKey, key.counter, key.transports, at],
  )
export const passkey = (read: Reading, id: string) =>
  read.maybe<{ officer_id: string; public_key: Buffer; counter: number; transports: string[] }>(
    'select officer_id, public_key, counter, transports from officer_passkey where credential_id = $1',
    [id],
  )
export const forgetPasskeys = (work: Work, officerId: string): Promise<number> =>
  work.run('delete from officer_passkey where officer_id = $1', [officerId])
export const passkeysOf = (read: Reading, officerId: string) =>
  read.rows<{ credential_id: string }>('select credential_id from officer_passkey where officer_id = $1', [
    officerId,
  ])
export const countPasskeyUse = (work: Work, id: string, counter: number, at: Date): Promise<number> =>
  work.run('update officer_passkey set counter = $2, last_used_at = $3 where credential_id = $1', [
    id,
    counter,
    at,
  ])
export const officeById = (read: Reading, id: string) =>
  read.maybe<{ name: string; code: string }>('select name, code from office where id = $1', [id])
