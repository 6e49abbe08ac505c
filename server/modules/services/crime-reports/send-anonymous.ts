/**
 * A report that nobody sent: by a ticket, on a route that knows no session. It writes the report, its receipt
 * and the used ticket, and nothing else: no audit line, event, counter or idempotency key, because each of
 * them would say when it came, or from where (docs/decisions/0032-crime-reports.md). Sent again after a lost
 * answer, the same ticket with the same receipt is the same report.
 */
import { SendAnonymousReport } from '../../../../contract/crime-report.ts'
import { none } from '../../../kernel/audit-line.ts'
import { anyone } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './crime-report-store.ts'
import { addReport, lastDayOf, readPictures, type ReportRow } from './report.ts'
import { dueDay } from './rules.ts'
import { isUsed, useTicket } from './ticket-store.ts'
import { judgeTicket } from './tickets.ts'

export const doorOf = ({ digests }: Pick<Tools, 'digests'>, receiptCode: string): Buffer =>
  digests.secret('crime-report-receipt', receiptCode)

const sentBefore = async (read: Reading, door: Buffer): Promise<ReportRow | null> => {
  const id = await store.behindDoor(read, door)
  return (id && (await store.find(read, id))) || null
}

const answerOf = (row: ReportRow) => ({ reference: row.reference, dueOn: dueDay(lastDayOf(row)) })

/** Whoever has no good ticket costs one look at a key; with one that was used no picture is read again. */
const prepared = async (
  tools: Tools,
  { ticket, pictures }: { readonly ticket: Parameters<typeof judgeTicket>[1]; readonly pictures: string[] },
  now: Date,
) => {
  const good = await judgeTicket(tools, ticket, now)
  return { good, jpegs: (await isUsed(tools.read, good.digest)) ? [] : await readPictures(pictures) }
}

const mustTake = async (
  work: Work,
  { digest, goodUntil }: { readonly digest: Buffer; readonly goodUntil: Date },
): Promise<void> => {
  if (!(await useTicket(work, digest, goodUntil))) {
    throw problem('crime-report.ticket-used')
  }
}

export const sendAnonymousReport = useCase({
  contract: SendAnonymousReport,
  permit: anyone, // the ticket is all that is asked
  isNeverReplayed: true,
  prepare: (input, { tools, now }) => prepared(tools, input, now),
  async act(work, { receiptCode, ...told }, { prepared: { good, jpegs }, tools, now }) {
    const door = doorOf(tools, receiptCode)
    const before = await sentBefore(work, door)
    if (before) {
      return answerOf(before)
    }
    await mustTake(work, good)
    const row = await addReport(work, tools, { ...told, isNamed: false, jpegs }, now)
    await store.addDoor(work, door, row.id)
    return answerOf(row)
  },
  audit: none('a line would say when it came; it is about nobody'),
})
