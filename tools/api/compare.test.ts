/**
 * The comparer of two APIs, on planted changes: what breaks a client is found and named, what does not is
 * not.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breaksOf, unsettled, type Api } from './compare.ts'
import type { Schema } from './compare-schema.ts'

interface Planted {
  input?: Schema
  output?: Schema
  refusals?: readonly string[]
  path?: string
  method?: string
  /** Each with whether it must be sent. */
  headers?: Readonly<Record<string, boolean>>
}
const api = ({
  input,
  output,
  refusals = [],
  path = '/api/a',
  method = 'post',
  headers = {},
}: Planted): Api => ({
  paths: {
    [path]: {
      [method]: {
        ...(input ? { requestBody: { content: { 'application/json': { schema: input } } } } : {}),
        parameters: Object.entries(headers).map(([name, required]) => ({ name, in: 'header', required })),
        responses: {
          200: { content: { 'application/json': { schema: output ?? {} } } },
          422: { description: refusals.map((code) => `\`${code}\`: Words: of \`it\`.`).join('\n\n') },
        },
      },
    },
  },
})
const found = (was: Planted, is: Planted): string[] =>
  breaksOf(api(was), api(is)).map(({ where, what }) => `${where}: ${what}`)
const text: Schema = { type: 'string' }
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
})
const inputBreaks = (was: Schema, is: Schema): string[] =>
  found({ input: was }, { input: is }).map((one) => one.replace('POST /api/a: input, ', ''))
const outputBreaks = (was: Schema, is: Schema): string[] =>
  found({ output: was }, { output: is }).map((one) => one.replace('POST /api/a: output, ', ''))

test('an operation that is gone, or is asked by another verb, and a refusal that is gone', () => {
  assert.deepEqual(found({}, { path: '/api/b' }), ['POST /api/a: the operation is gone'])
  assert.deepEqual(found({}, { method: 'get' }), ['POST /api/a: the operation is gone'])
  assert.deepEqual(found({ refusals: ['a.gone', 'a.stays'] }, { refusals: ['a.stays', 'a.new'] }), [
    'POST /api/a: refusal a.gone is not answered any more',
  ])
})

test('a header without which it is refused now; one that may be left out breaks nobody', () => {
  assert.deepEqual(found({}, { headers: { 'x-shown': true } }), [
    'POST /api/a: input, header x-shown: is asked for now',
  ])
  assert.deepEqual(found({ headers: { 'x-shown': false } }, { headers: { 'x-shown': true } }), [
    'POST /api/a: input, header x-shown: is asked for now',
  ])
  assert.deepEqual(found({}, { headers: { 'x-shown': false } }), [])
  assert.deepEqual(found({ headers: { 'x-shown': true } }, { headers: { 'x-shown': true } }), [])
})

test('input: a field that is not read any more, one that must be given, wherever it stands', () => {
  assert.deepEqual(inputBreaks(object({ a: text }), object({})), ['a: is not read any more'])
  assert.deepEqual(inputBreaks(object({ a: text }), object({ a: text, b: text })), ['b: must be given now'])
  assert.deepEqual(inputBreaks(object({ a: text }, []), object({ a: text })), ['a: must be given now'])
  assert.deepEqual(
    inputBreaks(
      object({ list: { type: 'array', items: object({ a: text }) } }),
      object({ list: { type: 'array', items: object({ a: text, b: text }) } }),
    ),
    ['list[].b: must be given now'],
  )
})

test('input: a type, a list of values or a limit that takes less', () => {
  const of = (schema: Schema): Schema => object({ a: schema })
  assert.deepEqual(inputBreaks(of(text), of({ type: 'number' })), ['a: takes no string any more'])
  assert.deepEqual(inputBreaks(of({ type: ['string', 'null'] }), of(text)), ['a: takes no null any more'])
  assert.deepEqual(inputBreaks(of({ ...text, enum: ['x', 'y'] }), of({ ...text, enum: ['x', 'z'] })), [
    'a: takes no "y" any more',
  ])
  assert.deepEqual(inputBreaks(of(text), of({ ...text, enum: ['x'] })), ['a: takes only "x" now'])
  assert.deepEqual(inputBreaks(of(text), of({ ...text, maxLength: 5 })), ['a: maxLength is 5, was none'])
  assert.deepEqual(inputBreaks(of({ ...text, minLength: 1 }), of({ ...text, minLength: 2 })), [
    'a: minLength is 2, was 1',
  ])
  assert.deepEqual(inputBreaks(of(text), of({ ...text, pattern: '^x$' })), ['a: pattern is ^x$, was none'])
})

test('input: of several forms each must be taken still, each compared with its like', () => {
  const form = (kind: string, more: Record<string, Schema> = {}): Schema =>
    object({ kind: { ...text, const: kind }, ...more })
  const was: Schema = { oneOf: [form('card'), form('paper', { number: text })] }
  assert.deepEqual(inputBreaks(was, { oneOf: [form('card')] }), [
    'number: is not read any more',
    'kind: takes no "paper" any more',
  ])
  assert.deepEqual(
    inputBreaks(was, { oneOf: [form('card', { serial: text }), form('paper', { number: text })] }),
    ['serial: must be given now'],
  )
  assert.deepEqual(
    inputBreaks(was, { oneOf: [form('paper', { number: text }), form('card'), form('new')] }),
    [],
  )
})

test('output: a field that is gone or may be missing, a value or a kind that did not come before', () => {
  const of = (schema: Schema): Schema => object({ a: schema })
  assert.deepEqual(outputBreaks(of(text), object({})), ['a: is not given any more'])
  assert.deepEqual(outputBreaks(of(text), object({ a: text }, [])), ['a: may be missing now'])
  assert.deepEqual(outputBreaks(of({ ...text, enum: ['x'] }), of({ ...text, enum: ['x', 'y'] })), [
    'a: may be "y" now',
  ])
  assert.deepEqual(outputBreaks(of({ ...text, enum: ['x'] }), of(text)), [
    'a: may be any string now, was one of "x"',
  ])
  assert.deepEqual(outputBreaks(of(text), of({ anyOf: [text, { type: 'null' }] })), ['a: may be null now'])
  assert.deepEqual(
    outputBreaks(of({ type: 'array', items: text }), of({ type: 'array', items: { type: 'number' } })),
    ['a[]: may be number now'],
  )
})

test('what only gives more or takes more breaks nobody', () => {
  const was = object({ a: { ...text, enum: ['x', 'y'], maxLength: 5 } })
  assert.deepEqual(inputBreaks(was, object({ a: { ...text, maxLength: 9 }, b: text }, ['a'])), [])
  assert.deepEqual(inputBreaks(object({ a: text }), object({ a: { type: ['string', 'null'] } })), [])
  assert.deepEqual(outputBreaks(was, object({ a: { ...text, enum: ['x'] }, b: text })), [])
  assert.deepEqual(outputBreaks(object({ a: text }, []), object({ a: text })), [])
  assert.deepEqual(outputBreaks({}, object({ a: text })), [])
})

test('parameters of a view are its input', () => {
  const view = (required: boolean): Api => ({
    paths: { '/api/v': { get: { parameters: [{ name: 'q', required, schema: text }], responses: {} } } },
  })
  assert.deepEqual(breaksOf(view(false), view(true)), [
    { where: 'GET /api/v', what: 'input, q: must be given now' },
  ])
  assert.deepEqual(breaksOf(view(true), view(false)), [])
})

test('an intended break excuses only what it names, and one that nothing needs is told', () => {
  const breaks = [
    { where: 'POST /api/a', what: 'input, b: must be given now' },
    { where: 'POST /api/a', what: 'the operation is gone' },
  ]
  const intended = [
    { where: 'POST /api/a', what: 'b: must', why: 'planted' },
    { where: 'POST /api/c', what: 'gone', why: 'planted' },
  ]
  assert.deepEqual(unsettled(breaks, intended), [
    'POST /api/a: the operation is gone',
    'needed no more: POST /api/c: gone',
  ])
})
