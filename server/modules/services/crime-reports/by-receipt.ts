/** Whoever holds the receipt code, with or without an account, reads how the report stands and answers. */
import { AnswerByReceipt, ReadByReceipt } from '../../../../contract/crime-report.ts'
import { none } from '../../../kernel/audit-line.ts'
import { anyone } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './crime-report-store.ts'
import { courseOf, say, type ReportRow } from './report.ts'
import { doorOf } from './send-anonymous.ts'
import { countWrongCode, mustHaveTries } from './wrong-codes.ts'

interface Asked {
  readonly tools: Tools
  readonly now: Date
  readonly network: string
}

const behind = async (
  read: Reading,
  receiptCode: string,
  { tools, now, network }: Asked,
  look: (id: string) => Promise<ReportRow | undefined>,
): Promise<ReportRow> => {
  mustHaveTries(network, now)
  const id = await store.behindDoor(read, doorOf(tools, receiptCode))
  const row = id === null ? undefined : await look(id)
  if (!row) {
    countWrongCode(network, now)
    throw problem('crime-report.no-such-receipt')
  }
  return row
}

export const readByReceipt = useCase({
  contract: ReadByReceipt,
  permit: anyone, // the code is all that is asked
  isNeverReplayed: true,
  async act(work: Work, { receiptCode }, { tools, now, request: { network } }) {
    const row = await behind(work, receiptCode, { tools, now, network }, (id) => store.find(work, id))
    return courseOf(work, tools, row, now)
  },
  audit: none('a line would say when somebody looked; the report is of nobody'),
})

export const answerByReceipt = useCase({
  contract: AnswerByReceipt,
  permit: anyone, // the code is all that is asked
  isNeverReplayed: true,
  async act(work: Work, { receiptCode, text }, { tools, now, request: { network } }) {
    const row = await behind(work, receiptCode, { tools, now, network }, (id) => store.forUpdate(work, id))
    return courseOf(work, tools, await say(work, tools, row, { text, isOffice: false }, now), now)
  },
  audit: none('a line would say when somebody wrote; the report is of nobody'),
})
