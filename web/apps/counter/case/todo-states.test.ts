import assert from 'node:assert/strict'
import { test } from 'node:test'
import { todoStates } from './todo-states.ts'

const keys = ['contact', 'portrait', 'documents', 'consent'] as const
const states = (...done: string[]) =>
  todoStates(keys, (key) => done.includes(key), ['documents']).map(({ state }) => state)

test('the first thing that is not done is the one for now, whatever is done behind it', () => {
  assert.deepEqual(states(), ['now', 'open', 'open', 'open'])
  assert.deepEqual(states('contact'), ['done', 'now', 'open', 'open'])
  assert.deepEqual(states('consent'), ['now', 'open', 'open', 'done'])
})

test('what may be left out is never waited for', () => {
  assert.deepEqual(states('contact', 'portrait'), ['done', 'done', 'open', 'now'])
  assert.deepEqual(states('contact', 'portrait', 'consent'), ['done', 'done', 'open', 'done'])
})

test('when all is done nothing is for now', () => {
  assert.deepEqual(states(...keys), ['done', 'done', 'done', 'done'])
})
