/**
 * A wallet as others build one, upon `@openid4vc`, `@sd-jwt` and `@owf/mdoc`: nothing of ours is imported
 * here, so that what we misread about a standard is not misread on both sides.
 */
import { createHash, generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from 'node:crypto'
import { clientAuthenticationAnonymous, setGlobalConfig, type CallbackContext } from '@openid4vc/oauth2'
import { Openid4vciClient, type IssuerMetadataResult } from '@openid4vc/openid4vci'
import { digest, generateSalt } from '@sd-jwt/crypto-nodejs'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'

setGlobalConfig({ allowInsecureUrls: true })

export type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>

export interface WalletKey {
  readonly jwk: { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  readonly secret: KeyObject
}

export const newWalletKey = (): WalletKey => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = privateKey.export({ format: 'jwk' })
  return { jwk: { kty: 'EC', crv: 'P-256', x, y }, secret: privateKey }
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** ES256, whatever the header says: for proofs that are as they should be, and others. */
export const signedBy = ({ secret }: WalletKey, header: object, payload: object): string => {
  const text = `${part(header)}.${part(payload)}`
  const signature = sign('sha256', Buffer.from(text), { key: secret, dsaEncoding: 'ieee-p1363' })
  return `${text}.${signature.toString('base64url')}`
}

export class Wallet {
  readonly fetch: Fetch
  readonly client: Openid4vciClient
  private readonly keys = new Map<string, WalletKey>()

  constructor(fetch: Fetch) {
    this.fetch = fetch
    const callbacks: Omit<CallbackContext, 'verifyJwt' | 'decryptJwe' | 'encryptJwe'> = {
      fetch,
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      generateRandom: (size) => randomBytes(size),
      clientAuthentication: clientAuthenticationAnonymous(),
      signJwt: (signer, { header, payload }) => {
        const jwk = signer.method === 'jwk' ? signer.publicJwk : undefined
        const key = this.keys.get(jwk?.x ?? '')
        if (!key || !jwk) {
          throw new Error('no key of this wallet')
        }
        return { jwt: signedBy(key, header, payload), signerJwk: jwk }
      },
    }
    this.client = new Openid4vciClient({ callbacks })
  }

  newKey(): WalletKey {
    const key = newWalletKey()
    this.keys.set(key.jwk.x, key)
    return key
  }

  metadata(issuer: string): Promise<IssuerMetadataResult> {
    return this.client.resolveIssuerMetadata(issuer)
  }

  /** From an offer's address to a token. */
  async accept(offerUri: string, txCode?: string) {
    const credentialOffer = await this.client.resolveCredentialOffer(offerUri)
    const issuerMetadata = await this.metadata(credentialOffer.credential_issuer)
    const { accessTokenResponse } = await this.client.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
      ...(txCode === undefined ? {} : { txCode }),
    })
    return { issuerMetadata, credentialOffer, accessToken: accessTokenResponse.access_token }
  }

  async proofs(
    issuerMetadata: IssuerMetadataResult,
    credentialConfigurationId: string,
    keys: readonly WalletKey[],
    at: Date,
  ): Promise<string[]> {
    const { c_nonce: nonce } = await this.client.requestNonce({ issuerMetadata })
    const proofs = keys.map((key) =>
      this.client.createCredentialRequestJwtProof({
        issuerMetadata,
        credentialConfigurationId,
        issuedAt: at,
        nonce,
        signer: { method: 'jwk', publicJwk: { ...key.jwk }, alg: 'ES256' },
      }),
    )
    return (await Promise.all(proofs)).map(({ jwt }) => jwt)
  }

  /** So many credentials of one configuration, each bound to a new key. */
  async fetchBatch(
    accepted: { readonly issuerMetadata: IssuerMetadataResult; readonly accessToken: string },
    credentialConfigurationId: string,
    count: number,
    at: Date,
  ) {
    const { issuerMetadata, accessToken } = accepted
    const keys = Array.from({ length: count }, () => this.newKey())
    const jwt = await this.proofs(issuerMetadata, credentialConfigurationId, keys, at)
    const [first, ...others] = jwt
    if (first === undefined) {
      throw new Error('no key')
    }
    const { credentialResponse } = await this.client.retrieveCredentials({
      issuerMetadata,
      credentialConfigurationId,
      accessToken,
      proofs: { jwt: [first, ...others] },
    })
    const credentials = (credentialResponse.credentials ?? []).map((one) => {
      const text = typeof one === 'object' && 'credential' in one ? one.credential : one
      if (typeof text !== 'string') {
        throw new TypeError('a credential that is no text')
      }
      return text
    })
    return { credentials, keys, notificationId: credentialResponse.notification_id ?? '' }
  }
}

interface PublishedKey {
  readonly kid: string
  readonly x: string
  readonly y: string
  readonly crv: string
}

const isSigned = (jwks: readonly PublishedKey[], data: string, signature: string): boolean => {
  const header = JSON.parse(Buffer.from(data.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
  const jwk = jwks.find((one) => one.kid === header.kid)
  const key = jwk && { kty: 'EC', crv: jwk.crv, x: jwk.x, y: jwk.y }
  return (
    key !== undefined &&
    verify(
      'sha256',
      Buffer.from(data),
      { key, format: 'jwk', dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  )
}

/**
 * What any verifier does with the issuer's published keys, the status list included; whether the status is
 * enough is for the caller. Throws where credential or list are not theirs.
 */
export const openSdJwt = async (
  credential: string,
  jwks: readonly PublishedKey[],
  { fetch, at }: { readonly fetch: Fetch; readonly at: Date },
) => {
  let status = -1
  const vc = new SDJwtVcInstance({
    hasher: digest,
    hashAlg: 'sha-256',
    saltGenerator: generateSalt,
    statusListFetcher: async (uri) => (await fetch(uri)).text(),
    statusValidator: (found) => {
      status = found
      return Promise.resolve()
    },
    verifier: (data, signature) => isSigned(jwks, data, signature),
  })
  const { payload, header } = await vc.verify(credential, {
    currentDate: Math.floor(at.getTime() / 1000),
    // The list may be built while it is asked for.
    skewSeconds: 60,
  })
  const claims = (await vc.getClaims(credential)) as Record<string, unknown>
  return { payload: payload as Record<string, unknown>, header, claims, status }
}
