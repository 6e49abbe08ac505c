/** The citizen's side of a report under her name: she sends it, reads what came of it, answers the office. */
import { AnswerAsOwner, SendNamedReport, ViewOwnReports } from '../../../../contract/crime-report.ts'
import { actorReference, type Citizen } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type Preparation } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { aboutKeyOf } from '../../cases/casework/open-case.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import * as store from './crime-report-store.ts'
import { addReport, courseOf, readPictures, say, type ReportRow } from './report.ts'
import { addReporter, ownReporter, reportsOf } from './reporter-store.ts'
import { sealIdentity } from './reporter.ts'
import { sentPerDay } from './rules.ts'

const SHOWN = 50
const DAY_S = 86_400

const ownViewOf = async (read: Reading, tools: Tools, row: ReportRow, isNameShown: boolean, at: Date) => ({
  ...(await courseOf(read, tools, row, at)),
  id: row.id,
  isNameShown,
})

const addWhoSent = async (
  work: Work,
  tools: Tools,
  {
    subjectId,
    reportId,
    isNameShown,
  }: { readonly subjectId: string; readonly reportId: string; readonly isNameShown: boolean },
  at: Date,
): Promise<void> => {
  const account = await findAccount(work, subjectId)
  if (!account) {
    throw new Error('a session without an account')
  }
  const { personalNumber } = account
  const name = (await findPerson(work, tools, personalNumber))?.fullName ?? null
  await addReporter(work, {
    subject_id: subjectId,
    report_id: reportId,
    about_key: aboutKeyOf(tools, personalNumber),
    is_name_shown: isNameShown,
    sent_at: at,
    sealed: await sealIdentity(tools, subjectId, { personalNumber, name }),
  })
}

export const sendNamedReport = useCase({
  contract: SendNamedReport,
  permit: citizenHerself,
  limits: (_, __, actor) => [
    {
      scope: 'crime-report.send',
      key: actorReference(actor),
      most: inForce(sentPerDay, presentMoment()),
      per_s: DAY_S,
    },
  ],
  prepare: ({ pictures }, _: Preparation<Citizen>) => readPictures(pictures),
  async act(work, { isNameShown, ...told }, { actor: { subjectId }, prepared: jpegs, tools, now }) {
    const row = await addReport(work, tools, { ...told, isNamed: true, jpegs }, now)
    await addWhoSent(work, tools, { subjectId, reportId: row.id, isNameShown }, now)
    return ownViewOf(work, tools, row, isNameShown, now)
  },
  audit: ({ actor, result }) => ({
    about: actor.subjectId,
    purpose: 'crime-report-sent',
    detail: { reference: result?.reference ?? null },
  }),
})

export const viewOwnReports = useCase({
  contract: ViewOwnReports,
  permit: citizenHerself,
  async act(work, _, { actor: { subjectId }, tools, now }) {
    const items = []
    for (const { report_id: id, is_name_shown: isShown } of await reportsOf(work, subjectId, SHOWN)) {
      const row = await store.find(work, id)
      if (row) {
        items.push(await ownViewOf(work, tools, row, isShown, now))
      }
    }
    return { items }
  },
  audit: none('her own reports'),
})

interface Own {
  readonly row: ReportRow
  readonly isNameShown: boolean
}
const ownForUpdate = async (work: Work, { id }: { readonly id: string }, actor: Citizen): Promise<Own> => {
  const who = await ownReporter(work, actor.subjectId, id)
  const row = who && (await store.forUpdate(work, id))
  if (!row || !who) {
    throw problem('crime-report.no-such-report')
  }
  return { row, isNameShown: who.is_name_shown }
}

export const answerAsOwner = useCase({
  contract: AnswerAsOwner,
  permit: citizenHerself,
  async act(work, { id, text }, { actor, tools, now }) {
    const { row, isNameShown } = await ownForUpdate(work, { id }, actor)
    const after = await say(work, tools, row, { text, isOffice: false }, now)
    return ownViewOf(work, tools, after, isNameShown, now)
  },
  audit: ({ actor, result }) => ({
    about: actor.subjectId,
    purpose: 'crime-report-said',
    detail: { reference: result?.reference ?? null },
  }),
})
