/**
 * CMS SignedData (RFC 5652) as ICAO uses it for the SOD (Doc 9303 part 10 §4.6.2) and for master lists (part
 * 12 §9): one signer with signed
 * attributes. Distinguished encoding throughout; only the content may be an octet string in parts, as some
 * writers of CMS make it.
 */
import { hex } from '../bytes.ts'
import { checkSignature, readHash, readSignatureScheme } from './algorithms.ts'
import { readCertificate, type Certificate } from './certificate.ts'
import type { ChipCrypto, HashName, SignatureScheme } from './chip-crypto.ts'
import { ChipFault, refuseIf } from './chip-fault.ts'
import {
  childrenOf,
  INTEGER,
  mustBeDistinguished,
  OCTET_STRING,
  OID,
  readOne,
  SEQUENCE,
  SET,
  TlvCursor,
  type Tlv,
} from './der-reader.ts'
import { objectId, sameBytes, smallInteger, timeOf } from './der-values.ts'
import { readName } from './distinguished-name.ts'
import { oids } from './oids.ts'

export interface SignedData {
  readonly content: Uint8Array
  readonly certificates: readonly Uint8Array[]
  readonly signer: {
    readonly issuer: string | null
    readonly serial: string | null
    readonly subjectKeyId: string | null
    readonly hash: HashName
    readonly scheme: SignatureScheme
    readonly signature: Uint8Array
    /** What is signed: the attributes under the tag of a SET (RFC 5652 §5.4). */
    readonly attributes: Uint8Array
    readonly contentDigest: Uint8Array
    readonly signingTime: Date | null
  }
}

const PARTED_OCTET_STRING = 0x24

/** `contentType` is the object identifier that the content must have. */
export const readSignedData = (bytes: Uint8Array, contentType: string, where: string): SignedData => {
  const whole = readOne(bytes, where)
  mustBeDistinguished(whole, where)
  const info = TlvCursor.of(whole, SEQUENCE, where)
  refuseIf(objectId(info.take(OID), where) !== oids.signedData, 'chip.sod-content', where)
  const data = TlvCursor.of(readOne(info.take(0xa0).value, where), SEQUENCE, where)
  info.end()
  refuseIf(![1, 3, 4, 5].includes(smallInteger(data.take(INTEGER), where)), 'chip.sod-version', where)
  const digests = childrenOf(data.take(SET), where).map((one) => readHash(one, where))
  const content = readContent(data.take(SEQUENCE), contentType, where)
  const certificates = data.takeIf(0xa0)
  data.takeIf(0xa1)
  const signers = childrenOf(data.take(SET), where)
  data.end()
  const [only] = signers
  if (!only || signers.length !== 1) {
    throw new ChipFault('chip.sod-signers', where)
  }
  const signer = readSigner(only, contentType, where)
  refuseIf(!digests.includes(signer.hash), 'chip.algorithm-mismatch', where)
  return {
    content,
    signer,
    certificates: certificates
      ? childrenOf(certificates, where)
          .filter(({ tag }) => tag === SEQUENCE)
          .map(({ whole: one }) => one)
      : [],
  }
}

const readContent = (tlv: Tlv, contentType: string, where: string): Uint8Array => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  refuseIf(objectId(cursor.take(OID), where) !== contentType, 'chip.sod-content', where)
  const octets = readOne(cursor.take(0xa0).value, where)
  cursor.end()
  if (octets.tag === OCTET_STRING) {
    return octets.value
  }
  refuseIf(octets.tag !== PARTED_OCTET_STRING, 'chip.structure', where)
  const parts = childrenOf(octets, where)
  refuseIf(parts.length === 0 || parts.some(({ tag }) => tag !== OCTET_STRING), 'chip.structure', where)
  return Buffer.concat(parts.map(({ value }) => value))
}

const readSigner = (tlv: Tlv, contentType: string, where: string): SignedData['signer'] => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  refuseIf(![1, 3].includes(smallInteger(cursor.take(INTEGER), where)), 'chip.sod-version', where)
  const named = cursor.takeIf(SEQUENCE)
  const identifier = named
    ? readIssuerAndSerial(named, where)
    : { issuer: null, serial: null, subjectKeyId: hex(cursor.take(0x80).value) }
  const hash = readHash(cursor.take(SEQUENCE), where)
  const attributes = cursor.takeIf(0xa0)
  if (!attributes) {
    throw new ChipFault('chip.signed-attributes-missing', where)
  }
  const scheme = readSignatureScheme(cursor.take(SEQUENCE), where, hash)
  const { value: signature } = cursor.take(OCTET_STRING)
  cursor.takeIf(0xa1)
  cursor.end()
  const signed = Uint8Array.from(attributes.whole)
  signed[0] = SET
  return {
    ...identifier,
    hash,
    scheme,
    signature,
    attributes: signed,
    ...readAttributes(attributes, contentType, where),
  }
}

const readIssuerAndSerial = (
  tlv: Tlv,
  where: string,
): Pick<SignedData['signer'], 'issuer' | 'serial' | 'subjectKeyId'> => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  const issuer = readName(cursor.take(SEQUENCE), where).canonical
  const serial = hex(cursor.take(INTEGER).value)
  cursor.end()
  return { issuer, serial, subjectKeyId: null }
}

const readAttributes = (
  tlv: Tlv,
  contentType: string,
  where: string,
): Pick<SignedData['signer'], 'contentDigest' | 'signingTime'> => {
  const found = new Map<string, Tlv>()
  for (const attribute of childrenOf(tlv, where)) {
    const cursor = TlvCursor.of(attribute, SEQUENCE, where)
    const oid = objectId(cursor.take(OID), where)
    const values = childrenOf(cursor.take(SET), where)
    cursor.end()
    const [value] = values
    refuseIf(found.has(oid), 'chip.attribute-duplicate', where)
    if (!value || values.length !== 1) {
      throw new ChipFault('chip.attribute-duplicate', where)
    }
    found.set(oid, value)
  }
  const [typeTlv, digestTlv, timeTlv] = [
    found.get(oids.contentType),
    found.get(oids.messageDigest),
    found.get(oids.signingTime),
  ]
  if (!typeTlv || !digestTlv) {
    throw new ChipFault('chip.attribute-missing', where)
  }
  refuseIf(objectId(typeTlv, where) !== contentType, 'chip.attribute-content-type', where)
  refuseIf(digestTlv.tag !== OCTET_STRING, 'chip.structure', where)
  return { contentDigest: digestTlv.value, signingTime: timeTlv ? timeOf(timeTlv, where) : null }
}

/** The signer's certificate among those that came along. */
export const signerCertificate = ({ certificates, signer }: SignedData, where: string): Certificate => {
  for (const bytes of certificates) {
    const certificate = readCertificate(bytes, where)
    const isNamed =
      signer.subjectKeyId === null
        ? certificate.serial === signer.serial && certificate.issuer.canonical === signer.issuer
        : certificate.extensions.subjectKeyId === signer.subjectKeyId
    if (isNamed) {
      return certificate
    }
  }
  throw new ChipFault('chip.signer-missing', where)
}

/** The digest over the content, then the signature over the attributes that hold the digest. */
export const mustBeSignedBy = (
  crypto: ChipCrypto,
  { content, signer }: SignedData,
  certificate: Certificate,
  where: string,
): void => {
  refuseIf(
    !sameBytes(crypto.digest(signer.hash, content), signer.contentDigest),
    'chip.content-digest',
    where,
  )
  checkSignature(crypto, {
    key: certificate.key,
    scheme: signer.scheme,
    data: signer.attributes,
    signature: signer.signature,
    where,
    wrongCode: 'chip.sod-signature',
  })
}
