/**
 * A story's way to a Sen: from one of the run's hosts (`SEN_STORY_HOSTS`, their ports), or, when a story is
 * run by itself, in its own process.
 */
import { createConnection } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../testing/browser.ts'
import { closeAtEnd } from '../testing/must-end.ts'

export interface LeasedSen {
  readonly url: string
  readonly databaseUrl: string
  readonly browser: Browser
  stop(): Promise<void>
}

interface Offer {
  readonly url?: string
  readonly databaseUrl?: string
  readonly failed?: string
}

let opened: Promise<Browser> | undefined
/**
 * The stories of a process share a browser, each with contexts of its own. It is this process's own: through
 * a host each of its messages would be packed, sent and unpacked once more.
 */
const ownBrowser = (): Promise<Browser> => {
  if (!opened) {
    const opening = openBrowser()
    closeAtEnd(async () => (await opening).close())
    opened = opening
  }
  return opened
}

/** What a story left open goes with it. */
const closePages = async (browser: Browser): Promise<void> => {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/** Null when this host serves another story. */
const askHost = async (port: number): Promise<LeasedSen | null> => {
  const socket = createConnection({ port, host: '127.0.0.1' })
  const lines = createInterface({ input: socket })
  const line = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    lines.once('close', () => reject(new Error('the host of the stories has ended')))
    socket.once('error', reject)
  })
  if (line === 'busy') {
    socket.destroy()
    return null
  }
  const { url, databaseUrl, failed } = JSON.parse(line) as Offer
  if (!url || !databaseUrl) {
    throw new Error(failed ?? 'the host of the stories gave no address')
  }
  const browser = await ownBrowser()
  return {
    url,
    databaseUrl,
    browser,
    async stop() {
      await closePages(browser)
      socket.destroy()
    },
  }
}

const here = async (): Promise<LeasedSen> => {
  const { startStorySen } = await import('./story-sen.ts')
  const sen = await startStorySen(null)
  const browser = await ownBrowser()
  return {
    url: sen.url,
    databaseUrl: sen.databaseUrl,
    browser,
    async stop() {
      await closePages(browser)
      await sen.stop()
    },
  }
}

export const leaseSen = async (): Promise<LeasedSen> => {
  const ports = (process.env['SEN_STORY_HOSTS'] ?? '').split(',').filter(Boolean).map(Number)
  if (ports.length === 0) {
    return here()
  }
  for (;;) {
    for (const port of ports) {
      const leased = await askHost(port)
      if (leased) {
        return leased
      }
    }
    await pause(50)
  }
}
