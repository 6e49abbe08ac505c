/**
 * Who signed a master list, and which authority vouches for her: one of ours, else one that came along and
 * whose digest the operator has compared with what that state publishes. A list proves by itself only that
 * it is whole.
 */
import { createHash } from 'node:crypto'
import { hex } from '../../../../formats/bytes.ts'
import { readCertificate, type Certificate } from '../../../../formats/emrtd/certificate.ts'
import { ChipFault } from '../../../../formats/emrtd/chip-fault.ts'
import { isSelfSigned } from '../../../../formats/emrtd/crl.ts'
import { authorityFault } from '../../../../formats/emrtd/trust-chain.ts'
import { nodeCrypto } from './node-crypto.ts'
import { hasIssued } from './sort-trust.ts'
import { TrustFileRefused, type Master, type Rejected, type TrustFile } from './trust-file.ts'

export interface MasterSigner {
  readonly signer: string
  readonly authority: string
  /** Of the authority's certificate. */
  readonly fingerprint: string
  readonly wasKnown: boolean
}
export interface Vouched {
  readonly signedBy: readonly MasterSigner[]
  readonly certificates: readonly Uint8Array[]
  readonly rejected: readonly Rejected[]
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/**
 * In a directory each master list stands for itself; a file that is one is refused with it. Throws
 * TrustFileRefused.
 */
export const vouchForMasters = (
  file: TrustFile,
  known: readonly Certificate[],
  confirmed: readonly string[],
): Vouched => {
  const signedBy: MasterSigner[] = []
  const certificates: Uint8Array[] = []
  const rejected: Rejected[] = []
  for (const [index, master] of file.masters.entries()) {
    try {
      signedBy.push(vouchFor(master, known, file.certificates, confirmed))
      certificates.push(...master.certificates)
    } catch (error) {
      if (!(error instanceof TrustFileRefused) || file.kind !== 'ldif') {
        throw error
      }
      rejected.push({ entry: `Master list ${index + 1}`, reason: error.reason })
    }
  }
  return { signedBy, certificates, rejected }
}

const vouchFor = (
  { signer, certificates, beside }: Master,
  known: readonly Certificate[],
  inFile: readonly Uint8Array[],
  confirmed: readonly string[],
): MasterSigner => {
  const ours = known.find((authority) => hasIssued(authority, signer))
  const authority =
    ours ??
    [...certificates, ...beside, ...inFile]
      .flatMap(certificateOrNone)
      .find(
        (one) =>
          hasIssued(one, signer) && isSelfSigned(nodeCrypto, one) && authorityFault(one.extensions) === null,
      )
  if (!authority) {
    throw new TrustFileRefused(
      `No authority here or in the list issued the signer of the master list (${signer.issuer.text}); nothing was imported.`,
    )
  }
  const fingerprint = hex(sha256(authority.whole))
  if (!ours && !confirmed.includes(fingerprint)) {
    throw new TrustFileRefused(
      `The signer of the master list hangs on an authority that nobody here knows (${authority.subject.text}, SHA-256 ${fingerprint}): compare this digest with what that state publishes and give it with --signer; nothing was imported.`,
    )
  }
  return {
    signer: signer.subject.text,
    authority: authority.subject.text,
    fingerprint,
    wasKnown: ours !== undefined,
  }
}

const certificateOrNone = (bytes: Uint8Array): Certificate[] => {
  try {
    return [readCertificate(bytes, 'certificate')]
  } catch (error) {
    if (error instanceof ChipFault) {
      return []
    }
    throw error
  }
}
