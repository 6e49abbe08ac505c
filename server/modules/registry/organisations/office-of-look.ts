/**
 * Which office answers for a look at somebody's data, and who it was that looked: the office where she
 * looked, where it has somebody else with the task; else the central one.
 */
import type { Reading } from '../../../kernel/work.ts'
import { CENTRAL_OFFICE, type Task } from './mandate.ts'
import { lookerOf, officeWithAnother } from './office-of-look-store.ts'

/** `officerId`: null where no officer looked. `office`: its name, as the line of the log has it. */
export interface Looked {
  readonly officerId: string | null
  readonly office: string
}

export const officeOfLook = async (
  read: Reading,
  task: Task,
  { officerId, office }: Looked,
  at: Date,
): Promise<{ readonly officeId: string; readonly lookerKey: string | null }> => {
  if (officerId === null) {
    return { officeId: CENTRAL_OFFICE.id, lookerKey: null }
  }
  const looker = await lookerOf(read, officerId)
  const near = await officeWithAnother(read, { officerId, office, task, at })
  return {
    officeId: near?.id ?? CENTRAL_OFFICE.id,
    lookerKey: looker?.person_digest?.toString('hex') ?? null,
  }
}
