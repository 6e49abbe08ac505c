/**
 * What she agreed to share with services, and taking it back (Law 91/2025/QH15): from the moment of her press
 * nothing more is told or given on it.
 */
import { ViewConnectedServices, WithdrawConsent } from '../../../../contract/connected-services.ts'
import { none } from '../../../kernel/audit-line.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { partyOf } from './client.ts'
import { ConsentWithdrawn } from './events.ts'
import { endAllAtParty } from './provider/end-provider-session.ts'
import { isScope } from './sign-in/sign-in-step.ts'
import * as store from './store.ts'

export const viewConnectedServices = useCase({
  contract: ViewConnectedServices,
  permit: citizenHerself,
  async act(work, _, { actor, tools }) {
    const rows = await store.consents(work, actor.subjectId)
    return {
      items: await Promise.all(
        rows.map(async (row) => ({
          ...(await partyOf(tools, row.client_id)),
          mayGet: row.scopes.filter(isScope),
          since: row.given_at.toISOString(),
          lastUsedAt: row.last_used_at?.toISOString() ?? null,
        })),
      ),
    }
  },
  audit: none("one's own agreements"),
})

const partyAsked = (_: Work, { clientId }: { clientId: string }, __: Actor, tools: Tools) =>
  partyOf(tools, clientId)

export const withdrawConsent = useCase({
  contract: WithdrawConsent,
  find: partyAsked,
  permit: citizenHerself,
  // It gives nothing and takes nothing from her.
  isForHeldStill: true,
  async act(work, { clientId }, { actor, found: party, tools, now }) {
    if (!(await store.endConsent(work, actor.subjectId, clientId, now))) {
      throw problem('consent.gone')
    }
    await endAllAtParty(work, tools, actor.subjectId, clientId)
    work.publish(ConsentWithdrawn, actor.subjectId, { clientName: party.name })
    return {}
  },
  audit: ({ actor, found: party }) => ({
    about: actor.subjectId,
    purpose: 'consent-withdrawn',
    outcome: 'done',
    detail: { client: party.name },
  }),
})
