/** Requests that lie before her, as she and her phone read them. */
import { ViewSharing, ViewWaitingSharings } from '../../../../contract/sharing.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { findParty } from '../../registry/parties/known-parties.ts'
import { certificatesOf } from '../../registry/parties/read-certificates.ts'
import * as receipts from './receipt-store.ts'
import { sharingLimits } from './rules.ts'
import { openedRequest, type LyingRequest } from './sharing-request.ts'
import * as store from './sharing-store.ts'

const NOT_HERS = 'what somebody asks of her tells nothing of her'

const shown = ({ row, content }: LyingRequest) => {
  const { id, words, law, retention } = content.purpose
  return {
    id: row.id,
    party: content.party,
    purpose: { id, words, law, retention },
    reference: content.reference,
    way: row.way,
    openedAt: row.opened_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

export const viewSharing = useCase({
  contract: ViewSharing,
  permit: citizenHerself,
  async act(work, { id }, { actor, tools, now }) {
    const row = await store.findRequest(work, actor.subjectId, id)
    if (!row) {
      throw problem('sharing.no-such-request')
    }
    const request = openedRequest(tools, row)
    const party = await findParty(work, row.party_id)
    const receipt = row.state === 'agreed' ? await receipts.find(work, actor.subjectId, id) : undefined
    const isOver = row.state === 'waiting' && row.expires_at <= now
    return {
      ...shown(request),
      state: isOver
        ? ('expired' as const)
        : row.state === 'agreed'
          ? (receipt?.state ?? 'sending')
          : row.state,
      request: request.content.text,
      clientId: request.content.clientId,
      walletNonce: request.content.walletNonce,
      certificates: party ? certificatesOf(party.file).map(({ digest }) => digest.toString('base64url')) : [],
      asks: [...request.content.purpose.asks],
      receiptId: receipt?.id ?? null,
    }
  },
  audit: none(NOT_HERS),
})

/** How many requests wait for her; no more than are shown. */
export const waitingSharings = (read: Reading, subjectId: string, at: Date): Promise<number> =>
  store.countWaiting(read, subjectId, at, inForce(sharingLimits, at).waitingShown)

export const viewWaitingSharings = useCase({
  contract: ViewWaitingSharings,
  permit: citizenHerself,
  async act(work, _, { actor, tools, now }) {
    const most = inForce(sharingLimits, now).waitingShown
    const rows = await store.waitingRequests(work, actor.subjectId, now, most)
    return {
      items: rows.map((row) => ({ ...shown(openedRequest(tools, row)), state: 'waiting' as const })),
    }
  },
  audit: none(NOT_HERS),
})
