/**
 * The chain of face models: find the face, its landmarks, set it upright, 512 features of it, and whether it
 * lived. The models are files that the operator
 * names (SEN_FACE_MODELS): `fr_detect.onnx`, `fr_landmark.onnx`, `fr_feature.onnx`, `fr_liveness.onnx`. Runs
 * in a thread of its own (face-worker.ts).
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Onnx from 'onnxruntime-web'
import { cutTurned, cutWindow, lightnessOf, turnBetween, type Point2, type Window } from './face-crop.ts'
import type { Pixels } from './portrait-reader.ts'

export interface FaceReading {
  /** Faces found; features and liveness are the largest one's, and null without any. */
  readonly faces: number
  /** Of length 1. */
  readonly features: Float32Array | null
  /** 0 to 1. */
  readonly liveness: number | null
}
export type FaceModel = (pixels: Pixels) => Promise<FaceReading>

type Run = (input: Float32Array, dims: readonly number[]) => Promise<Onnx.InferenceSession.OnnxValueMapType>

const openSession = async (ort: typeof Onnx, file: string): Promise<Run> => {
  const session = await ort.InferenceSession.create(await readFile(file))
  const [name] = session.inputNames
  if (name === undefined) {
    throw new Error(`${file} takes no input`)
  }
  return (input, dims) => session.run({ [name]: new ort.Tensor('float32', input, dims) })
}

const floats = (tensor: Onnx.Tensor | undefined, length: number): Float32Array => {
  if (!(tensor?.data instanceof Float32Array) || tensor.data.length !== length) {
    throw new Error('a face model answers another shape than it should')
  }
  return tensor.data
}

const DETECT = { width: 320, height: 240, candidates: 4420 } as const
const LEAST_CONFIDENCE = 0.65
/** Boxes that share more than this are one face. */
const SAME_FACE = 0.4

interface Found extends Window {
  readonly confidence: number
}

const shareOf = (one: Window, two: Window): number => {
  const width = Math.min(one.left + one.width, two.left + two.width) - Math.max(one.left, two.left)
  const height = Math.min(one.top + one.height, two.top + two.height) - Math.max(one.top, two.top)
  const both = Math.max(0, width) * Math.max(0, height)
  return both / (one.width * one.height + two.width * two.height - both)
}

/** The picture is laid whole into the detector's frame, its proportions kept. */
const detect = async (run: Run, pixels: Pixels): Promise<Found[]> => {
  const scale = Math.max(pixels.width / DETECT.width, pixels.height / DETECT.height)
  const frame = { left: 0, top: 0, width: DETECT.width * scale, height: DETECT.height * scale }
  const planes = cutWindow(pixels, frame, DETECT.width, DETECT.height).map((value) => (value - 127) / 128)
  const { scores, boxes } = await run(planes, [1, 3, DETECT.height, DETECT.width])
  const [confidences, places] = [floats(scores, DETECT.candidates * 2), floats(boxes, DETECT.candidates * 4)]
  const found: Found[] = []
  for (let i = 0; i < DETECT.candidates; i++) {
    const confidence = confidences[i * 2 + 1] ?? 0
    if (confidence >= LEAST_CONFIDENCE) {
      found.push({ confidence, ...boxOf(places.subarray(i * 4, i * 4 + 4), frame) })
    }
  }
  found.sort((a, b) => b.confidence - a.confidence)
  const kept: Found[] = []
  for (const box of found) {
    if (!kept.some((other) => shareOf(box, other) > SAME_FACE)) {
      kept.push(box)
    }
  }
  return kept.sort((a, b) => b.width * b.height - a.width * a.height)
}

/** From two corners, in shares of the frame. */
const boxOf = ([left = 0, top = 0, right = 0, bottom = 0]: Float32Array, frame: Window): Window => ({
  left: left * frame.width,
  top: top * frame.height,
  width: (right - left) * frame.width,
  height: (bottom - top) * frame.height,
})

/** A square as high as the box, and `wider` times that, around its middle. */
const squareOf = (box: Window, wider: number): Window => {
  const side = box.height * wider
  return {
    left: box.left + box.width / 2 - side / 2,
    top: box.top + box.height / 2 - side / 2,
    width: side,
    height: side,
  }
}

/** Of the 68 landmarks in iBUG's order: both eyes, tip of the nose, corners of the mouth. */
const LANDMARKS: readonly (readonly number[])[] = [
  [37, 38, 40, 41],
  [43, 44, 46, 47],
  [30],
  [48, 60],
  [54, 64],
]
/**
 * Where these five lie in the picture of 112 × 112 that feature models of the ArcFace family were trained on.
 */
const UPRIGHT: readonly Point2[] = [
  { x: 38.29, y: 51.7 },
  { x: 73.53, y: 51.5 },
  { x: 56.03, y: 71.74 },
  { x: 41.55, y: 92.37 },
  { x: 70.73, y: 92.2 },
]

const landmarksOf = async (run: Run, pixels: Pixels, box: Window): Promise<Point2[]> => {
  const square = squareOf(box, 1)
  const { output } = await run(
    lightnessOf(cutWindow(pixels, square, 64, 64)).map((value) => value / 256),
    [1, 1, 64, 64],
  )
  const values = floats(output, 136)
  const mean = (which: readonly number[], axis: 0 | 1): number =>
    which.reduce((sum, i) => sum + (values[i * 2 + axis] ?? 0), 0) / which.length
  return LANDMARKS.map((which) => ({
    x: square.left + mean(which, 0) * square.width,
    y: square.top + mean(which, 1) * square.height,
  }))
}

const featuresOf = async (run: Run, pixels: Pixels, landmarks: readonly Point2[]): Promise<Float32Array> => {
  const face = cutTurned(pixels, turnBetween(UPRIGHT, landmarks), 112, 112)
  const { output } = await run(
    face.map((value) => (value - 127) / 128),
    [1, 3, 112, 112],
  )
  const values = floats(output, 512)
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}

/**
 * The first of three classes, by softmax; the second is a picture of a picture. Unlike the others this model
 * reads blue, green, red, as they come (measured).
 */
const livenessOf = async (run: Run, pixels: Pixels, box: Window): Promise<number> => {
  const wide = squareOf(box, Math.min(2.7, pixels.width / box.height, pixels.height / box.height))
  const inside = {
    ...wide,
    left: Math.max(0, Math.min(wide.left, pixels.width - wide.width)),
    top: Math.max(0, Math.min(wide.top, pixels.height - wide.height)),
  }
  const { output } = await run(blueFirst(cutWindow(pixels, inside, 128, 128)), [1, 3, 128, 128])
  const values = [...floats(output, 3)].map(Math.exp)
  return (values[0] ?? 0) / values.reduce((sum, value) => sum + value, 0)
}

const blueFirst = (planes: Float32Array): Float32Array => {
  const size = planes.length / 3
  return Float32Array.from(planes, (_, i) => planes[(2 - Math.floor(i / size)) * size + (i % size)] ?? 0)
}

/** Throws when a file is missing or is no such model. */
export const openFaceModel = async (folder: string): Promise<FaceModel> => {
  const ort = await import('onnxruntime-web')
  ort.env.wasm.numThreads = 1
  const open = (name: string): Promise<Run> => openSession(ort, join(folder, `${name}.onnx`))
  const [detector, landmarker, featurer, liver] = [
    await open('fr_detect'),
    await open('fr_landmark'),
    await open('fr_feature'),
    await open('fr_liveness'),
  ]
  return async (pixels) => {
    const found = await detect(detector, pixels)
    const [box] = found
    if (!box) {
      return { faces: 0, features: null, liveness: null }
    }
    const landmarks = await landmarksOf(landmarker, pixels, box)
    return {
      faces: found.length,
      features: await featuresOf(featurer, pixels, landmarks),
      liveness: await livenessOf(liver, pixels, box),
    }
  }
}
