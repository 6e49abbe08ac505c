// A part of a page whose code is fetched when it is first shown, e.g. the QR reader.
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Skeleton } from './waiting.tsx'

export const lazyPart = <Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> => {
  let Part: ComponentType<Props> | null = null
  return (props) => {
    const [, redraw] = useState(0)
    const [failure, fail] = useState<unknown>(null)
    useEffect(() => {
      if (!Part) {
        load().then((module) => {
          Part = module.default
          redraw((n) => n + 1)
        }, fail)
      }
    }, [])
    if (failure) {
      throw failure
    }
    return Part ? <Part {...props} /> : <Skeleton shape="card" />
  }
}
