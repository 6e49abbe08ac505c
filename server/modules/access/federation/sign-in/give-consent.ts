/**
 * Agreeing to what a party asks, or refusing. Consent is remembered per party; the first one is a first
 * sign-in, of which a letter tells.
 */
import { GiveConsent, RefuseSignIn } from '../../../../../contract/sign-in.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { writeAuditLine } from '../../../../kernel/audit-store.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { partyOf } from '../client.ts'
import { finishInteraction, interactionForUpdate } from './interaction.ts'
import { attemptKey, openInteraction, stateOf } from './sign-in-step.ts'
import * as store from '../store.ts'
import { SignedInAtParty } from '../events.ts'

export const giveConsent = useCase({
  contract: GiveConsent,
  permit: anyone, // the interaction's cookie; the provider's own session says who agrees, and is looked at again when it goes on
  async act(work, { uid }, { tools, now, actor }) {
    const interaction = await openInteraction(work, tools, uid, 'consent')
    const { subjectId, clientId, scopes } = interaction
    if (!subjectId) {
      throw problem('sign-in.gone')
    }
    const party = await partyOf(tools, clientId)
    const isFirst = await store.saveConsent(work, subjectId, clientId, scopes, now)
    if (isFirst) {
      work.publish(SignedInAtParty, subjectId, { clientName: party.name, domain: party.domain })
    }
    await finishInteraction(work, tools, interaction, { consent: {} })
    const line = {
      about: subjectId,
      purpose: 'consent-given',
      fields: [...scopes],
      detail: { client: party.name },
    }
    await writeAuditLine(work, { useCase: 'sign-in.consent', actor, line, refusal: null })
    return stateOf(work, tools, interaction, { step: 'consent', goTo: interaction.goTo })
  },
  audit: none("the deed writes its line itself, about the person of the provider's session"),
})

export const refuseSignIn = useCase({
  contract: RefuseSignIn,
  permit: anyone, // the interaction's cookie; refusing gives nothing away
  async act(work, { uid }, { tools }) {
    const interaction = await interactionForUpdate(work, tools, uid)
    if (interaction.isFinished) {
      throw problem('sign-in.gone')
    }
    await finishInteraction(work, tools, interaction, {
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
