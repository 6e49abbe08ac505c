/**
 * What waits at an office in this module's queue, for the counter's overview. No law sets a time: she stands
 * at the counter.
 */
import type { Reading } from '../../../../kernel/work.ts'
import * as store from './voucher-store.ts'

export const voucherSecondFigures = async (read: Reading, officeId: string) => ({
  waiting: (await store.waiting(read, officeId)).waiting,
  overdue: 0,
  nextDueAt: null,
})
