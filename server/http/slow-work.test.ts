// A law over every use case: slow work that is done before the permit is asked of what was found (a picture,
// a chip, a hash) is done for nobody whose session or task refuses her whatever is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { useCasesOf } from '../kernel/module.ts'
import { allModules } from '../modules/all.ts'

test('whatever of an officer does slow work first names its tasks, so that nobody without them has it done', () => {
  const slow = allModules
    .flatMap(useCasesOf)
    .filter(({ prepare, permit }) => prepare && permit.session === 'counter')
  assert.ok(slow.length >= 10, `${slow.length} are few`)
  const untold = slow.filter(({ permit }) => !permit.tasks?.length)
  assert.deepEqual(
    untold.map(({ contract }) => contract.name),
    [],
  )
})
