/**
 * The signature of a drawn face: the face is found as the flat patch of one skin colour in the middle, set to
 * a standard place and size by
 * the patch's moments, and read as a small map of light and colour relative to that skin. Clothes and the
 * wall do not enter.
 */
import { flood, shrink, toLab, type Planes } from './pixel-planes.ts'
import type { Pixels } from './portrait-reader.ts'

export const MAP = { width: 48, height: 60 } as const
/**
 * The candidate is also read a little nearer and farther, because a crop or a stray shadow moves the moments.
 */
const ZOOMS = [0.965, 1, 1.035] as const

export interface FaceMap {
  /**
   * Lightness relative to the skin's, and the Lab colour away from the skin's; the wall is 0 in all three.
   */
  readonly light: Float32Array
  readonly a: Float32Array
  readonly b: Float32Array
}
export interface FaceSignature {
  readonly skin: readonly [light: number, a: number, b: number]
  /** One for each of ZOOMS. */
  readonly maps: readonly FaceMap[]
  /** Share of the picture without any gradient: near to 1 in a drawing, small in a photograph. */
  readonly flatness: number
}

type Lab = readonly [number, number, number]
const labAt = ({ values }: Planes, i: number): Lab => [
  values[i * 3] ?? 0,
  values[i * 3 + 1] ?? 0,
  values[i * 3 + 2] ?? 0,
]
const awayFrom = (lab: Lab, other: Lab): number =>
  Math.hypot((lab[0] - other[0]) * 0.8, lab[1] - other[1], lab[2] - other[2])

/** The commonest colour of a window: flat areas outweigh lines. */
const commonest = (lab: Planes, cells: readonly number[]): Lab => {
  const bins = new Map<string, number[]>()
  for (const i of cells) {
    const [l, a, b] = labAt(lab, i)
    const bin = `${Math.round(l / 5)} ${Math.round(a / 5)} ${Math.round(b / 5)}`
    const members = bins.get(bin)
    if (members) {
      members.push(i)
    } else {
      bins.set(bin, [i])
    }
  }
  let most: readonly number[] = []
  for (const members of bins.values()) {
    if (members.length > most.length) {
      most = members
    }
  }
  // The mean of all that is near to the fullest bin, so that a colour on a bin's edge is not cut in half.
  const first = meanOf(lab, most)
  return meanOf(
    lab,
    cells.filter((i) => awayFrom(labAt(lab, i), first) < 6),
  )
}
const meanOf = (lab: Planes, cells: readonly number[]): Lab => {
  const sum: [number, number, number] = [0, 0, 0]
  for (const i of cells) {
    labAt(lab, i).forEach((v, c) => {
      sum[c] = (sum[c] ?? 0) + v
    })
  }
  const n = Math.max(1, cells.length)
  return [sum[0] / n, sum[1] / n, sum[2] / n]
}

const cellsIn = ({ width, height }: Planes, x0: number, x1: number, y0: number, y1: number): number[] => {
  const cells: number[] = []
  for (let y = Math.floor(height * y0); y < height * y1; y += 1) {
    for (let x = Math.floor(width * x0); x < width * x1; x += 1) {
      cells.push(y * width + x)
    }
  }
  return cells
}

const near = (lab: Planes, colour: Lab, within: number): Uint8Array => {
  const mask = new Uint8Array(lab.width * lab.height)
  for (let i = 0; i < mask.length; i += 1) {
    if (awayFrom(labAt(lab, i), colour) < within) {
      mask[i] = 1
    }
  }
  return mask
}

interface Place {
  readonly x: number
  readonly y: number
  readonly spreadX: number
  readonly area: number
}
const placeOf = (mask: Uint8Array, width: number): Place => {
  let area = 0
  let sumX = 0
  let sumY = 0
  let squaresX = 0
  for (let i = 0; i < mask.length; i += 1) {
    if (mask[i] !== 1) {
      continue
    }
    const x = i % width
    area += 1
    sumX += x
    sumY += (i - x) / width
    squaresX += x * x
  }
  const x = sumX / area
  return { x, y: sumY / area, spreadX: Math.sqrt(Math.max(0, squaresX / area - x * x)), area }
}

/**
 * Without its outermost cells: where a dark edge meets a pale wall, the mixed colour can look like skin in a
 * line one cell wide.
 */
const pared = (mask: Uint8Array, width: number): Uint8Array =>
  mask.map((v, i) =>
    v === 1 && mask[i - 1] === 1 && mask[i + 1] === 1 && mask[i - width] === 1 && mask[i + width] === 1
      ? 1
      : 0,
  )

/**
 * The face is all skin above the chin. The chin is the first row below the cheeks where next to no skin is
 * left, for its shadow cuts the
 * throat off; glasses may cut the face in two and are therefore no border.
 */
const faceOf = (skin: Uint8Array, width: number, height: number): Uint8Array => {
  const rows = Array.from({ length: height }, (_, y) =>
    skin.subarray(y * width, (y + 1) * width).reduce((sum, v) => sum + v, 0),
  )
  const from = Math.floor(height * 0.4)
  const widest =
    rows
      .slice(from, Math.floor(height * 0.62))
      .reduce((most, v, i, all) => (v > (all[most] ?? 0) ? i : most), 0) + from
  const least = (rows[widest] ?? 0) * 0.14
  const chin = rows.findIndex((v, y) => y > widest && v <= least)
  return skin.map((v, i) => (v === 1 && (chin < 0 || i < chin * width) ? 1 : 0))
}

const flatnessOf = (lab: Planes): number => {
  let flat = 0
  let count = 0
  for (let y = 1; y < lab.height; y += 1) {
    for (let x = 1; x < lab.width; x += 1) {
      const i = y * lab.width + x
      const here = labAt(lab, i)
      count += 1
      if (awayFrom(here, labAt(lab, i - 1)) + awayFrom(here, labAt(lab, i - lab.width)) < 1.6) {
        flat += 1
      }
    }
  }
  return flat / count
}

const readMap = (lab: Planes, wall: Uint8Array, place: Place, skin: Lab, zoom: number): FaceMap => {
  const size = MAP.width * MAP.height
  const map: FaceMap = { light: new Float32Array(size), a: new Float32Array(size), b: new Float32Array(size) }
  const step = (place.spreadX * 4.9 * zoom) / MAP.width
  for (let v = 0; v < MAP.height; v += 1) {
    for (let u = 0; u < MAP.width; u += 1) {
      const x = place.x + (u - MAP.width / 2 + 0.5) * step
      const y = place.y + (v - MAP.height * 0.58 + 0.5) * step
      const x0 = Math.floor(x)
      const y0 = Math.floor(y)
      let light = 0
      let a = 0
      let b = 0
      for (let corner = 0; corner < 4; corner += 1) {
        const cx = Math.max(0, Math.min(lab.width - 1, x0 + (corner & 1)))
        const cy = Math.max(0, Math.min(lab.height - 1, y0 + (corner >> 1)))
        const i = cy * lab.width + cx
        if (wall[i] === 1) {
          continue
        }
        const share = (corner & 1 ? x - x0 : 1 - x + x0) * (corner >> 1 ? y - y0 : 1 - y + y0)
        const here = labAt(lab, i)
        light += share * (here[0] / skin[0] - 1)
        a += share * (here[1] - skin[1])
        b += share * (here[2] - skin[2])
      }
      const to = v * MAP.width + u
      map.light[to] = light
      map.a[to] = a
      map.b[to] = b
    }
  }
  return { light: soften(map.light), a: soften(map.a), b: soften(map.b) }
}

/** Averages a cell with its eight neighbours: lines of one pixel must not decide. */
const soften = (values: Float32Array): Float32Array => {
  const soft = new Float32Array(values.length)
  for (let v = 0; v < MAP.height; v += 1) {
    for (let u = 0; u < MAP.width; u += 1) {
      let sum = 0
      for (let k = 0; k < 9; k += 1) {
        const x = Math.max(0, Math.min(MAP.width - 1, u + (k % 3) - 1))
        const y = Math.max(0, Math.min(MAP.height - 1, v + Math.floor(k / 3) - 1))
        sum += values[y * MAP.width + x] ?? 0
      }
      soft[v * MAP.width + u] = sum / 9
    }
  }
  return soft
}

/** null when no flat patch that could be a face lies in the middle. */
export const signFace = (pixels: Pixels): FaceSignature | null => {
  const lab = toLab(shrink(pixels, 4))
  const middle = cellsIn(lab, 0.34, 0.66, 0.3, 0.66)
  const skin = commonest(lab, middle)
  const place = placeOf(faceOf(pared(near(lab, skin, 8), lab.width), lab.width, lab.height), lab.width)
  const share = place.area / (lab.width * lab.height)
  if (!(skin[0] > 15) || share < 0.03 || share > 0.6 || place.spreadX < lab.width * 0.05) {
    return null
  }
  const corners = [...cellsIn(lab, 0, 0.12, 0, 0.2), ...cellsIn(lab, 0.88, 1, 0, 0.2)]
  const wall = flood(near(lab, commonest(lab, corners), 7), lab.width, corners)
  if (wall[Math.round(place.y) * lab.width + Math.round(place.x)] === 1) {
    return null
  }
  return { skin, maps: ZOOMS.map((zoom) => readMap(lab, wall, place, skin, zoom)), flatness: flatnessOf(lab) }
}
