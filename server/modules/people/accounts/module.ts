/** What this module offers and does. */
import { atOnce_days, lapsedKept_days } from '../../../kernel/retention.ts'
import {
  AccountClosed,
  AccountDisplaced,
  HolderRegisterContactChanged,
  HolderResidenceChanged,
  OneTimeCodeDrawn,
  PasscodeLocked,
  PhoneAskedAbout,
  PhoneFreed,
  PhoneMovedAway,
} from './events.ts'
import { defineModule } from '../../../kernel/module.ts'
import { accountReactions } from './account-reactions.ts'
import { digestContacts } from './digest-contacts.ts'
import { residenceReactions } from './residence-reactions.ts'
import { setLanguage } from './set-language.ts'
import { tellAccount } from './tell-account.ts'

/** Whatever an update left is there when the first worker starts; it has no hurry after that. */
const UNDIGESTED_EVERY_MS = 3_600_000

export const accountsModule = defineModule('people/accounts', {
  useCases: [setLanguage],
  reactions: [...accountReactions, ...residenceReactions],
  events: [
    OneTimeCodeDrawn,
    PasscodeLocked,
    AccountDisplaced,
    AccountClosed,
    PhoneMovedAway,
    PhoneAskedAbout,
    PhoneFreed,
    HolderResidenceChanged,
    HolderRegisterContactChanged,
  ],
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
  tells: [{ part: 'account', tables: ['account', 'contact'], tell: tellAccount }],
  keeps: [
    {
      table: 'account',
      holds: ['subject_id', 'personal_number', 'level', 'state', 'language'],
      fate: {
        is: 'unlinked',
        kind: 'account',
        clears: 'number',
        why: 'level and dates under an opaque identifier',
      },
    },
    {
      table: 'identifier',
      holds: ['digest', 'subject_id'],
      untold: 'inner',
      fate: {
        is: 'unlinked',
        kind: 'account',
        why: 'the keyed digest of the number: she is the same person when she comes again',
      },
    },
    {
      table: 'erasure',
      holds: ['subject_id', 'number_digest'],
      fate: { is: 'passes', kind: 'passing', by: 'erase-closed' },
    },
    {
      table: 'erasure_without_account',
      holds: ['subject_id', 'number_digest'],
      fate: { is: 'passes', kind: 'passing', by: 'erase-without-account' },
    },
    {
      table: 'contact',
      holds: ['subject_id', 'kind', 'sealed_value', 'digest', 'digested'],
      fate: { is: 'at-once', kind: 'contact' },
    },
    {
      table: 'device',
      holds: ['subject_id', 'name', 'public_key', 'passcode_verifier'],
      fate: { is: 'at-once', kind: 'devices' },
    },
    {
      table: 'contact_proof',
      holds: ['owner_id', 'channel', 'sealed_to', 'sealed_code', 'code_digest', 'tries_key', 'crowd_key'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    { table: 'spent_challenge', holds: ['digest'], fate: { is: 'passes', kind: 'passing', by: 'lapse' } },
    { table: 'sms_spending', holds: ['key'], fate: { is: 'passes', kind: 'passing', by: 'lapse' } },
    { table: 'sms_alarm', holds: ['key'], fate: { is: 'passes', kind: 'passing', by: 'lapse' } },
  ],
})
