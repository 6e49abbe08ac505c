/** Spoils bytes as chance has it, the same for one seed: what a parser must stand. */

/** Mulberry32: whole numbers below `most`. */
export const chanceOf = (seed: number): ((most: number) => number) => {
  let state = seed
  return (most) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}

type Chance = ReturnType<typeof chanceOf>

const spoil = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  const [at, length] = [chance(bytes.length + 1), 1 + chance(9)]
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (chance(6)) {
    case 0:
      return Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ (1 << chance(8)) : byte))
    case 1:
      return Uint8Array.from(bytes, (byte, index) => (index === at ? chance(256) : byte))
    case 2:
      return Uint8Array.of(...before, ...after.subarray(length))
    case 3:
      return Uint8Array.of(...before, ...Array.from({ length }, () => chance(256)), ...after)
    case 4: {
      const from = chance(bytes.length + 1)
      return Uint8Array.of(...before, ...bytes.subarray(from, from + length * 8), ...after)
    }
    default:
      return Uint8Array.from(before)
  }
}

/** One to three changes. */
export const mutated = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  let made = bytes
  for (let rounds = 1 + chance(3); rounds > 0; rounds--) {
    made = spoil(made, chance)
  }
  return made
}
