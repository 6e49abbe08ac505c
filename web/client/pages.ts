// A list read page by page behind a cursor.
import { useEffect, useRef, useState } from 'preact/hooks'
import { asProblem, type Problem } from './problem.ts'

export type Page<Item> = { items: readonly Item[]; next: string | null }
export type Pages<Item> = {
  items: readonly Item[]
  problem: Problem | null
  isLoading: boolean
  hasMore: boolean
  more: () => void
  reload: () => void
  change: (change: (item: Item) => Item) => void
}

export const usePages = <Item>(read: (cursor: string | undefined) => Promise<Page<Item>>): Pages<Item> => {
  const [state, set] = useState<{
    items: readonly Item[]
    next: string | null
    problem: Problem | null
    isLoading: boolean
  }>({ items: [], next: null, problem: null, isLoading: true })
  const round = useRef(0)
  const load = async (cursor?: string) => {
    const mine = ++round.current
    set((before) => ({ ...before, isLoading: true, problem: null }))
    try {
      const page = await read(cursor)
      if (mine === round.current) {
        set((before) => ({
          items: cursor ? [...before.items, ...page.items] : page.items,
          next: page.next,
          problem: null,
          isLoading: false,
        }))
      }
    } catch (error) {
      if (mine === round.current) {
        set((before) => ({ ...before, problem: asProblem(error), isLoading: false }))
      }
    }
  }
  useEffect(() => {
    void load()
    return () => {
      round.current = -1
    }
  }, [])
  return {
    ...state,
    hasMore: state.next !== null,
    more: () => {
      if (state.next) {
        void load(state.next)
      }
    },
    reload: () => void load(),
    change: (change) => set((before) => ({ ...before, items: before.items.map(change) })),
  }
}
