/** SQL of the proofs that a phone or e-mail answers. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface ProofRow {
  readonly owner_id: string
  readonly id: string
  readonly channel: 'sms' | 'email'
  readonly sealed_to: Buffer
  readonly sealed_code: Buffer | null
  readonly code_digest: Buffer
  readonly is_sent_out: boolean
  /** Digest of asker, purpose and address: what the tries of all her codes together are counted by. */
  readonly tries_key: Buffer | null
  /** Digest of what all who only typed the address share; null where each is counted alone. */
  readonly crowd_key: Buffer | null
  readonly letter_state: 'queued' | 'sent' | 'delivered' | 'failed'
  readonly tries_left: number
  readonly created_at: Date
  readonly expires_at: Date
  readonly proven_at: Date | null
}

export const insert = (work: Work, row: Omit<ProofRow, 'letter_state' | 'proven_at'>): Promise<number> =>
  work.run(
    `insert into contact_proof (owner_id, id, channel, sealed_to, sealed_code, code_digest, is_sent_out,
       tries_key, crowd_key, tries_left, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.owner_id,
      row.id,
      row.channel,
      row.sealed_to,
      row.sealed_code,
      row.code_digest,
      row.is_sent_out,
      row.tries_key,
      row.crowd_key,
      row.tries_left,
      row.created_at,
      row.expires_at,
    ],
  )
export const find = (read: Reading, ownerId: string, id: string) =>
  read.maybe<ProofRow>('select * from contact_proof where owner_id = $1 and id = $2', [ownerId, id])
export const forUpdate = (work: Work, ownerId: string, id: string) =>
  work.maybe<ProofRow>('select * from contact_proof where owner_id = $1 and id = $2 for update', [
    ownerId,
    id,
  ])
export const saveTry = (
  work: Work,
  ownerId: string,
  id: string,
  triesLeft: number,
  provenAt: Date | null,
): Promise<number> =>
  work.run('update contact_proof set tries_left = $3, proven_at = $4 where owner_id = $1 and id = $2', [
    ownerId,
    id,
    triesLeft,
    provenAt,
  ])
export const forgetCode = (work: Work, ownerId: string, id: string): Promise<number> =>
  work.run('update contact_proof set sealed_code = null where owner_id = $1 and id = $2', [ownerId, id])
export const saveLetterState = (work: Work, ownerId: string, id: string, state: string): Promise<number> =>
  work.run('update contact_proof set letter_state = $3 where owner_id = $1 and id = $2', [ownerId, id, state])
