/** When the calendar of working days was changed, whatever is still open is counted anew, kind by kind. */
import type { AppContext } from '../kernel/app-context.ts'
import { later, now } from '../kernel/clock.ts'
import type { FindableCase } from '../kernel/module.ts'
import {
  CALENDAR_EVERY_MS,
  refreshCalendar,
  settleCalendar,
} from '../modules/registry/territory/change-calendar.ts'

export const RECOUNT_EVERY_MS = 15_000
/** By then every process has looked twice: none counts by the calendar before. */
const KNOWN_EVERYWHERE_s = (2 * CALENDAR_EVERY_MS) / 1000

/**
 * Answers whether there may be more. A change is settled when a whole round has found nothing that was
 * counted without it; a case that cannot be counted keeps it open and hides no other.
 */
export const recountOpenCases = async (
  context: AppContext,
  kinds: readonly FindableCase[],
  at = now(),
): Promise<boolean> => {
  const known = await refreshCalendar(context.tools.read)
  const newest = known.at(-1)
  const waiting = known.find(({ settledAt }) => settledAt === null)
  if (!newest || !waiting || later(newest.confirmedAt, KNOWN_EVERYWHERE_s) > at) {
    return false
  }
  let looked = 0
  for (const kind of kinds) {
    looked += await kind.recount(context, waiting.revision - 1)
  }
  if (looked === 0) {
    await context.transact((work) => settleCalendar(work, newest.revision, at))
  }
  return looked > 0
}
