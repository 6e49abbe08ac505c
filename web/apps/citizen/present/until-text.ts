// Until when, as one says it: the hour and the day.
import { dateVN, timeVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'

const t = phrases({ at: { vi: '{time} ngày {date}', en: '{time} on {date}' } })

export const untilText = (moment_s: number): string =>
  t('at', { time: timeVN(moment_s * 1000), date: dateVN(moment_s * 1000) })
