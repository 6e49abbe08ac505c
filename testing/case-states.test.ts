// What happens to a case is told in words, whatever its kind: a state without words would be a code.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findableKind } from '../contract/counter.ts'
import { allModules } from '../server/modules/all.ts'
import { wordsOfStep } from '../server/modules/cases/casework/case-history.ts'

const cases = allModules.flatMap((module) => module.cases)

test('each state of each kind has words in both languages', () => {
  assert.deepEqual(cases.map(({ kind }) => kind).sort(), [...findableKind.options].sort())
  for (const { kind, states } of cases) {
    assert.ok(states.length > 1, `${kind} has its states`)
  }
  const wordless = cases.flatMap(({ kind, states }) =>
    states
      .filter((state) => !wordsOfStep(state)?.vi || !wordsOfStep(state)?.en)
      .map((state) => `${kind} ${state}`),
  )
  assert.deepEqual(wordless, [])
})
