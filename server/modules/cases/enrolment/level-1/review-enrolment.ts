/** The officer's side: the queue, one application beside the register, the decision. */
import { DecideEnrolment, OpenApplication, ViewQueue } from '../../../../../contract/enrolment.ts'
import { ageOn, type PartialDate } from '../../../../../formats/partial-date.ts'
import { formatPhone, type PhoneNumber } from '../../../../../formats/phone.ts'
import { actorReference } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { dayInVietnam, inForce } from '../../../../kernel/policy.ts'
import { officerWith } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { pictureUrl } from '../../../evidence/capture/portrait.ts'
import { showRegisterPortrait } from '../../../evidence/capture/shown-portrait.ts'
import { ownAccountAge } from '../../../people/accounts/rules.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { residenceOf } from '../../../registry/population/person.ts'
import { historySeen } from '../../casework/case-history.ts'
import { saveCase, takenByWith } from '../../casework/case-file.ts'
import { answeredTo, figuresOf, pageOfCases, waitingAt } from '../../casework/list-cases.ts'
import { EnrolmentRefused } from '../events.ts'
import { portraitAsking } from '../rules.ts'
import { findReviewed, reviewerOfAnother } from './find-reviewed.ts'
import {
  birthDateAgrees,
  decide,
  doubtsSeen,
  nameAgrees,
  type Application,
  type Declared,
  type EnrolmentState,
  type Registered,
} from './enrolment.ts'
import {
  applicationOf,
  asksOf,
  declaredNameOf,
  earlierPortraitOf,
  faceOf,
  level1Kind,
  portraitOf,
  stateSeen,
  type Level1Facts,
  type Level1Row,
} from './level-1-case.ts'
import { acceptEnrolment, registeredOf } from './settle-enrolment.ts'

/** As an older Sen wrote it: a moment and a reference. Whoever is due at that moment is shown once more. */
const AFTER_REFERENCE = /\|[0-9A-Z-]{4,24}$/
const FROM_THE_FIRST = '|00000000-0000-0000-0000-000000000000'

type Stage = 'review' | 'applicant'
const waitingSeen = async (tools: Tools, row: Level1Row) => ({
  ...faceOf(row),
  ...doubtsSeen(row.facts.doubts),
  name: await declaredNameOf(tools, row),
  isAnswered: asksOf(row).length > 0,
})

/** Those that she asked another portrait of herself stand first. */
export const viewQueue = useCase({
  contract: ViewQueue,
  permit: officerWith('enrolment.decide'),
  async act(work, { cursor }, { actor, tools }) {
    const { officeId } = actor
    const after = cursor?.replace(AFTER_REFERENCE, FROM_THE_FIRST)
    const page = await pageOfCases<EnrolmentState, Stage, Level1Facts>(
      work,
      level1Kind,
      officeId,
      ['review'],
      after,
    )
    const own = await answeredTo<EnrolmentState, Stage, Level1Facts>(work, level1Kind, actor, ['review'])
    const isOwn = ({ id }: Level1Row): boolean => own.some((one) => one.id === id)
    const items = []
    for (const row of [...(cursor ? [] : own), ...page.rows.filter((one) => !isOwn(one))]) {
      items.push({ ...(await waitingSeen(tools, row)), isYours: isOwn(row) })
    }
    return {
      items,
      waiting: await waitingAt(work, level1Kind, officeId, ['review']),
      waitingForApplicant: await waitingAt(work, level1Kind, officeId, ['applicant']),
      next: page.next,
    }
  },
  audit: none('the queue shows what applicants wrote themselves; opening one application leaves a line'),
})
export const level1Figures = figuresOf(level1Kind, 'review')

export const openApplication = useCase({
  contract: OpenApplication,
  find: findReviewed.find,
  permit: reviewerOfAnother,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const application = await applicationOf(work, tools, row)
    const { personalNumber } = application
    const person = await findPerson(work, tools, personalNumber)
    const { doubts, portraitScore } = row.facts
    return {
      ...faceOf(row),
      state: stateSeen(row),
      ...doubtsSeen(doubts),
      portraitScore,
      asked: asksOf(row).at(-1) ?? null,
      mayAsk: row.state === 'in-review' && asksOf(row).length < inForce(portraitAsking, now).most,
      earlierPortrait: pictureUrl(await earlierPortraitOf(work, tools, row)),
      history: await historySeen(work, tools, row),
      declared: declaredSeen(application, await portraitOf(work, tools, row)),
      register: person && {
        personalNumber: person.personalNumber,
        fullName: person.fullName,
        birthDate: person.birthDate,
        sex: person.sex,
        portrait: await showRegisterPortrait(work, tools, personalNumber, {
          actor,
          at: now,
          size: 'compare',
          hasTakenLive: false,
        }),
        residence: residenceOf(person).address ?? '',
        card: person.card ? (person.card.expiresOn ?? 'no-expiry') : null,
        isAlive: person.lifeStatus === 'alive',
      },
      differences: differencesOf(application, registeredOf(person, dayInVietnam(now)), portraitScore),
    }
  },
  audit: ({ found, actor }) => ({
    about: found.row.subject_id,
    purpose: 'enrolment-review',
    fields: ['fullName', 'birthDate', 'sex', 'portrait', 'residence', 'card', 'phone'],
    detail: { reference: found.row.reference, office: actor.officeName, officerNumber: actor.number },
  }),
})

const declaredSeen = (
  { personalNumber, fullName, birthDate, sex, source, phone }: Application,
  taken: Buffer | null,
) => ({
  personalNumber,
  fullName,
  birthDate,
  sex: sex ?? '',
  portrait: pictureUrl(taken),
  cardQr: source === 'qr',
  phone: formatPhone(phone as PhoneNumber),
})

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
  find: findReviewed.forUpdate,
  permit: reviewerOfAnother,
  async act(work, { verdict, reason, note }, { found: { row }, actor, now, tools }) {
    const state = decide(row.state, verdict, reason, { asks: asksOf(row), doubts: row.facts.doubts })
    if (state === 'accepted') {
      await acceptReviewed(work, tools, row, now)
    }
    const told = state === 'refused' ? (reason ?? null) : null
    const change = {
      state,
      reason: told,
      note: note ?? null,
      decidedBy: actorReference(actor),
      by: actor.number,
      takenBy: takenByWith(row, actor),
    }
    await saveCase(work, tools, level1Kind, row, change, now)
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
const acceptReviewed = async (work: Work, tools: Tools, row: Level1Row, at: Date): Promise<void> => {
  const application = await applicationOf(work, tools, row)
  const today = dayInVietnam(at)
  const registered = registeredOf(await findPerson(work, tools, application.personalNumber), today)
  const isLawful =
    registered?.isAlive &&
    registered.hasValidCard &&
    ageOn(registered.birthDate as PartialDate, today) >= inForce(ownAccountAge, at)
  if (!isLawful) {
    throw problem('enrolment.cannot-accept')
  }
  if (await acceptEnrolment(work, tools, row, application)) {
    throw problem('enrolment.cannot-accept')
  }
}
