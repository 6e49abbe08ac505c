// Fetches documents for showing (OpenID4VCI 1.0, pre-authorised code): as many keys as documents, each proven
// by a signature, so that no two places at which she shows one can compare what they saw.
import type { OfferCredentials } from '../../../../contract/credentials.ts'
import { signerWith, type PublicJwk } from '../../../../formats/jws/algorithms.ts'
import { signJws } from '../../../../formats/jws/compact-jws.ts'
import { isJsonList, isJsonObject, type Json } from '../../../../formats/jws/strict-json.ts'
import { verifyIssued } from '../../../../formats/sd-jwt-vc/verify-credential.ts'
import { asProblem, networkProblem, strangeAnswer } from '../../../client/problem.ts'
import { now } from '../../../ui/clock.ts'
import { ownDeed } from '../shell/session.ts'

const TIMEOUT_ms = 20_000
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }

/** A document by its identifier (OpenID4VCI 1.0 §3.3.4), and for how many keys. */
export interface Wanted {
  readonly identifier: string
  readonly count: number
}
export interface Fetched {
  readonly credential: string
  /** Names its key: the coordinates of the public half. */
  readonly keyName: string
  readonly key: CryptoKey
  readonly expiresAt_s: number
}

const asked = async (path: string, init: RequestInit): Promise<Record<string, Json>> => {
  const response = await fetch(path, {
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_ms),
    ...init,
  }).catch(() => {
    throw networkProblem('unreachable')
  })
  if (!response.ok) {
    throw strangeAnswer(response.status)
  }
  return (await response.json()) as Record<string, Json>
}

interface MadeKey {
  readonly jwk: PublicJwk
  readonly key: CryptoKey
}
const makeKey = async (): Promise<MadeKey> => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return { jwk: { kty: 'EC', crv: 'P-256', x, y }, key: privateKey }
}

const GRANT = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'
const configurationIn = (identifier: string): string => identifier.split('.')[0] ?? ''

export interface Way {
  readonly pathname: string
  readonly issuer: string
  readonly token: string
  readonly keys: readonly Json[]
  /** Of the documents that can be had by it. */
  readonly identifiers: readonly string[]
}

const textsOf = (value: Json | undefined): readonly string[] =>
  (isJsonList(value) ? value : []).filter((one) => typeof one === 'string')
const identifiersIn = (details: Json | undefined): readonly string[] =>
  (isJsonList(details) ? details : []).flatMap((one) =>
    isJsonObject(one) ? textsOf(one['credential_identifiers']) : [],
  )

/** One token for those of the configurations that are meant and can be issued now. */
export const openWay = async (isMeant: (configuration: string) => boolean): Promise<Way> => {
  const { offer } = await ownDeed<typeof OfferCredentials>('wallet.credential-offer', { for: 'this-phone' })
  const issuer = offer.credential_issuer
  const { pathname } = new URL(issuer)
  const details = offer.credential_configuration_ids
    .filter(isMeant)
    .map((id) => ({ type: 'openid_credential', credential_configuration_id: id }))
  const form = new URLSearchParams({
    grant_type: GRANT,
    'pre-authorized_code': offer.grants[GRANT]['pre-authorized_code'],
    ...(details.length > 0 ? { authorization_details: JSON.stringify(details) } : {}),
  })
  const answer = await asked(`${pathname}/token`, { method: 'POST', body: form })
  const { jwks } = await asked(`${pathname}/trust`, {})
  const keys = isJsonObject(jwks) && isJsonList(jwks['keys']) ? jwks['keys'] : []
  const identifiers = identifiersIn(answer['authorization_details'])
  return { pathname, issuer, token: String(answer['access_token']), keys, identifiers }
}

export const fetchOne = async (way: Way, { identifier, count }: Wanted): Promise<readonly Fetched[]> => {
  const { pathname, issuer, token } = way
  const { c_nonce: nonce } = await asked(`${pathname}/nonce`, { method: 'POST' })
  const made = await Promise.all(Array.from({ length: count }, makeKey))
  const claims = { aud: issuer, iat: Math.floor(now() / 1000), nonce: String(nonce) }
  const proofs = await Promise.all(
    made.map(({ jwk, key }) =>
      signJws('openid4vci-proof+jwt', claims, signerWith(key, 'ES256', { jwk: { ...jwk } })),
    ),
  )
  const answer = await asked(`${pathname}/credential`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ credential_identifier: identifier, proofs: { jwt: proofs } }),
  })
  return proven(way, textsIn(answer['credentials']), made)
}

/**
 * By the identifiers of what came. Throws Problem without a network, and for what the issuer refuses of
 * `mustCome`; what else is refused now, such as of a register that has just changed its mind, comes another
 * time.
 */
export const fetchCredentials = async (
  wanted: readonly Wanted[],
  mustCome: string,
): Promise<ReadonlyMap<string, readonly Fetched[]>> => {
  const named = new Set(wanted.map(({ identifier }) => configurationIn(identifier)))
  const way = await openWay((id) => named.has(id))
  const fetched = new Map<string, readonly Fetched[]>()
  for (const one of wanted) {
    const got = await fetchOne(way, one).catch((reason: unknown) => {
      if (one.identifier === mustCome || asProblem(reason).isOfNetwork) {
        throw reason
      }
      return null
    })
    if (got) {
      fetched.set(one.identifier, got)
    }
  }
  return fetched
}

const textsIn = (value: Json | undefined): readonly string[] =>
  (isJsonList(value) ? value : []).flatMap((one) => {
    const text = isJsonObject(one) ? one['credential'] : undefined
    return typeof text === 'string' ? [text] : []
  })

/** What the phone keeps is what a verifier will believe: signed by this issuer, to a key that lies here. */
const proven = async (
  { issuer, keys }: Way,
  credentials: readonly string[],
  made: readonly MadeKey[],
): Promise<readonly Fetched[]> => {
  const now_s = now() / 1000
  const issuerKey: Parameters<typeof verifyIssued>[1]['issuerKey'] = ({ issuer: name, header }) =>
    name === issuer ? (keys.find((key) => isJsonObject(key) && key['kid'] === header['kid']) ?? null) : null
  return Promise.all(
    credentials.map(async (credential) => {
      const read = await verifyIssued(credential, { issuerKey, algorithms: ['ES256'], now_s })
      const holderKey = read.ok ? read.value.holderKey : null
      const mine = made.find(({ jwk }) => jwk.x === holderKey?.['x'] && jwk.y === holderKey?.['y'])
      if (!read.ok || !mine || read.value.expiresAt_s === null) {
        throw strangeAnswer(200)
      }
      const keyName = `${mine.jwk.x}.${mine.jwk.y}`
      return { credential, keyName, key: mine.key, expiresAt_s: read.value.expiresAt_s }
    }),
  )
}
