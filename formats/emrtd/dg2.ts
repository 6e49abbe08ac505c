/**
 * DG2 (ICAO Doc 9303 part 10 §4.7.2): the face, as a CBEFF template (ISO/IEC 7816-11) around a record of
 * ISO/IEC 19794-5 or, in newer cards, of ISO/IEC 39794-5.
 */
import { ChipFault, refuseIf } from './chip-fault.ts'
import { childrenOf, INTEGER, readOne, TlvCursor } from './der-reader.ts'
import { readFaceRecord39794 } from './face-record-39794.ts'
import { latin, smallInteger } from './der-values.ts'

export interface FacePicture {
  readonly type: 'image/jpeg' | 'image/jp2'
  /**
   * The picture as the chip holds it. Whoever shows it decodes it with the reader for strangers' pictures.
   */
  readonly bytes: Uint8Array
}

const WHERE = 'dg2'
const DG2 = 0x75
const GROUP_TEMPLATE = 0x7f61
const TEMPLATE = 0x7f60
const HEADER = 0xa1
const DATA = 0x5f2e
const DATA_CONSTRUCTED = 0x7f2e

export const readDg2 = (bytes: Uint8Array): FacePicture => {
  const group = TlvCursor.of(readOne(bytes, WHERE), DG2, WHERE)
  const templates = TlvCursor.of(group.take(GROUP_TEMPLATE), GROUP_TEMPLATE, WHERE)
  group.end()
  const count = smallInteger(templates.take(INTEGER), WHERE)
  const [first, ...others] = templates.rest()
  if (!first || others.length + 1 !== count || count > 9) {
    throw new ChipFault('chip.dg2-picture', WHERE)
  }
  const template = TlvCursor.of(first, TEMPLATE, WHERE)
  childrenOf(template.take(HEADER), WHERE)
  const data = template.takeIf(DATA) ?? template.take(DATA_CONSTRUCTED)
  template.end()
  return hasOldHeader(data.value) ? pictureOf(data.value) : pictureOf39794(data.value)
}

/** What the two records cannot have in common. */
const hasOldHeader = (record: Uint8Array): boolean => latin(record.subarray(0, 4)) === 'FAC\0'

const pictureOf39794 = (record: Uint8Array): FacePicture => {
  const { format, picture } = readFaceRecord39794(record, WHERE)
  return { type: typeOf(format === 2, format === 3 || format === 4, picture), bytes: picture }
}

const FACE_HEADER_BYTES = 14
const FACE_INFORMATION_BYTES = 20
const FEATURE_POINT_BYTES = 8
const IMAGE_INFORMATION_BYTES = 12

/** ISO/IEC 19794-5:2005 §5: general header, then one face with its points, then the picture. */
const pictureOf = (record: Uint8Array): FacePicture => {
  const bytes = Buffer.from(record.buffer, record.byteOffset, record.length)
  const least = FACE_HEADER_BYTES + FACE_INFORMATION_BYTES + IMAGE_INFORMATION_BYTES
  refuseIf(bytes.length <= least || latin(bytes.subarray(4, 8)) !== '010\0', 'chip.dg2-picture', WHERE)
  refuseIf(bytes.readUInt32BE(8) !== bytes.length || bytes.readUInt16BE(12) < 1, 'chip.dg2-picture', WHERE)
  const face_bytes = bytes.readUInt32BE(FACE_HEADER_BYTES)
  const points = bytes.readUInt16BE(FACE_HEADER_BYTES + 4)
  const image = FACE_HEADER_BYTES + FACE_INFORMATION_BYTES + points * FEATURE_POINT_BYTES
  const end = FACE_HEADER_BYTES + face_bytes
  refuseIf(end > bytes.length || image + IMAGE_INFORMATION_BYTES >= end, 'chip.dg2-picture', WHERE)
  const kind = bytes[image + 1]
  const picture = bytes.subarray(image + IMAGE_INFORMATION_BYTES, end)
  return { type: typeOf(kind === 0, kind === 1, picture), bytes: picture }
}

/** The picture is what the record says that it is. */
const typeOf = (saysJpeg: boolean, saysJpeg2000: boolean, picture: Uint8Array): FacePicture['type'] => {
  if (saysJpeg && picture[0] === 0xff && picture[1] === 0xd8) {
    return 'image/jpeg'
  }
  if (saysJpeg2000 && isJpeg2000(picture)) {
    return 'image/jp2'
  }
  throw new ChipFault('chip.dg2-picture', WHERE)
}

const isJpeg2000 = (picture: Uint8Array): boolean => {
  const start = Buffer.from(picture.subarray(0, 12)).toString('hex')
  return start === '0000000c6a5020200d0a870a' || start.startsWith('ff4fff51')
}
