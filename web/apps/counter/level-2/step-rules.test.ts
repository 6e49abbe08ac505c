import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeskCase } from './desk-case.ts'
import { isStepDone, promptOf, reachedOf } from './step-rules.ts'

/** A case at a desk whose line is down: nothing of it is on the server. */
const away = (given: Partial<DeskCase> = {}): DeskCase => ({
  id: 'a',
  openedAt: '2026-11-20T02:00:00Z',
  step: 1,
  server: null,
  chip: null,
  contact: null,
  portrait: null,
  prints: [],
  exceptions: [],
  documents: [],
  consentAt: null,
  written: [],
  events: [],
  savedAt: null,
  ...given,
})
const chip: DeskCase['chip'] = {
  personalNumber: '034158004217',
  fullName: 'Lê Thị Mận',
  birthDate: '1958',
  sex: 'female',
  residence: null,
  issuedOn: null,
  expiresOn: null,
  portrait: null,
}
const contact = { phone: '0912345217', email: '' }
const prints: DeskCase['prints'] = [
  { finger: 'right-index', quality: 70 },
  { finger: 'left-index', quality: 70 },
]

test('no step is reached over one that is not done', () => {
  assert.equal(reachedOf(away()), 1)
  assert.equal(reachedOf(away({ chip })), 2)
  assert.equal(reachedOf(away({ chip, contact })), 3)
  // Later evidence does not help while the contact is missing.
  assert.equal(reachedOf(away({ chip, portrait: 'data:', prints })), 2)
  assert.equal(reachedOf(away({ chip, contact, portrait: 'data:' })), 3)
})

test('documents are optional, so the consent is reached only by going on from them', () => {
  const whole = { chip, contact, portrait: 'data:', prints }
  assert.equal(reachedOf(away({ ...whole, step: 3 })), 4)
  assert.equal(reachedOf(away({ ...whole, step: 4 })), 4)
  assert.equal(reachedOf(away({ ...whole, step: 5 })), 5)
  assert.equal(reachedOf(away({ ...whole, step: 4, consentAt: '2026-11-20T02:10:00Z' })), 5)
})

test('two good prints are enough; a faint one is taken again, and an exception stands for none of the two', () => {
  const at = (given: Partial<DeskCase>) => isStepDone(away({ portrait: 'data:', ...given }), 3)
  assert.equal(at({ prints }), true)
  assert.equal(at({ prints: [{ finger: 'right-index', quality: 70 }] }), false)
  assert.equal(
    at({
      prints: [
        { finger: 'right-index', quality: 70 },
        { finger: 'left-index', quality: 20 },
      ],
    }),
    false,
  )
  assert.equal(
    at({
      prints: [{ finger: 'right-index', quality: 70 }],
      exceptions: [{ finger: 'left-index', reason: 'injured' }],
    }),
    false,
  )
  assert.equal(at({ portrait: null, prints }), false)
})

test('the citizen is asked for a finger only once her portrait is taken', () => {
  assert.match(promptOf(away({ step: 3 }), 'right-index').vi, /máy ảnh/)
  assert.match(promptOf(away({ step: 3, portrait: 'data:' }), 'right-index').vi, /ngón trỏ phải/)
})
