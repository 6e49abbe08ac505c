/**
 * Vietnamese mobile numbers: ten digits beginning 03, 05, 07, 08 or 09 (numbering plan of 2018), held in
 * E.164 as `+84…`.
 */
import type { Parsed } from './parsed.ts'

declare const phoneBrand: unique symbol
/** E.164: `+84912345678`. */
export type PhoneNumber = string & { readonly [phoneBrand]: true }
export type PhoneReason = 'length' | 'characters' | 'country' | 'not-mobile'

/**
 * Reads `0912 345 678`, `+84 912 345 678`, `84912345678`, `0084912345678`, and `+84 (0)912 345 678` as people
 * write it who add the country to what they know; spaces, dots, dashes, brackets, `tel:` and the invisible
 * signs that address books and messengers add are ignored. One number has one value, by which it is found and
 * counted.
 */
export function parsePhone(text: string): Parsed<PhoneNumber, PhoneReason> {
  if (text.length > 40) {
    return { ok: false, reason: 'length' }
  }
  const dialled = text.replace(/[\s\p{Cf}.()\-\u2010-\u2015]/gu, '').replace(/^tel:/i, '')
  if (!/^\+?[0-9]*$/.test(dialled)) {
    return { ok: false, reason: 'characters' }
  }
  if (/^(?:\+|00)/.test(dialled) && !/^(?:\+|00)84/.test(dialled)) {
    return { ok: false, reason: 'country' }
  }
  // A national number begins with 0, so a first 84 can only be the country.
  const national = dialled.replace(/^(?:(?:\+84|0084|84)0?|0)/, '')
  if (national === dialled || national.length !== 9) {
    return { ok: false, reason: 'length' }
  }
  return /^[35789]/.test(national)
    ? { ok: true, value: `+84${national}` as PhoneNumber }
    : { ok: false, reason: 'not-mobile' }
}

/** `0912 345 678`, as people in Vietnam say it. */
export function formatPhone(phone: PhoneNumber): string {
  const national = `0${phone.slice(3)}`
  return `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`
}

/** What is kept as `+84912345678` as people read it; any other text as it stands. */
export function phoneAsRead(text: string): string {
  const phone = text.startsWith('+84') ? parsePhone(text) : null
  return phone?.ok === true && phone.value === text ? formatPhone(phone.value) : text
}

/** `0912 ••• 678`. */
export function maskPhone(phone: PhoneNumber): string {
  return `0${phone.slice(3, 6)} ••• ${phone.slice(9)}`
}
