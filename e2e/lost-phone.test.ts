/** The lost-phone ladder, each rung to its end: a new phone without the old one, the waiting moved by the world's clock, the old phone dead, and "this was not me". */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { activateHere, enterCode, heading, PASSWORD, press, registerByHand, typePasscode } from './citizen-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

type Phone = { context: BrowserContext; page: Page }
const NEW_PASSWORD = 'Sen-Hong#2027'
const NEW_PASSCODE = '739150'
const HOUR_S = 3600

let sen: OpenSen
let hanh: CastMember
let first: Phone
let second: Phone

const settle = async (id: string): Promise<{ member: CastMember; phone: Phone }> => {
  const phone = await sen.phone()
  const member = await registerByHand(phone.page, sen, id)
  await activateHere(phone.page, sen, member)
  await phone.page.getByText(/Ký số hợp lệ/).waitFor()
  return { member, phone }
}

before(async () => {
  sen = await openSen()
  ;({ member: hanh, phone: first } = await settle('hanh'))
})
after(() => sen.stop())

const PHONE = { width: 390, height: 844 }
/** In both languages, at both widths. The language is changed as the person changes it, so the page is opened anew. */
const faultsInBoth = async (page: Page, name: string): Promise<string[]> => {
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

const begin = async (page: Page, rung: RegExp, member: CastMember): Promise<void> => {
  await page.goto('/app/recover')
  await page.getByRole('link', { name: rung }).click()
  await page.getByLabel('Số định danh cá nhân').fill(member.personal_number)
  await page.getByLabel('Số điện thoại của tài khoản').fill(member.phone)
  await press(page, /^(Tiếp tục|Gửi mã xác nhận)$/)
}

const chooseSecrets = async (page: Page, passcode = NEW_PASSCODE): Promise<void> => {
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(NEW_PASSWORD)
  await press(page, 'Tiếp tục')
  await typePasscode(page, 'Đặt mã PIN 6 số', passcode)
  await typePasscode(page, 'Nhập lại mã PIN', passcode)
  await page.getByText('Tài khoản đã ở trên máy này').first().waitFor()
}

test('by the card\'s chip and a code: a few minutes, and the phone is hers', async () => {
  second = await sen.phone()
  const { page } = second
  await page.goto('/app/recover')
  await page.getByText('Bạn đang dùng máy mới. Không cần máy cũ.').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the ladder'), [])
  await begin(page, /Thẻ căn cước gắn chip/, hanh)
  await heading(page, 'Đặt thẻ căn cước lên máy đọc').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the chip'), [])
  await page.getByLabel('Thẻ của ai nằm trên máy đọc?').selectOption({ label: (await sen.member('man')).name })
  await press(page, 'Đọc thẻ')
  await page.getByText(/không mang số định danh bạn đã nhập/).waitFor()
  await page.getByLabel('Thẻ của ai nằm trên máy đọc?').selectOption({ label: hanh.name })
  await press(page, 'Đọc thẻ')
  await enterCode(page, await sen.code(hanh.phone))
  await page.getByLabel('Mật khẩu mới', { exact: true }).waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the new password'), [])
  await chooseSecrets(page)
  await page.getByRole('link', { name: 'Vào ví' }).click()
  await page.getByText(/Ký số hợp lệ/).waitFor()
})

test('her old phone is dead: its session has ended and its key and passcode open nothing', async () => {
  const { page } = first
  await page.goto('/app/devices')
  await typePasscode(page, /Nhập mã PIN/)
  await page.getByText(/Thiết bị này (không còn|chưa)|không còn gắn/).first().waitFor()
})
