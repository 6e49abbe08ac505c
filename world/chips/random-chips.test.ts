// Bytes changed by chance: no reader crashes, and no chip becomes genuine by it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readChipFile } from '../../formats/emrtd/chip-file.ts'
import { ChipFault } from '../../formats/emrtd/chip-fault.ts'
import { readCom } from '../../formats/emrtd/com.ts'
import { readDg1 } from '../../formats/emrtd/dg1.ts'
import { readDg13 } from '../../formats/emrtd/dg13.ts'
import { readDg14 } from '../../formats/emrtd/dg14.ts'
import { readDg15 } from '../../formats/emrtd/dg15.ts'
import { readDg2 } from '../../formats/emrtd/dg2.ts'
import { verifyChip } from '../../formats/emrtd/verify-chip.ts'
import { groupsOf } from '../../server/modules/evidence/chips/personalise-chip.ts'
import { nodeCrypto } from '../../server/modules/evidence/chips/node-crypto.ts'
import { nameOf } from './authority.ts'
import { AT as moment, card, chip, trustOf } from './chip-kit.ts'
import { anchors } from './mutations-of-form.ts'
import { currentList } from './mutations-of-trust.ts'

const VERSIONS = [1, 3, 4, 5]
const STRINGS = [0x0c, 0x12, 0x13, 0x16, 0x1a]

/**
 * What stands beside the signature unsigned and says the same in another form: the signer's name, equal in
 * any case and kind of string (RFC 5280 §7.1), and the versions of the two structures (RFC 5652 §5.1, §5.3).
 */
const unsignedForms = (sod: Buffer): ((told: Buffer) => boolean) => {
  const named = nameOf('CSCA Kit')
  const from = sod.lastIndexOf(named)
  assert.ok(from > 0)
  const versions = [sod.indexOf(Buffer.of(2, 1)) + 2, from - 3]
  const isKindOfString = (at: number): boolean =>
    sod[at - 5] === 6 && sod[at - 3] === 0x55 && sod[at - 2] === 4
  const isSame = (at: number, byte: number): boolean => {
    const own = sod[at] ?? -1
    if (versions.includes(at)) {
      return VERSIONS.includes(byte)
    }
    if (at < from || at >= from + named.length) {
      return byte === own
    }
    const isCase = String.fromCharCode(byte).toLowerCase() === String.fromCharCode(own).toLowerCase()
    return isCase || (isKindOfString(at) && STRINGS.includes(byte))
  }
  return (told) => told.length === sod.length && told.every((byte, at) => isSame(at, byte))
}

test('random changes of bytes never crash, and never make a chip genuine', async () => {
  const file = chip()
  const trust = trustOf({ ...anchors, lists: [currentList()] })
  const parts = ['com', 'dg1', 'dg13', 'dg14', 'dg15', 'sod'] as const
  // COM is not signed: its version may be written otherwise without anybody being deceived.
  const harmless = (part: string, at: number): boolean => part === 'com' && at < 18
  const isUnsignedForm = unsignedForms(Buffer.from(file.sod ?? []))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...parts),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('flip', 'cut', 'add', 'drop'),
      async (part, place, mask, how) => {
        const bytes = Buffer.from(file[part] ?? [])
        const at = place % bytes.length
        const told =
          how === 'flip'
            ? Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ mask : byte)))
            : how === 'cut'
              ? bytes.subarray(0, at)
              : how === 'add'
                ? Buffer.concat([bytes.subarray(0, at), Buffer.of(mask), bytes.subarray(at)])
                : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
        const { verdict } = verifyChip(nodeCrypto, { ...file, [part]: told }, trust, moment)
        if (!harmless(part, at) && !told.equals(bytes) && !(part === 'sod' && isUnsignedForm(told))) {
          assert.equal(verdict, 'refused', `${part} at ${at}, ${how}`)
        }
      },
    ),
    { numRuns: 3000 },
  )
})

test('random bytes and random JSON are refused, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 60 }),
      async (sod, dg1) => {
        assert.equal(verifyChip(nodeCrypto, { sod, dg1 }, trustOf(anchors), moment).verdict, 'refused')
      },
    ),
    { numRuns: 2000 },
  )
  for (const text of [
    '',
    '[]',
    'null',
    '{"sod":1}',
    '{"sod":"AA"}',
    '{"sod":"AA==","sod":"AA=="}',
    '{"so\\u0064":"AA=="}',
    '{"dg3":"AA=="}',
    `{"dg1":"${'A'.repeat(4000)}"}`,
    '{"dg1":"AB=="}',
  ]) {
    assert.throws(
      () => readChipFile(text),
      (error) => error instanceof ChipFault && error.code.startsWith('chip.file-'),
      text,
    )
  }
})

test('readers of the groups meet any bytes, signed or not, with a refusal at most', () => {
  const readers = {
    com: readCom,
    dg1: readDg1,
    dg2: readDg2,
    dg13: readDg13,
    dg14: readDg14,
    dg15: readDg15,
  } as const
  const small = new Map(groupsOf(card({}, Buffer.from('ffd8ffe0ffd9', 'hex'))))
  const file = { ...chip({ groups: small }) }
  for (const [part, read] of Object.entries(readers) as [
    keyof typeof readers,
    (bytes: Uint8Array) => unknown,
  ][]) {
    const bytes = Buffer.from(file[part] ?? [])
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.boolean(),
        (changes, cut, isCut) => {
          const told = Buffer.from(isCut ? bytes.subarray(0, cut % bytes.length) : bytes)
          for (const [place, value] of changes) {
            if (told.length > 0) {
              told[place % told.length] = value
            }
          }
          try {
            read(told)
          } catch (error) {
            if (!(error instanceof ChipFault)) {
              throw error
            }
          }
        },
      ),
      { numRuns: 1500 },
    )
  }
})
