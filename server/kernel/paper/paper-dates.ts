/** Days and moments as Vietnam writes them on paper. */
import { vietnamMoment } from '../../../formats/vietnam-day.ts'

/** `2026-11-30` is 30/11/2026, `1958-08` is 08/1958; ISO, cut at the known part. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/')

/** `15:30 30/11/2026`. Throws RangeError for what is no moment. */
export const momentText = (at: Date): string => {
  const { day, timeOfDay_ms } = vietnamMoment(at)
  return `${new Date(timeOfDay_ms).toISOString().slice(11, 16)} ${dayText(day)}`
}

/**
 * `ngày 05 tháng 02 năm 2026`: days below 10 and the first two months with a zero (Decree 30/2020/ND-CP
 * annex I).
 */
export const longDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}
