// A device's proof is for one purpose and taken once.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { proofPurpose } from '../../../../contract/values.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { startNewPassword } from '../../access/authentication/activation/begin-journey.ts'
import { openApp } from '../../access/authentication/sessions/open-app.ts'
import { lockByDevice, viewLock } from '../locks/lock-oneself.ts'
import { proveDevice } from './device-proof.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
afterEach(() => moveClock(clockAtFirst))
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test('a proof opens nothing but what its challenge was drawn for', async () => {
  const { visitor, device } = await settleCitizen(fixture)
  const { context } = fixture
  for (const drawn of proofPurpose.options) {
    for (const wanted of proofPurpose.options) {
      const proof = await device.proof(visitor, drawn)
      const proving = context.transact((work) => proveDevice(work, context.tools, proof, wanted))
      if (drawn === wanted) {
        await proving
      } else {
        await assert.rejects(proving, /device\.unknown/, `${drawn} ${wanted}`)
      }
    }
  }
  const forSignIn = await device.proof(visitor, 'sign-in')
  const challenge = forSignIn.challenge.replace('sign-in.', 'lock.')
  const disguised = { ...forSignIn, challenge, signature: device.sign(challenge) }
  assert.equal((await visitor.refusal(lockByDevice, disguised)).code, 'device.unknown')
  const named = { ...(await device.proof(visitor, 'lock')), passcode: PASSCODE }
  assert.equal((await visitor.refusal(openApp, named)).code, 'device.unknown')
  assert.equal((await visitor.refusal(startNewPassword, named)).code, 'device.unknown')
})

test('what says nothing of the device does not cost it its binding: ended, cut off, of an older release', async () => {
  const { visitor, device } = await settleCitizen(fixture)
  const { tools } = fixture.context
  const ended = await device.proof(visitor)
  const old = tools.sealer.sealWithPlatformKey('device-challenge', JSON.stringify(['x', Date.now(), 'y']))
  for (const challenge of [old.toString('base64url'), 'open-app.cut-off', 'open-app.']) {
    const proof = { device: device.token, challenge, signature: device.sign(challenge), passcode: PASSCODE }
    assert.equal((await visitor.refusal(openApp, proof)).code, 'device.proof-spent', challenge)
  }
  moveClock(clockAtFirst + 121_000)
  assert.equal((await visitor.refusal(openApp, { ...ended, passcode: PASSCODE })).code, 'device.proof-spent')
  await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
})

test('a proof is taken once: also in another spelling, also after a wrong passcode, also by two at once', async () => {
  const { visitor, device } = await settleCitizen(fixture)
  const proof = await device.proof(visitor)
  await visitor.do(openApp, { ...proof, passcode: PASSCODE })
  assert.equal((await visitor.refusal(openApp, { ...proof, passcode: PASSCODE })).code, 'device.proof-spent')
  const padded = `${proof.challenge}=`
  const respelt = { ...proof, challenge: padded, signature: device.sign(padded), passcode: PASSCODE }
  assert.equal((await visitor.refusal(openApp, respelt)).code, 'device.proof-spent')
  const wrong = await device.proof(visitor)
  assert.equal((await visitor.refusal(openApp, { ...wrong, passcode: '975318' })).code, 'passcode.wrong')
  assert.equal((await visitor.refusal(openApp, { ...wrong, passcode: PASSCODE })).code, 'device.proof-spent')
  const state = await device.proof(visitor, 'lock-state')
  const seen = await Promise.allSettled([visitor.do(viewLock, state), visitor.do(viewLock, state)])
  assert.deepEqual(seen.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('a request that is sent again with its key is answered as before, and a refusal that changed nothing spends nothing', async () => {
  const { visitor, device } = await settleCitizen(fixture)
  const proof = { ...(await device.proof(visitor)), passcode: PASSCODE }
  const first = await visitor.do(openApp, proof, 'key-of-this-press')
  assert.deepEqual(await visitor.do(openApp, proof, 'key-of-this-press'), first)
  await fixture.pool.query("update account set state = 'locked' where personal_number <> ''")
  const closed = { ...(await device.proof(visitor)), passcode: PASSCODE }
  assert.equal((await visitor.refusal(openApp, closed)).code, 'account.locked')
  await fixture.pool.query("update account set state = 'active'")
  await visitor.do(openApp, closed)
})
