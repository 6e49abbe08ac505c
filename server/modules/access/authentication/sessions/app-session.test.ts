// How long the app stays open: with use, without it, and at the longest.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { appSession_s, appSessionMost_s } from '../rules.ts'
import { openApp } from './open-app.ts'

let fixture: Fixture
let citizen: Awaited<ReturnType<typeof settleCitizen>>
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  citizen = await settleCitizen(fixture)
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const opened = async () => {
  const visitor = fixture.visitor()
  await visitor.do(openApp, { ...(await citizen.device.proof(visitor)), passcode: PASSCODE })
  return visitor
}
test('a session that is used all the time ends by policy all the same, and the passcode opens another one', async () => {
  const visitor = await opened()
  const [most, step] = [inForce(appSessionMost_s, new Date()), inForce(appSession_s, new Date()) - 60]
  for (let after_s = step; after_s < most - 60; after_s += step) {
    moveClock(clockAtFirst + after_s * 1000)
    await visitor.do(viewMe, {})
  }
  moveClock(clockAtFirst + (most - 60) * 1000)
  await visitor.do(viewMe, {})
  moveClock(clockAtFirst + (most + 60) * 1000)
  assert.equal((await visitor.refusal(viewMe, {})).code, 'session.required')
  await visitor.do(openApp, { ...(await citizen.device.proof(visitor)), passcode: PASSCODE })
  await visitor.do(viewMe, {})
})

test('a session that nobody uses ends much earlier', async () => {
  const visitor = await opened()
  moveClock(clockAtFirst + (inForce(appSession_s, new Date()) + 60) * 1000)
  assert.equal((await visitor.refusal(viewMe, {})).code, 'session.required')
})
