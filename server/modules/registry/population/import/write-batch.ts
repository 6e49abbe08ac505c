/**
 * One batch of an import in one transaction: new entries go straight into the register by COPY, known ones
 * are staged, compared and
 * updated with their history, and the progress row says that it is done.
 */
import type { Batch, BatchEnd } from './batch.ts'
import type { Bulk, BulkConnection } from './bulk-connection.ts'
import type { Counts, FileIdentity, Progress } from './import-progress.ts'
import type { Reject, RejectsFile } from './rejects-file.ts'
import * as store from '../store.ts'

export interface BatchRoom {
  readonly connection: BulkConnection
  readonly file: FileIdentity
  readonly rejectsFile: RejectsFile | null
  readonly source: string
  readonly at: Date
  /**
   * Whether the batch before held nobody the register knew. Then the next is guessed to be new too and sent
   * without looking each number up;
   * a wrong guess is refused by the primary key and costs one more try.
   */
  areAllNew: boolean
}

/** Answers the counts of the whole import after this batch, and what was refused in it. */
export const writeBatch = async (
  room: BatchRoom,
  batch: Batch,
  end: BatchEnd,
  before: Progress,
): Promise<{ progress: Progress; rejects: Reject[] }> =>
  room.connection.transact(async (bulk, tries) => {
    await room.rejectsFile?.cutTo(before.rejects_bytes)
    const written = await writeRows(bulk, room, batch, room.areAllNew && tries === 1)
    const rejects = [...batch.rejects, ...written.rejects].sort((a, b) => a.line - b.line)
    const progress: Progress = {
      offset_bytes: end.offset_bytes,
      line: end.line,
      prefixDigest: end.prefixDigest,
      rejects_bytes: (await room.rejectsFile?.write(rejects)) ?? 0,
      imported: before.imported + written.imported,
      updated: before.updated + written.updated + batch.replaced,
      unchanged: before.unchanged + written.unchanged,
      rejected: before.rejected + rejects.length,
    }
    await store.keepProgress(bulk, room.file, progress, room.at, end.isLast)
    return { progress, rejects }
  })

const writeRows = async (
  bulk: Bulk,
  room: BatchRoom,
  batch: Batch,
  isGuessedNew: boolean,
): Promise<Omit<Counts, 'rejected'> & { rejects: Reject[] }> => {
  const all = batch.rows()
  if (all.length === 0) {
    return { imported: 0, updated: 0, unchanged: 0, rejects: [] }
  }
  const numbers = all.map((row) => batch.numberOf(row))
  const cancelled = new Set((await store.cancelledOf(bulk, numbers)).map((row) => row.number))
  const isCancelled = (row: number): boolean => cancelled.has(batch.numberOf(row))
  const rows = cancelled.size === 0 ? all : all.filter((row) => !isCancelled(row))
  const standing = new Map(
    isGuessedNew ? [] : (await store.existingOf(bulk, numbers)).map((row) => [row.number, row.private]),
  )
  room.areAllNew = standing.size === 0
  const fresh = standing.size === 0 ? rows : rows.filter((row) => !standing.has(batch.numberOf(row)))
  const known = standing.size === 0 ? [] : rows.filter((row) => standing.has(batch.numberOf(row)))
  if (fresh.length > 0) {
    await store.copyPersons(bulk, batch.personPieces(fresh))
    await store.copyCards(bulk, batch.cardPieces(fresh))
  }
  const updated = known.length > 0 ? await updateKnown(bulk, room, batch, known, standing) : 0
  await cancelFormers(bulk, room, batch, rows)
  const rejects = all.filter(isCancelled).map((row) => ({
    line: batch.lineOf(row),
    field: 'personal_number',
    code: 'cancelled',
    message: 'This number was cancelled and is never given again (Decree 70/2024 art. 11).',
  }))
  return { imported: fresh.length, updated, unchanged: known.length - updated, rejects }
}

const updateKnown = async (
  bulk: Bulk,
  room: BatchRoom,
  batch: Batch,
  known: readonly number[],
  standing: ReadonlyMap<string, Buffer | null>,
): Promise<number> => {
  await store.stage(bulk, batch.comparable(known, standing), batch.cardPieces(known))
  const updated = await store.keepHistory(bulk, room.at, room.source)
  if (updated > 0) {
    await store.updateStaged(bulk)
  }
  return updated
}

const cancelFormers = async (
  bulk: Bulk,
  room: BatchRoom,
  batch: Batch,
  rows: readonly number[],
): Promise<void> => {
  const pairs = rows.flatMap((row) =>
    batch.formersOf(row).map((former) => ({ former, owner: batch.numberOf(row) })),
  )
  if (pairs.length === 0) {
    return
  }
  await store.cancelNumbers(
    bulk,
    pairs.map((pair) => pair.former),
    pairs.map((pair) => pair.owner),
    room.at,
    room.source,
  )
}
