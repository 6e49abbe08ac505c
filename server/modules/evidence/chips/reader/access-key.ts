/**
 * What opens a chip: the machine-readable zone or the card access number (ICAO Doc 9303 part 11 §4.3,
 * §4.4.4).
 */
import { createHash } from 'node:crypto'
import { mrzCheckDigit } from '../../../../../formats/mrz.ts'

export type AccessKey =
  /** `information`: document number, date of birth and expiry, each with its check digit. */
  { readonly kind: 'mrz'; readonly information: string } | { readonly kind: 'can'; readonly number: string }

/**
 * The three lines of a TD1 card, or already the 24 characters of information; null for neither. Check digits
 * must be right.
 */
export const keyOfZone = (text: string): AccessKey | null => {
  const all = text.replace(/\s/g, '').toUpperCase()
  const information = /^[0-9A-Z<]{90}$/.test(all)
    ? all.slice(5, 15) + all.slice(30, 37) + all.slice(38, 45)
    : all
  if (!/^[0-9A-Z<]{24}$/.test(information)) {
    return null
  }
  const fields = [information.slice(0, 10), information.slice(10, 17), information.slice(17, 24)]
  return fields.every((field) => mrzCheckDigit(field.slice(0, -1)) === field.slice(-1))
    ? { kind: 'mrz', information }
    : null
}

export const keyOfNumber = (text: string): AccessKey | null =>
  /^[0-9]{6}$/.test(text) ? { kind: 'can', number: text } : null

const sha1 = (text: string): Buffer => createHash('sha1').update(text, 'latin1').digest()

/** Basic access: the first sixteen bytes of the digest. */
export const basicSeed = (information: string): Buffer => sha1(information).subarray(0, 16)

/** PACE: the digest of the zone's information, or the number itself. */
export const paceSecret = (key: AccessKey): Buffer =>
  key.kind === 'mrz' ? sha1(key.information) : Buffer.from(key.number, 'latin1')
export const paceReference = (key: AccessKey): number => (key.kind === 'mrz' ? 1 : 2)
