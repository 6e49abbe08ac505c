/**
 * An issuer, a holder and a stranger with keys of their own, and what a forger with the issuer's key could
 * write.
 */
import { signerWith, type Algorithm, type JwsSigner, type PublicJwk } from '../formats/jws/algorithms.ts'
import { encodeBase64url } from '../formats/jws/base64url.ts'
import type { Json, JsonObject } from '../formats/jws/strict-json.ts'
import { issueCredential, type Issue } from '../formats/sd-jwt-vc/issue-credential.ts'
import { presentCredential, type Presenting } from '../formats/sd-jwt-vc/present-credential.ts'
import type { Trust } from '../formats/sd-jwt-vc/verify-credential.ts'

export interface Party {
  readonly jwk: PublicJwk
  readonly signer: JwsSigner
}

const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const

export const party = async (algorithm: Algorithm = 'ES256', header: JsonObject = {}): Promise<Party> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: curves[algorithm] }, true, [
    'sign',
    'verify',
  ])
  const { crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return { jwk: { kty: 'EC', crv, x, y }, signer: signerWith(pair.privateKey, algorithm, header) }
}

export const issuer = await party('ES256', { kid: 'signer-1' })
export const holder = await party()
export const stranger = await party()

export const NOW_s = 1_764_500_000
export const ISSUER = 'https://issuer.example.vn'
export const VERIFIER = 'https://bank.example.vn'
export const NONCE = 'n-0S6_WzA2Mj'

export const trust: Trust = {
  issuerKey: ({ issuer: name, header }) =>
    name === ISSUER && header['kid'] === 'signer-1' ? { ...issuer.jwk } : null,
  algorithms: ['ES256'],
  now_s: NOW_s,
}
export const asked = { nonce: NONCE, audience: VERIFIER, maxAge_s: 300 }

const licence: Issue = {
  vct: 'urn:vn:driving-licence:1',
  issuer: ISSUER,
  issuedAt_s: NOW_s - 86_400,
  expiresAt_s: NOW_s + 86_400,
  holderKey: holder.jwk,
  status: { uri: `${ISSUER}/status/1`, idx: 42 },
  signer: issuer.signer,
  random: (size_bytes) => crypto.getRandomValues(new Uint8Array(size_bytes)),
  claims: {
    full_name: 'Nguyễn Thị Hạnh',
    birth_date: '1990-02-03',
    address: { province: 'Huế', commune: 'Thuận Hoá' },
    classes: ['A1', 'B', 'C'],
    points: 12,
  },
  disclosable: [
    ['full_name'],
    ['birth_date'],
    ['address'],
    ['address', 'province'],
    ['address', 'commune'],
    ['classes', null],
  ],
}

export const issue = (change: Partial<Issue> = {}): Promise<string> =>
  issueCredential({ ...licence, ...change })

/** Her presentation of the licence to the bank, now. */
export const present = async (credential: string, change: Partial<Presenting> = {}): Promise<string> => {
  const presented = await presentCredential({
    credential,
    show: [['full_name'], ['address', 'province']],
    keyBinding: { signer: holder.signer, nonce: NONCE, audience: VERIFIER, issuedAt_s: NOW_s },
    ...change,
  })
  if (!presented.ok) {
    throw new Error(presented.reason)
  }
  return presented.value
}

export const encodeJson = (value: unknown): string =>
  encodeBase64url(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))

/** Any header over any payload, given as values or as their very text. */
export const sign = async (
  header: unknown,
  payload: unknown,
  { signer }: Party = issuer,
): Promise<string> => {
  const text = `${encodeJson(header)}.${encodeJson(payload)}`
  return `${text}.${encodeBase64url(await signer.sign(new TextEncoder().encode(text)))}`
}

export const digest = async (text: string): Promise<string> =>
  encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))

export const HEADER = { alg: 'ES256', typ: 'dc+sd-jwt', kid: 'signer-1' }
export const PAYLOAD = {
  iss: ISSUER,
  vct: 'urn:vn:driving-licence:1',
  cnf: { jwk: { ...holder.jwk } },
} as const satisfies JsonObject

/** A payload that nobody here would issue, rightly signed by the issuer and rightly bound by the holder. */
export const forge = async (
  payload: unknown,
  disclosures: readonly string[] = [],
  { header = HEADER, binding = {}, bindingHeader = {}, by = issuer, boundBy = holder }: Forgery = {},
): Promise<string> => {
  const bound = [await sign(header, payload, by), ...disclosures, ''].join('~')
  const claims = { iat: NOW_s, aud: VERIFIER, nonce: NONCE, sd_hash: await digest(bound), ...binding }
  return bound + (await sign({ alg: 'ES256', typ: 'kb+jwt', ...bindingHeader }, claims, boundBy))
}
interface Forgery {
  readonly header?: Json
  readonly binding?: JsonObject
  readonly bindingHeader?: JsonObject
  readonly by?: Party
  readonly boundBy?: Party
}
