/**
 * The device at the end of a journey: the one that began it, or a new key. A phone that still holds a key of
 * the same account, and shows it, is not bound a second time: the former key and its session end with the
 * passcode that was forgotten.
 */
import type { InputOf } from '../../../../../contract/operation.ts'
import type { FinishJourney } from '../../../../../contract/activation.ts'
import { now } from '../../../../kernel/clock.ts'
import { Problem, problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import {
  bindDevice,
  boundDeviceForUpdate,
  unbindDevice,
  type DeviceReference,
} from '../../../people/accounts/device.ts'
import { proveDevice, type DeviceProof } from '../../../people/accounts/device-proof.ts'
import * as store from '../store.ts'
import type { JourneyRow } from '../store.ts'
import { wayHome } from '../ways-home.ts'

export interface SettledDevice extends DeviceReference {
  /** The phone was bound to this account already, with another passcode. */
  readonly hasReplaced: boolean
}

/**
 * Ends what this phone was bound as. A key that is bound no longer, or to somebody else, has nothing here to
 * end, and keeps nobody from a phone that password and code have given her.
 */
const endFormer = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  proof: DeviceProof,
): Promise<boolean> => {
  try {
    const former = await proveDevice(work, tools, proof, 'replace-device')
    if (former.subjectId !== subjectId) {
      return false
    }
    await unbindDevice(work, former, now())
    await store.endSessionsOfDevice(work, subjectId, former.deviceId)
    return true
  } catch (error) {
    // A challenge that ended on the way is asked for again.
    if (error instanceof Problem && error.code !== 'device.proof-spent') {
      return false
    }
    throw error
  }
}

export const settleDevice = async (
  work: Work,
  tools: Tools,
  row: JourneyRow,
  subjectId: string,
  { device, passcode, replaces }: InputOf<typeof FinishJourney>,
): Promise<SettledDevice> => {
  if (row.device_id) {
    const same = { subjectId, deviceId: row.device_id }
    // It may have been removed since the journey began.
    if (!(await boundDeviceForUpdate(work, same))) {
      throw problem('device.unknown')
    }
    return { ...same, hasReplaced: false }
  }
  if (!device || passcode === undefined) {
    throw problem('journey.order')
  }
  // Before the new one stands, so that no other device of hers gives way to it.
  const hasReplaced = replaces !== undefined && (await endFormer(work, tools, subjectId, replaces))
  const bound = await bindDevice(work, tools, subjectId, {
    key: device.key,
    name: device.name,
    passcode,
    way: wayHome(row.kind === 'activation' ? 'activation' : 'new-device', now()),
  })
  return { ...bound, hasReplaced }
}
