/**
 * The credential response encrypted to a key of the wallet (OpenID4VCI 1.0 §10): for a wallet whose
 * backend or whose proxies must not read along.
 */
import { createPublicKey } from 'node:crypto'
import { CompactEncrypt, importJWK, type JWK } from 'jose'
import type { InputOf } from '../../../../../contract/operation.ts'
import type { IssueCredentials } from '../../../../../contract/credentials.ts'
import { readPublicKey, type PublicJwk } from '../../../../../formats/jws/algorithms.ts'
import { problem } from '../../../../kernel/problem.ts'
import { ENCRYPTION } from './protocol.ts'

type Asked = InputOf<typeof IssueCredentials>['credential_response_encryption']

export interface Encryption {
  readonly key: JWK
  readonly alg: (typeof ENCRYPTION.alg)[number]
  readonly enc: (typeof ENCRYPTION.enc)[number]
}

/**
 * Null where none is asked for. `alg` stands in the key (§8.2), or beside it, as wallets of the drafts
 * have it. Throws `credentials.encryption-wrong` for what we do not offer, and for a key that is no public
 * key of P-256 for agreement.
 */
export const readEncryption = (asked: Asked): Encryption | null => {
  if (!asked) {
    return null
  }
  const { jwk, zip } = asked
  const alg = ENCRYPTION.alg.find((one) => one === (jwk['alg'] ?? asked.alg))
  const enc = ENCRYPTION.enc.find((one) => one === asked.enc)
  const isForAgreement = jwk['use'] === undefined || jwk['use'] === 'enc'
  const { kty = null, crv = null, x = null, y = null } = jwk as Record<string, string | undefined>
  const point = readPublicKey({ kty, crv, x, y }, 'ES256')
  if (!alg || !enc || !point || !isOnCurve(point) || !isForAgreement || 'd' in jwk || zip !== undefined) {
    throw problem('credentials.encryption-wrong')
  }
  const keyId = typeof jwk['kid'] === 'string' ? { kid: jwk['kid'] } : {}
  return { key: { ...point, ...keyId }, alg, enc }
}

const isOnCurve = (point: PublicJwk): boolean => {
  try {
    createPublicKey({ format: 'jwk', key: { ...point } })
    return true
  } catch {
    return false
  }
}

/** JWE in compact form. */
export const encrypted = async (answer: unknown, { key, alg, enc }: Encryption): Promise<string> =>
  new CompactEncrypt(Buffer.from(JSON.stringify(answer)))
    .setProtectedHeader({ alg, enc, ...(key.kid === undefined ? {} : { kid: key.kid }) })
    .encrypt(await importJWK(key, alg))
