// The page's clock. The trial world moves time; the screens follow it through `setClock`.
import { useEffect, useState } from 'preact/hooks'

let read = () => Date.now()

export const setClock = (now: () => number) => {
  read = now
}
export const now = (): number => read()

/**
 * Re-renders at every full second (or `every_s` seconds) of the wall clock; returns the moment in
 * milliseconds.
 */
export const useNow = (every_s = 1): number => {
  const [moment, setMoment] = useState(now)
  useEffect(() => {
    let timer = 0
    const plan = () => {
      const step = every_s * 1000
      timer = window.setTimeout(
        () => {
          setMoment(now())
          plan()
        },
        step - (now() % step) + 5,
      )
    }
    plan()
    return () => clearTimeout(timer)
  }, [every_s])
  return moment
}
