/** One question over HTTP to a source register, with an end: a register that hangs holds nobody up. */
import type { z } from 'zod'
import {
  correctionAnswer,
  sourceAnswer,
  type Correction,
  type Question,
  type SourceAnswer,
} from './source-wire.ts'
import type { SourceRegister } from './source-register.ts'

/** Why there was no answer, for the operator's log and figures. Nothing of the person stands in it. */
export type Silence = 'hangs' | 'unreachable' | 'fault' | 'refuses-us' | 'form' | 'too-long'
export class SourceSilent extends Error {
  readonly why: Silence
  constructor(why: Silence) {
    super(`the source register gave no answer (${why})`)
    this.why = why
  }
}

/** A record with a picture in it; more is no answer of a register. */
const ANSWER_MOST_BYTES = 512 * 1024

type Line = Pick<SourceRegister, 'url' | 'timeout_ms'> & { readonly key: string }

const textOf = async ({ body }: Response): Promise<string> => {
  const parts: Uint8Array[] = []
  let length_bytes = 0
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    length_bytes += part.length
    if (length_bytes > ANSWER_MOST_BYTES) {
      throw new SourceSilent('too-long')
    }
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

const silenceOf = (error: unknown): SourceSilent => {
  if (error instanceof SourceSilent) {
    return error
  }
  return new SourceSilent(error instanceof Error && error.name === 'TimeoutError' ? 'hangs' : 'unreachable')
}

/** Throws `SourceSilent`, and nothing else. */
const exchange = async (url: string, request: RequestInit): Promise<{ status: number; text: string }> => {
  try {
    const response = await fetch(url, request)
    return { status: response.status, text: await textOf(response) }
  } catch (error) {
    throw silenceOf(error)
  }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const post = async <Schema extends z.ZodType>(
  { url, timeout_ms, key }: Line,
  path: string,
  { body, answers }: { readonly body: unknown; readonly answers: Schema },
): Promise<z.infer<Schema>> => {
  const send = () =>
    exchange(`${url.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeout_ms),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${key}`,
      },
      body: JSON.stringify(body),
    })
  // Once more over a new connection: the kept one may have been closed from their side. Either question may
  // be asked twice.
  const answer = await send().catch((silence: SourceSilent) => {
    if (silence.why !== 'unreachable') {
      throw silence
    }
    return send()
  })
  if (answer.status !== 200) {
    throw new SourceSilent(answer.status === 401 || answer.status === 403 ? 'refuses-us' : 'fault')
  }
  const read = answers.safeParse(jsonOf(answer.text))
  if (!read.success) {
    throw new SourceSilent('form')
  }
  return read.data
}

/** Throws `SourceSilent`. */
export const findRecord = (line: Line, question: Question): Promise<SourceAnswer> =>
  post(line, '/records/find', { body: question, answers: sourceAnswer })

/** Throws `SourceSilent`. */
export const askForCorrection = async (line: Line, correction: Correction): Promise<void> => {
  await post(line, '/records/correct', { body: correction, answers: correctionAnswer })
}
