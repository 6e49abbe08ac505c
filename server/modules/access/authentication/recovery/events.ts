/** What happens while an account is got back on a new phone. */
import { z } from 'zod'
import { rung } from '../../../../../contract/recovery.ts'
import { moment } from '../../../../../contract/values.ts'
import { defineEvent, type EventType } from '../../../../kernel/event.ts'

const recoveryId = z.string()

export const RecoveryBegun = defineEvent('RecoveryBegun', z.strictObject({ recoveryId, rung }))
export const RecoveryWaits = defineEvent(
  'RecoveryWaits',
  z.strictObject({ recoveryId, until: moment, wait_s: z.number() }),
)
export const RecoveryReminderDue = defineEvent(
  'RecoveryReminderDue',
  z.strictObject({ recoveryId, until: moment }),
)
export const RecoveryStopped = defineEvent(
  'RecoveryStopped',
  z.strictObject({
    how: z.enum(['failed', 'disputed', 'cancelled', 'left', 'denied', 'locked', 'phone-moved']),
  }),
)
export const RecoveryDone = defineEvent(
  'RecoveryDone',
  z.strictObject({ deviceName: z.string(), rung, endedDevices: z.number() }),
)
export const RecoveryVoucherIssued = defineEvent(
  'RecoveryVoucherIssued',
  z.strictObject({ caseId: z.string(), office: z.string(), until: moment }),
)

/** Its subject is the relative. */
export const RecoveryAsksRelative = defineEvent(
  'RecoveryAsksRelative',
  z.strictObject({
    recoveryId,
    forSubject: z.string(),
    /** The number to compare by voice, sealed under the platform's key. */
    match: z.string(),
    endsAt: moment,
  }),
)
const answer = z.strictObject({ recoveryId, relativeId: z.string() })
/** Their subject is the person who gets her account back. */
export const RelativeConfirmed = defineEvent('RelativeConfirmed', answer)
export const RelativeDenied = defineEvent('RelativeDenied', answer)
/** The question stands on the relative's side, who is its subject. */
export const RecoveryQuestionCame = defineEvent(
  'RecoveryQuestionCame',
  z.strictObject({ recoveryId, forSubject: z.string() }),
)

export const recoveryEvents: readonly EventType[] = [
  RecoveryBegun,
  RecoveryWaits,
  RecoveryReminderDue,
  RecoveryStopped,
  RecoveryDone,
  RecoveryVoucherIssued,
  RecoveryAsksRelative,
  RelativeConfirmed,
  RelativeDenied,
  RecoveryQuestionCame,
]
