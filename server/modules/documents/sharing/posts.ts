/** What is to be sent to a party, written down with the deed and sent afterwards (`deliver-posts.ts`). */
import { later } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { deliveryRule, noticeRule } from './rules.ts'
import * as store from './sharing-store.ts'

const COLUMN = 'sharing_post.sealed'
const DAY_S = 86_400

/** The same bytes each time: a party that has taken them answers again what it answered. */
export interface PostContent {
  readonly url: string
  /** `application/x-www-form-urlencoded`. */
  readonly form: string
}
interface Posting {
  readonly subjectId: string
  readonly id: string
  readonly partyId: string
  readonly at: Date
}

/** OpenID4VP 1.0 §8.2 and §8.3, or an error of §8.5. */
export const postAnswer = async (
  work: Work,
  { sealer }: Pick<Tools, 'sealer'>,
  { subjectId, id, partyId, at }: Posting,
  {
    kind,
    url,
    fields,
  }: { kind: 'answer' | 'refusal'; url: string; fields: Readonly<Record<string, string>> },
): Promise<void> => {
  const content: PostContent = { url, form: new URLSearchParams(fields).toString() }
  const rule = inForce(deliveryRule, at)
  await store.insertPost(work, {
    subject_id: subjectId,
    id,
    kind,
    party_id: partyId,
    sealed: await sealer.seal(subjectId, COLUMN, JSON.stringify(content)),
    look_at: at,
    until_at: later(at, kind === 'answer' ? rule.answer_s : rule.refusal_s),
  })
}
export const openPost = async (
  { sealer }: Pick<Tools, 'sealer'>,
  { subject_id, sealed }: store.PostRow,
): Promise<PostContent | null> =>
  sealed && (JSON.parse((await sealer.open(subject_id, COLUMN, sealed)).toString('utf8')) as PostContent)

/** A notice is written anew each time: its signature lasts minutes. */
export const postWish = async (
  work: Work,
  { subjectId, id, partyId, at }: Posting,
  { kind, dueAt, from }: { kind: 'withdraw' | 'erase'; dueAt: Date; from: Date },
): Promise<void> => {
  const { giveUpAfterDue_days: days } = inForce(noticeRule, at)
  await store.insertPost(work, {
    subject_id: subjectId,
    id,
    kind,
    party_id: partyId,
    sealed: null,
    look_at: from,
    until_at: later(dueAt, days * DAY_S),
  })
}
