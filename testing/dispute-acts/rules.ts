/** The product's own rules of objections, in one record, so that the model can be run with a hole in one. */
import { refusalToGrant } from '../../server/modules/cases/lock-requests/lock-request.ts'
import { mayBeClosed } from '../../server/modules/access/authentication/closing/closing.ts'
import {
  endsWithLock,
  isBarredBy,
  isLockedAfter,
  isPaperContested,
  mayBeStopped,
  mayCount,
  saidNotMeAt,
} from '../../server/modules/access/authentication/recovery/objection.ts'
import { finishing, proving } from '../../server/modules/access/authentication/recovery/recovery.ts'
import { stopCodes } from '../../server/modules/access/authentication/stop-code.ts'
import { lift, maySet } from '../../server/modules/people/locks/lock.ts'

export const realRules = {
  isCode: stopCodes('recovery-stop', 'model').isOf,
  isClosingCode: stopCodes('closing-stop', 'model').isOf,
  endsWithLock,
  isBarredBy,
  isLockedAfter,
  isPaperContested,
  mayBeStopped,
  mayCount,
  saidNotMeAt,
  mayBeClosed,
  refusalToGrant,
  finishing,
  proving,
  lift,
  maySet,
}
export type Rules = typeof realRules
