/**
 * One batch of an import in one transaction: new entries go straight into the register by COPY, known ones are staged, compared and
 * updated with their history, and the progress row says that it is done.
 */
import type { Sealer } from '../../kernel/tools.ts'
import type { Bulk, BulkConnection } from './bulk-connection.ts'
import type { Counts, FileIdentity, Progress } from './import-progress.ts'
import { openPrivateText, sealPrivate } from './private-fields.ts'
import type { PersonRow } from './read-row.ts'
import type { Reject, RejectsFile } from './rejects-file.ts'
import * as store from './store.ts'

export interface SealedRow extends PersonRow { readonly sealed: Buffer | null }

export interface Batch {
  /** One row a number. */
  readonly rows: readonly SealedRow[]
  readonly rejects: readonly Reject[]
  /** Lines of the batch that a later line of it replaced. */
  readonly replaced: number
  readonly offset_bytes: number
  readonly line: number
  readonly prefixDigest: Buffer
  readonly isLast: boolean
}

export interface BatchRoom {
  readonly connection: BulkConnection
  readonly sealer: Sealer
  readonly file: FileIdentity
  readonly rejectsFile: RejectsFile | null
  readonly source: string
  readonly at: Date
}

export const sealRow = (sealer: Sealer, row: PersonRow): SealedRow => ({ ...row, sealed: sealPrivate(sealer, row.number, row.privateText) })

/** Answers the counts of the whole import after this batch, and what was refused in it. */
export const writeBatch = async (room: BatchRoom, batch: Batch, before: Progress): Promise<{ progress: Progress; rejects: Reject[] }> =>
  room.connection.transact(async (bulk) => {
    await room.rejectsFile?.cutTo(before.rejects_bytes)
    const written = await writeRows(bulk, room, batch)
    const rejects = [...batch.rejects, ...written.rejects].sort((a, b) => a.line - b.line)
    const progress: Progress = {
      offset_bytes: batch.offset_bytes, line: batch.line, prefixDigest: batch.prefixDigest,
      rejects_bytes: (await room.rejectsFile?.write(rejects)) ?? 0,
      imported: before.imported + written.imported,
      updated: before.updated + written.updated + batch.replaced,
      unchanged: before.unchanged + written.unchanged,
      rejected: before.rejected + rejects.length,
    }
    await store.keepProgress(bulk, room.file, progress, room.at, batch.isLast)
    return { progress, rejects }
  })

const writeRows = async (bulk: Bulk, room: BatchRoom, batch: Batch): Promise<Omit<Counts, 'rejected'> & { rejects: Reject[] }> => {
  if (batch.rows.length === 0) return { imported: 0, updated: 0, unchanged: 0, rejects: [] }
  const numbers = batch.rows.map((row) => row.number)
  const cancelled = new Set((await store.cancelledOf(bulk, numbers)).map((row) => row.number))
  const rows = cancelled.size === 0 ? batch.rows : batch.rows.filter((row) => !cancelled.has(row.number))
  const existing = new Map((await store.existingOf(bulk, numbers)).map((row) => [row.number, row.private]))
  const fresh = rows.filter((row) => !existing.has(row.number))
  const known = rows.filter((row) => existing.has(row.number))
  if (fresh.length > 0) {
    await store.copyPersons(bulk, fresh.map((row) => personLine(row, row.sealed, room.at)))
    await store.copyCards(bulk, cardLines(fresh))
  }
  const updated = known.length > 0 ? await updateKnown(bulk, room, known, existing) : 0
  await cancelFormers(bulk, room, rows)
  const rejects = batch.rows.filter((row) => cancelled.has(row.number)).map(({ line }) => (
    { line, field: 'personal_number', code: 'cancelled', message: 'This number was cancelled and is never given again (Decree 70/2024 art. 11).' }))
  return { imported: fresh.length, updated, unchanged: known.length - updated, rejects }
}

const updateKnown = async (bulk: Bulk, room: BatchRoom, known: readonly SealedRow[], existing: ReadonlyMap<string, Buffer | null>): Promise<number> => {
  const lines = known.map((row) => personLine(row, keptSeal(room.sealer, row, existing.get(row.number) ?? null), room.at))
  await store.stage(bulk, lines, cardLines(known))
  const updated = await store.keepHistory(bulk, room.at, room.source)
  if (updated > 0) await store.updateStaged(bulk)
  return updated
}

/** Sealing the same text twice gives two values; the old one is kept when it says the same, so that nothing seems changed. */
const keptSeal = (sealer: Sealer, row: SealedRow, before: Buffer | null): Buffer | null =>
  openPrivateText(sealer, row.number, before) === row.privateText ? before : row.sealed

const cancelFormers = async (bulk: Bulk, room: BatchRoom, rows: readonly SealedRow[]): Promise<void> => {
  const pairs = rows.flatMap((row) => row.formerNumbers.map((former) => ({ former, owner: row.number })))
  if (pairs.length === 0) return
  await store.cancelNumbers(bulk, pairs.map((pair) => pair.former), pairs.map((pair) => pair.owner), room.at, room.source)
}

const personLine = (row: PersonRow, sealed: Buffer | null, at: Date): string =>
  `${row.copyText}\t${at.toISOString()}\t${sealed === null ? '\\N' : `\\\\x${sealed.toString('hex')}`}`

const cardLines = (rows: readonly PersonRow[]): string[] => rows.flatMap((row) => (row.cardCopyText === null ? [] : [row.cardCopyText]))
