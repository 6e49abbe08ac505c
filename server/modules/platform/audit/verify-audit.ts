/**
 * Reads the whole audit log and says whether it is what was signed: every line against its digest, every leaf
 * against its line, every node
 * and every checkpoint's root against the leaves, every signature, the table of checkpoints against the file
 * outside the database. A root
 * that is right at two sizes makes the two trees consistent. One snapshot, read in pages; memory does not
 * grow with the log.
 */
import { createSecretKey } from 'node:crypto'
import type { Work } from '../../../kernel/work.ts'
import type { Pool } from '../../../storage/pool.ts'
import { openTransact } from '../../../storage/transact.ts'
import { missingText } from './acknowledged-lines.ts'
import { lastPublished, publishedLength_bytes } from './checkpoint-file.ts'
import { readCheckpoint, readVerifierKey } from './checkpoint.ts'
import { bothCheckpoints, CheckpointJudge } from './checkpoint-judge.ts'
import { Faults, type Fault } from './faults.ts'
import { LogWalk, type Said } from './log-walk.ts'
import type { NoteKey } from './note-key.ts'
import { oddFaults } from './odd-tables.ts'
import * as store from './store.ts'
import { checkCosigned, type CosignedFile, type Witnessed } from './witness/verify-cosigned.ts'
import { readWords } from './writer-file.ts'

export interface AuditVerdict {
  readonly ok: boolean
  /** Lines with a leaf, and those still waiting for one. */
  readonly lines: number
  readonly waiting: number
  /** Lines of erased persons: only their digests could be checked. */
  readonly erased: number
  /** Leaves in the tree. */
  readonly size: number
  readonly checkpoints: number
  /** Checkpoints at the end of the table that the file (a copy, perhaps) does not have yet. */
  readonly unpublished: number
  /** The first hundred; `faultCount` counts all. */
  readonly faults: readonly Fault[]
  readonly faultCount: number
  /** Numbers of lines whose writer lost the connection while they were committed: a line may have them. */
  readonly unsure: number
  /** Numbers of lines that are missing and that an operator told as lost, with a reason. */
  readonly acknowledged: number
  /** The numbers that are missing else, as `audit acknowledge` names them. */
  readonly missing: string
  /** Of each witness that was asked for: the newest checkpoint that it has cosigned. */
  readonly witnessed: readonly Witnessed[]
}

export interface VerifyAudit {
  readonly pool: Pool
  /** null: the database alone, which cannot show that an older dump was restored. */
  readonly checkpointsFile: string | null
  /** The signer's `verifierKey`. */
  readonly publicKey: string
  /** The key that the writers sign their lines with. */
  readonly lineKey: Uint8Array
  /** What the writers said of themselves beside the database; null: only what their lines say. */
  readonly writersFolder: string | null
  /** Whose cosignatures must be there, and where they are. */
  readonly cosigned?: readonly CosignedFile[]
}

/** Throws only when it cannot read (no database, not a verifier key). */
export const verifyAudit = async ({ pool, ...means }: VerifyAudit): Promise<AuditVerdict> => {
  // The file's length is taken before the snapshot: whatever the file has by now was committed before.
  const length_bytes =
    means.checkpointsFile === null ? null : await publishedLength_bytes(means.checkpointsFile)
  const said =
    means.writersFolder === null ? NOTHING_SAID : await readWords(means.writersFolder, means.lineKey)
  const cosigned = await withLengths(means.cosigned ?? [])
  return openTransact(pool)(async (work) => {
    await store.onlySnapshot(work)
    return verifyLog(work, { ...means, length_bytes, said, cosigned })
  })
}

interface CosignedPart extends CosignedFile {
  readonly length_bytes: number | null
}
const withLengths = (files: readonly CosignedFile[]): Promise<CosignedPart[]> =>
  Promise.all(files.map(async (one) => ({ ...one, length_bytes: await publishedLength_bytes(one.path) })))

const NOTHING_SAID: Said = { words: [], spoilt: [] }

/** The same within a transaction that is already open; `length_bytes` of the file are read. */
export const verifyLog = async (
  work: Work,
  {
    checkpointsFile,
    publicKey,
    lineKey,
    length_bytes,
    said = NOTHING_SAID,
    cosigned = [],
  }: Omit<VerifyAudit, 'pool' | 'writersFolder' | 'cosigned'> & {
    readonly length_bytes: number | null
    readonly said?: Said
    readonly cosigned?: readonly CosignedPart[]
  },
): Promise<AuditVerdict> => {
  const faults = new Faults()
  const key = readVerifierKey(publicKey)
  const judge = new CheckpointJudge(
    bothCheckpoints(work, checkpointsFile, length_bytes ?? 0, faults),
    key,
    checkpointsFile !== null,
    faults,
  )
  for (const { place, what } of await oddFaults(work)) {
    faults.add(place, what)
  }
  const signedFrom = await readMark(work, checkpointsFile)
  judge.signedFrom = signedFrom
  const walk = new LogWalk(work, judge, faults, {
    lineKey: createSecretKey(lineKey),
    signedFrom: signedFrom ?? Infinity,
  })
  walk.listen(said)
  await walk.leaves()
  await walk.afterLeaves()
  const { tree, lines, erased } = walk
  const waiting = await walk.waitingLines()
  const { unsure, acknowledged, missing } = walk.ledger.judge(faults)
  // An installation whose sequencer has not run yet has signed nothing; afterwards a missing file is a
  // missing proof.
  if (checkpointsFile !== null && length_bytes === null && tree.size + judge.count > 0) {
    faults.add('checkpoint file', `there is no ${checkpointsFile}`)
  }
  const witnessed = await checkAllCosigned(work, key, cosigned, faults)
  return {
    ok: faults.count === 0,
    lines,
    waiting,
    erased: erased.count,
    size: tree.size,
    checkpoints: judge.count,
    unpublished: judge.unpublished,
    faults: faults.first,
    faultCount: faults.count,
    unsure,
    acknowledged,
    missing: missingText(missing),
    witnessed,
  }
}

const checkAllCosigned = async (
  work: Work,
  log: NoteKey,
  cosigned: readonly CosignedPart[],
  faults: Faults,
): Promise<Witnessed[]> => {
  const newest: (Witnessed | null)[] = []
  for (const one of cosigned) {
    newest.push(await checkCosigned(work, log, one, faults))
  }
  return newest.filter((one) => one !== null)
}

/**
 * From which leaf on every line is signed, as the newest checkpoint says that can be had; all the others are
 * then asked whether they agree. null: an older release signed the newest.
 */
const readMark = async (work: Work, file: string | null): Promise<number | null> => {
  const notes = [
    file === null ? null : (await lastPublished(file))?.note,
    (await store.newestCheckpoint(work))?.note,
  ].filter((note) => note !== null && note !== undefined)
  if (notes.length === 0) {
    return 0
  }
  return notes.map((note) => readCheckpoint(note)?.says?.signedFrom).find((one) => one !== undefined) ?? null
}
