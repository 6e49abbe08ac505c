/** What the story of a family looks at on each of its screens. */
import type { Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'

export const PHONE = { width: 390, height: 844 }

/**
 * In both languages, at both widths; the language is remembered by the browser, so the page is opened anew.
 */
export const faultsOfOpen = async (
  page: Page,
  name: string,
  ready: (language: 'vi' | 'en') => Promise<void>,
  size = PHONE,
): Promise<string[]> => {
  const faults: string[] = []
  for (const language of ['vi', 'en'] as const) {
    await page.evaluate((wanted) => localStorage.setItem('sen.language', wanted), language)
    await page.reload()
    await ready(language)
    faults.push(...(await faultsOf(page, `${name} (${language})`)))
  }
  await page.evaluate(() => localStorage.setItem('sen.language', 'vi'))
  await page.setViewportSize(size)
  await page.reload()
  await ready('vi')
  return faults
}
