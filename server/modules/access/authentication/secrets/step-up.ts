/**
 * The step-up of an open app: the passcode of this very device, then a code. Nobody who only found the app
 * open, and nobody who only has the SIM, comes past it.
 */
import type { Citizen } from '../../../../kernel/actor.ts'
import { later } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { CommittedRefusal, Execution, RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { deliveryOf, drawProof, tryCode } from '../../../people/accounts/contact-proof.ts'
import { tryPasscodeInHand } from '../../../people/accounts/device.ts'
import { journeyLifetime_s } from '../rules.ts'
import * as store from '../store.ts'

type Channel = 'sms' | 'email'
interface StepUp {
  readonly kind: 'change-phone' | 'change-email' | 'close-account'
  readonly to: string
  readonly passcode: string
}

const asked = {
  'change-phone': { channel: 'sms', asker: 'typed' },
  'change-email': { channel: 'email', asker: 'typed' },
  'close-account': { channel: 'sms', asker: 'proven' },
} as const satisfies Record<StepUp['kind'], { channel: Channel; asker: 'typed' | 'proven' }>

/** Takes the passcode and sends the code: to the new address, or to her own phone. */
export const beginStepUp = async (
  work: Work,
  stepUp: StepUp,
  { actor, tools, now, request, refuse }: Execution<Citizen, undefined, undefined>,
) => {
  const refusal = await tryPasscodeInHand(work, tools, actor, stepUp.passcode)
  if (refusal) {
    return refuse(refusal)
  }
  const id = newId()
  const proofId = await drawProof(work, tools, {
    ownerId: id,
    channel: asked[stepUp.kind].channel,
    to: stepUp.to,
    purpose: stepUp.kind,
    language: request.language,
    mayBeSent: true,
    asker: { kind: asked[stepUp.kind].asker, id: actor.subjectId },
  })
  const target = await tools.sealer.seal(actor.subjectId, `journey.${stepUp.kind}`, stepUp.to)
  await store.insertJourney(work, {
    id,
    kind: stepUp.kind,
    subject_id: actor.subjectId,
    device_id: actor.deviceId,
    proof_id: proofId,
    sealed_target: target,
    ends_at: later(now, inForce(journeyLifetime_s, now)),
  })
  const code = await deliveryOf(work, tools, id, proofId, { isBlind: false })
  if (!code) {
    throw new Error('a proof vanished inside its own transaction')
  }
  return { code }
}

export const codeLimits = (_: unknown, request: RequestContext) => [
  { scope: 'code.network', key: request.network, most: 60, per_s: 3600 },
]

/** What the code was sent to and has proven now, or the refusal to keep. */
export const finishStepUp = async (
  work: Work,
  kind: StepUp['kind'],
  code: string,
  { actor, tools, now, refuse }: Execution<Citizen, undefined, undefined>,
): Promise<string | CommittedRefusal> => {
  const row = await store.latestJourney(work, actor.subjectId, kind, now)
  if (!row?.proof_id || !row.sealed_target) {
    throw problem('journey.gone')
  }
  const refusal = await tryCode(work, tools, row.id, row.proof_id, code)
  if (refusal) {
    return refuse(refusal)
  }
  await store.setDone(work, row.id, now)
  return (await tools.sealer.open(actor.subjectId, `journey.${kind}`, row.sealed_target)).toString('utf8')
}
