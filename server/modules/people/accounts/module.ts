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
import { setLanguage } from './set-language.ts'

export const accountsModule = defineModule('people/accounts', {
  useCases: [setLanguage],
  reactions: accountReactions,
  events: [OneTimeCodeDrawn, PasscodeLocked, AccountDisplaced, AccountClosed, PhoneMovedAway],
  lapses: [
    { table: 'contact_proof', since: 'expires_at', days: lapsedKept_days },
    { table: 'spent_challenge', since: 'ends_at', days: atOnce_days },
    { table: 'sms_spending', since: 'ends_at', days: lapsedKept_days },
    { table: 'sms_alarm', since: 'ends_at', days: lapsedKept_days },
  ],
})
