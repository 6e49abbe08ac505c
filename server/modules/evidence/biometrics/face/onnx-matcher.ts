/**
 * Real faces: the ONNX models that the operator names, in one thread, loaded when the first face comes. What
 * was measured, on which photographs and
 * how few they were: docs/decisions/0008-faces.md.
 */
import { Worker } from 'node:worker_threads'
import { problem } from '../../../../kernel/problem.ts'
import type { FaceMatcher, LivenessVerdict, PortraitVerdict } from '../../../../kernel/tools.ts'
import type { FaceReading } from './face-model.ts'
import type { FaceAnswer, FaceQuestion } from './face-worker.ts'
import { readPortrait } from './portrait-reader.ts'
import type { MatchThresholds } from './reference-matcher.ts'

export interface FaceModels {
  /** The folder with `fr_detect.onnx`, `fr_landmark.onnx`, `fr_feature.onnx` and `fr_liveness.onnx`. */
  readonly folder: string
  /** On the cosine of the features. */
  readonly thresholds: MatchThresholds
}

/** Of the liveness model. What lies between is for the officer, who sees the person. */
const LIVE = { least: 0.8, most: 0.05 } as const
const WAITING_AT_MAX = 64

type Read = (bytes: Uint8Array) => Promise<FaceReading | null>

const openReader = (folder: string): Read => {
  let worker: Worker | undefined
  let questions = 0
  const waiting = new Map<number, { resolve(reading: FaceReading): void; reject(error: Error): void }>()
  const end = (error: Error): void => {
    worker = undefined
    for (const { reject } of waiting.values()) {
      reject(error)
    }
    waiting.clear()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./face-worker.ts', import.meta.url), { workerData: folder })
    started.on('message', ({ id, reading, error }: FaceAnswer) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) {
        started.unref()
      }
      if (reading) {
        asked?.resolve(reading)
      } else {
        asked?.reject(new Error(`the face models in ${folder} failed: ${error ?? 'no answer'}`))
      }
    })
    started.on('error', end)
    started.on('exit', () => end(new Error('the thread of the face models ended')))
    return started
  }
  return async (bytes) => {
    const read = await readPortrait(bytes)
    if (!read.ok) {
      return null
    }
    if (waiting.size >= WAITING_AT_MAX) {
      throw problem('server.busy', { retryAfter_s: 5, params: { wait: 5 } })
    }
    worker ??= start()
    // Held while somebody waits, let go when nobody does: an idle thread must not keep the process alive.
    worker.ref()
    const question: FaceQuestion = { id: questions++, pixels: read.image.pixels }
    const answered = new Promise<FaceReading>((resolve, reject) =>
      waiting.set(question.id, { resolve, reject }),
    )
    worker.postMessage(question, [])
    return answered
  }
}

const rounded = (score: number): number => Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000

export const onnxMatcher = ({ folder, thresholds }: FaceModels): FaceMatcher => {
  const read = openReader(folder)
  return {
    name: 'onnx-face',
    async compare(reference, candidate): Promise<PortraitVerdict> {
      const [one, two] = await Promise.all([read(reference), read(candidate)])
      // Two people before the camera: nobody can say whose portrait it is.
      if (!one?.features || !two?.features || two.faces > 1) {
        return { verdict: 'unsure', score: 0 }
      }
      const { features } = two
      const score = rounded(one.features.reduce((sum, value, i) => sum + value * (features[i] ?? 0), 0))
      return {
        verdict: score >= thresholds.match ? 'match' : score < thresholds.noMatch ? 'no-match' : 'unsure',
        score,
      }
    },
    async liveness(picture): Promise<LivenessVerdict> {
      const reading = await read(picture)
      if (reading?.liveness === null || reading?.liveness === undefined || reading.faces > 1) {
        return { verdict: 'unsure', score: 0 }
      }
      const score = rounded(reading.liveness)
      return { verdict: score >= LIVE.least ? 'live' : score < LIVE.most ? 'not-live' : 'unsure', score }
    },
  }
}
