import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fingers } from './finger.ts'
import {
  parseMinutiaeRecord,
  singleView,
  writeMinutiaeRecord,
  type MinutiaeReason,
  type MinutiaeRecord,
} from './minutiae-record.ts'

const minutia = fc.record({
  kind: fc.constantFrom('ending' as const, 'bifurcation' as const, 'other' as const),
  x: fc.nat(299),
  y: fc.nat(399),
  angle: fc.nat(255),
  quality: fc.nat(100),
})
const record = fc.uniqueArray(fc.constantFrom(...fingers), { minLength: 1 }).chain((chosen) =>
  fc.record({
    width: fc.constant(300),
    height: fc.constant(400),
    resolution: fc.record({ x: fc.integer({ min: 90, max: 480 }), y: fc.integer({ min: 90, max: 480 }) }),
    views: fc.tuple(
      ...chosen.map((finger) =>
        fc.record({
          finger: fc.constant(finger),
          view: fc.constant(0),
          impression: fc.constantFrom(
            'live-plain' as const,
            'live-rolled' as const,
            'paper-plain' as const,
            'paper-rolled' as const,
            'swipe' as const,
          ),
          quality: fc.nat(100),
          minutiae: fc.array(minutia, { maxLength: 60 }),
        }),
      ),
    ),
  }),
)

test('what is written is read back, every value', () => {
  fc.assert(
    fc.property(record, (value) => {
      assert.deepEqual(parseMinutiaeRecord(writeMinutiaeRecord(value)), {
        ok: true,
        value: structuredClone(value),
      })
    }),
  )
})

test('bytes of chance, whole or spliced into a record, are answered and never thrown on', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      assert.equal(parseMinutiaeRecord(bytes).ok, false)
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(
      record,
      fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      (value, changes) => {
        const bytes = writeMinutiaeRecord(value)
        for (const [at, byte] of changes) {
          bytes[at % bytes.length] = byte
        }
        const read = parseMinutiaeRecord(bytes)
        // Whatever is still taken says itself: nothing in it was passed over, but for the device's number,
        // which is not kept.
        if (read.ok) {
          assert.deepEqual(writeMinutiaeRecord(read.value).subarray(14), bytes.subarray(14))
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test('a record cut short or made longer at any byte is refused', () => {
  const bytes = writeMinutiaeRecord(plain())
  for (let length = 0; length < bytes.length; length++) {
    assert.equal(parseMinutiaeRecord(bytes.subarray(0, length)).ok, false, String(length))
  }
  assert.deepEqual(parseMinutiaeRecord(Buffer.concat([bytes, Buffer.from([0])])), {
    ok: false,
    reason: 'trailing',
  })
})

const plain = (): MinutiaeRecord => ({
  width: 300,
  height: 400,
  resolution: { x: 197, y: 197 },
  views: [
    {
      finger: 'right-index',
      view: 0,
      impression: 'live-plain',
      quality: 77,
      minutiae: [
        { kind: 'ending', x: 10, y: 20, angle: 64, quality: 90 },
        { kind: 'bifurcation', x: 299, y: 399, angle: 255, quality: 0 },
      ],
    },
  ],
})

/** The written record with one place changed: offset, width in bytes, value. */
const changed = (at: number, width: 1 | 2 | 4, value: number): Uint8Array => {
  const bytes = Buffer.from(writeMinutiaeRecord(plain()))
  bytes.writeUIntBE(value, at, width)
  return bytes
}

const refusals: [string, Uint8Array, MinutiaeReason][] = [
  ['another format', changed(0, 4, 0x46495200), 'format'],
  ['the version of 2011', changed(4, 4, 0x30333000), 'version'],
  ['a length beyond the bytes', changed(8, 4, 5000), 'declared-length'],
  ['a length short of the bytes', changed(8, 4, 30), 'trailing'],
  ['a reserved bit beside the certification', changed(12, 2, 0x1000), 'reserved'],
  ['an image without width', changed(14, 2, 0), 'image-size'],
  ['an image wider than fourteen bits can say', changed(14, 2, 0x4001), 'image-size'],
  ['no resolution', changed(18, 2, 0), 'resolution'],
  ['a resolution that no scanner has', changed(20, 2, 5000), 'resolution'],
  ['no finger', changed(22, 1, 0), 'views'],
  ['more views than the bytes hold', changed(22, 1, 2), 'length'],
  ['a reserved byte', changed(23, 1, 1), 'reserved'],
  ['a finger that nobody named', changed(24, 1, 0), 'finger'],
  ['an eleventh finger', changed(24, 1, 11), 'finger'],
  ['an unknown kind of impression', changed(25, 1, 4), 'impression'],
  ['a second view without a first', changed(25, 1, 0x10), 'view-number'],
  ['a quality above a hundred', changed(26, 1, 101), 'quality'],
  ['more minutiae than the bytes hold', changed(27, 1, 3), 'length'],
  ['fewer minutiae than the bytes hold', changed(27, 1, 1), 'extended-data'],
  ['a fourth kind of minutia', changed(28, 2, 0xc00a), 'minutia-kind'],
  ['a minutia right of the image', changed(28, 2, 0x4000 | 300), 'minutia-place'],
  ['a minutia below the image', changed(30, 2, 400), 'minutia-place'],
  ['a reserved bit beside a place', changed(30, 2, 0x4014), 'reserved'],
  ['a minutia of impossible quality', changed(33, 1, 101), 'minutia-quality'],
  ['extended data that ends after the record', changed(40, 2, 9), 'extended-data'],
]
for (const [what, bytes, reason] of refusals) {
  test(`refused: ${what}`, () => assert.deepEqual(parseMinutiaeRecord(bytes), { ok: false, reason }))
}

const withExtendedData = (block: Uint8Array): Uint8Array => {
  const bare = Buffer.from(writeMinutiaeRecord(plain())).subarray(0, -2)
  const bytes = Buffer.concat([bare, Buffer.from([block.length >> 8, block.length & 255]), block])
  bytes.writeUInt32BE(bytes.length, 8)
  return bytes
}

test('extended data is passed over by its lengths, and its lengths must add up', () => {
  assert.deepEqual(
    parseMinutiaeRecord(withExtendedData(Buffer.from('00010006abcd0101000412', 'hex').subarray(0, 10))),
    { ok: true, value: plain() },
  )
  for (const block of ['00010006abcd01', '000100', '0001000300', '00010009abcd', '00000006abcd']) {
    assert.deepEqual(
      parseMinutiaeRecord(withExtendedData(Buffer.from(block, 'hex'))),
      { ok: false, reason: 'extended-data' },
      block,
    )
  }
})

test('a record that could not be read back is not written', () => {
  const [view] = plain().views
  assert.ok(view)
  for (const wrong of [
    { ...view, quality: 101 },
    { ...view, view: 1 },
    { ...view, minutiae: [{ kind: 'ending' as const, x: 300, y: 0, angle: 0, quality: 0 }] },
    { ...view, minutiae: [{ kind: 'ending' as const, x: 1.5, y: 0, angle: 0, quality: 0 }] },
  ]) {
    assert.throws(() => writeMinutiaeRecord({ ...plain(), views: [wrong] }), RangeError)
  }
})

test('a record of one finger is told from one of several', () => {
  const [view] = plain().views
  assert.ok(view)
  assert.equal(singleView(writeMinutiaeRecord(plain()))?.view.finger, 'right-index')
  assert.equal(singleView(writeMinutiaeRecord({ ...plain(), views: [view, { ...view, view: 1 }] })), null)
  assert.equal(singleView(Buffer.from('xin chào')), null)
})
