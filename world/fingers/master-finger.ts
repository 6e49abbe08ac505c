/**
 * An invented finger: where its ridges end and fork, on which side of the ridge flow, over all of its skin.
 * The same seed is the same finger for ever.
 */
import { ridgeFlow, type Place, type RidgeFlow } from './ridge-flow.ts'
import { seededStream, type SeededStream } from './seeded-stream.ts'

interface SkinPoint extends Place {
  /** Radians, counter-clockwise from the right. */
  readonly angle: number
  readonly kind: 'ending' | 'bifurcation'
  /** 0 to 1: how easily it is seen. Some are shallow in every impression. */
  readonly depth: number
}

export interface MasterFinger {
  readonly flow: RidgeFlow
  readonly points: readonly SkinPoint[]
}

/** Half the width and height of the skin that can touch glass: 17 × 24 mm. */
const SKIN = { width: 168, height: 236 } as const
/** Ridges lie 9 px apart; two minutiae are seldom nearer than this. */
const LEAST_APART = 11

const directionAt = (flow: RidgeFlow, place: Place, chance: SeededStream, lean: number): number =>
  // Neighbouring minutiae mostly open to the same side: along the flow one way on the left, the other way on
  // the right.
  flow.at(place) +
  (chance.share() < 0.5 + 0.25 * Math.sign(place.x * Math.cos(lean) + place.y * Math.sin(lean))
    ? 0
    : Math.PI) +
  chance.normal(0, 0.09)

export const masterFinger = (seed: string): MasterFinger => {
  const chance = seededStream(`finger ${seed}`)
  const flow = ridgeFlow(chance)
  const wanted = chance.whole(62, 92)
  const lean = chance.between(0, 2 * Math.PI)
  const points: SkinPoint[] = []
  for (let tries = 0; points.length < wanted && tries < 3000; tries++) {
    const place = { x: chance.between(-SKIN.width, SKIN.width), y: chance.between(-SKIN.height, SKIN.height) }
    if ((place.x / SKIN.width) ** 2 + (place.y / SKIN.height) ** 2 > 1) {
      continue
    }
    if (points.some((point) => Math.hypot(point.x - place.x, point.y - place.y) < LEAST_APART)) {
      continue
    }
    // Around cores and deltas ridges are forced to end and fork more often.
    const nearest = Math.min(
      ...[...flow.cores, ...flow.deltas].map((one) => Math.hypot(one.x - place.x, one.y - place.y)),
    )
    if (chance.share() > 0.55 + 0.45 * Math.exp(-nearest / 70)) {
      continue
    }
    points.push({
      ...place,
      angle: directionAt(flow, place, chance, lean),
      kind: chance.share() < 0.55 ? 'ending' : 'bifurcation',
      depth: chance.share(),
    })
  }
  return { flow, points }
}
