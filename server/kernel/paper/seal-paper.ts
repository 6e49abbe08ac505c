/**
 * The house's signature inside of a PDF (PAdES baseline B-B, ETSI EN 319 142-1; CMS, RFC 5652): any reader of
 * PDF says that nothing was changed since, without a network. Over all bytes but the signature's own.
 */
import { createHash } from 'node:crypto'
import type PDFDocument from 'pdfkit'
import { readCertificate } from '../../../formats/emrtd/certificate.ts'
import {
  attribute,
  hashAlgorithm,
  signatureAlgorithm,
} from '../../../formats/emrtd/compose-security-object.ts'
import { derInteger, derOid, derSet, explicit, octets, sequence } from '../../../formats/emrtd/der-writer.ts'
import { oids } from '../../../formats/emrtd/oids.ts'
import type { DocumentKey } from '../tools.ts'

const DATA = '1.2.840.113549.1.7.1'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
/** The hexadecimal room for the CMS is twice this. */
const SIGNATURE_ROOM_bytes = 4096
/** Stands in the file until the places are known; as long as any that could stand there. */
const PLACE = 9_999_999_999

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const signatureOf = async (content: Uint8Array, key: DocumentKey): Promise<Uint8Array> => {
  const { issuer, serial } = readCertificate(key.certificate, 'own-data')
  const certificateId = sequence(sequence(sequence(octets(sha256(key.certificate)))))
  const attributes = derSet(
    attribute(oids.contentType, derOid(DATA)),
    attribute(oids.messageDigest, octets(sha256(content))),
    attribute(SIGNING_CERTIFICATE_V2, certificateId),
  )
  const raw = await key.sign(attributes)
  const signature = sequence(derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32)))
  const inTheSigner = Uint8Array.from(attributes)
  inTheSigner[0] = 0xa0
  const signer = sequence(
    derInteger(1),
    sequence(issuer.whole, derInteger(Buffer.from(serial, 'hex'))),
    hashAlgorithm('sha256'),
    inTheSigner,
    signatureAlgorithm('ecdsa', 'sha256'),
    octets(signature),
  )
  return sequence(
    derOid(oids.signedData),
    explicit(
      0,
      sequence(
        derInteger(1),
        derSet(hashAlgorithm('sha256')),
        sequence(derOid(DATA)),
        explicit(0, key.certificate),
        derSet(signer),
      ),
    ),
  )
}

/** The field has no place on the page. */
export const leaveRoomForSeal = (document: PDFDocument): void => {
  const { page } = document
  const signature = document.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, PLACE, PLACE, PLACE],
    Contents: Buffer.alloc(SIGNATURE_ROOM_bytes),
    Name: new String('Sen'),
  })
  const field = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    // Printed and locked (ISO 32000-1 §12.5.3).
    F: 132,
    T: new String('house'),
    V: signature,
    P: page.dictionary,
  })
  page.annotations.push(field)
  // PDF/A lets no reader draw fields anew (ISO 19005-2 §6.4.1); the form is signed and only grows.
  document.initForm()
  Object.assign(document._root.data.AcroForm.data, { NeedAppearances: false, SigFlags: 3, Fields: [field] })
  signature.end()
  field.end()
}

/** `pdf` has one signature dictionary with `/Contents` of zeros and a `/ByteRange` of `PLACE`s. */
export const sealPaper = async (pdf: Buffer, key: DocumentKey): Promise<Buffer> => {
  const sealed = Buffer.from(pdf)
  const room = `<${'00'.repeat(SIGNATURE_ROOM_bytes)}>`
  const from = sealed.indexOf(room)
  const empty = `[0 ${PLACE} ${PLACE} ${PLACE}]`
  const range = sealed.indexOf(empty)
  if (from < 0 || range < 0) {
    throw new Error('a paper without room for its signature')
  }
  const until = from + room.length
  const places = `[0 ${from} ${until} ${sealed.length - until}`
  sealed.write(`${places.padEnd(empty.length - 1)}]`, range, 'latin1')
  const content = Buffer.concat([sealed.subarray(0, from), sealed.subarray(until)])
  const signature = Buffer.from(await signatureOf(content, key)).toString('hex')
  if (signature.length > SIGNATURE_ROOM_bytes * 2) {
    throw new Error('the signature has no room in its paper')
  }
  sealed.write(signature, from + 1, 'latin1')
  return sealed
}
