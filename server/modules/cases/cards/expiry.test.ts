// When a card ends: the ages of the law, what is made shortly before them, and births known by the year or on
// 29 February.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PartialDate } from '../../../../formats/partial-date.ts'
import { cardExpiry, dayOfAge } from './expiry.ts'
import { cardDueMoment, cardReasons } from './rules.ts'

const end = (birth: string, issued: string): string | null => cardExpiry(birth as PartialDate, issued)

test('a card ends at the next of the ages 14, 25, 40 and 60, and has no end after the last', () => {
  const table: readonly (readonly [birth: string, issued: string, end: string | null])[] = [
    ['2020-03-05', '2026-11-26', '2034-03-05'],
    ['2012-11-26', '2026-11-26', '2037-11-26'],
    ['2002-01-01', '2026-11-26', '2042-01-01'],
    ['1991-04-12', '2026-11-26', '2031-04-12'],
    ['1985-09-30', '2026-11-26', '2045-09-30'],
    ['1968-11-27', '2026-11-26', '2028-11-27'],
    ['1968-11-26', '2026-11-26', null],
    ['1966-11-26', '2026-11-26', null],
    ['1940-01-01', '2026-11-26', null],
  ]
  for (const [birth, issued, wanted] of table) {
    assert.equal(end(birth, issued), wanted, `${birth} ${issued}`)
  }
})

test('a card made within two years before such an age is good until the next one', () => {
  assert.equal(end('2000-06-15', '2023-06-14'), '2025-06-15')
  assert.equal(end('2000-06-15', '2023-06-15'), '2040-06-15')
  assert.equal(end('1988-06-15', '2026-06-14'), '2028-06-15')
  assert.equal(end('1988-06-15', '2026-06-15'), '2048-06-15')
  assert.equal(end('2013-06-15', '2026-01-01'), '2038-06-15', 'at 12 a card for 14 is good until 25')
})

test('before July 2024 there was no exchange at 14', () =>
  assert.equal(end('2013-06-15', '2024-06-30'), '2038-06-15'))

test('a birth known by its year counts from its last day, and one of 29 February from 1 March of a common year', () => {
  assert.equal(end('1991', '2026-11-26'), '2031-12-31')
  assert.equal(dayOfAge('2000-02-29' as PartialDate, 25), '2025-03-01')
  assert.equal(dayOfAge('2000-02-29' as PartialDate, 40), '2040-02-29')
})

test('due in seven working days, and every reason of the law has its kind, its source and its fee', () => {
  assert.equal(cardDueMoment(new Date('2026-11-26T03:00:00Z')).toISOString(), '2026-12-07T10:00:00.000Z')
  const rules = Object.values(cardReasons.versions[0]?.value ?? {})
  assert.equal(rules.length, 13)
  assert.ok(
    rules.every(
      ({ kind, source, fee_vnd }) =>
        source.includes('art.') && (kind === 'first-issue' ? fee_vnd === 0 : true),
    ),
  )
})
