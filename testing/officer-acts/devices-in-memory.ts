/**
 * Devices of desks in memory: the product's own nonces and its own rule of whose device may take what. Only
 * the signature itself is not made: of all that are right or forged the other tests know.
 */
import { createHmac } from 'node:crypto'
import type { CaptureStep } from '../../formats/capture-seal.ts'
import type { Officer } from '../../server/kernel/actor.ts'
import { mayHaveTaken, nonceFor } from '../../server/modules/registry/organisations/devices/capture-seal.ts'
import { deskKey } from '../../server/modules/registry/organisations/devices/desk-name.ts'
import { drawNonce, isFreshNonce } from '../../server/modules/registry/organisations/devices/device-nonce.ts'
import type { Signature } from './act.ts'

const digest = (purpose: string, value: string): Buffer =>
  createHmac('sha256', 'model').update(`${purpose} ${value}`).digest()
const digests = { identifier: digest, secret: digest }
const QUARTER_MS = 900_000
const steps = { chip: 'chip', portrait: 'portrait', print: 'prints' } as const
const kinds = { chip: 'reader', portrait: 'camera', prints: 'scanner', paper: 'camera' } as const
const otherKind = { chip: 'camera', portrait: 'scanner', prints: 'reader', paper: 'scanner' } as const

export interface CaptureInMemory {
  readonly caseId: string
  readonly actor: Officer
  readonly step: keyof typeof steps
  readonly at: Date
}

const deviceOf = (signed: Signature, { officeId, desk }: Officer, step: CaptureStep) => ({
  office_id: officeId,
  desk_key: deskKey(signed === 'other-desk' ? `${desk} khác` : desk),
  kinds: [signed === 'wrong-kind' ? otherKind[step] : kinds[step]],
})

/** What the product would say of a capture that was signed so. */
export const isSealedInMemory = (
  signed: Signature,
  { caseId, actor, step, at }: CaptureInMemory,
): boolean => {
  if (signed === 'none') {
    return false
  }
  const drawnFor = nonceFor(signed === 'other-case' ? `${caseId} khác` : caseId, actor)
  const drawnAt = signed === 'stale' ? new Date(at.getTime() - QUARTER_MS) : at
  return (
    isFreshNonce(digests, nonceFor(caseId, actor), drawNonce(digests, drawnFor, drawnAt), at) &&
    mayHaveTaken(deviceOf(signed, actor, steps[step]), actor, steps[step]) &&
    signed !== 'forged'
  )
}
