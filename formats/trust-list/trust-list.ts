/**
 * Whose documents are believed: issuers with their names, keys and kinds of document, in one signed text that
 * a verifier keeps for when it has no network. `README.md` says what is refused.
 */
import { readPublicKey, type Algorithm, type JwsSigner, type PublicJwk } from '../jws/algorithms.ts'
import { judgeJws, openJws, signJws } from '../jws/compact-jws.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import type { Parsed } from '../parsed.ts'
import { judged, refuseIf, TrustListFault, type TrustListFaultCode } from './trust-list-fault.ts'

const TYPE = 'trust-list+jwt'
const DEPTH = 8

/**
 * A few hundred issuers of a nation, each with a handful of keys. Status lists are another matter: fifty
 * million phones with ten documents each, two weeks long, fill some three thousand.
 */
export const trustListLimits = {
  characters: 1024 * 1024,
  issuers: 1000,
  each: 100,
  statusLists: 5000,
} as const

export interface Words {
  readonly vi: string
  readonly en: string
}
/** How a value is written and read out; `answer` is yes or no. */
const claimKinds = ['text', 'code', 'date', 'list', 'count', 'answer', 'picture'] as const
export interface NamedClaim {
  readonly name: string
  readonly names: Words
  readonly kind: (typeof claimKinds)[number]
}
interface NamedKind {
  readonly vct: string
  readonly names: Words
  /** What its holder may show of it, in the order in which it is read out. */
  readonly claims: readonly NamedClaim[]
}
interface TrustedKey extends PublicJwk {
  readonly kid: string
}
export interface TrustedIssuer {
  /** What its documents say as `iss`. */
  readonly issuer: string
  readonly names: Words
  /** Those that sign documents and status lists. */
  readonly keys: readonly TrustedKey[]
  readonly kinds: readonly NamedKind[]
  /** Where the statuses of its documents stand: all of them, so that nobody asks for one. */
  readonly statusLists: readonly string[]
}
export interface TrustList {
  readonly issuedAt_s: number
  readonly expiresAt_s: number
  readonly issuers: readonly TrustedIssuer[]
}

/** `url`: where it is fetched. */
export const signTrustList = (
  { issuedAt_s, expiresAt_s, issuers }: TrustList,
  url: string,
  signer: JwsSigner,
): Promise<string> => signJws(TYPE, trustListClaims({ issuedAt_s, expiresAt_s, issuers }, url), signer)

/** The same for a signer of another make: what it signs, under the type `trust-list+jwt`. */
export const trustListClaims = (
  { issuedAt_s, expiresAt_s, issuers }: TrustList,
  url: string,
): JsonObject => ({
  sub: url,
  iat: issuedAt_s,
  exp: expiresAt_s,
  issuers: issuers.map(({ issuer, names, keys, kinds, statusLists }) => ({
    issuer,
    names: { vi: names.vi, en: names.en },
    keys: keys.map(({ kid, kty, crv, x, y }) => ({ kid, kty, crv, x, y })),
    kinds: kinds.map((kind) => ({
      vct: kind.vct,
      names: { vi: kind.names.vi, en: kind.names.en },
      claims: kind.claims.map((claim) => {
        return { name: claim.name, names: { vi: claim.names.vi, en: claim.names.en }, kind: claim.kind }
      }),
    })),
    status_lists: [...statusLists],
  })),
})

export interface BelievingTrust {
  readonly url: string
  /** The public key (a JWK) for whoever signed the list, or null. */
  readonly signerKey: (header: JsonObject) => Promise<Json> | Json
  readonly algorithms: readonly Algorithm[]
  readonly now_s: number
  /** How far clocks may differ; 60 unless said. */
  readonly skew_s?: number
}

export const verifyTrustList = (
  token: string,
  { url, signerKey, algorithms, now_s, skew_s = 60 }: BelievingTrust,
): Promise<Parsed<TrustList, TrustListFaultCode>> =>
  judged(async () => {
    refuseIf(token.length > trustListLimits.characters, 'trust-list.too-large')
    const jws = openJws(token, { type: TYPE, algorithms, depth: DEPTH })
    if (!jws.ok) {
      throw new TrustListFault(`trust-list.token-${jws.reason}`)
    }
    const key = await signerKey(jws.value.header)
    refuseIf(key === null, 'trust-list.signer-untrusted')
    const fault = await judgeJws(jws.value, key)
    if (fault !== null) {
      throw new TrustListFault(`trust-list.token-${fault}`)
    }
    const { sub, iat, exp, issuers } = jws.value.claims
    refuseIf(sub !== url, 'trust-list.other-list')
    if (!isTime(iat) || !isTime(exp)) {
      throw new TrustListFault('trust-list.claim-form')
    }
    refuseIf(iat > now_s + skew_s, 'trust-list.not-yet-valid')
    refuseIf(exp <= now_s - skew_s, 'trust-list.expired')
    const read = listOf(issuers, trustListLimits.issuers).map(readIssuer)
    refuseIf(new Set(read.map(({ issuer }) => issuer)).size !== read.length, 'trust-list.claim-form')
    return { issuedAt_s: iat, expiresAt_s: exp, issuers: read }
  })

const isTime = (value: Json | undefined): value is number => typeof value === 'number' && value >= 0

const listOf = (value: Json | undefined, most: number): readonly Json[] => {
  if (!isJsonList(value)) {
    throw new TrustListFault('trust-list.claim-form')
  }
  refuseIf(value.length > most, 'trust-list.too-large')
  return value
}
const objectOf = (value: Json | undefined): JsonObject => {
  if (!isJsonObject(value)) {
    throw new TrustListFault('trust-list.claim-form')
  }
  return value
}
const textOf = (value: Json | undefined): string => {
  if (typeof value !== 'string' || value === '') {
    throw new TrustListFault('trust-list.claim-form')
  }
  return value
}
const wordsOf = (value: Json | undefined): Words => {
  const { vi, en } = objectOf(value)
  return { vi: textOf(vi), en: textOf(en) }
}

const readIssuer = (value: Json): TrustedIssuer => {
  const { issuer, names, keys, kinds, status_lists: statusLists } = objectOf(value)
  const each = trustListLimits.each
  return {
    issuer: textOf(issuer),
    names: wordsOf(names),
    keys: listOf(keys, each).map(readKey),
    kinds: listOf(kinds, each).map((kind) => {
      const { vct, names: kindNames, claims = [] } = objectOf(kind)
      return { vct: textOf(vct), names: wordsOf(kindNames), claims: listOf(claims, each).map(readClaim) }
    }),
    statusLists: listOf(statusLists, trustListLimits.statusLists).map(textOf),
  }
}

/** One of a later kind of value is written as text. */
const readClaim = (value: Json): NamedClaim => {
  const { name, names, kind } = objectOf(value)
  return {
    name: textOf(name),
    names: wordsOf(names),
    kind: claimKinds.find((one) => one === kind) ?? 'text',
  }
}

const readKey = (value: Json): TrustedKey => {
  const key = readPublicKey(value, 'ES256')
  if (key === null) {
    throw new TrustListFault('trust-list.claim-form')
  }
  return { ...key, kid: textOf(objectOf(value)['kid']) }
}
