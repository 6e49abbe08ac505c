/**
 * A table of a paper: its columns are told as headings to a reader that speaks, its head stands again on
 * every page, and a row stays whole.
 */
import { pageEnd, textWidth, type Paper, type PaperElement } from './open-paper.ts'
import { writable } from './tagged-text.ts'

interface Column {
  readonly says: string
  /** Its part of the width, beside those of the other columns. */
  readonly width: number
  readonly align?: 'left' | 'center'
}
export interface Table {
  readonly columns: readonly Column[]
  /** A cell of several lines holds line breaks. */
  readonly rows: readonly (readonly string[])[]
  /** No row is lower, in points: room to sign. */
  readonly least?: number
}

interface Setting extends Table {
  readonly paper: Paper
  readonly element: PaperElement
  /** In points, the left edge of each column and the right one of the last. */
  readonly edges: readonly number[]
}
type Font = 'plain' | 'strong'

const SIZE = 9
const PAD_x = 5
const PAD_y = 4
const RULE = 0.5

const edgesOf = (paper: Paper, columns: readonly Column[]): number[] => {
  const { left } = paper.document.page.margins
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const edges = [left]
  for (const { width } of columns) {
    edges.push((edges.at(-1) ?? left) + (width / all) * textWidth(paper))
  }
  return edges
}

const innerWidth = ({ edges }: Setting, index: number): number =>
  (edges[index + 1] ?? 0) - (edges[index] ?? 0) - 2 * PAD_x

const heightOf = (setting: Setting, cells: readonly string[], font: Font): number => {
  const { document } = setting.paper
  document.font(font).fontSize(SIZE)
  const heights = cells.map((cell, index) =>
    document.heightOfString(writable(document, cell), { width: innerWidth(setting, index) }),
  )
  return Math.max(...heights) + 2 * PAD_y
}

/** Lines are no part of what is said. */
const drawRules = ({ paper, edges }: Setting, top: number, height: number): void => {
  const { document } = paper
  document.markContent('Artifact', { type: 'Layout' })
  document.save().lineWidth(RULE).strokeColor('#444')
  for (const [index, left] of edges.slice(0, -1).entries()) {
    document.rect(left, top, (edges[index + 1] ?? left) - left, height).stroke()
  }
  document.restore()
  document.endMarkedContent()
}

const cellText = (setting: Setting, index: number, top: number, text: string): void => {
  const { document } = setting.paper
  document.text(writable(document, text), (setting.edges[index] ?? 0) + PAD_x, top + PAD_y, {
    width: innerWidth(setting, index),
    align: setting.columns[index]?.align ?? 'left',
  })
}

const writeRow = (setting: Setting, cells: readonly string[], height: number, isHead: boolean): void => {
  const { paper, element, edges } = setting
  const { document } = paper
  const top = document.y
  drawRules(setting, top, height)
  document.font(isHead ? 'strong' : 'plain').fontSize(SIZE)
  const row = document.struct('TR')
  element.add(row)
  for (const [index, cell] of cells.entries()) {
    const write = document.struct(isHead ? 'TH' : 'TD', isHead ? { scope: 'Column' } : {}, () =>
      cellText(setting, index, top, cell),
    )
    row.add(write)
  }
  row.end()
  document.x = edges[0] ?? 0
  document.y = top + height
}

/** On a further page it has been told already. */
const repeatHead = (setting: Setting, height: number): void => {
  const { paper, columns, edges } = setting
  const { document } = paper
  const top = document.y
  drawRules(setting, top, height)
  document.markContent('Artifact', { type: 'Pagination' })
  document.font('strong').fontSize(SIZE)
  for (const [index, { says }] of columns.entries()) {
    cellText(setting, index, top, says)
  }
  document.endMarkedContent()
  document.x = edges[0] ?? 0
  document.y = top + height
}

/** Throws where a row is higher than a page: whoever writes one bounds its texts. */
export const writeTable = (paper: Paper, table: Table): void => {
  const { document, root } = paper
  const element = document.struct('Table')
  root.add(element)
  const setting = { ...table, paper, element, edges: edgesOf(paper, table.columns) }
  const head = table.columns.map(({ says }) => says)
  const headHeight = heightOf(setting, head, 'strong')
  const room = pageEnd(paper) - document.page.margins.top - headHeight
  const heights = table.rows.map((row) => Math.max(table.least ?? 0, heightOf(setting, row, 'plain')))
  if (heights.some((height) => height > room)) {
    throw new Error('a row of a table that is higher than a page')
  }
  if (document.y + headHeight + (heights[0] ?? 0) > pageEnd(paper)) {
    document.addPage()
  }
  writeRow(setting, head, headHeight, true)
  for (const [index, row] of table.rows.entries()) {
    const height = heights[index] ?? 0
    if (document.y + height > pageEnd(paper)) {
      document.addPage()
      repeatHead(setting, headHeight)
    }
    writeRow(setting, row, height, false)
  }
  element.end()
  document.y += SIZE
}
