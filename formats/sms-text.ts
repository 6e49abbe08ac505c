/**
 * How a text is sent as SMS: the alphabet (3GPP TS 23.038 section 6.2) and the parts it takes (TS 23.040
 * section 9.2.3.24.1).
 */

type SmsEncoding = 'gsm-7' | 'ucs-2'
export type SmsMeasure = {
  readonly encoding: SmsEncoding
  /** Septets for gsm-7 (two for a character of the extension table), UTF-16 units for ucs-2. */
  readonly units: number
  /** Messages an operator bills; 0 for an empty text. */
  readonly segments: number
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extension = new Set('\f^{}\\[~]|€')
/** A part of a long message loses six octets to its header. */
const capacity = { 'gsm-7': { whole: 160, part: 153 }, 'ucs-2': { whole: 70, part: 67 } } as const

/**
 * Measures a text as it is given: normalise it before (a decomposed text is longer), or take its accents away
 * to fit gsm-7.
 * A character of two units is never split between two parts.
 */
export function measureSms(text: string): SmsMeasure {
  const characters = [...text]
  const isGsm = characters.every((character) => basic.has(character) || extension.has(character))
  const encoding = isGsm ? 'gsm-7' : 'ucs-2'
  const widths = characters.map((character) =>
    isGsm ? (extension.has(character) ? 2 : 1) : character.length,
  )
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { whole, part } = capacity[encoding]
  if (units <= whole) {
    return { encoding, units, segments: units === 0 ? 0 : 1 }
  }
  let segments = 1
  let filled = 0
  for (const width of widths) {
    if (filled + width > part) {
      segments++
      filled = 0
    }
    filled += width
  }
  return { encoding, units, segments }
}
