/**
 * What a device of a desk signs of what it took: which step, for which case, the nonce that the server drew,
 * its own time, and the digest of what was taken. The same for the device, the counter's agent and the
 * server. Pure.
 */
import { canonicalJson } from './canonical-json.ts'

export const captureSteps = ['portrait', 'prints', 'chip', 'paper'] as const
export type CaptureStep = (typeof captureSteps)[number]

/** The kind of device that a step is taken by: what another one signs is as good as not signed. */
export const takenBy = {
  portrait: 'camera',
  prints: 'scanner',
  chip: 'reader',
  paper: 'camera',
} as const satisfies Readonly<Record<CaptureStep, string>>

const taken: ReadonlySet<string> = new Set([
  'picture',
  'page',
  'template',
  'templates',
  'chip',
  'challenge',
  'answer',
])

/** Of a deed's input only what came out of a device, as a text whose SHA-256 is the digest. */
export const takenText = (input: object): string =>
  canonicalJson(Object.fromEntries(Object.entries(input).filter(([name]) => taken.has(name))))

/** Which step a deed's input belongs to; null where it brings nothing out of a device. */
export const stepTaken = (input: object): CaptureStep | null => {
  const brought = new Set(Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : name)))
  if (brought.has('picture')) {
    return 'portrait'
  }
  if (brought.has('page')) {
    return 'paper'
  }
  return brought.has('templates') || brought.has('template') ? 'prints' : brought.has('chip') ? 'chip' : null
}

export interface SealedCapture {
  readonly step: CaptureStep
  readonly caseId: string
  readonly nonce: string
  /** ISO 8601, by the device's own clock. */
  readonly at: string
  /** SHA-256 of `takenText`, base64url. */
  readonly digest: string
}

export const sealText = ({ step, caseId, nonce, at, digest }: SealedCapture): string =>
  `sen capture ${step} ${caseId} ${nonce} ${at} ${digest}`

/** What a new device signs to show that it holds its key. */
export const enrolText = ({ x, y }: { readonly x: string; readonly y: string }): string =>
  `sen capture-device ${x}.${y}`

/** What a desk's own device signs to say that this officer's session sits there. */
export const seatText = (device: string, nonce: string): string => `sen desk-seat ${device} ${nonce}`

/** What a citizen's screen signs to open at its desk. */
export const screenText = (device: string, nonce: string): string => `sen desk-screen ${device} ${nonce}`
