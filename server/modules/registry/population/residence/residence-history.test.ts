// Where somebody was registered since she was 14: told whole, or not at all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { residenceSince } from './residence-history.ts'

const now = { address: '12 Bờ Sông', unit: '00070', since: '2020-03-01' }
const moved = (address: string, since: string | null, unit = '00071') => ({
  permanent_address: address,
  permanent_unit: unit,
  permanent_since: since,
})
const placesOf = (spans: ReturnType<typeof residenceSince>) =>
  spans?.map(({ from, until, address }) => [from, until, address]) ?? null

test('one place since before that day is one span, from that day on', () => {
  assert.deepEqual(placesOf(residenceSince(now, [], '2021-06-05')), [['2021-06-05', '', '12 Bờ Sông']])
  assert.deepEqual(placesOf(residenceSince(now, [], '2020-03-01')), [['2020-03-01', '', '12 Bờ Sông']])
})

test('earlier places are told in their order, as far back as is asked and no further', () => {
  const earlier = [
    moved('Xóm 1', '1991-04-12'),
    moved('8 Hàng Bồ', '2001-05-06'),
    moved('3 Lê Lợi', '2012-01-09'),
  ]
  assert.deepEqual(placesOf(residenceSince(now, earlier, '2005-04-12')), [
    ['2005-04-12', '2012-01-09', '8 Hàng Bồ'],
    ['2012-01-09', '2020-03-01', '3 Lê Lợi'],
    ['2020-03-01', '', '12 Bờ Sông'],
  ])
})

test('a gap, a day that is not known, or no residence at all is told as nothing', () => {
  assert.equal(residenceSince(now, [], '2005-04-12'), null, 'nothing before 2020')
  assert.equal(residenceSince(now, [moved('8 Hàng Bồ', null)], '2005-04-12'), null)
  assert.equal(residenceSince(now, [moved('8 Hàng Bồ', '2009')], '2005-04-12'), null, 'a year is no day')
  assert.equal(residenceSince({ ...now, since: null }, [], '2021-01-01'), null)
  assert.equal(residenceSince({ ...now, address: null }, [], '2021-01-01'), null)
})

test('what changed beside her residence, or put a wrong word right, is no move', () => {
  const other = { phone: '0912', marital_status: 'single' }
  const spelt = { permanent_address: '12 Bo Song' }
  assert.deepEqual(
    placesOf(residenceSince(now, [moved('8 Hàng Bồ', '2001-05-06'), other, spelt], '2005-04-12')),
    [
      ['2005-04-12', '2020-03-01', '8 Hàng Bồ'],
      ['2020-03-01', '', '12 Bờ Sông'],
    ],
  )
})
