/** From a request to who asks, from where, in which language and with which session. */
import type { FastifyRequest } from 'fastify'
import { anonymous, type Actor } from '../kernel/actor.ts'
import type { AppContext } from '../kernel/app-context.ts'
import { problem } from '../kernel/problem.ts'
import { sessionNames, type SessionName } from '../kernel/session-name.ts'
import type { RequestContext } from '../kernel/use-case.ts'
import { citizenOfSession } from '../modules/access/authentication/sessions/app-session.ts'
import { screenOfSession } from '../modules/registry/organisations/desk-screen.ts'
import { recoveringOfSession } from '../modules/access/authentication/recovery/recovery-session.ts'
import { officerOfSession } from '../modules/registry/organisations/officer-session.ts'
import { facilityOfBearer, facilityOfSession } from '../modules/services/stays/facility-session.ts'

export const languageOf = (request: FastifyRequest): 'vi' | 'en' => {
  const wanted = request.headers['accept-language'] ?? ''
  return /^en\b/i.test(wanted.trim()) ? 'en' : 'vi'
}

const readCookies = (header: string | undefined): Map<string, string> => {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0) {
      cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim())
    }
  }
  return cookies
}

/**
 * Over https the browser itself guards the name (RFC 6265bis §4.1.3.2); plain http exists on loopback only.
 */
export const cookieName = (name: SessionName, isSecure: boolean): string =>
  `${isSecure ? '__Host-' : ''}sen_${name}`

/** All eight groups of an IPv6 address (RFC 4291 §2.2): `::` stands for as many zeros as are missing. */
const groupsOf = (ip: string): string[] => {
  const [head = '', tail] = ip.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  return tail === undefined
    ? left
    : [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right]
}

/** An IPv6 client can choose freely within its /64: it is one network. */
const networkOf = (ip: string): string =>
  ip.includes(':') && !ip.startsWith('::ffff:')
    ? groupsOf(ip).slice(0, 4).join(':')
    : ip.replace('::ffff:', '')

/**
 * Long enough that two strangers do not meet in one: an anonymous key is all that tells their requests apart.
 */
const KEY = /^[\x21-\x7e]{16,100}$/

const heldBy = (request: FastifyRequest): SessionName[] => {
  const cookies = readCookies(request.headers.cookie)
  return sessionNames.filter(
    (name) => cookies.has(cookieName(name, true)) || cookies.has(cookieName(name, false)),
  )
}

/** What is longer than any work of ours is none. */
const PRESENCE_MAX = 2000
const presenceOf = ({ headers }: FastifyRequest): string | undefined => {
  const given = headers['sen-presence']
  return typeof given === 'string' && given.length <= PRESENCE_MAX ? given : undefined
}

export const requestContextOf = (request: FastifyRequest): RequestContext => {
  const key = request.headers['idempotency-key']
  if (key !== undefined && (typeof key !== 'string' || !KEY.test(key))) {
    throw problem('request.malformed')
  }
  return {
    requestId: request.id,
    network: networkOf(request.ip),
    language: languageOf(request),
    device: (request.headers['user-agent'] ?? '').slice(0, 200),
    idempotencyKey: key,
    presence: presenceOf(request),
    holds: heldBy(request),
  }
}

/** A deed must come from our own pages: same-site cookies are one wall, the origin is the second. */
export const mustBeOwnOrigin = (request: FastifyRequest, publicUrl: string): void => {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (
    (origin !== undefined && origin !== publicUrl) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  ) {
    throw problem('request.wrong-origin')
  }
}

/**
 * A page says for whose profile it believes to act: when another window has opened another one, nothing is
 * done for the wrong person.
 */
const mustBeProfile = (request: FastifyRequest, actor: Actor): Actor => {
  const believed = request.headers['sen-profile']
  if (
    actor.kind === 'citizen' &&
    !actor.hasLostProfile &&
    typeof believed === 'string' &&
    believed !== (actor.by?.tieId ?? 'self')
  ) {
    throw problem('representation.other-profile-open')
  }
  return actor
}

export const actorOf = async (
  context: AppContext,
  request: FastifyRequest,
  session: SessionName | null,
): Promise<Actor> => {
  if (session === null) {
    return anonymous
  }
  const { authorization } = request.headers
  if (session === 'stay' && authorization !== undefined) {
    return (await facilityOfBearer(context.tools.read, context.tools, authorization)) ?? anonymous
  }
  const token = readCookies(request.headers.cookie).get(
    cookieName(session, context.tools.publicUrl.startsWith('https:')),
  )
  if (token === undefined || token.length > 1000) {
    return anonymous
  }
  switch (session) {
    case 'app':
      return mustBeProfile(request, (await citizenOfSession(context, token)) ?? anonymous)
    case 'counter':
      return (await officerOfSession(context.tools.read, context.tools, token)) ?? anonymous
    case 'screen':
      return (await screenOfSession(context.tools.read, context.tools, token)) ?? anonymous
    case 'stay':
      return (await facilityOfSession(context.tools.read, context.tools, token)) ?? anonymous
    case 'recovery':
      return recoveringOfSession(context.tools, token) ?? anonymous
    case 'enrol':
      return applicantOf(context, token)
  }
}

const applicantOf = (context: AppContext, token: string): Actor => {
  try {
    return {
      kind: 'applicant',
      draftId: context.tools.sealer
        .unsealWithPlatformKey('cookie.enrol', Buffer.from(token, 'base64url'))
        .toString('utf8'),
    }
  } catch {
    return anonymous
  }
}
