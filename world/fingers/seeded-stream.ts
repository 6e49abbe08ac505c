/**
 * Repeatable chance for much of it at once: a small generator (sfc32 by Chris Doty-Humphrey, PractRand) that
 * is started from the digest of a name.
 */
import { createHash } from 'node:crypto'

export interface SeededStream {
  /** 0 up to, not including, 1. */
  share(): number
  between(low: number, high: number): number
  /** Of the normal distribution, cut at three deviations. */
  normal(mean: number, deviation: number): number
  whole(low: number, high: number): number
}

export const seededStream = (seed: string): SeededStream => {
  const digest = createHash('sha256').update(seed).digest()
  let [a, b, c, count] = [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), 1]
  const share = (): number => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + share() * (high - low)
  return {
    share,
    between,
    normal(mean, deviation) {
      const drawn = Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share())
      return mean + deviation * Math.max(-3, Math.min(3, drawn))
    },
    whole: (low, high) => Math.floor(between(low, high + 1)),
  }
}
