// A text of a stranger is JSON in one sense only, or it is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readJson } from './strict-json.ts'

const read = (text: string, depth = 8): unknown => readJson(new TextEncoder().encode(text), depth)

test('what JSON writes is read back as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value)
      fc.pre(text.isWellFormed() && !/\\ud[89a-f]/i.test(text) && !text.includes('__proto__'))
      assert.deepEqual(read(text), JSON.parse(text))
      assert.deepEqual(read(JSON.stringify(value, null, 2)), JSON.parse(text))
    }),
  )
})

test('a name stands once in an object, however it is written, and may stand again in another', () => {
  for (const text of ['{"a":1,"a":1}', '{"a":1,"\\u0061":2}', '{"a" :1,"b":{},"a"\n:2}', '[{"":1,"":2}]']) {
    assert.equal(read(text), undefined, text)
  }
  for (const text of ['{"a":{"a":1},"b":[{"a":1},{"a":1}]}', '{"a":"a","b":["a:","a",":"]}', '["a","a"]']) {
    assert.deepEqual(read(text), JSON.parse(text))
  }
})

test('marks inside of a string are letters', () => {
  for (const text of ['"{[\\"a\\":1,"', '{"a\\\\":"\\\\\\"","b":"}{"}', '"\\\\"', '"-1e999"']) {
    assert.deepEqual(read(text), JSON.parse(text))
  }
})

test('depth counts objects and lists, and ends where the caller says', () => {
  assert.deepEqual(read('[[{"a":[]}]]', 4), [[{ a: [] }]])
  assert.equal(read('[[{"a":[]}]]', 3), undefined)
  assert.equal(read('['.repeat(200_000) + ']'.repeat(200_000)), undefined)
})

test('numbers are finite, letters whole, UTF-8 without a mark, and no name is a prototype', () => {
  for (const text of [
    '1e999',
    '[-1e999]',
    `1${'0'.repeat(400)}`,
    '"\\ud800"',
    '{"\\udc00":1}',
    '\ufeff1',
    '',
    'undefined',
  ]) {
    assert.equal(read(text), undefined, text)
  }
  for (const text of [
    '{"__proto__":1}',
    '{"a":{"\\u005f_proto__":{}}}',
    "{'a':1}",
    '{"a":1,}',
    '01',
    'NaN',
  ]) {
    assert.equal(read(text), undefined, text)
  }
  assert.equal(readJson(Uint8Array.of(0x22, 0xff, 0x22), 8), undefined)
  assert.equal(read('1e308'), 1e308)
})
