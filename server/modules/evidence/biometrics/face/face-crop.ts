/**
 * Cuts out of a picture what a face model wants to see: a square or a turned window, set to the model's size,
 * as planes of floats.
 */
import type { Pixels } from './portrait-reader.ts'

export interface Window {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
/** From the model's pixel to the picture's: x = a·u - b·v + x0, y = b·u + a·v + y0. */
export interface Turn {
  readonly a: number
  readonly b: number
  readonly x0: number
  readonly y0: number
}
export interface Point2 {
  readonly x: number
  readonly y: number
}

type Sample = (channel: number, x: number, y: number) => number

/** Between four pixels; what lies outside is black. */
const sampleOf = ({ data, width, height }: Pixels): Sample => {
  const at = (channel: number, x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[(y * width + x) * 3 + channel] ?? 0)
  return (channel, x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)]
    const [u, v] = [x - left, y - top]
    return (
      (at(channel, left, top) * (1 - u) + at(channel, left + 1, top) * u) * (1 - v) +
      (at(channel, left, top + 1) * (1 - u) + at(channel, left + 1, top + 1) * u) * v
    )
  }
}

const fill = (
  width: number,
  height: number,
  value: (channel: number, u: number, v: number) => number,
): Float32Array => {
  const planes = new Float32Array(3 * width * height)
  let i = 0
  for (let channel = 0; channel < 3; channel++) {
    for (let v = 0; v < height; v++) {
      for (let u = 0; u < width; u++) planes[i++] = value(channel, u, v)
    }
  }
  return planes
}

/**
 * Red, green and blue planes from 0 to 255. Shrunk by the mean of a grid of samples, so that fine stripes do
 * not turn into coarse ones.
 */
export const cutWindow = (pixels: Pixels, window: Window, width: number, height: number): Float32Array => {
  const sample = sampleOf(pixels)
  const [stepX, stepY] = [window.width / width, window.height / height]
  const grid = Math.max(1, Math.min(2, Math.round(Math.max(stepX, stepY))))
  return fill(width, height, (channel, u, v) => {
    let sum = 0
    for (let k = 0; k < grid * grid; k++) {
      sum += sample(
        channel,
        window.left + (u + ((k % grid) + 0.5) / grid) * stepX - 0.5,
        window.top + (v + (Math.floor(k / grid) + 0.5) / grid) * stepY - 0.5,
      )
    }
    return sum / (grid * grid)
  })
}

/** The turn, stretch and shift that lies best from `model` to `picture` (least squares). */
export const turnBetween = (model: readonly Point2[], picture: readonly Point2[]): Turn => {
  const mean = (points: readonly Point2[]): Point2 => ({
    x: points.reduce((sum, p) => sum + p.x, 0) / points.length,
    y: points.reduce((sum, p) => sum + p.y, 0) / points.length,
  })
  const [from, to] = [mean(model), mean(picture)]
  let [along, across, size] = [0, 0, 0]
  model.forEach((point, i) => {
    const partner = picture[i] ?? to
    const [u, v, x, y] = [point.x - from.x, point.y - from.y, partner.x - to.x, partner.y - to.y]
    along += u * x + v * y
    across += u * y - v * x
    size += u * u + v * v
  })
  const [a, b] = [along / size, across / size]
  return { a, b, x0: to.x - a * from.x + b * from.y, y0: to.y - b * from.x - a * from.y }
}

export const cutTurned = (
  pixels: Pixels,
  { a, b, x0, y0 }: Turn,
  width: number,
  height: number,
): Float32Array => {
  const sample = sampleOf(pixels)
  const scale = Math.hypot(a, b)
  const grid = Math.max(1, Math.min(2, Math.round(scale)))
  return fill(width, height, (channel, u, v) => {
    let sum = 0
    for (let k = 0; k < grid * grid; k++) {
      const [du, dv] = [u + ((k % grid) + 0.5) / grid - 0.5, v + (Math.floor(k / grid) + 0.5) / grid - 0.5]
      sum += sample(channel, a * du - b * dv + x0, b * du + a * dv + y0)
    }
    return sum / (grid * grid)
  })
}

/** Lightness (ITU-R BT.601) of red, green and blue planes. */
export const lightnessOf = (planes: Float32Array): Float32Array => {
  const size = planes.length / 3
  return Float32Array.from(
    { length: size },
    (_, i) =>
      0.299 * (planes[i] ?? 0) + 0.587 * (planes[size + i] ?? 0) + 0.114 * (planes[2 * size + i] ?? 0),
  )
}
