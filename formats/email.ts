/**
 * E-mail addresses as people have them: the dot-atom form of RFC 5322 section 3.4.1 within the lengths of RFC
 * 5321 section 4.5.3.1.
 * Quoted names, comments, address literals and names outside ASCII are refused; whether an address lives is
 * told by a letter to it. One mailbox has one value, by which it is compared and counted.
 */
import type { Parsed } from './parsed.ts'

declare const emailBrand: unique symbol
/** In lower case, its domain in ASCII (`xn--…`): no host that people have tells `Hanh@` from `hanh@`. */
export type EmailAddress = string & { readonly [emailBrand]: true }
export type EmailReason = 'length' | 'shape' | 'name' | 'domain'

const name = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const topLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/

/**
 * Latin letters with their marks, as names under .vn have them (RFC 5891, by the browser's own reader). Signs
 * that only look like a letter or like nothing (the Kelvin sign, wide forms, a zero-width space) are none;
 * looked at one by one before anything is folded. Answers an empty text for what is no domain.
 */
const asciiDomain = (text: string): string => {
  const isPlain = [...text].every(
    (sign) => /^[\p{Script=Latin}\p{M}0-9.-]$/u.test(sign) && sign.normalize('NFKC') === sign,
  )
  if (!isPlain) {
    return ''
  }
  if (/^[A-Za-z0-9.-]+$/.test(text)) {
    return text.toLowerCase()
  }
  try {
    return new URL(`http://${text.normalize('NFC')}`).hostname
  } catch {
    return ''
  }
}

/** Spaces around are ignored. */
export function parseEmail(text: string): Parsed<EmailAddress, EmailReason> {
  // Looked at before trimming, so that a flood of spaces costs nothing.
  if (text.length > 400) {
    return { ok: false, reason: 'length' }
  }
  const trimmed = text.trim()
  if (trimmed.length > 254) {
    return { ok: false, reason: 'length' }
  }
  const at = trimmed.indexOf('@')
  if (at < 1 || at === trimmed.length - 1 || trimmed.includes('@', at + 1)) {
    return { ok: false, reason: 'shape' }
  }
  const before = trimmed.slice(0, at)
  if (before.length > 64 || !name.test(before)) {
    return { ok: false, reason: 'name' }
  }
  const domainText = trimmed.slice(at + 1)
  const domain = asciiDomain(domainText)
  const labels = domain.split('.')
  if (labels.length < 2 || !labels.every((one) => label.test(one)) || !topLabel.test(labels.at(-1) ?? '')) {
    return { ok: false, reason: 'domain' }
  }
  return { ok: true, value: `${before.toLowerCase()}@${domain}` as EmailAddress }
}

/** `l•••@example.vn`: the number of dots says nothing about the length. */
export function maskEmail(email: EmailAddress): string {
  return `${email.slice(0, 1)}•••${email.slice(email.indexOf('@'))}`
}

/**
 * Whether two addresses are one mailbox (or one phone, whose value has one spelling anyway). What is kept
 * from earlier days may have capitals.
 */
export const isSameAddress = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase()
