/**
 * Judges credentials and presentations (RFC 9901 §7.1, §7.3; draft-ietf-oauth-sd-jwt-vc §2.4). Whether a
 * status list has revoked it is asked by the caller, with what `status` says.
 */
import type { Algorithm } from '../jws/algorithms.ts'
import { judgeJws, openJws } from '../jws/compact-jws.ts'
import { isJsonList, type Json, type JsonObject } from '../jws/strict-json.ts'
import type { Parsed } from '../parsed.ts'
import { CREDENTIAL_TYPE, judgeTimes, KEY_BINDING_TYPE } from './credential-claims.ts'
import { digestOf, sdJwtLimits } from './disclosure.ts'
import { openSplit, type OpenedCredential, type ReadCredential } from './read-credential.ts'
import { judged, orFault, refuseIf, SdJwtFault, type SdJwtFaultCode } from './sd-jwt-fault.ts'
import { splitSdJwt } from './split-sd-jwt.ts'

/** What an unproven credential says of who signed it: enough to look for a key, nothing to believe. */
interface ClaimedIssuer {
  readonly issuer: string | null
  readonly vct: string | null
  /** `kid`, `x5c` and the rest, as they stand there. */
  readonly header: JsonObject
}
export interface Trust {
  /** Whose signatures are believed: the public key (a JWK) for it, or null for everybody else. */
  readonly issuerKey: (claimed: ClaimedIssuer) => Promise<Json> | Json
  readonly algorithms: readonly Algorithm[]
  /** Kinds of document that are accepted; any, unless said. */
  readonly kinds?: readonly string[]
  /** Seconds since 1970. */
  readonly now_s: number
  /** How far clocks may differ; 60 unless said. */
  readonly skew_s?: number
}
export interface Asked {
  readonly nonce: string
  readonly audience: string
  /** How long ago the holder's key may have signed. */
  readonly maxAge_s: number
  /** A credential without a holder's key is believed of whoever has it. False unless said. */
  readonly isBearerAccepted?: boolean
}

/** What a holder checks when a credential comes from its issuer: no key binding yet. */
export const verifyIssued = (text: string, trust: Trust): Promise<Parsed<ReadCredential, SdJwtFaultCode>> =>
  judged(async () => {
    const opened = await openProven(text, trust)
    refuseIf(opened.split.keyBinding !== null, 'sd-jwt.key-binding-unexpected')
    return withoutParts(opened)
  })

/**
 * What a verifier checks. A credential with a holder's key is never believed without that key's signature
 * over this nonce, this audience and exactly these disclosures.
 */
export const verifyPresentation = (
  text: string,
  trust: Trust,
  asked: Asked,
): Promise<Parsed<ReadCredential, SdJwtFaultCode>> =>
  judged(async () => {
    const opened = await openProven(text, trust)
    const { holderKey, split, claims } = opened
    // A credential made for some verifiers is none of the others' (RFC 7519 §4.1.3).
    const { aud = asked.audience } = claims
    const isForThis = isJsonList(aud) ? aud.includes(asked.audience) : aud === asked.audience
    refuseIf(!isForThis, 'sd-jwt.other-audience')
    if (holderKey === null) {
      refuseIf(asked.isBearerAccepted !== true, 'sd-jwt.holder-key-missing')
      refuseIf(split.keyBinding !== null, 'sd-jwt.key-binding-unexpected')
    } else {
      await judgeKeyBinding(opened, holderKey, trust, asked)
    }
    return withoutParts(opened)
  })

const withoutParts = ({ split: _, hash: __, ...read }: OpenedCredential): ReadCredential => read

const openProven = async (text: string, trust: Trust): Promise<OpenedCredential> => {
  const split = splitSdJwt(text)
  const { algorithms, kinds, now_s, skew_s = SKEW_s } = trust
  const jws = orFault(
    'issuer',
    openJws(split.jwt, { type: CREDENTIAL_TYPE, algorithms, depth: sdJwtLimits.depth }),
  )
  const { iss, vct } = jws.claims
  const key = await trust.issuerKey({
    issuer: typeof iss === 'string' ? iss : null,
    vct: typeof vct === 'string' ? vct : null,
    header: jws.header,
  })
  refuseIf(key === null, 'sd-jwt.issuer-untrusted')
  const fault = await judgeJws(jws, key)
  if (fault !== null) {
    throw new SdJwtFault(`sd-jwt.issuer-${fault}`)
  }
  const opened = await openSplit(split, jws.claims)
  refuseIf(kinds !== undefined && !kinds.includes(opened.vct), 'sd-jwt.kind')
  judgeTimes(opened, now_s, skew_s)
  return opened
}

const SKEW_s = 60

const judgeKeyBinding = async (
  { split, hash }: OpenedCredential,
  holderKey: JsonObject,
  { algorithms, now_s, skew_s = SKEW_s }: Trust,
  { nonce, audience, maxAge_s }: Asked,
): Promise<void> => {
  if (split.keyBinding === null) {
    throw new SdJwtFault('sd-jwt.key-binding-missing')
  }
  const jws = orFault(
    'key-binding',
    openJws(split.keyBinding, { type: KEY_BINDING_TYPE, algorithms, depth: sdJwtLimits.depth }),
  )
  const fault = await judgeJws(jws, holderKey)
  if (fault !== null) {
    throw new SdJwtFault(`sd-jwt.key-binding-${fault}`)
  }
  const { iat, aud, nonce: signedNonce, sd_hash: signedHash, exp, nbf } = jws.claims
  if (typeof iat !== 'number' || [aud, signedNonce, signedHash].some((one) => typeof one !== 'string')) {
    throw new SdJwtFault('sd-jwt.key-binding-claims')
  }
  refuseIf(signedHash !== (await digestOf(split.bound, hash)), 'sd-jwt.key-binding-hash')
  refuseIf(aud !== audience, 'sd-jwt.key-binding-audience')
  refuseIf(signedNonce !== nonce, 'sd-jwt.key-binding-nonce')
  const [oldest, newest] = [now_s - maxAge_s - skew_s, now_s + skew_s]
  const isInTime =
    iat >= oldest &&
    iat <= newest &&
    (exp === undefined || (typeof exp === 'number' && exp > now_s - skew_s)) &&
    (nbf === undefined || (typeof nbf === 'number' && nbf <= newest))
  refuseIf(!isInTime, 'sd-jwt.key-binding-time')
}
