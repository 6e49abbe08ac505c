// From which day somebody may have an account of level 2: the birthday itself is one of those days.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../../../../kernel/problem.ts'
import { emptyContent, submit, type Decision, type Standing } from './level-2.ts'

const BORN = '2012-06-30'
const standingAt = (at: string): Standing => ({
  register: {
    birthDate: BORN,
    isAlive: true,
    card: { state: 'valid', expiresOn: '2040-01-01' },
    fingers: [],
  },
  account: null,
  isPhoneFree: true,
  consent: 'none',
  at: new Date(at),
})

const decision = (at: string): Decision | string => {
  const content = emptyContent('940312000123', 'vi', null)
  try {
    return submit({ state: 'open', isOffline: false, reason: null, content }, standingAt(at))
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

test('a minute before her 14th birthday in Vietnam she is under age; from midnight on she is not', () => {
  assert.deepEqual(decision('2026-06-29T23:59:00+07:00'), { state: 'refused', reason: 'under-age' })
  assert.equal(decision('2026-06-30T00:00:00+07:00'), 'level-2.incomplete')
  assert.equal(decision('2026-06-30T23:59:00+07:00'), 'level-2.incomplete')
})
