// The name of a court or another body, with those of the operator's list that hold what is typed.
import { useEffect, useState } from 'preact/hooks'
import type { ListBodies } from '../../../../contract/counter.ts'
import { view } from '../../../client/call.ts'
import { useReachable } from '../../../client/reachability.ts'
import { Field, type FieldProps } from '../../../ui/field.tsx'

const PAUSE_MS = 250

const useNames = (text: string): readonly string[] => {
  const [names, setNames] = useState<readonly string[]>([])
  const isOnline = useReachable()
  useEffect(() => {
    if (!isOnline || text.trim().length < 2) {
      return
    }
    let isHere = true
    // Not for every letter of a word that is being typed.
    const timer = setTimeout(() => {
      view<typeof ListBodies>('counter.bodies', { text: text.slice(0, 120) }, { retries: 0 }).then(
        (told) => isHere && setNames(told.names),
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [text, isOnline])
  return names
}

export const BodyField = (props: FieldProps) => <Field {...props} suggestions={useNames(props.value)} />
