import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json.ts'

test('the example of RFC 8785 section 3.2.2 is written as there', () => {
  const example: unknown = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  )
  assert.equal(
    canonicalJson(example),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('members are in the order of RFC 8785 section 3.2.3', () => {
  const example = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\u{1f600}': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  }
  const values = [...canonicalJson(example).matchAll(/:"([^"]+)"/g)].map((match) => match[1])
  assert.deepEqual(values, [
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ])
})

test('numbers are written as in RFC 8785 appendix B', () => {
  const written: [number, string][] = [
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-5e-324, '-5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [0.000001, '0.000001'],
    [333333333.33333343, '333333333.33333343'],
    [-0.0000033333333333333333, '-0.0000033333333333333333'],
  ]
  for (const [number, text] of written) {
    assert.equal(canonicalJson(number), text)
  }
})

test('undefined members are left out, and a name such as __proto__ is a name', () => {
  assert.equal(canonicalJson({ b: undefined, a: 1 }), '{"a":1}')
  assert.equal(canonicalJson(JSON.parse('{"__proto__":{"x":1},"a":[]}')), '{"__proto__":{"x":1},"a":[]}')
})

test('what is no plain data is a mistake, never a silent change', () => {
  const cycle: Record<string, unknown> = {}
  cycle['self'] = cycle
  class Named {
    name = 'x'
  }
  const wrong = [
    Number.NaN,
    Infinity,
    -Infinity,
    undefined,
    [undefined],
    Array(1),
    1n,
    () => 1,
    Symbol('x'),
    new Date(0),
    new Map(),
    new Named(),
    '\ud800',
    { '\udc00': 1 },
    cycle,
    { [Symbol('x')]: 1 },
  ]
  for (const value of wrong) {
    assert.throws(() => canonicalJson(value), TypeError)
  }
})

test('the text is the same for any order of members, says the same value, and is canonical itself', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = canonicalJson(value)
      assert.equal(canonicalJson(turned(value)), text)
      assert.equal(canonicalJson(JSON.parse(text)), text)
      assert.equal(
        JSON.stringify(sortedLike(JSON.parse(text))),
        JSON.stringify(sortedLike(JSON.parse(JSON.stringify(value)))),
      )
    }),
  )
})

/** The same value with the members of every object put in the other order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(turned)
  }
  if (typeof value !== 'object' || value === null) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member)]),
  )
}

/** Pairs instead of members, sorted, so that two values can be compared as text. */
function sortedLike(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortedLike)
  }
  if (typeof value !== 'object' || value === null) {
    return value
  }
  return {
    pairs: Object.entries(value)
      .map(([key, member]) => [key, sortedLike(member)])
      .toSorted(),
  }
}
