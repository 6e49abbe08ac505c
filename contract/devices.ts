/**
 * The devices of a desk: camera, fingerprint scanner, card reader, the citizen's screen. Each is registered
 * by an administrator (`sen device add`) for one office and one desk, with a key that it made itself, and
 * signs what it takes. What no registered device signed is left to a second pair of eyes.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { deviceKey, moment, nothing } from './values.ts'

export const deviceKind = z.enum(['camera', 'scanner', 'reader', 'screen'])
export type DeviceKind = z.infer<typeof deviceKind>

const signature = z.base64url().max(100)
const nonce = z.string().max(60)

/** What a device signed of what it took (`formats/capture-seal.ts`). */
export const captureSeal = z.strictObject({ device: z.uuid(), nonce, at: moment, signature })
export type CaptureSeal = z.infer<typeof captureSeal>

const deskDevice = z.object({
  id: z.string(),
  name: z.string(),
  kinds: z.array(deviceKind),
  enrolledAt: moment,
})

export const EnrolDevice = deed('desk.enrol-device', {
  summary: "Registers a device of a desk, by the administrator's one-time ticket, with the key that it made.",
  input: z.object({ ticket: z.string().min(20).max(100), key: deviceKey, signature }),
  output: z.object({
    device: z.string(),
    office: z.string(),
    officeId: z.string(),
    desk: z.string(),
    name: z.string(),
    kinds: z.array(deviceKind),
  }),
  problems: ['desk.ticket-spent', 'desk.screen-in-officers-browser', 'limit.reached'],
})
export const ViewDevices = view('desk.devices', {
  summary: "The registered devices of this officer's desk.",
  input: nothing,
  output: z.object({
    officeId: z.string(),
    desk: z.string(),
    devices: z.array(deskDevice),
    /** Whether one of them has said already that this session sits here. */
    isSeated: z.boolean(),
    /** What one of them signs to say that she sits here (`desk.take-seat`). */
    nonce: z.string(),
  }),
})
export const TakeSeat = deed('desk.take-seat', {
  summary:
    "A registered camera or scanner of the desk says that this officer sits there: where there is one, the citizen's screen of the desk opens for nobody else.",
  input: z.object({ device: z.uuid(), nonce, signature }),
  output: nothing,
  problems: ['desk.device-unknown'],
})
export const DrawCaptureNonce = view('desk.capture-nonce', {
  summary: 'What a device of this desk signs beside what it takes for a case; good for some minutes.',
  input: z.object({ caseId: z.uuid() }),
  output: z.object({ nonce: z.string() }),
})
export const DrawScreenNonce = view('desk.screen-nonce', {
  summary: "What a citizen's screen signs to open at its desk; the same for a device that is not known.",
  input: z.object({ device: z.uuid() }),
  output: z.object({ nonce: z.string() }),
})
