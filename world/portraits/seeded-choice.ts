/**
 * Repeatable choices by name: each feature is drawn from its own digest, so that a feature added later
 * changes no other.
 */
import { createHash } from 'node:crypto'

export interface SeededChoice {
  /** 0 up to, not including, 1. */
  share(name: string): number
  between(name: string, low: number, high: number): number
  isChosen(name: string, probability: number): boolean
  oneOf<T>(name: string, options: readonly T[]): T
}

export const seededChoice = (seed: string): SeededChoice => {
  const share = (name: string): number =>
    createHash('sha256').update(`${seed}\u0000${name}`).digest().readUInt32BE(0) / 2 ** 32
  return {
    share,
    between: (name, low, high) => low + share(name) * (high - low),
    isChosen: (name, probability) => share(name) < probability,
    oneOf<T>(name: string, options: readonly T[]): T {
      const option = options[Math.floor(share(name) * options.length)]
      if (option === undefined) {
        throw new Error(`nothing to choose for ${name}`)
      }
      return option
    },
  }
}
