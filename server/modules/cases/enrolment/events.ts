/** What happens to applications for level 1 and cases for level 2. */
import { z } from 'zod'
import { differingField } from '../../../../contract/discrepancy.ts'
import { portraitFault, refusalReason } from '../../../../contract/enrolment.ts'
import { documentToIntegrate, level2Refusal } from '../../../../contract/level-2.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent, type EventType } from '../../../kernel/event.ts'

const application = { enrolmentId: z.string(), reference: z.string() }
export const EnrolmentSubmitted = defineEvent(
  'EnrolmentSubmitted',
  z.strictObject({ enrolmentId: z.string() }),
)
export const EnrolmentPutToReview = defineEvent(
  'EnrolmentPutToReview',
  z.strictObject({ ...application, dueAt: moment }),
)
/** Without the office: where it waits tells where the register has her, and a stranger may have applied. */
export const EnrolmentOverdue = defineEvent(
  'EnrolmentOverdue',
  z.strictObject({ ...application, dueAt: moment }),
)
export const EnrolmentAccepted = defineEvent(
  'EnrolmentAccepted',
  z.strictObject({ ...application, activateBy: moment }),
)
export const EnrolmentRefused = defineEvent(
  'EnrolmentRefused',
  z.strictObject({ ...application, reason: refusalReason }),
)

export const PortraitAsked = defineEvent(
  'PortraitAsked',
  z.strictObject({ ...application, fault: portraitFault, answerBy: moment }),
)
export const PortraitAnswered = defineEvent(
  'PortraitAnswered',
  z.strictObject({ ...application, dueAt: moment }),
)
/** No other portrait came in time: the application is refused. */
export const PortraitUnanswered = defineEvent('PortraitUnanswered', z.strictObject(application))

const level2 = { caseId: z.string(), reference: z.string() }
const atOffice = { ...level2, officeId: z.string() }
export const CardDiffersFromRegister = defineEvent(
  'CardDiffersFromRegister',
  z.strictObject({ ...atOffice, fields: z.array(differingField).readonly() }),
)
export const Level2PutToSecond = defineEvent(
  'Level2PutToSecond',
  z.strictObject({ ...atOffice, dueAt: moment }),
)
/** The second pair of eyes has not looked in time. */
export const Level2Overdue = defineEvent(
  'Level2Overdue',
  z.strictObject({ ...level2, dueAt: moment, office: z.string() }),
)
export const Level2Refused = defineEvent(
  'Level2Refused',
  z.strictObject({ ...atOffice, reason: level2Refusal }),
)
export const Level2Accepted = defineEvent(
  'Level2Accepted',
  z.strictObject({
    ...level2,
    /** Those that the holder wants in her wallet. */
    documents: z.array(documentToIntegrate.shape.kind).readonly(),
    how: z.enum(['issued', 'raised', 'displaced']),
    activateBy: moment,
  }),
)

export const enrolmentEvents: readonly EventType[] = [
  EnrolmentSubmitted,
  EnrolmentPutToReview,
  EnrolmentOverdue,
  EnrolmentAccepted,
  EnrolmentRefused,
  PortraitAsked,
  PortraitAnswered,
  PortraitUnanswered,
  CardDiffersFromRegister,
  Level2PutToSecond,
  Level2Overdue,
  Level2Refused,
  Level2Accepted,
]
