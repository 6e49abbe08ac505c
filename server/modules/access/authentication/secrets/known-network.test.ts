// Wrong passwords of strangers, and the networks that she has come from.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, PASSWORD, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { startNewDevice } from '../activation/begin-journey.ts'
import { openApp } from '../sessions/open-app.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test('a stranger who guesses her password closes no network that she has come from', async () => {
  const { person, visitor: home, device } = await settleCitizen(fixture)
  await home.do(openApp, { ...(await device.proof(home)), passcode: PASSCODE })
  const { personalNumber } = person
  const begin = (visitor: Visitor, password: string) =>
    visitor.do(startNewDevice, { personalNumber, password }).then(
      () => 'done',
      (error: unknown) => (error instanceof Problem ? error.code : String(error)),
    )
  for (let i = 0; i < 6; i++) {
    assert.equal(await begin(fixture.visitor(), 'Wrong-Sen#2026'), 'sign-in.no-match')
  }
  assert.equal(await begin(fixture.visitor(), PASSWORD), 'sign-in.no-match', 'guessing from many is slow')
  assert.equal(await begin(home, PASSWORD), 'done')
  for (let i = 0; i < 5; i++) {
    await begin(home, 'Wrong-Sen#2026')
  }
  assert.equal(await begin(home, PASSWORD), 'sign-in.no-match', 'her own network guesses no better')
})
