/**
 * What a person is given of a module's tables when she takes along all that is held of her (Law
 * 91/2025/QH15). A table that holds somebody is told by one part, or says in `keeps` why it is not
 * (`untold`); a test compares, so that none is forgotten.
 */
import type { OwnPart } from '../../contract/own-data.ts'
import type { Operation, InputOf, OutputOf } from '../../contract/operation.ts'
import type { Citizen } from './actor.ts'
import type { PresenceOf } from './presence.ts'
import { CommittedRefusal, type Execution, type UseCase } from './use-case.ts'
import type { Work } from './work.ts'

export interface TellingTo {
  readonly work: Work
  readonly doing: Execution<Citizen, undefined, undefined>
  readonly account: { readonly subjectId: string; readonly personalNumber: string; readonly level: number }
  /** Of what grows without end the newest so many. */
  readonly newest: number
}

export interface Telling {
  readonly part: OwnPart
  /** Which tables it tells of; none where another part tells that there is such a row. */
  readonly tables: readonly string[]
  /** Plain data, as it stands in the file: no Date, nothing that JSON has not. */
  tell(to: TellingTo): Promise<unknown>
}

type View<Op extends Operation> = UseCase<Op, Citizen, undefined, undefined>

/** As the app shows it to her: what a view tells has been weighed already. */
export const asShown =
  <Op extends Operation>(view: View<Op>, input: InputOf<Op>) =>
  async ({ work, doing }: TellingTo): Promise<OutputOf<Op>> => {
    // No view asks for presence.
    const presence = null as PresenceOf<Op>
    const result = await view.act(work, input, { ...doing, presence })
    if (result instanceof CommittedRefusal) {
      throw new Error(`${view.contract.name} refuses what it shows`)
    }
    return view.contract.output.parse(result) as OutputOf<Op>
  }

interface Paged {
  readonly items: readonly unknown[]
  readonly next: string | null
}

/** The same of a view that answers page by page: the newest, and whether these are all. */
export const newestShown =
  (page: (cursor: string | undefined) => (to: TellingTo) => Promise<Paged>) => async (to: TellingTo) => {
    const items: unknown[] = []
    let cursor: string | undefined
    do {
      const { items: read, next } = await page(cursor)(to)
      items.push(...read)
      cursor = next ?? undefined
    } while (cursor !== undefined && items.length < to.newest)
    return newestOf(items, to.newest, cursor === undefined)
  }

/** `items` are the newest first; one more than `newest` says that there are more. */
export const newestOf = (items: readonly unknown[], newest: number, isEnd = true) => ({
  items: items.slice(0, newest),
  areAll: isEnd && items.length <= newest,
})
