// What is taken at this desk is signed by the device that took it, for one case and just now. Without a
// registered device, or without the line, it goes unsigned: another person then looks at the case.
import { base64url } from '../../../client/base64url.ts'
import type { CaptureSeal, DrawCaptureNonce, TakeSeat, ViewDevices } from '../../../../contract/devices.ts'
import {
  sealText,
  seatText,
  stepTaken,
  takenBy,
  takenText,
  type CaptureStep,
} from '../../../../formats/capture-seal.ts'
import { deed, view } from '../../../client/call.ts'
import { isReachable } from '../../../client/reachability.ts'
import { simulators } from '../../../kit/simulators.ts'
import { now } from '../../../ui/clock.ts'
import { orSignIn, officer } from '../shell/officer.ts'
import { enrol, enrolled, signAs, type Enrolled } from './desk-key.ts'

/** Where people are invented, the world is the administrator who registers the desk's devices. */
const enrolInvented = async (officeId: string, desk: string): Promise<Enrolled | null> => {
  const ticket = await simulators()?.deviceTicket({ officeId, desk, kinds: ['camera', 'scanner', 'reader'] })
  return ticket ? enrol(ticket) : null
}

/** This desk's own device says that she sits here: its citizen's screen then opens for nobody else. */
const takeSeat = async ({ device }: Enrolled, nonce: string): Promise<void> => {
  const signature = await signAs('desk', seatText(device, nonce))
  await orSignIn(deed<typeof TakeSeat>('desk.take-seat', { device, nonce, signature }))
}

/** What this browser is at the officer's present desk; null where it is not registered there. */
const look = async (): Promise<Enrolled | null> => {
  const here = await orSignIn(view<typeof ViewDevices>('desk.devices', {}))
  const mine = await enrolled('desk')
  const device =
    mine && here.devices.some(({ id }) => id === mine.device)
      ? mine
      : await enrolInvented(here.officeId, here.desk)
  const mayConfirm = device?.kinds.some((kind) => kind === 'camera' || kind === 'scanner')
  if (device && mayConfirm && !here.isSeated) {
    await takeSeat(device, here.nonce)
  }
  return device
}

/** Asked once for each desk: where it changes, or a device is registered, it is asked anew. */
let known: { readonly of: string; readonly device: Promise<Enrolled | null> } | null = null
export const deviceHere = (): Promise<Enrolled | null> => {
  const here = officer.get()
  if (!here?.desk) {
    return Promise.resolve(null)
  }
  const of = `${here.number} ${here.office} ${here.desk}`
  if (known?.of !== of) {
    const device = look().catch((error: unknown) => {
      known = null
      throw error
    })
    known = { of, device }
  }
  return known.device
}
export const forgetDeviceHere = (): void => {
  known = null
}

const digestOf = async (text: string): Promise<string> =>
  base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))

const drawNonce = async (caseId: string): Promise<string> =>
  (await orSignIn(view<typeof DrawCaptureNonce>('desk.capture-nonce', { caseId }))).nonce

const sealWith = async (
  device: Enrolled,
  step: CaptureStep,
  { caseId, ...input }: { readonly caseId: string },
): Promise<CaptureSeal> => {
  const [nonce, at] = [await drawNonce(caseId), new Date(now()).toISOString()]
  const digest = await digestOf(takenText(input))
  const signature = await signAs('desk', sealText({ step, caseId, nonce, at, digest }))
  return { device: device.device, nonce, at, signature }
}

/**
 * The input of a deed, signed where it brings something out of a device. What fails on the way leaves it
 * unsigned: the case goes on, and another person looks.
 */
export const sealed = async <I extends { readonly caseId: string; readonly seal?: CaptureSeal | undefined }>(
  input: I,
): Promise<I> => {
  const step = stepTaken(input)
  if (!step || input.seal || !isReachable()) {
    return input
  }
  try {
    const device = await deviceHere()
    return device?.kinds.includes(takenBy[step])
      ? { ...input, seal: await sealWith(device, step, input) }
      : input
  } catch (error) {
    console.error(error)
    return input
  }
}

/** What a reader of its own signs beside the chip; null without the line. */
export const askSeal = async (caseId: string): Promise<{ caseId: string; nonce: string } | null> =>
  isReachable() ? { caseId, nonce: await drawNonce(caseId) } : null
