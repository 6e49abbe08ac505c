/** What this module offers and does: parties ask people for their documents, and are answered. */
import { defineModule } from '../../../kernel/module.ts'
import { lapsedKept_days } from '../../../kernel/retention.ts'
import { agreeToShare, refuseToShare, reportSharing } from './answer-sharing.ts'
import { deliverPosts } from './deliver-posts.ts'
import { SharingAsked, SharingUndeliverable, SharingWishAnswered, SharingWishOverdue } from './events.ts'
import { openSharing } from './open-sharing.ts'
import { pushSharing } from './push-sharing.ts'
import { askErasure, viewReceipt, viewReceipts, withdrawSharing } from './receipts.ts'
import { sharingReactions } from './sharing-reactions.ts'
import { tellPushed } from './tell-pushed.ts'
import { viewSharing, viewWaitingSharings } from './view-sharing.ts'
import { asShown, newestShown } from '../../../kernel/telling.ts'

/** She waits for the party's page to go on. */
const DELIVER_EVERY_MS = 300
const TELL_EVERY_MS = 2000

export const sharingModule = defineModule('documents/sharing', {
  useCases: [
    openSharing,
    viewSharing,
    viewWaitingSharings,
    agreeToShare,
    refuseToShare,
    reportSharing,
    viewReceipts,
    viewReceipt,
    withdrawSharing,
    askErasure,
    pushSharing,
  ],
  events: [SharingAsked, SharingUndeliverable, SharingWishAnswered, SharingWishOverdue],
  reactions: sharingReactions,
  jobs: [
    { name: 'deliver-to-parties', every_ms: DELIVER_EVERY_MS, run: deliverPosts },
    { name: 'tell-of-pushed-requests', every_ms: TELL_EVERY_MS, run: tellPushed },
  ],
  lapses: [
    { table: 'sharing_request', since: 'expires_at', days: lapsedKept_days },
    { table: 'sharing_nonce', since: 'ends_at', days: lapsedKept_days },
  ],
  tells: [
    {
      part: 'shares',
      tables: ['sharing_receipt', 'sharing_wish'],
      tell: newestShown((cursor) => asShown(viewReceipts, { cursor })),
    },
  ],
  keeps: [
    {
      table: 'sharing_request',
      holds: ['subject_id', 'request_digest', 'sealed'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    { table: 'sharing_nonce', holds: ['digest'], fate: { is: 'passes', kind: 'passing', by: 'lapse' } },
    {
      table: 'sharing_receipt',
      holds: ['subject_id', 'sealed', 'sealed_return'],
      fate: { is: 'kept', kind: 'consents', since: 'agreed_at' },
    },
    {
      table: 'sharing_wish',
      holds: ['subject_id', 'law'],
      fate: { is: 'kept', kind: 'consents', since: 'asked_at' },
    },
    {
      table: 'sharing_post',
      holds: ['subject_id', 'sealed'],
      fate: { is: 'passes', kind: 'passing', by: 'deliver-to-parties', holdsKey: true },
    },
  ],
})
