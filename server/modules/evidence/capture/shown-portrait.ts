/**
 * The register's picture on its way to an officer: small, and noted. No other place sends it to a browser of
 * a counter (a law of `tools/tidy`); what she takes for a live one afterwards is for other eyes as well.
 */
import { actorReference, type Officer } from '../../../kernel/actor.ts'
import { later } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { smallPortrait, type SmallSize } from '../biometrics/face/small-portrait.ts'
import { pictureUrl } from './portrait.ts'
import { shownPortrait_days } from './rules.ts'
import * as store from './shown-portrait-store.ts'

const DAY_S = 86_400

export interface ShownTo {
  readonly actor: Officer
  readonly at: Date
  readonly size: SmallSize
  /** In this case she took a live picture that matched: what she is shown is less than what she has. */
  readonly hasTakenLive: boolean
}
type Seeing = Pick<ShownTo, 'actor' | 'at'>

/** Two numbers of one person are one pair of eyes here too. */
const eyesOf = (actor: Officer): string => actor.personKey ?? actorReference(actor)
const aboutOf = ({ digests }: Pick<Tools, 'digests'>, number: string): Buffer =>
  digests.identifier('number', number)

/** For what holds the picture besides, such as the files of a card's chip. */
export const noteShown = (work: Work, tools: Tools, number: string, { actor, at }: Seeing): void =>
  store.keepShown(work, eyesOf(actor), aboutOf(tools, number), at)

/** A data address, or null when the register has no picture. */
export const showRegisterPortrait = async (
  work: Work,
  tools: Tools,
  number: string,
  to: ShownTo,
): Promise<string | null> => {
  return showSmall(work, tools, { number, picture: await registerPortraitOf(work, tools, number) }, to)
}

/** Of the chip too: a card is made with the register's picture. */
export const showSmall = async (
  work: Work,
  tools: Tools,
  { number, picture }: { readonly number: string; readonly picture: Buffer | null },
  to: ShownTo,
): Promise<string | null> => {
  const small = picture && (await smallPortrait(picture, to.size))
  if (small && !to.hasTakenLive) {
    noteShown(work, tools, number, to)
  }
  return pictureUrl(small)
}

/** Whether this person's picture was shown to her so lately that her own capture is not enough alone. */
export const wasShown = (
  read: Reading,
  tools: Tools,
  number: string,
  { actor, at }: Seeing,
): Promise<boolean> =>
  store.isShownSince(
    read,
    eyesOf(actor),
    aboutOf(tools, number),
    later(at, -DAY_S * inForce(shownPortrait_days, at)),
  )
