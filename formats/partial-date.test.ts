import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  ageOn,
  comparePartialDates,
  datePrecision,
  datesAgree,
  daysInMonth,
  firstPossibleDay,
  formatPartialDate,
  lastPossibleDay,
  parsePartialDate,
  partialDateOf,
  type PartialDate,
} from './partial-date.ts'

function date(text: string): PartialDate {
  const parsed = parsePartialDate(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}

const anyDate = fc
  .record({
    year: fc.integer({ min: 1850, max: 2200 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    keep: fc.constantFrom(4, 7, 10),
  })
  .map(({ year, month, day, keep }) => {
    const full = partialDateOf({ year, month, day: Math.min(day, daysInMonth(year, month)) })
    assert.ok(full.ok)
    return date(full.value.slice(0, keep))
  })
const anyDay = anyDate.map(firstPossibleDay)

test('a date keeps the precision it was given with', () => {
  for (const [text, value, precision] of [
    ['1958', '1958', 'year'],
    ['08/1958', '1958-08', 'month'],
    [' 20/8/1958 ', '1958-08-20', 'day'],
  ] as const) {
    assert.equal(date(text), value)
    assert.equal(datePrecision(date(text)), precision)
  }
})

test('what is no date is refused with the part that is wrong', () => {
  const refused = {
    '': 'shape',
    '58': 'shape',
    '1958-8-20': 'shape',
    '20-08-1958': 'shape',
    '１９５８': 'shape',
    '1958-08-20T00:00': 'shape',
    '1849': 'year',
    '2201': 'year',
    '1958-13': 'month',
    '00/1958': 'month',
    '1900-02-29': 'day',
    '31/04/2000': 'day',
    '2000-01-00': 'day',
  }
  for (const [text, reason] of Object.entries(refused)) {
    assert.deepEqual(parsePartialDate(text), { ok: false, reason }, text)
  }
  assert.equal(date('29/02/2000'), '2000-02-29')
  assert.deepEqual(partialDateOf({ year: 2000, day: 3 }), { ok: false, reason: 'month' })
})

test('writing and reading a date in either style gives it back', () => {
  fc.assert(
    fc.property(anyDate, (value) => {
      assert.equal(date(formatPartialDate(value, 'vi')), value)
      assert.equal(date(formatPartialDate(value, 'iso')), value)
    }),
  )
  assert.equal(formatPartialDate(date('1958-08-20'), 'vi'), '20/08/1958')
})

test('dates are in a total order that respects the days they may mean', () => {
  fc.assert(
    fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
      assert.equal(comparePartialDates(a, b) + comparePartialDates(b, a), 0)
      if (comparePartialDates(a, b) <= 0 && comparePartialDates(b, c) <= 0) {
        assert.ok(comparePartialDates(a, c) <= 0)
      }
      if (lastPossibleDay(a) < firstPossibleDay(b)) {
        assert.equal(comparePartialDates(a, b), -1)
      }
    }),
  )
})

test('two dates agree exactly when some day may be meant by both', () => {
  fc.assert(
    fc.property(anyDate, anyDate, fc.constantFrom(4, 7, 10), (a, b, keep) => {
      assert.ok(datesAgree(a, date(a.slice(0, keep))))
      assert.equal(
        datesAgree(a, b),
        firstPossibleDay(a) <= lastPossibleDay(b) && firstPossibleDay(b) <= lastPossibleDay(a),
      )
    }),
  )
})

test('an age is reached on the birthday, and for a partial date on its last possible day', () => {
  assert.equal(ageOn(date('2010-11-23'), '2026-11-22'), 15)
  assert.equal(ageOn(date('2010-11-22'), '2026-11-22'), 16)
  assert.equal(ageOn(date('2012'), '2026-12-30'), 13)
  assert.equal(ageOn(date('2012'), '2026-12-31'), 14)
  assert.equal(ageOn(date('2012-02'), '2026-02-28'), 13)
  assert.equal(ageOn(date('2012-02'), '2026-03-01'), 14)
  assert.equal(ageOn(date('2026'), '2026-05-01'), 0)
  assert.equal(ageOn(date('2026-05-02'), '2026-05-01'), -1)
  assert.throws(() => ageOn(date('2000'), '2026-02-30'), RangeError)
  assert.throws(() => ageOn(date('2000'), '2026'), RangeError)
})

test('nobody grows younger as days pass, and knowing less never makes a person older', () => {
  fc.assert(
    fc.property(anyDate, anyDay, anyDay, (born, one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one]
      assert.ok(ageOn(born, earlier) <= ageOn(born, later))
      const known = date(lastPossibleDay(born))
      if (known <= one) {
        assert.ok(ageOn(born, one) <= ageOn(known, one))
      }
    }),
  )
})
