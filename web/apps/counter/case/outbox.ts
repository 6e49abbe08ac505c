// Deeds that were written down at this counter while the line was down, and are sent in the order in which
// they were written when it is back.
// Each keeps the idempotency key it was given at the desk, so that a deed whose answer was lost is done once.
// Nothing in here is final.
import { deed } from '../../../client/call.ts'
import { Problem } from '../../../client/problem.ts'
import { isReachable } from '../../../client/reachability.ts'
import { now } from '../../../ui/clock.ts'
import { createStore } from '../../../ui/store.ts'
import { setCount } from '../shell/counts.ts'
import { orSignIn } from '../shell/officer.ts'
import { openSealedStore } from '../shell/sealed-store.ts'

export type WrittenDeed = { name: string; input: Record<string, unknown>; key: string; isDone: boolean }
type Conflict = { code: string; detail: string; deed: string }
export type OutboxItem = {
  /** The case's own id. */
  id: string
  kind: 'level-2'
  title: string
  /** Where the case is opened once the server knows it. */
  href: string
  queuedAt: string
  deeds: WrittenDeed[]
  state: 'waiting' | 'conflict' | 'sent'
  conflict: Conflict | null
  sentAt: string | null
}

const sealed = openSealedStore<OutboxItem>('sen-counter-outbox')

export const outbox = createStore<readonly OutboxItem[]>([])
export const isSending = createStore(false)

export const writeDeed = (name: string, input: Record<string, unknown>): WrittenDeed => ({
  name,
  input,
  key: crypto.randomUUID(),
  isDone: false,
})

const readOutbox = async (): Promise<void> => {
  const items = (await sealed.all()).toSorted((a, b) => a.queuedAt.localeCompare(b.queuedAt))
  outbox.set(items)
  setCount('outbox', {
    n: items.filter(({ state }) => state !== 'sent').length,
    isUrgent: items.some(({ state }) => state === 'conflict'),
  })
}

export const unsentCount = (): number => outbox.get().filter(({ state }) => state !== 'sent').length
export const leftByOthers = (): Promise<number> => sealed.countOfOthers()

const keep = async (item: OutboxItem): Promise<void> => {
  await sealed.put(item.id, item)
  await readOutbox()
}

/** Adds a case, or the further deeds of one that already waits. */
export const queueDeeds = async (
  item: Pick<OutboxItem, 'id' | 'kind' | 'title' | 'href' | 'deeds'>,
): Promise<void> => {
  const before = await sealed.get(item.id)
  const deeds = before && before.state !== 'sent' ? [...before.deeds, ...item.deeds] : item.deeds
  await keep({
    ...item,
    deeds,
    queuedAt: before?.queuedAt ?? new Date(now()).toISOString(),
    state: 'waiting',
    conflict: null,
    sentAt: null,
  })
  void sendOutbox()
}

export const dropItem = async (id: string): Promise<void> => {
  await sealed.remove(id)
  await readOutbox()
}

/** Tries a refused case once more, from the deed that was refused. */
export const retryItem = async (item: OutboxItem): Promise<void> => {
  await keep({ ...item, state: 'waiting', conflict: null })
  await sendOutbox()
}

/** The server may say no later what it could not say now: these end the round, not the case. */
const isForLater = (problem: Problem): boolean =>
  problem.isOfNetwork ||
  problem.status >= 500 ||
  problem.status === 429 ||
  problem.code === 'session.required'

/** Sends one case from its first unsent deed on; false when the line is down again. */
const sendItem = async (item: OutboxItem): Promise<boolean> => {
  let current = item
  for (const [at, written] of item.deeds.entries()) {
    if (written.isDone) {
      continue
    }
    try {
      await orSignIn(deed(written.name, written.input, { key: written.key, retries: 0 }))
    } catch (error) {
      if (!(error instanceof Problem)) {
        throw error
      }
      if (isForLater(error)) {
        return false
      }
      await keep({
        ...current,
        state: 'conflict',
        conflict: { code: error.code, detail: error.detail, deed: written.name },
      })
      return true
    }
    current = {
      ...current,
      deeds: current.deeds.map((one, i) => (i === at ? { ...one, isDone: true } : one)),
    }
    await keep(current)
  }
  // What was sent is the server's now; the person's data does not stay at the desk.
  await keep({ ...current, deeds: [], state: 'sent', conflict: null, sentAt: new Date(now()).toISOString() })
  return true
}

/** One round through all that waits, oldest first. A second call while one runs does nothing. */
export const sendOutbox = async (): Promise<void> => {
  if (isSending.get()) {
    return
  }
  isSending.set(true)
  try {
    await readOutbox()
    if (!isReachable()) {
      return
    }
    for (const item of outbox.get()) {
      if (item.state === 'waiting' && !(await sendItem(item))) {
        break
      }
    }
  } finally {
    isSending.set(false)
  }
}

export const wipeOutbox = async (): Promise<void> => {
  await sealed.wipe()
  await readOutbox()
}
