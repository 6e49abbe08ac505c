/** That a dossier was withdrawn by who had filed it, and what is given back. */
import { momentText } from '../../../../kernel/paper/paper-dates.ts'
import { onOneLine } from '../../../../kernel/paper/tagged-text.ts'
import { writeFields, writeSentence } from '../office/fields.ts'
import { closeOfficePaper, openOfficePaper } from '../office/office-paper.ts'
import { titleOf, type DossierPaper } from './dossier-paper.ts'
import { withdrawalWords as says } from './withdrawal-receipt-words.ts'

export interface WithdrawalReceipt extends DossierPaper {
  readonly filedAt: Date
  readonly withdrawnAt: Date
  /** Hers, where she gave one. */
  readonly why?: string
  /** Originals that the office had. */
  readonly returned: readonly string[]
  readonly fee?: string
}

/** The same receipt gives the same bytes. */
export const writeWithdrawalReceipt = (input: WithdrawalReceipt): Promise<Buffer> => {
  const { applicant, returned } = input
  const paper = openOfficePaper(input, titleOf(input, says))
  writeFields(paper, [says.who, applicant.fullName], [says.personalNumber, applicant.personalNumber])
  writeFields(paper, [says.about, input.procedure])
  writeFields(
    paper,
    [says.filedAt, momentText(input.filedAt)],
    [says.withdrawnAt, momentText(input.withdrawnAt)],
  )
  writeFields(paper, [says.why, input.why])
  writeFields(paper, [says.returned, returned.map(onOneLine).join('; ')])
  writeFields(paper, [says.fee, input.fee])
  writeSentence(paper, says.closing)
  return closeOfficePaper(paper, input, 'follow')
}
