/**
 * Every purpose for which a line may stand in the log. A line whose purpose or field has no words does not
 * compile; the citizen's log and the hotline's guide are written from here.
 */
import { counterTaskPurposes } from '../counter-tasks/all.ts'
import { accountPurposes } from './account.ts'
import { counterPurposes } from './counter.ts'
import { documentPurposes } from './documents.ts'
import { credentialPurposes } from './credentials.ts'
import { operatorPurposes } from './operator.ts'
import { recoveryPurposes } from './recovery.ts'
import { residencePurposes } from './residence.ts'
import { sharingPurposes } from './sharing.ts'
import { signInPurposes } from './sign-in.ts'

export const purposeCatalogue = {
  ...accountPurposes,
  ...signInPurposes,
  ...counterPurposes,
  ...counterTaskPurposes,
  ...recoveryPurposes,
  ...documentPurposes,
  ...operatorPurposes,
  ...credentialPurposes,
  ...sharingPurposes,
  ...residencePurposes,
}

export type Purpose = keyof typeof purposeCatalogue
export type FieldOf<P extends Purpose> = (typeof purposeCatalogue)[P]['fields'][number]
