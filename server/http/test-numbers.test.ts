// A law over every contract: wherever a request may name a person by her number, a test person's is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { personalNumber } from '../../contract/values.ts'
import { useCasesOf } from '../kernel/module.ts'
import { testNumberIn } from '../kernel/parse-input.ts'
import { allModules } from '../modules/all.ts'

/** It reads personal numbers: it says of one that its province is not there. */
const readsNumbers = (schema: z.ZodType): boolean =>
  schema
    .safeParse('099191004826')
    .error?.issues.some(
      (issue) => issue.path.length === 0 && issue.code === 'custom' && issue.params?.['code'] === 'province',
    ) === true

interface Parts {
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly left?: z.ZodType
  readonly right?: z.ZodType
}

/** Every place of a schema that reads personal numbers; '0' for the items of a list, '*' of a record. */
const placesIn = (schema: z.ZodType, path: readonly string[] = []): (readonly string[])[] => {
  if (readsNumbers(schema)) {
    return [path]
  }
  const {
    shape = {},
    options = [],
    element,
    valueType,
    innerType,
    left,
    right,
    ...parts
  } = schema.def as Parts
  const same = [...options, innerType, left, right, parts.in].filter((part) => part !== undefined)
  return [
    ...same.flatMap((part) => placesIn(part, path)),
    ...Object.entries(shape).flatMap(([name, part]) => placesIn(part, [...path, name])),
    ...(element ? placesIn(element, [...path, '0']) : []),
    ...(valueType ? placesIn(valueType, [...path, '*']) : []),
  ]
}

const unseenIn = (schema: z.ZodType): string[] =>
  placesIn(schema)
    .filter((path) => {
      const input = path.reduceRight<unknown>(
        (inner, part) => (part === '0' ? [inner] : { [part]: inner }),
        '940191004826',
      )
      return testNumberIn(input) === null
    })
    .map((path) => path.join('.'))

test("a test person's number is seen in every field of every contract that takes a personal number", () => {
  const inputs = allModules.flatMap(useCasesOf).map(({ contract }) => contract)
  const places = inputs.flatMap(({ input }) => placesIn(input))
  assert.ok(places.length > 25, `${places.length}`)
  assert.deepEqual(
    inputs.flatMap(({ name, input }) => unseenIn(input).map((place) => `${name} ${place}`)),
    [],
  )
})

test('a field under another name, nested or narrowed is found by the law', () => {
  const planted = z.object({
    ward: z.object({ personalNumber: personalNumber.optional() }),
    children: z.array(z.object({ childPersonalNumber: personalNumber })),
    wardNumber: personalNumber.refine((number) => number !== ''),
    others: z.union([z.object({ of: z.array(personalNumber) }).strict(), z.object({}).strict()]),
    phone: z.string(),
  })
  assert.deepEqual(unseenIn(planted), ['wardNumber', 'others.of.0'])
})
