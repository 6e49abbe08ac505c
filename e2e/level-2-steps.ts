/** What an officer does in a level-2 case, step by step, as she sees it: by visible names only. */
import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { press } from './citizen-steps.ts'
import type { CastMember, OpenSen } from './open-sen.ts'

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** From wherever she is: the card of one of the world's people on the reader. */
export const readCard = async (page: Page, member: CastMember): Promise<void> => {
  await page
    .getByRole('link', { name: /^Đăng ký mức 2/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Hồ sơ mới' }).click()
  await page.getByRole('radio', { name: new RegExp(member.name) }).check()
  await press(page, 'Đọc thẻ')
  await page
    .getByText('Chip thật')
    .or(page.getByText('Đã đọc, chờ kiểm tra'))
    .or(page.getByText(/Thẻ khác cơ sở dữ liệu/))
    .first()
    .waitFor()
}

/**
 * As fast as a hand is, not as a machine: a step that has just opened takes no press, so that a double one
 * never goes two steps.
 */
export const goOn = async (page: Page): Promise<void> => {
  await page.waitForTimeout(500)
  await press(page, /^Tiếp tục/)
}

export const giveContact = async (page: Page, sen: OpenSen, member: CastMember): Promise<void> => {
  await page.getByLabel('Số điện thoại của chính người dân').fill(member.phone)
  await page.getByLabel(/^E-mail/).fill(member.email)
  await press(page, 'Gửi mã xác nhận')
  await page.getByLabel(/Mã 6 số/).waitFor()
  await page.getByLabel(/Mã 6 số/).fill(await sen.code(member.phone))
  await page.getByText('Liên hệ đã xác nhận').waitFor()
}

export const takePortrait = async (page: Page): Promise<void> => {
  await page.locator('.biometrics').getByRole('button', { name: 'Chụp ảnh' }).click()
  await page.getByRole('img', { name: 'Ảnh vừa chụp' }).waitFor()
}

/** Presses Enter, as officers do, until the prints are done or the case wants something else. */
export const takePrints = async (page: Page, most = 12): Promise<void> => {
  for (let pressed = 0; pressed < most; pressed++) {
    const scan = page.locator('.scanner-press')
    if (!(await scan.isVisible())) {
      return
    }
    await scan.click()
    await page.locator('.scanner-press[aria-busy=true]').waitFor({ state: 'detached' })
  }
}

/** The citizen's own window of this desk, as the officer opens it. */
export const openScreen = async (context: BrowserContext, page: Page): Promise<Page> => {
  const [screen] = await Promise.all([context.waitForEvent('page'), press(page, 'Mở màn hình người dân')])
  await page.bringToFront()
  // It can be asked from here on; before, the desk has no screen.
  await page.getByText('Màn hình người dân đang mở').waitFor()
  return screen
}

export const agreeAtScreen = async (page: Page, screen: Page): Promise<void> => {
  await press(page, 'Hỏi trên màn hình người dân')
  const question = screen.getByRole('heading', { name: /đồng ý đăng ký tài khoản định danh mức 2/ })
  await question.waitFor()
  const text = await screen.locator('body').innerText()
  assert.ok(
    !/Hàng đợi|Tra cứu|Bản nháp/.test(text),
    "the citizen's screen shows nothing of the officer's tools",
  )
  await press(screen, 'Tôi đồng ý')
  await page.getByText('Người dân đã đồng ý').first().waitFor()
}
