/** The built web apps: pages, their assets (for ever cacheable, hashed names) and the service worker. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Config } from '../start/config.ts'

export type Page = 'app' | 'counter' | 'console' | 'verify' | 'stays' | 'sign-in' | 'world'
const fileOf: Record<Page, string> = {
  app: 'app/index.html',
  counter: 'counter/index.html',
  console: 'console/index.html',
  verify: 'verify/index.html',
  stays: 'stays/index.html',
  'sign-in': 'sign-in/index.html',
  world: 'index.html',
}

type PageSettings = Pick<Config, 'operator' | 'isWorldOn' | 'webRoot'>

const held = new Map<string, string>()

/**
 * What fills the apps' simulators (web/kit/simulators.ts). It stands before the page's own script, and
 * scripts of this kind run in the order of the page; with the world off no page names it.
 */
const WORLD_SCRIPT = '<script type="module" crossorigin src="/world/simulators.js"></script>'

/**
 * Sends a page. The band of the test environment is told in the page itself, so that no request is needed for
 * it.
 */
export const openPages =
  ({ webRoot, operator, isWorldOn }: PageSettings) =>
  async (reply: FastifyReply, page: Page): Promise<FastifyReply> => {
    const key = JSON.stringify([webRoot, page, operator === null, isWorldOn])
    let html = held.get(key)
    if (html === undefined) {
      html = (await readFile(join(webRoot, fileOf[page]), 'utf8')).replace(
        '<html',
        `<html data-env="${operator === null ? 'test' : 'live'}"`,
      )
      if (isWorldOn && page !== 'world') {
        html = html.replace('<script type="module"', `${WORLD_SCRIPT}\n    <script type="module"`)
      }
      held.set(key, html)
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
  }

export const mountPages = async (app: FastifyInstance, settings: PageSettings): Promise<void> => {
  const send = openPages(settings)
  await app.register(fastifyStatic, { root: settings.webRoot, serve: false })
  app.get('/assets/*', (request, reply) =>
    reply.sendFile(new URL(request.url, 'http://x').pathname.slice(1), { maxAge: '365d', immutable: true }),
  )
  app.get('/app/sw.js', (_, reply) => reply.sendFile('app/sw.js', { cacheControl: false }))
  for (const page of ['app', 'counter', 'console', 'verify', 'stays'] as const) {
    app.get(`/${page}`, (_, reply) => reply.redirect(`/${page}/`, 308))
    // A path with a file's ending is a file of the app (icon, manifest); any other is a place inside it.
    app.get(`/${page}/*`, (request, reply) => {
      const { pathname } = new URL(request.url, 'http://x')
      return /\.[a-z0-9]{2,12}$/i.test(pathname) ? reply.sendFile(pathname.slice(1)) : send(reply, page)
    })
  }
}
