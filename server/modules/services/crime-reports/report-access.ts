/** A report as an officer's deeds find it, and the lines that they leave. */
import type { Actor, Officer } from '../../../kernel/actor.ts'
import type { AuditLine, LineTitle } from '../../../kernel/audit-line.ts'
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { officerNeverHerself } from '../../registry/organisations/second-eyes.ts'
import * as store from './crime-report-store.ts'
import { courseOf, type ReportRow } from './report.ts'
import { reporterOf, type ReporterRow } from './reporter-store.ts'
import { identityOf } from './reporter.ts'

export interface FoundReport {
  readonly officeId: string
  /** Empty for an anonymous one: nobody knows whose it is. */
  readonly aboutKey: string
  readonly row: ReportRow
  /** Null for an anonymous one. */
  readonly reporter: ReporterRow | null
}

const finder =
  (look: (work: Work, id: string) => Promise<ReportRow | undefined>) =>
  async (work: Work, { id }: { readonly id: string }, actor: Actor): Promise<FoundReport> => {
    const row = await look(work, id)
    if (!row || actor.kind !== 'officer' || row.office_id !== actor.officeId) {
      throw problem('crime-report.no-such-report')
    }
    const reporter = row.is_named ? ((await reporterOf(work, id)) ?? null) : null
    return { officeId: row.office_id, aboutKey: reporter?.about_key ?? '', row, reporter }
  }
export const find = finder(store.find)
export const forUpdate = finder(store.forUpdate)

export const worker = officerNeverHerself('crime-report.work', 'crime-report.about-yourself')
export const namer = officerNeverHerself('crime-report.name', 'crime-report.about-yourself')

interface Done {
  readonly found: FoundReport
  readonly actor: Officer
  readonly refusal: ProblemCode | null
}
/** Of a named report the person reads it; of an anonymous one it is about nobody, and says who worked. */
export const lineOf =
  (title: LineTitle) =>
  ({ found: { row, reporter }, actor, refusal }: Done): AuditLine => {
    const { officeName: office, number: officerNumber } = actor
    const told = {
      outcome: refusal ?? 'done',
      detail: { reference: row.reference, office, officerNumber },
    } as const
    return reporter
      ? { ...title, ...told, about: reporter.subject_id }
      : { purpose: 'anonymous-report-worked', ...told, about: null }
  }

export const officerViewOf = async (
  read: Reading,
  tools: Tools,
  { row, reporter }: Pick<FoundReport, 'row' | 'reporter'>,
  at: Date,
) => ({
  ...(await courseOf(read, tools, row, at)),
  id: row.id,
  by: row.is_named ? ('named' as const) : ('anonymous' as const),
  name: reporter?.is_name_shown ? (await identityOf(tools, reporter)).name : null,
  mayExtend: row.state === 'open' && row.extended_on === null,
})
