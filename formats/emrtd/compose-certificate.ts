/**
 * Writes certificates and revocation lists (RFC 5280) in the profile of ICAO Doc 9303 part 12. Signing comes
 * from outside.
 */
import { KEY_USAGE } from './certificate.ts'
import {
  bitString,
  derInteger,
  derNamedBits,
  derOid,
  derSet,
  derTime,
  derTrue,
  derValue,
  explicit,
  octets,
  printableString,
  sequence,
  utf8String,
} from './der-writer.ts'
import { oids } from './oids.ts'

export const composeName = (...pairs: readonly (readonly [oid: string, text: string])[]): Uint8Array =>
  sequence(
    ...pairs.map(([oid, text]) =>
      derSet(sequence(derOid(oid), oid === oids.country ? printableString(text) : utf8String(text))),
    ),
  )

export const extension = (oid: string, isCritical: boolean, value: Uint8Array): Uint8Array =>
  sequence(derOid(oid), ...(isCritical ? [derTrue()] : []), octets(value))

export const authorityExtensions = (keyId: Uint8Array, pathLength: number | null = 0): Uint8Array[] => [
  extension(
    oids.basicConstraints,
    true,
    sequence(derTrue(), ...(pathLength === null ? [] : [derInteger(pathLength)])),
  ),
  extension(oids.keyUsage, true, derNamedBits(KEY_USAGE.certificateSigning, KEY_USAGE.listSigning)),
  extension(oids.subjectKeyId, false, octets(keyId)),
]

export const authorityKeyExtension = (keyId: Uint8Array): Uint8Array =>
  extension(oids.authorityKeyId, false, sequence(derValue(0x80, keyId)))

export const signerExtensions = (keyId: Uint8Array, authorityKeyId: Uint8Array): Uint8Array[] => [
  extension(oids.keyUsage, true, derNamedBits(KEY_USAGE.digitalSignature)),
  extension(oids.subjectKeyId, false, octets(keyId)),
  authorityKeyExtension(authorityKeyId),
]

export interface CertificateParts {
  readonly serial: Uint8Array
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKeyInfo: Uint8Array
  readonly extensions: readonly Uint8Array[]
  /** AlgorithmIdentifier. */
  readonly algorithm: Uint8Array
  sign(tbs: Uint8Array): Uint8Array
}

export const composeCertificate = (parts: CertificateParts): Uint8Array => {
  const tbs = sequence(
    explicit(0, derInteger(2)),
    derInteger(parts.serial),
    parts.algorithm,
    parts.issuer,
    sequence(derTime(parts.notBefore), derTime(parts.notAfter)),
    parts.subject,
    parts.publicKeyInfo,
    ...(parts.extensions.length > 0 ? [explicit(3, sequence(...parts.extensions))] : []),
  )
  return sequence(tbs, parts.algorithm, bitString(parts.sign(tbs)))
}

export const composeRevocationList = (parts: {
  readonly issuer: Uint8Array
  readonly authorityKeyId: Uint8Array
  readonly number: number
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly revoked: readonly { readonly serial: Uint8Array; readonly at: Date }[]
  readonly algorithm: Uint8Array
  sign(tbs: Uint8Array): Uint8Array
}): Uint8Array => {
  const entries = parts.revoked.map(({ serial, at }) => sequence(derInteger(serial), derTime(at)))
  const tbs = sequence(
    derInteger(1),
    parts.algorithm,
    parts.issuer,
    derTime(parts.thisUpdate),
    derTime(parts.nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    explicit(
      0,
      sequence(
        authorityKeyExtension(parts.authorityKeyId),
        extension(oids.crlNumber, false, derInteger(parts.number)),
      ),
    ),
  )
  return sequence(tbs, parts.algorithm, bitString(parts.sign(tbs)))
}
