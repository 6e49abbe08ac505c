/** A hand at a phone or a desk: it presses a button once, twice, or anew where no answer came. */
import { Caller, Refused } from './kills-part-caller.ts'
import type { Journal } from './filing-under-kills-part-acts.ts'

export interface Manner {
  readonly chance: () => number
  /** A control: whatever is sent again goes out as if it were new. */
  readonly isCareless: boolean
  readonly givesUpAfter?: number
}
/** How often an answer is lost on its way, and a button pressed twice. */
const ANSWER_LOST = 0.1
const TAPPED_TWICE = 0.1

export class Hand extends Caller {
  private readonly manner: Manner
  constructor(origin: string, journal: Journal, manner: Manner, cookies: [string, string][] = []) {
    super(origin, journal, cookies)
    this.manner = manner
  }

  /** `anew`: what it sends again where it takes that for new. */
  async press<T>(name: string, input: object, anew: () => object = () => input): Promise<T> {
    const { isCareless, chance } = this.manner
    const send = this.deedOf(name, input, isCareless ? anew : undefined)
    const luck = chance()
    if (luck < ANSWER_LOST) {
      await send()
      return (await send(true)) as T
    }
    if (luck >= ANSWER_LOST + TAPPED_TWICE) {
      return (await send()) as T
    }
    const [one, two] = await Promise.all([send(), send()])
    if (JSON.stringify(one) !== JSON.stringify(two)) {
      throw new Refused(`two answers to one ${name}`)
    }
    return one as T
  }
}
