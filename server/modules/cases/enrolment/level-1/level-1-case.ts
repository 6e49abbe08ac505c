/**
 * An application for level 1 as its commands handle it: what kind of case it is, what was sent with it, and
 * how it is told.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { attachmentOf, keepAttachment, unsealContent } from '../../casework/case-file.ts'
import type { CaseContent, CaseRules } from '../../casework/case-kind.ts'
import type { CaseOf, CaseRow } from '../../casework/case-row.ts'
import { aboutKeyOf } from '../../casework/open-case.ts'
import { EnrolmentOverdue, PortraitUnanswered } from '../events.ts'
import { dueMoment } from '../rules.ts'
import type { Application, Ask, Declared, Doubt, EnrolmentState } from './enrolment.ts'

export interface Level1Facts {
  readonly language: 'vi' | 'en'
  readonly provenChannel: 'sms' | 'email'
  /** Absent in what an older Sen stored. */
  readonly provenAt?: string
  readonly doubts: readonly Doubt[]
  readonly portraitScore: number | null
  /** Each time that another portrait was asked for; absent in what an older Sen stored. */
  readonly asks?: readonly Ask[]
}
export type Level1Row = CaseRow<EnrolmentState, Level1Facts>

/** Sealed by themselves, each under its label, before all kinds of cases stood together. */
const sealedBefore = {
  phone: 'enrolment.phone',
  email: 'enrolment.email',
  portrait: 'enrolment.portrait',
} as const
const PORTRAIT = 'portrait'
const EARLIER_PORTRAIT = 'portrait-before'

/**
 * What was sent stays with it, also when it is decided: the result is told to the contacts given in it. A
 * portrait that another one took the place of goes with the decision.
 */
const sent = { keeps: 'all' } as const
const decided = {
  keeps: [PORTRAIT, ...Object.values(sealedBefore)],
  next: [],
  stage: null,
  isUnfinished: false,
} as const

const toldAnswerBy = (facts: unknown): Date | null => {
  const last = asksOf({ facts: facts as Level1Facts }).at(-1)
  return last ? new Date(last.answerBy) : null
}

/** Decree 69/2024/ND-CP art. 10(1). One officer decides, so nobody is ever the same pair of eyes. */
export const level1Kind: CaseRules<EnrolmentState, 'review' | 'applicant'> = {
  kind: 'level-1',
  sealedAs: 'enrolment.declared',
  initial: 'submitted',
  states: {
    submitted: { ...sent, next: ['in-review', 'accepted', 'refused'], stage: null, isUnfinished: true },
    'in-review': {
      ...sent,
      next: ['waiting-citizen', 'accepted', 'refused'],
      stage: 'review',
      isUnfinished: true,
    },
    'waiting-citizen': {
      ...sent,
      next: ['in-review', 'refused'],
      stage: 'applicant',
      waitsForAnswer: true,
      isUnfinished: true,
    },
    accepted: decided,
    refused: decided,
  },
  stages: { review: 'enrolment.decide', applicant: 'enrolment.decide' },
  tasks: { take: 'enrolment.decide', approve: 'enrolment.decide', view: ['enrolment.decide'] },
  problems: {
    notFound: 'enrolment.no-such-application',
    closed: 'enrolment.already-decided',
    aboutOneself: 'level-2.about-yourself',
    sameOfficer: 'level-2.same-eyes',
  },
  dueFrom: dueMoment,
  asking: {
    answerBy: toldAnswerBy,
    unanswered: { state: 'refused', reason: 'portrait-unusable' },
    publish(work, { subjectId, caseId: enrolmentId, reference }) {
      work.publish(PortraitUnanswered, subjectId, { enrolmentId, reference })
    },
  },
  promised: 'level-1',
  late: {
    stages: ['review'],
    publish(work, { subjectId, caseId: enrolmentId, reference, dueAt }) {
      work.publish(EnrolmentOverdue, subjectId, { enrolmentId, reference, dueAt: dueAt.toISOString() })
    },
  },
  // Before the one case it was what the applicant declared, and nothing besides.
  upgrade: (stored) => ({ name: null, ...stored }),
}

type Sealing = Pick<Tools, 'sealer'>
const before = async (read: Reading, tools: Sealing, row: Level1Row, name: 'phone' | 'email') =>
  (await attachmentOf(read, tools, row, name, sealedBefore[name]))?.toString('utf8') ?? null

/** As the applicant wrote it; a queue reads nothing besides. */
export const declaredNameOf = async (tools: Sealing, row: Level1Row): Promise<string> =>
  (await unsealContent<Application | (Declared & CaseContent)>(level1Kind, tools, row)).fullName

/** Throws a plain Error for one without a phone: none is sent without. */
export const applicationOf = async (read: Reading, tools: Sealing, row: Level1Row): Promise<Application> => {
  const content = await unsealContent<Application | (Declared & CaseContent)>(level1Kind, tools, row)
  if ('phone' in content) {
    return content
  }
  const phone = await before(read, tools, row, 'phone')
  if (phone === null) {
    throw new Error('an application without a phone')
  }
  return { ...content, phone, email: await before(read, tools, row, 'email') }
}

/** Whom it is about. An older Sen kept no digest with it. */
export const aboutKeyOfApplication = async (
  read: Reading,
  tools: Sealing & Pick<Tools, 'digests'>,
  row: Level1Row,
): Promise<string> =>
  row.about_key || aboutKeyOf(tools, (await applicationOf(read, tools, row)).personalNumber)

export const portraitOf = (read: Reading, tools: Sealing, row: Level1Row): Promise<Buffer | null> =>
  attachmentOf(read, tools, row, PORTRAIT, sealedBefore.portrait)

export const keepPortrait = (work: Work, tools: Sealing, of: CaseOf, jpeg: Buffer): Promise<void> =>
  keepAttachment(work, tools, of, PORTRAIT, jpeg)
/** The one that was sent before stays beside it until the application is decided. */
export const replacePortrait = async (
  work: Work,
  tools: Sealing,
  row: Level1Row,
  jpeg: Buffer,
): Promise<void> => {
  await keepAttachment(work, tools, row, EARLIER_PORTRAIT, await portraitOf(work, tools, row))
  await keepAttachment(work, tools, row, sealedBefore.portrait, null)
  await keepPortrait(work, tools, row, jpeg)
}
export const earlierPortraitOf = (read: Reading, tools: Sealing, row: Level1Row): Promise<Buffer | null> =>
  attachmentOf(read, tools, row, EARLIER_PORTRAIT)

export const asksOf = ({ facts }: Pick<Level1Row, 'facts'>): readonly Ask[] => facts.asks ?? []
/** As its applicant and its officer see it: one that waits for another portrait is still in review. */
export const stateSeen = ({ state }: Pick<Level1Row, 'state'>): Exclude<EnrolmentState, 'waiting-citizen'> =>
  state === 'waiting-citizen' ? 'in-review' : state

export const dueAtOf = ({ due_at, opened_at }: Pick<Level1Row, 'due_at' | 'opened_at'>): Date =>
  due_at ?? dueMoment(opened_at)

export const faceOf = (row: Level1Row) => ({
  reference: row.reference,
  submittedAt: row.opened_at.toISOString(),
  dueAt: dueAtOf(row).toISOString(),
})
