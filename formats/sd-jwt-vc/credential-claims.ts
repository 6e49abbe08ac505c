/**
 * What a credential says of itself (draft-ietf-oauth-sd-jwt-vc §2.2.2): who issued which kind for how long,
 * to whose key, and where its status stands.
 */
import { isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import type { ClaimPath } from './open-claims.ts'
import { refuseIf, SdJwtFault } from './sd-jwt-fault.ts'

export const CREDENTIAL_TYPE = 'dc+sd-jwt'
export const KEY_BINDING_TYPE = 'kb+jwt'

/** Claims on which the verdict rests. They never stand in a disclosure, which a holder could leave out. */
export const protectedClaims: ReadonlySet<string> = new Set([
  'iss',
  'nbf',
  'exp',
  'cnf',
  'vct',
  'vct#integrity',
  'aka_vcts',
  'status',
])

/** Where a Token Status List says whether it still holds (`formats/token-status-list`). */
export interface StatusReference {
  readonly uri: string
  readonly idx: number
}
export interface CredentialFacts {
  readonly vct: string
  readonly issuer: string | null
  /** Seconds since 1970, as all times here. */
  readonly issuedAt_s: number | null
  readonly notBefore_s: number | null
  readonly expiresAt_s: number | null
  readonly holderKey: JsonObject | null
  readonly status: StatusReference | null
}

export const readFacts = (
  claims: JsonObject,
  revealed: readonly { readonly path: ClaimPath }[],
): CredentialFacts => {
  refuseIf(
    revealed.some(({ path: [top] }) => typeof top === 'string' && protectedClaims.has(top)),
    'sd-jwt.disclosure-protected',
  )
  const { vct, iss = null } = claims
  if (typeof vct !== 'string' || vct === '' || (iss !== null && typeof iss !== 'string')) {
    throw new SdJwtFault('sd-jwt.claim-form')
  }
  return {
    vct,
    issuer: iss,
    issuedAt_s: readTime(claims['iat']),
    notBefore_s: readTime(claims['nbf']),
    expiresAt_s: readTime(claims['exp']),
    holderKey: readHolderKey(claims['cnf']),
    status: readStatus(claims['status']),
  }
}

const readTime = (value: Json | undefined): number | null => {
  if (value === undefined) {
    return null
  }
  if (typeof value !== 'number' || value < 0) {
    throw new SdJwtFault('sd-jwt.claim-form')
  }
  return value
}

/** `jwk` alone (RFC 7800 §3.2): of the other ways to name a key none was agreed with anybody. */
const readHolderKey = (cnf: Json | undefined): JsonObject | null => {
  if (cnf === undefined) {
    return null
  }
  const key = isJsonObject(cnf) ? cnf['jwk'] : undefined
  if (!isJsonObject(key)) {
    throw new SdJwtFault('sd-jwt.holder-key-form')
  }
  return key
}

/** A status by another mechanism is refused: nobody here could ask it, and it may say "revoked". */
const readStatus = (status: Json | undefined): StatusReference | null => {
  if (status === undefined) {
    return null
  }
  const list = isJsonObject(status) ? status['status_list'] : undefined
  const { idx, uri } = isJsonObject(list) ? list : {}
  if (
    typeof idx !== 'number' ||
    !Number.isSafeInteger(idx) ||
    idx < 0 ||
    typeof uri !== 'string' ||
    uri === ''
  ) {
    throw new SdJwtFault('sd-jwt.status-form')
  }
  return { uri, idx }
}

/** A clock that is a little off is nobody's fault; what it may be off is the caller's to say. */
export const judgeTimes = (facts: CredentialFacts, now_s: number, skew_s: number): void => {
  const { issuedAt_s, notBefore_s, expiresAt_s } = facts
  refuseIf(Math.max(issuedAt_s ?? 0, notBefore_s ?? 0) > now_s + skew_s, 'sd-jwt.not-yet-valid')
  refuseIf(expiresAt_s !== null && expiresAt_s <= now_s - skew_s, 'sd-jwt.expired')
}
