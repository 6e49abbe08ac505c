/**
 * The keys that sign ID tokens and logout tokens: ES256, one current, one next (published before its turn, so
 * that no party meets an unknown
 * key), retired ones published until nothing they signed can be valid. Private halves are sealed by the
 * house.
 */
import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { later, now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import type { Signer, Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { keyOverlap_s } from '../rules.ts'
import * as store from '../store.ts'

export interface SigningJwk {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
  readonly d: string
  readonly kid: string
  readonly alg: 'ES256'
  readonly use: 'sig'
}

const drawKey = (): SigningJwk => {
  const {
    x = '',
    y = '',
    d = '',
  } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  // RFC 7638: the members in this order, nothing else.
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url')
  return { kty: 'EC', crv: 'P-256', x, y, d, kid, alg: 'ES256', use: 'sig' }
}

const addKey = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  state: 'current' | 'next',
  at: Date,
): Promise<string> => {
  const jwk = drawKey()
  await store.insertKey(
    work,
    jwk.kid,
    state,
    tools.sealer.sealWithPlatformKey(`signing-key ${jwk.kid}`, JSON.stringify(jwk)),
    at,
  )
  return jwk.kid
}

/** The keys to publish; the first one signs. */
export const loadKeys = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  at: Date,
): Promise<SigningJwk[]> =>
  (await store.keys(read, at)).map(
    (row) =>
      JSON.parse(
        tools.sealer.unsealWithPlatformKey(`signing-key ${row.kid}`, row.sealed_jwk).toString('utf8'),
      ) as SigningJwk,
  )

/** Draws the first keys of an installation; two first starts at once end with the same pair. */
export const ensureKeys = async (context: AppContext): Promise<SigningJwk[]> => {
  const found = await loadKeys(context.tools.read, context.tools, now())
  if (found.length >= 2) {
    return found
  }
  await context.transact(async (work) => {
    await addKey(work, context.tools, 'current', now())
    await addKey(work, context.tools, 'next', now())
  })
  return loadKeys(context.tools.read, context.tools, now())
}

/**
 * The next key takes over, the current one retires, a new next one is drawn. Every process follows within
 * half a minute.
 */
export const rotateKeys = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
): Promise<{ readonly current: string; readonly next: string; readonly retiredUntil: string }> => {
  const at = now()
  const until = later(at, inForce(keyOverlap_s, at))
  await store.deleteEndedKeys(work, at)
  await store.retireKey(work, until)
  if ((await store.promoteKey(work)) !== 1) {
    await addKey(work, tools, 'current', at)
  }
  const next = await addKey(work, tools, 'next', at)
  const current = (await loadKeys(work, tools, at))[0]?.kid ?? ''
  return { current, next, retiredUntil: until.toISOString() }
}

const HELD_MS = 30_000

/**
 * The issuer's signature for the other modules: an identity card, a logout token. Follows a rotation within
 * half a minute.
 */
export const openSigner = (read: Reading, sealer: Tools['sealer']): Signer => {
  let held: { jwk: SigningJwk; key: KeyObject; until: number } | null = null
  const present = async () => {
    if (held && held.until > now().getTime()) {
      return held
    }
    const [jwk] = await loadKeys(read, { sealer }, now())
    if (!jwk) {
      throw new Error('there is no signing key yet')
    }
    held = {
      jwk,
      key: createPrivateKey({ key: { ...jwk }, format: 'jwk' }),
      until: now().getTime() + HELD_MS,
    }
    return held
  }
  return {
    async sign(typ, claims) {
      const { jwk, key } = await present()
      const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
      const text = `${encode({ alg: jwk.alg, typ, kid: jwk.kid })}.${encode(claims)}`
      return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
    },
  }
}
