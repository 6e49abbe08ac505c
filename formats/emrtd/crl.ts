/**
 * Certificate revocation lists (RFC 5280 §5): whole lists only. A delta or a partition would leave revoked
 * signers unseen.
 */
import { hex } from '../bytes.ts'
import { hasSigned, readSignatureScheme } from './algorithms.ts'
import {
  extensionList,
  readExtensionList,
  isSelfIssued,
  KEY_USAGE,
  mayHaveIssued,
  readAuthorityKeyId,
  takeTime,
  type Certificate,
  type Extensions,
} from './certificate.ts'
import type { ChipCrypto, SignatureScheme } from './chip-crypto.ts'
import { refuseIf } from './chip-fault.ts'
import {
  childrenOf,
  INTEGER,
  mustBeDistinguished,
  readOne,
  SEQUENCE,
  TlvCursor,
  type Tlv,
} from './der-reader.ts'
import { sameBytes, smallInteger, timeOf, wholeBits } from './der-values.ts'
import { readName, type DistinguishedName } from './distinguished-name.ts'
import { oids } from './oids.ts'

export interface RevocationList {
  readonly whole: Uint8Array
  readonly tbs: Uint8Array
  readonly scheme: SignatureScheme
  readonly signature: Uint8Array
  readonly issuer: DistinguishedName
  readonly authorityKeyId: Extensions['authorityKeyId']
  readonly thisUpdate: Date
  readonly nextUpdate: Date | null
  /** Hex of the serial numbers as encoded. */
  readonly revoked: ReadonlySet<string>
}

const WHERE = 'revocation list'
/** Binding extensions of a list whose meaning is applied here; those of an entry are none. */
const APPLIED = new Set<string>([oids.authorityKeyId])

export const readRevocationList = (bytes: Uint8Array): RevocationList => {
  const whole = readOne(bytes, WHERE)
  mustBeDistinguished(whole, WHERE)
  const outer = TlvCursor.of(whole, SEQUENCE, WHERE)
  const tbsTlv = outer.take(SEQUENCE)
  const algorithm = outer.take(SEQUENCE)
  const signature = wholeBits(outer.take(0x03), WHERE)
  outer.end()
  const tbs = TlvCursor.of(tbsTlv, SEQUENCE, WHERE)
  const version = tbs.takeIf(INTEGER)
  refuseIf(version !== undefined && smallInteger(version, WHERE) !== 1, 'chip.structure', WHERE)
  refuseIf(!sameBytes(tbs.take(SEQUENCE).whole, algorithm.whole), 'chip.algorithm-mismatch', WHERE)
  const issuer = readName(tbs.take(SEQUENCE), WHERE)
  const thisUpdate = takeTime(tbs, WHERE)
  const next = tbs.takeIf(0x17) ?? tbs.takeIf(0x18)
  const revoked = tbs.takeIf(SEQUENCE)
  const extensions = extensionList(tbs.takeIf(0xa0), WHERE)
  tbs.end()
  refuseIf(
    extensions.some(
      ({ oid, isCritical }) =>
        oid === oids.deltaCrl || oid === oids.issuingDistributionPoint || (isCritical && !APPLIED.has(oid)),
    ),
    'chip.critical-extension',
    WHERE,
  )
  const keyId = extensions.find(({ oid }) => oid === oids.authorityKeyId)
  return {
    whole: whole.whole,
    tbs: tbsTlv.whole,
    scheme: readSignatureScheme(algorithm, WHERE),
    signature,
    issuer,
    thisUpdate,
    authorityKeyId: keyId ? readAuthorityKeyId(readOne(keyId.value, WHERE), WHERE) : null,
    nextUpdate: next ? timeOf(next, WHERE) : null,
    revoked: new Set(revoked ? childrenOf(revoked, WHERE).map(readEntry) : []),
  }
}

/**
 * The serial number. A binding condition of one entry, such as another issuer, would revoke somebody else
 * than it seems.
 */
const readEntry = (entry: Tlv): string => {
  const cursor = TlvCursor.of(entry, SEQUENCE, WHERE)
  const serial = cursor.take(INTEGER)
  takeTime(cursor, WHERE)
  const extensions = cursor.takeIf(SEQUENCE)
  cursor.end()
  refuseIf(
    extensions !== undefined && readExtensionList(extensions, WHERE).some(({ isCritical }) => isCritical),
    'chip.critical-extension',
    WHERE,
  )
  return hex(serial.value)
}

/** Whether one of the authorities signed the list; its issuer's name alone proves nothing. */
export const isListOf = (
  crypto: ChipCrypto,
  list: RevocationList,
  authorities: readonly Certificate[],
): boolean =>
  authorities.some((authority) => {
    if (
      !mayHaveIssued(authority, {
        issuer: list.issuer,
        authorityKeyId: list.authorityKeyId && { ...list.authorityKeyId, serial: null },
      })
    ) {
      return false
    }
    const { basicConstraints, keyUsage } = authority.extensions
    if (!basicConstraints?.isAuthority || (keyUsage && !keyUsage(KEY_USAGE.listSigning))) {
      return false
    }
    return hasSigned(crypto, authority.key, list)
  })

export const isSelfSigned = (crypto: ChipCrypto, certificate: Certificate): boolean =>
  isSelfIssued(certificate) && hasSigned(crypto, certificate.key, certificate)
