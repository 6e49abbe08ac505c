// What a page says of the place it is served at: the band of the test environment, and the demo world's
// script.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import Fastify from 'fastify'
import { mountPages, openPages, type Page } from './pages.ts'

const page =
  '<!doctype html>\n<html lang="vi"><head><script type="module" src="/assets/own.js"></script></head></html>'
const places = {
  app: 'app/',
  counter: 'counter/',
  console: 'console/',
  verify: 'verify/',
  stays: 'stays/',
  'sign-in': 'sign-in/',
  world: '',
} as const
const pages: readonly Page[] = ['app', 'counter', 'console', 'verify', 'stays', 'sign-in', 'world']

let root = ''
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'sen-pages-'))
  for (const name of pages) {
    await mkdir(join(root, places[name]), { recursive: true })
    await writeFile(join(root, places[name], 'index.html'), page)
  }
})
after(() => rm(root, { recursive: true, force: true }))

const openEdge = async (isWorldOn: boolean) => {
  const app = Fastify()
  const settings = { operator: isWorldOn ? null : 'An operator', isWorldOn, webRoot: root }
  await mountPages(app, settings)
  const send = openPages(settings)
  app.get('/sign-in-page', (_, reply) => send(reply, 'sign-in'))
  return app
}
const addresses = [
  '/app/',
  '/app/card',
  '/counter/',
  '/counter/level-2/new',
  '/console/',
  '/verify/',
  '/stays/',
  '/sign-in-page',
]

test('without the demo world no page names its script, or anything else of it', async () => {
  const app = await openEdge(false)
  for (const url of addresses) {
    const { body, statusCode } = await app.inject({ url })
    assert.equal(statusCode, 200, url)
    assert.match(body, /data-env="live"/, url)
    assert.doesNotMatch(body, /world/i, url)
  }
  await app.close()
})

test("with it the script stands before the page's own, so that it has run when the app starts", async () => {
  const app = await openEdge(true)
  for (const url of addresses) {
    const { body } = await app.inject({ url })
    assert.match(body, /data-env="test"/, url)
    const [first, second] = [...body.matchAll(/<script type="module"[^>]* src="([^"]+)"/g)].map(
      ([, src]) => src,
    )
    assert.deepEqual([first, second], ['/world/simulators.js', '/assets/own.js'], url)
  }
  await app.close()
})
