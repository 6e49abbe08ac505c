/**
 * Writes EF.SOD in its parts (ICAO Doc 9303 part 10 §4.6.2; RFC 5652), so that each can be made rightly or,
 * in a test, wrongly. The signing itself comes from outside.
 */
import {
  derInteger,
  derNull,
  derOid,
  derSet,
  derTime,
  derValue,
  explicit,
  octets,
  sequence,
} from './der-writer.ts'
import { oids } from './oids.ts'
import type { HashName } from './chip-crypto.ts'

const HASH_OIDS: Readonly<Record<HashName, string>> = {
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}
export const hashAlgorithm = (hash: HashName): Uint8Array => sequence(derOid(HASH_OIDS[hash]))

/** `hash` names the digests, which are given: they were made by whoever has a hash function. */
export const composeGroupDigests = (hash: HashName, digests: ReadonlyMap<number, Uint8Array>): Uint8Array =>
  sequence(
    derInteger(0),
    hashAlgorithm(hash),
    sequence(
      ...[...digests]
        .sort(([a], [b]) => a - b)
        .map(([group, digest]) => sequence(derInteger(group), octets(digest))),
    ),
  )

export const attribute = (oid: string, ...values: readonly Uint8Array[]): Uint8Array =>
  sequence(derOid(oid), derSet(...values))

export const signedAttributes = (
  contentType: string,
  contentDigest: Uint8Array,
  signingTime: Date | null,
): Uint8Array =>
  derSet(
    attribute(oids.contentType, derOid(contentType)),
    attribute(oids.messageDigest, octets(contentDigest)),
    ...(signingTime ? [attribute(oids.signingTime, derTime(signingTime))] : []),
  )

export interface SignedDataParts {
  readonly contentType: string
  readonly content: Uint8Array
  readonly hash: HashName
  /** AlgorithmIdentifier of the signature. */
  readonly algorithm: Uint8Array
  /** The SET that was signed; null leaves the attributes away. */
  readonly attributes: Uint8Array | null
  readonly signature: Uint8Array
  readonly certificates: readonly Uint8Array[]
  readonly issuer: Uint8Array
  readonly serial: Uint8Array
}

export const composeSignedData = (parts: SignedDataParts): Uint8Array => {
  const attributes = parts.attributes && Uint8Array.from(parts.attributes)
  if (attributes) {
    attributes[0] = 0xa0
  }
  const signer = sequence(
    derInteger(1),
    sequence(parts.issuer, parts.serial),
    hashAlgorithm(parts.hash),
    ...(attributes ? [attributes] : []),
    parts.algorithm,
    octets(parts.signature),
  )
  return sequence(
    derOid(oids.signedData),
    explicit(
      0,
      sequence(
        derInteger(3),
        derSet(hashAlgorithm(parts.hash)),
        sequence(derOid(parts.contentType), explicit(0, octets(parts.content))),
        explicit(0, ...parts.certificates),
        derSet(signer),
      ),
    ),
  )
}

export const composeSod = (signedData: Uint8Array): Uint8Array => derValue(0x77, signedData)

const RSA_OIDS: Partial<Record<HashName, string>> = {
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
  sha1: '1.2.840.113549.1.1.5',
}
const ECDSA_OIDS: Partial<Record<HashName, string>> = {
  sha1: '1.2.840.10045.4.1',
  sha224: '1.2.840.10045.4.3.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}

export const signatureAlgorithm = (
  kind: 'rsa' | 'rsa-pss' | 'ecdsa',
  hash: HashName,
  saltLength = 32,
): Uint8Array => {
  if (kind === 'rsa') {
    return sequence(derOid(RSA_OIDS[hash] ?? ''), derNull())
  }
  if (kind === 'ecdsa') {
    return sequence(derOid(ECDSA_OIDS[hash] ?? ''))
  }
  return sequence(
    derOid(oids.rsaPss),
    sequence(
      explicit(0, hashAlgorithm(hash)),
      explicit(1, sequence(derOid(oids.mgf1), hashAlgorithm(hash))),
      explicit(2, derInteger(saltLength)),
    ),
  )
}
