/** Where the result of an application goes: the contacts that its applicant gave. */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { findCase } from '../../casework/case-access.ts'
import type { EnrolmentState } from './enrolment.ts'
import { applicationOf, level1Kind, type Level1Facts } from './level-1-case.ts'

export const applicantContact = async (
  read: Reading,
  tools: Tools,
  subjectId: string,
  enrolmentId: string,
) => {
  const row = await findCase<EnrolmentState, Level1Facts>(read, level1Kind, subjectId, enrolmentId)
  if (!row) {
    return null
  }
  const { phone, email } = await applicationOf(read, tools, row)
  return { language: row.facts.language, phone, email }
}
