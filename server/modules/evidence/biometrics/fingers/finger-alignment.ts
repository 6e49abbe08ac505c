/**
 * Lays one finger on another: from pairs of points with like surroundings to the one turn and shift on which
 * most points agree.
 */
import { surroundingsLikeness, wrapped, type FingerPoints, type Point } from './finger-points.ts'

/** Turns by `angle` around the origin, then shifts. */
interface Move {
  readonly angle: number
  readonly x: number
  readonly y: number
}

interface Pair {
  readonly i: number
  readonly j: number
  /** 0 to 1: how well they lie on each other. */ readonly closeness: number
  readonly surroundings: number
}

export interface Alignment {
  readonly pairs: readonly Pair[]
  /** Points of each finger that lie where the other was seen too. */
  readonly seenOfOne: number
  readonly seenOfTwo: number
}

/** Seeds that are tried; more cost time and change nothing measured. */
const SEEDS = 12
const LEAST_SEED = 0.12
const NEARBY_PX = 90
const TOLERANCE = { seed: { distance_px: 20, angle: 0.5 }, whole: { distance_px: 17, angle: 0.45 } } as const
/** A finger is seen this far around its outermost points. */
const RIM_PX = 12

const moved = ({ angle, x, y }: Move, point: Point): Point => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return {
    x: point.x * cos - point.y * sin + x,
    y: point.x * sin + point.y * cos + y,
    angle: point.angle + angle,
    kind: point.kind,
  }
}

interface Likeness {
  readonly at: (i: number, j: number) => number
  readonly seeds: readonly (readonly [i: number, j: number])[]
}

const likenessOf = (one: FingerPoints, two: FingerPoints): Likeness => {
  const width = two.points.length
  const table = new Float32Array(one.points.length * width)
  one.neighbours.forEach((a, i) =>
    two.neighbours.forEach((b, j) => {
      table[i * width + j] = surroundingsLikeness(a, b)
    }),
  )
  const seeds = [...table.keys()]
    .filter((k) => (table[k] ?? 0) >= LEAST_SEED)
    .sort((a, b) => (table[b] ?? 0) - (table[a] ?? 0))
    .slice(0, SEEDS)
  return {
    at: (i, j) => table[i * width + j] ?? 0,
    seeds: seeds.map((k) => [Math.floor(k / width), k % width] as const),
  }
}

/** One to one, the closest first. `within` leaves out what lies farther from the point of `one`. */
const pairUp = (
  one: readonly Point[],
  two: readonly Point[],
  likeness: Likeness,
  tolerance: { readonly distance_px: number; readonly angle: number },
  within?: Point,
): Pair[] => {
  const found: Pair[] = []
  for (let i = 0; i < one.length; i++) {
    const a = one[i]
    if (a === undefined || (within && Math.hypot(a.x - within.x, a.y - within.y) > NEARBY_PX)) {
      continue
    }
    for (let j = 0; j < two.length; j++) {
      const b = two[j]
      if (
        b === undefined ||
        Math.abs(a.x - b.x) > tolerance.distance_px ||
        Math.abs(a.y - b.y) > tolerance.distance_px
      ) {
        continue
      }
      const off =
        (Math.hypot(a.x - b.x, a.y - b.y) / tolerance.distance_px) ** 2 +
        (wrapped(a.angle - b.angle) / tolerance.angle) ** 2
      if (off < 1) {
        found.push({ i, j, closeness: 1 - off, surroundings: likeness.at(i, j) })
      }
    }
  }
  found.sort((p, q) => q.closeness + q.surroundings - p.closeness - p.surroundings)
  const [taken1, taken2] = [new Set<number>(), new Set<number>()]
  return found.filter(({ i, j }) => {
    if (taken1.has(i) || taken2.has(j)) {
      return false
    }
    taken1.add(i)
    taken2.add(j)
    return true
  })
}

/** The move of `two` that lies best on its partners (Procrustes in the plane), or null with too few pairs. */
const fit = (one: readonly Point[], two: readonly Point[], pairs: readonly Pair[]): Move | null => {
  const partners = pairs.flatMap(({ i, j, closeness }) => {
    const [a, b] = [one[i], two[j]]
    return a && b ? [{ a, b, weight: 0.2 + closeness }] : []
  })
  if (partners.length < 3) {
    return null
  }
  let [weights, ax, ay, bx, by] = [0, 0, 0, 0, 0]
  for (const { a, b, weight } of partners) {
    weights += weight
    ax += weight * a.x
    ay += weight * a.y
    bx += weight * b.x
    by += weight * b.y
  }
  const [cax, cay, cbx, cby] = [ax / weights, ay / weights, bx / weights, by / weights]
  let [cos, sin] = [0, 0]
  for (const { a, b, weight } of partners) {
    cos += weight * ((a.x - cax) * (b.x - cbx) + (a.y - cay) * (b.y - cby))
    sin += weight * ((a.y - cay) * (b.x - cbx) - (a.x - cax) * (b.y - cby))
  }
  const angle = Math.atan2(sin, cos)
  return {
    angle,
    x: cax - cbx * Math.cos(angle) + cby * Math.sin(angle),
    y: cay - cbx * Math.sin(angle) - cby * Math.cos(angle),
  }
}

const seenBy = (points: readonly Point[], others: readonly Point[]): number => {
  const hull = hullOf(others)
  return points.filter((point) => isInside(point, hull)).length
}

/** Andrew's monotone chain, counter-clockwise. */
const hullOf = (points: readonly Point[]): Point[] => {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of list) {
      for (;;) {
        const [last, before] = [chain.at(-1), chain.at(-2)]
        if (
          !last ||
          !before ||
          (last.x - before.x) * (point.y - before.y) - (last.y - before.y) * (point.x - before.x) > 0
        ) {
          break
        }
        chain.pop()
      }
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

const isInside = (point: Point, hull: readonly Point[]): boolean =>
  hull.every((from, k) => {
    const to = hull[(k + 1) % hull.length] ?? from
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
    return ((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / length > -RIM_PX
  })

const worth = (pairs: readonly Pair[]): number =>
  pairs.reduce((sum, { closeness, surroundings }) => sum + closeness * (0.3 + surroundings), 0)

/** Null when no turn and shift brings even three points together. */
export const align = (one: FingerPoints, two: FingerPoints): Alignment | null => {
  const likeness = likenessOf(one, two)
  let best: { readonly pairs: readonly Pair[]; readonly lying: readonly Point[] } | null = null
  for (const [i, j] of likeness.seeds) {
    const [a, b] = [one.points[i], two.points[j]]
    if (!a || !b) {
      continue
    }
    const turn = wrapped(a.angle - b.angle)
    const turned = moved({ angle: turn, x: 0, y: 0 }, b)
    let move: Move | null = { angle: turn, x: a.x - turned.x, y: a.y - turned.y }
    let pairs: Pair[] = []
    let lying: readonly Point[] = []
    // First its neighbourhood, where its own direction is good enough; then all, twice, by the fit of what
    // agreed.
    for (const step of ['near', 'all', 'all'] as const) {
      if (!move) {
        break
      }
      const by: Move = move
      lying = two.points.map((point) => moved(by, point))
      pairs =
        step === 'near'
          ? pairUp(one.points, lying, likeness, TOLERANCE.seed, a)
          : pairUp(one.points, lying, likeness, TOLERANCE.whole)
      move = fit(one.points, two.points, pairs)
    }
    if (pairs.length >= 3 && (!best || worth(pairs) > worth(best.pairs))) {
      best = { pairs, lying }
    }
  }
  if (!best) {
    return null
  }
  return {
    pairs: best.pairs,
    seenOfOne: seenBy(one.points, best.lying),
    seenOfTwo: seenBy(best.lying, one.points),
  }
}
