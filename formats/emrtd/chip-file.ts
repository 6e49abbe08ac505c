/**
 * A chip as a file: JSON with base64 members `com dg1 dg2 dg13 dg14 dg15 sod`, absent ones left out, nothing
 * beside them.
 */
import { ChipFault, refuseIf } from './chip-fault.ts'

/** What each part may weigh; a portrait is the largest by far (ICAO recommends 15 to 20 KB). */
const PARTS_MOST_BYTES = {
  com: 256,
  dg1: 256,
  dg2: 262_144,
  dg13: 8192,
  dg14: 4096,
  dg15: 4096,
  sod: 65_536,
} as const
export type ChipPart = keyof typeof PARTS_MOST_BYTES
export type ChipFile = { readonly [part in ChipPart]?: Uint8Array }

const chipParts = Object.keys(PARTS_MOST_BYTES) as readonly ChipPart[]
/** Base64 of the largest parts, their names, some white space. */
export const CHIP_FILE_MOST_BYTES = 512 * 1024

const isPart = (name: string): name is ChipPart => Object.hasOwn(PARTS_MOST_BYTES, name)

/** `text`: the file's JSON. Throws ChipFault. */
export const readChipFile = (text: string): ChipFile => {
  refuseIf(text.length > CHIP_FILE_MOST_BYTES, 'chip.file-too-large', 'file')
  // JSON.parse keeps the last of two members with one name, another reader may keep the first; an escape
  // could hide the second.
  refuseIf(
    text.includes('\\') || chipParts.some((part) => text.split(`"${part}"`).length > 2),
    'chip.file-unreadable',
    'file',
  )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ChipFault('chip.file-unreadable', 'file')
  }
  return chipFileOf(value)
}

/** The same out of a request's body. */
export const chipFileOf = (value: unknown): ChipFile => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ChipFault('chip.file-unreadable', 'file')
  }
  const file: { [part in ChipPart]?: Uint8Array } = {}
  for (const [name, text] of Object.entries(value)) {
    if (!isPart(name) || typeof text !== 'string') {
      throw new ChipFault('chip.file-unreadable', 'file')
    }
    refuseIf(text.length > Math.ceil(PARTS_MOST_BYTES[name] / 3) * 4, 'chip.file-too-large', name)
    file[name] = base64Bytes(text, name)
  }
  return file
}

const base64Bytes = (text: string, where: string): Uint8Array => {
  const bytes = Buffer.from(text, 'base64')
  // Buffer skips what is no base64; only a text that it would write again is one.
  refuseIf(text === '' || bytes.toString('base64') !== text, 'chip.file-unreadable', where)
  return bytes
}

export const writeChipFile = (file: ChipFile): Record<string, string> =>
  Object.fromEntries(
    chipParts.flatMap((part) => {
      const bytes = file[part]
      return bytes ? [[part, Buffer.from(bytes).toString('base64')]] : []
    }),
  )
