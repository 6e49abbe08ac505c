import { useEffect, useState } from 'preact/hooks'

/**
 * While the next step has just opened its main button rests for a moment: a double press never goes two
 * steps.
 */
export const useRested = (step: number): boolean => {
  const [restedAt, setRested] = useState(step)
  useEffect(() => {
    if (restedAt === step) {
      return
    }
    const timer = setTimeout(() => setRested(step), 450)
    return () => clearTimeout(timer)
  }, [step, restedAt])
  return restedAt === step
}
