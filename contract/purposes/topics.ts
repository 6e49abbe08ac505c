/**
 * The kinds of things that a person may narrow her log to. Every purpose whose line can be about somebody
 * belongs to one; what an older release wrote under a code that is gone is shown where nothing is narrowed.
 */
import { accountPurposes } from './account.ts'
import { assistancePurposes } from './assistance.ts'
import { cardPurposes } from './card.ts'
import { counterPurposes } from './counter.ts'
import { credentialPurposes } from './credentials.ts'
import { crimeReportPurposes } from './crime-report.ts'
import { discrepancyPurposes } from './discrepancy.ts'
import { documentPurposes } from './documents.ts'
import { dossierPurposes } from './dossier.ts'
import { enrolmentPurposes } from './enrolment.ts'
import { level2Purposes } from './level-2.ts'
import { lockPurposes } from './lock.ts'
import { lookQuestionPurposes } from './look-question.ts'
import { petitionPurposes } from './petition.ts'
import { recoveryPurposes } from './recovery.ts'
import { recoveryVoucherPurposes } from './recovery-voucher.ts'
import { representationPurposes } from './representation.ts'
import { residencePurposes } from './residence.ts'
import { sharingPurposes } from './sharing.ts'
import { signInPurposes } from './sign-in.ts'
import { stayPurposes } from './stays.ts'

const tables = {
  'look-up': [counterPurposes],
  'sign-in': [signInPurposes],
  account: [accountPurposes],
  registration: [enrolmentPurposes, level2Purposes],
  card: [cardPurposes],
  documents: [documentPurposes, credentialPurposes],
  sharing: [sharingPurposes],
  service: [dossierPurposes],
  stay: [stayPurposes],
  lock: [lockPurposes],
  recovery: [recoveryPurposes, recoveryVoucherPurposes],
  family: [representationPurposes],
  residence: [residencePurposes],
  correction: [discrepancyPurposes, lookQuestionPurposes],
  help: [assistancePurposes],
  petition: [petitionPurposes],
  crime: [crimeReportPurposes],
} as const

export type Topic = keyof typeof tables
export const topics = Object.keys(tables) as [Topic, ...Topic[]]

export const purposesOf = (topic: Topic): readonly string[] => tables[topic].flatMap(Object.keys)
