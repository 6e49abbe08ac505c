// What the server gives everybody of its log: the newest checkpoints, the keys, and proofs between two
// checkpoints. Nothing of it is believed here; `seen-log.ts` and `check-line.ts` look at it.
import { readAt } from '../call.ts'
import { Problem, strangeAnswer } from '../problem.ts'

export type PublicLog = {
  readonly key: string
  readonly witnesses: readonly string[]
  readonly newest: string | null
  readonly cosigned: string | null
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isNote = (value: unknown): value is string | null => value === null || typeof value === 'string'
const partsOf = (answer: unknown): Record<string, unknown> =>
  typeof answer === 'object' && answer !== null ? { ...answer } : {}

/** Throws Problem. */
export const readPublicLog = async (): Promise<PublicLog> => {
  const { key, witnesses, newest, cosigned } = partsOf(await readAt('/audit/log'))
  if (typeof key !== 'string' || !isTexts(witnesses) || !isNote(newest) || !isNote(cosigned)) {
    throw strangeAnswer(200)
  }
  return { key, witnesses, newest, cosigned }
}

/**
 * The hashes from one checkpoint to a later one; null where the log says that it has no such checkpoint,
 * which an honest one cannot say of what it has signed. Throws Problem.
 */
export const readGrowth = async (from: number, to: number): Promise<readonly string[] | null> => {
  if (from === to || from === 0) {
    return []
  }
  try {
    const { hashes } = partsOf(await readAt(`/audit/consistency/${from}/${to}`))
    return isTexts(hashes) ? hashes : null
  } catch (error) {
    if (error instanceof Problem && error.status === 404) {
      return null
    }
    throw error
  }
}
