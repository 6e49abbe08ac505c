// A paper under the desk's camera, and before whoever decides second.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { press } from './citizen-steps.ts'

export const DESK = { width: 1440, height: 900 }

/** A page of the paper that lies under the desk's camera; `isFirst`: the page itself is looked at as well. */
export const pictureOfPaper = async (page: Page, { isFirst = false } = {}): Promise<void> => {
  await press(page, /^Chụp (giấy tờ|thêm trang)$/)
  const camera = page.getByRole('dialog', { name: /^Chụp giấy tờ, trang/ })
  await camera.getByRole('button', { name: 'Chụp trang này' }).click()
  await camera.getByRole('img', { name: 'Trang vừa chụp' }).waitFor()
  if (isFirst) {
    assert.deepEqual(await faultsOf(page, 'the page just taken'), [])
    await page.setViewportSize(DESK)
  }
  await camera.getByRole('button', { name: 'Dùng trang này' }).click()
  await camera.waitFor({ state: 'hidden' })
}

/** By its keys alone: opened, enlarged, closed. `isFirst`: what is shown is looked at as well. */
export const readPage = async (page: Page, named: RegExp, { isFirst = false } = {}): Promise<void> => {
  const picture = page.getByRole('img', { name: named })
  await picture.waitFor()
  if (isFirst) {
    assert.deepEqual(await faultsOf(page, 'a paper before other eyes'), [])
  }
  await page.getByRole('button', { name: 'Xem lớn trang 1' }).press('Enter')
  const open = page.getByRole('dialog')
  await open.getByText('Trang 1 trên 1, Cả trang').waitFor()
  if (isFirst) {
    assert.deepEqual(await faultsOf(page, 'a page of a paper, whole'), [])
    await page.setViewportSize(DESK)
  }
  await page.keyboard.press('+')
  await open.getByText('Trang 1 trên 1, rộng 100 %').waitFor()
  await page.keyboard.press('Escape')
  await open.waitFor({ state: 'hidden' })
}
