/**
 * Which subtrees a Merkle tree and its proofs consist of: RFC 6962 sections 2.1, 2.1.1 and 2.1.2. Numbers
 * only; nothing here hashes, so whoever hashes, at once or by promises, stands on the same shape. Sizes may
 * pass 2^31, so halves and parities are arithmetic and never bit operations.
 */

/** A complete subtree: 2^level leaves, the first of which is leaf index * 2^level. */
export interface Subtree {
  readonly level: number
  readonly index: number
}
/** Leaves `from` up to and without `to`. */
export interface LeafRange {
  readonly from: number
  readonly to: number
}

/** The largest power of two below `n` (n > 1): where RFC 6962 splits a list. */
const split = (n: number): number => {
  let k = 1
  while (k * 2 < n) {
    k *= 2
  }
  return k
}

/**
 * The levels of the complete subtrees that make up a tree of `size`, from the left (largest) to the right.
 */
export const peakLevels = (size: number): number[] => {
  const levels: number[] = []
  for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) {
      levels.unshift(level)
    }
  }
  return levels
}

/**
 * What an inclusion proof (RFC 6962 section 2.1.1) of a leaf in a tree of `size` consists of: the ranges
 * whose roots it lists, in order.
 */
export const inclusionRanges = (leafNo: number, size: number): LeafRange[] => {
  if (!(leafNo >= 0 && leafNo < size)) {
    throw new RangeError(`leaf ${leafNo} is not in a tree of ${size}`)
  }
  const ranges: LeafRange[] = []
  for (let from = 0, to = size; to - from > 1;) {
    const middle = from + split(to - from)
    if (leafNo < middle) {
      ranges.unshift({ from: middle, to })
      to = middle
    } else {
      ranges.unshift({ from, to: middle })
      from = middle
    }
  }
  return ranges
}

/**
 * What a consistency proof (RFC 6962 section 2.1.2) between two sizes consists of. Empty when the sizes are
 * equal or the first is 0.
 */
export const consistencyRanges = (first: number, second: number): LeafRange[] => {
  if (!(first >= 0 && first <= second)) {
    throw new RangeError(`a tree of ${second} does not follow one of ${first}`)
  }
  if (first === 0 || first === second) {
    return []
  }
  const ranges: LeafRange[] = []
  let [from, to] = [0, second]
  while (first !== to) {
    const middle = from + split(to - from)
    if (first <= middle) {
      ranges.unshift({ from: middle, to })
      to = middle
    } else {
      ranges.unshift({ from, to: middle })
      from = middle
    }
  }
  return from === 0 ? ranges : [{ from, to }, ...ranges]
}

/**
 * Splits a range of a proof into complete subtrees, from left to right. A proof's range begins at a multiple
 * of its size's largest power of two.
 */
export const subtreesOf = ({ from, to }: LeafRange): Subtree[] => {
  let at = from
  return peakLevels(to - from).map((level) => {
    const index = at / 2 ** level
    at += 2 ** level
    return { level, index }
  })
}
