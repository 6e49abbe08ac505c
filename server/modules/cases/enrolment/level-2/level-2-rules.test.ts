// The rules of level 2 at their edges: the birthday, an account that is locked, a consent on paper.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../../../../kernel/problem.ts'
import type { AccountState } from '../../../people/accounts/account.ts'
import { consentOf, emptyContent, submit, type Decision, type Level2, type Standing } from './level-2.ts'

const BORN = '2012-06-30'
const standingAt = (at: string, changes: Partial<Standing> = {}): Standing => ({
  register: {
    birthDate: BORN,
    isAlive: true,
    card: { state: 'valid', expiresOn: '2040-01-01' },
    fingers: [],
  },
  account: null,
  phone: 'free',
  consent: 'none',
  at: new Date(at),
  ...changes,
})
const level2 = (changes: Partial<Level2> = {}): Level2 => ({
  state: 'open',
  isOffline: false,
  content: emptyContent('940312000123', 'vi', null),
  ...changes,
})

const decision = (standing: Standing): Decision | string => {
  try {
    return submit(level2(), standing)
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

test('a minute before her 14th birthday in Vietnam she is under age; from midnight on she is not', () => {
  assert.deepEqual(decision(standingAt('2026-06-29T23:59:00+07:00')), {
    state: 'refused',
    reason: 'under-age',
  })
  assert.equal(decision(standingAt('2026-06-30T00:00:00+07:00')), 'level-2.incomplete')
  assert.equal(decision(standingAt('2026-06-30T23:59:00+07:00')), 'level-2.incomplete')
})

test('only an account that was issued or is active is raised', () => {
  const whileIts = (state: AccountState) =>
    decision(standingAt('2030-01-07T10:00:00+07:00', { account: { state, isPhoneOther: null } }))
  for (const state of ['issued', 'active'] as const) {
    assert.equal(whileIts(state), 'level-2.incomplete')
  }
  assert.deepEqual(whileIts('locked'), { state: 'refused', reason: 'account-locked' })
})

test('a consent on paper counts where the line was down, and never beside an answer at the screen', () => {
  const content = { ...level2().content, offlineConsentAt: '2026-11-27T09:00:00.000Z' }
  assert.equal(consentOf(level2({ content, isOffline: true }), { consent: 'none' }), 'agreed-offline')
  assert.equal(consentOf(level2({ content }), { consent: 'none' }), 'none')
  assert.equal(consentOf(level2({ isOffline: true }), { consent: 'none' }), 'none')
  assert.equal(consentOf(level2({ content, isOffline: true }), { consent: 'declined' }), 'declined')
})
