/**
 * An audit line as it is read back: brought to the very values that were digested when it was written, or to
 * others when it was changed.
 */
import { timingSafeEqual } from 'node:crypto'
import { lineDigest, signedText, type StoredLine } from '../../../kernel/audit-store.ts'
import { macOf, readSeal, type LineKey, type Seal } from '../../../kernel/line-writer.ts'
import type { LineRow } from './store.ts'

/**
 * Lines are written with milliseconds; a moment that has more was changed, and stays as it is so that its
 * digest differs.
 */
const momentOf = (at_s: string): string => {
  const [, seconds, ms] = /^(\d{1,11})\.(\d{3})000$/.exec(at_s) ?? []
  return seconds === undefined ? at_s : new Date(Number(seconds) * 1000 + Number(ms)).toISOString()
}

const digitsOf = (number: string): string =>
  (number.split(/[eE]/)[0] ?? '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '')

/**
 * jsonb keeps any number of digits; one that a double cannot hold was not written by us, and its text takes
 * its place.
 */
const detailOf = (text: string): StoredLine['detail'] => {
  const detail: unknown = /[\d.]{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)
  return detail as StoredLine['detail']
}
function keepDigits(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' &&
    context?.source !== undefined &&
    digitsOf(context.source) !== digitsOf(String(value))
    ? context.source
    : value
}

export const lineOf = ({
  subject_id,
  id,
  at_s,
  use_case,
  actor,
  purpose,
  outcome,
  fields,
  detail,
}: LineRow): StoredLine => ({
  subject_id,
  id,
  at: momentOf(at_s),
  use_case,
  actor,
  purpose,
  outcome,
  fields,
  detail: detailOf(detail),
})

export type LineState = 'whole' | 'changed' | 'erased'

/** Does the line still say what was digested? Of an erased one only the stored digest is left. */
export const stateOf = (row: LineRow): LineState => {
  if (row.salt === null) {
    return 'erased'
  }
  try {
    return lineDigest(lineOf(row), row.salt).equals(row.digest) ? 'whole' : 'changed'
  } catch {
    // What canonical JSON refuses can never have been written by us.
    return 'changed'
  }
}

/** The seal of a line that a writer of this log has signed as it stands; null for any other. */
export const sealOf = (row: LineRow, lineKey: LineKey): Seal | null => {
  if (row.seal === null || row.mac === null) {
    return null
  }
  try {
    const expected = macOf(lineKey, 'line', row.seal, signedText(lineOf(row), row.digest))
    return row.mac.length === expected.length && timingSafeEqual(row.mac, expected)
      ? readSeal(row.seal)
      : null
  } catch {
    return null
  }
}
