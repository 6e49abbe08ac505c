/** Where the result of an application goes: the contacts that its applicant proved. */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { openText } from './settle-enrolment.ts'
import * as store from '../store.ts'

export const applicantContact = async (
  read: Reading,
  tools: Tools,
  subjectId: string,
  enrolmentId: string,
) => {
  const row = await store.findEnrolment(read, subjectId, enrolmentId)
  if (!row) {
    return null
  }
  return {
    language: row.language,
    phone: await openText(tools, row, 'phone'),
    email: await openText(tools, row, 'email'),
  }
}
