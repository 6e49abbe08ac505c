/** SQL of the authority and the signers of documents. */
import type { Reading } from '../../../../kernel/work.ts'

export interface AuthorityRow {
  readonly turn: number
  readonly certificate: Buffer
  readonly ends_at: Date
}
export const authorities = (read: Reading, at: Date) =>
  read.rows<AuthorityRow>(
    'select turn, certificate, ends_at from credential_authority where ends_at > $1 order by turn desc',
    [at],
  )
export const lastTurnOfAuthority = async (read: Reading): Promise<number> =>
  (await read.one<{ turn: number }>('select coalesce(max(turn), 0) as turn from credential_authority')).turn
/** Of two who make the same turn, the first one's stands. */
export const insertAuthority = (read: Reading, row: AuthorityRow) =>
  read.rows(
    'insert into credential_authority (turn, certificate, ends_at) values ($1, $2, $3) on conflict do nothing',
    [row.turn, row.certificate, row.ends_at],
  )

export interface PublicJwkRow {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
}
export interface SignerRow {
  readonly turn: number
  readonly key_id: string
  readonly public_jwk: PublicJwkRow
  readonly sealed_jwk: Buffer
  readonly certificate: Buffer
  readonly signs_from: Date
  readonly signs_until: Date
  readonly ends_at: Date
}
/** All whose work may still be valid, the latest first. */
export const signers = (read: Reading, at: Date) =>
  read.rows<SignerRow>(
    `select turn, key_id, public_jwk, sealed_jwk, certificate, signs_from, signs_until, ends_at
     from credential_signer where ends_at > $1 order by turn desc`,
    [at],
  )
export const lastTurnOfSigner = async (read: Reading): Promise<number> =>
  (await read.one<{ turn: number }>('select coalesce(max(turn), 0) as turn from credential_signer')).turn
export const insertSigner = (read: Reading, row: SignerRow) =>
  read.rows(
    `insert into credential_signer
       (turn, key_id, public_jwk, sealed_jwk, certificate, signs_from, signs_until, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      row.turn,
      row.key_id,
      JSON.stringify(row.public_jwk),
      row.sealed_jwk,
      row.certificate,
      row.signs_from,
      row.signs_until,
      row.ends_at,
    ],
  )
