/** Dated rules of reports of crimes. */
import { definePolicy, dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { dayOfReceipt } from '../../registry/territory/working-calendar.ts'

/** How long the office has, in days of the calendar; and how long at most when it gives itself longer. */
const settleTime = definePolicy('crime-reports.settle', [
  {
    from: '2018-01-01',
    value: { days: 20, extended_months: 2 },
    source:
      'Criminal Procedure Code 101/2015/QH13 art. 147(1) and (2): 20 days from the receipt; where there is much to look into, 2 months at most',
  },
])

const DAY_MS = 86_400_000
const moved = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
/** The same day of a later month; the last one where that month is shorter. */
const monthsLater = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The last day of the law, before holidays are looked at: it stays the same whatever is announced. */
export const lastDay = (receivedOn: string, isExtended: boolean): string => {
  const { days, extended_months: months } = inForce(settleTime, new Date(`${receivedOn}T12:00:00+07:00`))
  return isExtended ? monthsLater(receivedOn, months) : moved(receivedOn, days)
}
/** A time that ends on a closed day ends on the next working one (art. 134). */
export const dueDay = (last: string): string => dayOfReceipt(last)
export const isLate = (last: string, at: Date): boolean => dayInVietnam(at) > dueDay(last)

/** Named reports that one person may send in a day. */
export const sentPerDay = definePolicy('crime-reports.sent_per_day', [
  { from: '2018-01-01', value: 10, source: 'operator policy: more than anybody sees in a day' },
])

/**
 * Tickets: for how long one key signs, how long what it signed is good after that, how many an app draws at
 * once, and how often one account may draw in that time (a lost phone, a second one).
 */
export const tickets = definePolicy('crime-reports.tickets', [
  {
    from: '2018-01-01',
    value: { signs_s: 30 * 86_400, good_s: 45 * 86_400, atOnce: 3, draws: 3 },
    source:
      'operator policy: who reports stands among everybody whose app was open in a month; floods are bounded by nine for each account and month',
  },
])

/** What either side may write on one report. */
export const messagesMost = definePolicy('crime-reports.messages', [
  { from: '2018-01-01', value: 40, source: 'operator policy: a code that is found must not fill a disk' },
])

/** Codes that open nothing, from one network in an hour. */
export const wrongCodes = definePolicy('crime-reports.wrong_codes', [
  {
    from: '2018-01-01',
    value: 30,
    source: 'operator policy: a slip of the pen fails at the check character and is not counted',
  },
])

/** From the day on which a report is settled. */
export const settledKept_days = definePolicy('crime-reports.kept_days', [
  {
    from: '2018-01-01',
    value: 3653,
    source: 'operator policy until an archive schedule of the authority names the term, as for other cases',
  },
])
