// What a permit asks of an officer: her task, and the office whose row it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous, system, type Officer } from './actor.ts'
import { officerWith } from './permit.ts'

const officer: Officer = {
  kind: 'officer',
  officerId: 'one',
  number: '123-456',
  officeId: 'here',
  officeName: 'Office',
  sessionId: 'session',
  tasks: ['level-2.take'],
  personKey: null,
  desk: '',
}

test('an officer acts with her task, on the rows of her own office only', () => {
  const { allows } = officerWith('level-2.take')
  assert.equal(allows(officer, { officeId: 'here' }), true)
  assert.equal(allows(officer, undefined), true)
  assert.equal(allows(officer, { officeId: 'there' }), false)
  assert.equal(allows({ ...officer, tasks: ['level-2.decide'] }, { officeId: 'here' }), false)
  for (const actor of [anonymous, system('expiry')]) {
    assert.equal(allows(actor, { officeId: 'here' }), false)
  }
})
