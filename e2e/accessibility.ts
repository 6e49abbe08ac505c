/** What axe-core finds on a page as it stands, at 390 and 1440 px, and whether the page scrolls sideways. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { violationsOf, WCAG_22_AA } from '../testing/axe.ts'

const WIDTHS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]

/** What moves to its place is judged there: a message that still fades in has no colour of its own yet. */
const comeToRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.race([
      Promise.allSettled(ending.map((one) => one.finished)),
      new Promise((resolve) => setTimeout(resolve, 2000)),
    ])
  })

/**
 * As tall as the page itself: axe takes a row that is half below the bottom bar for a small target, though a
 * finger scrolls it up.
 */
const fit = async (page: Page, size: { width: number; height: number }): Promise<void> => {
  await page.setViewportSize(size)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 1) })
}

/**
 * A button that came alive while it was looked at is looked at again, and so is a page that grew: what is
 * wrong stays wrong.
 */
const violationsAtRest = async (
  page: Page,
  size: (typeof WIDTHS)[number],
): ReturnType<typeof violationsOf> => {
  await fit(page, size)
  await comeToRest(page)
  const violations = await violationsOf(page, WCAG_22_AA)
  if (violations.length === 0) {
    return violations
  }
  await fit(page, size)
  await comeToRest(page)
  return violationsOf(page, WCAG_22_AA)
}

export const faultsOf = async (page: Page, name: string): Promise<string[]> => {
  const faults: string[] = []
  for (const size of WIDTHS) {
    const violations = await violationsAtRest(page, size)
    faults.push(
      ...violations.map(
        (v) =>
          `${name} at ${size.width}: ${v.id}: ${v.nodes
            .slice(0, 2)
            .map((n) => n.target.join(' '))
            .join('; ')}`,
      ),
    )
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (sideways > 1) {
      faults.push(`${name} at ${size.width}: scrolls sideways by ${sideways} px`)
    }
  }
  return faults
}

const speak = async (page: Page, language: 'vi' | 'en'): Promise<void> => {
  await page
    .getByRole('button', { name: language === 'en' ? /English/ : /Tiếng Việt/ })
    .first()
    .click()
  assert.equal(await page.evaluate(() => document.documentElement.lang), language)
}

/**
 * The page as it stands, in Vietnamese and in English: the language is changed where the officer changes it,
 * so that nothing is loaded again.
 */
export const faultsInBothHere = async (page: Page, name: string): Promise<string[]> => {
  const size = page.viewportSize()
  const faults = await faultsOf(page, `${name} (vi)`)
  await speak(page, 'en')
  faults.push(...(await faultsOf(page, `${name} (en)`)))
  await speak(page, 'vi')
  if (size) {
    await page.setViewportSize(size)
  }
  return faults
}
