// A press and what became of it: busy while it runs, a problem when it was refused. A page that is left takes
// no answer.
import { useEffect, useRef, useState } from 'preact/hooks'
import { asProblem, type Problem } from './problem.ts'

export type Press = {
  isBusy: boolean
  problem: Problem | null
  /** Counts the refusals: the `key` of an error summary, so that it takes the focus again. */
  refusals: number
  /** Runs the work unless it is running already; answers whether it was done. */
  press: (work: () => Promise<void>) => Promise<boolean>
  clear: () => void
}

export const usePress = (): Press => {
  const [state, set] = useState<{ isBusy: boolean; problem: Problem | null; refusals: number }>({
    isBusy: false,
    problem: null,
    refusals: 0,
  })
  const isHere = useRef(true)
  const isRunning = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const press = async (work: () => Promise<void>): Promise<boolean> => {
    if (isRunning.current) {
      return false
    }
    isRunning.current = true
    set((before) => ({ ...before, isBusy: true }))
    try {
      await work()
      if (isHere.current) {
        set((before) => ({ ...before, isBusy: false, problem: null }))
      }
      return true
    } catch (error) {
      const problem = asProblem(error)
      if (isHere.current) {
        set((before) => ({ isBusy: false, problem, refusals: before.refusals + 1 }))
      }
      return false
    } finally {
      isRunning.current = false
    }
  }
  return { ...state, press, clear: () => set((before) => ({ ...before, problem: null })) }
}

export type Loaded<T> = { data: T | null; problem: Problem | null; isLoading: boolean; reload: () => void }

/**
 * Reads when the page opens, and again on `reload`; what was read stays on screen when a later reading fails.
 */
export const useLoad = <T>(read: () => Promise<T>): Loaded<T> => {
  const [state, set] = useState<{ data: T | null; problem: Problem | null; isLoading: boolean }>({
    data: null,
    problem: null,
    isLoading: true,
  })
  const [round, again] = useState(0)
  useEffect(() => {
    let isHere = true
    set((before) => ({ ...before, isLoading: true }))
    read().then(
      (data) => {
        if (isHere) {
          set({ data, problem: null, isLoading: false })
        }
      },
      (error: unknown) => {
        if (isHere) {
          set((before) => ({ data: before.data, problem: asProblem(error), isLoading: false }))
        }
      },
    )
    return () => {
      isHere = false
    }
  }, [round])
  return { ...state, reload: () => again((n) => n + 1) }
}
