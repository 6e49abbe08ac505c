/**
 * JWS in compact form (RFC 7515 §3.1, §5.2) with claims as its payload (RFC 7519), each under one type (RFC
 * 8725 §3.11) and by an algorithm of the caller's list (RFC 8725 §3.1).
 */
import type { Parsed } from '../parsed.ts'
import { judgeSignature, readPublicKey, type Algorithm, type JwsSigner } from './algorithms.ts'
import { decodeBase64url, encodeBase64url, type Bytes } from './base64url.ts'
import { isJsonObject, readJson, type Json, type JsonObject } from './strict-json.ts'

export const jwsFaults = ['form', 'type', 'algorithm', 'critical-header', 'key', 'signature'] as const
export type JwsFault = (typeof jwsFaults)[number]

export interface SignedBytes {
  readonly header: JsonObject
  readonly algorithm: Algorithm
  readonly payload: Bytes
  readonly signed: Bytes
  readonly signature: Bytes
}
export interface Jws extends SignedBytes {
  readonly claims: JsonObject
}
export interface Expected {
  readonly type: string
  readonly algorithms: readonly Algorithm[]
  /** Of header and claims, in objects and lists. */
  readonly depth: number
}

/** Nothing of it is believed before `judgeJws`. The caller has bounded the text's length. */
export const openJws = (text: string, expected: Expected): Parsed<Jws, JwsFault> => {
  const opened = openCompact(text, expected)
  if (!opened.ok) {
    return opened
  }
  if (opened.value.header['typ'] !== expected.type) {
    return { ok: false, reason: 'type' }
  }
  const claims = readJson(opened.value.payload, expected.depth)
  return isJsonObject(claims)
    ? { ok: true, value: { ...opened.value, claims } }
    : { ok: false, reason: 'form' }
}

/** The same of any type and over any payload. */
export const openCompact = (
  text: string,
  { algorithms, depth }: Omit<Expected, 'type'>,
): Parsed<SignedBytes, JwsFault> => {
  const parts = text.split('.', 4)
  const [first = '', second = '', third = ''] = parts
  const [headerBytes, payload, signature] = [first, second, third].map(decodeBase64url)
  if (parts.length !== 3 || !headerBytes || !payload || !signature) {
    return { ok: false, reason: 'form' }
  }
  const header = readJson(headerBytes, depth)
  if (!isJsonObject(header)) {
    return { ok: false, reason: 'form' }
  }
  // We know no extension, `b64` included: what is critical to the signer is not understood here.
  if ('crit' in header) {
    return { ok: false, reason: 'critical-header' }
  }
  const algorithm = algorithms.find((one) => one === header['alg'])
  if (algorithm === undefined) {
    return { ok: false, reason: 'algorithm' }
  }
  const signed = new TextEncoder().encode(`${first}.${second}`)
  return { ok: true, value: { header, algorithm, payload, signed, signature } }
}

/**
 * Null where this key signed it. Keys that the token itself brings (`jwk`, `jku`, `x5u`) are never looked
 * at.
 */
export const judgeJws = async (
  jws: SignedBytes,
  key: Json | undefined,
): Promise<'key' | 'signature' | null> => {
  const read = readPublicKey(key, jws.algorithm)
  if (!read || !isJsonObject(key)) {
    return 'key'
  }
  const verdict = await judgeSignature(read, jws.algorithm, jws.signature, jws.signed, key)
  return verdict === 'good' ? null : verdict
}

export const signJws = async (type: string, claims: JsonObject, signer: JwsSigner): Promise<string> => {
  const header = { ...signer.header, alg: signer.algorithm, typ: type }
  const text = [header, claims]
    .map((part) => encodeBase64url(new TextEncoder().encode(JSON.stringify(part))))
    .join('.')
  return `${text}.${encodeBase64url(await signer.sign(new TextEncoder().encode(text)))}`
}
