/**
 * A refusal with its reasons, each with its article, and what may be done against it (CT06 for residence).
 */
import { onOneLine, writeText } from '../../../../kernel/paper/tagged-text.ts'
import { writeFields, writeHeading, writeNote, writeSentence } from '../office/fields.ts'
import { closeOfficePaper, openOfficePaper } from '../office/office-paper.ts'
import { fill } from '../office/office-words.ts'
import { titleOf, type DossierPaper } from './dossier-paper.ts'
import { refusalWords as says } from './refusal-words.ts'

interface RefusalReason {
  readonly says: string
  readonly article: string
}
export interface Refusal extends DossierPaper {
  readonly reasons: readonly [RefusalReason, ...RefusalReason[]]
  /** Who hears a complaint. */
  readonly complainTo: string
  /** What she can do instead, in a sentence of the officer's. */
  readonly advice?: string
}

/** The same refusal gives the same bytes. */
export const writeRefusal = (input: Refusal): Promise<Buffer> => {
  const paper = openOfficePaper(input, titleOf(input, says))
  writeFields(paper, [says.to, input.applicant.fullName])
  writeFields(paper, [says.about, input.procedure])
  writeSentence(paper, says.opening)
  for (const [index, reason] of input.reasons.entries()) {
    const heading = fill(says.reason, { row: String(index + 1), says: onOneLine(reason.says) })
    writeText(paper, 'H2', heading, { size: 10.5, after: 3 })
    writeNote(paper, says.article, reason.article)
  }
  writeHeading(paper, says.next)
  if (input.advice !== undefined) {
    writeSentence(paper, input.advice)
  }
  writeSentence(paper, says.again)
  writeSentence(paper, fill(says.object, { body: onOneLine(input.complainTo) }))
  return closeOfficePaper(paper, input, 'follow')
}
