/**
 * Every purpose for which a line may stand in the log. A line whose purpose or field has no words does not
 * compile; the citizen's log and the hotline's guide are written from here.
 */
import { accountPurposes } from './account.ts'
import { assistancePurposes } from './assistance.ts'
import { cardPurposes } from './card.ts'
import { counterPurposes } from './counter.ts'
import { discrepancyPurposes } from './discrepancy.ts'
import { enrolmentPurposes } from './enrolment.ts'
import { level2Purposes } from './level-2.ts'
import { lockPurposes } from './lock.ts'
import { recoveryPurposes } from './recovery.ts'
import { representationPurposes } from './representation.ts'
import { signInPurposes } from './sign-in.ts'

export const purposeCatalogue = {
  ...enrolmentPurposes,
  ...accountPurposes,
  ...signInPurposes,
  ...counterPurposes,
  ...level2Purposes,
  ...cardPurposes,
  ...lockPurposes,
  ...discrepancyPurposes,
  ...representationPurposes,
  ...recoveryPurposes,
  ...assistancePurposes,
}

export type Purpose = keyof typeof purposeCatalogue
export type FieldOf<P extends Purpose> = (typeof purposeCatalogue)[P]['fields'][number]
