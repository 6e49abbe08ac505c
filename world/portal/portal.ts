/**
 * The demo portal "Cổng dịch vụ công Sông Lam": a relying party of its own, on its own origin, with its own
 * cookies.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { fontAt } from './fonts.ts'
import { endedPage, failedPage, homePage, receivedPage, SCRIPT_HASH, type Language } from './pages.ts'
import { openProviderClient, type ProviderClient } from './provider-client.ts'
import { Sessions, type Session } from './sessions.ts'
import type { Settings } from './settings.ts'

const COOKIE = 'songlam_session'
const LANGUAGE_COOKIE = 'songlam_language'
const BODY_MOST_BYTES = 16 * 1024

interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL
  readonly id: string | undefined
  readonly session: Session | undefined
  readonly language: Language
}
type Handler = (visit: Visit) => Promise<void> | void

const cookieOf = (request: IncomingMessage, name: string): string | undefined =>
  request.headers.cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)

const languageOf = (request: IncomingMessage, url: URL): Language => {
  const wanted =
    url.searchParams.get('lang') ??
    cookieOf(request, LANGUAGE_COOKIE) ??
    (/^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi')
  return wanted === 'en' ? 'en' : 'vi'
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_MOST_BYTES) {
      throw new Error('too large')
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
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
const redirect = ({ response }: Visit, to: string): void =>
  void response.writeHead(303, { location: to }).end()

const setSession = ({ response }: Visit, id: string | null, isSecure: boolean): void => {
  response.appendHeader(
    'set-cookie',
    `${COOKIE}=${id ?? ''}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}${id === null ? '; Max-Age=0' : ''}`,
  )
}

const handlers = (
  settings: Settings,
  provider: ProviderClient,
  sessions: Sessions,
): Record<string, Handler> => {
  const isSecure = settings.url.startsWith('https:')
  return {
    'GET /': (visit) => {
      const { session, language } = visit
      if (session?.signedIn) {
        return send(visit, 200, receivedPage(language, session.signedIn))
      }
      return send(visit, 200, session?.hasEnded ? endedPage(language) : homePage(language))
    },
    async 'GET /login'(visit) {
      const { url, begun } = await provider.begin(visit.language)
      const { id, session } = sessions.open(visit.id)
      session.begun = begun
      setSession(visit, id, isSecure)
      redirect(visit, url)
    },
    async 'GET /callback'(visit) {
      const begun = visit.session?.begun
      if (!begun) {
        return redirect(visit, '/')
      }
      if (visit.session) {
        visit.session.begun = null
      }
      const signedIn = await provider
        .finish(new URL(visit.url.search, `${settings.url}/callback`), begun)
        .catch(() => null)
      if (!signedIn) {
        return send(
          visit,
          400,
          failedPage(visit.language, visit.url.searchParams.get('error') === 'access_denied'),
        )
      }
      const { id, session } = sessions.open(visit.id)
      session.signedIn = signedIn
      setSession(visit, id, isSecure)
      redirect(visit, '/')
    },
    async 'POST /logout'(visit) {
      const { origin } = visit.request.headers
      if (origin !== undefined && origin !== settings.url) {
        return void visit.response.writeHead(403).end()
      }
      const signedIn = visit.session?.signedIn
      sessions.drop(visit.id)
      setSession(visit, null, isSecure)
      redirect(visit, signedIn ? await provider.leaveUrl(signedIn) : '/')
    },
    async 'POST /backchannel-logout'({ request, response }) {
      const token = new URLSearchParams(await bodyOf(request)).get('logout_token') ?? ''
      const named = await provider.readLogoutToken(token).catch(() => null)
      if (!named) {
        return void response
          .writeHead(400, { 'content-type': 'application/json' })
          .end('{"error":"invalid_request"}')
      }
      sessions.end(named)
      response.writeHead(200).end()
    },
    'GET /session': ({ session, response }) => {
      const state = session?.signedIn ? 'signed-in' : session?.hasEnded ? 'ended' : 'none'
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ state }))
    },
    'GET /healthz': ({ response }) =>
      void response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'),
  }
}

const sendFont = async ({ url, response }: Visit): Promise<boolean> => {
  const font = await fontAt(url.pathname)
  if (font) {
    response.setHeader('cache-control', 'public, max-age=86400')
    response.writeHead(200, { 'content-type': 'font/woff2' }).end(font)
  }
  return font !== null
}

const secure = (response: ServerResponse, settings: Settings): void => {
  // Signing out goes through a form and then to the provider and back. The demo world may show this page in a
  // frame of its start page.
  const provider = new URL(settings.issuer).origin
  response.setHeader(
    'content-security-policy',
    [
      "default-src 'none'",
      `script-src ${SCRIPT_HASH}`,
      "style-src 'unsafe-inline'",
      "font-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      `form-action 'self' ${provider}`,
      `frame-ancestors 'self' ${provider}`,
    ].join('; '),
  )
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
}

export const openPortal = async (settings: Settings): Promise<Server> => {
  const sessions = new Sessions()
  const byRoute = handlers(settings, openProviderClient(settings), sessions)
  const server = createServer((request, response) => void serve(request, response))
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', settings.url)
    const id = cookieOf(request, COOKIE)
    const visit: Visit = {
      request,
      response,
      url,
      id,
      session: sessions.find(id),
      language: languageOf(request, url),
    }
    secure(response, settings)
    try {
      const handler = byRoute[`${request.method} ${url.pathname}`]
      if (handler) {
        await handler(visit)
      } else if (!(await sendFont(visit))) {
        send(visit, 404, failedPage(visit.language, false))
      }
    } catch {
      if (!response.headersSent) {
        send(visit, 502, failedPage(visit.language, false))
      } else {
        response.end()
      }
    }
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, resolve)
  })
  return server
}
