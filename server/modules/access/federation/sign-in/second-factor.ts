/**
 * The second factor: a code to the phone (or the e-mail, as the other way), or the bound device's key with
 * the passcode.
 */
import { GiveDeviceProof, GiveSignInCode, SendSignInCode } from '../../../../../contract/sign-in.ts'
import { none, type LineOf } from '../../../../kernel/audit-line.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { drawProof, tryCode } from '../../../people/accounts/contact-proof.ts'
import { tryPasscode } from '../../../people/accounts/device.ts'
import { proveDevice, type DeviceProof } from '../../../people/accounts/device-proof.ts'
import { codeAddress, contactsOf, phoneSeen } from '../../../people/accounts/contacts.ts'
import { partyOf } from '../client.ts'
import { ACR } from './acr.ts'
import { finishInteraction, type Interaction } from './interaction.ts'
import { attemptKey, openAttempt, stateOf, type SignInState } from './sign-in-step.ts'
import * as store from '../store.ts'
import type { AttemptRow } from '../store.ts'

interface OpenSignIn {
  readonly interaction: Interaction
  readonly attempt: AttemptRow
  readonly partyName: string
}
const signInForUpdate = async (
  work: Work,
  { uid }: { uid: string },
  _: Actor,
  tools: Tools,
): Promise<OpenSignIn> => {
  const open = await openAttempt(work, tools, uid)
  return { ...open, partyName: (await partyOf(tools, open.interaction.clientId)).name }
}

/**
 * The device is proven beside the look at the sign-in, whose refusal comes first: only one with a right
 * password hears of a device.
 */
const deviceSignInForUpdate = async (
  work: Work,
  input: DeviceProof & { uid: string },
  actor: Actor,
  tools: Tools,
) => {
  const proving = proveDevice(work, tools, input, 'sign-in')
  proving.catch(() => undefined)
  const open = await signInForUpdate(work, input, actor, tools)
  return { ...open, device: await proving }
}

/** About the person whom the password named. A wrong code is no sign-in: its letter is the notice. */
const lineOf =
  (factors: readonly string[]) =>
  ({ found, result }: { found: OpenSignIn; result: SignInState | null }): LineOf<'sign-in'> | null =>
    result && {
      about: found.attempt.subject_id,
      purpose: 'sign-in',
      detail: { client: found.partyName, acr: ACR, factors: factors.join(' ') },
    }

const BY_CODE = ['pwd', 'otp']
const BY_DEVICE = ['pwd', 'hwk', 'pin']

/** Both factors were right: the provider goes on with this person. */
const finish = async (
  work: Work,
  tools: Tools,
  { interaction, attempt }: OpenSignIn,
  amr: string[],
  at: Date,
): Promise<SignInState> => {
  finishInteraction(work, tools, interaction, {
    login: { accountId: attempt.subject_id, acr: ACR, amr, ts: Math.floor(at.getTime() / 1000) },
  })
  // The attempt lapses by itself: a finished interaction takes no further step.
  return stateOf(work, tools, interaction, { step: 'second-factor', goTo: interaction.goTo })
}

export const sendSignInCode = useCase({
  contract: SendSignInCode,
  limits: ({ uid }, request) => [
    { scope: 'code.sign-in', key: `${request.network} ${uid}`, most: 5, per_s: 3600 },
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
      asker: { kind: 'proven', id: attempt.subject_id },
    })
    store.setAttemptProof(work, attemptKey(tools, uid), proofId)
    return stateOf(work, tools, interaction, {
      step: 'second-factor',
      attempt: { ...attempt, proof_id: proofId },
    })
  },
  audit: none('the letter with the code is the notice'),
})

export const giveSignInCode = useCase({
  contract: GiveSignInCode,
  find: signInForUpdate,
  permit: anyone, // the code is the proof
  async act(work, { code }, { found: open, tools, now, refuse }) {
    if (!open.attempt.proof_id) {
      throw problem('code.expired')
    }
    const refusal = await tryCode(work, tools, open.attempt.id, open.attempt.proof_id, code)
    if (refusal) {
      return refuse(refusal)
    }
    phoneSeen(work, open.attempt.subject_id, { ownerId: open.attempt.id, id: open.attempt.proof_id })
    return finish(work, tools, open, BY_CODE, now)
  },
  audit: lineOf(BY_CODE),
})

export const giveDeviceProof = useCase({
  contract: GiveDeviceProof,
  find: deviceSignInForUpdate,
  permit: anyone, // device key and passcode are the proof
  async act(work, input, { found: { device, ...open }, tools, now, refuse }) {
    if (device.subjectId !== open.attempt.subject_id) {
      throw problem('device.unknown')
    }
    const refusal = await tryPasscode(work, tools, device, device.row, input.passcode)
    return refusal ? refuse(refusal) : finish(work, tools, open, BY_DEVICE, now)
  },
  audit: lineOf(BY_DEVICE),
})
