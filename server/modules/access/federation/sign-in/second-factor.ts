/**
 * The second factor: a code to the phone (or the e-mail, as the other way), or the bound device's key with
 * the passcode.
 */
import { GiveDeviceProof, GiveSignInCode, SendSignInCode } from '../../../../../contract/sign-in.ts'
import type { AuditLine } from '../../../../kernel/audit-line.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { writeAuditLine } from '../../../../kernel/audit-store.ts'
import { anonymous } from '../../../../kernel/actor.ts'
import { drawProof, tryCode } from '../../../people/accounts/contact-proof.ts'
import { proveDevice, tryPasscode } from '../../../people/accounts/device.ts'
import { codeAddress, contactsOf } from '../../../people/accounts/open-account.ts'
import { partyOf } from '../client.ts'
import { ACR } from './acr.ts'
import { finishInteraction, type Interaction } from './interaction.ts'
import { attemptKey, openAttempt, stateOf, type SignInState } from './sign-in-step.ts'
import * as store from '../store.ts'
import type { AttemptRow } from '../store.ts'

const byTheFinish = none(
  'the finished sign-in writes its line itself, about the person whom the password named',
)

/** Both factors were right: the provider goes on with this person. */
const finish = async (
  work: Work,
  tools: Tools,
  { interaction, attempt }: { interaction: Interaction; attempt: AttemptRow },
  amr: string[],
  at: Date,
): Promise<SignInState> => {
  await finishInteraction(work, tools, interaction, {
    login: { accountId: attempt.subject_id, acr: ACR, amr, ts: Math.floor(at.getTime() / 1000) },
  })
  // The attempt lapses by itself: a finished interaction takes no further step.
  const { name } = await partyOf(tools, interaction.clientId)
  const line: AuditLine = {
    about: attempt.subject_id,
    purpose: 'sign-in',
    detail: { client: name, acr: ACR, factors: amr.join(' ') },
  }
  await writeAuditLine(work, { useCase: 'sign-in', actor: anonymous, line, refusal: null })
  return stateOf(work, tools, interaction, { step: 'second-factor', goTo: interaction.goTo })
}

export const sendSignInCode = useCase({
  contract: SendSignInCode,
  limits: ({ uid }, request) => [
    { scope: 'code.sign-in', key: uid, most: 5, per_s: 3600 },
    { scope: 'code.network', key: request.network, most: 60, per_s: 3600 },
  ],
  permit: anyone, // the interaction's cookie, and a right password before
  async act(work, { uid, channel }, { tools, request }) {
    const { interaction, attempt } = await openAttempt(work, tools, uid)
    const contacts = await contactsOf(work, tools, attempt.subject_id)
    const to = codeAddress(contacts, channel)
    if (!to) {
      throw problem(channel === 'sms' ? 'sign-in.gone' : 'code.no-email')
    }
    const proofId = await drawProof(work, tools, {
      ownerId: attempt.id,
      channel,
      to,
      purpose: 'sign-in',
      language: request.language,
      mayBeSent: true,
    })
    await store.setAttemptProof(work, attemptKey(tools, uid), proofId)
    return stateOf(work, tools, interaction, {
      step: 'second-factor',
      attempt: { ...attempt, proof_id: proofId },
    })
  },
  audit: none('the letter with the code is the notice'),
})

export const giveSignInCode = useCase({
  contract: GiveSignInCode,
  permit: anyone, // the code is the proof
  async act(work, { uid, code }, { tools, now, refuse }) {
    const open = await openAttempt(work, tools, uid)
    if (!open.attempt.proof_id) {
      throw problem('code.expired')
    }
    const refusal = await tryCode(work, tools, open.attempt.id, open.attempt.proof_id, code)
    return refusal ? refuse(refusal) : finish(work, tools, open, ['pwd', 'otp'], now)
  },
  audit: byTheFinish,
})

export const giveDeviceProof = useCase({
  contract: GiveDeviceProof,
  permit: anyone, // device key and passcode are the proof
  async act(work, input, { tools, now, refuse }) {
    const open = await openAttempt(work, tools, input.uid)
    const device = await proveDevice(work, tools, input)
    if (device.subjectId !== open.attempt.subject_id) {
      throw problem('device.unknown')
    }
    const refusal = await tryPasscode(work, tools, device, device.row, input.passcode)
    return refusal ? refuse(refusal) : finish(work, tools, open, ['pwd', 'hwk', 'pin'], now)
  },
  audit: byTheFinish,
})
