/**
 * Devices of desks: an administrator draws a ticket for one office, one desk and what the device may take;
 * the device makes its key, shows that it holds it, and is registered by the ticket, once.
 */
import { EnrolDevice, ViewDevices, type DeviceKind } from '../../../../../contract/devices.ts'
import { enrolText } from '../../../../../formats/capture-seal.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../../kernel/clock.ts'
import { isSignedBy } from '../../../../kernel/es256.ts'
import { newId, newSecret } from '../../../../kernel/id.ts'
import { mustBeInside } from '../../../../kernel/limit.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { BEFORE_ALL_IDS, pageByPage } from '../../../../kernel/page-by-page.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { officerAtWork } from '../officer-at-work.ts'
import { officeByCode, officeById } from '../store.ts'
import { deskKey } from './desk-name.ts'
import * as store from './device-store.ts'
import { drawNonce } from './device-nonce.ts'
import { endUnconfirmedScreens, seatNonceFor } from './take-seat.ts'

/** As long as an administrator needs to walk to the desk. */
const DEVICE_TICKET_S = 24 * 3600

export interface NewDevice {
  readonly officeId: string
  readonly desk: string
  readonly name: string
  readonly kinds: readonly DeviceKind[]
}

export const drawDeviceTicket = async (
  work: Work,
  { digests }: Pick<Tools, 'digests'>,
  { officeId, desk, name, kinds }: NewDevice,
): Promise<string> => {
  const ticket = newSecret(24).toString('base64url')
  await store.saveTicket(
    work,
    digests.secret('device-ticket', ticket),
    { office_id: officeId, desk, name, kinds },
    later(presentMoment(), DEVICE_TICKET_S),
  )
  return ticket
}

/** Null when there is no such office. */
export const drawTicketAt = async (
  work: Work,
  tools: Pick<Tools, 'digests'>,
  { officeCode, ...device }: Omit<NewDevice, 'officeId'> & { readonly officeCode: string },
): Promise<string | null> => {
  const office = await officeByCode(work, officeCode)
  return office ? drawDeviceTicket(work, tools, { ...device, officeId: office.id }) : null
}

/** Answers its id. */
export const registerDevice = async (
  work: Work,
  { officeId, desk, name, kinds }: NewDevice,
  { x, y }: { readonly x: string; readonly y: string },
): Promise<string> => {
  const [id, at, key] = [newId(), presentMoment(), deskKey(desk)]
  await store.holdDesk(work, officeId, key)
  await store.insertDevice(work, {
    id,
    office_id: officeId,
    desk,
    desk_key: key,
    name,
    kinds,
    public_key: { x, y },
    enrolled_at: at,
  })
  await endUnconfirmedScreens(work, { officeId, deskKey: key }, at)
  return id
}

export const enrolDevice = useCase({
  contract: EnrolDevice,
  permit: anyone, // the administrator's ticket is the proof
  async act(work, { ticket, key, signature }, { tools, now, request, refuse }) {
    // A key that its holder cannot use would leave the desk without a device, and the ticket spent.
    if (!isSignedBy(key, enrolText(key), signature)) {
      throw problem('request.invalid')
    }
    const used = await store.useTicket(work, tools.digests.secret('device-ticket', ticket), now)
    if (!used) {
      // Only tickets that are none are counted: whoever has one is not shut out by them.
      const wrong = { scope: 'desk.enrol-device', key: request.network, most: 60, per_s: 600 }
      await mustBeInside(work, tools.digests, wrong)
      return refuse(problem('desk.ticket-spent'))
    }
    const { office_id: officeId, desk, name, kinds } = used
    // Here the ticket is given back, for the browser that it was meant for.
    if (kinds.includes('screen') && request.holds?.includes('counter') && !tools.allowsTestPeople) {
      throw problem('desk.screen-in-officers-browser')
    }
    const device = await registerDevice(work, { officeId, desk, name, kinds }, key)
    const office = await officeById(work, officeId)
    return { device, office: office?.name ?? '', officeId, desk, name, kinds: [...kinds] }
  },
  audit: ({ result }) =>
    result && {
      about: null,
      purpose: 'desk-device-enrolled',
      detail: {
        device: result.device,
        office: result.office,
        desk: result.desk,
        kinds: result.kinds.join(' '),
      },
    },
})

const devicesOf = async (read: Reading, officeId: string, desk: string) =>
  (await store.devicesAtDesk(read, officeId, deskKey(desk))).map(({ id, name, kinds, enrolled_at }) => ({
    id,
    name,
    kinds: [...kinds],
    enrolledAt: enrolled_at.toISOString(),
  }))

export const viewDevices = useCase({
  contract: ViewDevices,
  permit: officerAtWork,
  async act(work, _, { actor, tools, now }) {
    const { officeId, desk, sessionId } = actor
    const devices = await devicesOf(work, officeId, desk)
    const seat = await store.seatOf(work, sessionId)
    return {
      officeId,
      desk,
      devices,
      isSeated: devices.some(({ id }) => id === seat),
      nonce: drawNonce(tools.digests, seatNonceFor(actor), now),
    }
  },
  audit: none("the devices of one's own desk"),
})

export interface ListedDevice {
  readonly id: string
  readonly office: string
  readonly desk: string
  readonly name: string
  readonly kinds: readonly DeviceKind[]
  readonly enrolledAt: Date
  readonly endedAt: Date | null
}
const LISTED_AT_ONCE = 200
/** All of one office, or of the country, page by page in the order in which they were registered. */
export const eachDevice = async function* (
  read: Reading,
  officeCode: string | null,
): AsyncGenerator<ListedDevice> {
  const rows = pageByPage(
    { id: BEFORE_ALL_IDS },
    ({ id: after }, most) => store.listDevices(read, { officeCode, after, most }),
    LISTED_AT_ONCE,
  )
  for await (const { id, office, desk, name, kinds, enrolled_at, ended_at } of rows) {
    yield { id, office, desk, name, kinds, enrolledAt: enrolled_at, endedAt: ended_at }
  }
}

/**
 * Whether it stood until now. From here on what it signs is as good as not signed, and its screen asks
 * nothing.
 */
export const endDevice = (work: Work, id: string, reason: string): Promise<boolean> =>
  store.endDevice(work, id, reason, presentMoment())
