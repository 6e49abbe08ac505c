// What stands at a desk is registered by an administrator and signs what it takes: for its desk, for one
// case, just now. The citizen's screen opens by its own key and by nothing that an officer has.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { enrolText, type CaptureStep } from '../../../../../formats/capture-seal.ts'
import type { CaptureSeal, DeviceKind } from '../../../../../contract/devices.ts'
import { sealBy, settleDevice, signBy, type DeskDevice } from '../../../../../testing/desk-devices.ts'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { Visitor } from '../../../../../testing/visitor.ts'
import { officerAtDesk, screenBeside, screenWith } from '../../../../../testing/officer.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { openScreen, viewScreen } from '../desk-screen.ts'
import { officerOfSession } from '../officer-session.ts'
import { officerSignOut } from '../officer-sign-in.ts'
import { drawCaptureNonce, isSealed } from './capture-seal.ts'
import { drawDeviceTicket, endDevice, enrolDevice, viewDevices } from './enrol-device.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const atDesk = (name?: string) => officerAtDesk(fixture, name)

const actorOf = async (officer: Visitor) => {
  const { tools } = fixture.context
  const actor = await officerOfSession(tools.read, tools, officer.sessions.get('counter') ?? '')
  assert.ok(actor)
  return actor
}

const INPUT = { picture: 'AAAA' }
const isTaken = async (
  officer: Visitor,
  caseId: string,
  seal: CaptureSeal | undefined,
  changes: { step?: CaptureStep; input?: object } = {},
): Promise<boolean> => {
  const { tools } = fixture.context
  const { step = 'portrait', input = INPUT } = changes
  const sent = { caseId, ...input, ...(seal ? { seal } : {}) }
  return isSealed(tools.read, tools, { step, caseId, input: sent, actor: await actorOf(officer), at: now() })
}
const sealFor = async (
  officer: Visitor,
  device: DeskDevice,
  caseId: string,
  step: CaptureStep = 'portrait',
) =>
  sealBy(device, {
    step,
    input: { caseId, ...INPUT },
    nonce: (await officer.do(drawCaptureNonce, { caseId })).nonce,
  })

test("what a registered device of this desk signed for this case is the desk's own", async () => {
  const { officer, officeId, desk } = await atDesk()
  const device = await settleDevice(fixture.context, { officeId, desk: `  ${desk.toUpperCase()}` }, [
    'camera',
  ])
  const caseId = newId()
  const seal = await sealFor(officer, device, caseId)
  assert.equal(await isTaken(officer, caseId, seal), true)
  assert.equal(await isTaken(officer, caseId, seal), true, 'the same capture once more is the same capture')
})

test('anything else is as good as not signed', async () => {
  const here = await atDesk()
  const { officer, officeId, desk } = here
  const [device, elsewhere] = await Promise.all([
    settleDevice(fixture.context, { officeId, desk }, ['camera']),
    settleDevice(fixture.context, { officeId, desk: 'Bàn khác' }, ['camera']),
  ])
  const caseId = newId()
  const seal = await sealFor(officer, device, caseId)
  const notOurs: [string, Promise<boolean>][] = [
    ['no seal', isTaken(officer, caseId, undefined)],
    ['a device of another desk', isTaken(officer, caseId, await sealFor(officer, elsewhere, caseId))],
    ['another case', isTaken(officer, newId(), seal)],
    ['another picture', isTaken(officer, caseId, seal, { input: { picture: 'BBBB' } })],
    ['a picture given out as a print', isTaken(officer, caseId, seal, { step: 'prints' })],
    [
      'a camera that signs a chip',
      isTaken(officer, caseId, await sealFor(officer, device, caseId, 'chip'), { step: 'chip' }),
    ],
    ['a nonce of its own', isTaken(officer, caseId, { ...seal, nonce: '1.AAAAAAAAAAAAAAAAAAAAAA' })],
    ['another time', isTaken(officer, caseId, { ...seal, at: '2026-01-01T00:00:00.000Z' })],
    ['a device that is not known', isTaken(officer, caseId, { ...seal, device: newId() })],
    ["another officer's nonce", isTaken((await atDesk(desk)).officer, caseId, seal)],
    ['a signature that is none', isTaken(officer, caseId, { ...seal, signature: 'AAAA' })],
  ]
  for (const [what, answered] of notOurs) {
    assert.equal(await answered, false, what)
  }
  moveClock(clockAtFirst + 601_000)
  assert.equal(await isTaken(officer, caseId, seal), false, 'ten minutes later')
})

test('a device that was ended signs nothing that counts, and its screen asks nothing', async () => {
  const { officer, officeId, desk } = await atDesk()
  const device = await settleDevice(fixture.context, { officeId, desk }, ['camera'])
  const caseId = newId()
  const seal = await sealFor(officer, device, caseId)
  const end = (id: string) => fixture.context.transact((work) => endDevice(work, id, 'lost'))
  assert.equal(await end(device.id), true)
  assert.equal(await end(device.id), false, 'once')
  assert.equal(await isTaken(officer, caseId, seal), false)
  const screen = await screenBeside(fixture, officer)
  const standing = (await officer.do(viewDevices)).devices.find(({ kinds }) => kinds.includes('screen'))
  await screen.do(viewScreen)
  await end(standing?.id ?? '')
  assert.equal((await screen.refusal(viewScreen)).code, 'session.required')
  const left = (await officer.do(viewDevices)).devices.map(({ id }) => id)
  assert.ok(!left.includes(device.id) && !left.includes(standing?.id ?? ''))
})

const newKey = () => {
  const { publicKey, privateKey: secret } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return { key: { kty: 'EC', crv: 'P-256', x, y } as const, secret }
}
const ticketFor = (officeId: string, desk: string, kinds: readonly DeviceKind[]): Promise<string> =>
  fixture.context.transact((work) =>
    drawDeviceTicket(work, fixture.context.tools, { officeId, desk, name: 'Máy ảnh', kinds }),
  )

test("an administrator's ticket registers one device, once, for a day, and only with the key it holds", async () => {
  const { officer, officeId, desk } = await atDesk()
  const ticket = await ticketFor(officeId, desk, ['camera', 'scanner'])
  const { key, secret } = newKey()
  const visitor = fixture.visitor()
  const forged = { ticket, key, signature: signBy({ secret: newKey().secret }, enrolText(key)) }
  assert.equal((await visitor.refusal(enrolDevice, forged)).code, 'request.invalid')
  const right = { ticket, key, signature: signBy({ secret }, enrolText(key)) }
  const enrolled = await visitor.do(enrolDevice, right)
  assert.deepEqual(
    [enrolled.desk, enrolled.officeId, enrolled.kinds],
    [desk, officeId, ['camera', 'scanner']],
  )
  assert.equal((await visitor.refusal(enrolDevice, right)).code, 'desk.ticket-spent')
  const [standing] = (await officer.do(viewDevices)).devices
  assert.deepEqual([standing?.id, standing?.name], [enrolled.device, 'Máy ảnh'])
  const late = await ticketFor(officeId, desk, ['camera'])
  moveClock(clockAtFirst + 24 * 3_600_000 + 1000)
  assert.equal((await visitor.refusal(enrolDevice, { ...right, ticket: late })).code, 'desk.ticket-spent')
})

const openAs = (device: DeskDevice, changes?: object) => screenWith(fixture, device, changes)

test('tickets that are none shut nobody out who has one', async () => {
  const { officeId, desk } = await atDesk()
  const { key, secret } = newKey()
  const wrong = { ticket: 'x'.repeat(32), key, signature: signBy({ secret }, enrolText(key)) }
  const visitor = fixture.visitor()
  const codes = new Set<string>()
  for (let sent = 0; sent < 62; sent++) {
    codes.add((await visitor.refusal(enrolDevice, wrong)).code)
  }
  assert.deepEqual([...codes], ['desk.ticket-spent', 'limit.reached'])
  const right = { ...wrong, ticket: await ticketFor(officeId, desk, ['camera']) }
  assert.equal((await visitor.do(enrolDevice, right)).desk, desk)
})

test("a citizen's screen opens by its own key, for whoever works at its desk", async () => {
  const { officer, officeId, desk } = await atDesk()
  const device = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
  const { screen, proof } = await openAs(device)
  assert.deepEqual((await screen.do(openScreen, proof)).desk, desk)
  await screen.do(viewScreen)
  const { officer: after } = await atDesk(desk)
  await officer.do(officerSignOut)
  assert.equal((await screen.refusal(viewScreen)).code, 'session.required', 'it ends with her session')
  await screen.do(openScreen, proof)
  await screen.do(viewScreen)
  await after.do(officerSignOut)
  assert.equal((await screen.refusal(openScreen, proof)).code, 'desk.nobody-there')
})

test('no screen opens by a camera, by another key, by an old nonce, or without a device', async () => {
  const { officeId, desk } = await atDesk()
  const [camera, screen] = await Promise.all([
    settleDevice(fixture.context, { officeId, desk }, ['camera', 'scanner', 'reader']),
    settleDevice(fixture.context, { officeId, desk }, ['screen']),
  ])
  const tries = [
    await openAs(camera),
    await openAs({ id: screen.id, secret: camera.secret }),
    await openAs(screen, { nonce: '1.AAAAAAAAAAAAAAAAAAAAAA' }),
    await openAs({ id: newId(), secret: screen.secret }),
  ]
  for (const { screen: visitor, proof } of tries) {
    assert.equal((await visitor.refusal(openScreen, proof)).code, 'desk.screen-unknown')
  }
  const { screen: visitor, proof } = await openAs(screen)
  moveClock(clockAtFirst + 601_000)
  assert.equal((await visitor.refusal(openScreen, proof)).code, 'desk.screen-unknown')
})

test("a browser that holds an officer's session is no citizen's screen, but in the demo world", async () => {
  const { officer, officeId, desk } = await atDesk()
  const device = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
  const { proof } = await openAs(device)
  const { context } = fixture
  const operated = { ...context, tools: { ...context.tools, allowsTestPeople: false } }
  const both = new Visitor(operated)
  both.sessions.set('counter', officer.sessions.get('counter') ?? '')
  assert.equal((await both.refusal(openScreen, proof)).code, 'desk.screen-in-officers-browser')
  assert.equal((await new Visitor(operated).do(openScreen, proof)).desk, desk)
})
