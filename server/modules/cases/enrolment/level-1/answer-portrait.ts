/**
 * The applicant sends the other portrait that an officer asked for: the application is back in the same
 * review. What the register says of it is looked up afterwards, so that the answer shows nothing of that.
 */
import { AnswerPortrait } from '../../../../../contract/enrolment.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import { now } from '../../../../kernel/clock.ts'
import { applicantHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { caseForUpdate } from '../../casework/case-access.ts'
import { saveCase } from '../../casework/case-file.ts'
import { PortraitAnswered } from '../events.ts'
import { statusOf } from './application-status.ts'
import { draftForUpdate } from './draft.ts'
import { answerPortrait, doubtsWithPortrait, type Doubt, type EnrolmentState } from './enrolment.ts'
import { lookAtPicture } from './look-at-picture.ts'
import {
  applicationOf,
  asksOf,
  dueAtOf,
  level1Kind,
  replacePortrait,
  type Level1Facts,
  type Level1Row,
} from './level-1-case.ts'
import { comparePortraits, leaveCheck } from './settle-enrolment.ts'

/** What this session has sent. Throws `enrolment.draft-gone`. */
const sentForUpdate = async (work: Work, input: unknown, actor: Actor): Promise<Level1Row> => {
  const draft = await draftForUpdate(work, input, actor)
  const row =
    draft.subject_id && draft.enrolment_id
      ? await forUpdate(work, draft.subject_id, draft.enrolment_id)
      : null
  if (!row) {
    throw problem('enrolment.draft-gone')
  }
  return row
}
const forUpdate = (work: Work, subjectId: string, id: string): Promise<Level1Row | null> =>
  caseForUpdate<EnrolmentState, Level1Facts>(work, level1Kind, subjectId, id)

export const sendOtherPortrait = useCase({
  contract: AnswerPortrait,
  limits: (_, request: RequestContext) => [
    { scope: 'portrait', key: request.network, most: 120, per_s: 3600 },
  ],
  prepare: lookAtPicture,
  find: sentForUpdate,
  permit: applicantHerself,
  async act(work, _, { tools, found, prepared, now: at }) {
    const asks = answerPortrait(found.state, asksOf(found), at.toISOString())
    if (!prepared) {
      throw problem('enrolment.draft-gone')
    }
    const { jpeg, hints } = prepared
    if (hints.length > 0) {
      return { status: await statusOf(work, tools, found), hints }
    }
    await replacePortrait(work, tools, found, jpeg)
    const doubts = doubtsWithPortrait(found.facts.doubts, null)
    const facts: Level1Facts = { ...found.facts, asks, doubts, portraitScore: null }
    const change = { state: 'in-review', facts, by: 'citizen', what: 'answered' } as const
    const row = (await saveCase(work, tools, level1Kind, found, change, at)) as Level1Row
    const { id: enrolmentId, reference } = row
    const dueAt = dueAtOf(row).toISOString()
    work.publish(PortraitAnswered, row.subject_id, { enrolmentId, reference, dueAt })
    return { status: await statusOf(work, tools, row), hints: ['ok' as const] }
  },
  audit: ({ found, result }) =>
    result?.hints.includes('ok')
      ? {
          about: found.subject_id,
          purpose: 'enrolment-portrait-sent',
          fields: ['portrait'],
          outcome: 'in-review',
          detail: { reference: found.reference },
        }
      : null,
})

/** Nobody is left in the register whose face could be compared. */
const saveNotRegistered = async (work: Work, tools: Tools, row: Level1Row): Promise<void> => {
  const doubts = doubtsWithPortrait([...new Set<Doubt>(['not-in-register', ...row.facts.doubts])], null)
  const facts: Level1Facts = { ...row.facts, doubts }
  await saveCase(work, tools, level1Kind, row, { facts, by: 'automatic' }, now())
}

/** After the answer: the officer sees the other portrait with what the matcher thinks of it. */
export const compareOtherPortrait = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  enrolmentId: string,
): Promise<void> => {
  const row = await forUpdate(work, subjectId, enrolmentId)
  if (row?.state !== 'in-review') {
    return
  }
  const application = await applicationOf(work, tools, row)
  if (!(await findPerson(work, tools, application.personalNumber))) {
    await saveNotRegistered(work, tools, row)
    return
  }
  const portrait = await comparePortraits(work, tools, row, application)
  const doubts = doubtsWithPortrait(row.facts.doubts, portrait)
  const facts: Level1Facts = { ...row.facts, doubts, portraitScore: portrait.score }
  await saveCase(work, tools, level1Kind, row, { facts, by: 'automatic' }, now())
  leaveCheck(work, subjectId, 'review', row.reference)
}
