// The queue of the officer's office, shared by the pages: those due first stand on top.
import type { ViewQueue } from '../../../../contract/enrolment.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { createStore } from '../../../ui/store.ts'
import { setCount } from '../shell/counts.ts'
import { dueWords } from '../shell/due.tsx'
import { orSignIn } from '../shell/officer.ts'

export type Queue = OutputOf<typeof ViewQueue>
export type Waiting = Queue['items'][number]

export const queue = createStore<Queue | null>(null)

export const readQueue = async (): Promise<Queue> => {
  const first = await orSignIn(view<typeof ViewQueue>('enrolment.queue', {}))
  queue.set(first)
  setCount('level-1', { n: first.waiting, isUrgent: first.items.some(({ dueAt }) => dueWords(dueAt).isOver) })
  return first
}

/** Adds the next page to what is on screen. */
export const readMore = async (): Promise<void> => {
  const here = queue.get()
  if (!here?.next) {
    return
  }
  const more = await orSignIn(view<typeof ViewQueue>('enrolment.queue', { cursor: here.next }))
  queue.set({ ...more, items: [...here.items, ...more.items] })
}

/** The application to look at after this one, or null when nothing waits. */
export const nextAfter = async (reference: string): Promise<string | null> =>
  (await readQueue()).items.find((item) => item.reference !== reference)?.reference ?? null
