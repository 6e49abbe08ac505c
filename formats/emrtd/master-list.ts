/**
 * ICAO master lists (Doc 9303 part 12 §9): a state's signed list of the signing authorities that it has seen.
 */
import { KEY_USAGE, type Certificate } from './certificate.ts'
import type { ChipCrypto } from './chip-crypto.ts'
import { ChipFault, refuseIf } from './chip-fault.ts'
import { childrenOf, INTEGER, readOne, SEQUENCE, SET, TlvCursor } from './der-reader.ts'
import { splitLoosely } from './loose-split.ts'
import { smallInteger } from './der-values.ts'
import { oids } from './oids.ts'
import { mustBeSignedBy, readSignedData, signerCertificate, type SignedData } from './signed-data.ts'

export interface MasterList {
  readonly signed: SignedData
  readonly signer: Certificate
  readonly certificates: readonly Uint8Array[]
  /** What came beside the signer: usually the authority that issued it. */
  readonly beside: readonly Uint8Array[]
}

const WHERE = 'master list'

/**
 * Throws ChipFault; the list's own signature has been checked when it returns, its signer's authority has
 * not.
 */
export const readMasterList = (crypto: ChipCrypto, bytes: Uint8Array): MasterList => {
  const signed = readSignedData(bytes, oids.masterList, WHERE)
  const signer = signerCertificate(signed, WHERE)
  mustSignLists(signer)
  mustBeSignedBy(crypto, signed, signer, WHERE)
  const content = readOne(signed.content, WHERE)
  const cursor = TlvCursor.of(content, SEQUENCE, WHERE)
  refuseIf(smallInteger(cursor.take(INTEGER), WHERE) !== 0, 'chip.sod-version', WHERE)
  // Entries are cut apart only: each is read strictly by itself, and one that is written loosely is left out
  // by itself.
  const certificates = splitLoosely(cursor.take(SET).value, WHERE)
  cursor.end()
  return {
    signed,
    signer,
    certificates,
    beside: signed.certificates.filter((one) => Buffer.compare(one, signer.whole) !== 0),
  }
}

const APPLIED: readonly string[] = [
  oids.basicConstraints,
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.subjectKeyId,
  oids.authorityKeyId,
]

const mustSignLists = ({ extensions }: Certificate): void => {
  const { basicConstraints, keyUsage, extendedKeyUsage, critical } = extensions
  refuseIf(!extendedKeyUsage?.includes(oids.masterListSigner), 'chip.signer-usage', WHERE)
  refuseIf(keyUsage !== null && !keyUsage(KEY_USAGE.digitalSignature), 'chip.signer-usage', WHERE)
  refuseIf(basicConstraints?.isAuthority === true, 'chip.signer-is-authority', WHERE)
  refuseIf(!critical.every((oid) => APPLIED.includes(oid)), 'chip.critical-extension', WHERE)
}

/** Whether bytes are a CMS at all; a certificate and a revocation list begin otherwise. */
export const isSignedData = (bytes: Uint8Array): boolean => {
  try {
    const [first] = childrenOf(readOne(bytes, WHERE), WHERE)
    return first?.tag === 0x06
  } catch (error) {
    if (error instanceof ChipFault) {
      return false
    }
    throw error
  }
}
