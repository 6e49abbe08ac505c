/**
 * Officers of the test fixture: each a person of her own with a mandate and a passkey; and the citizen's
 * screen beside one.
 */
import { composePersonalNumber } from '../formats/personal-number.ts'
import { newId } from '../server/kernel/id.ts'
import { addOfficer, type NewOfficer } from '../server/modules/registry/organisations/add-officer.ts'
import { drawScreenNonce, openScreen } from '../server/modules/registry/organisations/desk-screen.ts'
import { tasks } from '../server/modules/registry/organisations/mandate.ts'
import { enterByTicket } from '../server/modules/registry/organisations/officer-sign-in.ts'
import { chooseDesk, viewShift } from '../server/modules/registry/organisations/shift.ts'
import { viewDevices } from '../server/modules/registry/organisations/devices/enrol-device.ts'
import { takeSeat } from '../server/modules/registry/organisations/devices/take-seat.ts'
import { deviceOf, screenProof, seatProof, settleDevice, type DeskDevice } from './desk-devices.ts'
import type { Fixture } from './fixture.ts'
import type { Visitor } from './visitor.ts'

let serial = 0
let desks = 0
/** The own number of an officer who is nobody else. */
export const newOfficerNumber = (): string =>
  composePersonalNumber({ provinceCode: '941', sex: 'male', birthYear: 1980, serial: 200_000 + ++serial })

/**
 * Signed in, with a passkey (a ticket alone gives no tasks). By default she has every task at the reviewing
 * office.
 */
export const settleOfficer = async (
  fixture: Pick<Fixture, 'context' | 'pool' | 'visitor'>,
  changes: Partial<NewOfficer> = {},
): Promise<Visitor & { officerId: string; number: string }> => {
  const { context, pool } = fixture
  const wanted: NewOfficer = {
    number: `CB-${newId()}`,
    name: 'Trần Quốc Bảo',
    rank: 'Đại uý',
    tasks,
    personNumber: newOfficerNumber(),
    ...changes,
  }
  const { ticket, officerId } = await context.transact((work) => addOfficer(work, context.tools, wanted))
  const visitor = fixture.visitor()
  await visitor.do(enterByTicket, { ticket })
  await pool.query(
    "insert into officer_passkey (credential_id, officer_id, public_key, counter, transports, created_at) values ($1, $2, '\\x00', 0, '{}', now())",
    [newId(), officerId],
  )
  return Object.assign(visitor, { officerId, number: wanted.number })
}

/** The registered screen of this officer's desk; whoever sits at none yet takes one of her own. */
export const screenBeside = async (
  fixture: Pick<Fixture, 'context' | 'visitor'>,
  officer: Visitor,
): Promise<Visitor> => {
  const shift = await officer.do(viewShift)
  const desk = shift.desk || `Quầy ${++desks}`
  if (!shift.desk) {
    await officer.do(chooseDesk, { officeId: shift.officeId, desk })
  }
  const at = { officeId: shift.officeId, desk }
  if (officer.hasDevices) {
    const devices = await deviceOf(fixture.context, at)
    await officer.do(takeSeat, seatProof(devices, (await officer.do(viewDevices)).nonce))
  }
  const device = await settleDevice(fixture.context, at, ['screen'])
  const screen = fixture.visitor()
  const { nonce } = await screen.do(drawScreenNonce, { device: device.id })
  await screen.do(openScreen, screenProof(device, nonce))
  return screen
}

/** An officer of her own at a desk of this name. */
export const officerAtDesk = async (
  fixture: Pick<Fixture, 'context' | 'pool' | 'visitor'>,
  desk = `Bàn ${++desks}`,
): Promise<{ officer: Visitor; officeId: string; desk: string }> => {
  const officer = await settleOfficer(fixture)
  const { officeId } = await officer.do(viewShift)
  await officer.do(chooseDesk, { officeId, desk })
  return { officer, officeId, desk }
}

/** A browser that holds this device's key, and what it says to open as the citizen's screen. */
export const screenWith = async (
  fixture: Pick<Fixture, 'visitor'>,
  device: DeskDevice,
  changes: object = {},
) => {
  const screen = fixture.visitor()
  const { nonce } = await screen.do(drawScreenNonce, { device: device.id })
  return { screen, proof: { ...screenProof(device, nonce), ...changes } }
}
