import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePartialDate } from './partial-date.ts'
import {
  agreesWith,
  composePersonalNumber,
  describePersonalNumber,
  groupPersonalNumber,
  maskPersonalNumber,
  parsePersonalNumber,
  personalNumberDisagreements,
  type PersonalNumber,
  type Sex,
} from './personal-number.ts'
import { provinces } from './province-codes.ts'

function number(text: string): PersonalNumber {
  const parsed = parsePersonalNumber(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}

const anyParts = fc.record({
  provinceCode: fc.constantFrom(...provinces.map((province) => province.code), '101', '899', '900', '999'),
  sex: fc.constantFrom<Sex>('male', 'female'),
  birthYear: fc.integer({ min: 1900, max: 2399 }),
  serial: fc.integer({ min: 0, max: 999_999 }),
})

test('a number pasted in groups is read as the same number', () => {
  for (const text of [
    '001300000017',
    '001 300 000017',
    ' 001.300.000.017\n',
    '001-300–000017',
    '001\u00a0300 000017',
  ]) {
    assert.equal(number(text), '001300000017')
  }
})

test('what is no personal number is refused with its reason', () => {
  const refused = {
    '': 'length',
    '00130000001': 'length',
    '0013000000170': 'length',
    '00130000001O': 'digits',
    '００１３００００００１７': 'digits',
    '٠٠١300000017': 'digits',
    '+01300000017': 'digits',
    '000300000017': 'province',
    '003300000017': 'province',
    '097300000017': 'province',
  }
  for (const [text, reason] of Object.entries(refused)) {
    assert.deepEqual(parsePersonalNumber(text), { ok: false, reason }, text)
  }
  assert.deepEqual(parsePersonalNumber('0'.repeat(100_000)), { ok: false, reason: 'length' })
})

test('a birth registered abroad and a test person are accepted', () => {
  assert.equal(describePersonalNumber(number('101300000017')).isTest, false)
  assert.equal(describePersonalNumber(number('901300000017')).isTest, true)
})

test('a number of a year that has not come is refused once the day is known', () => {
  const now = new Date('2026-12-31T16:59:59Z')
  assert.deepEqual(parsePersonalNumber('001227000017', { now }), { ok: false, reason: 'future' })
  assert.ok(parsePersonalNumber('001227000017', { now: new Date('2026-12-31T17:00:00Z') }).ok)
  assert.ok(parsePersonalNumber('001226000017', { now }).ok)
  assert.ok(parsePersonalNumber('001227000017').ok)
})

test('the parts a number was made of are described back', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const made = composePersonalNumber(parts)
      assert.deepEqual(describePersonalNumber(made), {
        birthPlaceCode: parts.provinceCode,
        century: Math.floor(parts.birthYear / 100) + 1,
        sex: parts.sex,
        birthYear: parts.birthYear,
        isTest: parts.provinceCode.startsWith('9'),
      })
      assert.equal(number(groupPersonalNumber(made)), made)
    }),
  )
  assert.equal(
    composePersonalNumber({ provinceCode: '001', sex: 'female', birthYear: 2000, serial: 17 }),
    '001300000017',
  )
})

test('a number is shown in groups or masked to its first and last three digits', () => {
  assert.equal(groupPersonalNumber(number('001300123826')), '001 300 123826')
  assert.equal(maskPersonalNumber(number('001300123826')), '001 •••• •• 826')
})

test('a record disagrees by birth year or by sex, and a year alone is enough to agree', () => {
  const female2000 = number('001300000017')
  const [year2000, day1999] = [parsePartialDate('2000'), parsePartialDate('31/12/1999')]
  assert.ok(year2000.ok && day1999.ok)
  assert.ok(agreesWith(female2000, { birthDate: year2000.value, sex: 'female' }))
  assert.ok(agreesWith(female2000, {}))
  assert.deepEqual(personalNumberDisagreements(female2000, { birthDate: day1999.value, sex: 'male' }), [
    'birth-year',
    'sex',
  ])
})

test('a number cannot be made of parts that are out of range', () => {
  const good = { provinceCode: '001', sex: 'male', birthYear: 1958, serial: 1 } as const
  for (const bad of [
    { provinceCode: '003' },
    { provinceCode: '1' },
    { birthYear: 1899 },
    { birthYear: 2400 },
    { serial: -1 },
    { serial: 1_000_000 },
    { serial: 0.5 },
  ]) {
    assert.throws(() => composePersonalNumber({ ...good, ...bad }), RangeError)
  }
})
