// The typed caller of the API (contract/operation.ts): a deed is posted with an idempotency key that stays
// the same until an answer came,
// so that pressing again after a lost answer does nothing twice; a view is read by GET.
import type { z } from 'zod'
import type { Operation, OutputOf } from '../../contract/operation.ts'
import { language } from '../ui/language.ts'
import { networkProblem, Problem, strangeAnswer, type FieldFault } from './problem.ts'
import { believedProfile } from './profile.ts'
import { isReachable, sawAnswer, sawSilence } from './reachability.ts'

type AnyOperation = Operation
/** What a caller gives: before the boundary has parsed it. */
export type GivenTo<Op> = Op extends Operation<string, infer I, z.ZodType> ? z.input<I> : never

export type CallOptions = {
  timeout_s?: number
  /** Further tries by itself when no answer came. */
  retries?: number
  /** Another address than `/api/…`, for the sign-in page's deeds. */
  path?: string
  signal?: AbortSignal
  /**
   * The idempotency key of a deed that was written down before it is sent: sent again under the same key, it
   * is done once.
   */
  key?: string
  /**
   * Asked without saying who asks: no cookie, no profile, no key that two requests share. The browser uses
   * another connection for it.
   */
  isNameless?: true
}

type Headers = { readonly headers?: Readonly<Record<string, string>> }
export type AsksNoPresence = AnyOperation & { readonly presence?: undefined }

const pathOf = (name: string) => `/api/${name.replaceAll('.', '/')}`
const keysOfUnanswered = new Map<string, string>()
const pause = (duration_ms: number) => new Promise((resolve) => setTimeout(resolve, duration_ms))

const problemOf = (response: Response, body: unknown): Problem => {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('detail' in body)) {
    return strangeAnswer(response.status)
  }
  const told = body as {
    code: string
    detail: string
    fields?: FieldFault[]
    params?: Record<string, string | number>
  }
  const wait = Number(response.headers.get('retry-after'))
  return new Problem({
    ...told,
    status: response.status,
    retryAfter_s: Number.isFinite(wait) && wait > 0 ? wait : null,
  })
}

const send = async (
  url: string,
  init: RequestInit,
  { timeout_s = 20, signal, isNameless }: CallOptions,
): Promise<unknown> => {
  const timeout = AbortSignal.timeout(timeout_s * 1000)
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, {
      ...init,
      credentials: isNameless ? 'omit' : 'same-origin',
      cache: 'no-store',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    const text = await response.text()
    body = text === '' ? {} : parse(text)
  } catch (error) {
    if (signal?.aborted) {
      throw error
    }
    sawSilence()
    throw networkProblem(
      !isReachable() && !navigator.onLine ? 'offline' : timeout.aborted ? 'slow' : 'unreachable',
    )
  }
  sawAnswer()
  if (!response.ok) {
    throw problemOf(response, body)
  }
  if (body === undefined) {
    throw strangeAnswer(response.status)
  }
  return body
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const withRetries = async (work: () => Promise<unknown>, retries: number): Promise<unknown> => {
  for (let tried = 0; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const isWorthIt =
        error instanceof Problem && (error.code === 'network.unreachable' || error.code === 'server.busy')
      if (!isWorthIt || tried >= retries) {
        throw error
      }
      // Jitter, so that a crowd turned away together does not come back together.
      await pause(((error instanceof Problem && error.retryAfter_s) || 1) * 1000 * (1 + Math.random()))
    }
  }
}

const headers = ({ isNameless }: CallOptions) => {
  const profile = isNameless ? null : believedProfile()
  return {
    accept: 'application/json, application/problem+json',
    'accept-language': language(),
    ...(profile ? { 'sen-profile': profile } : {}),
  }
}

/**
 * `deed<typeof StartEnrolment>('enrolment.start', { … })`. Throws Problem. One that asks for presence is sent
 * by `strangersDeed` (presence.ts).
 */
export const deed = <Op extends AsksNoPresence>(
  name: Op['name'],
  input: GivenTo<Op>,
  options: CallOptions = {},
): Promise<OutputOf<Op>> => sendDeed<Op>(name, input, options)

export const sendDeed = async <Op extends AnyOperation>(
  name: Op['name'],
  input: GivenTo<Op>,
  options: CallOptions & Headers,
): Promise<OutputOf<Op>> => {
  const body = JSON.stringify(input)
  const url = options.path ?? pathOf(name)
  const press = `${url} ${body}`
  const key = options.key ?? keysOfUnanswered.get(press) ?? crypto.randomUUID()
  keysOfUnanswered.set(press, key)
  const init = {
    method: 'POST',
    headers: {
      ...headers(options),
      ...options.headers,
      'content-type': 'application/json',
      ...(options.isNameless ? {} : { 'idempotency-key': key }),
    },
    body,
  }
  try {
    const output = await withRetries(() => send(url, init, options), options.retries ?? 1)
    keysOfUnanswered.delete(press)
    return output as OutputOf<Op>
  } catch (error) {
    if (!(error instanceof Problem) || !error.isOfNetwork) {
      keysOfUnanswered.delete(press)
    }
    throw error
  }
}

/** What stands at an address that is no operation; the caller looks at what came. Throws Problem. */
export const readAt = (url: string, options: CallOptions = {}): Promise<unknown> =>
  withRetries(() => send(url, { headers: headers(options) }, options), options.retries ?? 2)

/** `view<typeof ViewInbox>('inbox.list', { cursor })`. Empty entries are left out. Throws Problem. */
export const view = async <Op extends AnyOperation>(
  name: Op['name'],
  input: GivenTo<Op>,
  options: CallOptions = {},
): Promise<OutputOf<Op>> => {
  const query = new URLSearchParams()
  for (const [field, value] of Object.entries(input ?? {})) {
    if (value !== undefined && value !== null) {
      query.set(field, String(value))
    }
  }
  const url = `${options.path ?? pathOf(name)}${query.size > 0 ? `?${query}` : ''}`
  return (await withRetries(
    () => send(url, { headers: headers(options) }, options),
    options.retries ?? 2,
  )) as OutputOf<Op>
}
