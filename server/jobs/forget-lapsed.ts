/** Forgets what has lapsed: each module says which of its rows, since when, and how long they are kept. */
import { now } from '../kernel/clock.ts'
import type { Lapse } from '../kernel/module.ts'
import { BITE, forgetRows } from '../storage/forget-rows.ts'
import type { Transact } from '../kernel/work.ts'

/** Answers whether there may be more to forget. */
export const forgetLapsed = async (
  transact: Transact,
  lapses: readonly Lapse[],
  at = now(),
): Promise<boolean> => {
  let gone = 0
  for (const lapse of lapses) {
    gone += await transact((work) => forgetRows(work, lapse, at))
  }
  return gone >= BITE
}

export const FORGET_EVERY_MS = 600_000
