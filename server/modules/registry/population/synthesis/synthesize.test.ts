import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { parseCardQr } from '../../../../../formats/card-qr.ts'
import {
  agreesWith,
  describePersonalNumber,
  parsePersonalNumber,
} from '../../../../../formats/personal-number.ts'
import type { PartialDate } from '../../../../../formats/partial-date.ts'
import { fileColumns, placeOf, type FileColumn } from '../import/columns.ts'
import { readRow } from '../import/read-row.ts'
import { synthesize, synthesizeRecords } from './synthesize.ts'

type Person = Readonly<Record<FileColumn, string>>
const PEOPLE = 5000
const people: Person[] = [...synthesizeRecords({ count: PEOPLE, seed: 3 })].map(
  (values) =>
    Object.fromEntries(fileColumns.map((name) => [name, values[placeOf[name]] ?? ''])) as Record<
      FileColumn,
      string
    >,
)
const byNumber = new Map(people.map((person) => [person.personal_number, person]))
const yearOf = (person: Person): number => Number(person.birth_date.slice(0, 4))

const digestOf = async (seed: number, count: number): Promise<string> => {
  const hash = createHash('sha256')
  await synthesize({
    seed,
    count,
    out: new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk)
        done()
      },
    }),
  })
  return hash.digest('hex')
}

test('the same seed and count give the same bytes, another seed others', async () => {
  assert.equal(await digestOf(1, 2000), await digestOf(1, 2000))
  assert.notEqual(await digestOf(1, 2000), await digestOf(2, 2000))
  // Also the same as yesterday and on another machine.
  assert.equal(await digestOf(1, 100), '7e7c93f778b397032a2989a7fa6852b42cdfbbcbf45fe6494228b75526e2587b')
})

test('exactly as many people as asked for, each with a number of her own that begins with 9 and obeys the rules', () => {
  assert.equal(people.length, PEOPLE)
  assert.equal(byNumber.size, PEOPLE)
  for (const person of people) {
    const number = parsePersonalNumber(person.personal_number)
    assert.ok(number.ok && describePersonalNumber(number.value).isTest)
    assert.ok(
      agreesWith(number.value, {
        birthDate: person.birth_date as PartialDate,
        sex: person.sex === 'male' ? 'male' : 'female',
      }),
    )
  }
})

test('every record is one that the import takes', () => {
  for (const values of synthesizeRecords({ count: 2000, seed: 4 })) {
    const row = readRow(values, 1, { allowTestPeople: true, today: '2026-11-22' })
    assert.ok('number' in row, JSON.stringify(row))
  }
})

test('parents are old enough for their children, and children bear the father’s surname', () => {
  let known = 0
  for (const person of people) {
    for (const [number, sex, youngest, oldest] of [
      [person.mother_number, 'female', 18, 42],
      [person.father_number, 'male', 18, 60],
    ] as const) {
      const parent = byNumber.get(number)
      if (!parent) {
        continue
      }
      known++
      assert.equal(parent.sex, sex)
      const age = yearOf(person) - yearOf(parent)
      assert.ok(age >= youngest && age <= oldest, `${person.personal_number}: ${age}`)
      if (sex === 'male' && parent.ethnicity === 'Kinh') {
        assert.equal(person.full_name.split(' ')[0], parent.full_name.split(' ')[0])
      }
    }
  }
  assert.ok(known > PEOPLE / 2)
})

test('spouses name each other, are of age, and are no brother and sister', () => {
  for (const person of people) {
    const spouse = byNumber.get(person.spouse_number)
    assert.equal(person.marital_status === 'married', person.spouse_number !== '')
    if (!spouse) {
      continue
    }
    assert.equal(spouse.spouse_number, person.personal_number)
    assert.notEqual(spouse.sex, person.sex)
    assert.ok(2026 - yearOf(person) >= (person.sex === 'male' ? 20 : 18))
    assert.ok(person.mother_number === '' || person.mother_number !== spouse.mother_number)
  }
})

test('a household has one head and one address, and a minor is represented by a parent of it', () => {
  const households = Map.groupBy(people, (person) => person.household_number)
  for (const members of households.values()) {
    assert.equal(members.filter((member) => member.household_relation === 'head').length, 1)
    assert.equal(new Set(members.map((member) => member.permanent_address)).size, 1)
    for (const member of members) {
      if (2026 - yearOf(member) >= 18) {
        continue
      }
      assert.ok([member.mother_number, member.father_number].includes(member.representative_number))
      assert.ok(members.some((other) => other.personal_number === member.representative_number))
    }
  }
})

test('a printed QR says what the record says', () => {
  const cards = people.filter((person) => person.card_qr !== '')
  assert.ok(cards.length > PEOPLE / 2)
  for (const person of cards) {
    const qr = parseCardQr(person.card_qr)
    assert.ok(
      qr.ok &&
        qr.value.personalNumber === person.personal_number &&
        qr.value.name === person.full_name &&
        qr.value.issueDate === person.card_issued_on,
    )
  }
})

test('the nation has about the shape of Vietnam: ages, sexes, and the Kinh most but not all', () => {
  const share = (count: number): number => count / PEOPLE
  const kinh = share(people.filter((person) => person.ethnicity === 'Kinh').length)
  assert.ok(kinh > 0.75 && kinh < 0.95, String(kinh))
  const children = share(people.filter((person) => 2026 - yearOf(person) < 15).length)
  assert.ok(children > 0.1 && children < 0.32, String(children))
  const old = share(people.filter((person) => 2026 - yearOf(person) >= 60).length)
  assert.ok(old > 0.08 && old < 0.3, String(old))
  const women = share(people.filter((person) => person.sex === 'female').length)
  assert.ok(women > 0.46 && women < 0.54, String(women))
})
