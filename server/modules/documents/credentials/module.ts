/** What this module offers and does: documents for phones and wallets, and where their status stands. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { atOnce_days, lapsedKept_days } from '../../../kernel/retention.ts'
import { credentialReactions } from './issuing/credential-reactions.ts'
import { followWatched } from './issuing/follow-facts.ts'
import { viewCredentials } from './issuing/view-credentials.ts'
import { giveCredentialToken } from './openid4vci/give-token.ts'
import { issueCredentials } from './openid4vci/issue-credentials.ts'
import { drawNonce } from './openid4vci/nonce.ts'
import { noteCredentials } from './openid4vci/note-credentials.ts'
import { offerCredentials } from './openid4vci/offer-credentials.ts'
import { closeFullLists, publishLists } from './status/publish-lists.ts'
import { tellCredentials } from './issuing/tell-credentials.ts'

const OFTEN_MS = 15_000
const SELDOM_MS = 600_000

export const credentialsModule = defineModule('documents/credentials', {
  useCases: [offerCredentials, viewCredentials],
  issuerUseCases: [giveCredentialToken, drawNonce, issueCredentials, noteCredentials],
  reactions: credentialReactions,
  jobs: [
    { name: 'publish-status-lists', every_ms: OFTEN_MS, run: publishLists },
    { name: 'close-status-lists', every_ms: SELDOM_MS, run: closeFullLists },
    {
      name: 'follow-credentials',
      every_ms: SELDOM_MS,
      run: ({ transact, tools }) => followWatched(transact, tools),
    },
  ],
  lapses: [
    { table: 'credential_offer', since: 'expires_at', days: lapsedKept_days },
    { table: 'spent_credential_nonce', since: 'ends_at', days: atOnce_days },
  ],
  tells: [{ part: 'credentials', tables: ['credential_batch'], tell: tellCredentials }],
  keeps: [
    {
      table: 'credential_batch',
      holds: ['subject_id', 'document_id', 'holder_id', 'tie_id', 'device_id', 'source_mark'],
      fate: { is: 'passes', kind: 'passing', by: 'follow-credentials' },
    },
    {
      table: 'issued_credential',
      holds: ['subject_id', 'key_digest', 'list_id', 'idx'],
      untold: 'inner',
      fate: { is: 'passes', kind: 'passing', by: 'follow-credentials' },
    },
    {
      table: 'credential_watch',
      holds: ['subject_id'],
      untold: 'inner',
      fate: { is: 'passes', kind: 'passing', by: 'follow-credentials' },
    },
    {
      table: 'credential_offer',
      holds: [
        'code_digest',
        'subject_id',
        'holder_id',
        'tie_id',
        'device_id',
        'session_id',
        'configurations',
        'tx_code_digest',
        'token_digest',
      ],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    ...holdNobody(
      'credential_authority',
      'credential_signer',
      'status_list',
      'status_list_token',
      'status_entry',
      'spent_credential_nonce',
    ),
  ],
})
