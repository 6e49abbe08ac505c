// Who is a second pair of eyes, and that nobody acts about herself.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Officer } from '../../../kernel/actor.ts'
import { isAboutAnother, isSecondPair, officerAbout, approver } from './second-eyes.ts'

const officer = (personKey: string | null, changes: Partial<Officer> = {}): Officer => ({
  kind: 'officer',
  officerId: 'o',
  number: 'CB-1',
  officeId: 'here',
  officeName: 'Here',
  sessionId: 's',
  tasks: ['level-2.take', 'level-2.second'],
  personKey,
  desk: '',
  ...changes,
})
const take = officerAbout('level-2.take', 'level-2.about-yourself')
const second = approver('level-2.second', {
  herself: 'level-2.about-yourself',
  sameEyes: 'level-2.same-eyes',
})
const found = (takenBy: (string | null)[] = ['one'], officeId = 'here') => ({
  officeId,
  aboutKey: 'citizen',
  takenBy,
})

test('two officer numbers of one person are one pair of eyes', () => {
  assert.equal(isSecondPair(officer('one'), ['one']), false)
  assert.equal(isSecondPair(officer('two'), ['one']), true)
  assert.equal(isSecondPair(officer('two'), ['one', 'two']), false)
})

test('a person who is not known is never a second pair, neither as the first nor as the second', () => {
  assert.equal(isSecondPair(officer(null), ['one']), false)
  assert.equal(isSecondPair(officer('two'), [null]), false)
  assert.equal(isSecondPair(officer(null), [null]), false)
  assert.equal(isSecondPair(officer('two'), []), false)
})

test('nobody acts about herself, and whoever is not known might be herself', () => {
  assert.equal(isAboutAnother(officer('citizen'), 'citizen'), false)
  assert.equal(isAboutAnother(officer(null), 'citizen'), false)
  assert.equal(isAboutAnother(officer('one'), ''), false, 'nobody is known to be another than nobody')
  assert.equal(take.allows(officer('citizen'), found()), false)
  assert.equal(take.refusal?.(officer('citizen'), found()), 'level-2.about-yourself')
  assert.equal(second.refusal?.(officer('one'), found()), 'level-2.same-eyes')
  assert.equal(second.refusal?.(officer('citizen'), found()), 'level-2.about-yourself')
})

test('whoever has not the task at the office learns nothing of why', () => {
  for (const actor of [officer('citizen', { tasks: [] }), officer('citizen', { officeId: 'there' })]) {
    assert.equal(second.refusal?.(actor, found()), null)
  }
})

test('the permit says yes exactly when task, office, another person and fresh eyes come together', () => {
  const key = fc.constantFrom<string | null>('one', 'two', 'citizen', null)
  fc.assert(
    fc.property(
      key,
      fc.array(key, { maxLength: 3 }),
      fc.boolean(),
      fc.constantFrom('here', 'there'),
      (own, before, hasTask, office) => {
        const isLawful =
          hasTask &&
          office === 'here' &&
          own !== null &&
          own !== 'citizen' &&
          before.length > 0 &&
          !before.includes(null) &&
          !before.includes(own)
        assert.equal(
          second.allows(officer(own, hasTask ? {} : { tasks: ['level-2.take'] }), found(before, office)),
          isLawful,
        )
      },
    ),
    { numRuns: 2000 },
  )
})
