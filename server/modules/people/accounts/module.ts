/** What this module offers and does. */
import { atOnce_days, lapsedKept_days } from '../../../kernel/retention.ts'
import { AccountClosed, AccountDisplaced, OneTimeCodeDrawn, PasscodeLocked } from './events.ts'
import { defineModule } from '../../../kernel/module.ts'
import { setLanguage } from './set-language.ts'

export const accountsModule = defineModule('people/accounts', {
  useCases: [setLanguage],
  events: [OneTimeCodeDrawn, PasscodeLocked, AccountDisplaced, AccountClosed],
  lapses: [
    { table: 'contact_proof', since: 'expires_at', days: lapsedKept_days },
    { table: 'spent_challenge', since: 'ends_at', days: atOnce_days },
    { table: 'sms_spending', since: 'ends_at', days: lapsedKept_days },
    { table: 'sms_alarm', since: 'ends_at', days: lapsedKept_days },
  ],
})
