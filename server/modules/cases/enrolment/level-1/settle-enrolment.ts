/**
 * Settles a submitted application by rule: the register, the portrait, age, card, phone. Runs as a reaction,
 * after the answer was given.
 */
import { inForce, dayInVietnam } from '../../../../kernel/policy.ts'
import { system } from '../../../../kernel/actor.ts'
import { leaveLine } from '../../../../kernel/leave-line.ts'
import { now } from '../../../../kernel/clock.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { findAccount, openAccount } from '../../../people/accounts/open-account.ts'
import { phoneStanding, type ContactProof } from '../../../people/accounts/bind-phone.ts'
import { ownAccountAge } from '../../../people/accounts/rules.ts'
import { isSamePicture } from '../../../evidence/biometrics/face/judge-portrait.ts'
import { readPortrait } from '../../../evidence/biometrics/face/portrait-reader.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { officeNear } from '../../../registry/population/office-near.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { caseForUpdate } from '../../casework/case-access.ts'
import { saveCase } from '../../casework/case-file.ts'
import { moveToOffice } from '../../casework/move-case.ts'
import { EnrolmentAccepted, EnrolmentPutToReview, EnrolmentRefused } from '../events.ts'
import {
  settle,
  type Application,
  type Doubt,
  type EnrolmentState,
  type Evidence,
  type RefusalReason,
  type Registered,
  type Settlement,
} from './enrolment.ts'
import {
  applicationOf,
  dueAtOf,
  level1Kind,
  portraitOf,
  type Level1Facts,
  type Level1Row,
} from './level-1-case.ts'

/**
 * What the register knows, as an application needs it. A card without an expiry day stays valid (domain
 * reference §3.3).
 */
export const registeredOf = (person: RegisterPerson | null, today: string): Registered | null =>
  person && {
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    isAlive: person.lifeStatus === 'alive',
    hasValidCard:
      person.card !== null &&
      person.card.state === 'valid' &&
      (person.card.expiresOn === null || person.card.expiresOn >= today),
  }

export const comparePortraits = async (
  work: Work,
  tools: Tools,
  row: Level1Row,
  { personalNumber }: Application,
): Promise<Evidence['portrait']> => {
  const isAutomatic = tools.faces.name !== 'none'
  const reference = await registerPortraitOf(work, tools, personalNumber)
  const taken = reference && (await portraitOf(work, tools, row))
  if (!reference || !taken) {
    return { verdict: 'no-reference', score: 0, isAutomatic }
  }
  // Nobody takes the register's own picture at home: whose it is an officer looks at.
  const read = await readPortrait(taken)
  if (!read.ok || (await isSamePicture(reference, taken, read.image.pixels))) {
    return { verdict: 'unsure', score: 0, isAutomatic }
  }
  return { ...(await tools.faces.compare(reference, taken)), isAutomatic }
}

/** What an older Sen stored does not say when: such a proof is not said to be later than another's. */
const proofOf = ({ facts }: Level1Row): ContactProof => ({
  channel: facts.provenChannel,
  at: new Date(facts.provenAt ?? 0),
})

/**
 * Opens the account of an accepted application and tells the facts. A refusal of the account is answered,
 * nothing is written.
 */
export const acceptEnrolment = async (
  work: Work,
  tools: Tools,
  row: Level1Row,
  { personalNumber, phone, email }: Application,
): Promise<RefusalReason | null> => {
  const account = await openAccount(work, tools, {
    subjectId: row.subject_id,
    personalNumber,
    level: 1,
    language: row.facts.language,
    phone,
    email,
    proof: proofOf(row),
  })
  if (typeof account === 'string') {
    return account
  }
  work.publish(EnrolmentAccepted, row.subject_id, {
    enrolmentId: row.id,
    reference: row.reference,
    activateBy: account.activateBy.toISOString(),
  })
  return null
}

export const settleEnrolment = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  enrolmentId: string,
): Promise<void> => {
  const row = await caseForUpdate<EnrolmentState, Level1Facts>(work, level1Kind, subjectId, enrolmentId)
  if (row?.state !== 'submitted') {
    return
  }
  const at = now()
  const today = dayInVietnam(at)
  const application = await applicationOf(work, tools, row)
  const person = await findPerson(work, tools, application.personalNumber)
  const portrait = await comparePortraits(work, tools, row, application)
  const settlement = settle({
    declared: application,
    registered: registeredOf(person, today),
    portrait,
    today,
    leastAge: inForce(ownAccountAge, at),
    hasAccount: (await findAccount(work, subjectId)) !== null,
    isPhoneFree: ['free', 'gives-up'].includes(
      await phoneStanding(work, tools, { phone: application.phone, proof: proofOf(row) }, subjectId),
    ),
  })
  if (person) {
    leaveCheck(work, subjectId, settlement.verdict, row.reference)
  }
  const facts: Level1Facts = { ...row.facts, portraitScore: portrait.score }
  if (settlement.verdict === 'review') {
    await putToReview(work, tools, { ...row, facts }, person, settlement.doubts, at)
    return
  }
  const reason =
    settlement.verdict === 'refuse' ? settlement.reason : await acceptEnrolment(work, tools, row, application)
  const state = reason ? 'refused' : 'accepted'
  const change = { state, facts, reason, decidedBy: 'system:settle-enrolment', by: 'automatic' } as const
  await saveCase(work, tools, level1Kind, row, change, at)
  if (reason) {
    work.publish(EnrolmentRefused, subjectId, { enrolmentId, reference: row.reference, reason })
  }
}

/** At the office near her: only now, because the answer to sending must not show what the register knows. */
const putToReview = async (
  work: Work,
  tools: Tools,
  row: Level1Row,
  person: RegisterPerson | null,
  doubts: readonly Doubt[],
  at: Date,
): Promise<void> => {
  const by = 'automatic'
  const officeId = await officeNear(work, 'enrolment.decide', person)
  const near = await moveToOffice(work, tools, level1Kind, row, { officeId, by }, at)
  const change = { state: 'in-review', facts: { ...row.facts, doubts }, by } as const
  await saveCase(work, tools, level1Kind, near, change, at)
  work.publish(EnrolmentPutToReview, row.subject_id, {
    enrolmentId: row.id,
    reference: row.reference,
    dueAt: dueAtOf(row).toISOString(),
  })
}

/** The register was read for this application: the person sees it. */
export const leaveCheck = (
  work: Work,
  subjectId: string,
  verdict: Settlement['verdict'],
  reference: string,
): void =>
  leaveLine(work, {
    useCase: 'enrolment.settle',
    actor: system('settle-enrolment'),
    line: {
      about: subjectId,
      purpose: 'enrolment-check',
      fields: ['fullName', 'birthDate', 'sex', 'card', 'portrait'],
      outcome: verdict,
      detail: { reference },
    },
  })
