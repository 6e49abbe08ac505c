/** The issuer's signature as a tool: the provider's present ES256 key, read again every half minute, so that a rotation reaches documents too. */
import { createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { now } from './kernel/clock.ts'
import type { Sealer, Signer } from './kernel/tools.ts'
import type { Reading } from './kernel/work.ts'
import { loadKeys } from './modules/federation/signing-keys.ts'

const HOLD_MS = 30_000
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export const openSigner = (read: Reading, sealer: Sealer): Signer => {
  let held: { key: KeyObject; kid: string; until: number } | null = null
  const present = async (): Promise<{ key: KeyObject; kid: string }> => {
    if (held && held.until > Date.now()) return held
    const jwk = (await loadKeys(read, { sealer }, now()))[0]
    if (!jwk) throw new Error('the issuer has no signing key yet')
    const { kty, crv, x, y, d } = jwk
    held = { key: createPrivateKey({ format: 'jwk', key: { kty, crv, x, y, d } }), kid: jwk.kid, until: Date.now() + HOLD_MS }
    return held
  }
  return {
    async sign(typ, claims) {
      const { key, kid } = await present()
      const text = `${part({ alg: 'ES256', typ, kid })}.${part(claims)}`
      // RFC 7518 §3.4: r|s
      return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
    },
  }
}
