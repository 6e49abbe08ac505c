// Who sits at a desk: a device of that desk says so, and its citizen's screen asks for nobody else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { DeviceKind } from '../../../../../contract/devices.ts'
import { seatProof, settleDevice, type DeskDevice } from '../../../../../testing/desk-devices.ts'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { Visitor } from '../../../../../testing/visitor.ts'
import { newOfficerNumber, officerAtDesk, screenWith } from '../../../../../testing/officer.ts'
import { newId } from '../../../../kernel/id.ts'
import { addOfficer } from '../add-officer.ts'
import { openScreen, unpairScreen, viewDesk, viewScreen } from '../desk-screen.ts'
import { tasks } from '../mandate.ts'
import { enterByTicket, officerSignOut } from '../officer-sign-in.ts'
import { chooseDesk } from '../shift.ts'
import { viewDevices } from './enrol-device.ts'
import { takeSeat } from './take-seat.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const atDesk = (name?: string) => officerAtDesk(fixture, name)
const openAs = (device: DeskDevice) => screenWith(fixture, device)
const sitBy = async (officer: Visitor, device: DeskDevice, changes: object = {}) => ({
  ...seatProof(device, (await officer.do(viewDevices)).nonce),
  ...changes,
})

test("a desk's screen asks only for whom a device of that desk has seen there", async () => {
  const { officer, officeId, desk } = await atDesk()
  const [camera, screenDevice] = await Promise.all([
    settleDevice(fixture.context, { officeId, desk }, ['camera']),
    settleDevice(fixture.context, { officeId, desk }, ['screen']),
  ])
  const { officer: thief } = await atDesk(desk)
  const { screen, proof } = await openAs(screenDevice)
  assert.equal((await screen.refusal(openScreen, proof)).code, 'desk.nobody-there', 'a typed name is no seat')
  await officer.do(takeSeat, await sitBy(officer, camera))
  await screen.do(openScreen, proof)
  await screen.do(viewScreen)
  await thief.do(chooseDesk, { officeId, desk })
  await screen.do(viewScreen)
  const { screen: again, proof: anew } = await openAs(screenDevice)
  await again.do(openScreen, anew)
  await officer.do(officerSignOut)
  assert.equal((await again.refusal(viewScreen)).code, 'session.required')
  assert.equal((await again.refusal(openScreen, anew)).code, 'desk.nobody-there')
})

test('a seat is taken by a camera or scanner of this very desk, for this session, just now', async () => {
  const { officer, officeId, desk } = await atDesk()
  const settle = (kinds: readonly DeviceKind[], at = desk) =>
    settleDevice(fixture.context, { officeId, desk: at }, kinds)
  const [camera, reader, elsewhere] = [
    await settle(['camera']),
    await settle(['reader']),
    await settle(['camera'], `${desk} khác`),
  ]
  const { officer: other } = await atDesk(desk)
  for (const wrong of [
    await sitBy(officer, reader),
    await sitBy(officer, elsewhere),
    await sitBy(other, camera),
    await sitBy(officer, { ...camera, secret: reader.secret }),
    await sitBy(officer, camera, { nonce: '1.AAAAAAAAAAAAAAAAAAAAAA' }),
    await sitBy(officer, { ...camera, id: newId() }),
  ]) {
    assert.equal((await officer.refusal(takeSeat, wrong)).code, 'desk.device-unknown')
  }
  assert.equal((await officer.do(viewDevices)).isSeated, false)
  await officer.do(takeSeat, await sitBy(officer, camera))
  assert.equal((await officer.do(viewDevices)).isSeated, true)
  await officer.do(chooseDesk, { officeId, desk: `${desk} khác` })
  assert.equal((await officer.do(viewDevices)).isSeated, false, 'another desk is another seat')
})

test('where nothing could confirm anybody the screen follows whoever chose the desk last, and comes back', async () => {
  const { officer, officeId, desk } = await atDesk()
  const device = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
  const { screen, proof } = await openAs(device)
  await screen.do(openScreen, proof)
  const { officer: second } = await atDesk(desk)
  assert.equal((await screen.refusal(viewScreen)).code, 'session.required', 'it left with the first officer')
  await screen.do(openScreen, proof)
  await officer.do(chooseDesk, { officeId, desk })
  assert.equal((await screen.refusal(viewScreen)).code, 'session.required')
  await screen.do(openScreen, proof)
  await second.do(officerSignOut)
  await screen.do(viewScreen)
})

test('requests that prove nothing shut no screen', async () => {
  const { officer, officeId, desk } = await atDesk()
  const device = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
  const { screen, proof } = await openAs(device)
  for (let sent = 0; sent < 610; sent++) {
    const { code } = await screen.refusal(openScreen, { ...proof, signature: 'AAAA' })
    assert.ok(code === 'desk.screen-unknown' || code === 'limit.reached')
  }
  assert.equal((await screen.refusal(openScreen, { ...proof, signature: 'AAAA' })).code, 'limit.reached')
  assert.equal((await screen.do(openScreen, proof)).desk, desk)
  await officer.do(officerSignOut)
})

const linesOfScreens = async (): Promise<number> =>
  Number(
    (
      await fixture.pool.query<{ n: string }>(
        `select count(*) as n from audit_line where purpose = 'desk-screen-opened'`,
      )
    ).rows[0]?.n,
  )

test('what opens no screen leaves no line, however often it is sent', async () => {
  const { officer, officeId, desk } = await atDesk()
  const device = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
  const { screen, proof } = await openAs(device)
  await officer.do(officerSignOut)
  const before = await linesOfScreens()
  await screen.refusal(openScreen, { ...proof, signature: 'AAAA' })
  assert.equal((await screen.refusal(openScreen, proof)).code, 'desk.nobody-there')
  assert.equal(await linesOfScreens(), before)
  await atDesk(desk)
  await screen.do(openScreen, proof)
  assert.equal(await linesOfScreens(), before + 1)
})

test('whoever sat there before and did not sign out has the seat no more, also when the next one chooses anew', async () => {
  const { officer: gone, officeId, desk } = await atDesk()
  const [camera, screenDevice] = await Promise.all([
    settleDevice(fixture.context, { officeId, desk }, ['camera']),
    settleDevice(fixture.context, { officeId, desk }, ['screen']),
  ])
  await gone.do(takeSeat, await sitBy(gone, camera))
  const { officer } = await atDesk(desk)
  await officer.do(takeSeat, await sitBy(officer, camera))
  assert.equal((await gone.do(viewDevices)).isSeated, false)
  await officer.do(chooseDesk, { officeId, desk })
  assert.equal((await officer.do(viewDevices)).isSeated, true, 'the same desk is the same seat')
  const { screen, proof } = await openAs(screenDevice)
  await screen.do(openScreen, proof)
  assert.deepEqual([(await officer.do(viewDesk)).isPaired, (await gone.do(viewDesk)).isPaired], [true, false])
})

test('a screen that opens while somebody sits down stays with her, whichever comes first', async () => {
  for (let round = 0; round < 8; round++) {
    const { officer: before, officeId, desk } = await atDesk()
    const [camera, screenDevice] = await Promise.all([
      settleDevice(fixture.context, { officeId, desk }, ['camera']),
      settleDevice(fixture.context, { officeId, desk }, ['screen']),
    ])
    await before.do(takeSeat, await sitBy(before, camera))
    const { officer } = await atDesk(desk)
    const [{ screen, proof }, seat] = [await openAs(screenDevice), await sitBy(officer, camera)]
    await Promise.all([screen.do(openScreen, proof), officer.do(takeSeat, seat)])
    assert.equal((await before.do(viewDesk)).isPaired, false)
  }
})

test("where an operator runs it, a ticket alone takes nobody's screen", async () => {
  const { officer, officeId, desk } = await atDesk()
  const device = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
  const { context } = fixture
  const operated = { ...context, tools: { ...context.tools, isWorldOn: false } }
  const { screen, proof } = await openAs(device)
  await screen.do(openScreen, proof)
  const added = {
    number: `CB-${newId()}`,
    name: 'Cán bộ mới',
    rank: '',
    tasks,
    personNumber: newOfficerNumber(),
  }
  const { ticket } = await context.transact((work) => addOfficer(work, context.tools, added))
  const half = new Visitor(operated)
  await half.do(enterByTicket, { ticket })
  await half.do(chooseDesk, { officeId, desk })
  await screen.do(viewScreen)
  await officer.do(unpairScreen)
  assert.equal((await officer.do(viewDesk)).isPaired, false)
  const again = new Visitor(operated)
  await again.do(openScreen, (await openAs(device)).proof)
  assert.equal((await officer.do(viewDesk)).isPaired, true, 'it opens for her who has shown her key')
})

test('a screen that opens while its officer leaves for another desk shows nothing of hers', async () => {
  for (let round = 0; round < 16; round++) {
    const { officer, officeId, desk } = await atDesk()
    const device = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
    const { screen, proof } = await openAs(device)
    await Promise.all([
      screen.do(openScreen, proof).catch(() => undefined),
      officer.do(chooseDesk, { officeId, desk: `${desk} khác` }),
    ])
    assert.equal((await officer.do(viewDesk)).isPaired, false, 'it stands where she sits no more')
    assert.equal((await screen.refusal(viewScreen)).code, 'session.required')
  }
})

test('two who sit down at one desk at the same moment are not both there', async () => {
  for (let round = 0; round < 8; round++) {
    const { officer: one, officeId, desk } = await atDesk()
    const { officer: other } = await atDesk(desk)
    const camera = await settleDevice(fixture.context, { officeId, desk }, ['camera'])
    const proofs = [await sitBy(one, camera), await sitBy(other, camera)] as const
    await Promise.all([one.do(takeSeat, proofs[0]), other.do(takeSeat, proofs[1])])
    const seats = await Promise.all([one, other].map(async (who) => (await who.do(viewDevices)).isSeated))
    assert.deepEqual(seats.toSorted(), [false, true])
  }
})

test('a camera that comes to a desk ends the screens of whoever only typed its name, and asks nothing there', async () => {
  const { officer, officeId, desk } = await atDesk()
  const screenDevice = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
  const { screen, proof } = await openAs(screenDevice)
  await screen.do(openScreen, proof)
  await settleDevice(fixture.context, { officeId, desk }, ['reader'])
  await screen.do(viewScreen)
  const camera = await settleDevice(fixture.context, { officeId, desk }, ['camera'])
  assert.equal((await screen.refusal(viewScreen)).code, 'session.required')
  assert.equal((await officer.do(viewDesk)).isPaired, false)
  assert.equal((await screen.refusal(openScreen, proof)).code, 'desk.nobody-there')
  await officer.do(takeSeat, await sitBy(officer, camera))
  await screen.do(openScreen, proof)
  await settleDevice(fixture.context, { officeId, desk }, ['scanner'])
  await screen.do(viewScreen)
})

test('a camera of another desk leaves the screen here alone', async () => {
  const { officeId, desk } = await atDesk()
  const screenDevice = await settleDevice(fixture.context, { officeId, desk }, ['screen'])
  const { screen, proof } = await openAs(screenDevice)
  await screen.do(openScreen, proof)
  await settleDevice(fixture.context, { officeId, desk: `${desk} bên` }, ['camera'])
  await screen.do(viewScreen)
})
