// A paper under the desk's camera, and before whoever decides second.
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { press } from './citizen-steps.ts'

export const DESK = { width: 1440, height: 900 }

/** A page of the paper that lies under the desk's camera; `isFirst`: the page itself is looked at as well. */
export const pictureOfPaper = async (page: Page, { isFirst = false } = {}): Promise<void> => {
  await press(page, /^Chụp (giấy tờ|thêm trang)$/)
  const camera = page.getByRole('dialog', { name: /^Chụp giấy tờ, trang/ })
  await camera.getByRole('button', { name: 'Chụp trang này' }).click()
  await camera.getByRole('img', { name: 'Trang vừa chụp' }).waitFor()
  await focused(camera.getByRole('heading', { name: /^Chụp giấy tờ/ }))
  if (isFirst) {
    assert.deepEqual(await faultsOf(page, 'the page just taken'), [])
    await page.setViewportSize(DESK)
  }
  await camera.getByRole('button', { name: 'Dùng trang này' }).click()
  await camera.waitFor({ state: 'hidden' })
  await told(page, /Đã có ảnh trang \d\./)
}

/** A file that no page can be read from is told before it is used; the next opening knows nothing of it. */
export const smallPictureIsRefused = async (page: Page): Promise<void> => {
  await press(page, /^Chụp (giấy tờ|thêm trang)$/)
  const camera = page.getByRole('dialog', { name: /^Chụp giấy tờ, trang/ })
  await camera.getByLabel('Nguồn ảnh').selectOption('camera')
  await told(page, /Không mở được máy ảnh nào/)
  await camera.getByLabel('Nguồn ảnh').selectOption('file')
  const url = await page.evaluate(() => {
    const sheet = document.createElement('canvas')
    sheet.width = 799
    sheet.height = 600
    return sheet.toDataURL('image/png')
  })
  const buffer = Buffer.from(url.split(',')[1] ?? '', 'base64')
  await camera.locator('input[type=file]').setInputFiles({ name: 'giay.png', mimeType: 'image/png', buffer })
  await camera.getByText(/Ảnh này nhỏ quá.*Chưa ghi trang nào/).waitFor()
  await page.keyboard.press('Escape')
  await press(page, /^Chụp (giấy tờ|thêm trang)$/)
  await camera.getByLabel('Nguồn ảnh').selectOption('world')
  assert.equal(await camera.getByText(/Ảnh này nhỏ quá/).count(), 0)
  await page.keyboard.press('Escape')
  await camera.waitFor({ state: 'hidden' })
}

/** What was pressed is gone with its page: the title of the pictures has the focus, and it is said. */
export const removePage = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Bỏ trang 1' }).press('Enter')
  await told(page, /Đã bỏ ảnh\. Còn 0 trang\./)
  await focused(page.getByRole('heading', { name: 'Ảnh giấy tờ' }))
}

/** Within some seconds: the focus follows the drawing. */
const focused = async (element: Locator): Promise<void> => {
  const page = element.page()
  const handle = await element.elementHandle()
  await page.waitForFunction((wanted) => document.activeElement === wanted, handle)
}
const told = (page: Page, words: RegExp): Promise<void> =>
  page.locator('[data-announcer]').filter({ hasText: words }).waitFor({ state: 'attached' })

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
  // A button that cannot be pressed any more does not take the keys with it.
  await open.getByRole('button', { name: 'Thu nhỏ' }).press('Enter')
  await focused(open.getByRole('group', { name: /^Trang giấy/ }))
  await page.keyboard.press('Escape')
  await open.waitFor({ state: 'hidden' })
}
