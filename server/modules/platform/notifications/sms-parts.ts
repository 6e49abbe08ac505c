/**
 * A text as SMPP carries it: the alphabet, and for a long text either one `message_payload` (SMPP 3.4
 * §5.3.2.32) or parts that the
 * receiver joins (3GPP TS 23.040 §9.2.3.24.8, 16-bit reference). The reference comes from the letter's id, so
 * that a part sent again
 * replaces itself.
 */
import { createHash } from 'node:crypto'
import { measureSms } from '../../../../formats/sms-text.ts'

export type LongMessages = 'payload' | 'parts'
export interface SmsPart {
  readonly data_coding: 0 | 8
  readonly short_message?: string | { readonly udh: Buffer; readonly message: string }
  readonly message_payload?: string
}

const GSM_DEFAULT = 0
const UCS2 = 8
/** In characters that take one unit each; a header takes the rest (TS 23.040). */
const PART_UNITS = { 'gsm-7': 153, 'ucs-2': 67 } as const

export const referenceOf = (letterId: string): number =>
  createHash('sha256').update(letterId).digest().readUInt16BE(0)

export const smsParts = (text: string, letterId: string, long: LongMessages): SmsPart[] => {
  const measured = measureSms(text)
  const data_coding = measured.encoding === 'gsm-7' ? GSM_DEFAULT : UCS2
  if (measured.segments <= 1) {
    return [{ data_coding, short_message: text }]
  }
  if (long === 'payload') {
    return [{ data_coding, message_payload: text }]
  }
  const pieces = cut(text, PART_UNITS[measured.encoding])
  const reference = referenceOf(letterId)
  return pieces.map((message, i) => ({
    data_coding,
    short_message: {
      udh: Buffer.from([6, 8, 4, reference >> 8, reference & 0xff, pieces.length, i + 1]),
      message,
    },
  }))
}

const cut = (text: string, most: number): string[] => {
  const pieces: string[] = []
  let piece = ''
  let filled = 0
  for (const character of text) {
    const width =
      measureSms(character).encoding === 'gsm-7' && most === PART_UNITS['gsm-7']
        ? measureSms(character).units
        : character.length
    if (filled + width > most) {
      pieces.push(piece)
      piece = ''
      filled = 0
    }
    piece += character
    filled += width
  }
  return [...pieces, piece]
}
