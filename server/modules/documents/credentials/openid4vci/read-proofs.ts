/**
 * The keys that a request proves (OpenID4VCI 1.0 §8.2.1.1, Appendix F.1, F.4): each proof names its key,
 * is signed by it, meant for this issuer, of this moment and over one nonce of ours. What `@openid4vc`
 * lets pass is asked for here: a proof without audience or with several, of any age, and a key that stands
 * twice.
 */
import type { PublicJwk } from '../../../../../formats/jws/algorithms.ts'
import { readPublicKey } from '../../../../../formats/jws/algorithms.ts'
import { openJws } from '../../../../../formats/jws/compact-jws.ts'
import type { JsonObject } from '../../../../../formats/jws/strict-json.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { CredentialConfiguration } from '../credential-type.ts'
import { issuerOf } from '../issuer.ts'
import { offerRule } from '../rules.ts'
import { readNonce, type Nonce } from './nonce.ts'
import { issuerFor, metadataAbout } from './protocol.ts'
import { PROOF_TYPE } from './verify-jwt.ts'

const DEPTH = 8

export interface ProvenKeys {
  /** In the order of the proofs. */
  readonly keys: readonly PublicJwk[]
  readonly nonce: Nonce
}

export const readProofs = async (
  tools: Tools,
  proofs: readonly string[],
  { most, about, at }: { readonly most: number; readonly about: CredentialConfiguration; readonly at: Date },
): Promise<ProvenKeys> => {
  const [first] = proofs
  if (first === undefined) {
    throw problem('credentials.proof-missing')
  }
  if (proofs.length > most) {
    throw problem('credentials.proofs-too-many', { params: { most } })
  }
  const opened = proofs.map((proof) => ({ proof, ...openProof(proof) }))
  for (const { claims } of opened) {
    judgeClaims(claims, issuerOf(tools), at)
  }
  const nonces = new Set(opened.map(({ claims }) => claims['nonce']))
  const [text] = nonces
  if (nonces.size !== 1 || typeof text !== 'string') {
    throw problem('credentials.nonce-wrong')
  }
  const nonce = readNonce(tools, text)
  const issuer = { library: issuerFor(tools), issuerMetadata: metadataAbout(tools, [about]) }
  for (const { proof } of opened) {
    await mustHold(issuer, proof, { nonce: text, at })
  }
  const keys = opened.map(({ key }) => key)
  if (new Set(keys.map(({ x }) => x)).size !== keys.length) {
    throw problem('credentials.key-used')
  }
  return { keys, nonce }
}

/**
 * Nothing of it is believed yet. The key stands in the proof itself: `kid` and `x5c` name keys of others.
 */
const openProof = (proof: string): { readonly claims: JsonObject; readonly key: PublicJwk } => {
  const opened = openJws(proof, { type: PROOF_TYPE, algorithms: ['ES256'], depth: DEPTH })
  if (!opened.ok) {
    throw problem('credentials.proof-wrong')
  }
  const { header, claims } = opened.value
  const key = readPublicKey(header['jwk'], 'ES256')
  if (!key || 'kid' in header || 'x5c' in header || 'trust_chain' in header) {
    throw problem('credentials.proof-wrong')
  }
  return { claims, key }
}

const judgeClaims = (claims: JsonObject, issuer: string, at: Date): void => {
  const { proofAge_s, proofSkew_s } = inForce(offerRule, at)
  const { aud, iat, nonce } = claims
  if (aud !== issuer) {
    throw problem('credentials.proof-audience')
  }
  const now_s = at.getTime() / 1000
  if (typeof iat !== 'number' || iat > now_s + proofSkew_s || iat < now_s - proofAge_s) {
    throw problem('credentials.proof-time')
  }
  if (nonce === undefined) {
    throw problem('credentials.proof-without-nonce')
  }
}

interface Issuer {
  readonly library: ReturnType<typeof issuerFor>
  readonly issuerMetadata: ReturnType<typeof metadataAbout>
}

const mustHold = async (
  { library, issuerMetadata }: Issuer,
  jwt: string,
  { nonce: expectedNonce, at }: { readonly nonce: string; readonly at: Date },
): Promise<void> => {
  try {
    await library.verifyCredentialRequestJwtProof({ issuerMetadata, jwt, expectedNonce, now: at })
  } catch {
    throw problem('credentials.proof-wrong')
  }
}
