// A list read page by page behind a cursor.
import { useEffect, useRef, useState } from 'preact/hooks'
import { asProblem, type Problem } from './problem.ts'

export type Page<Item> = { items: readonly Item[]; next: string | null }
type Read<Item> = (cursor: string | undefined) => Promise<Page<Item>>
export type Pages<Item> = {
  items: readonly Item[]
  problem: Problem | null
  isLoading: boolean
  hasMore: boolean
  more: () => void
  /** Reads the page again that could not be read; what was read before it stays. */
  retry: () => void
  /** From the first page on. */
  reload: () => void
  change: (change: (item: Item) => Item) => void
}

export type PagesState<Item> = {
  readonly items: readonly Item[]
  readonly next: string | null
  readonly problem: Problem | null
  readonly isLoading: boolean
}
export const beforePages = { items: [], next: null, problem: null, isLoading: true } as const

type Change<Item> = (before: PagesState<Item>) => PagesState<Item>

/**
 * Reads pages into a state that somebody keeps. Only the reading that was begun last is heard; none is after
 * `stop`.
 */
export const openPages = <Item>(read: Read<Item>, set: (change: Change<Item>) => void) => {
  let round = 0
  let lastAsked: string | undefined
  const load = async (cursor?: string): Promise<void> => {
    const mine = ++round
    const isHeard = () => mine === round
    lastAsked = cursor
    set((before) => ({ ...before, isLoading: true, problem: null }))
    try {
      const { items, next } = await read(cursor)
      if (isHeard()) {
        set((before) => ({
          items: cursor ? [...before.items, ...items] : items,
          next,
          problem: null,
          isLoading: false,
        }))
      }
    } catch (error) {
      if (isHeard()) {
        set((before) => ({ ...before, problem: asProblem(error), isLoading: false }))
      }
    }
  }
  return {
    load,
    retry: (): Promise<void> => load(lastAsked),
    stop: (): void => {
      round = -1
    },
  }
}

export const usePages = <Item>(read: Read<Item>): Pages<Item> => {
  const [state, set] = useState<PagesState<Item>>(beforePages)
  const newest = useRef(read)
  newest.current = read
  const opened = useRef<ReturnType<typeof openPages<Item>> | null>(null)
  opened.current ??= openPages<Item>((cursor) => newest.current(cursor), set)
  const { load, retry, stop } = opened.current
  useEffect(() => {
    void load()
    return stop
  }, [])
  return {
    ...state,
    hasMore: state.next !== null,
    more: () => {
      if (state.next) {
        void load(state.next)
      }
    },
    retry: () => void retry(),
    reload: () => void load(),
    change: (change) => set((before) => ({ ...before, items: before.items.map(change) })),
  }
}
