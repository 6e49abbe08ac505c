/**
 * Agreeing to what a party asks, or refusing. Consent is remembered per party; the first one is a first
 * sign-in, of which a letter tells.
 */
import { GiveConsent, RefuseSignIn } from '../../../../../contract/sign-in.ts'
import { none } from '../../../../kernel/audit-line.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { partyOf } from '../client.ts'
import { fieldsOfScopes } from '../provider/shared-fields.ts'
import { finishInteraction, interactionForUpdate } from './interaction.ts'
import { attemptKey, openInteraction, stateOf } from './sign-in-step.ts'
import * as store from '../store.ts'
import { SignedInAtParty } from '../events.ts'

/** The provider's own session says who agrees. */
const consentForUpdate = async (work: Work, { uid }: { uid: string }, _: Actor, tools: Tools) => {
  const interaction = await openInteraction(work, tools, uid, 'consent')
  const { subjectId } = interaction
  if (!subjectId) {
    throw problem('sign-in.gone')
  }
  return { interaction, subjectId, party: await partyOf(tools, interaction.clientId) }
}

export const giveConsent = useCase({
  contract: GiveConsent,
  find: consentForUpdate,
  // The provider's own session says who agrees, and is looked at again when the sign-in goes on.
  permit: anyone, // the browser that holds the interaction's signed cookie
  async act(work, _, { found: { interaction, subjectId, party }, tools, now }) {
    const { clientId, scopes } = interaction
    const isFirst = await store.saveConsent(work, subjectId, clientId, scopes, now)
    if (isFirst) {
      work.publish(SignedInAtParty, subjectId, { clientName: party.name, domain: party.domain })
    }
    finishInteraction(work, tools, interaction, { consent: {} })
    return stateOf(work, tools, interaction, { step: 'consent', goTo: interaction.goTo })
  },
  audit: ({ found: { interaction, subjectId, party } }) => ({
    about: subjectId,
    purpose: 'consent-given',
    fields: fieldsOfScopes(interaction.scopes),
    detail: { client: party.name },
  }),
})

export const refuseSignIn = useCase({
  contract: RefuseSignIn,
  permit: anyone, // the interaction's cookie; refusing gives nothing away
  async act(work, { uid }, { tools }) {
    const interaction = await interactionForUpdate(work, tools, uid)
    if (interaction.isFinished) {
      throw problem('sign-in.gone')
    }
    finishInteraction(work, tools, interaction, {
      error: 'access_denied',
      error_description: 'the person refused',
    })
    await store.deleteAttempt(work, attemptKey(tools, uid))
    return stateOf(work, tools, interaction, {
      step: interaction.prompt === 'consent' ? 'consent' : 'password',
      goTo: interaction.goTo,
    })
  },
  audit: none('nothing was told and nothing changed'),
})
