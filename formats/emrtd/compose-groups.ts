/**
 * Writes the files of a chip as `com.ts` and `dg*.ts` read them: for personalising a card, and for cards of
 * people who do not exist.
 */
import { formatPartialDate, type PartialDate } from '../partial-date.ts'
import type { Mrz } from '../mrz.ts'
import { GROUP_TAGS } from './com.ts'
import { derInteger, derOid, derSet, derValue, printableString, sequence, utf8String } from './der-writer.ts'
import { DG13_ITEMS, NO_END, type CardDetails } from './dg13.ts'
import { oids } from './oids.ts'

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** LDS 1.7, Unicode 4.0. */
export const composeCom = (groups: readonly number[]): Uint8Array =>
  derValue(
    0x60,
    derValue(0x5f01, ascii('0107')),
    derValue(0x5f36, ascii('040000')),
    derValue(0x5c, Uint8Array.from(groups.map((group) => GROUP_TAGS[group - 1] ?? 0))),
  )

export const composeDg1 = (zone: Mrz): Uint8Array => derValue(0x61, derValue(0x5f1f, ascii(zone.join(''))))

/** One JPEG of the face, frontal, no feature points (ISO/IEC 19794-5). */
export const composeDg2 = ({
  jpeg,
  width,
  height,
}: {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}): Uint8Array => {
  const face = Buffer.alloc(20 + 12)
  face.writeUInt32BE(face.length + jpeg.length, 0)
  // Image: full frontal, JPEG, size, unspecified colour space and source.
  face[20] = 1
  face.writeUInt16BE(width, 22)
  face.writeUInt16BE(height, 24)
  const header = Buffer.alloc(14)
  header.write('FAC\u0000010\u0000', 0, 'latin1')
  header.writeUInt32BE(header.length + face.length + jpeg.length, 8)
  header.writeUInt16BE(1, 12)
  // Biometric header (ISO/IEC 7816-11): version, facial features, format owner and type of SC 37.
  const biometricHeader = derValue(
    0xa1,
    derValue(0x80, Uint8Array.of(1, 1)),
    derValue(0x81, Uint8Array.of(2)),
    derValue(0x87, Uint8Array.of(1, 1)),
    derValue(0x88, Uint8Array.of(0, 8)),
  )
  return derValue(
    0x75,
    derValue(0x7f61, derInteger(1), derValue(0x7f60, biometricHeader, derValue(0x5f2e, header, face, jpeg))),
  )
}

export type DetailsToWrite = Partial<CardDetails> &
  Pick<CardDetails, 'personalNumber' | 'fullName' | 'birthDate'>

export const composeDg13 = (details: DetailsToWrite): Uint8Array => {
  const item = (number: number, ...values: readonly Uint8Array[]): Uint8Array =>
    sequence(derInteger(number), ...values)
  const text = (number: number, value: string | null | undefined): Uint8Array =>
    item(number, ...(value ? [utf8String(value)] : []))
  const plain = (number: number, value: string | null | undefined): Uint8Array =>
    item(number, ...(value ? [printableString(value)] : []))
  const day = (value: string | null | undefined): string | null =>
    value ? formatPartialDate(value as PartialDate, 'vi') : null
  const parents = [details.fatherName, details.motherName].map((name) =>
    sequence(...(name ? [utf8String(name)] : [])),
  )
  const hasParents = Boolean(details.fatherName ?? details.motherName)
  return derValue(
    0x6d,
    sequence(
      plain(DG13_ITEMS.number, details.personalNumber),
      text(DG13_ITEMS.name, details.fullName),
      plain(DG13_ITEMS.birth, day(details.birthDate)),
      text(DG13_ITEMS.sex, details.sex === 'male' ? 'Nam' : details.sex === 'female' ? 'Nữ' : null),
      text(DG13_ITEMS.nationality, details.nationality),
      text(DG13_ITEMS.ethnicity, details.ethnicity),
      text(DG13_ITEMS.religion, details.religion),
      text(DG13_ITEMS.hometown, details.hometown),
      text(DG13_ITEMS.residence, details.residence),
      text(DG13_ITEMS.marks, details.identifyingMarks),
      plain(DG13_ITEMS.issued, day(details.issuedOn)),
      text(DG13_ITEMS.expires, details.hasNoEnd ? NO_END : day(details.expiresOn)),
      item(DG13_ITEMS.parents, ...(hasParents ? parents : [])),
      item(DG13_ITEMS.spouse, ...(details.spouseName ? [sequence(utf8String(details.spouseName))] : [])),
      plain(DG13_ITEMS.oldNumber, details.oldIdentityNumber),
      plain(DG13_ITEMS.serial, details.cardSerial),
    ),
  )
}

/**
 * What the chip's answers are made with (plain ECDSA of TR-03111); for RSA keys the set says only that it
 * answers.
 */
export const composeDg14 = (answerAlgorithm: string | null): Uint8Array =>
  derValue(
    0x6e,
    derSet(
      sequence(
        derOid(oids.activeAuthentication),
        derInteger(1),
        ...(answerAlgorithm ? [derOid(answerAlgorithm)] : []),
      ),
    ),
  )

export const composeDg15 = (publicKeyInfo: Uint8Array): Uint8Array => derValue(0x6f, publicKeyInfo)
