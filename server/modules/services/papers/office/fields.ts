/** What a paper says piece by piece: labelled values, sentences, numbered reasons. */
import { textWidth, type Paper } from '../../../../kernel/paper/open-paper.ts'
import { needRoom, onOneLine, writable, writeText } from '../../../../kernel/paper/tagged-text.ts'
import { BODY } from './office-paper.ts'
import { officeWords } from './office-words.ts'

/** What is not known stands as a dash, so that nobody takes an empty place for one to fill in. */
export type Field = readonly [label: string, value: string | undefined]

const LINE_after = 5
const BETWEEN = 14

const shown = (value: string | undefined): string => {
  const text = onOneLine(value ?? '')
  return text === '' ? officeWords.dash : text
}

const heightOf = ({ document }: Paper, [label, value]: Field, width: number): number => {
  document.font('strong').fontSize(BODY)
  return document.heightOfString(`${label}: ${shown(value)}`, { width })
}

/** Fields that stand beside each other, each in an equal part of the line. */
export const writeFields = (paper: Paper, ...fields: readonly Field[]): void => {
  const { document, root } = paper
  const { left } = document.page.margins
  const part = (textWidth(paper) - BETWEEN * (fields.length - 1)) / fields.length
  const height = Math.max(...fields.map((field) => heightOf(paper, field, part)))
  if (fields.length > 1) {
    needRoom(paper, height)
  }
  const top = document.y
  for (const [index, [label, value]] of fields.entries()) {
    const write = (): void => {
      document.font('plain').fontSize(BODY)
      const place = left + index * (part + BETWEEN)
      document.text(`${writable(document, label)}: `, place, top, { width: part, continued: true })
      document.font('strong').text(writable(document, shown(value)))
    }
    root.add(document.struct('P', write))
  }
  document.x = left
  document.y = (fields.length > 1 ? top + height : document.y) + LINE_after
}

export const writeHeading = (paper: Paper, text: string): void => {
  paper.document.y += 6
  writeText(paper, 'H2', text, { size: 11.5, after: 5 })
}

/** Of an officer: each paragraph stands by itself. */
export const writeParagraphs = (paper: Paper, text: string): void => {
  for (const paragraph of text.split(/\n+/)) {
    if (paragraph.trim() !== '') {
      writeText(paper, 'P', onOneLine(paragraph), { size: BODY, after: LINE_after })
    }
  }
}

export const writeSentence = (paper: Paper, text: string): void =>
  writeText(paper, 'P', onOneLine(text), { size: BODY, after: LINE_after })

/** Prose with its label, such as a reason or an article. */
export const writeNote = (paper: Paper, label: string, text: string): void =>
  writeSentence(paper, `${label}: ${text}`)
