/** What a story has in its hands: a whole Sen with its world, and the browsers of people and officers. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openPool } from '../server/storage/pool.ts'
import { mustReadAsWords } from '../testing/readable-log.ts'
import { leaseSen } from './lease-sen.ts'
import { textMeansSeen } from './seen.ts'

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

export interface Browsing {
  readonly language?: 'vi' | 'en'
  /**
   * As people have it: a service worker that keeps the whole app, motion, a phone's fine screen. Each costs
   * processor time in every page of every story, a third of it all, so only stories about them have them.
   */
  readonly isWhole?: boolean
}

export interface OpenSen {
  readonly url: string
  readonly portalUrl: string
  /** For what an operator does beside it. */
  readonly databaseUrl: string
  /** A phone (390 × 844) of its own: nothing is shared with another. */
  phone(options?: Browsing): Promise<{ context: BrowserContext; page: Page }>
  desk(options?: Browsing): Promise<{ context: BrowserContext; page: Page }>
  member(id: string): Promise<CastMember>
  portraitOf(id: string): Promise<Buffer>
  /** The newest code sent to a phone or mailbox that was not handed out before. */
  code(to: string): Promise<string>
  messages(to: string): Promise<{ text: string; code: string | null; channel: string }[]>
  /**
   * The texts of the letters that say so, the newest first. A letter goes out beside the deed: waited for
   * until so many have come, or it fails.
   */
  letters(to: string, text: RegExp, count?: number): Promise<readonly string[]>
  post(path: string, body: object): Promise<Record<string, unknown>>
  /** Every line of the log so far, as its person reads it; `stop` asks it once more. */
  mustReadAsWords(): Promise<void>
  stop(): Promise<void>
}

export const openSen = async (): Promise<OpenSen> => {
  const { url, databaseUrl, browser, stop } = await leaseSen()
  const portal = new URL(url)
  portal.port = String(Number(portal.port) + 1)
  const readLog = async (): Promise<void> => {
    const pool = openPool(databaseUrl, 1)
    await mustReadAsWords(pool).finally(() => pool.end())
  }
  return {
    url,
    portalUrl: portal.origin,
    databaseUrl,
    ...pagesOf(browser, url),
    ...worldOf(url),
    mustReadAsWords: readLog,
    stop: () => readLog().finally(stop),
  }
}

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const DESK = { viewport: { width: 1440, height: 900 } }

const pagesOf = (browser: Browser, url: string) => {
  const open = async (device: typeof PHONE | typeof DESK, { language = 'vi', isWhole = false }: Browsing) => {
    const context = await browser.newContext({
      baseURL: url,
      locale: language === 'en' ? 'en-GB' : 'vi-VN',
      ...device,
      ...(isWhole
        ? { deviceScaleFactor: device === PHONE ? 2 : 1 }
        : { serviceWorkers: 'block', reducedMotion: 'reduce' }),
    })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    textMeansSeen(page)
    return { context, page }
  }
  return {
    phone: (options: Browsing = {}) => open(PHONE, options),
    desk: (options: Browsing = {}) => open(DESK, options),
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
    async letters(to: string, text: RegExp, count = 1): Promise<readonly string[]> {
      for (let tries = 0; tries < 200; tries++) {
        const texts = (await outbox(to)).map((one) => one.text).filter((one) => text.test(one))
        if (texts.length >= count) {
          return texts
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`${to} has not got ${count} letters that say ${text}`)
    },
    portraitOf: async (id: string) =>
      Buffer.from(await (await fetch(url + (await member(id)).portrait_url)).arrayBuffer()),
    async code(to: string): Promise<string> {
      for (let tries = 0; tries < 500; tries++) {
        const message = (await outbox(to)).find((one) => one.code !== null && !told.has(one.id))
        if (message?.code) {
          told.add(message.id)
          return message.code
        }
        await new Promise((resolve) => setTimeout(resolve, 30))
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
