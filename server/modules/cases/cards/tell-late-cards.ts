/**
 * Cards that are not at the counter in time (Law 26/2023 art. 26): each is put on record once, the applicant
 * gets an apology, the queue shows it on top. Run by the clock.
 */
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import * as store from './store.ts'
import { CardOverdue } from './events.ts'

const BITE = 100

/** Answers how many there were; each in a transaction of its own. */
export const tellLateCards = async (
  transact: <T>(deed: (work: Work) => Promise<T>) => Promise<T>,
  tools: Pick<Tools, 'read'>,
  at = now(),
): Promise<number> => {
  const due = await store.lateUntold(tools.read, at, BITE)
  for (const { subject_id, id } of due) {
    await transact((work) => tellOne(work, subject_id, id, at))
  }
  return due.length
}

/** A state that changes makes a new place in the queue; that it was told stays with the application. */
const tellOne = async (work: Work, subjectId: string, id: string, at: Date): Promise<void> => {
  const row = await store.forUpdate(work, subjectId, id)
  if (!row) {
    return
  }
  await store.markLate(work, row, at)
  if (row.overdue_told_at) {
    return
  }
  work.publish(CardOverdue, subjectId, {
    applicationId: row.id,
    reference: row.reference,
    dueAt: row.due_at.toISOString(),
    office: await officeName(work, row.office_id),
  })
}
