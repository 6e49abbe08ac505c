/** What the clock does to many rows, each in a transaction of its own. */
import type { Transact, Work } from './work.ts'

/**
 * Answers how many the deed was done to; it says so itself, because what was looked up may be settled by now.
 * One that fails does not hold the others up: the first fault is thrown when all were tried.
 */
export const eachOf = async <Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  transact: Transact,
  deed: (work: Work, row: Row) => Promise<boolean>,
): Promise<number> => {
  const faults: unknown[] = []
  let done = 0
  for await (const row of rows) {
    try {
      done += (await transact((work) => deed(work, row))) ? 1 : 0
    } catch (fault) {
      faults.push(fault)
    }
  }
  if (faults.length > 0) {
    throw faults[0]
  }
  return done
}
