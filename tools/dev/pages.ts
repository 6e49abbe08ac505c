/**
 * The pages of `npm run dev`: each front's page as Vite serves it, laid where the server looks for the
 * built one, so that a page has in both cases the same address, headers and marks.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ViteDevServer } from 'vite'
import { frontsOf, projectRoot } from '../web-config.ts'

export const devRoot = join(projectRoot, 'dist', 'dev')

/**
 * A worker of an earlier `npm start` would go on answering from its store: this one takes its place and
 * leaves.
 */
const LEAVING_WORKER = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name)
  await self.registration.unregister()
  for (const client of await self.clients.matchAll()) client.navigate(client.url)
})()))
`

/** Relative addresses become those of the source, which Vite serves at its place below the project. */
const atSource = (html: string, folder: string): string =>
  html.replace(/(src|href)="(\.{1,2}\/[^"]+)"/g, (_, name: string, path: string) => {
    const { pathname } = new URL(path, `http://x/${folder}/`)
    return `${name}="${pathname}"`
  })

export const writePages = async (vite: ViteDevServer): Promise<void> => {
  await rm(devRoot, { recursive: true, force: true })
  for (const { folder, page } of frontsOf(true)) {
    const target = join(devRoot, page)
    await mkdir(dirname(target), { recursive: true })
    const source = join(projectRoot, folder)
    const html = atSource(await readFile(join(source, 'index.html'), 'utf8'), folder)
    await writeFile(target, await vite.transformIndexHtml(`/${folder}/index.html`, html))
    if (existsSync(join(source, 'public'))) {
      await cp(join(source, 'public'), dirname(target), { recursive: true })
    }
    if (existsSync(join(source, 'sw.ts'))) {
      await writeFile(join(dirname(target), 'sw.js'), LEAVING_WORKER)
    }
  }
}
