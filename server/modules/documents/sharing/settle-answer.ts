/** What becomes of a receipt when the party has taken the answer, or never did. */
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Party } from '../../registry/parties/party.ts'
import { reportParty } from '../../registry/parties/report-party.ts'
import { askableDocuments } from './askable-documents.ts'
import { SharingUndeliverable } from './events.ts'
import { mayReturnTo, type PartyAnswer } from './party-line.ts'
import * as store from './receipt-store.ts'
import { openReceipt, sealReturn } from './receipt.ts'
import { fieldsShared, wordsShared } from './shared-fields.ts'
import type { PostRow } from './sharing-store.ts'

const URL_MOST_characters = 2048

/** `redirect_uri` (OpenID4VP 1.0 §8.2), on an origin of the party's registration; null for every other. */
const returnIn = (party: Party, { text }: PartyAnswer): string | null => {
  try {
    const answer = JSON.parse(text) as unknown
    const uri = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'redirect_uri') : null
    return typeof uri === 'string' && uri.length <= URL_MOST_characters && mayReturnTo(party.file, uri)
      ? uri
      : null
  } catch {
    return null
  }
}

interface Settled {
  readonly post: PostRow
  /** Null with `answer`: it was given up. */
  readonly party: Party | null
  readonly answer: PartyAnswer | null
  readonly at: Date
}

export const settleAnswer = async (
  work: Work,
  tools: Tools,
  { post, party, answer, at }: Settled,
): Promise<void> => {
  const row = await store.lock(work, post.subject_id, post.id)
  if (!row) {
    return
  }
  const content = await openReceipt(tools, row)
  const isTaken = party !== null && answer !== null
  const url = isTaken ? returnIn(party, answer) : null
  const sealedReturn = url === null ? null : await sealReturn(tools, row.subject_id, url)
  const state = isTaken ? 'delivered' : 'undeliverable'
  // Another worker has said so before. What she has withdrawn meanwhile the party has all the same.
  if ((await store.setState(work, row, { state, at, sealedReturn })) === 0) {
    return
  }
  const documents = await askableDocuments(work, at)
  leaveLine(work, {
    useCase: 'sharing.deliver',
    actor: system('sharing'),
    line: {
      about: row.subject_id,
      purpose: 'sharing-delivered',
      ...(isTaken ? { fields: fieldsShared(content.shared) } : {}),
      outcome: isTaken ? 'delivered' : 'undelivered',
      detail: {
        client: content.party.name.vi,
        sharedFor: content.purpose.id,
        ...(content.reference === null ? {} : { reference: content.reference }),
        ...(isTaken ? wordsShared(content.shared, documents) : {}),
      },
    },
  })
  if (!isTaken) {
    const named = { id: row.id, party: content.party.name, purpose: content.purpose.words }
    work.publish(SharingUndeliverable, row.subject_id, named)
    reportParty(work, { partyId: row.party_id, kind: 'undeliverable', what: content.purpose.id, at })
  }
}
