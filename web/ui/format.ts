// How dates, clocks, numbers and money are written on screen. Vietnam has one time zone, UTC+7, without
// summer time;
// screens show that time wherever the phone is.
import { language } from './language.ts'

export type Moment = number | string | Date

const pad = (n: number) => String(n).padStart(2, '0')
const inVietnam = (moment: Moment) => new Date(new Date(moment).getTime() + 7 * 3_600_000)

/** The calendar day in Viet Nam, as contracts write it: `2026-11-29`. Two of them compare as text. */
export const isoDayVN = (moment: Moment): string => inVietnam(moment).toISOString().slice(0, 10)

/**
 * `1991-04-12` or a moment → `12/04/1991`. A date without a day keeps what it has: `1958` → `1958`, `1958-08`
 * → `08/1958`.
 */
export const dateVN = (moment: Moment): string => {
  if (typeof moment === 'string' && /^\d{4}(-\d\d)?(-\d\d)?$/.test(moment)) {
    return moment.split('-').reverse().join('/')
  }
  const d = inVietnam(moment)
  return `${pad(d.getUTCDate())}/${pad(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}`
}

/** `14:30` */
export const timeVN = (moment: Moment): string => {
  const d = inVietnam(moment)
  return `${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}`
}

/** `14:32:07` */
export const clockVN = (moment: Moment): string =>
  `${timeVN(moment)}:${pad(inVietnam(moment).getUTCSeconds())}`

/** `14:30, 22/11/2026` */
export const dateTimeVN = (moment: Moment): string => `${timeVN(moment)}, ${dateVN(moment)}`

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** `thứ Tư 25/11` */
export const dayVN = (moment: Moment): string => {
  const d = inVietnam(moment)
  return `${weekdays[language()][d.getUTCDay()] ?? ''} ${pad(d.getUTCDate())}/${pad(d.getUTCMonth() + 1)}`
}

/** By the clock where it is of the day of `at`, else with its day too: `14:30`, `14:30 thứ Tư 25/11`. */
export const timeOrDayVN = (moment: Moment, at: Moment): string =>
  isoDayVN(moment) === isoDayVN(at) ? timeVN(moment) : `${timeVN(moment)} ${dayVN(moment)}`

/** 222 → `3:42` */
export const durationText = (duration_s: number): string => {
  const s = Math.max(0, Math.round(duration_s))
  return `${Math.floor(s / 60)}:${pad(s % 60)}`
}

/** 1240 → `1.240` (vi), `1,240` (en) */
export const numberText = (n: number, decimals = 0): string => {
  const [whole = '', part] = Math.abs(n).toFixed(decimals).split('.')
  const [group, point] = language() === 'vi' ? ['.', ','] : [',', '.']
  return (n < 0 ? '−' : '') + whole.replace(/\B(?=(\d{3})+$)/g, group ?? '') + (part ? `${point}${part}` : '')
}

/** 50000 → `50.000 ₫` */
export const moneyVN = (amount_vnd: number): string => `${numberText(amount_vnd)} ₫`

/** `001191005826` → `001 191 005826`; half-typed numbers too. */
export const groupPersonalNumber = (digits: string): string =>
  [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 12)].filter(Boolean).join(' ')

/** Where the caret belongs in the grouped text when `before` digits stand left of it. */
export const caretAfter = (grouped: string, before: number): number => {
  let seen = 0
  for (let i = 0; i < grouped.length; i++) {
    if (seen === before) {
      return i
    }
    if (grouped[i] !== ' ') {
      seen++
    }
  }
  return grouped.length
}

/** `001191005826` → `001 ••• ••• 826` */
export const maskPersonalNumber = (digits: string): string =>
  `${digits.slice(0, 3)} ••• ••• ${digits.slice(-3)}`

/** Digits one by one, so that a screen reader does not say "one hundred and ninety-one billion". */
export const spokenDigits = (digits: string): string => digits.replace(/\D/g, '').split('').join(' ')

/** `Nguyễn Thị Hạnh` → `NH` */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/)
  return ((words.at(0)?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase()
}
