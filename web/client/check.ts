// What a form may send, looked at before it is sent: the contract's own rules, which `npm run docs` writes
// into form-rules.ts, and for the counter into counter-form-rules.ts and decision-form-rules.ts. A field's
// fault has the code that the server would answer with.
import { parseEmail } from '../../formats/email.ts'
import { parseLockCode } from '../../formats/lock-code.ts'
import { parsePartialDate } from '../../formats/partial-date.ts'
import { parsePersonalNumber } from '../../formats/personal-number.ts'
import { parsePhone } from '../../formats/phone.ts'
import type { Parsed } from '../../formats/parsed.ts'
import { hasForbiddenCharacters, normaliseName } from '../../formats/vietnamese-text.ts'
import type { FieldFault } from './problem.ts'

/** The readers of contract/values.ts by the value's name. */
const readers = {
  personalNumber: parsePersonalNumber,
  fullName: normaliseName,
  birthDate: parsePartialDate,
  phone: parsePhone,
  email: parseEmail,
  lockCode: parseLockCode,
  room: (text: string): Parsed<string, 'invisible'> =>
    hasForbiddenCharacters(text) ? { ok: false, reason: 'invisible' } : { ok: true, value: text },
} as const
export type ReaderName = keyof typeof readers

export interface FieldRule {
  readonly isOptional?: true
  readonly reader?: ReaderName
  /** Spaces around are taken away before the length is looked at. */
  readonly trims?: true
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  /** A day of the calendar, YYYY-MM-DD. */
  readonly isDay?: true
  readonly values?: readonly string[]
}
export type Rules = Readonly<Record<string, FieldRule>>

/** 30 February is read as 1 March, and so is not what was written. */
const isDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.valueOf()) && day.toISOString().slice(0, 10) === text
}

const codeOf = (rule: FieldRule, given: string): string | null => {
  const text = rule.trims ? given.trim() : given
  if (rule.min !== undefined && text.length < rule.min) {
    return text.length === 0 ? 'required' : 'too_small'
  }
  if (rule.max !== undefined && text.length > rule.max) {
    return 'too_big'
  }
  if (rule.pattern !== undefined && !new RegExp(rule.pattern, 'u').test(text)) {
    return text.length === 0 ? 'required' : 'invalid_format'
  }
  if (rule.isDay && !isDay(text)) {
    return text.length === 0 ? 'required' : 'invalid_format'
  }
  if (rule.values && !rule.values.includes(text)) {
    return text.length === 0 ? 'required' : 'invalid_value'
  }
  if (rule.reader) {
    const read = readers[rule.reader](text)
    return read.ok ? null : read.reason
  }
  return null
}

/**
 * The faults of what stands in a form. Only the fields the form has are looked at; an empty one that is
 * optional
 * is left out of what is sent, and so is none.
 */
export const check = (rules: Rules, values: Readonly<Record<string, string>>): FieldFault[] =>
  Object.entries(values).flatMap(([field, value]) => {
    const rule = rules[field]
    if (!rule || (rule.isOptional && value.trim() === '')) {
      return []
    }
    const code = codeOf(rule, value)
    return code === null ? [] : [{ field, code }]
  })
