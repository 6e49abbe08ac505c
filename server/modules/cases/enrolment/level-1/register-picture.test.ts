// The register's own picture is nobody's portrait taken at home: no account comes of it by rule.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test("who sends the register's own picture waits for an officer; who takes one has her account", async () => {
  const states = []
  for (const sitting of ['register', 'usual'] as const) {
    const person = newPerson()
    await fixture.register(person)
    const { status } = await applyFor(fixture, fixture.visitor(), person, { sitting })
    states.push(status.state)
  }
  assert.deepEqual(states, ['in-review', 'accepted'])
})
