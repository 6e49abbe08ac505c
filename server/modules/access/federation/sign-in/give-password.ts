/**
 * The first factor. A wrong number and a wrong password have one answer, one duration and the same
 * statements, and neither ever reaches the
 * second step.
 */
import { GivePassword } from '../../../../../contract/sign-in.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { newId } from '../../../../kernel/id.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { now as present } from '../../../../kernel/clock.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { prepareTry, settleTry } from '../../authentication/secrets/password.ts'
import { networkTries } from '../rules.ts'
import { attemptKey, openInteraction, stateOf } from './sign-in-step.ts'
import * as store from '../store.ts'

export const givePassword = useCase({
  contract: GivePassword,
  limits: (_, request) => [
    { scope: 'sign-in.network', key: request.network, ...inForce(networkTries, present()) },
  ],
  prepare: (input, { tools, now, request }) => prepareTry(tools, input, now, request.network),
  permit: anyone, // number and password are the proof
  async act(work, { uid }, { tools, prepared, now, refuse }) {
    // Asked together, in this order: what waits for no other answer travels in one message. A wrong password
    // asks for no account, as a number that nobody has.
    const [interaction, subjectId, account] = await Promise.all([
      openInteraction(work, tools, uid, 'login'),
      settleTry(work, prepared, now),
      prepared.isRight && prepared.subjectId ? findAccount(work, prepared.subjectId) : null,
    ])
    if (!subjectId || account?.state !== 'active') {
      return refuse(problem('sign-in.no-match'))
    }
    const attempt = { id: newId(), subject_id: account.subjectId, proof_id: null }
    store.saveAttempt(work, attemptKey(tools, uid), attempt, interaction.expiresAt)
    return stateOf(work, tools, interaction, { step: 'second-factor', attempt })
  },
  audit: none(
    'a line for a known number and none for an unknown one would tell them apart; the finished sign-in leaves its line',
  ),
})
