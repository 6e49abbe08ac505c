// A forgotten passcode: the phone that is bound already gets another key in the place of its own.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSWORD, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { TestDevice } from '../../../../../testing/test-device.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { startNewDevice } from './begin-journey.ts'
import { finishJourney, verifyJourneyCode } from './finish-journey.ts'
import { openApp } from '../sessions/open-app.ts'
import { viewDevices } from '../sessions/sessions.ts'

let fixture: Fixture
let citizen: Awaited<ReturnType<typeof settleCitizen>>
before(async () => {
  fixture = await openFixture()
})
beforeEach(async () => {
  citizen = await settleCitizen(fixture)
})
after(() => fixture.stop())

const NEW = '730518'
const proven = async (visitor: Visitor) => {
  await visitor.do(startNewDevice, { personalNumber: citizen.person.personalNumber, password: PASSWORD })
  await visitor.do(verifyJourneyCode, { code: await fixture.code(citizen.person.phone) })
}
const finish = async (visitor: Visitor, replaces?: Awaited<ReturnType<TestDevice['proof']>>) => {
  const device = new TestDevice()
  const done = await visitor.do(finishJourney, { passcode: NEW, device: device.binding(), replaces })
  device.token = done.device ?? ''
  return { device, done }
}

test("a passcode set again replaces this phone's key: one device is listed, the old session and passcode are gone", async () => {
  const here = fixture.visitor()
  await proven(here)
  const { device, done } = await finish(here, await citizen.device.proof(here, 'replace-device'))
  assert.equal(done.hasReplaced, true)
  const { devices, sessions } = await here.do(viewDevices)
  assert.deepEqual([devices.map((one) => one.isThis), sessions.map((one) => one.isThis)], [[true], [true]])
  assert.equal((await citizen.visitor.refusal(viewMe)).code, 'session.required')
  const again = { ...(await citizen.device.proof(here)), passcode: NEW }
  assert.equal((await here.refusal(openApp, again)).code, 'device.unknown')
  await here.do(openApp, { ...(await device.proof(here)), passcode: NEW })
  await fixture.letters(citizen.person.phone, /Mã PIN trên máy Máy thử vừa được đặt lại/)
})

test("another phone of hers stays, and nobody's key ends what is somebody else's", async () => {
  const other = await settleCitizen(fixture)
  const here = fixture.visitor()
  await proven(here)
  const { done } = await finish(here, await other.device.proof(here, 'replace-device'))
  assert.equal(done.hasReplaced, false)
  assert.equal((await here.do(viewDevices)).devices.length, 2)
  assert.equal((await other.visitor.do(viewMe)).fullName, other.person.fullName)
  assert.equal((await citizen.visitor.do(viewMe)).fullName, citizen.person.fullName)
})

test('a proof for another purpose or by another key replaces nothing, and binds none the less', async () => {
  const here = fixture.visitor()
  await proven(here)
  const proof = await citizen.device.proof(here, 'replace-device')
  const forged = { ...proof, signature: new TestDevice().sign(proof.challenge) }
  assert.equal((await finish(here, forged)).done.hasReplaced, false)
  const next = fixture.visitor()
  await proven(next)
  assert.equal((await finish(next, await citizen.device.proof(next, 'open-app'))).done.hasReplaced, false)
  assert.equal((await citizen.visitor.do(viewDevices)).devices.length, 3)
})
