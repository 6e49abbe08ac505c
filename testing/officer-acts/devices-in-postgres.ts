/**
 * Seals that no registered device of the officer's own desk made for this case just now, as real as can be.
 */
import { newId } from '../../server/kernel/id.ts'
import type { CaptureSeal, DeviceKind } from '../../contract/devices.ts'
import { stepTaken, type CaptureStep } from '../../formats/capture-seal.ts'
import type { AppContext } from '../../server/kernel/app-context.ts'
import { drawCaptureNonce } from '../../server/modules/registry/organisations/devices/capture-seal.ts'
import { viewShift } from '../../server/modules/registry/organisations/shift.ts'
import { sealBy, settleDevice } from '../desk-devices.ts'
import type { Visitor } from '../visitor.ts'
import type { Signature } from './act.ts'

const otherKind: Readonly<Record<CaptureStep, DeviceKind>> = {
  chip: 'camera',
  portrait: 'scanner',
  prints: 'reader',
  paper: 'scanner',
}

/** Undefined: nothing signed it. */
export const sealedAs = async (
  context: AppContext,
  officer: Visitor,
  how: Exclude<Signature, 'here'>,
  input: { readonly caseId: string },
): Promise<CaptureSeal | undefined> => {
  const step = stepTaken(input)
  if (how === 'none' || !step) {
    return undefined
  }
  const { officeId, desk } = await officer.do(viewShift)
  const device = await settleDevice(
    context,
    { officeId, desk: how === 'other-desk' ? `${desk} khác` : desk },
    how === 'wrong-kind' ? [otherKind[step]] : ['camera', 'scanner', 'reader'],
  )
  const caseId = how === 'other-case' ? newId() : input.caseId
  const { nonce } =
    how === 'stale' ? { nonce: '1.AAAAAAAAAAAAAAAAAAAAAA' } : await officer.do(drawCaptureNonce, { caseId })
  const seal = sealBy(device, { step, input, nonce })
  return how === 'forged' ? { ...seal, signature: Buffer.alloc(64, 7).toString('base64url') } : seal
}
