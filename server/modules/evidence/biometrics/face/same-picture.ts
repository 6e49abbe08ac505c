/**
 * Whether two files show one and the same picture: recoded, resized, brighter or darker, cut a little at its
 * edges. A camera never takes a picture twice, so whoever brings the one that the register keeps was not
 * before a camera. It looks at the whole picture, wall and clothes too, and knows nothing of faces. Pure.
 */
import type { Pixels } from './portrait-reader.ts'

const GRID = { width: 24, height: 32 } as const
const CELLS = GRID.width * GRID.height
/** So many pixels each way are one from the beginning. */
const BLOCK = 5

interface Window {
  readonly scale: number
  /** 0: at the left or top edge; 1: at the other one. */
  readonly x: number
  readonly y: number
}
const EDGES = [0, 0.5, 1] as const
const WHOLE: Window = { scale: 1, x: 0, y: 0 }
const windows: readonly Window[] = [
  WHOLE,
  ...[0.96, 0.92].flatMap((scale) => EDGES.flatMap((x) => EDGES.map((y) => ({ scale, x, y })))),
]

/** One colour of a picture, row by row. */
interface Plane {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

/** Red, green and blue, each pixel the mean of a block. */
const planesOf = ({ data, width, height }: Pixels): readonly Plane[] => {
  const [across, down] = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)]
  return [0, 1, 2].map((channel) => {
    const values = new Float32Array(across * down)
    for (let y = 0; y < down * BLOCK; y += 1) {
      const row = Math.floor(y / BLOCK) * across
      for (let x = 0; x < across * BLOCK; x += 1) {
        const at = row + Math.floor(x / BLOCK)
        values[at] = (values[at] ?? 0) + (data[(y * width + x) * 3 + channel] ?? 0) / (BLOCK * BLOCK)
      }
    }
    return { width: across, height: down, values }
  })
}

/** A window of it in small: the mean of each cell. */
const small = ({ width, height, values }: Plane, { scale, x, y }: Window): Float32Array => {
  const [across, down] = [width * scale, height * scale]
  const [left, top] = [(width - across) * x, (height - down) * y]
  const sums = new Float32Array(CELLS)
  const counts = new Uint16Array(CELLS)
  for (let v = 0.5; v < down; v += 1) {
    for (let u = 0.5; u < across; u += 1) {
      const cell = Math.floor((v / down) * GRID.height) * GRID.width + Math.floor((u / across) * GRID.width)
      const value = values[Math.floor(top + v) * width + Math.floor(left + u)] ?? 0
      sums[cell] = (sums[cell] ?? 0) + value
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  }
  return sums.map((sum, cell) => sum / Math.max(1, counts[cell] ?? 1))
}

/** From here up a cell is burnt out and says nothing any more. */
const BURNT = 247
/** Of a picture that is burnt out all over every cell has to do. */
const LEAST_CELLS = CELLS / 4

/** 1: the same up to brightness and contrast; 0: nothing in common. */
const correlation = (one: Float32Array, two: Float32Array, burnt = BURNT): number => {
  let [n, sumOne, sumTwo, both, first, second] = [0, 0, 0, 0, 0, 0]
  for (let cell = 0; cell < CELLS; cell += 1) {
    const [p, q] = [one[cell] ?? 0, two[cell] ?? 0]
    if (p < burnt && q < burnt) {
      n += 1
      sumOne += p
      sumTwo += q
      both += p * q
      first += p * p
      second += q * q
    }
  }
  if (n < LEAST_CELLS) {
    return burnt === BURNT ? correlation(one, two, Infinity) : 0
  }
  const [varianceOne, varianceTwo] = [first - sumOne ** 2 / n, second - sumTwo ** 2 / n]
  return varianceOne < 1 || varianceTwo < 1
    ? 0
    : (both - (sumOne * sumTwo) / n) / Math.sqrt(varianceOne * varianceTwo)
}

/** By the colour that agrees least. */
const alikeIn = (one: readonly Float32Array[], two: readonly Float32Array[]): number =>
  Math.min(...one.map((plane, channel) => correlation(plane, two[channel] ?? plane)))

/** Up to 1: where the two lie best on each other, one of them cut a little or neither. */
export const pictureLikeness = (one: Pixels, two: Pixels): number => {
  const [planesOne, planesTwo] = [planesOf(one), planesOf(two)]
  const inSmall = (planes: readonly Plane[], window: Window) => planes.map((plane) => small(plane, window))
  const [wholeOne, wholeTwo] = [inSmall(planesOne, WHOLE), inSmall(planesTwo, WHOLE)]
  return Math.max(
    ...windows.flatMap((window) => [
      alikeIn(inSmall(planesOne, window), wholeTwo),
      alikeIn(wholeOne, inSmall(planesTwo, window)),
    ]),
  )
}
