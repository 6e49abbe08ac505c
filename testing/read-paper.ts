/**
 * Reads a PDF of ours as a reader that speaks does: not the marks on the page, but the tree of tags, in its
 * order, each with the text that stands under it.
 */
import { inflateSync } from 'node:zlib'

interface ReadPiece {
  /** P, H1, TD …, `Figure` with what stands for the picture. */
  readonly tag: string
  readonly text: string
  readonly scope?: string
  /** The pages that it stands on, from 0. */
  readonly pages: readonly number[]
}
export interface ReadPaper {
  readonly pieces: readonly ReadPiece[]
  readonly pages: number
  /** What is drawn on a page beside the text, in order. */
  readonly beside: readonly string[]
  readonly bookmarks: readonly string[]
}

type Objects = ReadonlyMap<number, string>
type MarkedText = ReadonlyMap<number, string>

const objectsOf = (pdf: Buffer): Objects =>
  new Map(
    [...pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, number, body]) => [
      Number(number),
      body ?? '',
    ]),
  )
const referred = (body: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1])
const streamOf = (body: string): string => {
  const raw = /stream\r?\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? ''
  return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
}
const utf16 = (hex: string): string => {
  const bytes = Buffer.from(hex, 'hex')
  return Array.from({ length: bytes.length / 2 }, (_, index) =>
    String.fromCharCode(bytes.readUInt16BE(index * 2)),
  ).join('')
}

const lettersOf = (objects: Objects, font: number): ReadonlyMap<string, string> => {
  const letters = new Map<string, string>()
  const map = streamOf(objects.get(referred(objects.get(font) ?? '', 'ToUnicode')) ?? '')
  for (const [, from, list] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const glyphs = [...(list ?? '').matchAll(/<([0-9a-f ]+)>/g)]
    for (const [index, [, hex]] of glyphs.entries()) {
      const glyph = (Number.parseInt(from ?? '', 16) + index).toString(16).padStart(4, '0')
      letters.set(glyph, utf16((hex ?? '').replaceAll(' ', '')))
    }
  }
  return letters
}

interface PageText {
  readonly marked: MarkedText
  readonly beside: string
}
const MARKS =
  /\/(\w+) <<([^>]*)>> BDC|\/(\w+) BMC|(EMC)\b|\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g

const readPage = (objects: Objects, page: string): PageText => {
  const resources = objects.get(referred(page, 'Resources')) ?? ''
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => [
      name,
      lettersOf(objects, Number(number)),
    ]),
  )
  const marked = new Map<number, string>()
  const open: (number | null)[] = []
  let beside = ''
  let letters: ReadonlyMap<string, string> | undefined
  const content = streamOf(objects.get(referred(page, 'Contents')) ?? '')
  for (const [, tag, properties, bare, end, font, shown] of content.matchAll(MARKS)) {
    if (tag !== undefined || bare !== undefined) {
      const id = /\/MCID (\d+)/.exec(properties ?? '')?.[1]
      open.push(id === undefined ? null : Number(id))
    } else if (end !== undefined) {
      open.pop()
    } else if (font !== undefined) {
      letters = fonts.get(font)
    } else {
      const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join('')
      const line = (glyphs.match(/.{4}/g) ?? []).map((glyph) => letters?.get(glyph) ?? '').join('')
      const id = open.findLast((one) => one !== null)
      if (id === undefined || id === null) {
        beside += `${line} `
      } else {
        marked.set(id, `${marked.get(id) ?? ''}${line} `)
      }
    }
  }
  return { marked, beside }
}

const unescaped = (text: string): string =>
  text.replaceAll(/\\(?:([0-7]{1,3})|([nrtbf\\()]))/g, (_, octal?: string, sign?: string) =>
    octal === undefined
      ? ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign ?? ''] ?? sign ?? '')
      : String.fromCharCode(Number.parseInt(octal, 8)),
  )
/** PDF's texts are of bytes, or of UTF-16 behind its mark. */
const decoded = (raw: string): string => {
  const bytes = unescaped(raw)
  return bytes.startsWith('\u00fe\u00ff')
    ? utf16(Buffer.from(bytes.slice(2), 'latin1').toString('hex'))
    : bytes
}
const textOf = (body: string, name: string): string | undefined => {
  const raw = new RegExp(`/${name} \\(((?:\\\\[\\s\\S]|[^\\\\)])*)\\)`).exec(body)?.[1]
  return raw === undefined ? undefined : decoded(raw)
}

/** Every text that stands in the file itself and not on a page, and what it says of itself. */
export const textsAboutPaper = (pdf: Buffer): string[] => [
  /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(pdf.toString('utf8'))?.[0] ?? '',
  ...[...objectsOf(pdf).values()]
    .filter((body) => !body.includes('stream'))
    .flatMap((body) => [...body.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)])
    .map(([, raw]) => decoded(raw ?? '')),
]

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

interface Reading {
  readonly objects: Objects
  readonly pages: ReadonlyMap<number, { readonly index: number; readonly text: PageText }>
}

const readElement = ({ objects, pages }: Reading, number: number): ReadPiece[] => {
  const body = objects.get(number) ?? ''
  const kids = /\/K \[([\s\S]*?)\]\n/.exec(body)?.[1] ?? ''
  const home = referred(body, 'Pg')
  const below: ReadPiece[] = []
  const stands = new Set<number>()
  let text = ''
  for (const [, marked, child, id] of kids.matchAll(/<<([^>]*)>>|(\d+) 0 R|(\d+)/g)) {
    if (child !== undefined) {
      below.push(...readElement({ objects, pages }, Number(child)))
      continue
    }
    const page = pages.get(marked === undefined ? home : referred(marked, 'Pg'))
    const place = Number(id ?? /\/MCID (\d+)/.exec(marked ?? '')?.[1])
    text += page?.text.marked.get(place) ?? ''
    stands.add(page?.index ?? -1)
  }
  const tag = /\/S \/(\w+)/.exec(body)?.[1] ?? ''
  const scope = /\/Scope \/(\w+)/.exec(body)?.[1]
  const alt = textOf(body, 'Alt')
  const piece = { tag, text: oneLine(alt ?? text), pages: [...stands], ...(scope ? { scope } : {}) }
  return [piece, ...below]
}

export const readPaper = (pdf: Buffer): ReadPaper => {
  const objects = objectsOf(pdf)
  const all = [...objects]
  const catalogue = all.find(([, body]) => body.includes('/Type /Catalog'))?.[1] ?? ''
  const kids = objects.get(referred(catalogue, 'Pages')) ?? ''
  const numbers = [...(/\/Kids \[([^\]]*)\]/.exec(kids)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, one]) =>
    Number(one),
  )
  const pages = new Map(
    numbers.map((number, index) => [number, { index, text: readPage(objects, objects.get(number) ?? '') }]),
  )
  const root = objects.get(referred(catalogue, 'StructTreeRoot')) ?? ''
  const first = Number(/\/K \[(\d+) 0 R/.exec(root)?.[1])
  return {
    pieces: readElement({ objects, pages }, first),
    pages: numbers.length,
    beside: [...pages.values()].map(({ text }) => oneLine(text.beside)),
    bookmarks: all
      .filter(([, body]) => body.includes('/Dest [') && body.includes('/Title '))
      .map(([, body]) => textOf(body, 'Title') ?? ''),
  }
}
