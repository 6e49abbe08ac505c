/** The clock of a case. Pure. */
import { addWorkingDays } from '../../registry/territory/working-calendar.ts'

/** The end of office hours on the last working day. */
const CLOSING = '17:00:00+07:00'
export const closingAfter = (from: Date, workingDays: number): Date =>
  new Date(`${addWorkingDays(from, workingDays)}T${CLOSING}`)
