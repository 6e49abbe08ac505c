// A value the whole page shares, with a hook that re-renders who reads it: all the state management the user
// interface needs.
import { useEffect, useRef, useState } from 'preact/hooks'

export type Store<T> = {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
  use: () => T
}

export const createStore = <T>(initial: T, changed?: (value: T) => void): Store<T> => {
  let current = initial
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const use = () => {
    const [, redraw] = useState(0)
    // The effect runs after the drawing was painted; on a slow phone the value may have changed in between,
    // and nobody would tell.
    const drawn = useRef(current)
    drawn.current = current
    useEffect(() => {
      const stop = subscribe(() => redraw((n) => n + 1))
      if (drawn.current !== current) {
        redraw((n) => n + 1)
      }
      return stop
    }, [])
    return current
  }
  const set = (value: T) => {
    if (value === current) {
      return
    }
    current = value
    changed?.(value)
    for (const listener of listeners) {
      listener()
    }
  }
  return { get: () => current, set, subscribe, use }
}

/** Reads the browser's own storage; a private window that refuses it is treated as empty. */
export const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export const remember = (key: string, value: string) => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage is refused: the choice holds for this page only.
  }
}
