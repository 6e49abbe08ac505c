/**
 * The one way to set a paper: PDF/A-2a (ISO 19005-2), A4, tagged, in one language, with the fonts inside,
 * page numbers, and bookmarks where it is long. The same input gives the same bytes: it asks neither clock
 * nor chance.
 */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { leaveRoomForSeal } from './seal-paper.ts'

export interface PaperHead {
  /** Names the kind of paper. Nobody's data: it stands in the file's metadata and on a reader's window. */
  readonly title: string
  readonly language: 'vi' | 'en'
  readonly madeAt: Date
  /** In points. */
  readonly margin?: number
  /** Stands before the page numbers; what tells the pages of one paper from another's. */
  readonly foot?: string
  /** A strip at the head of every page. */
  readonly band?: string
}

export type PaperElement = ReturnType<PDFDocument['struct']>

export interface Paper {
  readonly document: PDFDocument
  readonly root: PaperElement
  readonly head: PaperHead
  readonly bookmarks: Bookmark[]
}
interface Bookmark {
  readonly title: string
  readonly pageNumber: number
  readonly top: number
}

const MARGIN = 56
const BAND_FROM_TOP = 22
const FOOT_FROM_BOTTOM = 40
/** A paper of so many pages has bookmarks. */
const LONG_pages = 3

const fontFile = (weight: string): string =>
  createRequire(import.meta.url).resolve(
    `@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`,
  )

export const openPaper = (head: PaperHead): Paper => {
  const document = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: head.language,
    displayTitle: true,
    bufferPages: true,
    size: 'A4',
    margin: head.margin ?? MARGIN,
    font: fontFile('400Regular'),
    info: { Title: head.title, Author: 'Sen', CreationDate: head.madeAt },
  })
  document.registerFont('plain', fontFile('400Regular'))
  document.registerFont('strong', fontFile('600SemiBold'))
  const root = document.struct('Document')
  document.addStructure(root)
  const paper = { document, root, head, bookmarks: [] }
  if (head.band !== undefined) {
    root.add(document.struct('P', () => drawBand(paper, head.band ?? '')))
  }
  return paper
}

export const textWidth = ({ document }: Paper): number => {
  const { width, margins } = document.page
  return width - margins.left - margins.right
}

/** The lowest place where text may stand on this page. */
export const pageEnd = ({ document }: Paper): number => document.page.height - document.page.margins.bottom

const drawBand = (paper: Paper, band: string): void => {
  const { document } = paper
  const { left, top } = document.page.margins
  document.font('strong').fontSize(8)
  document.text(band, left, BAND_FROM_TOP, { width: textWidth(paper), align: 'center', lineBreak: true })
  document.x = left
  document.y = top
}

/** What stands on each page beside the text is no part of what is said: a reader that speaks passes it by. */
const drawBeside = (paper: Paper, draw: () => void): void => {
  const { document } = paper
  const { margins } = document.page
  const { bottom } = margins
  margins.bottom = 0
  document.markContent('Artifact', { type: 'Pagination' })
  draw()
  document.endMarkedContent()
  margins.bottom = bottom
}

const numberPages = (paper: Paper): void => {
  const { document, head } = paper
  const { count } = document.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    const { margins, height } = document.switchToPage(index)
    drawBeside(paper, () => {
      document.font('plain').fontSize(8)
      const number = `${index + 1} / ${count}`
      document.text(
        head.foot === undefined ? number : `${head.foot} · ${number}`,
        margins.left,
        height - FOOT_FROM_BOTTOM,
        {
          width: textWidth(paper),
          align: 'right',
          lineBreak: false,
        },
      )
      if (head.band !== undefined && index > 0) {
        drawBand(paper, head.band)
      }
    })
  }
}

const markWays = ({ document, bookmarks }: Paper): void => {
  if (document.bufferedPageRange().count >= LONG_pages) {
    for (const { title, ...place } of bookmarks) {
      document.outline.addItem(title, place)
    }
  }
}

/**
 * With `hasSeal` there is room for a signature, without which no reader believes it: `sealPaper` must
 * follow.
 */
export const closePaper = async (
  paper: Paper,
  { hasSeal }: { readonly hasSeal: boolean },
): Promise<Buffer> => {
  const { document, root } = paper
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => void chunks.push(chunk))
    document.once('end', resolve)
    document.once('error', reject)
  })
  root.end()
  numberPages(paper)
  markWays(paper)
  if (hasSeal) {
    leaveRoomForSeal(document)
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}
