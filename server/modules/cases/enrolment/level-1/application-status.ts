/** How an application stands, as its applicant sees it. */
import { maskPhone, type PhoneNumber } from '../../../../../formats/phone.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import type { RefusalReason } from './enrolment.ts'
import { applicationOf, asksOf, faceOf, stateSeen, type Level1Row } from './level-1-case.ts'

export const statusOf = async (read: Reading, tools: Tools, row: Level1Row) => {
  const account = row.state === 'accepted' ? await findAccount(read, row.subject_id) : null
  const { phone } = await applicationOf(read, tools, row)
  return {
    ...faceOf(row),
    state: stateSeen(row),
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason as RefusalReason | null,
    activateBy: account?.activateBy.toISOString() ?? null,
    phone: maskPhone(phone as PhoneNumber),
    asked: askedOf(row),
  }
}

const askedOf = (row: Level1Row) => {
  const last = asksOf(row).at(-1)
  return last ? { fault: last.fault, answerBy: last.answerBy, answeredAt: last.answeredAt } : null
}
