/**
 * Gives waiting audit lines their leaves and signs the tree that results. Leaves, the lines' numbers, nodes
 * and checkpoint are one
 * transaction under the sequencer's row: a kill at any moment leaves all or nothing, and there is one tree
 * however many sequencers run.
 */
import { now } from '../../../kernel/clock.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { appendPublished, lastPublished } from './checkpoint-file.ts'
import type { CheckpointSigner } from './checkpoint.ts'
import { GrowingTree, leafHash, peakLevels } from './merkle-tree.ts'
import * as store from './store.ts'
import { NODE_HEIGHT } from './stored-tree.ts'

/** The database is not the one that was last signed: going on would sign a second history. */
export class LogRewound extends Error {}

export interface Sequencing {
  readonly signer: CheckpointSigner
  readonly checkpointsFile: string
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
  { signer, checkpointsFile, most = MOST }: Sequencing,
): Promise<number> => {
  await store.limitIdling(work)
  const state = await store.lockSequencer(work)
  if (!state) {
    return 0
  }
  await bringFileUp(work, checkpointsFile)
  const lines = await store.takeWaiting(work, most)
  if (lines.length === 0) {
    return 0
  }
  const tree = await treeSigned(work, state)
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
  await store.saveCheckpoint(work, {
    size: tree.size,
    root: tree.root(),
    note: signer.sign(tree.size, tree.root()),
    at: now(),
  })
  return lines.length
}

/**
 * Writes to the file what the table has and the file has not. Nothing is done while another sequencer is at
 * work: it will do the same.
 */
export const publishCheckpoints = async (work: Work, checkpointsFile: string): Promise<void> => {
  await store.limitIdling(work)
  if (await store.lockSequencer(work)) {
    await bringFileUp(work, checkpointsFile)
  }
}

const bringFileUp = async (work: Work, path: string): Promise<void> => {
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
    if (missing.length > 0) {
      await appendPublished(path, missing.map(store.published))
    }
    if (missing.length < PAGE) {
      return
    }
    size = missing.at(-1)?.size ?? size
  }
}

/**
 * The tree to go on from. What was not signed is not gone on from: that would put our name under somebody
 * else's change.
 */
const treeSigned = async (work: Work, state: store.SequencerRow): Promise<GrowingTree> => {
  const peaks = peakLevels(state.size).map((_, i) =>
    state.peaks.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  )
  const tree = new GrowingTree(state.size, peaks)
  const signed = state.size === 0 ? null : await store.checkpointAt(work, state.size)
  const isSigned = state.size === 0 || signed?.root.equals(tree.root()) === true
  if (!isSigned || (await store.checkpointsAfter(work, state.size, 1)).length > 0) {
    throw new LogRewound(
      `The sequencer's ${state.size} lines are not the last that were signed; run "audit verify". No line is numbered until then.`,
    )
  }
  return tree
}

export const viewLogState = (read: Reading): Promise<{ is_waiting: boolean; size: number }> =>
  store.logState(read)
