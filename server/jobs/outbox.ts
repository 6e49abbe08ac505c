/**
 * Gives events to reactions. An event is taken out of the outbox and all of its reactions are done in one
 * transaction, so that each is done exactly once, however often a worker dies; an event whose reaction fails
 * stays, with its tries counted and its next one later. An event that this version does not know or cannot
 * read is kept, counted and shown, and taken up by the version that can.
 */
import { now } from '../kernel/clock.ts'
import type { EventType } from '../kernel/event.ts'
import { Problem } from '../kernel/problem.ts'
import type { Reaction } from '../kernel/reaction.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Reading, Transact, Work } from '../kernel/work.ts'
import * as store from '../storage/outbox-store.ts'
import type { KeptBecause, OutboxRow } from '../storage/outbox-store.ts'

export interface Dispatcher {
  /** Takes what is due; answers whether there was anything. */
  run(): Promise<boolean>
}

const FIRST_S = 1
const LONGEST_S = 600
/** Events taken at the same time by one process: each lane holds one connection. */
const LANES = 4
const PER_RUN = 200
/** While two versions run side by side, the older one may keep what the newer one knows. */
const TAKE_UP_EVERY_MS = 600_000

interface DispatcherOptions {
  readonly transact: Transact
  readonly tools: Tools
  /** Every declared event. */
  readonly events: readonly EventType[]
  readonly reactions: readonly Reaction[]
  /** For the log; `reason` holds no personal data. */
  onFailure(failure: { kind: string; reaction: string; reason: string }): void
  /** For the log: an event that nobody here knows or can read. */
  onKept(event: { kind: string; because: KeptBecause }): void
  readonly lanes?: number
  readonly first_s?: number
  readonly takeUpEvery_ms?: number
}

export const openDispatcher = (options: DispatcherOptions): Dispatcher => {
  const { transact, onKept, lanes = LANES, takeUpEvery_ms = TAKE_UP_EVERY_MS } = options
  const known = new Map(options.events.map((event) => [event.name, event]))
  const byKind = Map.groupBy(options.reactions, ({ event }) => event.name)
  let takenUpAt = -Infinity

  const takeUp = async (): Promise<void> => {
    const at = performance.now()
    if (at - takenUpAt >= takeUpEvery_ms) {
      await transact((work) => store.takeUpKept(work, [...known.keys()], now()))
      takenUpAt = at
    }
  }

  const takeOne = (): Promise<boolean> =>
    transact(async (work) => {
      const row = await store.claimEvent(work, now())
      if (!row) {
        return false
      }
      const because = whyKept(known.get(row.kind), row)
      if (because) {
        await store.keepEvent(work, row, because)
        work.afterCommit(() => onKept({ kind: row.kind, because }))
        return true
      }
      const todo = byKind.get(row.kind) ?? []
      if (todo.length > 0 && !(await react(work, row, todo, options))) {
        return true
      }
      await store.deleteEvent(work, row)
      return true
    })

  return {
    async run() {
      await takeUp()
      if (!(await store.isAnyDue(options.tools.read, now()))) {
        return false
      }
      let hadWork = false
      const lane = async (): Promise<void> => {
        for (let i = 0; i < PER_RUN / lanes; i++) {
          if (!(await takeOne())) {
            return
          }
          hadWork = true
        }
      }
      const results = await Promise.allSettled(Array.from({ length: lanes }, lane))
      const broken = results.find((result) => result.status === 'rejected')
      if (broken) {
        throw broken.reason
      }
      return hadWork
    },
  }
}

const whyKept = (event: EventType | undefined, row: OutboxRow): KeptBecause | null => {
  if (!event) {
    return 'unknown'
  }
  return event.data.safeParse(row.data).success ? null : 'unreadable'
}

/**
 * All of an event's reactions or none. The row stays claimed meanwhile, so that a failed event is not taken
 * up at once by the next lane.
 */
const react = async (
  work: Work,
  row: OutboxRow,
  todo: readonly Reaction[],
  { tools, onFailure, first_s = FIRST_S }: DispatcherOptions,
): Promise<boolean> => {
  const held: (() => void)[] = []
  const tentative: Work = {
    ...work,
    publish: (event, subjectId, data) => void held.push(() => work.publish(event, subjectId, data)),
    afterCommit: (then) => void held.push(() => work.afterCommit(then)),
  }
  let doing = ''
  await work.mark('reactions')
  try {
    for (const reaction of todo) {
      doing = reaction.name
      await reaction.run(tentative, { subjectId: row.subject_id, data: row.data }, tools)
    }
    // What a reaction only sent fails here, where it can be taken back.
    await work.run('release savepoint reactions')
  } catch (error) {
    await work.undoTo('reactions')
    const reason = reasonOf(error)
    await store.postponeEvent(work, row, {
      error: `${doing}: ${reason}`,
      at: now(),
      first_s,
      longest_s: LONGEST_S,
    })
    work.afterCommit(() => onFailure({ kind: row.kind, reaction: doing, reason }))
    return false
  }
  for (const publishOrWake of held) {
    publishOrWake()
  }
  return true
}

const PLACE = /^\s+at .*?([\w.-]+\.[jt]s:\d+)/m
/** What went wrong and where, without the message: a message may quote the row it failed on. */
const reasonOf = (error: unknown): string => {
  if (error instanceof Problem) {
    return error.code
  }
  if (!(error instanceof Error)) {
    return 'not an error'
  }
  const code = (error as NodeJS.ErrnoException).code
  const frames = (error.stack ?? '').replace(error.message, '')
  const place = PLACE.exec(frames)?.[1]
  return [error.name, typeof code === 'string' ? code : '', place ? `at ${place}` : '']
    .filter(Boolean)
    .join(' ')
}

export interface Backlog {
  /** Events that have failed at least once, counted up to 1000. */
  readonly failing: number
  /** Events that this version does not know or cannot read, counted up to 1000. */
  readonly kept: number
  /** How long the oldest due event has waited. */
  readonly oldest_s: number
}

/** For the readiness page and the metrics. */
export const outboxBacklog = async (read: Reading): Promise<Backlog> => {
  const at = now()
  const row = await store.backlog(read, at)
  return {
    failing: row.failing,
    kept: row.kept,
    oldest_s: row.oldest ? Math.max(0, Math.round((at.getTime() - row.oldest.getTime()) / 1000)) : 0,
  }
}
