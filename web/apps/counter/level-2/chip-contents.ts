// What a chip says of its holder, read here only to know whose case to open and, while the line is down, to
// show it. Nothing of it is believed:
// the server reads the chip again and verifies every signature.
import { readDg13 } from '../../../../formats/emrtd/dg13.ts'
import { parseMrz } from '../../../../formats/mrz.ts'
import { base64OfBytes } from '../../../kit/devices/bytes.ts'
import type { ChipFile } from '../../../kit/devices/chip-source.ts'

export type ChipContents = {
  personalNumber: string
  fullName: string
  birthDate: string
  sex: string
  residence: string | null
  issuedOn: string | null
  expiresOn: string | null
  /** A data address; null when the chip's picture is no JPEG, which browsers cannot show. */
  portrait: string | null
}

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
const MRZ_LENGTH = 90

const zoneOf = (dg1: string) => {
  const zone = Array.from(bytesOf(dg1).slice(-MRZ_LENGTH), (byte) => String.fromCharCode(byte)).join('')
  const parsed = parseMrz(zone)
  return parsed.ok ? parsed.value : null
}

const detailsOf = (dg13: string | undefined) => {
  try {
    return dg13 ? readDg13(bytesOf(dg13)) : null
  } catch {
    return null
  }
}

const portraitOf = (dg2: string | undefined): string | null => {
  if (!dg2) {
    return null
  }
  const bytes = bytesOf(dg2)
  const start = bytes.findIndex(
    (byte, at) => byte === 0xff && bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff,
  )
  return start < 0 ? null : `data:image/jpeg;base64,${base64OfBytes(bytes.slice(start))}`
}

/** Null when not even the machine-readable zone can be read. */
export const contentsOf = (chip: ChipFile): ChipContents | null => {
  const zone = chip.dg1 ? zoneOf(chip.dg1) : null
  if (!zone) {
    return null
  }
  const details = detailsOf(chip.dg13)
  return {
    personalNumber: zone.personalNumber,
    fullName: details?.fullName ?? `${zone.surname} ${zone.otherNames}`.trim(),
    birthDate: details?.birthDate ?? zone.birthDate,
    sex: details?.sex ?? zone.sex,
    residence: details?.residence ?? null,
    issuedOn: details?.issuedOn ?? null,
    expiresOn: zone.expiryDay,
    portrait: portraitOf(chip.dg2),
  }
}
