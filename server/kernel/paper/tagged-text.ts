/** Text of a paper, each piece under the tag by which a reader that speaks finds its way. */
import type PDFDocument from 'pdfkit'
import { pageEnd, textWidth, type Paper, type PaperElement } from './open-paper.ts'

export type TextTag = 'H1' | 'H2' | 'H3' | 'P'
export interface TextStyle {
  /** In points. */
  readonly size?: number
  readonly font?: 'plain' | 'strong'
  readonly align?: 'left' | 'right' | 'center'
  /** In points, below it. */
  readonly after?: number
}

const sizes = { H1: 20, H2: 14, H3: 11, P: 10 } as const

/**
 * On one line: whoever writes breaks of lines into a question or a name would else lay out a page of her own
 * among what an office says.
 */
export const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** A letter that the font has not would be none on paper at all, which PDF/A does not allow. */
export const writable = (document: PDFDocument, text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) =>
      letter === '\n' || document._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '?',
    )
    .join('')

/** Begins a new page where less than so much is left of this one, in points. */
export const needRoom = (paper: Paper, height: number): void => {
  const { document } = paper
  if (document.y + height > pageEnd(paper)) {
    document.addPage()
  }
}

const noteBookmark = (paper: Paper, title: string): void => {
  const { document, bookmarks } = paper
  const pageNumber = document.bufferedPageRange().count - 1
  bookmarks.push({ title, pageNumber, top: document.y })
}

/** `into`: what it is a part of, where that is not the paper as a whole. */
export const writeText = (
  paper: Paper,
  tag: TextTag,
  text: string,
  style: TextStyle = {},
  into: PaperElement = paper.root,
): void => {
  const { document } = paper
  const size = style.size ?? sizes[tag]
  document.font(style.font ?? (tag === 'P' ? 'plain' : 'strong')).fontSize(size)
  const shown = writable(document, text)
  if (tag !== 'P') {
    // A heading does not stand alone at the foot of a page.
    needRoom(paper, size * 4)
  }
  if (tag === 'H2') {
    noteBookmark(paper, shown)
  }
  const width = textWidth(paper)
  into.add(document.struct(tag, () => void document.text(shown, { width, align: style.align ?? 'left' })))
  document.y += style.after ?? size * (tag === 'P' ? 0.5 : 0.25)
}
