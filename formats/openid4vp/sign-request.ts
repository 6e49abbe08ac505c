/** A party's request object (OpenID4VP 1.0 §5; RFC 9101), signed by the key of its certificate. */
import { encodeBase64url } from '../jws/base64url.ts'
import type { JwsSigner } from '../jws/algorithms.ts'
import { signJws } from '../jws/compact-jws.ts'
import type { Json, JsonObject } from '../jws/strict-json.ts'
import { base64 } from '../transparency-log/base64.ts'
import { CURVE, KEY_AGREEMENT, type EncryptionKey } from './encryption-key.ts'
import { encryptionMethods } from './jwe.ts'
import { REQUEST_TYPE } from './read-request.ts'
import { ANY_WALLET } from './request-parameters.ts'

export interface RequestToSign {
  readonly clientId: string
  /** Fresh for each request, of 128 bits and more, in letters that are safe in a URL. */
  readonly nonce: string
  readonly state: string | null
  /** As `formats/dcql` reads it. */
  readonly query: JsonObject
  readonly target:
    | { readonly kind: 'link'; readonly responseUri: string; readonly walletNonce: string | null }
    | { readonly kind: 'browser'; readonly origins: readonly string[] }
  /** Null for `direct_post`; an answer through the browser is always encrypted. */
  readonly encryptTo: EncryptionKey | null
  readonly issuedAt_s: number
  readonly expiresAt_s: number
  readonly audience?: string
  readonly verifierInfo?: readonly Json[]
}

/** `chain`: DER, the signer's first. Throws TypeError for an answer through the browser that is open. */
export const signRequest = (
  request: RequestToSign,
  chain: readonly Uint8Array[],
  signer: JwsSigner,
): Promise<string> => {
  const header = { ...signer.header, x5c: chain.map(base64) }
  return signJws(REQUEST_TYPE, requestClaims(request), { ...signer, header })
}

/** `client_id` of the signer's own certificate. */
export const clientIdOfCertificate = async (certificate: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(certificate))
  return `x509_hash:${encodeBase64url(new Uint8Array(digest))}`
}

const requestClaims = (request: RequestToSign): JsonObject => {
  const { clientId, nonce, state, query, target, encryptTo, issuedAt_s, expiresAt_s } = request
  const post = encryptTo === null ? 'direct_post' : 'direct_post.jwt'
  if (target.kind === 'browser' && encryptTo === null) {
    throw new TypeError('an answer through the browser is encrypted')
  }
  return {
    client_id: clientId,
    aud: request.audience ?? ANY_WALLET,
    iat: issuedAt_s,
    exp: expiresAt_s,
    response_type: 'vp_token',
    response_mode: target.kind === 'link' ? post : 'dc_api.jwt',
    nonce,
    ...(state !== null && { state }),
    ...(target.kind === 'link' && { response_uri: target.responseUri }),
    ...(target.kind === 'link' && target.walletNonce !== null && { wallet_nonce: target.walletNonce }),
    ...(target.kind === 'browser' && { expected_origins: target.origins }),
    dcql_query: query,
    client_metadata: {
      vp_formats_supported: FORMATS,
      ...(encryptTo && {
        jwks: {
          keys: [
            {
              kty: 'EC',
              crv: CURVE,
              use: 'enc',
              alg: KEY_AGREEMENT,
              kid: encryptTo.kid,
              x: encryptTo.x,
              y: encryptTo.y,
            },
          ],
        },
        encrypted_response_enc_values_supported: [...encryptionMethods].toReversed(),
      }),
    },
    ...(request.verifierInfo && { verifier_info: request.verifierInfo }),
  }
}

/** What `formats/sd-jwt-vc` and `formats/mdoc` verify: ES256 (−7 and −9 of COSE). */
const FORMATS: JsonObject = {
  'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] },
  mso_mdoc: { issuerauth_alg_values: [-7, -9], deviceauth_alg_values: [-7, -9] },
}
