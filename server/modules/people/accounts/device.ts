/**
 * Bound devices: an ES256 key that never leaves the browser, and a 6-digit passcode that the server checks.
 * The passcode's verifier is keyed
 * with a secret kept outside the database, so a stolen table cannot be tried offline; tries are counted per
 * device.
 */
import { timingSafeEqual } from 'node:crypto'
import { now } from '../../../kernel/clock.ts'
import type { PublicKey } from '../../../kernel/es256.ts'
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem, type Problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { devicesMost, passcodeTries } from './rules.ts'
import * as store from './store.ts'
import { PasscodeLocked } from './events.ts'
import { isSoundWay, type WayHome } from './way-home.ts'

export interface DeviceReference {
  readonly subjectId: string
  readonly deviceId: string
}

const verifierOf = (tools: Tools, subjectId: string, deviceId: string, passcode: string): Buffer =>
  tools.digests.secret('passcode', `${subjectId} ${deviceId} ${passcode}`)

/** What a device keeps to name itself. */
export const deviceToken = (tools: Tools, device: DeviceReference): string =>
  tools.sealer
    .sealWithPlatformKey('device-token', JSON.stringify([device.subjectId, device.deviceId]))
    .toString('base64url')

export const readDeviceToken = (tools: Tools, token: string): DeviceReference | null => {
  try {
    const [subjectId, deviceId] = JSON.parse(
      tools.sealer.unsealWithPlatformKey('device-token', Buffer.from(token, 'base64url')).toString('utf8'),
    ) as [string, string]
    return { subjectId, deviceId }
  } catch {
    return null
  }
}

/**
 * Binds a device, got by a way that is sound. The oldest gives way when the policy's number is reached.
 * Answers its reference.
 */
export const bindDevice = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  device: { key: PublicKey; name: string; passcode: string; way: WayHome },
): Promise<DeviceReference> => {
  if (!isSoundWay(device.way)) {
    throw new Error('a way to a phone that rests on possession alone')
  }
  const at = now()
  const bound = await store.devices(work, subjectId)
  for (const old of bound.slice(Math.max(0, inForce(devicesMost, at) - 1))) {
    await store.removeDevice(work, subjectId, old.id, at)
  }
  const id = newId()
  await store.insertDevice(work, subjectId, {
    id,
    name: device.name,
    public_key: { x: device.key.x, y: device.key.y },
    passcode_verifier: verifierOf(tools, subjectId, id, device.passcode),
    bound_at: at,
  })
  return { subjectId, deviceId: id }
}

/** Midnight in Vietnam that follows. */
const nextDay = (at: Date): Date => new Date(Date.parse(`${dayInVietnam(at)}T00:00:00+07:00`) + 86_400_000)

/**
 * Tries the passcode of a locked device row. Answers null when right, else the refusal (the try has counted:
 * keep what was written).
 */
export const tryPasscode = async (
  work: Work,
  tools: Tools,
  device: DeviceReference,
  row: store.DeviceRow,
  passcode: string,
): Promise<Problem | null> => {
  const at = now()
  if (row.passcode_locked_until && row.passcode_locked_until > at) {
    return problem('passcode.locked', { retryAfter_s: secondsTo(row.passcode_locked_until, at) })
  }
  const isRight = timingSafeEqual(
    verifierOf(tools, device.subjectId, device.deviceId, passcode),
    row.passcode_verifier,
  )
  const before = row.passcode_locked_until ? 0 : row.passcode_failures
  const failures = isRight ? 0 : before + 1
  const most = inForce(passcodeTries, at)
  const lockedUntil = failures > most ? nextDay(at) : null
  store.savePasscodeTry(work, device.subjectId, device.deviceId, failures, lockedUntil, at)
  if (isRight) {
    return null
  }
  if (lockedUntil) {
    work.publish(PasscodeLocked, device.subjectId, {
      deviceName: row.name,
      until: lockedUntil.toISOString(),
    })
    return problem('passcode.locked', { retryAfter_s: secondsTo(lockedUntil, at) })
  }
  return problem('passcode.wrong', { params: { left: most + 1 - failures } })
}

/**
 * The passcode of the phone that this session is on; as `tryPasscode`. Throws `session.required` where the
 * session is on none, or on one that has been removed.
 */
export const tryPasscodeInHand = async (
  work: Work,
  tools: Tools,
  { subjectId, deviceId }: { readonly subjectId: string; readonly deviceId: string | null },
  passcode: string,
): Promise<Problem | null> => {
  const device = { subjectId, deviceId: deviceId ?? '' }
  const row = await boundDeviceForUpdate(work, device)
  if (!row) {
    throw problem('session.required')
  }
  return tryPasscode(work, tools, device, row, passcode)
}

const secondsTo = (until: Date, at: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1000))

export const boundDeviceForUpdate = (work: Work, device: DeviceReference) =>
  store.deviceForUpdate(work, device.subjectId, device.deviceId)
export const listDevices = (read: Reading, subjectId: string) => store.devices(read, subjectId)
export const unbindDevice = (work: Work, device: DeviceReference, at: Date): Promise<number> =>
  store.removeDevice(work, device.subjectId, device.deviceId, at)
export const unbindEveryDevice = (work: Work, subjectId: string, at: Date): Promise<number> =>
  store.removeEveryDevice(work, subjectId, at)
