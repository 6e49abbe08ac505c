/**
 * A population file as it is opened: CSV with a header or NDJSON, UTF-8, with or without a byte order mark.
 * See docs/population-file.md.
 */
import { createHash, type Hash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { splitCsvRecord } from '../../territory/csv-record.ts'
import { emptyRecord, fileColumns, placeOf, requiredColumns, type FileColumn } from './columns.ts'
import type { FileIdentity } from './import-progress.ts'
import { longestRecord_bytes, type LineFault, type RecordReader } from './record-cutter.ts'

/** The file as a whole cannot be read; nothing of it was imported. One sentence for the operator. */
export class PopulationFileRefused extends Error {}

export interface PopulationFile {
  readonly handle: FileHandle
  readonly identity: FileIdentity
  /** Where the first record begins. */
  readonly start: { readonly offset: number; readonly line: number }
  readonly read: RecordReader
}

const HEAD_BYTES = longestRecord_bytes

/** Opens the file and reads its header. Throws PopulationFileRefused. */
export const openPopulationFile = async (path: string): Promise<PopulationFile> => {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new PopulationFileRefused(`${path} cannot be opened (${error.code ?? error.message}).`)
  })
  try {
    const { size, isFile } = await handle.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }))
    if (!isFile) {
      throw new PopulationFileRefused(
        `${path} is not a file. A population file is read again when an import is resumed, so a pipe will not do.`,
      )
    }
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const head = buffer.subarray(0, bytesRead)
    const identity = { headDigest: createHash('sha256').update(head).digest(), size_bytes: size }
    return { handle, identity, ...readHead(head, path) }
  } catch (error) {
    await handle.close()
    throw error
  }
}

const readHead = (head: Buffer, path: string): Pick<PopulationFile, 'start' | 'read'> => {
  const from = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  if (head[from] === 0x7b) {
    return { start: { offset: from, line: 1 }, read: readJson }
  }
  const end = head.indexOf(10, from)
  const stop = end === -1 ? head.length : end
  const line = head.toString('utf8', from, stop > from && head[stop - 1] === 13 ? stop - 1 : stop)
  return {
    start: { offset: Math.min(stop + 1, head.length), line: 2 },
    read: csvReader(placesOf(line, path)),
  }
}

/** Where each column of the file goes. Throws PopulationFileRefused with the first thing that is wrong. */
const placesOf = (header: string, path: string): number[] => {
  const fields = splitCsvRecord(header)
  const names = typeof fields === 'string' ? [] : fields.map((name) => name.trim())
  const known: ReadonlySet<string> = new Set(fileColumns)
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined || names.length === 0) {
    const shown = (unknown ?? header).slice(0, 60).replace(/[^\p{L}\p{N}_ ,.-]/gu, '?')
    throw new PopulationFileRefused(
      `The first line of ${path} must name the columns of a population file; "${shown}" is none. docs/population-file.md lists them.`,
    )
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) {
    throw new PopulationFileRefused(`The first line of ${path} names the column ${twice} twice.`)
  }
  const missing = requiredColumns.find((name) => !names.includes(name))
  if (missing !== undefined) {
    throw new PopulationFileRefused(`The first line of ${path} lacks the column ${missing}.`)
  }
  return names.map((name) => placeOf[name as FileColumn])
}

const csvReader = (places: readonly number[]): RecordReader => {
  const isInOrder = places.length === fileColumns.length && places.every((place, at) => place === at)
  return (text) => {
    const fields = splitCsvRecord(text)
    if (typeof fields === 'string') {
      return fields === 'quote-open' ? 'more' : 'quote'
    }
    if (fields.length !== places.length) {
      return 'columns'
    }
    if (isInOrder) {
      return fields
    }
    const values = emptyRecord()
    for (let at = 0; at < places.length; at++) {
      values[places[at] ?? 0] = fields[at] ?? ''
    }
    return values
  }
}

const readJson: RecordReader = (text) => {
  const values = emptyRecord()
  try {
    const record: unknown = JSON.parse(text)
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      return 'json'
    }
    for (const [name, value] of Object.entries(record)) {
      if (!Object.hasOwn(placeOf, name) || (typeof value !== 'string' && value !== null)) {
        return 'json-field'
      }
      values[placeOf[name as FileColumn]] = value ?? ''
    }
    return values
  } catch {
    return 'json'
  }
}

/** The digest of the first bytes of the file, to be gone on with from there. */
export const digestUpTo = async (handle: FileHandle, offset: number): Promise<Hash> => {
  const hash = createHash('sha256')
  if (offset > 0) {
    for await (const chunk of handle.createReadStream({
      start: 0,
      end: offset - 1,
      autoClose: false,
      highWaterMark: 1 << 20,
    })) {
      hash.update(chunk as Buffer)
    }
  }
  return hash
}

export const faultMessages: Readonly<Record<LineFault, string>> = {
  'too-long': 'The line is longer than 65,536 bytes.',
  utf8: 'The line is not UTF-8.',
  nul: 'A NUL byte stands in the line.',
  quote: 'A quote does not close, or stands inside a field without quotes around it.',
  columns: 'The line does not have as many columns as the header.',
  json: 'The line is not a JSON object.',
  'json-field': 'The object has a name that is no column, or a value that is neither text nor null.',
}
