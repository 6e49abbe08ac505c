// What stands on this page and nowhere else: the browser asks before it is lost.
import { useEffect } from 'preact/hooks'

/** Before the page is loaded again, or closed, while `isOnly`. */
export const useOnlyCopy = (isOnly: boolean): void =>
  useEffect(() => {
    const keep = (event: BeforeUnloadEvent) => {
      if (isOnly) {
        event.preventDefault()
      }
    }
    addEventListener('beforeunload', keep)
    return () => removeEventListener('beforeunload', keep)
  }, [isOnly])
