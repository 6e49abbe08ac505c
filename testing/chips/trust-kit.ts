/**
 * Files of trust for tests, as an operator would bring them: authorities, revocation lists, master lists, a
 * directory.
 */
import {
  authorityExtensions,
  composeRevocationList,
  extension,
  signerExtensions,
} from '../../formats/emrtd/compose-certificate.ts'
import { composeSignedData, signedAttributes } from '../../formats/emrtd/compose-security-object.ts'
import { derInteger, derOid, derSet, sequence } from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import { composePem } from '../../formats/pem.ts'
import {
  issueSigner,
  keyFor,
  nameOf,
  openAuthority,
  serialOf,
  type Authority,
} from '../../world/chips/authority.ts'
import { hashOf, SPAN } from '../../world/chips/chip-kit.ts'

export const authorityNamed = (
  words: string,
  ecdsa: 'ecdsa-p256' | 'ecdsa-p384' = 'ecdsa-p384',
): Authority => {
  const key = keyFor(ecdsa, words)
  return openAuthority({
    key,
    name: nameOf(`CSCA ${words}`),
    words,
    span: SPAN,
    extensions: authorityExtensions(key.keyId),
  })
}
/** SHA-256 of its certificate, as states publish it. */
export const fingerprintOf = ({ certificate }: Authority): string =>
  hashOf('sha256', certificate).toString('hex')
export const pem = (...certificates: readonly Uint8Array[]): string =>
  certificates.map((one) => composePem('CERTIFICATE', one)).join('')
export const listOf = (from: Authority, day: string, ...revoked: readonly string[]): Uint8Array =>
  composeRevocationList({
    issuer: from.name,
    authorityKeyId: from.key.keyId,
    number: 1,
    thisUpdate: new Date(`${day}T00:00:00Z`),
    nextUpdate: new Date('2027-06-01T00:00:00Z'),
    revoked: revoked.map((words) => ({ serial: serialOf(words), at: new Date('2026-01-01T00:00:00Z') })),
    algorithm: from.key.algorithm,
    sign: (tbs) => from.key.sign(tbs),
  })

export const masterListOf = (
  by: Authority,
  certificates: readonly Uint8Array[],
  changes: {
    readonly usage?: string
    readonly beside?: readonly Uint8Array[]
    readonly spoil?: boolean
  } = {},
): Buffer => {
  const key = keyFor('ecdsa-p256', 'list signer')
  const extensions = [
    ...signerExtensions(key.keyId, by.key.keyId),
    extension(oids.extendedKeyUsage, true, sequence(derOid(changes.usage ?? oids.masterListSigner))),
  ]
  const signer = issueSigner(by, {
    key,
    words: 'list signer',
    name: nameOf('Master list signer'),
    span: SPAN,
    extensions,
  })
  const content = sequence(derInteger(0), derSet(...certificates))
  const attributes = signedAttributes(oids.masterList, hashOf('sha256', content), null)
  const signature = Buffer.from(key.sign(attributes))
  if (changes.spoil) {
    signature[signature.length - 3] = (signature[signature.length - 3] ?? 0) ^ 1
  }
  return Buffer.from(
    composeSignedData({
      contentType: oids.masterList,
      content,
      hash: 'sha256',
      algorithm: key.algorithm,
      attributes,
      signature,
      certificates: [signer.certificate, ...(changes.beside ?? [])],
      issuer: signer.issuer,
      serial: signer.serial,
    }),
  )
}

const folded = (name: string, bytes: Uint8Array): string =>
  `${name}:: ${Buffer.from(bytes).toString('base64')}`.replace(/(.{76})(?=.)/g, '$1\n ')
export const ldif = (...entries: readonly (readonly [name: string, bytes: Uint8Array])[]): string =>
  `version: 1\n# written by a directory\n\n${entries.map(([name, bytes], index) => `dn: cn=${index},o=csca,c=VN,dc=data,\n dc=download,dc=pkd,dc=icao,dc=int\nobjectClass: top\n${folded(name, bytes)}\n`).join('\n')}`
