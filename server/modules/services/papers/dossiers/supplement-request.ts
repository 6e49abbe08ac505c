/**
 * The one request to supplement that a dossier may get (Decree 118/2025/ND-CP; CT05 for residence): every
 * missing thing with why, by which rule and how, and the day until which it is awaited.
 */
import { momentText } from '../../../../kernel/paper/paper-dates.ts'
import type { Paper } from '../../../../kernel/paper/open-paper.ts'
import { onOneLine, writeText } from '../../../../kernel/paper/tagged-text.ts'
import { writeFields, writeNote, writeSentence } from '../office/fields.ts'
import { closeOfficePaper, openOfficePaper } from '../office/office-paper.ts'
import { fill } from '../office/office-words.ts'
import { titleOf, type DossierPaper } from './dossier-paper.ts'
import { supplementWords as says } from './supplement-request-words.ts'

interface MissingThing {
  readonly name: string
  readonly why: string
  readonly article: string
  readonly how?: string
}
export interface SupplementRequest extends DossierPaper {
  /** All of them: there is no second request. */
  readonly missing: readonly [MissingThing, ...MissingThing[]]
  readonly until: Date
}

const writeMissing = (paper: Paper, { name, why, article, how }: MissingThing, index: number): void => {
  const heading = fill(says.thing, { row: String(index + 1), name: onOneLine(name) })
  writeText(paper, 'H2', heading, { size: 10.5, after: 3 })
  writeNote(paper, says.why, why)
  writeNote(paper, says.article, article)
  if (how !== undefined) {
    writeNote(paper, says.how, how)
  }
  paper.document.y += 4
}

/** The same request gives the same bytes. */
export const writeSupplementRequest = (input: SupplementRequest): Promise<Buffer> => {
  const paper = openOfficePaper(input, titleOf(input, says))
  writeFields(paper, [says.to, input.applicant.fullName])
  writeFields(paper, [says.about, input.procedure])
  writeSentence(paper, fill(says.opening, { count: String(input.missing.length) }))
  paper.document.y += 4
  for (const [index, thing] of input.missing.entries()) {
    writeMissing(paper, thing, index)
  }
  writeFields(paper, [says.until, momentText(input.until)])
  writeSentence(paper, says.paused)
  writeSentence(paper, says.after)
  return closeOfficePaper(paper, input, 'follow')
}
