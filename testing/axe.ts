/**
 * What axe-core finds on a page as it stands. It runs in the page itself: its Playwright binding loads the
 * library anew for every look, and once more in a blank page that it opens to sum up, which takes four times
 * as long.
 */
import axe, { type Result } from 'axe-core'
import type { Page } from 'playwright-core'

export const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type WithAxe = typeof globalThis & { axe?: typeof axe }

/** Of the page's own document; a frame in it is a page of its own and is looked at as such. */
export const violationsOf = async (page: Page, tags?: readonly string[]): Promise<Result[]> => {
  if (!(await page.evaluate(() => Boolean((globalThis as WithAxe).axe)))) {
    await page.evaluate(axe.source)
  }
  return page.evaluate(
    async (runOnly) => {
      const { axe: loaded } = globalThis as WithAxe
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
