/**
 * The checkpoints outside the database: one JSON object `{at, note}` per line, only ever appended to, so that
 * the file may lie on
 * append-only storage and a copy of it anywhere is a witness. A line torn by a crash is followed by the whole
 * line again.
 */
import { createReadStream } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { readCheckpoint } from './checkpoint.ts'

export interface PublishedCheckpoint {
  readonly size: number
  readonly at: string
  readonly note: string
}
export interface FileLine {
  readonly lineNo: number
  /** null when the line cannot be read as a checkpoint. */
  readonly checkpoint: PublishedCheckpoint | null
}

/** Many times the length of a line. */
const TAIL_BYTES = 16_384

const lineOf = ({ at, note }: PublishedCheckpoint): string => JSON.stringify({ at, note })

const parseLine = (text: string): PublishedCheckpoint | null => {
  try {
    const { at, note } = JSON.parse(text) as { at: unknown; note: unknown }
    if (typeof at !== 'string' || typeof note !== 'string') {
      return null
    }
    const checkpoint = readCheckpoint(note)
    return checkpoint && { size: checkpoint.size, at, note }
  } catch {
    return null
  }
}

const openIfThere = (path: string): Promise<FileHandle | null> =>
  open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      return null
    }
    throw error
  })

/** The last whole checkpoint of the file; null when there is none or no file. */
export const lastPublished = async (path: string): Promise<PublishedCheckpoint | null> => {
  const file = await openIfThere(path)
  if (!file) {
    return null
  }
  try {
    const { size } = await file.stat()
    const from = Math.max(0, size - TAIL_BYTES)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
    const whole = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .split('\n')
      .slice(from > 0 ? 1 : 0, -1)
    return whole.map(parseLine).findLast((checkpoint) => checkpoint !== null) ?? null
  } finally {
    await file.close()
  }
}

/**
 * Appends and waits until the disk has it. The caller holds the sequencer's row, so that writers never meet.
 */
export const appendPublished = async (
  path: string,
  checkpoints: readonly PublishedCheckpoint[],
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'a+', 0o644)
  try {
    const { size } = await file.stat()
    const isTorn = size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() !== '\n'
    await file.appendFile(
      `${isTorn ? '\n' : ''}${checkpoints.map((checkpoint) => `${lineOf(checkpoint)}\n`).join('')}`,
    )
    await file.sync()
    if (size === 0) {
      await syncFolder(dirname(path))
    }
  } finally {
    await file.close()
  }
}

/**
 * A new file's name is on the disk only when its folder is; systems that cannot sync a folder (Windows) say
 * EPERM or EISDIR.
 */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

/** How long the file is now, for `publishedIn`; null when there is no file. */
export const publishedLength_bytes = async (path: string): Promise<number | null> => {
  const file = await openIfThere(path)
  const stat = await file?.stat()
  await file?.close()
  return stat?.size ?? null
}

/**
 * Every line of the first `length_bytes` of the file. What a crash tore is left out when the same line
 * follows whole, or nothing follows.
 */
export async function* publishedIn(path: string, length_bytes: number): AsyncGenerator<FileLine> {
  if (length_bytes === 0) {
    return
  }
  let torn: { lineNo: number; text: string } | null = null
  let lineNo = 0
  for await (const text of createInterface({
    input: createReadStream(path, { end: length_bytes - 1 }),
    crlfDelay: Infinity,
  })) {
    lineNo += 1
    const checkpoint = parseLine(text)
    if (torn && !(checkpoint && text.startsWith(torn.text))) {
      yield { lineNo: torn.lineNo, checkpoint: null }
    }
    torn = checkpoint ? null : { lineNo, text }
    if (checkpoint) {
      yield { lineNo, checkpoint }
    }
  }
  if (torn && !(await endsTorn(path, length_bytes))) {
    yield { lineNo: torn.lineNo, checkpoint: null }
  }
}

const endsTorn = async (path: string, length_bytes: number): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    return (await file.read(Buffer.alloc(1), 0, 1, length_bytes - 1)).buffer.toString() !== '\n'
  } finally {
    await file.close()
  }
}
