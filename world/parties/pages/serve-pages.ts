/**
 * The pages of a party for people: the bank's for whoever opened them, the hotel's for whoever sits at the
 * desk.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fontAt } from '../../portal/fonts.ts'
import type { Matter } from '../matters.ts'
import { drawn } from '../own-clock.ts'
import type { Party } from '../party.ts'
import { openPage, receivedPage, toldPage, waitingPage } from './account-pages.ts'
import type { Language } from './claim-words.ts'
import { deskPage, noDeskPage, sheetPage } from './desk-pages.ts'
import { SCRIPT_HASH } from './frame.ts'

interface Visit {
  readonly party: Party
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly language: Language
}

const LANGUAGE_COOKIE = 'party_language'
const sessionCookie = ({ id }: Party): string => `${id}-session`

const cookieOf = (request: IncomingMessage, name: string): string | null =>
  request.headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null

const languageOf = (request: IncomingMessage, url: URL): Language => {
  const wanted =
    url.searchParams.get('lang') ??
    cookieOf(request, LANGUAGE_COOKIE) ??
    (/^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi')
  return wanted === 'en' ? 'en' : 'vi'
}

const send = ({ response, url, language }: Visit, status: number, html: string): void => {
  if (url.searchParams.has('lang')) {
    response.appendHeader(
      'set-cookie',
      `${LANGUAGE_COOKIE}=${language}; Path=/; SameSite=Lax; Max-Age=31536000`,
    )
  }
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html)
}
const json = ({ response }: Visit, status: number, body: object): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

const secure = (response: ServerResponse, sen: string): void => {
  response.setHeader(
    'content-security-policy',
    [
      "default-src 'none'",
      `script-src ${SCRIPT_HASH}`,
      "style-src 'unsafe-inline'",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      `frame-ancestors 'self' ${sen}`,
    ].join('; '),
  )
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
}

export const servePages = async (
  party: Party,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', party.settings.pages)
  const visit: Visit = { party, request, response, url, language: languageOf(request, url) }
  secure(response, party.settings.sen)
  const font = await fontAt(url.pathname)
  if (font) {
    response.setHeader('cache-control', 'public, max-age=86400')
    return void response.writeHead(200, { 'content-type': 'font/woff2' }).end(font)
  }
  const [, page = '', id = ''] = url.pathname.split('/')
  return party.about.house === 'account' ? account(visit, page, id) : desk(visit, page, id)
}

const account = (visit: Visit, page: string, id: string): void => {
  const { party, request, response } = visit
  const of = { party: party.about, language: visit.language }
  const session = cookieOf(request, sessionCookie(party))
  switch (`${request.method} ${page}`) {
    case 'GET ':
      return send(visit, 200, openPage(of))
    case 'POST open': {
      const { origin } = request.headers
      if (origin !== undefined && origin !== 'null' && origin !== party.settings.pages) {
        return void response.writeHead(403).end()
      }
      const own = session ?? drawn()
      const matter = party.matters.open({ session: own, place: null })
      response.appendHeader('set-cookie', `${sessionCookie(party)}=${own}; Path=/; HttpOnly; SameSite=Lax`)
      return void response.writeHead(303, { location: `/account/${matter.id}` }).end()
    }
    case 'GET account':
    case 'GET state': {
      const matter = party.matters.find(id)
      if (!matter) {
        return send(visit, 404, toldPage(of, 'lost'))
      }
      // What was shared is for the browser that asked for it; who only shared is told so.
      if (matter.session !== session) {
        return send(visit, 403, toldPage(of, 'other'))
      }
      return page === 'state'
        ? json(visit, 200, { version: matter.version })
        : send(visit, 200, accountPage(visit, matter))
    }
    default:
      return send(visit, 404, toldPage(of, 'lost'))
  }
}

/** Where Sen's app is asked to fetch the request of this matter. */
const linkOf = ({ clientId, settings }: Party, { id }: Matter): string => {
  const asked = new URLSearchParams({ client_id: clientId, request_uri: `${settings.door}/request/${id}` })
  return `${settings.sen}/app/share?${asked}`
}

const accountPage = ({ party, language }: Visit, matter: Matter): string => {
  const of = { party: party.about, language }
  if (matter.received) {
    return receivedPage(of, matter, matter.received)
  }
  return matter.state === 'waiting'
    ? waitingPage(of, matter, linkOf(party, matter))
    : toldPage(of, matter.state === 'refused' ? 'refused' : 'wrong')
}

const desk = (visit: Visit, page: string, place: string): void => {
  const { party, request, language } = visit
  const { settings, about, id, matters } = party
  const codeOf = (at: string): string => `${settings.sen}/app/share/at/${id}/${at}`
  const of = { party: about, language, codeOf }
  const all = matters.of(null)
  const version = all.reduce((sum, one) => sum + (one.state === 'waiting' ? 0 : one.version), 0)
  switch (`${request.method} ${page}`) {
    case 'GET ':
      return send(visit, 200, deskPage(of, all, version))
    case 'GET state':
      return json(visit, 200, { version })
    case 'GET print':
      return Object.hasOwn(about.places, place)
        ? send(visit, 200, sheetPage(of, place))
        : send(visit, 404, noDeskPage(of))
    default:
      return send(visit, 404, noDeskPage(of))
  }
}
