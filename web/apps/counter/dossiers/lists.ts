// The office's lists of dossiers, kept while she goes from one dossier to the next, and read again by
// themselves.
import { useEffect } from 'preact/hooks'
import type { ListDossiers } from '../../../../contract/dossier-work.ts'
import { view } from '../../../client/call.ts'
import { beforePages, openPages, type PagesState } from '../../../client/pages.ts'
import { createStore } from '../../../ui/store.ts'
import { setCount } from '../shell/counts.ts'
import { orSignIn } from '../shell/officer.ts'
import { dossierLists, type DossierList, type Listed } from './dossier.ts'

type Lists = Readonly<Record<DossierList, PagesState<Listed>>>

const lists = createStore<Lists>({
  receive: beforePages,
  work: beforePages,
  decide: beforePages,
  waiting: beforePages,
})

const readingOf = (which: DossierList) =>
  openPages<Listed>(
    (cursor) => orSignIn(view<typeof ListDossiers>('dossiers.list', { which, cursor })),
    (change) => {
      const after = change(lists.get()[which])
      lists.set({ ...lists.get(), [which]: after })
      if (!after.isLoading && !after.problem && after.next === null) {
        const isUrgent = after.items.some(({ isOverdue }) => isOverdue)
        setCount(`dossiers-${which}`, { n: after.items.length, isUrgent })
      }
    },
  )

const readings = new Map(dossierLists.map((which) => [which, readingOf(which)]))

/** After a deed: where the dossier stood, and where it may stand now. */
export const readListsAgain = (which: DossierList): void => void readings.get(which)?.load()

/** While no more than this is shown, the list looks again by itself. */
const SHORT_MAX = 50
const AGAIN_S = 20

export const useList = (which: DossierList) => {
  const pages = lists.use()[which]
  const reading = readings.get(which)
  useEffect(() => {
    void reading?.load()
    const timer = setInterval(() => {
      if (!document.hidden && lists.get()[which].items.length <= SHORT_MAX) {
        void reading?.load()
      }
    }, AGAIN_S * 1000)
    return () => clearInterval(timer)
  }, [which])
  return {
    ...pages,
    more: () => void (pages.next && reading?.load(pages.next)),
    retry: () => void reading?.retry(),
    reload: () => void reading?.load(),
  }
}
