/**
 * The file of all that is held of a person as pages to read and print: PDF/A-2a (ISO 19005-2), tagged, in
 * the file's language, with the fonts inside. Of what grows without end it has the newest so many, and says
 * so; the JSON file has the rest.
 */
import { setImmediate as otherWork } from 'node:timers/promises'
import { ownParts, type OwnPart } from '../../../../../contract/own-data.ts'
import {
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../../../../formats/jws/strict-json.ts'
import { closePaper, openPaper, type Paper } from '../../../../kernel/paper/open-paper.ts'
import { dayText, momentText } from '../../../../kernel/paper/paper-dates.ts'
import { onOneLine, writeText } from '../../../../kernel/paper/tagged-text.ts'
import type { Block, Field } from './paper-fields.ts'
import { paperLayout } from './paper-layout.ts'
import { words } from './paper-words.ts'

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
  return typeof value === 'string' || typeof value === 'number' ? onOneLine(String(value)) : ''
}

const valueText = (field: Field, item: Json, language: Language): string => {
  const text = plain(reach(item, field.at), language)
  if (text === '' || field.as === 'text') {
    return text
  }
  if (typeof field.as === 'object') {
    return field.as[text]?.[language] ?? ''
  }
  return field.as === 'day' ? dayText(text) : momentText(new Date(text))
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

interface Page extends Paper {
  readonly language: Language
  readonly most: number
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
      writeText(page, 'H3', block.title[language])
      isTitled = true
    }
    writeText(page, 'P', [...(heading ? [heading] : []), ...lines].join('\n'))
    isAny = true
    await otherWork()
  }
  if (items.length > most || reach(part, ['areAll']) === false) {
    writeText(page, 'P', fill(says.older[language], { most: String(printed.length) }))
  }
  return isAny
}

const writePart = async (page: Page, name: OwnPart, part: Json | undefined): Promise<void> => {
  const { document, root, language } = page
  writeText(page, 'H2', ownParts[name][language])
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
    writeText(page, 'P', says.none[language])
  }
}

/** `data` of a file that the house has sealed. */
export const writePaper = async (data: JsonObject, most: number): Promise<Buffer> => {
  const language = data['language'] === 'en' ? 'en' : 'vi'
  const madeAt = new Date(plain(data['takenAt'], language))
  const page = { ...openPaper({ title: says.title[language], language, madeAt }), language, most } as const
  writeText(page, 'H1', says.title[language])
  const [number, from] = ['about', 'takenFrom'].map((name) => plain(data[name], language))
  const about = { number: number ?? '', at: momentText(madeAt), from: from ?? '' }
  writeText(page, 'P', fill(says.about[language], about))
  writeText(page, 'P', says.sealed[language])
  for (const name of Object.keys(ownParts) as OwnPart[]) {
    await writePart(page, name, reach(data, ['parts', name]))
  }
  writeText(page, 'H2', says.notGiven[language])
  const notGiven = data['notGiven']
  for (const one of isJsonList(notGiven) ? notGiven : []) {
    writeText(page, 'P', plain(one, language))
  }
  return closePaper(page, { hasSeal: true })
}
