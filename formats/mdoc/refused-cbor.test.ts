import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hex } from '../bytes.ts'
import { Float, Tagged, type CborValue } from './cbor-value.ts'
import { dateTime, fullDate, isDateTime, isFullDate } from './dates.ts'
import { MdocRefusal, type MdocRefusalCode } from './mdoc-refusal.ts'
import { readCbor } from './read-cbor.ts'
import { writeCbor } from './write-cbor.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

const refused = (input: Uint8Array, code: MdocRefusalCode): void =>
  assert.throws(
    () => readCbor(input, 'test'),
    (error) => error instanceof MdocRefusal && error.code === code,
    `${hex(input.subarray(0, 24))} is not refused as ${code}`,
  )

const CASES: readonly (readonly [MdocRefusalCode, string, readonly string[]])[] = [
  [
    'mdoc.cbor-truncated',
    'what ends too early',
    ['', '18', '4403', '6261', '8201', 'a101', 'c0', 'fb00', '9a7fffffff'],
  ],
  ['mdoc.cbor-trailing-data', 'what goes on behind the value', ['0000', 'f600', '80f6', 'a0a0']],
  [
    'mdoc.cbor-indefinite-length',
    'a length that is not told',
    ['9f01ff', 'bf0101ff', '5f4101ff', '7f6161ff', 'ff'],
  ],
  [
    'mdoc.cbor-not-shortest',
    'a number in more bytes than it needs',
    [
      '1800',
      '1817',
      '190000',
      '1900ff',
      '1a0000ffff',
      '1b00000000ffffffff',
      '580100',
      '780161',
      '980100',
      'b8010000',
      'd81700',
    ],
  ],
  [
    'mdoc.cbor-duplicate-key',
    'a key that stands twice',
    ['a2010001 00', 'a261610061 6101', 'a3010002000100'],
  ],
  [
    'mdoc.cbor-key',
    'a key that is neither name nor number',
    ['a1f500', 'a1410000', 'a1800000', 'a1f90000 00', 'a11b8000000000000000 00'],
  ],
  ['mdoc.cbor-text', 'text that is no UTF-8', ['61ff', '62c328', '64f0288cbc', '63eda080']],
  ['mdoc.cbor-simple-value', 'a simple value without a meaning', ['e0', 'f3', 'f820', 'f8ff', 'f800']],
  [
    'mdoc.cbor-tag',
    'a tag around what it does not fit',
    ['d81801', 'd818 6100', 'd818d81840', 'db8000000000000000 00'],
  ],
  [
    'mdoc.date',
    'a date that is none',
    [
      'c01a514b67b0',
      hex(writeCbor(new Tagged(0, '2026-02-30T00:00:00Z'))),
      hex(writeCbor(new Tagged(0, '2026-02-20T00:00:00.5Z'))),
      hex(writeCbor(new Tagged(0, '2026-02-20T00:00:00+07:00'))),
      hex(writeCbor(new Tagged(1004, '2026-02-29'))),
      hex(writeCbor(new Tagged(1004, '2026-2-9'))),
    ],
  ],
  ['mdoc.structure', 'a head that is kept for later', ['1c', '3d', '5e']],
]

for (const [code, what, inputs] of CASES) {
  test(`${what} is refused as ${code}`, () => {
    for (const input of inputs) {
      refused(bytes(input), code)
    }
  })
}

test('sixteen levels are read and one more is not', () => {
  const nested = (levels: number, head: number): Uint8Array =>
    Uint8Array.from([...Array<number>(levels).fill(head), 0])
  assert.ok(readCbor(nested(16, 0x81), 'test'))
  refused(nested(17, 0x81), 'mdoc.cbor-too-deep')
  refused(nested(100_000, 0xc6), 'mdoc.cbor-too-deep')
  refused(nested(100_000, 0x81), 'mdoc.cbor-too-deep')
})

test('a megabyte, or fifty thousand values, is the most that is looked at', () => {
  refused(new Uint8Array((1 << 20) + 1), 'mdoc.cbor-too-long')
  const many = (count: number): Uint8Array =>
    Uint8Array.from([0x99, count >> 8, count & 0xff, ...Array<number>(count).fill(0)])
  assert.ok(readCbor(many(49_999), 'test'))
  refused(many(50_000), 'mdoc.cbor-too-long')
  refused(bytes('5b7fffffffffffffff'), 'mdoc.cbor-too-long')
})

test('the examples of RFC 8949 appendix A that are in preferred form are read and written alike', () => {
  const examples: readonly (readonly [string, CborValue])[] = [
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['1b000000e8d4a51000', 1_000_000_000_000],
    ['1bffffffffffffffff', 18446744073709551615n],
    ['3bffffffffffffffff', -18446744073709551616n],
    ['20', -1],
    ['3903e7', -1000],
    ['f4', false],
    ['f5', true],
    ['f6', null],
    ['f7', undefined],
    ['fb3ff199999999999a', new Float(1.1)],
    ['4401020304', Uint8Array.of(1, 2, 3, 4)],
    ['62c3bc', 'ü'],
    ['64f0908591', '\u{10151}'],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    [
      'a201020304',
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ],
    [
      'a26161016162820203',
      new Map<string, CborValue>([
        ['a', 1],
        ['b', [2, 3]],
      ]),
    ],
  ]
  for (const [text, value] of examples) {
    assert.deepEqual(readCbor(bytes(text), 'test'), value, text)
    assert.equal(hex(writeCbor(value)), text)
  }
})

test('short floats are read as what they are, and kept apart from whole numbers', () => {
  const value = (text: string): unknown => {
    const read = readCbor(bytes(text), 'test')
    return read instanceof Float ? read.value : 'no float'
  }
  assert.equal(value('f93c00'), 1)
  assert.equal(value('f97bff'), 65504)
  assert.equal(value('f90001'), 5.960464477539063e-8)
  assert.ok(Object.is(value('f98000'), -0))
  assert.equal(value('f9c400'), -4)
  assert.equal(value('f97c00'), Infinity)
  assert.ok(Number.isNaN(value('f97e00')))
  assert.equal(value('fa47c35000'), 100000)
  assert.throws(() => writeCbor(1.5), RangeError)
  assert.throws(() => writeCbor(1n << 64n), RangeError)
})

test('the largest safe number is a number and the next one is not rounded', () => {
  assert.equal(readCbor(bytes('1b001fffffffffffff'), 'test'), Number.MAX_SAFE_INTEGER)
  assert.equal(readCbor(bytes('1b0020000000000000'), 'test'), 9007199254740992n)
  assert.equal(readCbor(bytes('3b001ffffffffffffe'), 'test'), -9007199254740991)
  assert.equal(readCbor(bytes('3b001fffffffffffff'), 'test'), -9007199254740992n)
})

test('a tag keeps the bytes that it was read from', () => {
  const read = readCbor(bytes('82d818420102c074323032362d30322d32305430303a30303a30305a'), 'test')
  assert.ok(Array.isArray(read) && read[0] instanceof Tagged && read[1] instanceof Tagged)
  assert.equal(hex(read[0].whole ?? new Uint8Array(0)), 'd818420102')
  assert.equal(read[1].content, '2026-02-20T00:00:00Z')
})

test('a day is a day of the calendar, the 29th of February of a leap year too', () => {
  assert.ok(isFullDate('2028-02-29') && !isFullDate('2026-02-29') && !isFullDate('2026-04-31'))
  assert.ok(isDateTime('2028-02-29T23:59:59Z') && !isDateTime('2028-02-29T24:00:00Z'))
  assert.equal(dateTime(new Date('2026-11-30T09:00:00.999Z')).content, '2026-11-30T09:00:00Z')
  assert.throws(() => fullDate('2026-13-01', 'test'), MdocRefusal)
})
