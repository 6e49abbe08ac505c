/**
 * A paper that an office issues: its head with the state's name and motto (Decree 30/2020/ND-CP annex I; no
 * emblem), its title, and at its end who answers for it and a code to follow or verify it by.
 */
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { drawCode } from '../../../../kernel/paper/code-square.ts'
import { closePaper, openPaper, textWidth, type Paper } from '../../../../kernel/paper/open-paper.ts'
import { longDay } from '../../../../kernel/paper/paper-dates.ts'
import { needRoom, onOneLine, writeText, type TextStyle } from '../../../../kernel/paper/tagged-text.ts'
import { fill, officeWords } from './office-words.ts'

interface IssuingOffice {
  /** Công an phường Hoàn Kiếm. */
  readonly name: string
  /** The body above it. */
  readonly parent?: string
  /** Where the paper is dated at, e.g. Hoàn Kiếm. */
  readonly place: string
  /** Where it is asked: address, telephone. */
  readonly contact?: string
}
export interface Signer {
  /** Trưởng Công an phường. */
  readonly title: string
  readonly name?: string
}
/** What each paper of an office says of itself. */
export interface OfficePaper {
  /** The trial's words stand on every page. */
  readonly isTrial: boolean
  readonly office: IssuingOffice
  /** The office's own number of this paper. */
  readonly number?: string
  readonly issuedAt: Date
  readonly signer?: Signer
  /**
   * An https address; of a dossier's state, or of what tells whether this paper holds. Nobody's data is in
   * it.
   */
  readonly link: string
  /** Room for the house's signature is left, and the caller's `sealPaper` must fill it. */
  readonly hasSeal: boolean
}
export interface PaperTitle {
  readonly title: string
  readonly below?: string
  /** Of the annex that it follows. */
  readonly form?: string
  readonly foot?: string
}

export const BODY = 10.5
const HEAD = 9.5
const CODE_side = 92
const CODE_gap = 10
/** Points between a signer's title and name: where a hand or a stamp would stand. */
const SIGN_room = 46
const RULE = 0.7

const writeColumn = (paper: Paper, left: number, width: number, lines: readonly [string, TextStyle][]) => {
  const { document, root } = paper
  for (const [text, { size = HEAD, font = 'plain', after = 2 }] of lines) {
    document.font(font).fontSize(size)
    const write = (): void =>
      void document.text(onOneLine(text), left, document.y, { width, align: 'center' })
    root.add(document.struct('P', write))
    document.y += after
  }
}

/** The short line that stands below an office's name and the motto. */
const drawRule = ({ document }: Paper, middle: number, length: number): void => {
  document.y += 2.5
  document.markContent('Artifact', { type: 'Layout' })
  document.save().lineWidth(RULE).strokeColor('#000')
  document
    .moveTo(middle - length / 2, document.y)
    .lineTo(middle + length / 2, document.y)
    .stroke()
  document.restore()
  document.endMarkedContent()
  document.y += 7
}

const NAME_part = 0.44

/** Whoever issues stands left, the state right, each in its column. */
const writeHead = (paper: Paper, { office, number, issuedAt }: OfficePaper): void => {
  const { document } = paper
  const { left } = document.page.margins
  const top = document.y
  const width = textWidth(paper)
  const name = width * NAME_part
  const strong: TextStyle = { font: 'strong' }
  const parent: [string, TextStyle][] = office.parent ? [[office.parent.toLocaleUpperCase('vi'), {}]] : []
  writeColumn(paper, left, name, [...parent, [office.name.toLocaleUpperCase('vi'), strong]])
  drawRule(paper, left + name / 2, 60)
  if (number !== undefined) {
    writeColumn(paper, left, name, [[fill(officeWords.number, { number }), {}]])
  }
  const end = document.y
  const state = left + name + 8
  const stateWidth = width - name - 8
  document.y = top
  writeColumn(paper, state, stateWidth, [
    [officeWords.state, strong],
    [officeWords.motto, strong],
  ])
  drawRule(paper, state + stateWidth / 2, 120)
  writeColumn(paper, state, stateWidth, [[`${office.place}, ${longDay(dayInVietnam(issuedAt))}`, {}]])
  document.x = left
  document.y = Math.max(end, document.y) + 16
}

export const writeTitle = (paper: Paper, { title, below, form }: PaperTitle): void => {
  if (form !== undefined) {
    writeText(paper, 'P', fill(officeWords.form, { form }), { size: 8.5, align: 'right', after: 6 })
  }
  writeText(paper, 'H1', title, { size: 14.5, align: 'center', after: below === undefined ? 14 : 2 })
  if (below !== undefined) {
    writeText(paper, 'P', below, { size: BODY, align: 'center', after: 14 })
  }
}

export const openOfficePaper = (office: OfficePaper, title: PaperTitle): Paper => {
  const paper = openPaper({
    title: title.title,
    language: 'vi',
    madeAt: office.issuedAt,
    ...(title.foot === undefined ? {} : { foot: title.foot }),
    ...(office.isTrial ? { band: officeWords.trial } : {}),
  })
  writeHead(paper, office)
  writeTitle(paper, title)
  return paper
}

const writeBesideCode = (paper: Paper, left: number, width: number, lines: readonly string[]): void => {
  const { document, root } = paper
  document.font('plain').fontSize(8)
  for (const line of lines) {
    root.add(document.struct('P', () => void document.text(line, left, document.y, { width })))
    document.y += 3
  }
}

const writeSigner = (paper: Paper, signer: Signer, left: number, width: number): void => {
  writeColumn(paper, left, width, [[signer.title.toLocaleUpperCase('vi'), { size: BODY, font: 'strong' }]])
  paper.document.y += SIGN_room
  if (signer.name !== undefined) {
    writeColumn(paper, left, width, [[signer.name, { size: BODY, font: 'strong' }]])
  }
}

/**
 * A code to follow or verify the paper by, and beside it who signs. Throws for a link that is no https
 * address: what a camera opens from a paper must come from the
 * house. On a machine that serves only itself there is no https.
 */
export const writeLookUp = (
  paper: Paper,
  link: string,
  leads: 'follow' | 'verify',
  { signer, notes = [] }: { readonly signer?: Signer; readonly notes?: readonly string[] } = {},
): void => {
  if (!/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(link)) {
    throw new Error('a paper whose code leads to no https address')
  }
  needRoom(paper, CODE_side + CODE_gap)
  const { document } = paper
  document.y += CODE_gap
  const { left } = document.page.margins
  const top = document.y
  const half = textWidth(paper) / 2
  const alt = fill(officeWords[leads === 'follow' ? 'followAlt' : 'verifyAlt'], { link })
  if (signer) {
    writeSigner(paper, signer, left + half, half)
  }
  const signed = document.y
  drawCode(paper, link, { left, top, side: CODE_side }, alt)
  document.y = top + CODE_gap
  const beside = CODE_side + CODE_gap / 2
  const width = (signer ? half : textWidth(paper)) - beside - CODE_gap
  const [, code] = leads === 'verify' ? link.split('#') : []
  const typed = code === undefined ? [] : [officeWords.code, code]
  writeBesideCode(paper, left + beside, width, [officeWords[leads], link, ...typed, ...notes])
  document.x = left
  document.y = Math.max(signed, document.y, top + CODE_side)
}

export const closeOfficePaper = (
  paper: Paper,
  { link, signer, hasSeal, office }: OfficePaper,
  leads: 'follow' | 'verify',
): Promise<Buffer> => {
  const contact = office.contact ? [fill(officeWords.contact, { contact: onOneLine(office.contact) })] : []
  const notes = [...contact, ...(hasSeal ? [officeWords.sealed] : [])]
  writeLookUp(paper, link, leads, { ...(signer ? { signer } : {}), notes })
  return closePaper(paper, { hasSeal })
}
