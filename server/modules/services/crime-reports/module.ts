/** What this module offers and does: reports of crimes, under a name or by a ticket of nobody. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { lapsedKept_days } from '../../../kernel/retention.ts'
import { asShown } from '../../../kernel/telling.ts'
import type { Task } from '../../registry/organisations/mandate.ts'
import { answerByReceipt, readByReceipt } from './by-receipt.ts'
import { CrimeReportMoved, CrimeReportOverdue } from './events.ts'
import { tellLateReports } from './late-reports.ts'
import { answerAsOwner, sendNamedReport, viewOwnReports } from './own-reports.ts'
import { settledKept_days } from './rules.ts'
import { sendAnonymousReport } from './send-anonymous.ts'
import { drawTickets, viewTicketKey } from './tickets.ts'
import {
  askReporter,
  crimeReportFigures,
  extendReport,
  forwardReport,
  listCrimeReports,
  revealReporter,
  settleReport,
  viewCrimePicture,
  viewCrimeReport,
} from './work-report.ts'

const OVERDUE_EVERY_MS = 60_000
const OF_REPORT =
  'what was told of a crime belongs to the proceedings; who told it stands in crime_report_reporter'

export const crimeReportsModule = defineModule('services/crime-reports', {
  useCases: [
    viewTicketKey,
    drawTickets,
    sendNamedReport,
    viewOwnReports,
    answerAsOwner,
    sendAnonymousReport,
    readByReceipt,
    answerByReceipt,
    listCrimeReports,
    viewCrimeReport,
    viewCrimePicture,
    askReporter,
    extendReport,
    forwardReport,
    settleReport,
    revealReporter,
  ],
  forms: {
    citizen: { crimeReport: { sends: sendNamedReport } },
    decision: {
      settleReport: { sends: settleReport },
      forwardReport: { sends: forwardReport },
      extendReport: { sends: extendReport },
      askReporter: { sends: askReporter },
    },
  },
  events: [CrimeReportMoved, CrimeReportOverdue],
  lapses: [
    { table: 'crime_report', since: 'ended_on', days: settledKept_days },
    { table: 'crime_report_door', since: 'ended_on', days: settledKept_days },
    { table: 'crime_report_message', since: 'ended_on', days: settledKept_days },
    { table: 'crime_report_picture', since: 'ended_on', days: settledKept_days },
    { table: 'crime_report_ticket_key', since: 'good_until', days: lapsedKept_days },
    { table: 'crime_report_ticket', since: 'good_until', days: lapsedKept_days },
  ],
  tells: [{ part: 'crimeReports', tables: ['crime_report_reporter'], tell: asShown(viewOwnReports, {}) }],
  keeps: [
    ...holdNobody(
      'crime_report_queue',
      'crime_report_ticket',
      'crime_report_ticket_key',
      'crime_report_door',
    ),
    {
      table: 'crime_report',
      holds: ['reference', 'unit_code', 'sealed'],
      untold: 'evidence',
      fate: { is: 'unlinked', why: OF_REPORT },
    },
    {
      table: 'crime_report_message',
      holds: ['sealed'],
      untold: 'evidence',
      fate: { is: 'unlinked', why: OF_REPORT },
    },
    {
      table: 'crime_report_picture',
      holds: ['sealed'],
      untold: 'evidence',
      fate: { is: 'unlinked', why: OF_REPORT },
    },
    {
      table: 'crime_report_reporter',
      holds: ['subject_id', 'about_key', 'sealed'],
      fate: { is: 'kept', kind: 'cases', since: 'ended_at' },
    },
  ],
  queues: [{ key: 'crime-reports', task: 'crime-report.work' satisfies Task, figures: crimeReportFigures }],
  jobs: [
    {
      name: 'crime-reports-overdue',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateReports(transact, tools)) > 0,
    },
  ],
})
