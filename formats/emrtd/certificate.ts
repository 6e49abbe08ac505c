/**
 * X.509 certificates (RFC 5280) as ICAO Doc 9303 part 12 profiles them: country signing authorities, document
 * signers, links, list signers.
 */
import { hex } from '../bytes.ts'
import { readSignatureScheme } from './algorithms.ts'
import type { PublicKey, SignatureScheme } from './chip-crypto.ts'
import { ChipFault, refuseIf } from './chip-fault.ts'
import {
  BOOLEAN,
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
import {
  namedBits,
  objectId,
  sameBytes,
  smallInteger,
  textOfString,
  timeOf,
  wholeBits,
} from './der-values.ts'
import { readName, type DistinguishedName } from './distinguished-name.ts'
import { oids } from './oids.ts'
import { readPublicKey } from './public-key.ts'

export interface Certificate {
  readonly whole: Uint8Array
  readonly tbs: Uint8Array
  readonly scheme: SignatureScheme
  readonly signature: Uint8Array
  /** Hex of the encoded integer. */
  readonly serial: string
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  readonly notBefore: Date
  readonly notAfter: Date
  readonly key: PublicKey
  readonly extensions: Extensions
}

export interface Extensions {
  /** null: the extension is not there. */
  readonly basicConstraints: { readonly isAuthority: boolean; readonly pathLength: number | null } | null
  readonly keyUsage: ((bit: number) => boolean) | null
  readonly extendedKeyUsage: readonly string[] | null
  readonly subjectKeyId: string | null
  readonly authorityKeyId: { readonly keyId: string | null; readonly serial: string | null } | null
  readonly privateKeyUsage: { readonly notBefore: Date | null; readonly notAfter: Date | null } | null
  /** The codes of the zones that this signer may sign (Doc 9303 part 12 §7.1.1.6). */
  readonly documentTypes: readonly string[] | null
  /**
   * A state renamed its authority (Doc 9303 part 12 §7.1.1.5): the certificate leads from the old name to
   * the new one.
   */
  readonly isNameChange: boolean
  /**
   * Binding ones by their identifiers, each with a meaning that somebody must apply: who judges the
   * certificate says which ones she applies, and refuses it for the others (RFC 5280 §4.2).
   */
  readonly critical: readonly string[]
}

/** Bits of KeyUsage (RFC 5280 §4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0, certificateSigning: 5, listSigning: 6 } as const
/** The sizes of national certificates stay far below. */
const CERTIFICATE_MOST_BYTES = 16_384

export const readCertificate = (bytes: Uint8Array, where: string): Certificate => {
  refuseIf(bytes.length > CERTIFICATE_MOST_BYTES, 'chip.der-too-long', where)
  const whole = readOne(bytes, where)
  mustBeDistinguished(whole, where)
  const outer = TlvCursor.of(whole, SEQUENCE, where)
  const tbsTlv = outer.take(SEQUENCE)
  const outerAlgorithm = outer.take(SEQUENCE)
  const signature = wholeBits(outer.take(0x03), where)
  outer.end()
  const tbs = TlvCursor.of(tbsTlv, SEQUENCE, where)
  const version = tbs.takeIf(0xa0)
  // Extensions, and so every check of use, exist from version 3 on.
  refuseIf(!version || smallInteger(readOne(version.value, where), where) !== 2, 'chip.structure', where)
  const serial = tbs.take(INTEGER)
  refuseIf(serial.value.length > 24, 'chip.der-value', where)
  // RFC 5280 §4.1.1.2: what is signed says the same algorithm as the signature beside it.
  refuseIf(!sameBytes(tbs.take(SEQUENCE).whole, outerAlgorithm.whole), 'chip.algorithm-mismatch', where)
  const issuer = readName(tbs.take(SEQUENCE), where)
  const validity = TlvCursor.of(tbs.take(SEQUENCE), SEQUENCE, where)
  const [notBefore, notAfter] = [takeTime(validity, where), takeTime(validity, where)]
  validity.end()
  const subject = readName(tbs.take(SEQUENCE), where)
  const key = readPublicKey(tbs.take(SEQUENCE), where)
  tbs.takeIf(0x81)
  tbs.takeIf(0x82)
  const extensions = tbs.takeIf(0xa3)
  tbs.end()
  return {
    whole: whole.whole,
    tbs: tbsTlv.whole,
    scheme: readSignatureScheme(outerAlgorithm, where),
    signature,
    serial: hex(serial.value),
    issuer,
    subject,
    notBefore,
    notAfter,
    key,
    extensions: readExtensions(extensions, where),
  }
}

export const takeTime = (cursor: TlvCursor, where: string): Date => {
  const time = cursor.takeAny()
  if (!time) {
    throw new ChipFault('chip.structure', where)
  }
  return timeOf(time, where)
}

export interface Extension {
  readonly oid: string
  readonly isCritical: boolean
  readonly value: Uint8Array
}

/** `[n] EXPLICIT Extensions`; each may stand once. */
export const extensionList = (wrapped: Tlv | undefined, where: string): Extension[] => {
  if (!wrapped) {
    return []
  }
  return readExtensionList(readOne(wrapped.value, where), where)
}

export const readExtensionList = (list: Tlv, where: string): Extension[] => {
  refuseIf(list.tag !== SEQUENCE, 'chip.structure', where)
  const found = childrenOf(list, where).map((tlv) => {
    const cursor = TlvCursor.of(tlv, SEQUENCE, where)
    const oid = objectId(cursor.take(OID), where)
    const critical = cursor.takeIf(BOOLEAN)
    const { value } = cursor.take(OCTET_STRING)
    cursor.end()
    return { oid, isCritical: critical?.value[0] === 0xff, value }
  })
  refuseIf(new Set(found.map(({ oid }) => oid)).size !== found.length, 'chip.structure', where)
  return found
}

const readExtensions = (wrapped: Tlv | undefined, where: string): Extensions => {
  const list = extensionList(wrapped, where)
  const valueOf = (oid: string): Tlv | null => {
    const found = list.find((one) => one.oid === oid)
    if (!found) {
      return null
    }
    const tlv = readOne(found.value, where)
    mustBeDistinguished(tlv, where)
    return tlv
  }
  const [constraints, usage, extended, subjectKeyId] = [
    valueOf(oids.basicConstraints),
    valueOf(oids.keyUsage),
    valueOf(oids.extendedKeyUsage),
    valueOf(oids.subjectKeyId),
  ]
  const [authorityKeyId, period, types] = [
    valueOf(oids.authorityKeyId),
    valueOf(oids.privateKeyUsagePeriod),
    valueOf(oids.documentTypes),
  ]
  return {
    basicConstraints: constraints && readConstraints(constraints, where),
    keyUsage: usage && namedBits(usage, where),
    extendedKeyUsage: extended && childrenOf(extended, where).map((one) => objectId(one, where)),
    subjectKeyId: subjectKeyId && hex(mustBe(subjectKeyId, OCTET_STRING, where).value),
    authorityKeyId: authorityKeyId && readAuthorityKeyId(authorityKeyId, where),
    privateKeyUsage: period && readUsagePeriod(period, where),
    documentTypes: types && readDocumentTypes(types, where),
    isNameChange: list.some(({ oid }) => oid === oids.nameChange),
    critical: list.filter(({ isCritical }) => isCritical).map(({ oid }) => oid),
  }
}

const mustBe = (tlv: Tlv, tag: number, where: string): Tlv => {
  refuseIf(tlv.tag !== tag, 'chip.structure', where)
  return tlv
}

const readConstraints = (tlv: Tlv, where: string): Extensions['basicConstraints'] => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  const isAuthority = cursor.takeIf(BOOLEAN)?.value[0] === 0xff
  const length = cursor.takeIf(INTEGER)
  cursor.end()
  return { isAuthority, pathLength: length ? smallInteger(length, where) : null }
}

export const readAuthorityKeyId = (
  tlv: Tlv,
  where: string,
): { keyId: string | null; serial: string | null } => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  const keyId = cursor.takeIf(0x80)
  cursor.takeIf(0xa1)
  const serial = cursor.takeIf(0x82)
  cursor.end()
  return { keyId: keyId ? hex(keyId.value) : null, serial: serial ? hex(serial.value) : null }
}

/** RFC 3280 §4.2.1.4: implicitly tagged times. */
const readUsagePeriod = (tlv: Tlv, where: string): Extensions['privateKeyUsage'] => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  const time = (found: Tlv | undefined): Date | null =>
    found ? timeOf({ ...found, tag: 0x18 }, where) : null
  const [notBefore, notAfter] = [time(cursor.takeIf(0x80)), time(cursor.takeIf(0x81))]
  cursor.end()
  return { notBefore, notAfter }
}

const readDocumentTypes = (tlv: Tlv, where: string): readonly string[] => {
  const cursor = TlvCursor.of(tlv, SEQUENCE, where)
  refuseIf(smallInteger(cursor.take(INTEGER), where) !== 0, 'chip.structure', where)
  const types = childrenOf(cursor.take(SET), where).map((one) => textOfString(one, where))
  cursor.end()
  return types
}

export const isSelfIssued = ({ issuer, subject }: Certificate): boolean =>
  issuer.canonical === subject.canonical

/** By name and, where both say it, by key identifier and serial number (RFC 5280 §4.2.1.1). */
export const mayHaveIssued = (
  authority: Certificate,
  {
    issuer,
    authorityKeyId,
  }: { readonly issuer: DistinguishedName; readonly authorityKeyId: Extensions['authorityKeyId'] },
): boolean => {
  if (authority.subject.canonical !== issuer.canonical) {
    return false
  }
  const { keyId, serial } = authorityKeyId ?? { keyId: null, serial: null }
  if (
    keyId !== null &&
    authority.extensions.subjectKeyId !== null &&
    keyId !== authority.extensions.subjectKeyId
  ) {
    return false
  }
  return serial === null || serial === authority.serial
}
