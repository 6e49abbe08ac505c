/**
 * Several test files in one process: all are loaded first, and then run one after the other, so that what
 * they import is loaded once, which would take a second of a processor for each. A file is a suite here, so
 * its hooks are its own; the clock and the mocks, which are the process's, are put back before each. Other
 * state of the process (its environment, what a module keeps) is not.
 */
import { AsyncResource } from 'node:async_hooks'
import { before, describe, mock } from 'node:test'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clockOffset_ms, moveClock } from '../server/kernel/clock.ts'
import { beginFile, mayHaveLeftOpen } from './must-end.ts'

const root = join(import.meta.dirname, '..')
/** A file's limit is testing/must-end.ts's; a suite without one of its own has that of a single test. */
const NO_LIMIT_MS = 2 ** 31 - 1

const countsOf = (kinds: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const kind of kinds) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

/** What keeps a process from ending; a timer may be one that holds nothing up. */
const openNow = (): Map<string, number> =>
  countsOf(process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout' && kind !== 'Immediate'))

interface Begun {
  readonly file: string
  readonly open: Map<string, number>
}

export const runSeveral = (files: readonly string[]): void => {
  const clock_ms = clockOffset_ms()
  let last: Begun | null = null
  const lookBack = (): void => {
    const { file, open } = last ?? { file: '', open: openNow() }
    const more = [...openNow()].filter(([kind, count]) => count > (open.get(kind) ?? 0)).map(([kind]) => kind)
    if (more.length > 0) {
      mayHaveLeftOpen(file, more)
    }
  }
  let loaded = Promise.resolve()
  for (const file of files) {
    describe(file, { timeout: NO_LIMIT_MS }, async () => {
      // One after the other: what two files wait for would else go on in the suite of the first, and the
      // tests of the second stand there.
      const former = loaded
      const mine = Promise.withResolvers<void>()
      const suite = new AsyncResource(file)
      loaded = mine.promise
      before(() => {
        lookBack()
        last = { file, open: openNow() }
        moveClock(clock_ms)
        mock.reset()
        mock.timers.reset()
        beginFile(file)
      })
      await former
      await suite.runInAsyncScope(() => import(pathToFileURL(resolve(root, file)).href)).finally(mine.resolve)
    })
  }
}
