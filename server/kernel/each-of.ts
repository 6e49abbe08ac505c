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

/**
 * What waits for another party, several at once: one that hangs leaves the others their turn. Answers how
 * many there were. One that fails does not hold the others up: the first fault is thrown when all were tried.
 */
export const eachAtOnce = async <Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  most: number,
  deed: (row: Row) => Promise<void>,
): Promise<number> => {
  const under = new Set<Promise<void>>()
  const faults: unknown[] = []
  let begun = 0
  for await (const row of rows) {
    begun++
    const one = deed(row)
      .catch((fault: unknown) => void faults.push(fault))
      .finally(() => under.delete(one))
    under.add(one)
    if (under.size >= most) {
      await Promise.race(under)
    }
  }
  await Promise.all(under)
  if (faults.length > 0) {
    throw faults[0]
  }
  return begun
}
