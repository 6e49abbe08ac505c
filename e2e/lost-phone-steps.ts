/** What a person without her old phone does, step by step, as she sees it: by visible names only. */
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { press, typePasscode } from './citizen-steps.ts'
import type { CastMember, OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

export type Phone = { context: BrowserContext; page: Page }
export const NEW_PASSWORD = 'Sen-Hong#2027'
export const NEW_PASSCODE = '739150'
const PHONE = { width: 390, height: 844 }

/** Somebody with an active account on a phone of her own. */
export const settle = async (sen: OpenSen, id: string): Promise<{ member: CastMember; phone: Phone }> => {
  const phone = await sen.phone()
  const member = await settleHere(phone.page, sen, id)
  await phone.page.getByText(/Ký số hợp lệ/).waitFor()
  return { member, phone }
}

/** Hours on: the world's clock is moved, and a page follows it when it is opened again. */
export const openClock = (sen: OpenSen) => {
  let ahead_s = 0
  return async (hours: number): Promise<void> => {
    await sen.post('/world/clock', { ahead_s: (ahead_s += hours * 3600) })
  }
}

/** In both languages, at both widths. The page is opened anew in the other language. */
export const faultsInBoth = async (page: Page, name: string): Promise<string[]> => {
  const faults = await faultsOf(page, `${name} (vi)`)
  await page.evaluate(() => localStorage.setItem('sen.language', 'en'))
  await page.reload()
  await page.locator('h1').first().waitFor()
  faults.push(...(await faultsOf(page, `${name} (en)`)))
  await page.evaluate(() => localStorage.setItem('sen.language', 'vi'))
  await page.setViewportSize(PHONE)
  await page.reload()
  return faults
}

export const begin = async (page: Page, rung: RegExp, member: CastMember): Promise<void> => {
  await page.goto('/app/recover')
  await page.getByRole('link', { name: rung }).click()
  await page.getByLabel('Số định danh cá nhân').fill(member.personal_number)
  await page.getByLabel('Số điện thoại của tài khoản').fill(member.phone)
  await press(page, /^(Tiếp tục|Gửi mã xác nhận)$/)
}

export const chooseSecrets = async (page: Page, passcode = NEW_PASSCODE): Promise<void> => {
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(NEW_PASSWORD)
  await press(page, 'Tiếp tục')
  await typePasscode(page, 'Đặt mã PIN 6 số', passcode)
  await typePasscode(page, 'Nhập lại mã PIN', passcode)
  await page.getByText('Tài khoản đã ở trên máy này').first().waitFor()
}
