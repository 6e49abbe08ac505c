/** Where a sign-in stands, as the page sees it. */
import type { z } from 'zod'
import { scopeName, type signInState } from '../../../../../contract/sign-in.ts'
import { now } from '../../../../kernel/clock.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { deliveryOf } from '../../../people/accounts/contact-proof.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { partyOf } from '../client.ts'
import { interactionForUpdate, type Interaction } from './interaction.ts'
import * as store from '../store.ts'
import type { AttemptRow } from '../store.ts'

export type SignInState = z.infer<typeof signInState>
export type Step = SignInState['step']

export const attemptKey = (tools: Tools, uid: string): Buffer => tools.digests.secret('sign-in-attempt', uid)

/** The interaction that a deed may still change. Throws `sign-in.gone`. */
export const openInteraction = async (
  work: Work,
  tools: Tools,
  uid: string,
  prompt: Interaction['prompt'],
): Promise<Interaction> => {
  const interaction = await interactionForUpdate(work, tools, uid)
  if (interaction.isFinished || interaction.prompt !== prompt) {
    throw problem('sign-in.gone')
  }
  return interaction
}

/** A login whose password was right. Throws `sign-in.gone`: the page asks for the password again. */
export const openAttempt = async (
  work: Work,
  tools: Tools,
  uid: string,
): Promise<{ interaction: Interaction; attempt: AttemptRow }> => {
  const [interaction, attempt] = await Promise.all([
    openInteraction(work, tools, uid, 'login'),
    store.attempt(work, attemptKey(tools, uid), now()),
  ])
  // It may have been locked since the password was right.
  if (!attempt || (await findAccount(work, attempt.subject_id))?.state !== 'active') {
    throw problem('sign-in.gone')
  }
  return { interaction, attempt }
}

export const isScope = (scope: string): scope is z.infer<typeof scopeName> =>
  scopeName.options.some((known) => known === scope)

export const stateOf = async (
  work: Work,
  tools: Tools,
  interaction: Interaction,
  at: { step: Step; attempt?: AttemptRow | undefined; goTo?: string | null },
): Promise<SignInState> => {
  const { name, domain } = await partyOf(tools, interaction.clientId)
  const proofId = at.attempt?.proof_id
  return {
    step: at.step,
    client: { name, domain },
    asks: at.step === 'consent' ? interaction.scopes.filter(isScope) : [],
    code:
      at.attempt && proofId
        ? await deliveryOf(work, tools, at.attempt.id, proofId, { isBlind: false })
        : null,
    goTo: at.goTo ?? null,
  }
}
