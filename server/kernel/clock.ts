/**
 * The one clock of the product. The demo world may move it (to see a deadline pass); production never does:
 * only the world imports
 * `moveClock`, and the world is refused outside loopback.
 */
let offset_ms = 0

/** The product's present moment. */
export const now = (): Date => new Date(Date.now() + offset_ms)

/**
 * The machine's own time, which nobody moves: for what other machines read, such as a token's `iat`, and for
 * what a library stamped by it.
 */
export const machineNow = (): Date => new Date()

/** Sets how far the product's time runs ahead of the machine's, in milliseconds. */
export const moveClock = (ahead_ms: number): void => {
  offset_ms = ahead_ms
}

export const clockOffset_ms = (): number => offset_ms

export const later = (from: Date, by_s: number): Date => new Date(from.getTime() + by_s * 1000)
