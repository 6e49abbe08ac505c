// The day on a paper that lies on the desk.
import type { FieldFault } from '../../../client/problem.ts'
import { isoDayVN } from '../../../ui/format.ts'

/** A paper that exists was not issued on a day to come; today is by the calendar of Viet Nam. */
export const daysAhead = (
  values: Readonly<Record<string, string>>,
  fields: readonly string[],
  now_ms: number,
): FieldFault[] =>
  fields
    .filter((field) => (values[field] ?? '') > isoDayVN(now_ms))
    .map((field) => ({ field, code: 'ahead' }))
