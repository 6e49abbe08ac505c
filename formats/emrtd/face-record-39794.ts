/**
 * The face as ISO/IEC 39794-5 records it in newer documents (ICAO Doc 9303 part 10, from 2026 on instead of
 * ISO/IEC 19794-5): ASN.1, of which one way is walked, to the picture and to what it is said to be. Siblings
 * are found by their tags, because most are optional.
 */
import { ChipFault } from './chip-fault.ts'
import { childrenOf, mustBeDistinguished, readOne, SEQUENCE, type Tlv } from './der-reader.ts'

/** `[APPLICATION 5] FaceImageDataBlock` in its wrapper `[1]`. */
const WRAPPER = 0xa1
const FACE_IMAGE_DATA_BLOCK = 0x65
const REPRESENTATIONS = 0xa1
const IMAGE = 0xa1
/** Of each CHOICE the first: base of the representation, then its flat picture. */
const BASE = 0xa0
const FLAT = 0xa0
const BYTES = 0x80
const INFORMATION = 0xa1
const FORMAT = 0xa0
const FORMAT_CODE = 0x80

export interface FaceRecord {
  /** ImageDataFormatCode: 2 JPEG, 3 and 4 JPEG 2000. */
  readonly format: number
  readonly picture: Uint8Array
}

export const readFaceRecord39794 = (bytes: Uint8Array, where: string): FaceRecord => {
  const wrapper = readOne(bytes, where)
  mustBeDistinguished(wrapper, where)
  if (wrapper.tag !== WRAPPER) {
    throw new ChipFault('chip.dg2-picture', where)
  }
  const representations = stepDown(wrapper, [FACE_IMAGE_DATA_BLOCK, REPRESENTATIONS], where)
  // Of several pictures the first, as of several templates.
  const flat = stepDown(representations, [SEQUENCE, IMAGE, BASE, FLAT], where)
  const [format, ...more] = stepDown(flat, [INFORMATION, FORMAT, FORMAT_CODE], where).value
  if (format === undefined || more.length > 0) {
    throw new ChipFault('chip.dg2-picture', where)
  }
  return { format, picture: stepDown(flat, [BYTES], where).value }
}

const stepDown = (from: Tlv, tags: readonly number[], where: string): Tlv =>
  tags.reduce((at, tag) => {
    const next = childrenOf(at, where).find((one) => one.tag === tag)
    if (!next) {
      throw new ChipFault('chip.dg2-picture', where)
    }
    return next
  }, from)
