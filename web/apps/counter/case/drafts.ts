// Cases that were begun at this counter and put aside: a store of its own beside the outbox, because a draft
// is never sent by itself.
import { now } from '../../../ui/clock.ts'
import { createStore } from '../../../ui/store.ts'
import { setCount } from '../shell/counts.ts'
import { openSealedStore } from '../shell/sealed-store.ts'

export type Draft<Content = unknown> = {
  /** The case's own id. */
  id: string
  kind: 'level-2'
  /** The person's name once it is known, else empty. */
  title: string
  /** Where it is gone on with. */
  href: string
  /** The step that is open, as the journey counts. */
  step: number
  steps: number
  savedAt: string
  content: Content
}

const sealed = openSealedStore<Draft>('sen-counter-drafts')

export const drafts = createStore<readonly Draft[]>([])

export const readDrafts = async (): Promise<void> => {
  const all = (await sealed.all()).toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
  drafts.set(all)
  setCount('drafts', { n: all.length })
}

/** Answers the moment of saving. */
export const saveDraft = async (draft: Omit<Draft, 'savedAt'>): Promise<string> => {
  const savedAt = new Date(now()).toISOString()
  await sealed.put(draft.id, { ...draft, savedAt })
  await readDrafts()
  return savedAt
}

export const findDraft = (id: string): Promise<Draft | null> => sealed.get(id)

export const dropDraft = async (id: string): Promise<void> => {
  await sealed.remove(id)
  await readDrafts()
}

export const wipeDrafts = async (): Promise<void> => {
  await sealed.wipe()
  await readDrafts()
}
