/** What this module offers and does. */
import { atOnce_days, lapsedKept_days } from '../../../kernel/retention.ts'
import {
  AccountClosed,
  AccountDisplaced,
  OneTimeCodeDrawn,
  PasscodeLocked,
  PhoneMovedAway,
} from './events.ts'
import { defineModule } from '../../../kernel/module.ts'
import { accountReactions } from './account-reactions.ts'
import { digestContacts } from './digest-contacts.ts'
import { setLanguage } from './set-language.ts'

/** Whatever an update left is there when the first worker starts; it has no hurry after that. */
const UNDIGESTED_EVERY_MS = 3_600_000

export const accountsModule = defineModule('people/accounts', {
  useCases: [setLanguage],
  reactions: accountReactions,
  events: [OneTimeCodeDrawn, PasscodeLocked, AccountDisplaced, AccountClosed, PhoneMovedAway],
  jobs: [
    {
      name: 'digest-contacts',
      every_ms: UNDIGESTED_EVERY_MS,
      run: async ({ transact, tools }) => (await digestContacts(transact, tools)) > 0,
    },
  ],
  lapses: [
    { table: 'contact_proof', since: 'expires_at', days: lapsedKept_days },
    { table: 'spent_challenge', since: 'ends_at', days: atOnce_days },
    { table: 'sms_spending', since: 'ends_at', days: lapsedKept_days },
    { table: 'sms_alarm', since: 'ends_at', days: lapsedKept_days },
  ],
})
