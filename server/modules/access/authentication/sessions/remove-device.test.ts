// Whoever only found the app open takes none of the owner's other devices from her.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, PASSWORD, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { TestDevice } from '../../../../../testing/test-device.ts'
import type { TestPerson } from '../../../../../testing/test-person.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { startNewDevice } from '../activation/begin-journey.ts'
import { finishJourney, verifyJourneyCode } from '../activation/finish-journey.ts'
import { removeDevice, viewDevices } from './sessions.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const bindAnother = async ({ personalNumber, phone }: TestPerson) => {
  const visitor = fixture.visitor()
  const device = new TestDevice()
  await visitor.do(startNewDevice, { personalNumber, password: PASSWORD })
  await visitor.do(verifyJourneyCode, { code: await fixture.code(phone) })
  await visitor.do(finishJourney, { passcode: PASSCODE, device: device.binding() })
  return { visitor }
}

test('an open app alone takes no other device away: that needs its passcode, and wrong ones count', async () => {
  const { person, ...hers } = await settleCitizen(fixture)
  const found = await bindAnother(person)
  const { devices } = await hers.visitor.do(viewDevices)
  const id = devices.find((d) => d.isThis)?.id
  assert.equal((await found.visitor.refusal(removeDevice, { id })).code, 'device.passcode-needed')
  for (const left of [5, 4, 3, 2, 1]) {
    const refusal = await found.visitor.refusal(removeDevice, { id, passcode: '000000' })
    assert.deepEqual([refusal.code, refusal.details.params], ['passcode.wrong', { left }])
  }
  assert.equal(
    (await found.visitor.refusal(removeDevice, { id, passcode: '000000' })).code,
    'passcode.locked',
  )
  assert.equal(
    (await found.visitor.refusal(removeDevice, { id, passcode: PASSCODE })).code,
    'passcode.locked',
  )
  assert.equal((await hers.visitor.do(viewMe)).state, 'active')
  // Each try stands in her log; the device in her own hand she gives up without more.
  const tries = (await hers.visitor.do(viewAccessLog, {})).items.filter(
    ({ purpose }) => purpose === 'device-removed',
  )
  assert.deepEqual(
    tries.map(({ outcome, lines }) => [outcome, lines.length]),
    [
      ['passcode.locked', 2],
      ['passcode.wrong', 5],
    ],
  )
  await hers.visitor.do(removeDevice, { id })
  assert.equal((await hers.visitor.refusal(viewMe)).code, 'session.required')
})
