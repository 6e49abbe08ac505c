/**
 * Whether what an officer's browser sent was signed by a device that is registered for her own desk, for this
 * very case and just now. Anything else is as good as not signed, and left to a second pair of eyes.
 */
import { createHash } from 'node:crypto'
import { DrawCaptureNonce, type CaptureSeal } from '../../../../../contract/devices.ts'
import { sealText, takenBy, takenText, type CaptureStep } from '../../../../../formats/capture-seal.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { isSignedBy } from '../../../../kernel/es256.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { officerAtWork } from '../officer-at-work.ts'
import { deskKey } from './desk-name.ts'
import { findDevice, type CaptureDeviceRow } from './device-store.ts'
import { drawNonce, isFreshNonce } from './device-nonce.ts'

/** Of one case at one officer's session: what was signed for another is not for this. */
export const nonceFor = (caseId: string, { sessionId }: Pick<Officer, 'sessionId'>): string =>
  `case ${caseId} ${sessionId}`

export interface Captured {
  readonly step: CaptureStep
  readonly caseId: string
  /** The deed's own input: what was taken, and the seal beside it. */
  readonly input: object & { readonly seal?: CaptureSeal | undefined }
  readonly actor: Pick<Officer, 'sessionId' | 'officeId' | 'desk'>
  readonly at: Date
}

/** Registered for the very desk of this officer, and for what it took. Pure. */
export const mayHaveTaken = (
  device: Pick<CaptureDeviceRow, 'office_id' | 'desk_key' | 'kinds'> | undefined,
  { officeId, desk }: Pick<Officer, 'officeId' | 'desk'>,
  step: CaptureStep,
): boolean =>
  device?.office_id === officeId && device.desk_key === deskKey(desk) && device.kinds.includes(takenBy[step])

export const isSealed = async (
  read: Reading,
  { digests }: Pick<Tools, 'digests'>,
  { step, caseId, input, actor, at }: Captured,
): Promise<boolean> => {
  const { seal } = input
  if (!seal || !isFreshNonce(digests, nonceFor(caseId, actor), seal.nonce, at)) {
    return false
  }
  const device = await findDevice(read, seal.device)
  if (!device || !mayHaveTaken(device, actor, step)) {
    return false
  }
  const digest = createHash('sha256').update(takenText(input)).digest('base64url')
  const text = sealText({ step, caseId, nonce: seal.nonce, at: seal.at, digest })
  return isSignedBy(device.public_key, text, seal.signature)
}

export const drawCaptureNonce = useCase({
  contract: DrawCaptureNonce,
  permit: officerAtWork,
  act: (_, { caseId }, { actor, tools, now }) =>
    Promise.resolve({ nonce: drawNonce(tools.digests, nonceFor(caseId, actor), now) }),
  audit: none('a nonce; what is signed with it leaves a line when it is taken'),
})
