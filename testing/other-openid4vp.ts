/**
 * What `@openid4vc/openid4vp` asks of its caller, by `jose` and node:crypto: nothing of ours is imported
 * here, so that what we misread about a standard is not misread on both sides.
 */
import { createHash, randomBytes, X509Certificate, type KeyObject } from 'node:crypto'
import { clientAuthenticationAnonymous, type CallbackContext, type Jwk } from '@openid4vc/oauth2'
import { CompactEncrypt, CompactSign, compactDecrypt, compactVerify, importJWK } from 'jose'

const leafOf = ([first = '']: readonly string[]): X509Certificate =>
  new X509Certificate(Buffer.from(first, 'base64'))

const publicJwkOf = (key: KeyObject): Jwk => {
  const { kty = '', ...rest } = key.export({ format: 'jwk' })
  return { ...rest, kty }
}

export interface OtherKeys {
  /** Signs requests as the party that asks. */
  readonly signing: KeyObject
  /** Opens answers. */
  readonly decryption: CryptoKey
}

export const otherCallbacks = ({ signing, decryption }: OtherKeys): CallbackContext => ({
  hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
  generateRandom: (size) => randomBytes(size),
  clientAuthentication: clientAuthenticationAnonymous(),
  signJwt: async (signer, { header, payload }) => {
    if (signer.method !== 'x5c') {
      throw new Error('a party signs by its certificate')
    }
    const signed = new CompactSign(Buffer.from(JSON.stringify(payload)))
    const jwt = await signed.setProtectedHeader({ ...header, alg: signer.alg }).sign(signing)
    return { jwt, signerJwk: publicJwkOf(leafOf(signer.x5c).publicKey) }
  },
  verifyJwt: async (signer, { compact }) => {
    if (signer.method !== 'x5c') {
      return { verified: false }
    }
    const { publicKey } = leafOf(signer.x5c)
    await compactVerify(compact, publicKey)
    return { verified: true, signerJwk: publicJwkOf(publicKey) }
  },
  encryptJwe: async ({ publicJwk, alg, enc, apu, apv }, data) => {
    const { kid } = publicJwk
    const jwe = await new CompactEncrypt(Buffer.from(data))
      .setProtectedHeader({ alg, enc, ...(kid !== undefined && { kid }) })
      .setKeyManagementParameters({
        ...(apu !== undefined && { apu: Buffer.from(apu, 'base64url') }),
        ...(apv !== undefined && { apv: Buffer.from(apv, 'base64url') }),
      })
      .encrypt(await importJWK({ ...publicJwk }, alg))
    return { jwe, encryptionJwk: publicJwk }
  },
  decryptJwe: async (jwe) => {
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, decryption)
    const { kid = '' } = protectedHeader
    return {
      decrypted: true,
      decryptionJwk: { kty: 'EC', kid },
      payload: Buffer.from(plaintext).toString('utf8'),
    }
  },
  getX509CertificateMetadata: (certificate) => ({
    sanDnsNames: (leafOf([certificate]).subjectAltName ?? '')
      .split(', ')
      .flatMap((name) => (name.startsWith('DNS:') ? [name.slice(4).toLowerCase()] : [])),
    sanUriNames: [],
  }),
})
