/**
 * Gives waiting audit lines their leaves and signs the tree that results. Leaves, the lines' numbers, nodes
 * and checkpoint are one
 * transaction under the sequencer's row: a kill at any moment leaves all or nothing, and there is one tree
 * however many sequencers run.
 */
import { peakLevels } from '../../../../formats/transparency-log/tree-shape.ts'
import { now } from '../../../kernel/clock.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { appendPublished, lastPublished } from './checkpoint-file.ts'
import { sealOf, stateOf } from './audited-line.ts'
import { openCheckpoint, readVerifierKey, type Checkpoint, type CheckpointSigner } from './checkpoint.ts'
import { linesErasedWithout } from './erase-salts.ts'
import { GrowingTree, leafHash } from './merkle-tree.ts'
import type { NoteKey } from './note-key.ts'
import * as store from './store.ts'
import { NODE_HEIGHT } from './stored-tree.ts'

/** The database is not the one that was last signed: going on would sign a second history. */
export class LogRewound extends Error {}
/** A waiting line was made, changed or erased by somebody else: our name does not go under it. */
export class LineRefused extends Error {}

export interface Sequencing {
  readonly signer: CheckpointSigner
  readonly checkpointsFile: string
  /** Knows the lines that our writers have signed. */
  readonly lineKey: Uint8Array
  /** Lines of one transaction. */
  readonly most?: number
}

const MOST = 10_000
const HASH_BYTES = 32
/** Checkpoints read at once when a file is filled up. */
const PAGE = 1000

/**
 * One batch. Answers how many lines got their leaf: 0 too when another sequencer is at work. Throws
 * LogRewound.
 */
export const sequenceLines = async (
  work: Work,
  { signer, checkpointsFile, lineKey, most = MOST }: Sequencing,
): Promise<number> => {
  await store.limitIdling(work)
  const state = await store.lockSequencer(work)
  if (!state) {
    return 0
  }
  const key = readVerifierKey(signer.verifierKey)
  await bringFileUp(work, checkpointsFile, key)
  const { tree, mark } = await treeSigned(work, state, key)
  const { lines, signedFrom } = await linesToNumber(work, { mark, size: state.size, most })
  if (lines.length === 0) {
    return 0
  }
  await mustBeOurs(work, lines.slice(Math.max(0, signedFrom - state.size)), lineKey)
  const nodes: store.NodeRow[] = []
  const hashes = lines.map((line) => leafHash(line.digest))
  for (const hash of hashes) {
    tree.append(hash, ({ level, index }, nodeHash) => {
      if (level % NODE_HEIGHT === 0) {
        nodes.push({ level, index, hash: nodeHash })
      }
    })
  }
  await store.saveLeaves(work, hashes, state.size)
  await store.numberLines(work, lines, state.size)
  if (nodes.length > 0) {
    await store.saveNodes(work, nodes)
  }
  await store.saveSequencer(work, { size: tree.size, peaks: Buffer.concat(tree.peaksNow()) })
  const at = now()
  await store.saveCheckpoint(work, {
    size: tree.size,
    root: tree.root(),
    note: signer.sign(tree.size, tree.root(), { at: at.toISOString(), signedFrom }),
    at,
  })
  return lines.length
}

/**
 * The batch, and the leaf from which on every line is signed. A log that an older release grew gets that mark
 * now: what that release left waiting goes first, all of it.
 */
const linesToNumber = async (
  work: Work,
  { mark, size, most }: { mark: number | null; size: number; most: number },
): Promise<{ lines: readonly store.LineRow[]; signedFrom: number }> => {
  const waiting = await store.takeWaiting(work, most)
  if (mark !== null) {
    return { lines: waiting, signedFrom: mark }
  }
  const unsigned = await store.takeUnsigned(work)
  return {
    lines: [...unsigned, ...waiting.filter((line) => line.mac !== null)],
    signedFrom: size + unsigned.length,
  }
}

const mustBeOurs = async (
  work: Work,
  lines: readonly store.LineRow[],
  lineKey: Uint8Array,
): Promise<void> => {
  const isOurs = (line: store.LineRow): boolean =>
    sealOf(line, lineKey) !== null && stateOf(line) !== 'changed'
  const { untold } = await linesErasedWithout(work, lines)
  const refused = lines.find((line) => !isOurs(line)) ?? untold[0]
  if (refused) {
    throw new LineRefused(
      `Line ${refused.id} was not written, or not erased, by a process of this installation; run "audit verify". No line is numbered until then.`,
    )
  }
}

/**
 * Writes to the file what the table has and the file has not. Nothing is done while another sequencer is at
 * work: it will do the same.
 */
export const publishCheckpoints = async (
  work: Work,
  { checkpointsFile, signer }: Pick<Sequencing, 'checkpointsFile' | 'signer'>,
): Promise<void> => {
  await store.limitIdling(work)
  if (await store.lockSequencer(work)) {
    await bringFileUp(work, checkpointsFile, readVerifierKey(signer.verifierKey))
  }
}

const bringFileUp = async (work: Work, path: string, key: NoteKey): Promise<void> => {
  const last = await lastPublished(path)
  if (last) {
    const ours = await store.checkpointAt(work, last.size)
    if (ours?.note !== last.note) {
      throw new LogRewound(
        `${path} has a checkpoint of ${last.size} lines that the database does not have: an older dump was restored, or lines were removed. ` +
          'No line is numbered until the file is put aside as evidence; run "audit verify" first.',
      )
    }
  }
  for (let size = last?.size ?? 0; ;) {
    const missing = await store.checkpointsAfter(work, size, PAGE)
    missing.forEach((row) => mustBeSigned(row, key))
    if (missing.length > 0) {
      await appendPublished(path, missing.map(store.published))
    }
    if (missing.length < PAGE) {
      return
    }
    size = missing.at(-1)?.size ?? size
  }
}

const mustBeSigned = (row: store.CheckpointRow, key: NoteKey): Checkpoint => {
  const opened = openCheckpoint(row.note, key)
  if (
    typeof opened === 'string' ||
    opened.size !== row.size ||
    (opened.says?.at ?? row.at.toISOString()) !== row.at.toISOString()
  ) {
    throw new LogRewound(
      `The checkpoint of ${row.size} lines in the database is not as it was signed; run "audit verify". No line is numbered until then.`,
    )
  }
  return opened
}

/**
 * The tree to go on from. What was not signed is not gone on from: that would put our name under somebody
 * else's change.
 */
const treeSigned = async (
  work: Work,
  state: store.SequencerRow,
  key: NoteKey,
): Promise<{ tree: GrowingTree; mark: number | null }> => {
  const peaks = peakLevels(state.size).map((_, i) =>
    state.peaks.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  )
  const tree = new GrowingTree(state.size, peaks)
  const signed = state.size === 0 ? null : await store.checkpointAt(work, state.size)
  const note = signed && mustBeSigned(signed, key)
  const isSigned = state.size === 0 || note?.root.equals(tree.root()) === true
  if (!isSigned || (await store.checkpointsAfter(work, state.size, 1)).length > 0) {
    throw new LogRewound(
      `The sequencer's ${state.size} lines are not the last that were signed; run "audit verify". No line is numbered until then.`,
    )
  }
  return { tree, mark: state.size === 0 ? 0 : (note?.says?.signedFrom ?? null) }
}

/** How long the oldest line has waited: longer than a minute, and nothing numbers them. */
export const waitingOfLog = (read: Reading): Promise<number> => store.oldestWaiting_s(read, now())

export const viewLogState = (read: Reading): Promise<{ is_waiting: boolean; size: number }> =>
  store.logState(read)
