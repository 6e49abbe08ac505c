// When a tie between a representative and a ward ends: the day that a decision names is still a day of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PartialDate } from '../../../../formats/partial-date.ts'
import { endOf, hasValidCard, isOfAge, type Seen, type Tie } from './representation.ts'

const GUARDIAN = '940190000456'
const BORN = '2014-03-05' as PartialDate
const nobody = { number: null, name: null }
const seen = (changes: Partial<NonNullable<Seen['ward']>> = {}): Seen => ({
  ward: {
    birthDate: BORN,
    lifeStatus: 'alive',
    father: nobody,
    mother: nobody,
    representativeNumber: null,
    ...changes,
  },
  representative: { number: GUARDIAN, isAlive: true, hasAccount: true },
})
const tie = (changes: Partial<Tie> = {}): Tie => ({
  kind: 'guardian',
  ground: 'papers',
  state: 'standing',
  untilDay: '2027-05-31',
  ...changes,
})

test("a guardian's paper holds through its last day in Vietnam, and no minute longer", () => {
  assert.equal(endOf(tie(), seen(), new Date('2027-05-31T00:00:00+07:00')), null)
  assert.equal(endOf(tie(), seen(), new Date('2027-05-31T23:59:59+07:00')), null)
  assert.equal(endOf(tie(), seen(), new Date('2027-06-01T00:00:00+07:00')), 'term-ended')
  assert.equal(endOf(tie({ untilDay: null }), seen(), new Date('2047-06-01T00:00:00+07:00')), null)
})

test('a parent acts until the day before the 14th birthday', () => {
  const parent = tie({ kind: 'parent', untilDay: null })
  assert.equal(endOf(parent, seen(), new Date('2028-03-04T23:59:59+07:00')), null)
  assert.equal(endOf(parent, seen(), new Date('2028-03-05T00:00:00+07:00')), 'came-of-age')
  assert.equal(isOfAge({ birthDate: BORN }, new Date('2028-03-05T00:00:00+07:00')), true)
})

test('a tie ends with a death, a representative who is gone or without an account, and only once', () => {
  const at = new Date('2027-01-04T10:00:00+07:00')
  assert.equal(endOf(tie(), seen(), at), null)
  assert.equal(endOf(tie(), seen({ lifeStatus: 'dead' }), at), 'died')
  for (const gone of [{ isAlive: false }, { hasAccount: false }]) {
    const { ward, representative } = seen()
    const without = { ward, representative: { ...representative, ...gone } }
    assert.equal(endOf(tie(), without, at), 'representative-gone')
  }
  assert.equal(endOf(tie({ state: 'ended' }), seen({ lifeStatus: 'dead' }), at), null)
  assert.equal(endOf(tie(), { ...seen(), ward: null }, at), null)
})

test('a guardian keeps a ward who comes of age; a parent does not', () => {
  const grown = new Date('2030-03-05T10:00:00+07:00')
  assert.equal(endOf(tie({ untilDay: null }), seen(), grown), null)
  assert.equal(endOf(tie({ kind: 'parent', untilDay: null }), seen(), grown), 'came-of-age')
})

test('a card is valid through the day that it names, in Vietnam', () => {
  const card = {
    issuedOn: '2021-06-18',
    expiresOn: '2027-05-31',
    place: null,
    qrText: null,
    state: 'valid',
  } as const
  assert.equal(hasValidCard({ card }, new Date('2027-05-31T23:59:59+07:00')), true)
  assert.equal(hasValidCard({ card }, new Date('2027-06-01T00:00:00+07:00')), false)
  assert.equal(hasValidCard({ card: { ...card, expiresOn: null } }, new Date('2047-06-01T00:00:00Z')), true)
  assert.equal(hasValidCard({ card: { ...card, state: 'lost' } }, new Date('2027-05-31T00:00:00Z')), false)
})
