// Portraits in the record of newer cards (ISO/IEC 39794-5): read as those of the older record, refused when
// they are not what they say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { derInteger, derValue, octets, sequence } from '../../formats/emrtd/der-writer.ts'
import { verifyChip, type ChipVerdict } from '../../formats/emrtd/verify-chip.ts'
import { nodeCrypto } from '../../server/modules/evidence/chips/node-crypto.ts'
import { AT, chip, groups, trustOf } from './chip-kit.ts'
import { anchors } from './mutations-of-form.ts'

const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe0', 'hex'),
  Buffer.alloc(3000, 0x33),
  Buffer.from('ffd9', 'hex'),
])
const JPEG_2000 = Buffer.concat([Buffer.from('0000000c6a5020200d0a870a', 'hex'), Buffer.alloc(3000, 0x44)])
const JPEG_2000_STREAM = Buffer.concat([Buffer.from('ff4fff51', 'hex'), Buffer.alloc(3000, 0x55)])

const n = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => derValue(tag, ...parts)
const byte = (value: number): Uint8Array => Uint8Array.of(value)

/** `more`: with the optional members before and behind, as cards may have them. */
const representation = (picture: Uint8Array, format: Uint8Array, more: boolean): Uint8Array =>
  sequence(
    n(0x80, byte(1)),
    n(
      0xa1,
      n(
        0xa0,
        n(
          0xa0,
          n(0x80, picture),
          n(0xa1, n(0xa0, n(0x80, format)), ...(more ? [n(0xa7, n(0x80, byte(64)), n(0x81, byte(80)))] : [])),
          ...(more ? [n(0xa2, n(0x80, byte(1)))] : []),
        ),
      ),
    ),
    ...(more ? [n(0xa2, n(0x80, Uint8Array.of(0x07, 0xea)))] : []),
  )
const dg2 = (...representations: readonly Uint8Array[]): Uint8Array =>
  dg2Of(
    n(
      0xa1,
      n(0x65, n(0xa0, n(0x80, byte(3)), n(0x81, Uint8Array.of(0x07, 0xe3))), n(0xa1, ...representations)),
    ),
  )
const dg2Of = (record: Uint8Array): Uint8Array =>
  n(
    0x75,
    n(
      0x7f61,
      derInteger(1),
      n(
        0x7f60,
        n(0xa1, n(0x80, Uint8Array.of(1, 1)), n(0x87, Uint8Array.of(1, 1)), n(0x88, Uint8Array.of(0, 0x1e))),
        n(0x7f2e, record),
      ),
    ),
  )
const verdictOf = (bytes: Uint8Array): ChipVerdict =>
  verifyChip(nodeCrypto, chip({ groups: new Map([...groups(), [2, bytes]]) }), trustOf(anchors), AT)

test('a portrait of ISO/IEC 39794-5 is read, with or without the optional members', () => {
  for (const [picture, format, type] of [
    [JPEG, 2, 'image/jpeg'],
    [JPEG_2000, 3, 'image/jp2'],
    [JPEG_2000_STREAM, 4, 'image/jp2'],
  ] as const) {
    for (const more of [false, true]) {
      const { problems, fields } = verdictOf(dg2(representation(picture, byte(format), more)))
      assert.deepEqual([problems, fields.portrait?.type], [[], type])
      assert.ok(picture.equals(fields.portrait?.bytes ?? Buffer.alloc(0)))
    }
  }
})

test('of several pictures the first is read', () => {
  const { problems, fields } = verdictOf(
    dg2(representation(JPEG, byte(2), false), representation(JPEG_2000, byte(3), false)),
  )
  assert.deepEqual([problems, fields.portrait?.type], [[], 'image/jpeg'])
})

test('a record that is not what it says is refused, and never crashes a reader', () => {
  const good = representation(JPEG, byte(2), false)
  for (const [about, bytes, code] of [
    ['another kind than it says', dg2(representation(JPEG, byte(3), false)), 'chip.dg2-picture'],
    ['a kind that is none', dg2(representation(JPEG, byte(9), false)), 'chip.dg2-picture'],
    ['a kind of two bytes', dg2(representation(JPEG, Uint8Array.of(0, 2), false)), 'chip.dg2-picture'],
    ['no picture', dg2(sequence(n(0x80, byte(1)))), 'chip.dg2-picture'],
    ['no representation', dg2(), 'chip.dg2-picture'],
    ['a picture of no bytes', dg2(representation(new Uint8Array(), byte(2), false)), 'chip.dg2-picture'],
    ['another wrapper', dg2Of(n(0xa2, good)), 'chip.dg2-picture'],
    ['bytes behind the record', dg2Of(Buffer.concat([n(0xa1, good), byte(0)])), 'chip.der-trailing-data'],
    ['no record', dg2Of(octets(new Uint8Array(9))), 'chip.dg2-picture'],
  ] as const) {
    const { verdict, problems } = verdictOf(bytes)
    assert.deepEqual([verdict, problems], ['refused', [code]], about)
  }
})
