// What the server says now, asked again every few seconds while somebody looks at the page. The last answer
// stays when one fails.
import { useEffect, useState } from 'preact/hooks'

export type Polled<T> = { value: T | null; hasFailed: boolean; reload: () => void }

export const usePolled = <T>(load: () => Promise<T>, every_s: number): Polled<T> => {
  const [value, setValue] = useState<T | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isGone = false
    let timer = 0
    const look = async () => {
      if (!document.hidden) {
        try {
          const answer = await load()
          if (isGone) {
            return
          }
          setValue(answer)
          setFailed(false)
        } catch {
          if (!isGone) {
            setFailed(true)
          }
        }
      }
      if (!isGone) {
        timer = window.setTimeout(() => void look(), every_s * 1000)
      }
    }
    void look()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [round])
  return { value, hasFailed, reload: () => setRound((n) => n + 1) }
}
