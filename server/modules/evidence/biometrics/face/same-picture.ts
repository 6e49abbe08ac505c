/**
 * Whether two files show one and the same picture: recoded, resized, brighter or darker, cut at its edges
 * down to three fifths each way; or with the face of the one, whatever was painted around it. A camera never
 * takes a picture twice, so whoever brings the one that the register keeps was not before a camera. It knows
 * nothing of faces but where a register's picture has one. Pure.
 */
import type { Pixels } from './portrait-reader.ts'

const GRID = { width: 24, height: 32 } as const
/** So many pixels each way are one from the beginning. */
const BLOCK = 5

/** A part of a picture, as shares of its width and height. */
interface Window {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
const WHOLE: Window = { left: 0, top: 0, width: 1, height: 1 }
/** Where a picture of a register, taken as the law wants it, has the face with little of wall and clothes. */
const FACE: Window = { left: 0.2, top: 0.15, width: 0.6, height: 0.6 }
const LEAST_SHARE = 0.6

/** One colour of a picture as sums of all that is above and left: the mean of any part costs four reads. */
interface Plane {
  readonly width: number
  readonly height: number
  readonly sums: Float64Array
}

const summed = (values: Float32Array, width: number, height: number): Plane => {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += values[y * width + x] ?? 0
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row
    }
  }
  return { width, height, sums }
}

/** Red, green and blue, each pixel the mean of a block. */
const reducePixels = ({ data, width, height }: Pixels): readonly Plane[] => {
  const [across, down] = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)]
  return [0, 1, 2].map((channel) => {
    const values = new Float32Array(across * down)
    for (let y = 0; y < down * BLOCK; y += 1) {
      const row = Math.floor(y / BLOCK) * across
      let from = y * width * 3 + channel
      for (let at = row; at < row + across; at += 1) {
        let sum = values[at] ?? 0
        for (const end = from + BLOCK * 3; from < end; from += 3) {
          sum = Math.fround(sum + (data[from] ?? 0) / (BLOCK * BLOCK))
        }
        values[at] = sum
      }
    }
    return summed(values, across, down)
  })
}

/** The same picture is asked about twice: whole, and for its face. */
const reduced = new WeakMap<Pixels, readonly Plane[]>()
const planesOf = (pixels: Pixels): readonly Plane[] => {
  const planes = reduced.get(pixels) ?? reducePixels(pixels)
  reduced.set(pixels, planes)
  return planes
}

/** A grid that many windows are drawn on, one after the other. */
interface Sheet {
  readonly columns: number
  readonly rows: number
  readonly cells: Float32Array
  /** Per edge between columns: the pixel left of it, and how far beyond. */
  readonly lefts: Int32Array
  readonly beyond: Float64Array
  /** Per edge between columns: the sum above and left of it, at the edge of rows before. */
  readonly above: Float64Array
}
const newSheet = ({ width: columns, height: rows }: typeof GRID | typeof ROUGH): Sheet => ({
  columns,
  rows,
  cells: new Float32Array(columns * rows),
  lefts: new Int32Array(columns + 1),
  beyond: new Float64Array(columns + 1),
  above: new Float64Array(columns + 1),
})

/** Draws a window in small: each cell its mean. A search draws thousands, so nothing is made anew. */
const draw = ({ width, height, sums }: Plane, window: Window, sheet: Sheet): Float32Array => {
  const { columns, rows, cells, lefts, beyond, above } = sheet
  const [across, down] = [(width * window.width) / columns, (height * window.height) / rows]
  for (let column = 0; column <= columns; column += 1) {
    const x = width * window.left + across * column
    const left = Math.min(width - 1, Math.floor(x))
    lefts[column] = left
    beyond[column] = x - left
  }
  for (let row = 0; row <= rows; row += 1) {
    const y = height * window.top + down * row
    const top = Math.min(height - 1, Math.floor(y))
    const v = y - top
    let before = 0
    let beforeAbove = 0
    for (let column = 0; column <= columns; column += 1) {
      const at = top * (width + 1) + (lefts[column] ?? 0)
      const u = beyond[column] ?? 0
      const below = at + width + 1
      const here =
        ((sums[at] ?? 0) * (1 - u) + (sums[at + 1] ?? 0) * u) * (1 - v) +
        ((sums[below] ?? 0) * (1 - u) + (sums[below + 1] ?? 0) * u) * v
      const hereAbove = above[column] ?? 0
      if (row > 0 && column > 0) {
        cells[(row - 1) * columns + column - 1] = (here - before - hereAbove + beforeAbove) / (across * down)
      }
      above[column] = here
      before = here
      beforeAbove = hereAbove
    }
  }
  return cells
}

/** From here up a cell is burnt out and says nothing any more. */
const BURNT = 247
/** Of a picture that is burnt out all over every cell has to do. */
const LEAST_SHARE_OF_CELLS = 1 / 4

/**
 * 1: the same up to brightness and contrast; 0: nothing in common. Asked thousands of times for two pictures:
 * taking values apart as arrays makes it three times as slow, here and in `draw`.
 */
const correlation = (one: Float32Array, two: Float32Array, burnt = BURNT): number => {
  let n = 0
  let sumOne = 0
  let sumTwo = 0
  let both = 0
  let first = 0
  let second = 0
  for (let cell = 0; cell < one.length; cell += 1) {
    const p = one[cell] ?? 0
    const q = two[cell] ?? 0
    if (p < burnt && q < burnt) {
      n += 1
      sumOne += p
      sumTwo += q
      both += p * q
      first += p * p
      second += q * q
    }
  }
  if (n < one.length * LEAST_SHARE_OF_CELLS) {
    return burnt === BURNT ? correlation(one, two, Infinity) : 0
  }
  const [varianceOne, varianceTwo] = [first - sumOne ** 2 / n, second - sumTwo ** 2 / n]
  return varianceOne < 1 || varianceTwo < 1
    ? 0
    : (both - (sumOne * sumTwo) / n) / Math.sqrt(varianceOne * varianceTwo)
}

const SHARES = [1, 0.92, 0.84, 0.76, 0.68, LEAST_SHARE]
const PLACES = [0, 0.25, 0.5, 0.75, 1]
/** Every cut that is looked at first, in rough: how wide, how high, and where. */
const CUTS: readonly Window[] = SHARES.flatMap((width) =>
  SHARES.flatMap((height) =>
    (width === 1 ? [0] : PLACES).flatMap((x) =>
      (height === 1 ? [0] : PLACES).map((y) => ({
        left: x * (1 - width),
        top: y * (1 - height),
        width,
        height,
      })),
    ),
  ),
)
const ROUGH = { width: 12, height: 16 } as const
/** So many of the best cuts are looked at closely. */
const CLOSELY = 8

const inside = ({ left, top, width, height }: Window): Window => {
  const [across, down] = [Math.min(1, Math.max(0.5, width)), Math.min(1, Math.max(0.5, height))]
  return {
    left: Math.min(1 - across, Math.max(0, left)),
    top: Math.min(1 - down, Math.max(0, top)),
    width: across,
    height: down,
  }
}
/** Moves each edge of a window by a step, in and out. */
const neighbours = ({ left, top, width, height }: Window, step: number): Window[] =>
  [-step, step].flatMap((by) => [
    inside({ left: left + by, top, width, height }),
    inside({ left, top: top + by, width, height }),
    inside({ left: left + by, top, width: width - by, height }),
    inside({ left, top, width: width + by, height }),
    inside({ left, top: top + by, width, height: height - by }),
    inside({ left, top, width, height: height + by }),
  ])
const ROUGH_STEPS = [0.04, 0.02, 0.01, 0.005]
const CLOSE_STEPS = [0.006, 0.003]
/** A step is taken again while it helps, but not for ever. */
const TIMES_MAX = 4

interface Found {
  readonly window: Window
  readonly alike: number
}
const better = (a: Found, b: Found): Found => (b.alike > a.alike ? b : a)

const isSame = (a: Window, b: Window): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height

/**
 * How alike they are in a window. Where that is no more than `above`, any number that is no more than it will
 * do: nobody goes there.
 */
type Likeness = (window: Window, above?: number) => number

/** Uphill from a window, in ever smaller steps. At the edge of the picture some steps lead nowhere. */
const climb = (from: Window, steps: readonly number[], likeness: Likeness): Found => {
  let here: Found = { window: from, alike: likeness(from) }
  for (const step of steps) {
    for (let times = 0; times < TIMES_MAX; times += 1) {
      let next = here
      for (const window of neighbours(here.window, step)) {
        if (!isSame(window, here.window)) {
          next = better(next, { window, alike: likeness(window, next.alike) })
        }
      }
      if (next === here) {
        break
      }
      here = next
    }
  }
  return here
}

/**
 * How well the second, or a part of it, is a cut of the first, where it lies best on it: first in rough and
 * in green alone.
 */
const asCutOf = (whole: readonly Plane[], cut: readonly Plane[], part = WHOLE): number => {
  const [fine, rough] = [newSheet(GRID), newSheet(ROUGH)]
  const sought = cut.map((plane) => draw(plane, part, newSheet(GRID)))
  // By the colour that agrees least; the others are not drawn once one is too far away.
  const closely: Likeness = (window, above = -Infinity) => {
    let least = Infinity
    for (const [channel, plane] of whole.entries()) {
      const cells = draw(plane, window, fine)
      least = Math.min(least, correlation(cells, sought[channel] ?? cells))
      if (least <= above) {
        break
      }
    }
    return least
  }
  const [[, green], [, cutGreen]] = [whole, cut]
  if (!green || !cutGreen) {
    return 0
  }
  const soughtGreen = draw(cutGreen, part, newSheet(ROUGH))
  const roughly: Likeness = (window) => correlation(draw(green, window, rough), soughtGreen)
  const best = CUTS.map((window) => ({ window, alike: roughly(window) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, CLOSELY)
    .map(({ window }) => climb(window, ROUGH_STEPS, roughly))
    .reduce(better)
  return Math.max(closely(WHOLE), climb(best.window, CLOSE_STEPS, closely).alike)
}

/** Up to 1: where the two lie best on each other, one of them cut or neither. */
export const pictureLikeness = (one: Pixels, two: Pixels): number => {
  const [planesOne, planesTwo] = [planesOf(one), planesOf(two)]
  return Math.max(asCutOf(planesOne, planesTwo), asCutOf(planesTwo, planesOne))
}

/** Up to 1: where the face of the register's picture lies best on the one that came. */
export const faceLikeness = (kept: Pixels, taken: Pixels): number =>
  asCutOf(planesOf(taken), planesOf(kept), FACE)
