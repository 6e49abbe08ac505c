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

const WAITED_MOST_MS = 180_000
const ANSWER_MOST_MS = 60_000
/** Says who does not answer, where the story would only be ended by the limit of all. */
const within = async <T>(answer: Promise<T>, who: string): Promise<T> => {
  const late = new AbortController()
  const isLate = pause(ANSWER_MOST_MS, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error(`${who} has not answered for ${ANSWER_MOST_MS / 1000} s`)
  })
  isLate.catch(() => undefined)
  return Promise.race([answer, isLate]).finally(() => late.abort())
}

let opened: Promise<Browser> | undefined
/**
 * The stories of a process share a browser, each with contexts of its own. It is this process's own: through
 * a host each of its messages would be packed, sent and unpacked once more.
 */
const ownBrowser = (): Promise<Browser> => {
  if (!opened) {
    const opening = openBrowser()
    closeAtEnd(async () => {
      const browser = await opening.catch(() => null)
      await (browser && within(browser.close(), 'the browser'))
    })
    opened = opening
    // One that has crashed, or never came up, is its story's failure, not that of those behind it.
    opening.then(
      (browser) => browser.once('disconnected', () => (opened = undefined)),
      () => (opened = undefined),
    )
  }
  return within(opened, 'the browser')
}

/** What a story left open goes with it. */
const closePages = async (browser: Browser): Promise<void> => {
  await within(Promise.all(browser.contexts().map((context) => context.close())), 'the browser')
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
  // Whoever does not go on gives the host back: it would serve nobody else for the rest of the run.
  const giveBack = (): void => void socket.destroy()
  try {
    const browser = await ownBrowser()
    const stop = (): Promise<void> => closePages(browser).finally(giveBack)
    return { url, databaseUrl, browser, stop }
  } catch (error) {
    giveBack()
    throw error
  }
}

const here = async (): Promise<LeasedSen> => {
  const { startStorySen } = await import('./story-sen.ts')
  const browser = await ownBrowser()
  const sen = await startStorySen(null)
  const stop = (): Promise<void> => closePages(browser).finally(() => sen.stop())
  return { url: sen.url, databaseUrl: sen.databaseUrl, browser, stop }
}

export const leaseSen = async (): Promise<LeasedSen> => {
  const ports = (process.env['SEN_STORY_HOSTS'] ?? '').split(',').filter(Boolean).map(Number)
  if (ports.length === 0) {
    return here()
  }
  const until = performance.now() + WAITED_MOST_MS
  while (performance.now() < until) {
    for (const port of ports) {
      const leased = await within(askHost(port), 'a host of the stories')
      if (leased) {
        return leased
      }
    }
    await pause(50)
  }
  throw new Error('every host of the stories was busy for three minutes: one of them does not end')
}
