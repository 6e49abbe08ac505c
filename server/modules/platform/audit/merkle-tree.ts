/**
 * The Merkle tree of the transparency log, as RFC 6962 section 2.1 hashes it; verification after RFC 9162
 * sections 2.1.3.2 and 2.1.4.2. Pure, and at once: a browser's checks (formats/transparency-log) go by
 * promises and by the definitions of RFC 6962, so that tests can hold the two against each other.
 */
import { hash } from 'node:crypto'
import { peakLevels, type Subtree } from '../../../../formats/transparency-log/tree-shape.ts'

const sha256 = (...parts: Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer')
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

export const leafHash = (entry: Uint8Array): Buffer => sha256(LEAF, entry)
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right)
const EMPTY_ROOT: Buffer = sha256()

/** The root over complete subtrees given from left to right. */
export const foldPeaks = (peaks: readonly Uint8Array[]): Buffer => {
  if (peaks.length === 0) {
    return EMPTY_ROOT
  }
  return Buffer.from(peaks.reduceRight((right, left) => nodeHash(left, right)))
}

/**
 * A tree that only grows; it keeps the roots of its complete subtrees and nothing else (at most 53 hashes).
 */
export class GrowingTree {
  size: number
  private readonly peaks: Buffer[]

  /** `peaks` as `peakLevels(size)` lists them. */
  constructor(size = 0, peaks: readonly Uint8Array[] = []) {
    if (peaks.length !== peakLevels(size).length) {
      throw new Error(`a tree of ${size} leaves has ${peakLevels(size).length} peaks, not ${peaks.length}`)
    }
    this.size = size
    this.peaks = peaks.map((peak) => Buffer.from(peak))
  }

  /**
   * `completed` hears of every complete subtree above the leaves, in the order in which they are completed.
   */
  append(leaf: Buffer, completed?: (subtree: Subtree, hash: Buffer) => void): void {
    let top = leaf
    let index = this.size
    for (let level = 1; index % 2 === 1; level++) {
      const left = this.peaks.pop()
      if (!left) {
        throw new Error('a tree has lost a peak')
      }
      top = nodeHash(left, top)
      index = Math.floor(index / 2)
      completed?.({ level, index }, top)
    }
    this.peaks.push(top)
    this.size += 1
  }

  root(): Buffer {
    return foldPeaks(this.peaks)
  }

  peaksNow(): readonly Buffer[] {
    return [...this.peaks]
  }
}

export interface Inclusion {
  readonly leafNo: number
  readonly size: number
  readonly leafHash: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Does the proof show that the leaf is in the tree with this root? */
export const verifyInclusion = ({ leafNo, size, leafHash: leaf, proof, root }: Inclusion): boolean => {
  if (!isPlace(leafNo) || !isPlace(size) || leafNo >= size) {
    return false
  }
  let top: Buffer = Buffer.from(leaf)
  let [at, last] = [leafNo, size - 1]
  for (const sibling of proof) {
    if (last === 0) {
      return false
    }
    if (at % 2 === 1 || at === last) {
      top = nodeHash(sibling, top)
      while (at % 2 === 0 && at !== 0) {
        ;[at, last] = [at / 2, half(last)]
      }
    } else {
      top = nodeHash(top, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && top.equals(root)
}

export interface Consistency {
  readonly first: number
  readonly second: number
  readonly firstRoot: Uint8Array
  readonly secondRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Does the proof show that the second tree begins with all of the first? */
export const verifyConsistency = ({ first, second, firstRoot, secondRoot, proof }: Consistency): boolean => {
  if (!isPlace(first) || !isPlace(second) || first > second) {
    return false
  }
  if (first === second) {
    return proof.length === 0 && Buffer.from(firstRoot).equals(secondRoot)
  }
  if (first === 0) {
    return proof.length === 0 && EMPTY_ROOT.equals(firstRoot)
  }
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : [...proof]
  let [at, last] = [first - 1, second - 1]
  while (at % 2 === 1) {
    ;[at, last] = [half(at), half(last)]
  }
  const seed = path.shift()
  if (!seed) {
    return false
  }
  let one: Buffer = Buffer.from(seed)
  let two = one
  for (const sibling of path) {
    if (last === 0) {
      return false
    }
    if (at % 2 === 1 || at === last) {
      one = nodeHash(sibling, one)
      two = nodeHash(sibling, two)
      while (at % 2 === 0 && at !== 0) {
        ;[at, last] = [at / 2, half(last)]
      }
    } else {
      two = nodeHash(two, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && one.equals(firstRoot) && two.equals(secondRoot)
}

// Sizes may pass 2^31, so halves and parities are arithmetic and never bit operations.
const half = (n: number): number => Math.floor(n / 2)
const isPlace = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const isPowerOfTwo = (n: number): boolean => peakLevels(n).length === 1
