/**
 * The last notice before a waiting ends: due by the clock, taken by one worker, told once. Called by a job.
 */
import type { Work } from '../../../../kernel/work.ts'
import * as store from './recovery-store.ts'
import { RecoveryReminderDue } from './events.ts'

const BITE = 100

/** Answers how many were due. */
export const remindRecoveries = async (work: Work, at: Date): Promise<number> => {
  const due = await store.takeReminders(work, at, BITE)
  for (const row of due) {
    work.publish(RecoveryReminderDue, row.subject_id, {
      recoveryId: row.recovery_id,
      until: row.wait_until.toISOString(),
    })
  }
  return due.length
}
