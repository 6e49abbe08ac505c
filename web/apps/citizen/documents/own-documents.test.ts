// What the wallet says of a document first, and how one is found in it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentType } from '../../../../contract/document-type.ts'
import { daysLeft, isFound, standingOf, valueOf, type Held, type OwnDocument } from './own-documents.ts'

const words = { vi: 'Giấy phép lái xe', en: 'Driving licence' }
const type = documentType.parse({
  id: 'licence',
  version: 1,
  from: '2022-10-20',
  title: words,
  icon: 'motorbike',
  colour: 'gold',
  source: 'licences',
  law: words,
  acceptedBy: words,
  keys: [],
  claims: [
    { name: 'number', words, kind: 'code' },
    { name: 'until', words, kind: 'date' },
    { name: 'classes', words, kind: 'list' },
    { name: 'points', words, kind: 'count' },
  ],
  front: ['number'],
  expiry: 'until',
  warnBefore_days: 30,
  refresh_hours: 24,
  offline_hours: 72,
  count: null,
})
const AT = Date.parse('2026-11-26T07:32:00Z')
const heldWith = (changes: Partial<OwnDocument> = {}): Held => ({
  type,
  source: undefined,
  own: {
    id: '1',
    type: 'licence',
    reference: 'SEN-7K2M-9QXA',
    state: 'held',
    standing: 'valid',
    keys: {},
    values: { number: '30A-123.45', until: '2027-11-26', classes: ['A1', 'B'], points: 10 },
    addedAt: '2026-11-01T00:00:00Z',
    syncedAt: '2026-11-26T07:30:00Z',
    silentSince: null,
    nextLookAt: null,
    dueAt: null,
    difference: null,
    reportedAt: null,
    ...changes,
  },
})
const says = (changes: Partial<OwnDocument>): string => standingOf(heldWith(changes), AT)
const until = (day: string) => ({ values: { until: day } })

test('what its register decided is said before its silence, and its last day before both', () => {
  assert.equal(says({}), 'valid')
  assert.equal(says({ silentSince: '2026-11-26T06:05:00Z' }), 'silent')
  assert.equal(says({ standing: 'revoked', silentSince: '2026-11-26T06:05:00Z' }), 'revoked')
  assert.equal(says({ ...until('2026-11-25'), silentSince: '2026-11-26T06:05:00Z' }), 'expired')
  assert.equal(says({ standing: 'gone' }), 'gone')
  assert.equal(says({ state: 'differs', standing: null, values: null }), 'differs')
})

test('its last day is counted by the calendar of Vietnam: today it holds, tomorrow it does not', () => {
  assert.deepEqual(
    [says(until('2026-11-26')), says(until('2026-12-26')), says(until('2026-12-27'))],
    ['expires-soon', 'expires-soon', 'valid'],
  )
  assert.equal(daysLeft('2026-11-27', Date.parse('2026-11-26T17:00:00Z')), 0, 'midnight in Hanoi')
})

test('one that is older than its kind may be shown without the register asks for the network', () => {
  assert.equal(says({ syncedAt: '2026-11-23T07:31:00Z' }), 'needs-sync')
  assert.equal(says({ syncedAt: '2026-11-23T07:33:00Z' }), 'valid')
})

test('a value is written as people read it', () => {
  const value = (name: string, kind: 'date' | 'list' | 'count' | 'text') =>
    valueOf(heldWith(), { name, kind })
  assert.equal(
    valueOf(heldWith({ values: { number: '994012345318' } }), { name: 'number', kind: 'code' }),
    '994 012 345 318',
  )
  assert.deepEqual(
    [value('until', 'date'), value('classes', 'list'), value('points', 'count'), value('absent', 'text')],
    ['26/11/2027', 'A1, B', '10', null],
  )
})

test('a document is found by its name without accents, by a plate without signs, and by its reference', () => {
  for (const asked of ['giay phep', 'GIẤY PHÉP', '30a12345', '30A-123', 'sen-7k2m', 'A1', '']) {
    assert.ok(isFound(heldWith(), asked), asked)
  }
  assert.equal(isFound(heldWith(), 'bảo hiểm'), false)
})

test('what is asked in signs of no document finds none, and an empty search finds all', () => {
  for (const asked of ['😀', 'مرحبا', '…', ' \u202e ']) {
    assert.equal(isFound(heldWith(), asked), false, asked)
  }
  assert.equal(isFound(heldWith(), '  '), true)
})
