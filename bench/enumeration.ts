/**
 * The promise: how long an answer takes tells nobody whether a person, an account, or a pair of number and
 * phone exists. Each route is asked many times, by turns for somebody and for nobody; the figure is the
 * chance that the longer of two answers is the one about somebody (area under the curve; 0.50 tells nothing).
 * The control plants what used to tell: the contacts of an account are opened before the answer.
 */
import { parseArgs } from 'node:util'
import { openFixture, type Fixture } from '../testing/fixture.ts'
import { clockOffset_ms, moveClock } from '../server/kernel/clock.ts'
import { Problem } from '../server/kernel/problem.ts'
import { settlePeople, type People } from './enumeration-part-people.ts'
import type { Route } from './enumeration-part-route.ts'
import { routesOf } from './enumeration-part-routes.ts'

const say = (text: string): void => void process.stderr.write(`${text}\n`)
/** Tries that only warm up. */
const WARM = 200
const BOUND = 0.02

/** `args`: --tries N (of each route), --people N (of each kind), --only NAME (a part of a route's name). */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: { tries: { type: 'string' }, people: { type: 'string' }, only: { type: 'string' } },
  })
  const tries = Number(values.tries ?? 10_000)
  const clockAtFirst = clockOffset_ms()
  const fixture = await openFixture()
  try {
    const people = await settlePeople(fixture, Number(values.people ?? 200))
    const results: Measured[] = []
    for (const route of await routesOf(fixture, people)) {
      if (route.name.includes(values.only ?? '')) {
        results.push(await measure(fixture, people, route, tries))
        say(JSON.stringify(results.at(-1)))
      }
    }
    const isKept = results.every(({ isControl, auc }) => isControl || Math.abs(auc - 0.5) <= BOUND)
    const doesControlShow = results.some(({ isControl, auc }) => isControl && auc - 0.5 > 2 * BOUND)
    return { promise: `AUC 0.50 ± ${BOUND}`, tries, isKept, doesControlShow, results }
  } finally {
    moveClock(clockAtFirst)
    await fixture.stop()
  }
}

interface Measured {
  readonly route: string
  readonly auc: number
  readonly somebody_ms: number
  readonly nobody_ms: number
  readonly ends: Readonly<Record<string, number>>
  readonly isControl: boolean
}

const measure = async (fixture: Fixture, people: People, route: Route, tries: number): Promise<Measured> => {
  const times = { somebody: [] as number[], nobody: [] as number[] }
  const ends: Record<string, number> = {}
  for (let turn = 0; turn < tries + WARM; turn++) {
    // By turns, and the order within a pair by turns as well: whatever drifts or comes in rhythm hits both.
    const who = (turn ^ (turn >> 1)) & 1 ? ('somebody' as const) : ('nobody' as const)
    await forgetCounts(fixture)
    const ask = await route.ready(who === 'somebody', turn)
    const began = performance.now()
    const end = await ask().then(
      () => 'done',
      (error: unknown) => (error instanceof Problem ? error.code : Promise.reject(error as Error)),
    )
    const took = performance.now() - began
    if (turn >= WARM) {
      times[who].push(took)
      ends[`${who} ${end}`] = (ends[`${who} ${end}`] ?? 0) + 1
    }
    if (turn % 200 === 199) {
      await forgetRows(fixture)
    }
  }
  return {
    route: route.name,
    auc: Math.round(auc(times.somebody, times.nobody) * 1000) / 1000,
    somebody_ms: middle(times.somebody),
    nobody_ms: middle(times.nobody),
    ends,
    isControl: route.isControl ?? false,
  }
}

/** Limits would stop the bench; they are not what is measured. */
const forgetCounts = async ({ pool }: Fixture): Promise<void> => {
  await pool.query('delete from attempt_counter; delete from sms_spending; delete from password_guard')
}
/** What the tries left behind: a table that grows, and letters that nobody waits for. */
const forgetRows = async ({ pool }: Fixture): Promise<void> => {
  await pool.query('delete from outbox; delete from contact_proof; delete from journey; delete from recovery')
}

/** Mann and Whitney's U over the number of pairs. */
const auc = (more: readonly number[], less: readonly number[]): number => {
  const all = [...more.map((at) => ({ at, is: 1 })), ...less.map((at) => ({ at, is: 0 }))].sort(
    (a, b) => a.at - b.at,
  )
  let [ranks, i] = [0, 0]
  while (i < all.length) {
    let j = i
    while (j < all.length && all[j]?.at === all[i]?.at) {
      j++
    }
    const rank = (i + 1 + j) / 2
    for (; i < j; i++) {
      ranks += all[i]?.is === 1 ? rank : 0
    }
  }
  return (ranks - (more.length * (more.length + 1)) / 2) / (more.length * less.length)
}
const middle = (times: readonly number[]): number =>
  Math.round(([...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN) * 100) / 100
