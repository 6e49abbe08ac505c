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
import { findAccount, isPhoneFree, openAccount } from '../../../people/accounts/open-account.ts'
import { ownAccountAge } from '../../../people/accounts/rules.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { officeNear } from '../../../registry/population/office-near.ts'
import type { RegisterPerson } from '../../../registry/population/person.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import {
  settle,
  type Declared,
  type Evidence,
  type RefusalReason,
  type Registered,
  type Settlement,
} from './enrolment.ts'
import * as store from '../store.ts'
import type { EnrolmentRow } from '../store.ts'
import { EnrolmentAccepted, EnrolmentPutToReview, EnrolmentRefused } from '../events.ts'

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

export const openDeclared = async (tools: Tools, row: EnrolmentRow): Promise<Declared> =>
  JSON.parse(
    (await tools.sealer.open(row.subject_id, 'enrolment.declared', row.sealed_declared)).toString('utf8'),
  ) as Declared

export const openText = async (
  tools: Tools,
  row: EnrolmentRow,
  name: 'phone' | 'email',
): Promise<string | null> => {
  const sealed = name === 'phone' ? row.sealed_phone : row.sealed_email
  return sealed
    ? (await tools.sealer.open(row.subject_id, `enrolment.${name}`, sealed)).toString('utf8')
    : null
}

const comparePortraits = async (
  work: Work,
  tools: Tools,
  row: EnrolmentRow,
): Promise<Evidence['portrait']> => {
  const isAutomatic = tools.faces.name !== 'none'
  const reference = await registerPortraitOf(work, tools, row.personal_number)
  if (!reference || !row.sealed_portrait) {
    return { verdict: 'no-reference', score: 0, isAutomatic }
  }
  const taken = await tools.sealer.open(row.subject_id, 'enrolment.portrait', row.sealed_portrait)
  return { ...(await tools.faces.compare(reference, taken)), isAutomatic }
}

/**
 * Opens the account of an accepted application and tells the facts. A refusal of the account is answered,
 * nothing is written.
 */
export const acceptEnrolment = async (
  work: Work,
  tools: Tools,
  row: EnrolmentRow,
): Promise<RefusalReason | null> => {
  const phone = await openText(tools, row, 'phone')
  if (!phone) {
    throw new Error('an application without a phone was settled')
  }
  const email = await openText(tools, row, 'email')
  const account = await openAccount(work, tools, {
    subjectId: row.subject_id,
    personalNumber: row.personal_number,
    level: 1,
    language: row.language,
    phone,
    email,
    proven: row.proven_channel,
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
  const row = await store.enrolmentForUpdate(work, subjectId, enrolmentId)
  if (!row || row.state !== 'submitted') {
    return
  }
  const at = now()
  const today = dayInVietnam(at)
  const person = await findPerson(work, tools, row.personal_number)
  const portrait = await comparePortraits(work, tools, row)
  const phone = await openText(tools, row, 'phone')
  const settlement = settle({
    declared: await openDeclared(tools, row),
    registered: registeredOf(person, today),
    portrait,
    today,
    leastAge: inForce(ownAccountAge, at),
    hasAccount: (await findAccount(work, subjectId)) !== null,
    isPhoneFree: phone !== null && (await isPhoneFree(work, tools, phone, subjectId)),
  })
  if (person) {
    await leaveCheck(work, subjectId, settlement.verdict, row.reference)
  }
  const decision = {
    by: 'system:settle-enrolment',
    note: null,
    score: portrait.score,
    doubts: [],
    reason: null,
  }
  if (settlement.verdict === 'review') {
    await store.saveDecision(work, row, {
      ...decision,
      state: 'in-review',
      doubts: settlement.doubts,
      at: null,
    })
    await store.enqueue(work, await routed(work, row, person))
    work.publish(EnrolmentPutToReview, subjectId, {
      enrolmentId,
      reference: row.reference,
      dueAt: row.due_at.toISOString(),
    })
    return
  }
  const reason = settlement.verdict === 'refuse' ? settlement.reason : await acceptEnrolment(work, tools, row)
  await store.saveDecision(work, row, { ...decision, state: reason ? 'refused' : 'accepted', reason, at })
  if (reason) {
    work.publish(EnrolmentRefused, subjectId, { enrolmentId, reference: row.reference, reason })
  }
}

/** To the office near her: only now, because the answer to sending must not show what the register knows. */
const routed = async (
  work: Work,
  row: EnrolmentRow,
  person: RegisterPerson | null,
): Promise<EnrolmentRow> => {
  const officeId = await officeNear(work, 'enrolment.decide', person)
  if (officeId !== row.office_id) {
    await store.moveToOffice(work, row, officeId)
  }
  return { ...row, office_id: officeId }
}

/** The register was read for this application: the person sees it. */
const leaveCheck = (
  work: Work,
  subjectId: string,
  verdict: Settlement['verdict'],
  reference: string,
): Promise<void> =>
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
