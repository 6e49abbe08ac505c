/**
 * `sen population import FILE`: reads a population file of any size into the register. The file is never held
 * in memory: while the database
 * writes one batch, the next is read. Importing again changes only what differs; an import that was killed
 * goes on where its data ends.
 * A number that comes twice: the last line wins.
 */
import type { Hash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Pool } from 'pg'
import { now } from '../../../../kernel/clock.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import type { Sealer } from '../../../../kernel/tools.ts'
import { Batch, type BatchEnd } from './batch.ts'
import { openBulk, type BulkConnection } from './bulk-connection.ts'
import type { Counts, Progress } from './import-progress.ts'
import { digestUpTo, faultMessages, openPopulationFile, type PopulationFile } from './population-file.ts'
import { readRow, type RowRules } from './read-row.ts'
import { RecordCutter, type CutRecord } from './record-cutter.ts'
import { hasRejectsUpTo, openRejectsFile, type Reject } from './rejects-file.ts'
import * as store from '../store.ts'
import { writeBatch, type BatchRoom } from './write-batch.ts'

export interface ImportProgress extends Counts {
  readonly done_bytes: number
  readonly size_bytes: number
  readonly rows_per_s: number
  readonly left_s: number
}

export interface ImportOptions {
  readonly pool: Pool
  readonly sealer: Sealer
  readonly file: string
  readonly rejectsFile?: string | null
  /** Whether numbers 9xx may come in: only where no operator is named. */
  readonly allowTestPeople: boolean
  /** Told after each batch. */
  readonly onProgress?: (progress: ImportProgress) => void
  readonly batchRows?: number
}

export interface Imported extends Counts {
  /**
   * The line at which an earlier, killed import of the same file was taken up; null for one from the start.
   */
  readonly resumedAtLine: number | null
  /** The first of them, for the screen. */
  readonly rejects: readonly Reject[]
}

const BATCH_ROWS = 5_000
/** Lines read before the event loop may send bytes to the database. */
const LINES_A_BREATH = 400
const CHUNK_BYTES = 1 << 20
const SHOWN_REJECTS = 20

/** Throws PopulationFileRefused when the file as a whole cannot be read. */
export const importFile = async (options: ImportOptions): Promise<Imported> => {
  const file = await openPopulationFile(options.file)
  const connection = await openBulk(options.pool).catch(async (error: unknown) => {
    await file.handle.close()
    throw error
  })
  try {
    const { progress, hash, isResumed } = await standOf(connection, file, options.rejectsFile ?? null)
    const rejectsFile = options.rejectsFile
      ? await openRejectsFile(options.rejectsFile, progress.rejects_bytes)
      : null
    try {
      const at = now()
      const room: BatchRoom = {
        connection,
        file: file.identity,
        rejectsFile,
        source: 'population import',
        at,
        areAllNew: false,
      }
      const run = new ImportRun(
        file,
        room,
        { ...progress, rejects_bytes: rejectsFile?.begun_bytes ?? 0 },
        hash,
        options,
      )
      const done = await run.toEnd()
      return { ...countsOf(done), rejects: run.shown, resumedAtLine: isResumed ? progress.line : null }
    } finally {
      await rejectsFile?.close()
    }
  } finally {
    connection.release()
    await file.handle.close()
  }
}

const countsOf = ({ imported, updated, unchanged, rejected }: Counts): Counts => ({
  imported,
  updated,
  unchanged,
  rejected,
})

/** Where to begin: where an unfinished import of the very same bytes ended, else at the first record. */
const standOf = async (
  connection: BulkConnection,
  file: PopulationFile,
  rejectsPath: string | null,
): Promise<{ progress: Progress; hash: Hash; isResumed: boolean }> => {
  const found = await connection.transact((bulk) => store.unfinishedImport(bulk, file.identity))
  if (
    found &&
    found.offset_bytes > 0 &&
    (rejectsPath === null || (await hasRejectsUpTo(rejectsPath, Math.max(found.rejects_bytes, 1))))
  ) {
    const hash = await digestUpTo(file.handle, found.offset_bytes)
    if (hash.copy().digest().equals(found.prefixDigest)) {
      return {
        progress: { ...found, rejects_bytes: rejectsPath === null ? 0 : found.rejects_bytes },
        hash,
        isResumed: true,
      }
    }
  }
  const hash = await digestUpTo(file.handle, file.start.offset)
  const { offset, line } = file.start
  return {
    hash,
    isResumed: false,
    progress: {
      offset_bytes: offset,
      line,
      prefixDigest: hash.copy().digest(),
      rejects_bytes: 0,
      imported: 0,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    },
  }
}

class ImportRun {
  readonly shown: Reject[] = []
  private readonly file: PopulationFile
  private readonly room: BatchRoom
  private readonly options: ImportOptions
  private readonly rules: RowRules
  private readonly hash: Hash
  private readonly cutter: RecordCutter
  private readonly began_ms = performance.now()
  private readonly beganAt: Progress
  private progress: Progress
  /** Two in turn: one is being filled, the other written. */
  private batch: Batch
  private spare: Batch
  /** The batch that the database is writing. */
  private writing: Promise<void> = Promise.resolve()

  constructor(file: PopulationFile, room: BatchRoom, progress: Progress, hash: Hash, options: ImportOptions) {
    this.file = file
    this.room = room
    this.options = options
    this.rules = { allowTestPeople: options.allowTestPeople, today: dayInVietnam(room.at) }
    this.hash = hash
    this.progress = progress
    this.beganAt = progress
    const left_bytes = file.identity.size_bytes - progress.offset_bytes
    this.batch = new Batch(options.sealer, room.at, left_bytes)
    this.spare = new Batch(options.sealer, room.at, left_bytes)
    this.cutter = new RecordCutter(file.read, {
      offset: progress.offset_bytes,
      line: progress.line,
      chunk_bytes: Math.min(CHUNK_BYTES, left_bytes),
    })
  }

  async toEnd(): Promise<Progress> {
    try {
      await this.readAll()
    } finally {
      // A batch still being written ends before its connection is given back, whatever went wrong above.
      await this.writing.catch(() => undefined)
    }
    await this.writing
    return this.progress
  }

  private async readAll(): Promise<void> {
    const { handle, identity } = this.file
    for (let position = this.progress.offset_bytes; position < identity.size_bytes;) {
      const room = this.cutter.room()
      const { bytesRead } = await handle.read(
        room,
        0,
        Math.min(CHUNK_BYTES, identity.size_bytes - position),
        position,
      )
      if (bytesRead === 0) {
        throw new Error('the file became shorter while it was being imported')
      }
      await this.take(room.subarray(0, bytesRead), position, position + bytesRead === identity.size_bytes)
      position += bytesRead
    }
    await this.flush(this.cutter.offset, true)
  }

  private async take(chunk: Buffer, position: number, isLast: boolean): Promise<void> {
    // Digested up to each batch's end, so chunk by chunk it is told apart which bytes a batch's digest
    // covers.
    let hashed = position
    let lines = 0
    const most = this.options.batchRows ?? BATCH_ROWS
    for (const record of this.cutter.cut(chunk.length, isLast)) {
      this.takeRecord(record)
      if (this.batch.size >= most) {
        this.hash.update(chunk.subarray(hashed - position, this.cutter.offset - position))
        hashed = this.cutter.offset
        await this.flush(hashed, false)
      }
      if (++lines % LINES_A_BREATH === 0) {
        await breathe()
      }
    }
    this.hash.update(chunk.subarray(hashed - position))
  }

  private takeRecord({ line, content }: CutRecord): void {
    if (typeof content === 'string') {
      return void this.batch.rejects.push({ line, field: '', code: content, message: faultMessages[content] })
    }
    const row = readRow(content, line, this.rules)
    if ('number' in row) {
      this.batch.add(row)
    } else {
      this.batch.rejects.push({ line, ...row })
    }
  }

  /** Hands the batch over as soon as the one before is written. */
  private async flush(offset: number, isLast: boolean): Promise<void> {
    const full = this.batch
    const end: BatchEnd = {
      offset_bytes: offset,
      line: this.cutter.line,
      prefixDigest: this.hash.copy().digest(),
      isLast,
    }
    await this.writing
    this.spare.clear()
    this.batch = this.spare
    this.spare = full
    this.writing = this.write(full, end)
    // Heard at the next await of it; until then Node must not take it for forgotten.
    this.writing.catch(() => undefined)
  }

  private async write(batch: Batch, end: BatchEnd): Promise<void> {
    const { progress, rejects } = await writeBatch(this.room, batch, end, this.progress)
    this.progress = progress
    if (this.shown.length < SHOWN_REJECTS) {
      this.shown.push(...rejects.slice(0, SHOWN_REJECTS - this.shown.length))
    }
    this.tell()
  }

  private tell(): void {
    const { onProgress } = this.options
    if (!onProgress) {
      return
    }
    const took_s = Math.max(0.001, (performance.now() - this.began_ms) / 1000)
    const { offset_bytes, line } = this.progress
    const bytes_per_s = (offset_bytes - this.beganAt.offset_bytes) / took_s
    const left = this.file.identity.size_bytes - offset_bytes
    onProgress({
      ...countsOf(this.progress),
      done_bytes: offset_bytes,
      size_bytes: this.file.identity.size_bytes,
      rows_per_s: Math.round((line - this.beganAt.line) / took_s),
      left_s: bytes_per_s > 0 ? Math.ceil(left / bytes_per_s) : 0,
    })
  }
}
