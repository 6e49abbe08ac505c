/** Why something in a file is refused, in the words of whoever wrote it, not of what judges it. */
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const kindOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : typeof value === 'string'
          ? 'a text'
          : `a ${typeof value}`
const wanted: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}
/** By the name of what is refused: what its form is. */
const forms: Readonly<Record<string, string>> = {
  id: 'a name of small letters, digits and hyphens, beginning with a letter, such as permanent-residence',
  code: 'a code such as 1.004222, or null',
  cutOff: 'a time of day such as 15:00, from 00:00 to 23:59, or null',
  from: 'a day that there is, such as 2026-12-31',
  insteadOf: 'the id of another fee',
}
const unions: Readonly<Record<string, string>> = {
  working: 'either { "days": 1 to 120 } or { "hours": 1 to 80 }',
  level: '1 or 2',
}

const tooSmall = (origin: string, least: number): string => {
  switch (origin) {
    case 'string':
      return least <= 1 ? 'is empty' : `has fewer than ${least} characters`
    case 'array':
      return least <= 1 ? 'is an empty list' : `has fewer than ${least} entries`
    default:
      return `is less than ${least}`
  }
}
const tooBig = (origin: string, most: number): string => {
  switch (origin) {
    case 'string':
      return `has more than ${most} characters`
    case 'array':
      return `has more than ${most} entries`
    default:
      return `is more than ${most}`
  }
}

/** `value`: what stands at the issue's place. */
export const plainReason = (issue: Issue, value: unknown): string => {
  const last = String(issue.path.at(-1) ?? '')
  if (value === undefined && issue.code !== 'custom') {
    return 'is missing'
  }
  switch (issue.code) {
    case 'invalid_type':
      return `is ${kindOf(value)}, where ${wanted[issue.expected] ?? issue.expected} is wanted`
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_value':
      return issue.values.length === 1
        ? `is always ${JSON.stringify(issue.values[0])}`
        : `is none of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return `is not ${forms[last] ?? 'a name: a small letter first, then letters and digits'}`
    case 'invalid_key':
      return 'is no name: a small letter first, then letters and digits (in choices: small letters, digits, hyphens)'
    case 'invalid_union':
      return `is not ${unions[last] ?? 'of any form that is known here'}`
    default:
      return issue.message
  }
}

const troubles: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [/^Unknown variable: (.*)$/, ([, name]) => `speaks of ${name}, which is no fact`],
  [
    /^No such key: (.*)$/,
    ([, name]) => `speaks of ${name}, which is not there: no such field or part of a fact`,
  ],
  [/^Exceeded max\w+ \((\d+)\)$/, () => 'is too long for one rule: at most 200 parts, 24 deep, lists of 30'],
  [/^Unexpected token: EOF$/, () => 'ends before it is whole'],
  [/^Unexpected (.*)$/, ([, what]) => `cannot be read: unexpected ${what}`],
  [/^Unterminated string/, () => 'has a text whose closing quote is missing'],
  [/^found no matching overload for '(.*)'$/, ([, call]) => `calls ${call}, which is no function of rules`],
  [/^no such overload: (.*)$/, ([, what]) => `compares or adds what does not fit: ${what}`],
]

/** Of a rule that CEL refused or that failed. */
export const plainTrouble = (error: unknown): string => {
  const first = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  for (const [shape, words] of troubles) {
    const found = shape.exec(first)
    if (found) {
      return words(found)
    }
  }
  return first === '' ? 'is no rule' : `is no rule: ${first}`
}
