/** Each process counts by the calendar of working days as it was announced: it looks again and again. */
import type { AppContext } from '../kernel/app-context.ts'
import { CALENDAR_EVERY_MS, refreshCalendar } from '../modules/registry/territory/change-calendar.ts'

/** Once before anything is counted, and from then on until the answered deed is called. */
export const followCalendar = async ({ tools }: Pick<AppContext, 'tools'>): Promise<() => Promise<void>> => {
  await refreshCalendar(tools.read)
  // A database that does not answer has no time counted either: the next look mends it.
  const look = (): Promise<unknown> => refreshCalendar(tools.read).catch(() => undefined)
  const timer = setInterval(() => void look(), CALENDAR_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    return Promise.resolve()
  }
}
