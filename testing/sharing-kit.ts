/** A bank that asks, a wallet with a licence in both formats, and what passes between them. */
import { derValue, sequence } from '../formats/emrtd/der-writer.ts'
import { extension } from '../formats/emrtd/compose-certificate.ts'
import { answerQuery, chooseShowing } from '../formats/dcql/answer-query.ts'
import type { Candidate } from '../formats/dcql/match-candidate.ts'
import type { Json, JsonObject } from '../formats/jws/strict-json.ts'
import { presentDocuments } from '../formats/mdoc/present.ts'
import { verifyIssued } from '../formats/mdoc/verify-issuer.ts'
import { audienceOf, transcriptOf } from '../formats/openid4vp/binding.ts'
import { composeAnswer, type AnswerFields } from '../formats/openid4vp/compose-answer.ts'
import type { Chance, DecryptionKey } from '../formats/openid4vp/jwe.ts'
import { claimsOfElements } from '../formats/openid4vp/mdoc-claims.ts'
import type { PresentationRequest, ReadingRequest } from '../formats/openid4vp/read-request.ts'
import type { RequestToSign } from '../formats/openid4vp/sign-request.ts'
import type { Believing, OwnRequest } from '../formats/openid4vp/verify-answer.ts'
import { presentCredential } from '../formats/sd-jwt-vc/present-credential.ts'
import { readCredential } from '../formats/sd-jwt-vc/read-credential.ts'
import { readQuery } from '../formats/dcql/read-query.ts'
import { base64 } from '../formats/transparency-log/base64.ts'
import { holder, issue, NOW_s, sign, trust, type Party } from './credential-kit.ts'
import { makeAuthority, makeKey, makeSigner, signerParts } from './mdoc/authority.ts'
import {
  authority,
  deviceKey,
  issue as issueMobile,
  LICENCE,
  NOW,
  SPACE,
  trustIn,
  valueOf,
} from './mdoc/documents.ts'

const HOST = 'bank.example.vn'
export const CLIENT_ID = `x509_san_dns:${HOST}`
export const RESPONSE_URI = `https://${HOST}/answer`
export const ORIGIN = `https://${HOST}`
const NONCE = 'q3Zf0XyKp1c9vTgW5sLr2A'
export const STATE = 'Hs7Yb2LmQe4RtUw9ZxCv0N'

/** A certificate of a party for these hosts. */
export const certify = (...hosts: readonly string[]) => {
  const register = makeAuthority({ commonName: 'Registered parties' })
  const key = makeKey()
  const names = hosts.map((host) => derValue(0x82, new TextEncoder().encode(host)))
  const extensions = Object.values(signerParts(key, register))
  return makeSigner(register, {
    key,
    commonName: 'Bank',
    extensions:
      hosts.length > 0 ? [...extensions, extension('2.5.29.17', false, sequence(...names))] : extensions,
  })
}
export const bank = certify('www.bank.example.vn', 'BANK.example.vn')
export const bankSigner = { algorithm: 'ES256', sign: bank.key.sign } as const

export const encryptionKey = async (kid = 'k1'): Promise<DecryptionKey> => {
  const pair = await ephemeralKey()
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return { kid, x, y, privateKey: pair.privateKey }
}
const ephemeralKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
export const chance: Chance = {
  random: (size_bytes) => crypto.getRandomValues(new Uint8Array(size_bytes)),
  ephemeralKey,
}
export const ownKey = await encryptionKey()

export const QUERY = {
  credentials: [
    {
      id: 'licence',
      format: 'dc+sd-jwt',
      meta: { vct_values: ['urn:vn:driving-licence:1'] },
      claims: [{ path: ['full_name'] }, { path: ['address', 'province'] }],
    },
    {
      id: 'mobile',
      format: 'mso_mdoc',
      meta: { doctype_value: LICENCE },
      claims: [{ path: [SPACE, 'family_name'] }, { path: [SPACE, 'age_over_18'], values: [true] }],
    },
  ],
} as const

export const PUBLIC_KEY = {
  kty: 'EC',
  crv: 'P-256',
  use: 'enc',
  alg: 'ECDH-ES',
  kid: ownKey.kid,
  x: ownKey.x,
  y: ownKey.y,
} as const
export const METADATA = {
  vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'] }, mso_mdoc: {} },
  jwks: { keys: [PUBLIC_KEY] },
  encrypted_response_enc_values_supported: ['A256GCM', 'A128GCM'],
} as const
export const CLAIMS: JsonObject = {
  client_id: CLIENT_ID,
  aud: 'https://self-issued.me/v2',
  response_type: 'vp_token',
  response_mode: 'direct_post.jwt',
  response_uri: RESPONSE_URI,
  nonce: NONCE,
  state: STATE,
  dcql_query: QUERY,
  client_metadata: METADATA,
}
export const HEADER: JsonObject = {
  alg: 'ES256',
  typ: 'oauth-authz-req+jwt',
  x5c: [base64(bank.certificate)],
}
export const signedBy: Party = {
  jwk: { kty: 'EC', crv: 'P-256', x: '', y: '' },
  signer: { algorithm: 'ES256', sign: bank.key.sign },
}
/** A request object with these claims and header beside the bank's own. `undefined` takes one away. */
export const requestWith = (
  claims: Readonly<Record<string, Json | undefined>> = {},
  header: Readonly<Record<string, Json | undefined>> = {},
): Promise<string> => sign({ ...HEADER, ...header }, { ...CLAIMS, ...claims }, signedBy)

export const toSign: RequestToSign = {
  clientId: CLIENT_ID,
  nonce: NONCE,
  state: STATE,
  query: QUERY,
  target: { kind: 'link', responseUri: RESPONSE_URI, walletNonce: null },
  encryptTo: ownKey,
  issuedAt_s: NOW_s,
  expiresAt_s: NOW_s + 300,
}
export const BROWSER_CLAIMS = {
  response_mode: 'dc_api.jwt',
  expected_origins: ['https://other.example.vn', ORIGIN],
} as const

export const reading: ReadingRequest<string> = {
  channel: { kind: 'link', clientId: CLIENT_ID, walletNonce: null },
  partyOf: ([first]) => (first && Buffer.compare(first, bank.certificate) === 0 ? 'The bank' : null),
  algorithms: ['ES256'],
  now_s: NOW_s,
}
export const inBrowser: ReadingRequest<string> = { ...reading, channel: { kind: 'browser', origin: ORIGIN } }

/** Her licence in both formats. */
const held = { credential: await issue(), issuerSigned: await issueMobile() }

interface Held extends Candidate {
  readonly is: 'credential' | 'document'
}
const candidates = async (): Promise<readonly Held[]> => {
  const [read, document] = [
    await readCredential(held.credential),
    valueOf(
      await verifyIssued(held.issuerSigned, { docType: LICENCE, trust: await trustIn(authority), at: NOW }),
    ),
  ]
  if (!read.ok) {
    throw new Error(read.reason)
  }
  const own = { isBound: true, authorities: [] }
  const { vct, claims } = read.value
  return [
    { ...own, is: 'credential', format: 'dc+sd-jwt', kinds: [vct], claims },
    {
      ...own,
      is: 'document',
      format: 'mso_mdoc',
      kinds: [LICENCE],
      claims: claimsOfElements(document.elements),
    },
  ]
}

type Shown = ReadonlyMap<string, readonly (string | Uint8Array)[]>
/** What her wallet shows to that request. */
export const showFor = async (request: PresentationRequest<string>): Promise<Shown> => {
  const chosen = chooseShowing(answerQuery(request.query, await candidates()))
  if (!chosen.ok) {
    throw new Error(chosen.reason)
  }
  const keyBinding = {
    signer: holder.signer,
    nonce: request.nonce,
    audience: audienceOf(request),
    issuedAt_s: NOW_s,
  }
  type Entry = readonly [string, readonly (string | Uint8Array)[]]
  const shown = [...chosen.value].map(async ([id, matches]): Promise<Entry> => {
    const [match] = matches
    const show = match?.show ?? []
    if (match?.candidate.is === 'credential') {
      const text = await presentCredential({ credential: held.credential, show, keyBinding })
      return [id, [text.ok ? text.value : text.reason]]
    }
    const elements = { [SPACE]: show.map(([, element]) => String(element)) }
    const { issuerSigned } = held
    const proof = { kind: 'signature', sign: deviceKey.sign } as const
    const response = await presentDocuments([{ issuerSigned, elements, proof }], await transcriptOf(request))
    return [id, [valueOf(response)]]
  })
  return new Map(await Promise.all(shown))
}
export const answer = async (request: PresentationRequest<string>): Promise<AnswerFields> =>
  composeAnswer(request, await showFor(request), chance)

const readOwn = (): OwnRequest['query'] => {
  const query = readQuery(QUERY)
  if (!query.ok) {
    throw new Error(query.reason)
  }
  return query.value
}
export const own: OwnRequest = {
  clientId: CLIENT_ID,
  nonce: NONCE,
  state: STATE,
  query: readOwn(),
  target: { kind: 'link', responseUri: RESPONSE_URI },
  encryption: { key: ownKey },
}
export const believing: Believing = { sdJwt: trust, maxAge_s: 300, mdoc: await trustIn(authority), at: NOW }
