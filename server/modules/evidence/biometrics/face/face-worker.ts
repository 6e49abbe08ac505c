/**
 * The face models in a thread of their own: a comparison costs some tenths of a second, in which the server
 * goes on answering.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { openFaceModel, type FaceModel, type FaceReading } from './face-model.ts'
import type { Pixels } from './portrait-reader.ts'

export interface FaceQuestion {
  readonly id: number
  readonly pixels: Pixels
}
export interface FaceAnswer {
  readonly id: number
  readonly reading?: FaceReading
  readonly error?: string
}

let model: Promise<FaceModel> | undefined
/** One after the other: the models share one session each. */
let last: Promise<unknown> = Promise.resolve()

const answer = async ({ id, pixels }: FaceQuestion): Promise<FaceAnswer> => {
  try {
    model ??= openFaceModel(String(workerData))
    return { id, reading: await (await model)(pixels) }
  } catch (error) {
    return { id, error: String(error) }
  }
}

parentPort?.on('message', (question: FaceQuestion) => {
  last = last.then(async () => parentPort?.postMessage(await answer(question), []))
})
