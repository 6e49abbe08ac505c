/**
 * Sends parties what people agreed to, that they refused, and what they wish later. Each is asked outside of
 * any transaction, by the same bytes until it is taken: at least once, and shown to her once. A party that
 * hangs holds up its own line and nobody else's.
 */
import type { AppContext } from '../../../kernel/app-context.ts'
import { later, now } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Work } from '../../../kernel/work.ts'
import { findParty } from '../../registry/parties/known-parties.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { mayAskNow, type Party } from '../../registry/parties/party.ts'
import type { Asked } from '../sources/source-lines.ts'
import { askParty, type PartyAnswer, type PartyQuestion } from './party-line.ts'
import { openPost } from './posts.ts'
import { deliveryRule, noticeRule } from './rules.ts'
import { settleAnswer } from './settle-answer.ts'
import { noticeOf, settleWish } from './settle-wish.ts'
import * as store from './sharing-store.ts'

type Context = Pick<AppContext, 'transact' | 'tools'>
/** Well above what one party's line takes (`sharing.party_lines`): who hangs leaves the others theirs. */
const AT_ONCE = 128
/** While somebody's party takes its time, the others are looked for again after this. */
const LOOK_AGAIN_MS = 200
const LOOK_FOR_MS = 10_000

/**
 * Answers whether there was anything to send. What comes meanwhile is begun as well, so that the slowest
 * party is not everybody's.
 */
export const deliverPosts = async (context: Context): Promise<boolean> => {
  const under = new Set<Promise<void>>()
  const faults: unknown[] = []
  let begun = 0
  const begin = (due: Parameters<typeof store.leasePost>[1]): void => {
    begun++
    const one = deliverOne(context, due)
      .catch((fault: unknown) => void faults.push(fault))
      .finally(() => under.delete(one))
    under.add(one)
  }
  const began_ms = performance.now()
  do {
    for await (const due of store.duePosts(context.tools.read, now())) {
      begin(due)
      if (under.size >= AT_ONCE) {
        await Promise.race(under)
      }
    }
    if (under.size > 0) {
      await Promise.race([...under, new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))])
    }
  } while (under.size > 0 && performance.now() - began_ms < LOOK_FOR_MS)
  await Promise.all(under)
  if (faults.length > 0) {
    throw faults[0]
  }
  return begun > 0
}

interface Turn {
  readonly post: store.PostRow
  readonly party: Party
  readonly question: PartyQuestion
}

const deliverOne = async (context: Context, due: Parameters<typeof store.leasePost>[1]): Promise<void> => {
  const turn = await takeTurn(context, due)
  if (turn) {
    const asked = await askParty(turn.party.file, turn.question, now())
    await context.transact((work) => settle(work, context, { ...turn, asked }))
  }
}

/** undefined: another worker has it, or the party may be told nothing just now. */
const takeTurn = ({ transact, tools }: Context, due: Parameters<typeof store.leasePost>[1]) =>
  transact(async (work): Promise<Turn | undefined> => {
    const at = now()
    const rule = inForce(deliveryRule, at)
    const post = await store.leasePost(work, due, at, later(at, rule.lease_s))
    if (!post) {
      return undefined
    }
    const party = await findParty(work, post.party_id)
    const isWish = post.kind === 'withdraw' || post.kind === 'erase'
    // A party that may not ask is given nothing; what it has been given it answers for, also when it is
    // ended. While her account is locked nothing of hers is given: whoever had her phone may have agreed.
    const isGiven = post.kind !== 'answer' || (await findAccount(work, post.subject_id))?.state === 'active'
    if (!party || !isGiven || (!isWish && !mayAskNow(party, at))) {
      await putOff(work, tools, { post, at, wasRefused: false })
      return undefined
    }
    const question = isWish ? await noticeOf(work, tools, { post, party }) : await questionOf(tools, post)
    if (!question) {
      await store.endPost(work, post)
      return undefined
    }
    return { post, party, question }
  })

const questionOf = async (tools: Context['tools'], post: store.PostRow): Promise<PartyQuestion | null> => {
  const content = await openPost(tools, post)
  return (
    content && {
      url: content.url,
      method: 'POST',
      accept: 'application/json',
      body: { type: 'application/x-www-form-urlencoded', text: content.form },
    }
  )
}

interface Came extends Turn {
  readonly asked: Asked<PartyAnswer>
}

const settle = async (work: Work, { tools }: Context, came: Came): Promise<void> => {
  const { post, party, asked } = came
  const at = now()
  if (asked.is === 'full') {
    const { full_s } = inForce(deliveryRule, at)
    await store.putOffPost(work, post, { lookAt: later(at, full_s), tries: post.tries })
    return
  }
  const answer = asked.is === 'answered' && isTaken(asked.answer) ? asked.answer : null
  if (post.kind === 'withdraw' || post.kind === 'erase') {
    const goesOn = await settleWish(work, tools, { post, kind: post.kind, answer, at })
    if (goesOn) {
      await putOff(work, tools, { post, at, wasRefused: false, by: goesOn.lateAt })
    }
    return
  }
  if (!answer) {
    const wasRefused = asked.is === 'answered' && !COME_AGAIN.has(asked.answer.status)
    await putOff(work, tools, { post, at, wasRefused })
    return
  }
  // It may be gone: she has taken it back while it was on its way.
  await store.endPost(work, post)
  // Of a refusal nothing is kept: the party knows, and there is no more to say.
  if (post.kind === 'answer') {
    await settleAnswer(work, tools, { post, party, answer, at })
  }
}

/** The standard has 200 (§8.2); who answers another 2xx has it all the same, and must not get it again. */
const isTaken = ({ status }: PartyAnswer): boolean => status >= 200 && status < 300
/** RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4. */
const COME_AGAIN: ReadonlySet<number> = new Set([408, 425, 429])

const nth = (waits: readonly number[], tries: number): number => waits[Math.min(tries, waits.length - 1)] ?? 0
/** From the third time on a party that says that it does not take it is believed. */
const REFUSED_MOST = 3

interface PuttingOff {
  readonly post: store.PostRow
  readonly at: Date
  /** It answered, and did not take it. */
  readonly wasRefused: boolean
  /** No later than this. */
  readonly by?: Date | null
}
/** Tries again later, or gives up: what was to be sent is erased then. */
const putOff = async (
  work: Work,
  tools: Context['tools'],
  { post, at, wasRefused, by = null }: PuttingOff,
): Promise<void> => {
  const isWish = post.kind === 'withdraw' || post.kind === 'erase'
  const waits = isWish ? inForce(noticeRule, at).again_s : inForce(deliveryRule, at).again_s
  const tries = post.tries + 1
  const isOver = post.until_at <= at || (wasRefused && tries >= REFUSED_MOST)
  if (!isOver) {
    const next = later(at, nth(waits, post.tries))
    await store.putOffPost(work, post, { lookAt: by !== null && by < next ? by : next, tries })
  } else if ((await store.endPost(work, post)) && post.kind === 'answer') {
    await settleAnswer(work, tools, { post, party: null, answer: null, at })
  }
}
