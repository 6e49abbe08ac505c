/** What was sent as its contract reads it; everything that cannot be read is told by its fields. */
import type { z } from 'zod'
import type { InputOf, Operation } from '../../contract/operation.ts'
import { problem, type FieldFault } from './problem.ts'
import type { Tools } from './tools.ts'

export const parseInput = <Op extends Operation>(
  contract: Op,
  raw: unknown,
  { allowsTestPeople }: Pick<Tools, 'allowsTestPeople'>,
): InputOf<Op> => {
  const parsed = contract.input.safeParse(raw ?? {})
  if (!parsed.success) {
    throw problem('request.invalid', { fields: parsed.error.issues.slice(0, 20).map(faultOf) })
  }
  const field = unstorableIn(parsed.data)
  if (field !== null) {
    throw problem('request.invalid', { fields: [{ field, code: 'control' }] })
  }
  const testNumber = allowsTestPeople ? null : testNumberIn(parsed.data)
  if (testNumber !== null) {
    throw problem('request.invalid', { fields: [{ field: testNumber, code: 'province' }] })
  }
  return parsed.data as InputOf<Op>
}

/**
 * No province of a nation has it: whoever is named so is a test person. Answers where it stands. A person's
 * number is known by the name of its field (a test reads all contracts for it).
 */
export const testNumberIn = (input: unknown): string | null =>
  placeIn(input, [], (value, name) => PERSON.test(name) && /^9\d{11}$/.test(value))
const PERSON = /(?:personal|representative)Number$/i

/** Every number by which the input names a person. */
export const numbersIn = (input: unknown): readonly string[] => {
  const numbers: string[] = []
  placeIn(input, [], (value, name) => {
    if (PERSON.test(name)) {
      numbers.push(value)
    }
    return false
  })
  return numbers
}

/** PostgreSQL holds neither U+0000 nor half a surrogate pair; asked once here, because no field wants one. */
const unstorableIn = (input: unknown): string | null =>
  placeIn(input, [], (value) => value.includes('\0') || !value.isWellFormed())

/** Where the first text stands that is such, however deep; a text of a list has the list's name. */
const placeIn = (
  value: unknown,
  path: readonly string[],
  isSuch: (value: string, name: string) => boolean,
): string | null => {
  if (typeof value === 'string') {
    const name = path.findLast((part) => !/^\d+$/.test(part)) ?? ''
    return isSuch(value, name) ? path.join('.') : null
  }
  if (typeof value !== 'object' || value === null) {
    return null
  }
  for (const [key, inner] of Object.entries(value)) {
    const found = placeIn(inner, [...path, key], isSuch)
    if (found !== null) {
      return found
    }
  }
  return null
}

const faultOf = (issue: z.core.$ZodIssue): FieldFault => ({
  field: issue.path.join('.') || '(body)',
  code:
    issue.code === 'custom' && typeof issue.params?.['code'] === 'string' ? issue.params['code'] : issue.code,
})
