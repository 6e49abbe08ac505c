/**
 * Reports that run over their time: whoever sent a named one is told once, with an apology. Run by the
 * clock.
 */
import { now } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import { BEFORE_ALL_IDS, pageByPage } from '../../../kernel/page-by-page.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import * as store from './crime-report-store.ts'
import { CrimeReportOverdue } from './events.ts'
import { reporterOf } from './reporter-store.ts'
import { isLate } from './rules.ts'

interface Waiting {
  readonly id: string
  readonly due_on: string
}

const tellOne = async (work: Work, { id, due_on: last }: Waiting, at: Date): Promise<boolean> => {
  if (!isLate(last, at) || (await store.markLateTold(work, id)) === 0) {
    return false
  }
  const row = await store.find(work, id)
  const reporter = row?.is_named ? await reporterOf(work, id) : undefined
  if (row && reporter) {
    const data = { reference: row.reference, at: at.toISOString() }
    work.publish(CrimeReportOverdue, reporter.subject_id, data)
  }
  return true
}

/** Answers how many ran over. */
export const tellLateReports = (
  transact: Transact,
  { read }: Pick<Tools, 'read'>,
  at = now(),
): Promise<number> =>
  eachOf(
    pageByPage<Waiting, Waiting>({ due_on: '1970-01-01', id: BEFORE_ALL_IDS }, (after, most) =>
      store.lateUntold(read, dayInVietnam(at), after, most),
    ),
    transact,
    (work, waiting) => tellOne(work, waiting, at),
  )
