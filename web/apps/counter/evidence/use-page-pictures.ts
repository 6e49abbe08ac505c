// The pictures of a case's papers as they are here: what this browser took itself is not asked for again, and
// each asking is seen by the persons whom the case is about.
import { useEffect, useState } from 'preact/hooks'
import { base64url } from '../../../client/base64url.ts'
import { asProblem, type Problem } from '../../../client/problem.ts'
import type { SentPicture } from '../../../kit/portrait/picture.ts'
import type { PageOf, PagePictures } from './paper-pages.tsx'

/** As the server names a page: the digest of its bytes. */
export const pageIdOf = async ({ base64 }: SentPicture): Promise<string> => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return base64url(await crypto.subtle.digest('SHA-256', bytes))
}

export type Loaded = readonly { readonly id: string; readonly picture: string }[]

/** `load`: reads all that are kept; null where none is kept any more. */
export const usePagePictures = (
  pages: readonly PageOf[],
  load: (() => Promise<Loaded>) | null,
): PagePictures & { keep: (picture: SentPicture) => Promise<void>; seen: readonly string[] } => {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map())
  const [told, tell] = useState<{ of: string; problem: Problem | null } | null>(null)
  const [round, again] = useState(0)
  const add = (more: readonly (readonly [string, string])[]) =>
    setUrls((before) => new Map([...before, ...more]))
  const wanted = pages.filter(({ id }) => !urls.has(id)).map(({ id }) => id)
  const asking = wanted.length > 0 && load ? `${round} ${wanted.join(' ')}` : ''
  useEffect(() => {
    if (asking === '' || !load) {
      return
    }
    let isHere = true
    const done = (problem: Problem | null) => isHere && tell({ of: asking, problem })
    load().then(
      (loaded) => {
        add(loaded.map(({ id, picture }) => [id, picture] as const))
        done(null)
      },
      (error: unknown) => done(asProblem(error)),
    )
    return () => {
      isHere = false
    }
  }, [asking])
  return {
    urls,
    isLoading: asking !== '' && told?.of !== asking,
    problem: told?.of === asking ? told.problem : null,
    reload: () => again((n) => n + 1),
    keep: async (picture) => add([[await pageIdOf(picture), picture.url]]),
    seen: pages.filter(({ id }) => urls.has(id)).map(({ id }) => id),
  }
}
