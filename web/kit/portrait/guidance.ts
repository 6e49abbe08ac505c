// Live guidance beside the camera, from a small picture of what it sees: light, sharpness, and whether
// something of the colour of skin stands
// in the middle (Chai and Ngan 1999). Guidance only: the server decides, and the shutter is never locked.
import { windowOf } from './picture.ts'

export type Guidance =
  | 'good'
  | 'dark'
  | 'bright'
  | 'blurred'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'away'
  | 'closer'
  | 'none'

const width = 72
const height = 96
const darkest = 60
const brightest = 235
const leastSharpness = 18

type Seen = { brightness: number; sharpness: number; skin: number; x: number; y: number }

const look = ({ data }: ImageData): Seen => {
  const luma = new Float32Array(width * height)
  let light = 0
  let lit = 0
  let skin = 0
  let sumX = 0
  let sumY = 0
  for (let i = 0; i < luma.length; i++) {
    const r = data[i * 4] ?? 0
    const g = data[i * 4 + 1] ?? 0
    const b = data[i * 4 + 2] ?? 0
    const y = 0.299 * r + 0.587 * g + 0.114 * b
    luma[i] = y
    const column = i % width
    const row = Math.floor(i / width)
    if (column > width * 0.24 && column < width * 0.76 && row > height * 0.15 && row < height * 0.75) {
      light += y
      lit++
    }
    const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b
    const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b
    if (y > 30 && cb > 72 && cb < 127 && cr > 133 && cr < 184) {
      skin++
      sumX += column
      sumY += row
    }
  }
  return {
    brightness: light / Math.max(1, lit),
    sharpness: sharpnessOf(luma),
    skin: skin / luma.length,
    x: skin ? sumX / skin / width : 0.5,
    y: skin ? sumY / skin / height : 0.5,
  }
}

/** Variance of the Laplacian over the middle. */
const sharpnessOf = (luma: Float32Array): number => {
  let sum = 0
  let squares = 0
  let count = 0
  for (let row = 12; row < height * 0.75; row++) {
    for (let column = 12; column < width - 12; column++) {
      const i = row * width + column
      const v =
        (luma[i - 1] ?? 0) +
        (luma[i + 1] ?? 0) +
        (luma[i - width] ?? 0) +
        (luma[i + width] ?? 0) -
        4 * (luma[i] ?? 0)
      sum += v
      squares += v * v
      count++
    }
  }
  return squares / count - (sum / count) ** 2
}

const judge = ({ brightness, sharpness, skin, x, y }: Seen): Guidance => {
  if (brightness < darkest) {
    return 'dark'
  }
  if (brightness > brightest) {
    return 'bright'
  }
  if (skin < 0.03) {
    return 'none'
  }
  // The picture on screen is a mirror: who stands too far left in it moves to the right.
  if (x < 0.36) {
    return 'left'
  }
  if (x > 0.64) {
    return 'right'
  }
  if (y < 0.28) {
    return 'down'
  }
  if (y > 0.68) {
    return 'up'
  }
  if (skin < 0.08) {
    return 'closer'
  }
  if (skin > 0.6) {
    return 'away'
  }
  return sharpness < leastSharpness ? 'blurred' : 'good'
}

/** Reads one frame; null while the camera has none. */
export const guide = (video: HTMLVideoElement, canvas: HTMLCanvasElement): Guidance | null => {
  if (video.readyState < 2 || video.videoWidth === 0) {
    return null
  }
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) {
    return null
  }
  const cut = windowOf(video.videoWidth, video.videoHeight)
  context.drawImage(video, cut.x, cut.y, cut.width, cut.height, 0, 0, width, height)
  return judge(look(context.getImageData(0, 0, width, height)))
}
