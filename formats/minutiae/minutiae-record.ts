/**
 * A finger minutiae record in the record format of ISO/IEC 19794-2:2005 ("FMR", version " 20"): what a
 * scanner hands over and what is kept of
 * a finger, never a picture. The reader is strict: each byte is accounted for, and what the standard reserves
 * must be zero.
 */
import type { Parsed } from '../parsed.ts'
import { codeOfFinger, fingerOfCode, type Finger } from './finger.ts'

export type MinutiaKind = 'ending' | 'bifurcation' | 'other'

export interface Minutia {
  readonly kind: MinutiaKind
  /** Pixels from the left and from the top. */
  readonly x: number
  readonly y: number
  /** 0 to 255: the circle in steps of 1.40625°, counter-clockwise from the right. */
  readonly angle: number
  /** 1 to 100; 0 when the scanner did not say. */
  readonly quality: number
}

export interface FingerView {
  readonly finger: Finger
  /** 0 to 15: several views of one finger are numbered. */
  readonly view: number
  readonly impression: ImpressionKind
  /** 0 to 100. */
  readonly quality: number
  readonly minutiae: readonly Minutia[]
}

export interface MinutiaeRecord {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Pixels per centimetre; 197 is 500 to the inch. */
  readonly resolution: { readonly x: number; readonly y: number }
  readonly views: readonly FingerView[]
}

const impressions = {
  'live-plain': 0,
  'live-rolled': 1,
  'paper-plain': 2,
  'paper-rolled': 3,
  swipe: 8,
} as const
type ImpressionKind = keyof typeof impressions

export type MinutiaeReason =
  | 'length'
  | 'format'
  | 'version'
  | 'declared-length'
  | 'image-size'
  | 'resolution'
  | 'reserved'
  | 'views'
  | 'finger'
  | 'impression'
  | 'view-number'
  | 'quality'
  | 'minutia-kind'
  | 'minutia-place'
  | 'minutia-quality'
  | 'extended-data'
  | 'trailing'

const HEADER_BYTES = 24
const VIEW_BYTES = 4
const MINUTIA_BYTES = 6
/** An honest record of ten fingers with 255 minutiae each stays far below. */
const MOST_BYTES = 65_536
const MOST_VIEWS = 20
/** From a coarse swipe sensor (250 to the inch) to 1200 to the inch. */
const RESOLUTIONS = { least: 90, most: 480 } as const
const MOST_PLACE = 0x3fff

class Refused extends Error {
  readonly reason: MinutiaeReason
  constructor(reason: MinutiaeReason) {
    super(reason)
    this.reason = reason
  }
}

const must = (holds: boolean, reason: MinutiaeReason): void => {
  if (!holds) {
    throw new Refused(reason)
  }
}

/** Never throws for what the bytes hold. */
export const parseMinutiaeRecord = (bytes: Uint8Array): Parsed<MinutiaeRecord, MinutiaeReason> => {
  try {
    return { ok: true, value: readRecord(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) }
  } catch (error) {
    if (error instanceof Refused) {
      return { ok: false, reason: error.reason }
    }
    throw error
  }
}

const readRecord = (data: DataView): MinutiaeRecord => {
  must(data.byteLength >= HEADER_BYTES && data.byteLength <= MOST_BYTES, 'length')
  must(data.getUint32(0) === 0x464d5200, 'format')
  must(data.getUint32(4) === 0x20323000, 'version')
  const declared = data.getUint32(8)
  must(declared <= data.byteLength, 'declared-length')
  must(declared === data.byteLength, 'trailing')
  // Four bits of certification, of which three are reserved, and twelve of the device's type.
  must((data.getUint16(12) & 0x7000) === 0, 'reserved')
  const [width, height] = [data.getUint16(14), data.getUint16(16)]
  must(width > 0 && height > 0 && width <= MOST_PLACE + 1 && height <= MOST_PLACE + 1, 'image-size')
  const resolution = { x: data.getUint16(18), y: data.getUint16(20) }
  must(
    [resolution.x, resolution.y].every((r) => r >= RESOLUTIONS.least && r <= RESOLUTIONS.most),
    'resolution',
  )
  const count = data.getUint8(22)
  must(count > 0 && count <= MOST_VIEWS, 'views')
  must(data.getUint8(23) === 0, 'reserved')
  const views: FingerView[] = []
  let at = HEADER_BYTES
  for (let i = 0; i < count; i++) {
    const view = readView(data, at, { width, height })
    at = skipExtendedData(data, at + VIEW_BYTES + view.minutiae.length * MINUTIA_BYTES)
    // ISO/IEC 19794-2:2005 §7.4.2.2: the views of one finger count up from 0.
    must(view.view === views.filter(({ finger }) => finger === view.finger).length, 'view-number')
    views.push(view)
  }
  must(at === data.byteLength, 'trailing')
  return { width, height, resolution, views }
}

const kinds: readonly (MinutiaKind | undefined)[] = ['other', 'ending', 'bifurcation']
const impressionOf = (code: number): ImpressionKind | undefined => {
  for (const name of Object.keys(impressions)) {
    if (isImpression(name) && impressions[name] === code) {
      return name
    }
  }
  return undefined
}
const isImpression = (name: string): name is ImpressionKind => Object.hasOwn(impressions, name)

const readView = (
  data: DataView,
  start: number,
  image: { readonly width: number; readonly height: number },
): FingerView => {
  must(start + VIEW_BYTES <= data.byteLength, 'length')
  const finger = fingerOfCode(data.getUint8(start))
  const impression = impressionOf(data.getUint8(start + 1) & 0x0f)
  const [quality, count] = [data.getUint8(start + 2), data.getUint8(start + 3)]
  if (finger === undefined) {
    throw new Refused('finger')
  }
  if (impression === undefined) {
    throw new Refused('impression')
  }
  must(quality <= 100, 'quality')
  must(start + VIEW_BYTES + count * MINUTIA_BYTES <= data.byteLength, 'length')
  const minutiae = Array.from({ length: count }, (_, i) =>
    readMinutia(data, start + VIEW_BYTES + i * MINUTIA_BYTES, image),
  )
  return { finger, view: data.getUint8(start + 1) >> 4, impression, quality, minutiae }
}

const readMinutia = (
  data: DataView,
  at: number,
  image: { readonly width: number; readonly height: number },
): Minutia => {
  const [first, second] = [data.getUint16(at), data.getUint16(at + 2)]
  const kind = kinds[first >> 14]
  if (kind === undefined) {
    throw new Refused('minutia-kind')
  }
  must(second >> 14 === 0, 'reserved')
  const [x, y] = [first & MOST_PLACE, second & MOST_PLACE]
  must(x < image.width && y < image.height, 'minutia-place')
  const quality = data.getUint8(at + 5)
  must(quality <= 100, 'minutia-quality')
  return { kind, x, y, angle: data.getUint8(at + 4), quality }
}

/**
 * Ridge counts, cores and makers' own areas are not used; only that their lengths add up is looked at.
 * Returns where the next view begins.
 */
const skipExtendedData = (data: DataView, start: number): number => {
  must(start + 2 <= data.byteLength, 'length')
  const end = start + 2 + data.getUint16(start)
  must(end <= data.byteLength, 'extended-data')
  for (let at = start + 2; at < end;) {
    must(at + 4 <= end, 'extended-data')
    const length = data.getUint16(at + 2)
    must(data.getUint16(at) !== 0 && length >= 4 && at + length <= end, 'extended-data')
    at += length
  }
  return end
}

/** Throws RangeError when the record could not be read back. Extended data is never written. */
export const writeMinutiaeRecord = (record: MinutiaeRecord): Uint8Array => {
  const size_bytes = record.views.reduce(
    (sum, view) => sum + VIEW_BYTES + view.minutiae.length * MINUTIA_BYTES + 2,
    HEADER_BYTES,
  )
  const bytes = new Uint8Array(size_bytes)
  const data = new DataView(bytes.buffer)
  data.setUint32(0, 0x464d5200)
  data.setUint32(4, 0x20323000)
  data.setUint32(8, size_bytes)
  data.setUint16(14, record.width)
  data.setUint16(16, record.height)
  data.setUint16(18, record.resolution.x)
  data.setUint16(20, record.resolution.y)
  data.setUint8(22, record.views.length)
  let at = HEADER_BYTES
  for (const view of record.views) {
    data.setUint8(at, codeOfFinger(view.finger))
    data.setUint8(at + 1, (view.view << 4) | impressions[view.impression])
    data.setUint8(at + 2, view.quality)
    data.setUint8(at + 3, view.minutiae.length)
    at += VIEW_BYTES
    for (const minutia of view.minutiae) {
      data.setUint16(at, (kinds.indexOf(minutia.kind) << 14) | minutia.x)
      data.setUint16(at + 2, minutia.y)
      data.setUint8(at + 4, minutia.angle)
      data.setUint8(at + 5, minutia.quality)
      at += MINUTIA_BYTES
    }
    at += 2
  }
  const read = parseMinutiaeRecord(bytes)
  if (!read.ok || JSON.stringify(read.value) !== JSON.stringify(normal(record))) {
    throw new RangeError(
      `a minutiae record that cannot be written: ${read.ok ? 'a value out of its range' : read.reason}`,
    )
  }
  return bytes
}

/** The same values in the reader's order of keys. */
const normal = ({ width, height, resolution, views }: MinutiaeRecord): MinutiaeRecord => ({
  width,
  height,
  resolution: { x: resolution.x, y: resolution.y },
  views: views.map(({ finger, view, impression, quality, minutiae }) => ({
    finger,
    view,
    impression,
    quality,
    minutiae: minutiae.map((m) => ({ kind: m.kind, x: m.x, y: m.y, angle: m.angle, quality: m.quality })),
  })),
})

/** The record of one finger, or null: what a scanner at a counter hands over, and what the register keeps. */
export const singleView = (
  bytes: Uint8Array,
): { readonly record: MinutiaeRecord; readonly view: FingerView } | null => {
  const read = parseMinutiaeRecord(bytes)
  const [view, ...others] = read.ok ? read.value.views : []
  return read.ok && view && others.length === 0 ? { record: read.value, view } : null
}
