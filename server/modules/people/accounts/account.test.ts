// An account's lawful transitions, and what makes a passcode weak.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { later } from '../../../kernel/clock.ts'
import { Problem } from '../../../kernel/problem.ts'
import { activate, issue, mustBeUsable, type Account, type AccountState } from './account.ts'

const at = new Date('2026-11-22T03:00:00Z')
const account = issue({ subjectId: 's', personalNumber: '940191004826', language: 'vi' }, 1, at)
const codeOf = (deed: () => unknown): string => {
  try {
    deed()
    return 'done'
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}
const inState = (state: AccountState): Account => ({ ...account, state })

test('an account can be activated for seven days to the second, and twice is once', () => {
  const active = activate(account, later(at, 7 * 86_400))
  assert.equal(active.state, 'active')
  assert.equal(activate(active, later(at, 30 * 86_400)), active)
  assert.equal(
    codeOf(() => activate(account, later(at, 7 * 86_400 + 1))),
    'activation.too-late',
  )
})

test('a locked account can be neither activated nor used', () => {
  assert.equal(
    codeOf(() => activate(inState('locked'), at)),
    'account.locked',
  )
  assert.equal(
    codeOf(() => mustBeUsable(inState('locked'))),
    'account.locked',
  )
  assert.equal(
    codeOf(() => mustBeUsable(inState('issued'))),
    'account.locked',
  )
  assert.equal(
    codeOf(() => mustBeUsable(inState('active'))),
    'done',
  )
})
