/**
 * The officer's side: what waits at her office, one report, questions, more time, another office, the end.
 */
import {
  AskReporter,
  ExtendReport,
  ForwardReport,
  ListCrimeReports,
  RevealReporter,
  SettleReport,
  ViewCrimePicture,
  ViewCrimeReport,
} from '../../../../contract/crime-report.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { pictureUrl } from '../../evidence/capture/portrait.ts'
import { contactsOf } from '../../people/accounts/contacts.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { nextCursor, placeAfter } from '../../registry/organisations/queue-cursor.ts'
import * as store from './crime-report-store.ts'
import { CrimeReportMoved } from './events.ts'
import { competentOffice, faceOf, mustBeOpen, pictureOf, saveReport, say } from './report.ts'
import { find, forUpdate, lineOf, namer, officerViewOf, worker, type FoundReport } from './report-access.ts'
import { identityOf } from './reporter.ts'
import { dueDay, isLate } from './rules.ts'

const PAGE = 30

/** Nobody is told of what is anonymous: whoever holds the receipt looks. */
const tell = (work: Work, { row, reporter }: FoundReport): void => {
  if (reporter) {
    work.publish(CrimeReportMoved, reporter.subject_id, { reference: row.reference })
  }
}

export const listCrimeReports = useCase({
  contract: ListCrimeReports,
  permit: officerWith('crime-report.work'),
  async act(work, { cursor }, { actor, now }) {
    const { dueAt, id } = placeAfter(cursor)
    const rows = await store.pageOfOffice(work, actor.officeId, { dueOn: dueAt.slice(0, 10), id }, PAGE)
    const items = []
    for (const row of rows) {
      items.push({
        ...(await faceOf(work, row, now)),
        id: row.id,
        by: row.is_named ? ('named' as const) : ('anonymous' as const),
        isAnswered: row.is_answered,
      })
    }
    const last = rows.at(-1)
    return { items, next: nextCursor(rows, PAGE, last && { at: new Date(last.due_on), id: last.id }) }
  },
  audit: none('the list names nobody; opening one report leaves a line'),
})

export const crimeReportFigures = async (read: Reading, officeId: string, at: Date) => {
  const days = await store.daysOfOffice(read, officeId)
  const [first] = days
  const sum = (of: typeof days): number => of.reduce((all, { waiting }) => all + waiting, 0)
  return {
    waiting: sum(days),
    overdue: sum(days.filter(({ due_on: day }) => isLate(day, at))),
    nextDueAt: first ? new Date(`${dueDay(first.due_on)}T17:00:00+07:00`) : null,
  }
}

const nameWhereShown = ({ reporter }: FoundReport) =>
  reporter?.is_name_shown ? (['fullName'] as const) : ([] as const)

export const viewCrimeReport = useCase({
  contract: ViewCrimeReport,
  find,
  permit: worker,
  act: (work, _, { found, tools, now }) => officerViewOf(work, tools, found, now),
  audit: (done) => lineOf({ purpose: 'crime-report-view', fields: nameWhereShown(done.found) })(done),
})

export const viewCrimePicture = useCase({
  contract: ViewCrimePicture,
  find,
  permit: worker,
  async act(work, { id, no }, { tools }) {
    const picture = pictureUrl(await pictureOf(work, tools, id, no))
    if (picture === null) {
      throw problem('crime-report.no-such-report')
    }
    return { picture }
  },
  audit: lineOf({ purpose: 'crime-report-picture' }),
})

export const askReporter = useCase({
  contract: AskReporter,
  find: forUpdate,
  permit: worker,
  async act(work, { text }, { found, tools, now }) {
    const row = await say(work, tools, found.row, { text, isOffice: true }, now)
    tell(work, found)
    return officerViewOf(work, tools, { ...found, row }, now)
  },
  audit: lineOf({ purpose: 'crime-report-asked' }),
})

export const extendReport = useCase({
  contract: ExtendReport,
  find: forUpdate,
  permit: worker,
  async act(work, { reason }, { found, tools, now }) {
    mustBeOpen(found.row)
    if (found.row.extended_on !== null) {
      throw problem('crime-report.extended-before')
    }
    const change = { extended_on: dayInVietnam(now) }
    const row = await saveReport(work, tools, found.row, change, { extendedWhy: reason })
    tell(work, found)
    return officerViewOf(work, tools, { ...found, row }, now)
  },
  audit: lineOf({ purpose: 'crime-report-extended' }),
})

/** Its clock goes on: what offices settle among themselves takes nothing from the days of the law. */
export const forwardReport = useCase({
  contract: ForwardReport,
  find: forUpdate,
  permit: worker,
  async act(work, { unitCode, reason }, { found, tools, now }) {
    const { row } = found
    mustBeOpen(row)
    if (row.forwarded_on !== null) {
      throw problem('crime-report.forwarded-before')
    }
    const officeId = await competentOffice(work, unitCode, now)
    if (officeId === row.office_id) {
      throw problem('crime-report.same-office')
    }
    const change = { office_id: officeId, forwarded_on: dayInVietnam(now) }
    await saveReport(work, tools, row, change, { forwardedWhy: reason })
    tell(work, found)
    return { reference: row.reference, office: await officeName(work, officeId) }
  },
  audit: lineOf({ purpose: 'crime-report-forwarded' }),
})

export const settleReport = useCase({
  contract: SettleReport,
  find: forUpdate,
  permit: worker,
  async act(work, { outcome, reason }, { found, tools, now }) {
    mustBeOpen(found.row)
    const on = dayInVietnam(now)
    const change = { state: 'settled', outcome, ended_on: on } as const
    const row = await saveReport(work, tools, found.row, change, { settledWhy: reason })
    await store.endParts(work, row.id, on, now)
    tell(work, found)
    return officerViewOf(work, tools, { ...found, row }, now)
  },
  audit: lineOf({ purpose: 'crime-report-settled' }),
})

export const revealReporter = useCase({
  contract: RevealReporter,
  find,
  permit: namer,
  isNeverReplayed: true,
  async act(work, _, { found: { reporter }, tools }) {
    if (!reporter) {
      throw problem('crime-report.is-anonymous')
    }
    const { phone } = await contactsOf(work, tools, reporter.subject_id)
    return { ...(await identityOf(tools, reporter)), phone }
  },
  audit: (done) =>
    lineOf({
      purpose: `crime-report-name-${done.input.purpose}`,
      fields: ['fullName', 'personalNumber', 'phone'],
    })(done),
})
