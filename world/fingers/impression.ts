/**
 * One press of an invented finger on a scanner's glass: turned, shifted, stretched as skin is, seen in part,
 * with minutiae missed and others that are
 * only dirt. Everything hangs on the clarity of the ridges, which the scanner also tells as its quality; worn
 * skin has little.
 */
import type { Finger } from '../../formats/minutiae/finger.ts'
import { writeMinutiaeRecord, type Minutia } from '../../formats/minutiae/minutiae-record.ts'
import type { MasterFinger } from './master-finger.ts'
import type { Place } from './ridge-flow.ts'
import { seededStream, type SeededStream } from './seeded-stream.ts'

/** `careful`: as taken for the register, under guidance, the best of some. */
export type Skin = 'clean' | 'worn' | 'careful'

export interface Impression {
  /** ISO/IEC 19794-2:2005, one view. */
  readonly template: Uint8Array
  /** 0 to 100, as the scanner judges. */
  readonly quality: number
}

/** Pixels at 500 to the inch. */
const GLASS = { width: 340, height: 440 } as const
const TAU = 2 * Math.PI

interface Press {
  /** 0 to 1. */
  readonly clarity: number
  readonly turn: number
  readonly shift: Place
  /** Where the skin touches, in the finger's own places. */
  readonly contact: Place & { readonly width: number; readonly height: number }
  readonly stretch: (place: Place) => Place
  /** Spots that print nothing: too dry, worn flat, scarred. */
  readonly blanks: readonly (Place & { readonly radius: number })[]
}

const clarityOf = (skin: Skin, chance: SeededStream): number => {
  if (skin === 'careful') {
    return Math.max(0.74, Math.min(0.97, chance.normal(0.87, 0.05)))
  }
  return skin === 'clean'
    ? Math.max(0.4, Math.min(0.97, chance.normal(0.76, 0.11)))
    : Math.max(0.04, Math.min(0.55, chance.normal(0.24, 0.1)))
}

/**
 * The middle of the finger stands still on the glass while its rim is dragged, turned and pressed flat (after
 * Cappelli, Maio and Maltoni, 2001).
 */
const stretchOf = (chance: SeededStream): ((place: Place) => Place) => {
  const drag = { x: chance.normal(0, 4.5), y: chance.normal(0, 5.5) }
  const twist = chance.normal(0, 0.035)
  const [wide, high, shear] = [
    1 + chance.normal(0, 0.018),
    1 + chance.normal(0, 0.018),
    chance.normal(0, 0.012),
  ]
  const still = { x: chance.normal(0, 20), y: chance.normal(0, 25) }
  return ({ x, y }) => {
    const share = 1 - Math.exp(-((x - still.x) ** 2 + (y - still.y) ** 2) / (2 * 85 * 85))
    const [cos, sin] = [Math.cos(twist * share), Math.sin(twist * share)]
    const [u, v] = [x * wide + y * shear, y * high]
    return { x: u * cos - v * sin + drag.x * share, y: u * sin + v * cos + drag.y * share }
  }
}

const pressOf = (skin: Skin, chance: SeededStream): Press => {
  const clarity = clarityOf(skin, chance)
  const isPartial = skin !== 'careful' && chance.share() < 0.1
  const astray = skin === 'careful' ? 8 : isPartial ? 45 : 17
  const contact = {
    x: chance.normal(0, astray),
    y: chance.normal(0, astray),
    width: chance.between(112, 145),
    height: chance.between(140, 190),
  }
  return {
    clarity,
    contact,
    turn: chance.normal(0, skin === 'careful' ? 0.07 : 0.17),
    shift: { x: chance.normal(0, 14), y: chance.normal(0, 14) },
    stretch: stretchOf(chance),
    blanks: Array.from({ length: Math.round((1 - clarity) * 9 * chance.share()) }, () => ({
      x: chance.between(-130, 130),
      y: chance.between(-180, 180),
      radius: chance.between(10, 38),
    })),
  }
}

const isPrinted = (place: Place, { contact, blanks }: Press): boolean =>
  ((place.x - contact.x) / contact.width) ** 2 + ((place.y - contact.y) / contact.height) ** 2 < 1 &&
  !blanks.some((blank) => Math.hypot(blank.x - place.x, blank.y - place.y) < blank.radius)

interface Seen extends Place {
  readonly angle: number
  readonly kind: Minutia['kind']
  readonly quality: number
}

const seenOnSkin = (finger: MasterFinger, press: Press, chance: SeededStream): Seen[] => {
  const dull = 1 - press.clarity
  const points = finger.points.flatMap((point): Seen[] => {
    const isMissed = chance.share() < 0.03 + 0.55 * dull ** 1.1 * (1.35 - 0.7 * point.depth)
    const isFlipped = chance.share() < 0.06 + 0.3 * dull
    if (isMissed || !isPrinted(point, press)) {
      return []
    }
    const kind = isFlipped ? (point.kind === 'ending' ? 'bifurcation' : 'ending') : point.kind
    return [
      {
        x: point.x,
        y: point.y,
        angle: point.angle,
        kind,
        quality: Math.round(100 * press.clarity * chance.between(0.75, 1)),
      },
    ]
  })
  // Broken ridges, pores and dirt look like minutiae, and they too follow the flow.
  const false_ = Math.round((2 + 22 * dull ** 1.3) * chance.between(0.6, 1.4))
  for (let i = 0; i < false_; i++) {
    const place = {
      x: press.contact.x + chance.between(-1, 1) * press.contact.width,
      y: press.contact.y + chance.between(-1, 1) * press.contact.height,
    }
    const angle = finger.flow.at(place) + (chance.share() < 0.5 ? 0 : Math.PI) + chance.normal(0, 0.15)
    const quality = Math.round(100 * press.clarity * chance.between(0.35, 0.8))
    if (isPrinted(place, press)) {
      points.push({ ...place, angle, kind: chance.share() < 0.6 ? 'ending' : 'bifurcation', quality })
    }
  }
  return points
}

/** From the skin to the glass: stretched, turned, shifted, read with the scanner's own error. */
const onGlass = (seen: Seen, press: Press, chance: SeededStream): Minutia[] => {
  const dull = 1 - press.clarity
  const { x, y } = press.stretch(seen)
  const ahead = press.stretch({ x: seen.x + 4 * Math.cos(seen.angle), y: seen.y + 4 * Math.sin(seen.angle) })
  const angle = Math.atan2(ahead.y - y, ahead.x - x) + press.turn + chance.normal(0, 0.06 + 0.16 * dull)
  const [cos, sin] = [Math.cos(press.turn), Math.sin(press.turn)]
  const error = 0.8 + 2.6 * dull
  const across = Math.round(GLASS.width / 2 + x * cos - y * sin + press.shift.x + chance.normal(0, error))
  const down = Math.round(GLASS.height / 2 - (x * sin + y * cos + press.shift.y + chance.normal(0, error)))
  if (across < 0 || down < 0 || across >= GLASS.width || down >= GLASS.height) {
    return []
  }
  return [
    {
      kind: seen.kind,
      x: across,
      y: down,
      angle: ((Math.round((angle / TAU) * 256) % 256) + 256) % 256,
      quality: Math.max(1, Math.min(100, seen.quality)),
    },
  ]
}

/** The same name of a press is the same impression for ever. */
export const impressionOf = (
  finger: MasterFinger,
  name: Finger,
  skin: Skin,
  pressName: string,
): Impression => {
  const chance = seededStream(`press ${pressName}`)
  const press = pressOf(skin, chance)
  const minutiae = seenOnSkin(finger, press, chance)
    .flatMap((seen) => onGlass(seen, press, chance))
    .slice(0, 255)
  const area =
    Math.min(1, (press.contact.width * press.contact.height) / (120 * 150)) *
    (1 - Math.min(0.5, Math.hypot(press.contact.x, press.contact.y) / 200))
  const quality = Math.max(1, Math.min(100, Math.round(100 * press.clarity * area + chance.normal(0, 2))))
  const template = writeMinutiaeRecord({
    width: GLASS.width,
    height: GLASS.height,
    resolution: { x: 197, y: 197 },
    views: [{ finger: name, view: 0, impression: 'live-plain', quality, minutiae }],
  })
  return { template, quality }
}
