/**
 * The apology for a dossier that is late: why, until when now, and who answers for it (Decree
 * 118/2025/ND-CP).
 */
import { momentText } from '../../../../kernel/paper/paper-dates.ts'
import { writeFields, writeSentence } from '../office/fields.ts'
import { closeOfficePaper, openOfficePaper } from '../office/office-paper.ts'
import { fill } from '../office/office-words.ts'
import { apologyWords as says } from './apology-words.ts'
import { titleOf, type DossierPaper } from './dossier-paper.ts'

export interface Apology extends DossierPaper {
  readonly why: string
  readonly dueWas: Date
  readonly dueNow: Date
  readonly answersForIt: { readonly name: string; readonly title?: string; readonly contact?: string }
}

/** The same apology gives the same bytes. */
export const writeApology = (input: Apology): Promise<Buffer> => {
  const { name, title, contact } = input.answersForIt
  const was = momentText(input.dueWas)
  const paper = openOfficePaper(input, titleOf(input, says))
  writeFields(paper, [says.to, input.applicant.fullName])
  writeFields(paper, [says.about, input.procedure])
  writeSentence(paper, fill(says.opening, { office: input.office.name, was }))
  writeFields(paper, [says.why, input.why])
  writeFields(paper, [says.was, was], [says.due, momentText(input.dueNow)])
  writeFields(paper, [says.answers, title === undefined ? name : `${name}, ${title}`])
  writeFields(paper, [says.reachable, contact])
  writeSentence(paper, says.nothing)
  return closeOfficePaper(paper, input, 'follow')
}
