/** SQL of opened ways to fetch documents, and of nonces that were used. */
import type { Reading, Work } from '../../../../kernel/work.ts'

export interface OfferRow {
  readonly subject_id: string
  /** Who acts for her, and by which tie: session and device are that person's. Null: she herself. */
  readonly holder_id: string | null
  readonly tie_id: string | null
  readonly device_id: string
  readonly session_id: string
  readonly wallet: 'own' | 'other'
  readonly configurations: readonly string[]
  readonly tx_code_digest: Buffer | null
  readonly tx_failures: number
  readonly expires_at: Date
  readonly used_at: Date | null
}
const OFFER = `subject_id, holder_id, tie_id, device_id, session_id, wallet, configurations, tx_code_digest,
  tx_failures, expires_at, used_at`

export const insertOffer = (
  work: Work,
  codeDigest: Buffer,
  row: Omit<OfferRow, 'tx_failures' | 'used_at'>,
): void =>
  work.send(
    `insert into credential_offer
       (code_digest, subject_id, device_id, session_id, wallet, configurations, tx_code_digest, expires_at,
        holder_id, tie_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      codeDigest,
      row.subject_id,
      row.device_id,
      row.session_id,
      row.wallet,
      row.configurations,
      row.tx_code_digest,
      row.expires_at,
      row.holder_id,
      row.tie_id,
    ],
  )
export const offerForUpdate = (work: Work, codeDigest: Buffer) =>
  work.maybe<OfferRow>(`select ${OFFER} from credential_offer where code_digest = $1 for update`, [
    codeDigest,
  ])
export const countTxFailure = (work: Work, codeDigest: Buffer): Promise<number> =>
  work.run('update credential_offer set tx_failures = tx_failures + 1 where code_digest = $1', [codeDigest])
export const giveToken = (
  work: Work,
  codeDigest: Buffer,
  token: { readonly digest: Buffer; readonly at: Date; readonly endsAt: Date },
): Promise<number> =>
  work.run(
    `update credential_offer set used_at = $3, token_digest = $2, token_ends_at = $4 where code_digest = $1`,
    [codeDigest, token.digest, token.at, token.endsAt],
  )
/** A code that comes twice was seen by somebody else: the token of the first time ends as well. */
export const takeTokenBack = (work: Work, codeDigest: Buffer): Promise<number> =>
  work.run('update credential_offer set token_digest = null, token_ends_at = null where code_digest = $1', [
    codeDigest,
  ])
export const offerOfToken = (read: Reading, tokenDigest: Buffer, at: Date) =>
  read.maybe<OfferRow>(
    `select ${OFFER} from credential_offer where token_digest = $1 and token_ends_at > $2`,
    [tokenDigest, at],
  )

/** Whether this is the first time. */
export const spendNonce = async (work: Work, digest: Buffer, endsAt: Date): Promise<boolean> =>
  (await work.run(
    'insert into spent_credential_nonce (digest, ends_at) values ($1, $2) on conflict do nothing',
    [digest, endsAt],
  )) === 1
