/** How long a phone six times slower than this machine takes from the last sign of a code to the verdict. */
import type { Page } from 'playwright-core'
import { goWithin } from '../e2e/citizen-steps.ts'
import { openSen, type OpenSen } from '../e2e/open-sen.ts'
import { settleHere } from '../e2e/registered.ts'
import {
  clearByEsc,
  digitsIn,
  pictureOfCode,
  scanByKeyboard,
  showPicture,
  verdictOn,
} from '../e2e/shown-steps.ts'
import { openPool } from '../server/storage/pool.ts'
import { median } from './median-part.ts'

const SLOWER = 6

/** A phone that shows a code, a new one each 40 seconds. */
const showing = async (sen: OpenSen): Promise<Page> => {
  const { page } = await sen.phone({ isWhole: true })
  const { personal_number } = await settleHere(page, sen, 'hanh')
  const pool = openPool(sen.databaseUrl, 1)
  await pool.query('update account set level = 2 where personal_number = $1', [personal_number])
  await pool.end()
  await goWithin(page, '/app/wallet')
  await goWithin(page, '/app/present')
  await page.locator('svg.code-picture').waitFor()
  return page
}

/** Both moments are read in the page: the way to it is not the phone's. */
const verdictTime = async (page: Page, code: string): Promise<number> => {
  const taken = page.evaluate(
    () =>
      new Promise<{ ms: number; verdict: string }>((resolve) => {
        let began = 0
        document.addEventListener(
          'keydown',
          (event) => event.key === 'Enter' && (began = performance.now()),
          {
            capture: true,
            once: true,
          },
        )
        const watch = new MutationObserver(() => {
          const shown = document.querySelector('[data-verdict]')
          if (shown) {
            watch.disconnect()
            resolve({ ms: performance.now() - began, verdict: shown.getAttribute('data-verdict') ?? '' })
          }
        })
        watch.observe(document.body, { childList: true, subtree: true, attributes: true })
      }),
  )
  taken.catch(() => undefined)
  await scanByKeyboard(page, code)
  const { ms, verdict } = await taken
  if (verdict !== 'valid') {
    throw new Error(`the verdict is ${verdict}`)
  }
  return ms
}

/** In milliseconds. */
export const measureVerdict = async (rounds: number) => {
  const sen = await openSen()
  try {
    const { page } = await sen.desk({ isWhole: true })
    await page.goto('/verify/')
    await page.getByText('Sẵn sàng, kể cả khi mất mạng').waitFor()
    const phone = await showing(sen)
    await page.getByRole('button', { name: 'Lấy bản mới' }).click()
    await page.getByText(/bảng thu hồi/).waitFor()
    // After the first one the field waits for a scanner.
    await showPicture(page, await pictureOfCode(phone))
    await verdictOn(page)
    await clearByEsc(page)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const times: number[] = []
    for (let i = 0; i < rounds; i++) {
      times.push(await verdictTime(page, await digitsIn(await pictureOfCode(phone))))
      await clearByEsc(page)
    }
    return {
      slower: SLOWER,
      median_ms: Math.round(median(times)),
      most_ms: Math.round(Math.max(...times)),
    }
  } finally {
    await sen.stop()
  }
}
