/** The office that a person's case goes to when she opens it herself: near where she resides. */
import type { Reading } from '../../../kernel/work.ts'
import type { Task } from '../organisations/mandate.ts'
import { officeFor } from '../organisations/route-office.ts'
import { residenceOf, type RegisterPerson } from './person.ts'

/** For somebody whom the register does not know: an office of the whole country. */
export const officeNear = (read: Reading, task: Task, person: RegisterPerson | null): Promise<string> =>
  officeFor(read, task, person && residenceOf(person).unit)
