/** The built web apps: pages, their assets (for ever cacheable, hashed names) and the service worker. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const WEB_ROOT = join(import.meta.dirname, '..', '..', 'dist', 'web')

export type Page = 'app' | 'counter' | 'console' | 'sign-in' | 'start'
const fileOf: Record<Page, string> = {
  app: 'app/index.html',
  counter: 'counter/index.html',
  console: 'console/index.html',
  'sign-in': 'sign-in/index.html',
  start: 'index.html',
}

const held = new Map<string, string>()

/**
 * Sends a page. The band of the test environment and the world's switch are told in the page itself, so that
 * no request is needed for them.
 */
export const openPages =
  (settings: { isTest: boolean; isWorldOn: boolean }) =>
  async (reply: FastifyReply, page: Page): Promise<FastifyReply> => {
    const marks = `<html data-env="${settings.isTest ? 'test' : 'live'}" data-world="${settings.isWorldOn ? 'on' : 'off'}"`
    let html = held.get(page + marks)
    if (html === undefined) {
      html = (await readFile(join(WEB_ROOT, fileOf[page]), 'utf8')).replace('<html', marks)
      held.set(page + marks, html)
    }
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
  }

export const mountPages = async (
  app: FastifyInstance,
  settings: { isTest: boolean; isWorldOn: boolean },
): Promise<void> => {
  const send = openPages(settings)
  await app.register(fastifyStatic, { root: WEB_ROOT, serve: false })
  app.get('/assets/*', (request, reply) =>
    reply.sendFile(new URL(request.url, 'http://x').pathname.slice(1), { maxAge: '365d', immutable: true }),
  )
  app.get('/app/sw.js', (_, reply) => reply.sendFile('app/sw.js', { cacheControl: false }))
  for (const page of ['app', 'counter', 'console'] as const) {
    app.get(`/${page}`, (_, reply) => reply.redirect(`/${page}/`, 308))
    // A path with a file's ending is a file of the app (icon, manifest); any other is a place inside it.
    app.get(`/${page}/*`, (request, reply) => {
      const { pathname } = new URL(request.url, 'http://x')
      return /\.[a-z0-9]{2,12}$/i.test(pathname) ? reply.sendFile(pathname.slice(1)) : send(reply, page)
    })
  }
}
