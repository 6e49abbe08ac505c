/** One question over HTTP to a source register, with an end: a register that hangs holds nobody up. */
import { z } from 'zod'
import { boundedText } from '../../../kernel/bounded-text.ts'
import { judgmentsAnswer, type JudgmentQuestion, type JudgmentsAnswer } from './judgment-wire.ts'
import {
  correctionAnswer,
  sourceAnswer,
  type Correction,
  type Question,
  type SourceAnswer,
} from './source-wire.ts'
import type { SourceRegister } from './source-register.ts'

/**
 * Why there was no answer, for the operator's log and figures. Nothing of the person stands in it. `record`:
 * the register answers, and only of this one question nothing that can be read.
 */
export type Silence = 'hangs' | 'unreachable' | 'fault' | 'refuses-us' | 'form' | 'too-long' | 'record'
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
    const text = await boundedText(response, ANSWER_MOST_BYTES)
    if (text === null) {
      throw new SourceSilent('too-long')
    }
    return { status: response.status, text }
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
    throw new SourceSilent(WHY_BY_STATUS[answer.status] ?? 'fault')
  }
  const json = jsonOf(answer.text)
  const read = answers.safeParse(json)
  if (!read.success) {
    throw new SourceSilent(foundSomething.safeParse(json).success ? 'record' : 'form')
  }
  return read.data
}

const WHY_BY_STATUS: Readonly<Record<number, Silence>> = {
  400: 'record',
  401: 'refuses-us',
  403: 'refuses-us',
  422: 'record',
}
const foundSomething = z.object({ answer: z.literal('found') })

/** Throws `SourceSilent`. */
export const findRecord = (line: Line, question: Question): Promise<SourceAnswer> =>
  post(line, '/records/find', { body: question, answers: sourceAnswer })

/** Throws `SourceSilent`. */
export const askForCorrection = async (line: Line, correction: Correction): Promise<void> => {
  await post(line, '/records/correct', { body: correction, answers: correctionAnswer })
}

/** Throws `SourceSilent`. */
export const findJudgments = (line: Line, question: JudgmentQuestion): Promise<JudgmentsAnswer> =>
  post(line, '/judgments/find', { body: question, answers: judgmentsAnswer })
