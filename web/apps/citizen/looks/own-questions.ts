// What she has asked about her log, by the line that it is about.
import { useState } from 'preact/hooks'
import type { ViewOwnLookQuestions } from '../../../../contract/look-question.ts'
import { useLoad } from '../../../client/press.ts'
import { ownView, useSession } from '../shell/session.ts'
import type { OwnQuestion } from './ask-about-look.tsx'

export type OwnQuestions = {
  /** Questions are the holder's own: nobody asks with the profile of a child or ward open. */
  readonly mayAsk: boolean
  readonly of: (line: string) => OwnQuestion | undefined
  readonly add: (asked: OwnQuestion) => void
}

export const useOwnQuestions = (): OwnQuestions => {
  const { me, phase } = useSession()
  const isHerself = phase === 'open' && me !== null && !me.acting
  const [added, setAdded] = useState<readonly OwnQuestion[]>([])
  const { data } = useLoad(async () =>
    isHerself ? ownView<typeof ViewOwnLookQuestions>('look-question.own', {}) : { items: [] },
  )
  // The newest first, as the server has them.
  const items = [...added, ...(data?.items ?? [])]
  return {
    mayAsk: isHerself && data !== null,
    of: (line) => items.find((asked) => asked.line === line),
    add: (asked) => setAdded((before) => [asked, ...before]),
  }
}
