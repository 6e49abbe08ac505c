/**
 * A whole Sen for a story: server, jobs and demo world in this process, the demo portal in its own, on free
 * ports and a schema of its own.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startSen, type RunningSen } from '../server/start/main.ts'
import { openBrowser } from '../testing/browser.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { attachWorld } from '../world/attach-world.ts'

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Two neighbouring free ports: Sen's and the portal's. */
const freePair = async (): Promise<number> => {
  for (let tries = 0; tries < 200; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    if ((await isFree(port)) && (await isFree(port + 1))) {
      return port
    }
  }
  throw new Error('no two free ports were found')
}

export interface CastMember {
  readonly id: string
  readonly name: string
  readonly personal_number: string
  readonly phone: string
  readonly email: string
  readonly birth_date: string
  readonly portrait_url: string
  readonly card_qr: string
}

export interface OpenSen {
  readonly url: string
  readonly portalUrl: string
  readonly browser: Browser
  /** A phone (390 × 844) of its own: nothing is shared with another. */
  phone(options?: { language?: 'vi' | 'en' }): Promise<{ context: BrowserContext; page: Page }>
  desk(): Promise<{ context: BrowserContext; page: Page }>
  member(id: string): Promise<CastMember>
  portraitOf(id: string): Promise<Buffer>
  /** The newest code sent to a phone or mailbox that was not handed out before. */
  code(to: string): Promise<string>
  messages(to: string): Promise<{ text: string; code: string | null; channel: string }[]>
  post(path: string, body: object): Promise<Record<string, unknown>>
  stop(): Promise<void>
}

export const openSen = async ({ withCamera = false } = {}): Promise<OpenSen> => {
  const database = await openTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'sen-story-'))
  await chmod(dataDir, 0o755)
  const port = await freePair()
  const url = `http://localhost:${port}`
  const sen = await startSen({
    env: { PORT: String(port), SEN_DATA: dataDir, DATABASE_URL: database.url, SEN_WORLD: 'on' },
    unsetWorld: 'off',
    parts: { edge: true, jobs: true },
    attachWorld,
    say: () => undefined,
  })
  const browser = await openBrowser({ withCamera })
  return {
    url,
    portalUrl: `http://localhost:${port + 1}`,
    browser,
    ...pagesOf(browser, url),
    ...worldOf(url),
    stop: () => stopAll(browser, sen, database, dataDir),
  }
}

const stopAll = async (
  browser: Browser,
  sen: RunningSen,
  database: TestDatabase,
  dataDir: string,
): Promise<void> => {
  await browser.close()
  await sen.stop()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}

const pagesOf = (browser: Browser, url: string) => {
  const open = async (options: Parameters<Browser['newContext']>[0], language: string) => {
    const context = await browser.newContext({
      baseURL: url,
      locale: language === 'en' ? 'en-GB' : 'vi-VN',
      ...options,
    })
    context.setDefaultTimeout(20_000)
    return { context, page: await context.newPage() }
  }
  return {
    phone: ({ language = 'vi' } = {}) =>
      open(
        { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
        language,
      ),
    desk: () => open({ viewport: { width: 1440, height: 900 } }, 'vi'),
  }
}

const worldOf = (url: string) => {
  const told = new Set<string>()
  const outbox = async (to: string) =>
    (await (await fetch(`${url}/world/outbox?to=${encodeURIComponent(to)}`)).json()) as {
      id: string
      text: string
      code: string | null
      channel: string
    }[]
  const member = async (id: string): Promise<CastMember> => {
    const cast = (await (await fetch(`${url}/world/cast`)).json()) as CastMember[]
    const found = cast.find((one) => one.id === id)
    if (!found) {
      throw new Error(`${id} is not in the cast`)
    }
    return found
  }
  return {
    member,
    messages: outbox,
    portraitOf: async (id: string) =>
      Buffer.from(await (await fetch(url + (await member(id)).portrait_url)).arrayBuffer()),
    async code(to: string): Promise<string> {
      for (let tries = 0; tries < 150; tries++) {
        const message = (await outbox(to)).find((one) => one.code !== null && !told.has(one.id))
        if (message?.code) {
          told.add(message.id)
          return message.code
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`no code came to ${to}`)
    },
    async post(path: string, body: object) {
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!answer.ok) {
        throw new Error(`${path} answered ${answer.status}`)
      }
      return (await answer.json()) as Record<string, unknown>
    },
  }
}
