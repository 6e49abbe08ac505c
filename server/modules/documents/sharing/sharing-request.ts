/** A request as it lies before somebody: what the party signed, and the party and purpose of that moment. */
import type { Purpose } from '../../registry/parties/party.ts'
import { shownParty, shownPurpose } from '../../registry/parties/party.ts'
import { newId } from '../../../kernel/id.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Judged, Way } from './judge-request.ts'
import * as store from './sharing-store.ts'

const COLUMN = 'sharing_request.sealed'

export interface RequestContent {
  readonly text: string
  readonly clientId: string
  readonly walletNonce: string | null
  readonly nonce: string
  /** What the party wants back with an error, and where it goes. */
  readonly state: string | null
  readonly responseUri: string
  readonly reference: string | null
  readonly party: ReturnType<typeof shownParty>
  readonly purpose: ReturnType<typeof shownPurpose> & { readonly asks: Purpose['asks'] }
}
export interface LyingRequest {
  readonly row: store.RequestRow
  readonly content: RequestContent
}

export const openedRequest = ({ sealer }: Pick<Tools, 'sealer'>, row: store.RequestRow): LyingRequest => ({
  row,
  content: JSON.parse(sealer.unsealWithPlatformKey(COLUMN, row.sealed).toString('utf8')) as RequestContent,
})

interface Laying {
  readonly subjectId: string
  readonly isKept: boolean
  readonly text: string
  readonly way: Way
  readonly walletNonce: string | null
  readonly judged: Judged
  readonly at: Date
}
/** Lays it before her, once; answers the digest by which it is found. */
export const layRequest = async (
  work: Work,
  { sealer, digests }: Tools,
  { subjectId, isKept, text, way, walletNonce, judged, at }: Laying,
): Promise<Buffer> => {
  const { party, purpose, reference, nonce, state, responseUri, clientId } = judged
  const content: RequestContent = {
    text,
    clientId,
    walletNonce,
    nonce,
    state,
    responseUri,
    reference,
    party: shownParty(party.file),
    purpose: { ...shownPurpose(purpose), asks: purpose.asks },
  }
  const request_digest = digests.secret('sharing-request', text)
  await store.insertRequest(work, {
    subject_id: subjectId,
    id: newId(),
    party_id: party.file.id,
    request_digest,
    way,
    sealed: sealer.sealWithPlatformKey(COLUMN, JSON.stringify(content)),
    opened_at: at,
    expires_at: judged.expiresAt,
    isKept,
  })
  return request_digest
}

/** Throws `sharing.no-such-request`. */
export const lockedRequest = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  id: string,
): Promise<LyingRequest> => {
  const row = await store.lockRequest(work, subjectId, id)
  if (!row) {
    throw problem('sharing.no-such-request')
  }
  return openedRequest(tools, row)
}

/** Throws `sharing.answered`, `sharing.expired`. */
export const mustWait = ({ row }: LyingRequest, at: Date): void => {
  if (row.state !== 'waiting') {
    throw problem('sharing.answered')
  }
  if (row.expires_at <= at) {
    throw problem('sharing.expired')
  }
}

/** Throws `sharing.answered` where somebody else, or she on another phone, has answered it. */
export const answerOnce = async (
  work: Work,
  { digests }: Tools,
  { row, content }: LyingRequest,
  state: Exclude<store.RequestState, 'waiting'>,
): Promise<void> => {
  const digest = digests.secret('sharing-nonce', `${row.party_id} ${content.nonce}`)
  if (!(await store.spendNonce(work, digest, row.expires_at))) {
    throw problem('sharing.answered')
  }
  await store.setRequestState(work, row, state)
}
