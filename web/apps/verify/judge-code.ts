// What a code is worth, from what this device keeps: one verdict, and for a good one how old each thing is
// that it rests on. Nothing is asked of anybody, and nothing is kept.
import { openJws } from '../../../formats/jws/compact-jws.ts'
import type { Json, JsonObject } from '../../../formats/jws/strict-json.ts'
import {
  codeLife_s,
  OFFLINE_AUDIENCE,
  OFFLINE_NONCE,
} from '../../../formats/presentation-code/offline-binding.ts'
import { readCode } from '../../../formats/presentation-code/presentation-code.ts'
import { readCredential } from '../../../formats/sd-jwt-vc/read-credential.ts'
import type { SdJwtFaultCode } from '../../../formats/sd-jwt-vc/sd-jwt-fault.ts'
import { verifyPresentation } from '../../../formats/sd-jwt-vc/verify-credential.ts'
import type { StatusReference } from '../../../formats/sd-jwt-vc/credential-claims.ts'
import { statusAt } from '../../../formats/token-status-list/status-list.ts'
import { verifyStatusList } from '../../../formats/token-status-list/status-list-token.ts'
import type { NamedClaim, TrustedIssuer, TrustList, Words } from '../../../formats/trust-list/trust-list.ts'

/** What this device keeps for when it has no network. */
export interface KeptTrust {
  readonly list: TrustList
  /** Status lists as their issuers signed them, by their address. */
  readonly statusLists: ReadonlyMap<string, string>
}

export interface Shown {
  readonly kind: Words
  readonly issuer: Words
  /** The words of what may be offered, as the issuer of this kind has them. */
  readonly words: readonly NamedClaim[]
  /** What was offered, by the names of the document. */
  readonly claims: JsonObject
}

export type Verdict =
  | {
      readonly is: 'valid'
      readonly shown: Shown
      readonly signedAt_s: number
      readonly listOf_s: number
      /** Null for a kind of document that nobody revokes. */
      readonly statusOf_s: number | null
    }
  | { readonly is: 'expired'; readonly kind: Words; readonly expiredAt_s: number }
  | { readonly is: 'revoked' | 'suspended'; readonly kind: Words; readonly statusOf_s: number }
  | { readonly is: 'old' | 'clocks-differ'; readonly signedAt_s: number }
  | { readonly is: 'issuer-unknown'; readonly listOf_s: number }
  | { readonly is: 'snapshot-old'; readonly statusOf_s: number | null }
  | { readonly is: 'other-phone' | 'forged' | 'damaged' | 'not-ours' | 'newer' | 'no-list' }

/** How far the clock of a phone may be ahead of this device's. */
const AHEAD_s = 30

const ofCode: Readonly<Record<string, 'not-ours' | 'newer'>> = {
  'presentation-code.other': 'not-ours',
  'presentation-code.version': 'newer',
}

/** `text`: as it was scanned, typed or pasted; white space around and inside of it counts for nothing. */
export const judgeCode = async (text: string, kept: KeptTrust | null, now_s: number): Promise<Verdict> => {
  const code = await readCode(text.replaceAll(/\s/g, ''))
  if (!code.ok) {
    return { is: ofCode[code.reason] ?? 'damaged' }
  }
  if (kept === null) {
    return { is: 'no-list' }
  }
  const { presentation, signedAt_s } = code.value
  const named: { issuer: TrustedIssuer | null } = { issuer: null }
  const proven = await verifyPresentation(
    presentation,
    {
      issuerKey: ({ issuer, header }) => {
        named.issuer = kept.list.issuers.find((one) => one.issuer === issuer) ?? null
        return keyOf(named.issuer, header)
      },
      algorithms: ['ES256'],
      now_s,
      skew_s: AHEAD_s,
    },
    // The age of the code is told apart from all else below: it is the one fault that a new code mends.
    { nonce: OFFLINE_NONCE, audience: OFFLINE_AUDIENCE, maxAge_s: Number.MAX_SAFE_INTEGER },
  )
  if (!proven.ok) {
    return refused(proven.reason, { presentation, signedAt_s, now_s, kept, issuer: named.issuer })
  }
  const { vct, claims, revealed, status } = proven.value
  const kind = named.issuer?.kinds.find((one) => one.vct === vct)
  if (!named.issuer || !kind) {
    return { is: 'issuer-unknown', listOf_s: kept.list.issuedAt_s }
  }
  const offered = revealed.flatMap(({ path }) => (typeof path[0] === 'string' ? [path[0]] : []))
  const shown: Shown = {
    kind: kind.names,
    issuer: named.issuer.names,
    words: kind.claims,
    claims: Object.fromEntries(Object.entries(claims).filter(([name]) => offered.includes(name))),
  }
  const standing = status && (await standingOf(status, named.issuer, kept, now_s))
  if (standing && standing.is !== 'valid') {
    return standing.is === 'snapshot-old'
      ? { is: 'snapshot-old', statusOf_s: standing.statusOf_s }
      : { is: standing.is, kind: kind.names, statusOf_s: standing.statusOf_s }
  }
  if (now_s - signedAt_s > codeLife_s) {
    return { is: 'old', signedAt_s }
  }
  const statusOf_s = standing ? standing.statusOf_s : null
  return { is: 'valid', shown, signedAt_s, listOf_s: kept.list.issuedAt_s, statusOf_s }
}

const keyOf = (issuer: TrustedIssuer | null, header: JsonObject): Json => {
  const key = issuer?.keys.find(({ kid }) => kid === header['kid'])
  return key ? { kty: key.kty, crv: key.crv, x: key.x, y: key.y } : null
}

interface Refused {
  readonly presentation: string
  readonly signedAt_s: number
  readonly now_s: number
  readonly kept: KeptTrust
  readonly issuer: TrustedIssuer | null
}

/** Which verdict says what was found; an expiry is told with its day, which is signed. */
const refused = async (
  reason: SdJwtFaultCode,
  { presentation, signedAt_s, now_s, kept, issuer }: Refused,
): Promise<Verdict> => {
  if (reason === 'sd-jwt.issuer-untrusted') {
    return { is: 'issuer-unknown', listOf_s: kept.list.issuedAt_s }
  }
  if (reason === 'sd-jwt.not-yet-valid' || reason === 'sd-jwt.key-binding-time') {
    return signedAt_s > now_s ? { is: 'clocks-differ', signedAt_s } : { is: 'forged' }
  }
  if (reason === 'sd-jwt.expired') {
    const read = await readCredential(presentation.slice(0, presentation.lastIndexOf('~') + 1))
    const kind = read.ok ? issuer?.kinds.find(({ vct }) => vct === read.value.vct) : undefined
    return read.ok && kind && read.value.expiresAt_s !== null
      ? { is: 'expired', kind: kind.names, expiredAt_s: read.value.expiresAt_s }
      : { is: 'forged' }
  }
  return { is: /key-binding|holder-key/.test(reason) ? 'other-phone' : 'forged' }
}

type Standing =
  | { readonly is: 'valid' | 'revoked' | 'suspended'; readonly statusOf_s: number }
  | { readonly is: 'snapshot-old'; readonly statusOf_s: number | null }

/** A list that its issuer no longer stands for (`exp`) says nothing; nor does one that never came. */
const standingOf = async (
  { uri, idx }: StatusReference,
  issuer: TrustedIssuer,
  { statusLists }: KeptTrust,
  now_s: number,
): Promise<Standing> => {
  const token = issuer.statusLists.includes(uri) ? statusLists.get(uri) : undefined
  if (token === undefined) {
    return { is: 'snapshot-old', statusOf_s: null }
  }
  const believing = {
    uri,
    issuerKey: (header: JsonObject) => keyOf(issuer, header),
    algorithms: ['ES256'] as const,
  }
  const copy = await verifyStatusList(token, { ...believing, now_s, skew_s: AHEAD_s })
  if (!copy.ok) {
    return { is: 'snapshot-old', statusOf_s: issuedAtOf(token) }
  }
  const statusOf_s = copy.value.issuedAt_s
  const status = statusAt(copy.value.list, idx)
  if (!status.ok) {
    return { is: 'snapshot-old', statusOf_s }
  }
  const { meaning } = status.value
  return { is: meaning === 'valid' ? 'valid' : meaning === 'suspended' ? 'suspended' : 'revoked', statusOf_s }
}

/** Only to say how old it is: nothing of it is believed. */
export const issuedAtOf = (token: string): number | null => {
  const opened = openJws(token, { type: 'statuslist+jwt', algorithms: ['ES256'], depth: 8 })
  const iat = opened.ok ? opened.value.claims['iat'] : null
  return typeof iat === 'number' ? iat : null
}
