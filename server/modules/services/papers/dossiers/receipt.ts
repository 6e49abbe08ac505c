/**
 * The receipt of a dossier with its appointment (Decree 118/2025/ND-CP; CT04 of Circular 53/2025/TT-BCA for
 * residence): its official code, what was received and how, and until when the office answers.
 */
import { momentText } from '../../../../kernel/paper/paper-dates.ts'
import type { Paper } from '../../../../kernel/paper/open-paper.ts'
import { onOneLine } from '../../../../kernel/paper/tagged-text.ts'
import { writeTable } from '../../../../kernel/paper/tagged-table.ts'
import { writeFields, writeHeading, writeSentence } from '../office/fields.ts'
import { closeOfficePaper, openOfficePaper } from '../office/office-paper.ts'
import { titleOf, type DossierPaper } from './dossier-paper.ts'
import { receiptWords as says } from './receipt-words.ts'

interface ReceivedThing {
  readonly name: string
  readonly by: 'typed' | 'upload' | 'wallet' | 'register' | 'original'
}
export interface Receipt extends DossierPaper {
  readonly received: readonly ReceivedThing[]
  readonly receivedAt: Date
  /** In words: 7 ngày làm việc. */
  readonly limit: string
  /** The rule that sets the limit. */
  readonly article: string
  readonly dueAt: Date
  /** In words: how the result comes back. */
  readonly returns?: string
  /** In words: how much, and whether it is paid. */
  readonly fee?: string
}

const writeReceived = (paper: Paper, received: readonly ReceivedThing[]): void => {
  writeHeading(paper, says.received)
  if (received.length === 0) {
    writeSentence(paper, says.nothing)
    return
  }
  writeTable(paper, {
    columns: [
      { says: says.row, width: 6, align: 'center' },
      { says: says.paper, width: 64 },
      { says: says.how, width: 30 },
    ],
    rows: received.map(({ name, by }, index) => [String(index + 1), onOneLine(name), says[by]]),
  })
}

/** The same receipt gives the same bytes. */
export const writeReceipt = (input: Receipt): Promise<Buffer> => {
  const { applicant } = input
  const paper = openOfficePaper(input, titleOf(input, says))
  writeFields(paper, [says.from, applicant.fullName])
  writeFields(paper, [says.personalNumber, applicant.personalNumber], [says.phone, applicant.phone])
  writeFields(paper, [says.address, applicant.address])
  writeFields(paper, [says.about, input.procedure])
  writeReceived(paper, input.received)
  writeHeading(paper, says.times)
  writeFields(paper, [says.receivedAt, momentText(input.receivedAt)], [says.limit, input.limit])
  writeFields(paper, [says.due, momentText(input.dueAt)], [says.article, input.article])
  writeFields(paper, [says.returns, input.returns])
  writeFields(paper, [says.fee, input.fee])
  writeSentence(paper, says.after)
  return closeOfficePaper(paper, input, 'follow')
}
