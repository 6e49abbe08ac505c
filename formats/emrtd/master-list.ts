/**
 * ICAO master lists (Doc 9303 part 12 §9): a state's signed list of the signing authorities that it has seen.
 */
import type { Certificate } from './certificate.ts'
import type { ChipCrypto } from './chip-crypto.ts'
import { ChipFault, refuseIf } from './chip-fault.ts'
import { childrenOf, INTEGER, mustBeDistinguished, readOne, SEQUENCE, SET, TlvCursor } from './der-reader.ts'
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
  refuseIf(!signer.extensions.extendedKeyUsage?.includes(oids.masterListSigner), 'chip.signer-usage', WHERE)
  mustBeSignedBy(crypto, signed, signer, WHERE)
  const content = readOne(signed.content, WHERE)
  mustBeDistinguished(content, WHERE)
  const cursor = TlvCursor.of(content, SEQUENCE, WHERE)
  refuseIf(smallInteger(cursor.take(INTEGER), WHERE) !== 0, 'chip.sod-version', WHERE)
  const certificates = childrenOf(cursor.take(SET), WHERE).map(({ whole }) => whole)
  cursor.end()
  return {
    signed,
    signer,
    certificates,
    beside: signed.certificates.filter((one) => Buffer.compare(one, signer.whole) !== 0),
  }
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
