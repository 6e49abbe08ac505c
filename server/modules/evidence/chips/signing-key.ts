/**
 * Private keys that sign chips and certificates, by node:crypto: how a document signer's or an authority's
 * key is used, in each algorithm of ICAO Doc 9303 part 12.
 */
import { constants, createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import type { HashName } from '../../../../formats/emrtd/chip-crypto.ts'
import { signatureAlgorithm } from '../../../../formats/emrtd/compose-security-object.ts'
import { curveNamed, type CurveName } from '../../../../formats/emrtd/curves.ts'
import { derInteger, derOid, explicit, octets, sequence } from '../../../../formats/emrtd/der-writer.ts'

export const chipAlgorithms = {
  'ecdsa-p256': { kind: 'ecdsa', curve: 'P-256', hash: 'sha256' },
  'ecdsa-p384': { kind: 'ecdsa', curve: 'P-384', hash: 'sha384' },
  'ecdsa-p521': { kind: 'ecdsa', curve: 'P-521', hash: 'sha512' },
  'brainpool-p256': { kind: 'ecdsa', curve: 'brainpoolP256r1', hash: 'sha256' },
  'brainpool-p384': { kind: 'ecdsa', curve: 'brainpoolP384r1', hash: 'sha384' },
  'brainpool-p512': { kind: 'ecdsa', curve: 'brainpoolP512r1', hash: 'sha512' },
  rsa: { kind: 'rsa', curve: null, hash: 'sha256' },
  'rsa-pss': { kind: 'rsa-pss', curve: null, hash: 'sha256' },
} as const satisfies Record<
  string,
  { kind: 'rsa' | 'rsa-pss' | 'ecdsa'; curve: CurveName | null; hash: HashName }
>
export type ChipAlgorithm = keyof typeof chipAlgorithms

const SALT_BYTES = 32

export interface SigningKey {
  readonly publicKeyInfo: Uint8Array
  /**
   * SHA-1 of the public key's bits, as RFC 5280 §4.2.1.2 makes key identifiers; nothing rests on its
   * strength.
   */
  readonly keyId: Uint8Array
  readonly hash: HashName
  /** AlgorithmIdentifier. */
  readonly algorithm: Uint8Array
  sign(data: Uint8Array): Uint8Array
}

export const signingKeyOf = (
  privateKey: KeyObject,
  name: ChipAlgorithm,
  hash: HashName = chipAlgorithms[name].hash,
): SigningKey => {
  const { kind } = chipAlgorithms[name]
  const publicKeyInfo = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    publicKeyInfo,
    hash,
    keyId: createHash('sha1').update(publicKeyInfo).digest(),
    algorithm: signatureAlgorithm(kind, hash, SALT_BYTES),
    sign(data) {
      if (kind === 'rsa') {
        return sign(hash, data, { key: privateKey, padding: constants.RSA_PKCS1_PADDING })
      }
      if (kind === 'rsa-pss') {
        return sign(hash, data, {
          key: privateKey,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: SALT_BYTES,
        })
      }
      return sign(hash, data, { key: privateKey, dsaEncoding: 'der' })
    },
  }
}

/**
 * An elliptic key of a given secret number (big-endian, any length): the rest of its division by the order,
 * never zero.
 */
export const ellipticKeyOf = (name: CurveName, secret: Uint8Array): KeyObject => {
  const curve = curveNamed(name)
  const scalar = (BigInt(`0x${Buffer.from(secret).toString('hex')}`) % (curve.n - 1n)) + 1n
  const bytes = Buffer.from(scalar.toString(16).padStart(Math.ceil(curve.bits / 8) * 2, '0'), 'hex')
  const der = sequence(derInteger(1), octets(bytes), explicit(0, derOid(curve.oid)))
  return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'sec1' })
}
