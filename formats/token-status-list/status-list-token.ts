/**
 * A status list that somebody answers for: a JWT of the type `statuslist+jwt` (Token Status List §5.1,
 * §8.3).
 */
import type { Algorithm, JwsSigner } from '../jws/algorithms.ts'
import { decodeBase64url, encodeBase64url } from '../jws/base64url.ts'
import { judgeJws, openJws, signJws } from '../jws/compact-jws.ts'
import { isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import type { Parsed } from '../parsed.ts'
import { deflate, inflate, type Deflate } from './pack-statuses.ts'
import { judged, refuseIf, StatusListFault, type StatusListFaultCode } from './status-list-fault.ts'
import { entrySizes, type StatusList } from './status-list.ts'

const TYPE = 'statuslist+jwt'
const DEPTH = 8

/** Forty million documents of one bit are five million bytes; above that a list is parted. */
export const statusListLimits = { characters: 16 * 2 ** 20, unpacked_bytes: 8 * 2 ** 20 } as const

export interface Publishing {
  readonly list: StatusList
  /** Where it is fetched; every document of the list names it so. */
  readonly uri: string
  /** Seconds since 1970, as all times here. */
  readonly issuedAt_s: number
  readonly expiresAt_s?: number
  /** How long a verifier may keep its copy. */
  readonly ttl_s?: number
  readonly signer: JwsSigner
  readonly deflate?: Deflate
}

export const signStatusList = async (publishing: Publishing): Promise<string> => {
  const { list, uri, issuedAt_s, expiresAt_s, ttl_s, signer } = publishing
  const lst = encodeBase64url(await (publishing.deflate ?? deflate)(list.bytes))
  const claims: JsonObject = {
    sub: uri,
    iat: issuedAt_s,
    ...(expiresAt_s === undefined ? {} : { exp: expiresAt_s }),
    ...(ttl_s === undefined ? {} : { ttl: ttl_s }),
    status_list: { bits: list.bits, lst },
  }
  return signJws(TYPE, claims, signer)
}

export interface Believing {
  /** What the document says: its reference's `uri`. */
  readonly uri: string
  /** The public key (a JWK) of whom the caller believes for this list, or null. */
  readonly issuerKey: (header: JsonObject) => Promise<Json> | Json
  readonly algorithms: readonly Algorithm[]
  readonly now_s: number
  /** How far clocks may differ; 60 unless said. */
  readonly skew_s?: number
  /** When this copy was fetched; now, unless said. */
  readonly fetchedAt_s?: number
  /** How old a list may be by its own `iat`, whatever its issuer allows. */
  readonly maxAge_s?: number
  readonly limits?: { readonly characters: number; readonly unpacked_bytes: number }
}
export interface VerifiedStatusList {
  readonly list: StatusList
  readonly issuedAt_s: number
  /**
   * When a fresh copy is due: the earliest of what the issuer and the caller say; null where neither says
   * any.
   */
  readonly freshUntil_s: number | null
}

export const verifyStatusList = (
  token: string,
  believing: Believing,
): Promise<Parsed<VerifiedStatusList, StatusListFaultCode>> =>
  judged(async () => {
    const { uri, issuerKey, algorithms, limits = statusListLimits } = believing
    refuseIf(token.length > limits.characters, 'status-list.too-large')
    const jws = openJws(token, { type: TYPE, algorithms, depth: DEPTH })
    if (!jws.ok) {
      throw new StatusListFault(`status-list.token-${jws.reason}`)
    }
    const key = await issuerKey(jws.value.header)
    refuseIf(key === null, 'status-list.issuer-untrusted')
    const fault = await judgeJws(jws.value, key)
    if (fault !== null) {
      throw new StatusListFault(`status-list.token-${fault}`)
    }
    const { claims } = jws.value
    refuseIf(claims['sub'] !== uri, 'status-list.other-list')
    const times = judgeTimes(claims, believing)
    return { list: await readList(claims['status_list'], limits.unpacked_bytes), ...times }
  })

const readList = async (claim: Json | undefined, limit_bytes: number): Promise<StatusList> => {
  const { bits: size, lst } = isJsonObject(claim) ? claim : {}
  const bits = entrySizes.find((one) => one === size)
  if (bits === undefined) {
    throw new StatusListFault('status-list.bits')
  }
  const packed = typeof lst === 'string' ? decodeBase64url(lst) : null
  if (packed === null) {
    throw new StatusListFault('status-list.claim-form')
  }
  return { bits, bytes: await inflate(packed, limit_bytes) }
}

const isTime = (value: Json | undefined): value is number => typeof value === 'number' && value >= 0

const judgeTimes = (claims: JsonObject, believing: Believing): Omit<VerifiedStatusList, 'list'> => {
  const { iat, exp, ttl, nbf } = claims
  const { now_s, skew_s = 60, maxAge_s = Infinity } = believing
  if (!isTime(iat) || ![exp, ttl, nbf].every((one) => one === undefined || isTime(one)) || ttl === 0) {
    throw new StatusListFault('status-list.claim-form')
  }
  refuseIf(Math.max(iat, isTime(nbf) ? nbf : 0) > now_s + skew_s, 'status-list.not-yet-valid')
  refuseIf(isTime(exp) && exp <= now_s - skew_s, 'status-list.expired')
  // A copy from the future is one of a clock that was wrong: it stays fresh no longer for that.
  const fetchedAt_s = Math.min(believing.fetchedAt_s ?? now_s, now_s)
  const dueBy_s = Math.min(isTime(ttl) ? fetchedAt_s + ttl : Infinity, iat + maxAge_s)
  refuseIf(dueBy_s < now_s, 'status-list.stale')
  const freshUntil_s = Math.min(dueBy_s, isTime(exp) ? exp : Infinity)
  return { issuedAt_s: iat, freshUntil_s: Number.isFinite(freshUntil_s) ? freshUntil_s : null }
}
