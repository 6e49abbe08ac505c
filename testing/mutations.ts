/** Texts and bytes that are almost right: a seeded mutator for parsers, the same row for the same seed. */
export interface Mutator {
  readonly text: (whole: string) => string
  /** A whole number below this one. */
  readonly below: (limit: number) => number
}

const LETTERS = 'AZaz09-_~.=+/"\\{}[],: \n\u0000é\ud800'

export const mutatorOf = (seed: number): Mutator => {
  const below = drawFrom(seed)
  const oneOf = <T>(row: readonly T[]): T => {
    const item = row[below(row.length)]
    if (item === undefined) {
      throw new Error('nothing to choose from')
    }
    return item
  }
  const letter = (): string => LETTERS.charAt(below(LETTERS.length))
  const changes: readonly ((whole: string, at: number, end: number) => string)[] = [
    (whole, at) => whole.slice(0, at) + letter() + whole.slice(at + 1),
    (whole, at) => whole.slice(0, at) + letter() + whole.slice(at),
    (whole, at, end) => whole.slice(0, at) + whole.slice(end),
    (whole, at, end) => whole.slice(0, end) + whole.slice(at),
    (whole, at) => whole.slice(0, at),
    (whole, at) => whole.slice(at),
    (whole, at, end) => whole.slice(0, at) + whole.slice(end) + whole.slice(at, end),
    (whole, at) => whole.slice(0, at) + '[{"a":'.repeat(below(40)) + whole.slice(at),
  ]
  const changed = (whole: string): string => {
    const at = below(whole.length + 1)
    return oneOf(changes)(whole, at, Math.min(whole.length, at + below(60)))
  }
  /** Inside of one of its parts, which stays base64url: what stands below the first reading. */
  const changedInside = (whole: string): string => {
    const parts = whole.split(/([.~])/)
    const place = below(Math.ceil(parts.length / 2)) * 2
    const inner = Buffer.from(parts[place] ?? '', 'base64url').toString('utf8')
    return parts.with(place, Buffer.from(changed(inner)).toString('base64url')).join('')
  }
  /** One of its parts twice, elsewhere or not at all. */
  const moved = (whole: string): string => {
    const parts = whole.split('~')
    const part = oneOf(parts)
    return parts.toSpliced(below(parts.length + 1), below(2), ...(below(3) === 0 ? [] : [part])).join('~')
  }
  return { below, text: (whole) => oneOf([changed, changedInside, changedInside, moved])(whole) }
}

/** Mulberry32: small, even enough, and the same everywhere. */
const drawFrom = (seed: number): ((limit: number) => number) => {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}

const spoiled = (bytes: Uint8Array, below: Mutator['below']): Uint8Array => {
  const [at, length] = [below(bytes.length + 1), 1 + below(9)]
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (below(6)) {
    case 0:
      return Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << below(8)) : byte))
    case 1:
      return Uint8Array.from(bytes, (byte, index) => (index === at ? below(256) : byte))
    case 2:
      return Uint8Array.of(...before, ...after.subarray(length))
    case 3:
      return Uint8Array.of(...before, ...Array.from({ length }, () => below(256)), ...after)
    case 4: {
      const from = below(bytes.length + 1)
      return Uint8Array.of(...before, ...bytes.subarray(from, from + length * 8), ...after)
    }
    default:
      return Uint8Array.from(before)
  }
}

/** One to three changes. */
export const mutatedBytes = (bytes: Uint8Array, below: Mutator['below']): Uint8Array => {
  let made = bytes
  for (let rounds = 1 + below(3); rounds > 0; rounds--) {
    made = spoiled(made, below)
  }
  return made
}
