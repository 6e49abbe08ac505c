/** What this module offers and does: the sign-in page's use cases, and the app's over connected services. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { on } from '../../../kernel/reaction.ts'
import { AccountClosed } from '../../people/accounts/events.ts'
import { AccountLocked } from '../../people/locks/events.ts'
import { SignInEnded } from '../authentication/events.ts'
import { viewConnectedServices, withdrawConsent } from './connected-services.ts'
import { ConsentWithdrawn, PartyToBeToldOfLogout, SignedInAtParty } from './events.ts'
import { tellParty } from './leaving.ts'
import {
  endClosed,
  endEverythingOf,
  endProviderSession,
  sweepLapsed,
} from './provider/end-provider-session.ts'
import { givePassword } from './sign-in/give-password.ts'
import { signInUseCases } from './use-cases.ts'
import { asShown } from '../../../kernel/telling.ts'

const SWEEP_EVERY_MS = 600_000

export const federationModule = defineModule('access/federation', {
  useCases: [viewConnectedServices, withdrawConsent],
  forms: {
    citizen: {
      signInPassword: { sends: givePassword },
    },
  },
  signInUseCases,
  events: [SignedInAtParty, ConsentWithdrawn, PartyToBeToldOfLogout],
  reactions: [
    on(AccountLocked, 'end every sign-in, grant and token, and tell the parties', (work, event, tools) =>
      endEverythingOf(work, tools, event.subjectId, new Date(event.data.at)),
    ),
    on(AccountClosed, 'end all that services have of her, and tell them', (work, event, tools) =>
      endClosed(work, tools, event.subjectId, new Date(event.data.at)),
    ),
    on(SignInEnded, 'end it at the provider', (work, { subjectId, data }, tools) =>
      endProviderSession(work, tools, { subjectId, ...data }),
    ),
    on(PartyToBeToldOfLogout, 'tell the party by its back channel', (_, { data }, tools) =>
      tellParty(tools, data),
    ),
  ],
  jobs: [
    {
      name: 'sweep-provider',
      every_ms: SWEEP_EVERY_MS,
      run: async ({ transact }) => (await transact(sweepLapsed)) > 0,
    },
  ],
  tells: [{ part: 'services', tables: ['consent'], tell: asShown(viewConnectedServices, {}) }],
  keeps: [
    {
      table: 'consent',
      holds: ['subject_id', 'client_id', 'scopes'],
      fate: { is: 'kept', kind: 'consents', since: 'withdrawn_at' },
    },
    {
      table: 'oidc_record',
      holds: ['key', 'grant_id', 'session_uid', 'payload'],
      fate: { is: 'passes', kind: 'passing', by: 'sweep-provider' },
    },
    {
      table: 'oidc_passing',
      holds: ['key', 'grant_id', 'session_uid', 'payload'],
      fate: { is: 'passes', kind: 'passing', by: 'sweep-provider' },
    },
    {
      table: 'sign_in_attempt',
      holds: ['key', 'subject_id'],
      fate: { is: 'passes', kind: 'passing', by: 'sweep-provider' },
    },
    ...holdNobody('oidc_client', 'oidc_signing_key'),
  ],
})
