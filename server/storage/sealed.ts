/**
 * Sealed columns: AES-256-GCM under a key of the person's own, which is itself wrapped by the key-encryption
 * key (kept outside the
 * database). The column's name and the subject are bound in as associated data, so a sealed value cannot be
 * moved to another place.
 * Layout: version 1 (1 byte) | nonce (12) | ciphertext | tag (16).
 */
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type CipherKey,
  type KeyObject,
} from 'node:crypto'
import { now } from '../kernel/clock.ts'
import { newSecret } from '../kernel/id.ts'
import type { Sealer } from '../kernel/tools.ts'
import { statement, type Pool } from './pool.ts'

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16

export const sealWith = (key: CipherKey, context: string, value: Uint8Array | string): Buffer => {
  const nonce = newSecret(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(value), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()])
}

export const openWith = (key: CipherKey, context: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) {
    throw new Error(`${context}: not a sealed value of this version`)
  }
  const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES))
  opener.setAAD(Buffer.from(context))
  opener.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
  return Buffer.concat([
    opener.update(bytes.subarray(1 + NONCE_BYTES, bytes.length - TAG_BYTES)),
    opener.final(),
  ])
}

export interface KeyEncryptionKey {
  readonly id: string
  readonly key: Uint8Array
}

/** How long an unwrapped key stays in memory: an erased person's key is gone everywhere after this. */
const KEY_LIFETIME_MS = 60_000
const KEYS_MAX = 10_000

export const openSealer = (pool: Pool, kek: KeyEncryptionKey, platformKey: Uint8Array): Sealer => {
  // As key objects: a raw key would be prepared anew for every value, which costs more than the value.
  const platform = createSecretKey(platformKey)
  const held = new Map<string, { key: KeyObject; until: number }>()
  const hold = (subjectId: string, bytes: Buffer): KeyObject => {
    const key = createSecretKey(bytes)
    if (held.size >= KEYS_MAX) {
      held.delete(held.keys().next().value ?? '')
    }
    held.set(subjectId, { key, until: now().getTime() + KEY_LIFETIME_MS })
    return key
  }
  const wrapContext = (subjectId: string) => `subject_key ${kek.id} ${subjectId}`
  const keyOf = async (subjectId: string, mayMake: boolean): Promise<KeyObject> => {
    const known = held.get(subjectId)
    if (known && known.until > now().getTime()) {
      return known.key
    }
    if (mayMake) {
      const fresh = newSecret(32)
      // In a statement of its own: a key without data harms nobody, data without a key is lost.
      const made = await pool.query(
        statement(
          'insert into subject_key (subject_id, wrapped_key, kek_id, created_at) values ($1, $2, $3, $4) on conflict do nothing',
          [subjectId, sealWith(kek.key, wrapContext(subjectId), fresh), kek.id, now()],
        ),
      )
      if (made.rowCount === 1) {
        return hold(subjectId, fresh)
      }
    }
    const {
      rows: [row],
    } = await pool.query<{ wrapped_key: Buffer }>(
      statement('select wrapped_key from subject_key where subject_id = $1', [subjectId]),
    )
    if (!row) {
      throw new Error('the key of this person is gone: her sealed data was erased')
    }
    return hold(subjectId, openWith(kek.key, wrapContext(subjectId), row.wrapped_key))
  }
  return {
    seal: async (subjectId, column, value) =>
      sealWith(await keyOf(subjectId, true), `${subjectId} ${column}`, value),
    open: async (subjectId, column, sealed) =>
      openWith(await keyOf(subjectId, false), `${subjectId} ${column}`, sealed),
    sealWithPlatformKey: (column, value) => sealWith(platform, `house ${column}`, value),
    unsealWithPlatformKey: (column, sealed) => openWith(platform, `house ${column}`, sealed),
  }
}
