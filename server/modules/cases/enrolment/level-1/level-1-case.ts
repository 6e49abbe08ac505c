/**
 * An application for level 1 as its commands handle it: what kind of case it is, what was sent with it, and
 * how it is told.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { attachmentOf, unsealContent } from '../../casework/case-file.ts'
import type { CaseContent, CaseRules } from '../../casework/case-kind.ts'
import type { CaseRow } from '../../casework/case-row.ts'
import { aboutKeyOf } from '../../casework/open-case.ts'
import { EnrolmentOverdue } from '../events.ts'
import { dueMoment } from '../rules.ts'
import type { Application, Declared, Doubt, EnrolmentState } from './enrolment.ts'

export interface Level1Facts {
  readonly language: 'vi' | 'en'
  readonly provenChannel: 'sms' | 'email'
  readonly doubts: readonly Doubt[]
  readonly portraitScore: number | null
}
export type Level1Row = CaseRow<EnrolmentState, Level1Facts>

/** What was sent stays with it, also when it is decided: the result is told to the contacts given in it. */
const sent = { keeps: 'all' } as const
const decided = { ...sent, next: [], stage: null, isUnfinished: false } as const

/** Decree 69/2024/ND-CP art. 10(1). One officer decides, so nobody is ever the same pair of eyes. */
export const level1Kind: CaseRules<EnrolmentState, 'review'> = {
  kind: 'level-1',
  sealedAs: 'enrolment.declared',
  initial: 'submitted',
  states: {
    submitted: { ...sent, next: ['in-review', 'accepted', 'refused'], stage: null, isUnfinished: true },
    'in-review': { ...sent, next: ['accepted', 'refused'], stage: 'review', isUnfinished: true },
    accepted: decided,
    refused: decided,
  },
  stages: { review: 'enrolment.decide' },
  tasks: { take: 'enrolment.decide', approve: 'enrolment.decide', view: ['enrolment.decide'] },
  problems: {
    notFound: 'enrolment.no-such-application',
    closed: 'enrolment.already-decided',
    aboutOneself: 'level-2.about-yourself',
    sameOfficer: 'level-2.same-eyes',
  },
  dueFrom: dueMoment,
  late: {
    stages: ['review'],
    publish(work, { subjectId, caseId: enrolmentId, reference, dueAt }) {
      work.publish(EnrolmentOverdue, subjectId, { enrolmentId, reference, dueAt: dueAt.toISOString() })
    },
  },
  // Before the one case it was what the applicant declared, and nothing besides.
  upgrade: (stored) => ({ name: null, ...stored }),
}

/** Sealed by themselves, each under its label, before all kinds of cases stood together. */
const sealedBefore = {
  phone: 'enrolment.phone',
  email: 'enrolment.email',
  portrait: 'enrolment.portrait',
} as const

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

export const PORTRAIT = 'portrait'
export const portraitOf = (read: Reading, tools: Sealing, row: Level1Row): Promise<Buffer | null> =>
  attachmentOf(read, tools, row, PORTRAIT, sealedBefore.portrait)

export const dueAtOf = ({ due_at, opened_at }: Pick<Level1Row, 'due_at' | 'opened_at'>): Date =>
  due_at ?? dueMoment(opened_at)

export const faceOf = (row: Level1Row) => ({
  reference: row.reference,
  submittedAt: row.opened_at.toISOString(),
  dueAt: dueAtOf(row).toISOString(),
})
