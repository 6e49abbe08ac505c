/**
 * What axe-core finds on a page as it stands. It runs in the page itself: its Playwright binding loads the
 * library anew for every look, and once more in a blank page that it opens to sum up, which takes four times
 * as long.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Result } from 'axe-core'
import type { Page } from 'playwright-core'

export const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type WithAxe = typeof globalThis & { axe?: typeof axe; loadAxe?: () => void }

let loader: Promise<string> | undefined
/** Makes the library loadable; what is not called is hardly compiled. */
const readLoader = async (): Promise<string> => {
  const source = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
  return `globalThis.loadAxe = () => {${source}}`
}

const hasLoader = new WeakSet<Page>()
/**
 * The browser keeps the library for each later document of this page: to send it again costs more than a
 * look.
 */
const bringLoader = async (page: Page): Promise<void> => {
  if (!hasLoader.has(page)) {
    hasLoader.add(page)
    const script = await (loader ??= readLoader())
    await page.addInitScript(script)
    await page.evaluate(script)
  }
}

/** Of the page's own document; a frame in it is a page of its own and is looked at as such. */
export const violationsOf = async (page: Page, tags?: readonly string[]): Promise<Result[]> => {
  await bringLoader(page)
  return page.evaluate(
    async (runOnly) => {
      const world = globalThis as WithAxe
      if (!world.axe) {
        world.loadAxe?.()
      }
      const { axe: loaded } = world
      if (!loaded) {
        throw new Error('axe-core did not load')
      }
      const { violations } = await loaded.run(
        { exclude: [['iframe']] },
        { resultTypes: ['violations'], iframes: false, ...(runOnly ? { runOnly } : {}) },
      )
      return violations
    },
    tags ? { type: 'tag' as const, values: [...tags] } : null,
  )
}
