/** Change of password, phone and e-mail: each with its proof, each with a notice to the old one. */
import {
  ChangeEmail,
  ChangePassword,
  ChangePhone,
  ConfirmEmail,
  ConfirmPhone,
} from '../../../../../contract/account.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { CommittedRefusal, useCase } from '../../../../kernel/use-case.ts'
import { contactsOf, replaceEmail, replacePhone } from '../../../people/accounts/contacts.ts'
import { knownOf } from './judge-password.ts'
import { mustBeGoodPassword } from './password.ts'
import { beginStepUp, codeLimits, finishStepUp } from './step-up.ts'
import { endEverySignIn } from '../sessions/sessions.ts'
import * as store from '../store.ts'
import { EmailChanged, PasswordChanged, PhoneChanged } from '../events.ts'

const nothingKnown = { birthDate: '', personalNumber: '', phone: null }

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
  async act(work, input, { actor, prepared, tools, now, refuse }) {
    if (!prepared.isRight) {
      return refuse(problem('sign-in.no-match'))
    }
    const known = await knownOf(work, tools, actor.subjectId)
    mustBeGoodPassword(input.new, known ?? nothingKnown, now)
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

export const changePhone = useCase({
  contract: ChangePhone,
  limits: codeLimits,
  permit: citizenHerself,
  act: (work, { phone, passcode }, doing) =>
    beginStepUp(work, { kind: 'change-phone', to: phone, passcode }, doing),
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
    beginStepUp(work, { kind: 'change-email', to: email, passcode }, doing),
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'email-change-begun',
    outcome: refusal ?? 'code-sent',
  }),
})

export const confirmPhone = useCase({
  contract: ConfirmPhone,
  permit: citizenHerself,
  async act(work, { code }, doing) {
    const phone = await finishStepUp(work, 'change-phone', code, doing)
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
    const email = await finishStepUp(work, 'change-email', code, doing)
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
