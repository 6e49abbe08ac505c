/**
 * How the ridges of an invented finger run: the orientation field by its singular points, after Sherlock and
 * Monro (Pattern Recognition 26, 1993).
 * Each loop's core adds half a turn and each delta takes one away; an arch has neither and only bends.
 */
import type { SeededStream } from './seeded-stream.ts'

/** In pixels at 500 to the inch, from the middle of the finger, y upwards. */
export interface Place {
  readonly x: number
  readonly y: number
}

export interface RidgeFlow {
  readonly pattern: 'arch' | 'left-loop' | 'right-loop' | 'whorl' | 'double-loop'
  readonly cores: readonly Place[]
  readonly deltas: readonly Place[]
  /** Direction of the ridges there in radians; a ridge has no front, so it is one of two. */
  at(place: Place): number
}

const singular = (
  pattern: RidgeFlow['pattern'],
  cores: readonly Place[],
  deltas: readonly Place[],
  tilt: number,
): RidgeFlow => ({
  pattern,
  cores,
  deltas,
  at: ({ x, y }) =>
    tilt +
    0.5 *
      (cores.reduce((sum, core) => sum + Math.atan2(y - core.y, x - core.x), 0) -
        deltas.reduce((sum, delta) => sum + Math.atan2(y - delta.y, x - delta.x), 0)),
})

const arch = (bend: number, width: number, tilt: number): RidgeFlow => ({
  pattern: 'arch',
  cores: [],
  deltas: [],
  at: ({ x, y }) =>
    tilt +
    Math.atan(
      -bend *
        (x / width) *
        Math.exp(-(x * x) / (2 * width * width)) *
        Math.max(0, Math.min(1.5, 1 - y / 260)),
    ),
})

/**
 * Shares of the patterns as they are commonly reported: loops two thirds, whorls a little more than a
 * quarter, arches one in twenty.
 */
export const ridgeFlow = (chance: SeededStream): RidgeFlow => {
  const tilt = chance.normal(0, 0.06)
  const core = { x: chance.normal(0, 8), y: chance.normal(25, 14) }
  const delta = (side: number): Place => ({ x: side * chance.between(85, 135), y: chance.between(-150, -95) })
  const kind = chance.share()
  if (kind < 0.05) {
    return arch(chance.between(1.2, 2.6), chance.between(55, 85), tilt)
  }
  if (kind < 0.38) {
    return singular('left-loop', [core], [delta(1)], tilt)
  }
  if (kind < 0.7) {
    return singular('right-loop', [core], [delta(-1)], tilt)
  }
  const apart = chance.between(22, 60)
  const lean = kind < 0.93 ? chance.normal(0, 5) : chance.between(-35, 35)
  return singular(
    kind < 0.93 ? 'whorl' : 'double-loop',
    [
      { x: core.x + lean, y: core.y + apart / 2 },
      { x: core.x - lean, y: core.y - apart / 2 },
    ],
    [delta(-1), delta(1)],
    tilt,
  )
}
