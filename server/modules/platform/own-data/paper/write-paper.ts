/**
 * The file of all that is held of a person as pages to read and print: PDF/A-2a (ISO 19005-2), tagged, in
 * the file's language, with the fonts inside. Of what grows without end it has the newest so many, and says
 * so; the JSON file has the rest.
 */
import { createRequire } from 'node:module'
import { setImmediate as otherWork } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { ownParts, type OwnPart } from '../../../../../contract/own-data.ts'
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../../../../formats/jws/strict-json.ts'
import { paperLayout, type Block, type Field } from './paper-layout.ts'
import { words } from './paper-words.ts'
import { PLACE, SIGNATURE_ROOM_bytes } from './seal-paper.ts'

type Language = 'vi' | 'en'

const says = {
  title: words('Dữ liệu của tôi', 'My data'),
  about: words(
    'Số định danh cá nhân {number}. Lấy lúc {at}, từ {from}.',
    'Personal number {number}. Taken at {at}, from {from}.',
  ),
  sealed: words(
    'Tệp này có chữ ký số bên trong: phần mềm đọc PDF báo nếu tệp bị sửa. Tệp JSON tải cùng nơi có thêm những gì không in ở đây.',
    'This file has a digital signature inside: a PDF reader says when it was changed. The JSON file from the same place has what is not printed here.',
  ),
  none: words('Không có.', 'Nothing.'),
  older: words(
    'Chỉ in {most} mục mới nhất. Các mục cũ hơn: xem tệp JSON hoặc trong ứng dụng.',
    'Only the newest {most} are printed. For older ones see the JSON file or the app.',
  ),
  portrait: words('Ảnh chân dung của bạn', 'Your portrait'),
  notGiven: words('Được giữ nhưng không đưa vào tệp', 'Held, and not in the file'),
} as const
const fill = (text: string, blanks: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '')

const fontFile = (weight: string): string =>
  createRequire(import.meta.url).resolve(
    `@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`,
  )

const dayText = (text: string): string => text.split('-').toReversed().join('/')
const momentText = (text: string): string => {
  const inVietnam = new Date(Date.parse(text) + 7 * 3_600_000).toISOString()
  return `${inVietnam.slice(11, 16)} ${dayText(inVietnam.slice(0, 10))}`
}

const reach = (value: Json | undefined, at: readonly string[]): Json | undefined =>
  at.reduce<Json | undefined>((one, name) => (isJsonObject(one) ? one[name] : undefined), value)

/**
 * On one line each: whoever writes breaks of lines into a question or a name would else lay out a page of her
 * own under the house's signature.
 */
const plain = (value: Json | undefined, language: Language): string => {
  if (isJsonList(value)) {
    return value.map((one) => plain(one, language)).join(', ')
  }
  if (isJsonObject(value)) {
    return plain(value[language], language)
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/\s+/g, ' ') : ''
}

const valueText = (field: Field, item: Json, language: Language): string => {
  const text = plain(reach(item, field.at), language)
  if (text === '' || field.as === 'text') {
    return text
  }
  if (typeof field.as === 'object') {
    return field.as[text]?.[language] ?? ''
  }
  return field.as === 'day' ? dayText(text) : momentText(text)
}

/** What a register said of a document, under its own words. */
const saidOf = (item: Json, language: Language): string[] => {
  const said = reach(item, ['said'])
  return isJsonList(said)
    ? said.map(
        (one) => `${plain(reach(one, ['label']), language)}: ${plain(reach(one, ['value']), language)}`,
      )
    : []
}

const linesOf = (block: Block, item: Json, language: Language): string[] => [
  ...block.fields.flatMap((field) => {
    const value = valueText(field, item, language)
    return value === '' ? [] : [`${field.says[language]}: ${value}`]
  }),
  ...saidOf(item, language),
]

interface Page {
  readonly document: PDFDocument
  readonly root: ReturnType<PDFDocument['struct']>
  readonly language: Language
  readonly most: number
}

/** A letter that the font has not would be none on paper at all, which PDF/A does not allow. */
const writable = ({ document }: Page, text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) =>
      letter === '\n' || document._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '?',
    )
    .join('')

const sizes = { H1: 20, H2: 14, H3: 11, P: 10 } as const
const write = (page: Page, tag: keyof typeof sizes, text: string): void => {
  const { document, root } = page
  document.font(tag === 'P' ? 'plain' : 'strong').fontSize(sizes[tag])
  const shown = writable(page, text)
  root.add(document.struct(tag, () => void document.text(shown)))
  document.moveDown(tag === 'P' ? 0.4 : 0.2)
}

const itemsOf = (part: Json | undefined, { of }: Block): readonly Json[] => {
  const value = of === null || of === '' ? part : reach(part, [of])
  if (of === null) {
    return value === undefined || value === null ? [] : [value]
  }
  return isJsonList(value) ? value : []
}

/** Answers whether it had anything to say. */
const writeBlock = async (page: Page, part: Json | undefined, block: Block): Promise<boolean> => {
  const { language, most } = page
  const items = itemsOf(part, block)
  const printed = items.slice(0, most)
  let isTitled = block.title === undefined
  let isAny = false
  for (const item of printed) {
    const lines = linesOf(block, item, language)
    const heading = block.heading ? plain(reach(item, block.heading.split('.')), language) : ''
    if (lines.length === 0 && heading === '') {
      continue
    }
    if (!isTitled && block.title) {
      write(page, 'H3', block.title[language])
      isTitled = true
    }
    write(page, 'P', [...(heading ? [heading] : []), ...lines].join('\n'))
    isAny = true
    await otherWork()
  }
  if (items.length > most || reach(part, ['areAll']) === false) {
    write(page, 'P', fill(says.older[language], { most: String(printed.length) }))
  }
  return isAny
}

const writePart = async (page: Page, name: OwnPart, part: Json | undefined): Promise<void> => {
  const { document, root, language } = page
  write(page, 'H2', ownParts[name][language])
  let isAny = false
  for (const block of paperLayout[name]) {
    isAny = (await writeBlock(page, part, block)) || isAny
  }
  const portrait = name === 'register' ? reach(part, ['portrait']) : undefined
  if (typeof portrait === 'string') {
    const bytes = Buffer.from(portrait, 'base64')
    const alt = says.portrait[language]
    root.add(document.struct('Figure', { alt }, () => void document.image(bytes, { width: 90 })))
    document.moveDown(0.5)
  }
  if (!isAny) {
    write(page, 'P', says.none[language])
  }
}

/** Page numbers are no part of what is said: a reader that speaks passes them by. */
const numberPages = ({ document }: Page): void => {
  const { count } = document.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    const { margins, height, width } = document.switchToPage(index)
    const { bottom } = margins
    margins.bottom = 0
    document.markContent('Artifact', { type: 'Pagination' })
    document.font('plain').fontSize(8)
    document.text(`${index + 1} / ${count}`, margins.left, height - 40, {
      width: width - margins.left - margins.right,
      align: 'right',
      lineBreak: false,
    })
    document.endMarkedContent()
    margins.bottom = bottom
  }
}

/** Room for `sealPaper`; the field has no place on the page. */
const leaveRoom = ({ document }: Page): void => {
  const { page } = document
  const signature = document.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, PLACE, PLACE, PLACE],
    Contents: Buffer.alloc(SIGNATURE_ROOM_bytes),
    Name: new String('Sen'),
  })
  const field = document.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    // Printed and locked (ISO 32000-1 §12.5.3).
    F: 132,
    T: new String('house'),
    V: signature,
    P: page.dictionary,
  })
  page.annotations.push(field)
  // PDF/A lets no reader draw fields anew (ISO 19005-2 §6.4.1); the form is signed and only grows.
  document.initForm()
  Object.assign(document._root.data.AcroForm.data, { NeedAppearances: false, SigFlags: 3, Fields: [field] })
  signature.end()
  field.end()
}

const openPage = (data: JsonObject, language: Language, most: number): Page => {
  const document = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    size: 'A4',
    margin: 56,
    font: fontFile('400Regular'),
    info: {
      Title: says.title[language],
      Author: 'Sen',
      CreationDate: new Date(plain(data['takenAt'], language)),
    },
  })
  document.registerFont('plain', fontFile('400Regular'))
  document.registerFont('strong', fontFile('600SemiBold'))
  const root = document.struct('Document')
  document.addStructure(root)
  return { document, root, language, most }
}

/** `data` of a file that the house has sealed. */
export const writePaper = async (data: JsonObject, most: number): Promise<Buffer> => {
  const language = data['language'] === 'en' ? 'en' : 'vi'
  const page = openPage(data, language, most)
  const { document, root } = page
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => void chunks.push(chunk))
    document.once('end', resolve)
    document.once('error', reject)
  })
  write(page, 'H1', says.title[language])
  const [number, at, from] = ['about', 'takenAt', 'takenFrom'].map((name) => plain(data[name], language))
  const about = { number: number ?? '', at: momentText(at ?? ''), from: from ?? '' }
  write(page, 'P', fill(says.about[language], about))
  write(page, 'P', says.sealed[language])
  for (const name of Object.keys(ownParts) as OwnPart[]) {
    await writePart(page, name, reach(data, ['parts', name]))
  }
  write(page, 'H2', says.notGiven[language])
  const notGiven = data['notGiven']
  for (const one of isJsonList(notGiven) ? notGiven : []) {
    write(page, 'P', plain(one, language))
  }
  root.end()
  numberPages(page)
  leaveRoom(page)
  document.end()
  await ended
  return Buffer.concat(chunks)
}
