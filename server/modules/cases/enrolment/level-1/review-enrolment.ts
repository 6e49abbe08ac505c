/** The officer's side: the queue, one application beside the register, the decision. */
import { DecideEnrolment, OpenApplication, ViewQueue } from '../../../../../contract/enrolment.ts'
import { ageOn, type PartialDate } from '../../../../../formats/partial-date.ts'
import { formatPhone, type PhoneNumber } from '../../../../../formats/phone.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import type { FindableCase } from '../../../../kernel/module.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import { officerWith } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { ownAccountAge } from '../../../people/accounts/rules.ts'
import { officerNeverHerself, type AboutPerson } from '../../../registry/organisations/second-eyes.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { residenceOf } from '../../../registry/population/person.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { birthDateAgrees, decide, nameAgrees, type Declared, type Registered } from './enrolment.ts'
import { acceptEnrolment, openDeclared, openText, registeredOf } from './settle-enrolment.ts'
import * as store from '../store.ts'
import type { EnrolmentRow } from '../store.ts'
import { EnrolmentRefused } from '../events.ts'

const PAGE = 50
const reviewer = officerWith('enrolment.decide')

export const viewQueue = useCase({
  contract: ViewQueue,
  permit: reviewer,
  async act(work, { cursor }, { actor, tools }) {
    if (cursor !== undefined && !isCursor(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'shape' }] })
    }
    const [dueAt = '1970-01-01T00:00:00Z', reference = ''] = cursor?.split('|') ?? []
    const rows = await store.queuePage(work, officeOf(actor), { dueAt, reference }, PAGE)
    const waiting = await store.queueLength(work, officeOf(actor))
    const items = []
    for (const row of rows) {
      items.push({
        ...face(row),
        doubts: row.doubts as never[],
        name: (await openDeclared(tools, row)).fullName,
      })
    }
    const last = rows.at(-1)
    return {
      items,
      waiting,
      next: rows.length === PAGE && last ? `${last.due_at.toISOString()}|${last.reference}` : null,
    }
  },
  audit: none('the queue shows what applicants wrote themselves; opening one application leaves a line'),
})

/** As `next` writes it. JavaScript reads more texts as a moment than the database does. */
const isCursor = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\|[0-9A-Z-]{4,24}$/.test(text) &&
  !Number.isNaN(Date.parse(text.split('|')[0] ?? ''))

const officeOf = (actor: Officer): string => actor.officeId
const face = (row: EnrolmentRow) => ({
  reference: row.reference,
  submittedAt: row.submitted_at.toISOString(),
  dueAt: row.due_at.toISOString(),
})

interface Found extends AboutPerson {
  readonly row: EnrolmentRow
}
/** Nobody looks at or decides her own application. */
const reviewerOfAnother = officerNeverHerself('enrolment.decide', 'level-2.about-yourself')

/** Another office's application does not exist for this officer. */
const findHere =
  (isLocked: boolean) =>
  async (
    work: Work,
    { reference }: { reference: string },
    actor: { kind: string; officeId?: string },
    tools: Tools,
  ): Promise<Found> => {
    const pair = await store.byReference(work, reference)
    const row =
      pair && pair.office_id === actor.officeId
        ? await (isLocked ? store.enrolmentForUpdate : store.findEnrolment)(
            work,
            pair.subject_id,
            pair.enrolment_id,
          )
        : undefined
    if (!row) {
      throw problem('enrolment.no-such-application')
    }
    return {
      officeId: row.office_id,
      aboutKey: tools.digests.identifier('number', row.personal_number).toString('hex'),
      row,
    }
  }

/** The counter names an application by its reference. */
export const level1Findable: FindableCase = {
  kind: 'level-1',
  tasks: ['enrolment.decide'],
  async find(read, reference) {
    const pair = await store.byReference(read, reference)
    return pair ? { caseId: reference, officeId: pair.office_id } : null
  },
}

export const openApplication = useCase({
  contract: OpenApplication,
  find: findHere(false),
  permit: reviewerOfAnother,
  async act(work, _, { found: { row }, tools, now }) {
    const declared = await openDeclared(tools, row)
    const person = await findPerson(work, tools, row.personal_number)
    const phone = (await openText(tools, row, 'phone')) ?? ''
    const reference = person ? await registerPortraitOf(work, tools, row.personal_number) : null
    const taken = row.sealed_portrait
      ? await tools.sealer.open(row.subject_id, 'enrolment.portrait', row.sealed_portrait)
      : null
    return {
      ...face(row),
      state: row.state,
      doubts: row.doubts as never[],
      portraitScore: row.portrait_score,
      declared: {
        ...declared,
        sex: declared.sex ?? '',
        portrait: pictureUrl(taken),
        cardQr: declared.source === 'qr',
        phone: formatPhone(phone as PhoneNumber),
      },
      register: person && {
        personalNumber: person.personalNumber,
        fullName: person.fullName,
        birthDate: person.birthDate,
        sex: person.sex,
        portrait: pictureUrl(reference),
        residence: residenceOf(person).address ?? '',
        card: person.card ? (person.card.expiresOn ?? 'no-expiry') : null,
        isAlive: person.lifeStatus === 'alive',
      },
      differences: differencesOf(declared, registeredOf(person, dayInVietnam(now)), row.portrait_score),
    }
  },
  audit: ({ found, actor }) => ({
    about: found.row.subject_id,
    purpose: 'enrolment-review',
    fields: ['fullName', 'birthDate', 'sex', 'portrait', 'residence', 'card', 'phone'],
    detail: { reference: found.row.reference, office: actor.officeName, officerNumber: actor.number },
  }),
})

const pictureUrl = (jpeg: Buffer | null): string | null =>
  jpeg ? `data:image/jpeg;base64,${jpeg.toString('base64')}` : null

const differencesOf = (declared: Declared, registered: Registered | null, score: number | null) => {
  const differences: ('personalNumber' | 'fullName' | 'birthDate' | 'sex' | 'portrait')[] = []
  if (!registered) {
    return ['personalNumber' as const]
  }
  if (!nameAgrees(declared, registered)) {
    differences.push('fullName')
  }
  if (!birthDateAgrees(declared, registered)) {
    differences.push('birthDate')
  }
  if (declared.sex && declared.sex !== registered.sex) {
    differences.push('sex')
  }
  if (score !== null && score < 0.5) {
    differences.push('portrait')
  }
  return differences
}

export const decideEnrolment = useCase({
  contract: DecideEnrolment,
  find: findHere(true),
  permit: reviewerOfAnother,
  async act(work, { verdict, reason, note }, { found: { row }, actor, now, tools }) {
    const state = decide(row.state, verdict, reason)
    if (state === 'accepted') {
      await acceptReviewed(work, tools, row, now)
    }
    const told = state === 'refused' ? (reason ?? null) : null
    await store.saveDecision(work, row, {
      state,
      reason: told,
      doubts: row.doubts,
      score: row.portrait_score,
      by: `officer:${actor.officerId}`,
      note: note ?? null,
      at: now,
    })
    await store.dequeue(work, row)
    if (told) {
      work.publish(EnrolmentRefused, row.subject_id, {
        enrolmentId: row.id,
        reference: row.reference,
        reason: told,
      })
    }
    return { reference: row.reference, state }
  },
  audit: ({ found, actor, result, input }) => ({
    about: found.row.subject_id,
    purpose: 'enrolment-decision',
    outcome: result?.state ?? 'refused',
    detail: {
      reference: found.row.reference,
      office: actor.officeName,
      officerNumber: actor.number,
      reason: input.reason ?? null,
    },
  }),
})

/**
 * An officer may settle a doubt of face or name; what law asks of everybody she cannot: a living person of
 * the register, of age for an
 * account of her own, with a valid card.
 */
const acceptReviewed = async (work: Work, tools: Tools, row: EnrolmentRow, at: Date): Promise<void> => {
  const today = dayInVietnam(at)
  const registered = registeredOf(await findPerson(work, tools, row.personal_number), today)
  const isLawful =
    registered?.isAlive &&
    registered.hasValidCard &&
    ageOn(registered.birthDate as PartialDate, today) >= inForce(ownAccountAge, at)
  if (!isLawful) {
    throw problem('enrolment.cannot-accept')
  }
  if (await acceptEnrolment(work, tools, row)) {
    throw problem('enrolment.cannot-accept')
  }
}
