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

/** Averages squares of `box` pixels; sizes must divide. */
export const shrink = ({ data, width, height }: Pixels, box: number): Planes => {
  const w = width / box
  const h = height / box
  const values = new Float32Array(w * h * 3)
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / box) * w
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 3
      const to = (row + Math.floor(x / box)) * 3
      for (let c = 0; c < 3; c += 1) {
        values[to + c] = (values[to + c] ?? 0) + (data[from + c] ?? 0)
      }
    }
  }
  const share = 1 / (box * box)
  return { width: w, height: h, values: values.map((v) => v * share) }
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
