/**
 * Which office answers for a look at somebody's data, and who it was that looked: the office where she
 * looked, where it has somebody else with the task; else the central one.
 */
import type { Reading } from '../../../kernel/work.ts'
import { CENTRAL_OFFICE, type Task } from './mandate.ts'
import { lookerOf, officeWithAnother } from './office-of-look-store.ts'

/**
 * `officerId`: null where no officer looked herself; `officerNumber` says then at whose word it was, where it
 * was at an officer's. `office`: its name, as the line of the log has it.
 */
export interface Looked {
  readonly officerId: string | null
  readonly officerNumber: string | null
  readonly office: string
}

export const officeOfLook = async (
  read: Reading,
  task: Task,
  { officerId, officerNumber, office }: Looked,
  at: Date,
): Promise<{ readonly officeId: string; readonly lookerKey: string | null }> => {
  const looker = await lookerOf(read, officerId, officerNumber)
  if (!looker) {
    return { officeId: CENTRAL_OFFICE.id, lookerKey: null }
  }
  const near = await officeWithAnother(read, { officerId: looker.id, office, task, at })
  return {
    officeId: near?.id ?? CENTRAL_OFFICE.id,
    lookerKey: looker.person_digest?.toString('hex') ?? null,
  }
}
