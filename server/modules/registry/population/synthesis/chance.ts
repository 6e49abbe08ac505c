/**
 * Chance that repeats: sfc32 seeded from one number, so that the same seed gives the same nation on every
 * machine. Not for secrets.
 */
export interface Chance {
  /** 0 up to, not with, 1. */
  unit(): number
  /** A whole number from `from` up to and with `to`. */
  between(from: number, to: number): number
  /** True in this share of cases. */
  hits(share: number): boolean
  of<T>(list: readonly T[]): T
}

export const openChance = (seed: number): Chance => {
  let a = 0x9e3779b9 ^ seed
  let b = 0x243f6a88 ^ Math.imul(seed, 0x85ebca6b)
  let c = 0xb7e15162
  let d = 1
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 16; i++) {
    next()
  }
  const unit = (): number => next() / 4294967296
  const between = (from: number, to: number): number => from + Math.floor(unit() * (to - from + 1))
  return {
    unit,
    between,
    hits: (share) => unit() < share,
    of: (list) => {
      const one = list[Math.floor(unit() * list.length)]
      if (one === undefined) {
        throw new Error('nothing to choose from')
      }
      return one
    },
  }
}

/** Chooses by weight: a table of upper bounds, searched by halves. */
export const weighted = <T>(choices: readonly (readonly [T, number])[]): ((chance: Chance) => T) => {
  let total = 0
  const bounds = choices.map(([, weight]) => (total += weight))
  return (chance) => {
    const drawn = chance.unit() * total
    let low = 0
    let high = bounds.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((bounds[middle] ?? 0) > drawn) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    const choice = choices[low]
    if (choice === undefined) {
      throw new Error('nothing to choose from')
    }
    return choice[0]
  }
}

/**
 * A fixed shuffle of 0 … size-1: `index → (index·a + b) mod size`. Unique without remembering anything;
 * `size` up to 2^53 / a stays exact.
 */
export const shuffle = (
  chance: Chance,
  size: number,
  primes: readonly number[],
): ((index: number) => number) => {
  const most = Math.min(size - 1, Math.floor(Number.MAX_SAFE_INTEGER / size) - 1)
  let a = chance.between(Math.floor(most / 2), most)
  while (primes.some((prime) => a % prime === 0)) {
    a--
  }
  const b = chance.between(0, size - 1)
  return (index) => ((index % size) * a + b) % size
}
