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
import { biometricTries } from '../biometrics/rules.ts'

/** `digest`: of the bytes that came, so that the same bytes sent again are not a new try. */
export interface PortraitTry {
  readonly outcome: PortraitJudgement['outcome']
  readonly score: number
  readonly hints: PortraitJudgement['hints']
  readonly digest: string
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
  { outcome, score, hints, digest }: PortraitTry,
  at: Date,
): C => {
  if (content.portraits.some((one) => one.digest === digest)) {
    return content
  }
  if (content.portraits.length >= inForce(biometricTries, at)) {
    throw problem('evidence.no-tries-left')
  }
  return { ...content, portraits: [...content.portraits, { outcome, score, hints, digest }] }
}

/** The picture that matched is the one to keep. */
export const hasMatched = ({ portraits }: WithPortraits): boolean =>
  portraits.some(({ outcome }) => outcome === 'match')

export const portraitVerdict = ({ portraits }: WithPortraits, at: Date): PortraitVerdict =>
  portraits.length === 0
    ? 'unfinished'
    : judgePortraitTries(
        portraits.map(({ outcome }) => outcome),
        at,
      )

/**
 * Whether the register's picture may be shown. Whoever takes the portrait has it only once the live one has
 * matched: after tries in vain she could bring it back in the next case. Other eyes have it to decide by.
 */
export const isRegisterPictureShown = (
  content: WithPortraits,
  { isTakenByMe, isWaiting }: { readonly isTakenByMe: boolean; readonly isWaiting: boolean },
): boolean => hasMatched(content) || (isWaiting && !isTakenByMe)

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
