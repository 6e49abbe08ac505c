/**
 * The one place where a refusal becomes an answer: RFC 9457, in the asker's language, without anything from
 * inside.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemCatalogue, type ProblemCode } from '../../contract/problems/catalogue.ts'
import { newSecret } from '../kernel/id.ts'
import { Problem, type ProblemDetails } from '../kernel/problem.ts'
import { languageOf } from './request-context.ts'

const phraseWait = (wait_s: number, language: 'vi' | 'en'): string => {
  if (wait_s < 90) {
    return language === 'vi' ? `${wait_s} giây` : `${wait_s} seconds`
  }
  const minutes = Math.ceil(wait_s / 60)
  if (minutes < 90) {
    return language === 'vi' ? `${minutes} phút` : `${minutes} minutes`
  }
  const hours = Math.ceil(minutes / 60)
  return language === 'vi' ? `${hours} giờ` : `${hours} hours`
}

/** The sentence of a problem, its places filled. */
const sentence = (code: ProblemCode, language: 'vi' | 'en', details: ProblemDetails = {}): string =>
  problemCatalogue[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details.params?.[name]
    return name === 'wait' && typeof value === 'number' ? phraseWait(value, language) : String(value ?? '')
  })

const problemBody = (problem: Problem, language: 'vi' | 'en') => ({
  type: `urn:sen:problem:${problem.code}`,
  status: problem.status,
  code: problem.code,
  detail: sentence(problem.code, language, problem.details),
  ...(problem.details.fields ? { fields: problem.details.fields } : {}),
  ...(problem.details.params ? { params: problem.details.params } : {}),
})

interface Thrown {
  readonly code?: string
  readonly statusCode?: number
}

/** What the web framework refuses by itself, in our words. */
const fromFramework = ({ code, statusCode }: Thrown): Problem | null => {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new Problem('request.too-large', { params: { max: '5 MB' } })
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new Problem('request.wrong-type')
  }
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? new Problem('request.malformed')
    : null
}

export const renderProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const language = languageOf(request)
  const known = error instanceof Problem ? error : fromFramework(error as Thrown)
  const problem =
    known ?? new Problem('server.failed', { params: { reference: newSecret(5).toString('hex') } })
  // The cause goes to the log under the reference the person can read out; never a body, a parameter or a
  // stack to the outside.
  if (!known) {
    request.log.error(
      { reference: problem.details.params?.['reference'], error: inner(error) },
      'request failed',
    )
  }
  if (problem.details.retryAfter_s !== undefined) {
    void reply.header('retry-after', String(problem.details.retryAfter_s))
  }
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(problemBody(problem, language))
}

/** A database error can quote values; only its name, code and our own stack go to the log. */
const inner = (
  error: unknown,
): { name: string; code?: string | undefined; stack?: string | undefined; message?: string } => {
  if (!(error instanceof Error)) {
    return { name: typeof error }
  }
  const code = (error as { code?: string }).code
  return {
    name: error.name,
    code,
    stack: error.stack?.split('\n').slice(1, 8).join('\n'),
    ...(code ? {} : { message: error.message.slice(0, 300) }),
  }
}
