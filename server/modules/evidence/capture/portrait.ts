/**
 * A portrait taken at a counter: its tries, what they say together, and what the officer sees. The same
 * bytes sent again are no new try. Slow work (decoding, comparing) is done before a transaction opens.
 */
import { createHash } from 'node:crypto'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import {
  judgePortrait,
  judgePortraitTries,
  type PortraitJudgement,
} from '../biometrics/face/judge-portrait.ts'
import type { SmallSize } from '../biometrics/face/small-portrait.ts'
import { biometricTries } from '../biometrics/rules.ts'

/** `digest`: of the bytes that came, so that the same bytes sent again are not a new try. */
export interface PortraitTry {
  readonly outcome: PortraitJudgement['outcome']
  readonly score: number
  readonly hints: PortraitJudgement['hints']
  readonly digest: string
  /** Whoever took it had been shown the register's picture of this person. */
  readonly isAfterShown?: boolean
  /** No registered device of the officer's desk signed it. */
  readonly isUnsigned?: boolean
}
export interface WithPortraits {
  readonly portraits: readonly PortraitTry[]
}
export type TakenPortrait = PortraitTry & {
  readonly jpeg: Buffer | null
  /** Not taken here: the register's own picture was brought back. */
  readonly isRegisterPicture: boolean
}
export type PortraitVerdict = 'match' | 'no-match' | 'exception' | 'unfinished'

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')
export const pictureUrl = (jpeg: Buffer | null): string | null =>
  jpeg ? `data:image/jpeg;base64,${jpeg.toString('base64')}` : null

/** Outside of any transaction. `picture`: base64. Throws `server.busy`. */
export const comparePortrait = async (
  tools: Tools,
  personalNumber: string,
  picture: string,
): Promise<TakenPortrait> => {
  const bytes = Buffer.from(picture, 'base64')
  const reference = await registerPortraitOf(tools.read, tools, personalNumber)
  const { jpeg, outcome, score, hints, isRegisterPicture } = await judgePortrait(
    tools.faces,
    reference,
    bytes,
  )
  return { jpeg, outcome, score, hints, isRegisterPicture, digest: digestOf(bytes) }
}

/** Throws `portrait.not-a-picture`. */
export const mustBePicture = ({ jpeg }: TakenPortrait): Buffer => {
  if (!jpeg) {
    throw problem('portrait.not-a-picture')
  }
  return jpeg
}

/** Answers the content itself when these bytes were taken before. Throws `evidence.no-tries-left`. */
export const addPortrait = <C extends WithPortraits>(
  content: C,
  { outcome, score, hints, digest, isAfterShown = false, isUnsigned = true }: PortraitTry,
  at: Date,
): C => {
  if (content.portraits.some((one) => one.digest === digest)) {
    return content
  }
  if (content.portraits.length >= inForce(biometricTries, at)) {
    throw problem('evidence.no-tries-left')
  }
  const taken = { outcome, score, hints, digest, isAfterShown, isUnsigned }
  return { ...content, portraits: [...content.portraits, taken] }
}

/** The picture that matched is the one to keep. */
export const hasMatched = ({ portraits }: WithPortraits): boolean =>
  portraits.some(({ outcome }) => outcome === 'match')

/** Matched, but only by officers who had been shown the register's picture: other eyes look as well. */
export const hasMatchedAfterShown = (content: WithPortraits): boolean =>
  hasMatched(content) &&
  content.portraits.every(({ outcome, isAfterShown }) => outcome !== 'match' || isAfterShown)

export const portraitVerdict = (content: WithPortraits, at: Date): PortraitVerdict =>
  content.portraits.length === 0
    ? 'unfinished'
    : hasMatchedAfterShown(content)
      ? 'exception'
      : judgePortraitTries(
          content.portraits.map(({ outcome }) => outcome),
          at,
        )

/** What the rules leave to a second pair of eyes, as the cases name it; null when nothing is. */
export const portraitException = (
  content: WithPortraits,
  at: Date,
): { kind: 'no-reference' | 'portrait'; finger: null; reason: string | null } | null => {
  if (portraitVerdict(content, at) !== 'exception') {
    return null
  }
  if (hasMatchedAfterShown(content)) {
    return { kind: 'portrait', finger: null, reason: 'shown' }
  }
  const last = content.portraits.at(-1)?.outcome
  return last === 'no-reference'
    ? { kind: 'no-reference', finger: null, reason: 'portrait' }
    : { kind: 'portrait', finger: null, reason: last ?? null }
}

/**
 * How the register's picture may be shown, if at all. Whoever takes the portrait has it only once the live
 * one has matched: after tries in vain she could bring it back in the next case. Other eyes have it to decide
 * by.
 */
export const registerPictureFor = (
  content: WithPortraits,
  { isTakenByMe, isWaiting }: { readonly isTakenByMe: boolean; readonly isWaiting: boolean },
): SmallSize | null => (isWaiting && !isTakenByMe ? 'compare' : hasMatched(content) ? 'glance' : null)

/** Whether an officer who took the case has seen the person match, not having been shown the register's. */
export const hasTakenLive = (content: WithPortraits, isTakenByMe: boolean): boolean =>
  isTakenByMe && hasMatched(content) && !hasMatchedAfterShown(content)

/** What the officer sees of it; null before the first try. */
export const portraitSeen = (content: WithPortraits, at: Date, taken: Buffer | null) => {
  const last = content.portraits.at(-1)
  if (!last) {
    return null
  }
  const tries = content.portraits.length
  const best = content.portraits.find(({ outcome }) => outcome === 'match') ?? last
  return {
    outcome: best.outcome,
    score: best.score,
    hints: [...last.hints],
    tries,
    triesLeft: Math.max(0, inForce(biometricTries, at) - tries),
    verdict: portraitVerdict(content, at),
    taken: pictureUrl(taken),
  }
}
