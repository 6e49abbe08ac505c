/**
 * Tells facts to reactions. A fact is taken out of the outbox and all of its reactions are done in one
 * transaction, so that each is done
 * exactly once, however often a worker dies; a fact whose reaction fails stays, with its tries counted and
 * its next one later.
 */
import { now } from '../kernel/clock.ts'
import { Problem } from '../kernel/problem.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Reading, Work } from '../kernel/work.ts'
import * as store from '../storage/outbox-store.ts'
import type { OutboxRow } from '../storage/outbox-store.ts'
import type { Transact } from '../storage/transact.ts'

export interface ToldFact {
  readonly subjectId: string
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface Reaction {
  /** The kind of fact. */
  readonly on: string
  readonly name: string
  /** Writes by `work` only: what leaves the database is not undone when the transaction is. */
  run(work: Work, fact: ToldFact, tools: Tools): Promise<void>
}

export interface Dispatcher {
  /** Tells what is due; answers whether there was anything. */
  run(): Promise<boolean>
}

const FIRST_S = 1
const LONGEST_S = 600
/** Facts told at the same time by one process: each lane holds one connection. */
const LANES = 4
const PER_RUN = 200

export interface DispatcherOptions {
  readonly transact: Transact
  readonly tools: Tools
  readonly reactions: readonly Reaction[]
  /** For the log; `reason` holds no personal data. */
  onFailure(failure: { kind: string; reaction: string; reason: string }): void
  readonly lanes?: number
  readonly first_s?: number
}

export const openDispatcher = (options: DispatcherOptions): Dispatcher => {
  const { transact, lanes = LANES } = options
  const byKind = Map.groupBy(options.reactions, (reaction) => reaction.on)

  const tellOne = (): Promise<boolean> =>
    transact(async (work) => {
      const row = await store.claimEvent(work, now())
      if (!row) {
        return false
      }
      const todo = byKind.get(row.kind) ?? []
      if (todo.length > 0 && !(await tell(work, row, todo, options))) {
        return true
      }
      await store.deleteEvent(work, row)
      return true
    })

  return {
    async run() {
      let hadWork = false
      const lane = async (): Promise<void> => {
        for (let i = 0; i < PER_RUN / lanes; i++) {
          if (!(await tellOne())) {
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

/**
 * All of a fact's reactions or none. The row stays claimed meanwhile, so that a failed fact is not taken up
 * at once by the next lane.
 */
const tell = async (
  work: Work,
  row: OutboxRow,
  todo: readonly Reaction[],
  { tools, onFailure, first_s = FIRST_S }: DispatcherOptions,
): Promise<boolean> => {
  const held: (() => void)[] = []
  const tentative: Work = {
    ...work,
    publish: (event, subjectId, data) => void held.push(() => work.publish(event, subjectId, data)),
    afterCommit: (deed) => void held.push(() => work.afterCommit(deed)),
  }
  let doing = ''
  await work.run('savepoint reactions')
  try {
    for (const reaction of todo) {
      doing = reaction.name
      await reaction.run(tentative, { subjectId: row.subject_id, kind: row.kind, data: row.data }, tools)
    }
  } catch (error) {
    await work.run('rollback to savepoint reactions')
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
  for (const deed of held) {
    deed()
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
  /** Facts that have failed at least once, counted up to 1000. */
  readonly failing: number
  /** How long the oldest due fact has waited. */
  readonly oldest_s: number
}

/** For the readiness page and the metrics. */
export const outboxBacklog = async (read: Reading): Promise<Backlog> => {
  const at = now()
  const row = await store.backlog(read, at)
  return {
    failing: row.failing,
    oldest_s: row.oldest ? Math.max(0, Math.round((at.getTime() - row.oldest.getTime()) / 1000)) : 0,
  }
}
