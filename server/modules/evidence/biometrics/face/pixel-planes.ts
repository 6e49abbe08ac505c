/**
 * Arithmetic on pixels that quality and match share: shrinking by boxes, luma, and CIE Lab, where distances
 * are near to what an eye sees.
 */
import type { Pixels } from './portrait-reader.ts'

export interface Planes {
  readonly width: number
  readonly height: number
  /** Three values a cell, row by row. */
  readonly values: Float32Array
}

/** Averages squares of `box` pixels; sizes must divide. Every portrait comes through here, pixel by pixel. */
export const shrink = ({ data, width, height }: Pixels, box: number): Planes => {
  const w = width / box
  const h = height / box
  const values = new Float32Array(w * h * 3)
  for (let y = 0; y < height; y += 1) {
    let from = y * width * 3
    const row = Math.floor(y / box) * w * 3
    for (let to = row; to < row + w * 3; to += 3) {
      let red = values[to] ?? 0
      let green = values[to + 1] ?? 0
      let blue = values[to + 2] ?? 0
      for (const end = from + box * 3; from < end; from += 3) {
        red += data[from] ?? 0
        green += data[from + 1] ?? 0
        blue += data[from + 2] ?? 0
      }
      values[to] = red
      values[to + 1] = green
      values[to + 2] = blue
    }
  }
  const share = 1 / (box * box)
  for (let at = 0; at < values.length; at += 1) {
    values[at] = (values[at] ?? 0) * share
  }
  return { width: w, height: h, values }
}

/** Luma of BT.601, 0 to 255. */
export const lumaOf = ({ width, height, values }: Planes): Float32Array => {
  const luma = new Float32Array(width * height)
  for (let i = 0; i < luma.length; i += 1) {
    luma[i] =
      0.299 * (values[i * 3] ?? 0) + 0.587 * (values[i * 3 + 1] ?? 0) + 0.114 * (values[i * 3 + 2] ?? 0)
  }
  return luma
}

const linear = Float64Array.from({ length: 1024 }, (_, i) => {
  const v = i / 1023
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
})
const toLinear = (v: number): number => linear[Math.max(0, Math.min(1023, Math.round(v * (1023 / 255))))] ?? 0
const bend = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116)

/** sRGB to CIE Lab, D65. */
export const toLab = ({ width, height, values }: Planes): Planes => {
  const lab = new Float32Array(values.length)
  for (let i = 0; i < values.length; i += 3) {
    const r = toLinear(values[i] ?? 0)
    const g = toLinear(values[i + 1] ?? 0)
    const b = toLinear(values[i + 2] ?? 0)
    const x = bend((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    const y = bend(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
    const z = bend((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
    lab[i] = 116 * y - 16
    lab[i + 1] = 500 * (x - y)
    lab[i + 2] = 200 * (y - z)
  }
  return { width, height, values: lab }
}

/** The cells that hang together with one of the seeds by steps to the four sides. */
export const flood = (mask: Uint8Array, width: number, seeds: readonly number[]): Uint8Array => {
  const reached = new Uint8Array(mask.length)
  const open = seeds.filter((i) => mask[i] === 1)
  for (const i of open) {
    reached[i] = 1
  }
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    const x = i % width
    for (const next of [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width]) {
      if (next < 0 || next >= mask.length || mask[next] !== 1 || reached[next] === 1) {
        continue
      }
      reached[next] = 1
      open.push(next)
    }
  }
  return reached
}
