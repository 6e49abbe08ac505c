/**
 * Proofs from the stored tree. The tables hold the leaves and every eighth level above them (a tile of C2SP
 * tlog-tiles); the rest is hashed again.
 */
import type { Reading } from '../../../kernel/work.ts'
import {
  consistencyRanges,
  inclusionRanges,
  subtreesOf,
  type LeafRange,
  type Subtree,
} from '../../../../formats/transparency-log/tree-shape.ts'
import { foldPeaks, nodeHash } from './merkle-tree.ts'
import * as store from './store.ts'

export const NODE_HEIGHT = 8

/**
 * The hashes that lead from a leaf to the root of the tree of `size` (RFC 6962 section 2.1.1). Throws
 * RangeError when the leaf is not in it.
 */
export const inclusionProof = async (read: Reading, leafNo: number, size: number): Promise<Buffer[]> =>
  rootsOf(read, inclusionRanges(leafNo, size))

/** The same of many leaves: what their proofs have in common is hashed once. */
export const inclusionProofs = async (
  read: Reading,
  leaves: readonly number[],
  size: number,
): Promise<Buffer[][]> => {
  const known = new Map<string, Buffer>()
  const proofs: Buffer[][] = []
  for (const leafNo of leaves) {
    proofs.push(await rootsOf(read, inclusionRanges(leafNo, size), known))
  }
  return proofs
}

/**
 * The hashes that show that the tree of `to` begins with the tree of `from` (RFC 6962 section 2.1.2). Throws
 * RangeError when `from` > `to`.
 */
export const consistencyProof = async (read: Reading, from: number, to: number): Promise<Buffer[]> =>
  rootsOf(read, consistencyRanges(from, to))

const rootsOf = async (
  read: Reading,
  ranges: readonly LeafRange[],
  known = new Map<string, Buffer>(),
): Promise<Buffer[]> => {
  const roots: Buffer[] = []
  for (const range of ranges) {
    const peaks: Buffer[] = []
    for (const subtree of subtreesOf(range)) {
      const name = `${subtree.level} ${subtree.index}`
      const hash = known.get(name) ?? (await hashOf(read, subtree))
      known.set(name, hash)
      peaks.push(hash)
    }
    roots.push(foldPeaks(peaks))
  }
  return roots
}

const hashOf = async (read: Reading, { level, index }: Subtree): Promise<Buffer> => {
  const above = level % NODE_HEIGHT
  const range = { from: index * 2 ** above, to: (index + 1) * 2 ** above }
  const rows =
    level < NODE_HEIGHT
      ? await store.leavesBetween(read, range)
      : await store.nodesBetween(read, level - above, range)
  if (rows.length !== 2 ** above) {
    throw new RangeError(`the log has not the ${2 ** level} leaves from ${index * 2 ** level} on`)
  }
  let hashes = rows.map((row) => row.hash)
  while (hashes.length > 1) {
    hashes = pairs(hashes)
  }
  const [root] = hashes
  if (!root) {
    throw new Error('a subtree without leaves')
  }
  return root
}

const pairs = (hashes: readonly Buffer[]): Buffer[] => {
  const parents: Buffer[] = []
  for (let i = 0; i + 1 < hashes.length; i += 2) {
    parents.push(nodeHash(hashes[i] ?? Buffer.alloc(0), hashes[i + 1] ?? Buffer.alloc(0)))
  }
  return parents
}
