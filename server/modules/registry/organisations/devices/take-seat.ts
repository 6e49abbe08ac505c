/**
 * Who sits at a desk. Its name is only typed: anybody of the office could type it from anywhere, and have the
 * citizen's screen there ask for a case of her own. Where the desk has a registered camera or scanner, only
 * whom that device has confirmed is there; else whoever chose the desk last.
 */
import { TakeSeat } from '../../../../../contract/devices.ts'
import { seatText } from '../../../../../formats/capture-seal.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import { isSignedBy } from '../../../../kernel/es256.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { endScreensOf } from '../desk-prompt.ts'
import { officerAtWork } from '../officer-at-work.ts'
import { deskKey } from './desk-name.ts'
import * as store from './device-store.ts'
import { isFreshNonce } from './device-nonce.ts'

interface Desk {
  readonly officeId: string
  readonly deskKey: string
}

/** A reader of its own signs what it reads and nothing else: it confirms nobody. */
const confirmingDevices = async (
  read: Reading,
  { officeId, deskKey: key }: Desk,
): Promise<string[] | null> => {
  const devices = await store.devicesAtDesk(read, officeId, key)
  const confirming = devices.filter(({ kinds }) => kinds.includes('camera') || kinds.includes('scanner'))
  return confirming.length > 0 ? confirming.map(({ id }) => id) : null
}

export const whoSitsAt = async (
  read: Reading,
  { isWorldOn }: Pick<Tools, 'isWorldOn'>,
  desk: Desk,
  at: Date,
) => store.sessionAtDesk(read, { ...desk, devices: await confirmingDevices(read, desk), at, isWorldOn })

const endOtherScreens = async (work: Work, desk: Desk, but: string, at: Date): Promise<void> => {
  for (const { id } of await store.othersWithScreens(work, { ...desk, but, at })) {
    await endScreensOf(work, id, at)
  }
}

/** She has chosen this desk: where no device could confirm her, its screen leaves whoever sat there. */
export const satDown = async (
  work: Work,
  { officeId, desk, sessionId }: Pick<Officer, 'officeId' | 'desk' | 'sessionId'>,
  at: Date,
): Promise<void> => {
  const here = { officeId, deskKey: deskKey(desk) }
  if ((await confirmingDevices(work, here)) === null) {
    await store.holdDesk(work, here.officeId, here.deskKey)
    await endOtherScreens(work, here, sessionId, at)
  }
}

/**
 * A camera or scanner that has come to a desk can say who is there: until it does, the desk's screen asks for
 * nobody who had only typed the name. The desk is held by the caller since before the device was registered.
 */
export const endUnconfirmedScreens = async (work: Work, desk: Desk, at: Date): Promise<void> => {
  const devices = await confirmingDevices(work, desk)
  for (const { id } of devices ? await store.unconfirmedWithScreens(work, { ...desk, devices, at }) : []) {
    await endScreensOf(work, id, at)
  }
}

export const seatNonceFor = ({ sessionId }: Pick<Officer, 'sessionId'>): string => `seat ${sessionId}`

export const takeSeat = useCase({
  contract: TakeSeat,
  permit: officerAtWork,
  async act(work, { device: deviceId, nonce, signature }, { actor, tools, now }) {
    const here = { officeId: actor.officeId, deskKey: deskKey(actor.desk) }
    const device = await store.findDevice(work, deviceId)
    if (
      !device ||
      !(await confirmingDevices(work, here))?.includes(deviceId) ||
      !isFreshNonce(tools.digests, seatNonceFor(actor), nonce, now) ||
      !isSignedBy(device.public_key, seatText(deviceId, nonce), signature)
    ) {
      throw problem('desk.device-unknown')
    }
    await store.holdDesk(work, here.officeId, here.deskKey)
    await store.takeSeat(work, actor.sessionId, deviceId, now)
    await store.leaveSeats(work, { ...here, but: actor.sessionId })
    await endOtherScreens(work, here, actor.sessionId, now)
    return {}
  },
  audit: ({ actor, input }) => ({
    about: null,
    purpose: 'desk-seat',
    detail: {
      officerNumber: actor.number,
      office: actor.officeName,
      desk: actor.desk,
      device: input.device,
    },
  }),
})
