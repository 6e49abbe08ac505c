/** Change of password, phone and e-mail: each with its proof, each with a notice to the old one. */
import {
  ChangeEmail,
  ChangePassword,
  ChangePhone,
  ConfirmEmail,
  ConfirmPhone,
} from '../../../../../contract/account.ts'
import type { Citizen } from '../../../../kernel/actor.ts'
import { later } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import {
  useCase,
  type RequestContext,
  type Execution,
  CommittedRefusal,
} from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { deliveryOf, drawProof, tryCode } from '../../../people/accounts/contact-proof.ts'
import { boundDeviceForUpdate, tryPasscode } from '../../../people/accounts/device.ts'
import { contactsOf, findAccount, replaceEmail, replacePhone } from '../../../people/accounts/open-account.ts'
import { mustBeGoodPassword } from './password.ts'
import { journeyLifetime_s } from '../rules.ts'
import { endEverySignIn } from '../sessions/sessions.ts'
import * as store from '../store.ts'
import { EmailChanged, PasswordChanged, PhoneChanged } from '../events.ts'

export const changePassword = useCase({
  contract: ChangePassword,
  limits: (_, __, actor) => [
    { scope: 'password.change', key: actor.kind === 'citizen' ? actor.subjectId : '', most: 5, per_s: 900 },
  ],
  async prepare(input, { tools, actor }) {
    const row = await store.passwordOf(tools.read, actor.subjectId)
    const [isRight, phc] = await Promise.all([
      tools.passwords.verify(row?.phc ?? null, input.old),
      tools.passwords.hash(input.new),
    ])
    return { isRight, phc }
  },
  permit: citizenHerself,
  async act(work, input, { actor, prepared, now, refuse }) {
    if (!prepared.isRight) {
      return refuse(problem('sign-in.no-match'))
    }
    const account = await findAccount(work, actor.subjectId)
    mustBeGoodPassword(input.new, account?.personalNumber ?? '', now)
    await store.savePassword(work, actor.subjectId, prepared.phc, now)
    await store.endSessionsBut(work, actor.subjectId, actor.sessionId)
    await store.endOtherJourneys(work, actor.subjectId, null, now)
    await endEverySignIn(work, actor.subjectId, now)
    work.publish(PasswordChanged, actor.subjectId, {})
    return {}
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'PasswordChanged',
    outcome: refusal ?? 'done',
  }),
})

type Change = { kind: 'change-phone' | 'change-email'; to: string; passcode: string }

/** The step-up (the passcode of this very device), then a code to the new address. */
const beginChange = async (
  work: Work,
  change: Change,
  { actor, tools, now, request, refuse }: Execution<Citizen, undefined, undefined>,
) => {
  const device = { subjectId: actor.subjectId, deviceId: actor.deviceId ?? '' }
  const row = await boundDeviceForUpdate(work, device)
  if (!row) {
    throw problem('session.required')
  }
  const refusal = await tryPasscode(work, tools, device, row, change.passcode)
  if (refusal) {
    return refuse(refusal)
  }
  const id = newId()
  const proofId = await drawProof(work, tools, {
    ownerId: id,
    channel: change.kind === 'change-phone' ? 'sms' : 'email',
    to: change.to,
    purpose: change.kind,
    language: request.language,
    mayBeSent: true,
    asker: { kind: 'typed', id: actor.subjectId },
  })
  const target = await tools.sealer.seal(actor.subjectId, `journey.${change.kind}`, change.to)
  await store.insertJourney(work, {
    id,
    kind: change.kind,
    subject_id: actor.subjectId,
    device_id: device.deviceId,
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

const codeLimits = (_: unknown, request: RequestContext) => [
  { scope: 'code.network', key: request.network, most: 60, per_s: 3600 },
]

export const changePhone = useCase({
  contract: ChangePhone,
  limits: codeLimits,
  permit: citizenHerself,
  act: (work, { phone, passcode }, doing) =>
    beginChange(work, { kind: 'change-phone', to: phone, passcode }, doing),
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'phone-change-begun',
    outcome: refusal ?? 'code-sent',
  }),
})

export const changeEmail = useCase({
  contract: ChangeEmail,
  limits: codeLimits,
  permit: citizenHerself,
  act: (work, { email, passcode }, doing) =>
    beginChange(work, { kind: 'change-email', to: email, passcode }, doing),
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'email-change-begun',
    outcome: refusal ?? 'code-sent',
  }),
})

/** The proven new address, or the refusal to keep. */
const proveChange = async (
  work: Work,
  kind: Change['kind'],
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

export const confirmPhone = useCase({
  contract: ConfirmPhone,
  permit: citizenHerself,
  async act(work, { code }, doing) {
    const phone = await proveChange(work, 'change-phone', code, doing)
    if (phone instanceof CommittedRefusal) {
      return phone
    }
    const { actor, tools } = doing
    const old = (await contactsOf(work, tools, actor.subjectId)).phone
    if (!(await replacePhone(work, tools, actor.subjectId, phone))) {
      throw problem('phone.not-usable')
    }
    work.publish(PhoneChanged, actor.subjectId, {
      old: old ? tools.sealer.sealWithPlatformKey('fact.old', old).toString('base64url') : null,
    })
    return {}
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'PhoneChanged',
    fields: ['phone'],
    outcome: refusal ?? 'done',
  }),
})

export const confirmEmail = useCase({
  contract: ConfirmEmail,
  permit: citizenHerself,
  async act(work, { code }, doing) {
    const email = await proveChange(work, 'change-email', code, doing)
    if (email instanceof CommittedRefusal) {
      return email
    }
    const { actor, tools } = doing
    const old = (await contactsOf(work, tools, actor.subjectId)).email
    await replaceEmail(work, tools, actor.subjectId, email)
    work.publish(EmailChanged, actor.subjectId, {
      old: old ? tools.sealer.sealWithPlatformKey('fact.old', old).toString('base64url') : null,
    })
    return {}
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'EmailChanged',
    fields: ['email'],
    outcome: refusal ?? 'done',
  }),
})
