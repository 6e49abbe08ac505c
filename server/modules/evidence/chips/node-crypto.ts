/**
 * The arithmetic of chips by node:crypto (OpenSSL), brainpool curves too. Keys are rebuilt from their checked
 * numbers, never handed on as they came.
 */
import { constants, createHash, createPublicKey, publicDecrypt, verify, type KeyObject } from 'node:crypto'
import type { ChipCrypto, PublicKey, RsaKey } from '../../../../formats/emrtd/chip-crypto.ts'
import { bitString, derInteger, derNull, derOid, sequence } from '../../../../formats/emrtd/der-writer.ts'
import { oids } from '../../../../formats/emrtd/oids.ts'

const keys = new WeakMap<PublicKey, KeyObject>()

const keyObjectOf = (key: PublicKey): KeyObject => {
  const known = keys.get(key)
  if (known) {
    return known
  }
  const made = createPublicKey({ key: Buffer.from(spkiOf(key)), format: 'der', type: 'spki' })
  keys.set(key, made)
  return made
}

const spkiOf = (key: PublicKey): Uint8Array =>
  key.kind === 'ec'
    ? sequence(sequence(derOid(oids.ecPublicKey), derOid(key.curve.oid)), bitString(key.point))
    : sequence(
        sequence(derOid(oids.rsaEncryption), derNull()),
        bitString(sequence(derInteger(key.modulus), derInteger(key.exponent))),
      )

export const nodeCrypto: ChipCrypto = {
  digest: (hash, bytes) => createHash(hash).update(bytes).digest(),
  verify(key, scheme, data, signature) {
    try {
      const object = keyObjectOf(key)
      if (scheme.kind === 'rsa') {
        return verify(scheme.hash, data, { key: object, padding: constants.RSA_PKCS1_PADDING }, signature)
      }
      if (scheme.kind === 'rsa-pss') {
        return verify(
          scheme.hash,
          data,
          { key: object, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength },
          signature,
        )
      }
      return verify(
        scheme.hash,
        data,
        { key: object, dsaEncoding: scheme.encoding === 'der' ? 'der' : 'ieee-p1363' },
        signature,
      )
    } catch {
      // OpenSSL throws for what is no key or no signature at all: it does not verify either.
      return false
    }
  },
  recover(key: RsaKey, signature) {
    try {
      return publicDecrypt(
        { key: keyObjectOf(key), padding: constants.RSA_NO_PADDING },
        Buffer.from(signature),
      )
    } catch {
      return null
    }
  },
}
