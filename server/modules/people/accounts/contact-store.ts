/** SQL of contacts. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { AccountState } from './account.ts'

export const saveContact = (
  work: Work,
  subjectId: string,
  kind: 'phone' | 'email',
  { sealed, digest }: { readonly sealed: Buffer; readonly digest: Buffer },
  at: Date | null,
): Promise<number> =>
  work.run(
    `insert into contact (subject_id, kind, sealed_value, digest, digested, verified_at)
       values ($1, $2, $3, $4, sha256($3), $5)
     on conflict (subject_id, kind) do update set sealed_value = excluded.sealed_value,
       digest = excluded.digest, digested = excluded.digested, verified_at = excluded.verified_at`,
    [subjectId, kind, sealed, digest, at],
  )
/**
 * A digest counts while it is of what is sealed now: a process of an older release beside this one replaces
 * the sealed value and knows no digest.
 */
const CURRENT = (of: 'p' | 'e'): string =>
  `case when ${of}.digested = sha256(${of}.sealed_value) then ${of}.digest end`
const STALE = '(digest is null or digested is distinct from sha256(sealed_value))'
interface SeenContact {
  /** null: of an older Sen, not digested yet */
  readonly digest: Buffer | null
  readonly verifiedAt: Date | null
}
/** One row, with what can be compared and nothing to be unsealed. */
export const accountWithContacts = async (read: Reading, subjectId: string) => {
  const row = await read.maybe<{
    state: AccountState
    has_phone: boolean
    phone_digest: Buffer | null
    phone_verified_at: Date | null
    has_email: boolean
    email_digest: Buffer | null
    email_verified_at: Date | null
  }>(
    `select a.state, p.subject_id is not null as has_phone, ${CURRENT('p')} as phone_digest,
       p.verified_at as phone_verified_at, e.subject_id is not null as has_email,
       ${CURRENT('e')} as email_digest, e.verified_at as email_verified_at
     from account a
       left join contact p on p.subject_id = a.subject_id and p.kind = 'phone'
       left join contact e on e.subject_id = a.subject_id and e.kind = 'email'
     where a.subject_id = $1 and a.state <> 'closed'`,
    [subjectId],
  )
  return (
    row && {
      state: row.state,
      phone: row.has_phone ? seen(row.phone_digest, row.phone_verified_at) : null,
      email: row.has_email ? seen(row.email_digest, row.email_verified_at) : null,
    }
  )
}
const seen = (digest: Buffer | null, verifiedAt: Date | null): SeenContact => ({ digest, verifiedAt })
export interface Undigested {
  readonly subject_id: string
  readonly kind: 'phone' | 'email'
}
export const undigested = (read: Reading, after: Undigested, most: number) =>
  read.rows<Undigested>(
    `select subject_id, kind from contact where ${STALE} and (subject_id, kind) > ($1::uuid, $2)
     order by subject_id, kind limit $3`,
    [after.subject_id, after.kind, most],
  )
export const undigestedForUpdate = (work: Work, subjectId: string, kind: 'phone' | 'email') =>
  work.maybe<{ sealed_value: Buffer }>(
    `select sealed_value from contact where subject_id = $1 and kind = $2 and ${STALE} for update`,
    [subjectId, kind],
  )
export const saveDigest = (
  work: Work,
  subjectId: string,
  kind: 'phone' | 'email',
  digest: Buffer,
): Promise<number> =>
  work.run(
    'update contact set digest = $3, digested = sha256(sealed_value) where subject_id = $1 and kind = $2',
    [subjectId, kind, digest],
  )
/** A right code by text message has shown her phone anew. */
export const phoneSeen = (
  work: Work,
  subjectId: string,
  proof: { readonly ownerId: string; readonly id: string },
  at: Date,
): void =>
  work.send(
    `update contact set verified_at = $2
     where subject_id = $1 and kind = 'phone' and verified_at is not null and exists
       (select 1 from contact_proof p where p.owner_id = $3 and p.id = $4 and p.channel = 'sms')`,
    [subjectId, at, proof.ownerId, proof.id],
  )
export const forgetContact = (work: Work, subjectId: string, kind: 'phone' | 'email'): Promise<number> =>
  work.run('delete from contact where subject_id = $1 and kind = $2', [subjectId, kind])
export const forgetContacts = (work: Work, subjectId: string): Promise<number> =>
  work.run('delete from contact where subject_id = $1', [subjectId])
export const contacts = (read: Reading, subjectId: string) =>
  read.rows<{ kind: 'phone' | 'email'; sealed_value: Buffer; verified_at: Date | null }>(
    'select kind, sealed_value, verified_at from contact where subject_id = $1',
    [subjectId],
  )
