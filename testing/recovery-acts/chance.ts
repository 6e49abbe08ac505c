/** Seeded chance for random sequences: the same seed, the same sequences. */
export interface Chance {
  /** 0 to 1. */
  next(): number
  below(n: number): number
  pick<T>(list: readonly T[]): T
  is(probability: number): boolean
}

/** Mulberry32: small, even enough for choosing acts. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    is: (probability) => next() < probability,
    pick: (list) => {
      const one = list[below(list.length)]
      if (one === undefined) {
        throw new Error('nothing to pick from')
      }
      return one
    },
  }
}
