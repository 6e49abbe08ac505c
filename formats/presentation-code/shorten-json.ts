/**
 * The texts of a presentation, one after another, with what a code need not spell: digests, coordinates and
 * salts as their bare bytes, digests of what is shown as a number, and what stands in every document as one
 * sign. The signs are control characters, which JSON has in no place (RFC 8259 §7).
 */
import { decodeBase64url, encodeBase64url, type Bytes } from '../jws/base64url.ts'
import { joined } from '../bytes.ts'
import { PresentationCodeFault, refuseIf } from './code-fault.ts'

const [RAW_32, RAW_16, SHOWN, NEXT] = ['\u0001', '\u0002', '\u0003', '\u001e']
/** Of the sign behind `SHOWN` for the first one: "0" and those after it, with which no fragment begins. */
const FIRST_SHOWN = 0x30
const MOST_SHOWN = 64
const PAYLOAD = 1

/** Their order is part of the format's version: what stands first is looked for first. */
const FRAGMENTS: readonly string[] = [
  '"alg":"ES256","typ":"dc+sd-jwt"',
  '"cnf":{"jwk":{"kty":"EC","crv":"P-256","x":"',
  '"status":{"status_list":{"idx":',
  '"issuing_country":"VN"',
  '"issuing_authority":"',
  '"_sd_alg":"sha-256"',
  '"vct":"urn:sen:',
  '"iss":"https://',
  '"personal_number","',
  '"birthdate","',
  '"name","',
  '"age_',
  '/status-lists/',
  '/credentials"',
  '"_sd":["',
  '"kid":"',
  '"iat":1',
  '"exp":1',
  '"uri":"',
  '","y":"',
]
const SIGNS: readonly string[] = [
  4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
].map((code) => String.fromCharCode(code))
const fragmentOf = new Map(SIGNS.map((sign, index) => [sign, FRAGMENTS[index] ?? '']))

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const ANY_SIGN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/
// oxlint-disable-next-line no-control-regex -- the same
const EACH_SIGN = /\u0003([^])|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

export interface Shortened {
  readonly text: string
  readonly raw: Bytes
}

/**
 * `shown`: the digests of the disclosures, in their order. Only the payload, the second text, names them by a
 * number: in a disclosure inside of another they stay bytes, so that a reader never goes round in circles.
 */
export const shortenJson = (texts: readonly string[], shown: readonly string[]): Shortened => {
  refuseIf(shown.length > MOST_SHOWN, 'presentation-code.too-large')
  const raw: Uint8Array[] = []
  const short = texts.map((text, index) => {
    refuseIf(ANY_SIGN.test(text), 'presentation-code.form')
    const withoutBytes = text.replace(/(?<=")(?:[\w-]{43}|[\w-]{22})(?=")/g, (word) => {
      const place = index === PAYLOAD ? shown.indexOf(word) : -1
      if (place >= 0) {
        return SHOWN + String.fromCharCode(FIRST_SHOWN + place)
      }
      const bytes = decodeBase64url(word)
      if (bytes === null) {
        return word
      }
      raw.push(bytes)
      return bytes.length === 32 ? RAW_32 : RAW_16
    })
    return FRAGMENTS.reduce(
      (left, fragment, place) => left.replaceAll(fragment, SIGNS[place] ?? fragment),
      withoutBytes,
    )
  })
  return { text: short.join(NEXT), raw: joined(raw) }
}

/** The texts as they were, apart from what is shown, whose digests are known only then: `fillShown`. */
export const lengthenJson = ({ text, raw }: Shortened, limit_characters: number): readonly string[] => {
  let at = 0
  let size = 0
  const take = (size_bytes: number): string => {
    refuseIf(at + size_bytes > raw.length, 'presentation-code.form')
    at += size_bytes
    return encodeBase64url(raw.subarray(at - size_bytes, at))
  }
  const whole = text.replace(EACH_SIGN, (sign) => {
    const long = sign.startsWith(SHOWN) || sign === NEXT ? sign : longOf(sign, take)
    size += long.length
    refuseIf(size > limit_characters, 'presentation-code.unpacked-too-large')
    return long
  })
  refuseIf(at !== raw.length, 'presentation-code.form')
  return whole.split(NEXT)
}

const longOf = (sign: string, take: (size_bytes: number) => string): string => {
  if (sign === RAW_32 || sign === RAW_16) {
    return take(sign === RAW_32 ? 32 : 16)
  }
  const fragment = fragmentOf.get(sign)
  if (fragment === undefined) {
    throw new PresentationCodeFault('presentation-code.form')
  }
  return fragment
}

export const fillShown = (text: string, shown: readonly string[]): string =>
  text.replace(EACH_SIGN, (_, place: string | undefined) => {
    const digest = place === undefined ? undefined : shown[place.charCodeAt(0) - FIRST_SHOWN]
    if (digest === undefined) {
      throw new PresentationCodeFault('presentation-code.form')
    }
    return digest
  })
