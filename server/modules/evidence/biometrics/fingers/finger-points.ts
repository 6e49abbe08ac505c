/**
 * A minutiae record made ready for comparing: points at 500 to the inch with y upwards, and around each point
 * its nearest neighbours as seen from it.
 */
import type {
  FingerView,
  MinutiaeRecord,
  MinutiaKind,
} from '../../../../../formats/minutiae/minutiae-record.ts'

export interface Point {
  readonly x: number
  readonly y: number
  /** Radians, counter-clockwise from the right. */
  readonly angle: number
  readonly kind: MinutiaKind
}

/** A neighbour as its point sees it: the same however the finger lies. */
interface Neighbour {
  readonly distance: number
  /** Where it lies, from the point's own direction. */
  readonly bearing: number
  /** Its direction, from the point's own. */
  readonly turn: number
}

export interface FingerPoints {
  readonly points: readonly Point[]
  readonly neighbours: readonly (readonly Neighbour[])[]
}

const PIXELS_PER_CM = 197
const TAU = 2 * Math.PI
const NEAREST = 7
/** Points of one finger that are compared at most; a record may hold 255, most of them noise. */
const MOST_POINTS = 90

/** -π to π. */
export const wrapped = (angle: number): number => angle - TAU * Math.round(angle / TAU)

export const fingerPoints = ({ resolution }: MinutiaeRecord, view: FingerView): FingerPoints => {
  const best =
    view.minutiae.length > MOST_POINTS
      ? view.minutiae.toSorted((a, b) => b.quality - a.quality).slice(0, MOST_POINTS)
      : view.minutiae
  const points = best.map((m): Point => ({
    x: (m.x * PIXELS_PER_CM) / resolution.x,
    y: (-m.y * PIXELS_PER_CM) / resolution.y,
    angle: (m.angle * TAU) / 256,
    kind: m.kind,
  }))
  return { points, neighbours: points.map((point) => neighboursOf(point, points)) }
}

const neighboursOf = (point: Point, points: readonly Point[]): Neighbour[] =>
  points
    .filter((other) => other !== point)
    .map((other) => ({ other, distance: Math.hypot(other.x - point.x, other.y - point.y) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST)
    .map(({ other, distance }) => ({
      distance,
      bearing: wrapped(Math.atan2(other.y - point.y, other.x - point.x) - point.angle),
      turn: wrapped(other.angle - point.angle),
    }))

const CLOSE = { distance_px: 9, distance_share: 0.05, bearing: 0.4, turn: 0.45 } as const

const awayFrom = (angle: number, other: number): number => {
  const away = Math.abs(angle - other)
  return away > Math.PI ? TAU - away : away
}

/**
 * How many neighbours two points have in common, as a share of the nearest: 0 to 1. Both lists go from near
 * to far.
 */
export const surroundingsLikeness = (one: readonly Neighbour[], two: readonly Neighbour[]): number => {
  let shared = 0
  let taken = 0
  for (const a of one) {
    const reach = CLOSE.distance_px + a.distance * CLOSE.distance_share
    let best = -1
    let least = 1
    for (let j = 0; j < two.length; j++) {
      const b = two[j]
      if (b === undefined || b.distance < a.distance - reach || (taken & (1 << j)) !== 0) {
        continue
      }
      if (b.distance > a.distance + reach) {
        break
      }
      const turn = awayFrom(a.turn, b.turn) / CLOSE.turn
      if (turn >= least) {
        continue
      }
      // What lies nearly on the point itself has no sure bearing.
      const bearing = awayFrom(a.bearing, b.bearing) / (CLOSE.bearing + 4 / (a.distance + 4))
      const off = Math.max(turn, bearing, Math.abs(a.distance - b.distance) / reach)
      if (off < least) {
        ;[least, best] = [off, j]
      }
    }
    if (best < 0) {
      continue
    }
    taken |= 1 << best
    shared += 1 - least * 0.5
  }
  return shared / NEAREST
}
