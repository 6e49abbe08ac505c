// How long something is kept, and what is kept no longer: both directions of one term.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { keptSince, keptUntil } from './kept.ts'

test('on 29 February nothing is erased that is kept until 1 March', () => {
  const began = new Date('2025-03-01T05:00:00Z')
  const leapDay = new Date('2028-02-29T10:00:00Z')
  assert.equal(keptUntil('consents', began, leapDay)?.toISOString(), '2028-03-01T05:00:00.000Z')
  assert.ok(keptSince('consents', leapDay) <= began)
  assert.equal(keptSince('consents', leapDay).toISOString(), '2025-03-01T00:00:00.000Z')
})

test('what began on 29 February is kept until February ends', () => {
  const until = keptUntil('consents', new Date('2028-02-29T10:00:00Z'), new Date('2031-02-28T12:00:00Z'))
  assert.equal(until?.toISOString(), '2031-03-01T00:00:00.000Z')
})

test('nothing is erased before its time, and what is over is erased, whatever the day', () => {
  const DAY_MS = 86_400_000
  fc.assert(
    fc.property(
      fc.constantFrom('passing', 'offices', 'letters', 'consents', 'use', 'cases'),
      // About the end of a February, where the lengths of years differ.
      fc.integer({ min: 2023, max: 2040 }),
      fc.integer({ min: -4 * DAY_MS, max: 4 * DAY_MS }),
      fc.integer({ min: -4 * DAY_MS, max: 4 * DAY_MS }),
      (kind, year, sinceBy, atBy) => {
        const since = new Date(Date.UTC(year, 2, 1) + sinceBy)
        const at = new Date((keptUntil(kind, since, since)?.getTime() ?? assert.fail()) + atBy)
        const until = keptUntil(kind, since, at) ?? assert.fail()
        assert.ok(!(since < keptSince(kind, at)) || until <= at, 'erased too early')
        assert.ok(!(until < at) || since < keptSince(kind, at), 'kept too long')
      },
    ),
    { numRuns: 5000 },
  )
})
