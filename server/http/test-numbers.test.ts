// A law over every contract: wherever a request may name a person by her number, a test person's is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { personalNumber } from '../../contract/values.ts'
import { numberPlacesIn } from '../../testing/number-places.ts'
import { useCasesOf } from '../kernel/module.ts'
import { testNumberIn } from '../kernel/parse-input.ts'
import { allModules } from '../modules/all.ts'

const unseenIn = (schema: z.ZodType): string[] =>
  numberPlacesIn(schema)
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
  const places = inputs.flatMap(({ input }) => numberPlacesIn(input))
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
