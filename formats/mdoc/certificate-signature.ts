/**
 * Certificates as they come with a document or a request, and whether one signed another (RFC 5280 §6.1.3),
 * by WebCrypto: ECDSA on the NIST curves only.
 */
import { readCertificate, type Certificate } from '../emrtd/certificate.ts'
import { ChipFault } from '../emrtd/chip-fault.ts'
import { readOne, SEQUENCE, TlvCursor } from '../emrtd/der-reader.ts'
import { magnitude } from '../emrtd/der-values.ts'
import { FIELD_BYTES, isEcCurve, isSignedBy, type EcHash, type EcPublicKey } from './ec-key.ts'
import { MdocRefusal } from './mdoc-refusal.ts'

const HASHES: Readonly<Record<string, EcHash>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' }

/** DER. Read as a chip's are; a fault of the chips' reader is this folder's refusal. */
export const certificateOf = (bytes: Uint8Array, where: string): Certificate => {
  try {
    return readCertificate(bytes, where)
  } catch (error) {
    if (error instanceof ChipFault) {
      throw new MdocRefusal('mdoc.certificate-malformed', `${where}: ${error.code}`)
    }
    throw error
  }
}

/** One for each certificate, so that what was taken in once is known again. */
const keys = new WeakMap<Certificate, EcPublicKey>()

export const ecKeyOf = (certificate: Certificate, where: string): EcPublicKey => {
  const { key } = certificate
  if (key.kind !== 'ec' || !isEcCurve(key.curve.name)) {
    throw new MdocRefusal('mdoc.algorithm-unknown', where)
  }
  const made = keys.get(certificate) ?? { curve: key.curve.name, point: key.point }
  keys.set(certificate, made)
  return made
}

export const hasIssued = async (issuer: Certificate, child: Certificate, where: string): Promise<boolean> => {
  const { scheme } = child
  const hash = HASHES[scheme.hash]
  if (scheme.kind !== 'ecdsa' || scheme.encoding !== 'der' || !hash) {
    throw new MdocRefusal('mdoc.algorithm-unknown', where)
  }
  const key = ecKeyOf(issuer, where)
  const signature = plainSignature(child.signature, FIELD_BYTES[key.curve])
  return signature !== null && (await isSignedBy(key, hash, child.tbs, signature, where))
}

/**
 * Ecdsa-Sig-Value (RFC 3279 §2.2.3) as WebCrypto wants it; null for what is not that, in its one encoding.
 */
export const plainSignature = (bytes: Uint8Array, size: number): Uint8Array | null => {
  try {
    const pair = readOne(bytes, 'signature')
    const cursor = TlvCursor.of(pair, SEQUENCE, 'signature')
    const numbers = [magnitude(cursor.take(0x02), 'signature'), magnitude(cursor.take(0x02), 'signature')]
    cursor.end()
    const plain = new Uint8Array(2 * size)
    for (const [index, number] of numbers.entries()) {
      if (number.length > size) {
        return null
      }
      plain.set(number, (index + 1) * size - number.length)
    }
    return plain
  } catch (error) {
    if (error instanceof ChipFault) {
      return null
    }
    throw error
  }
}
