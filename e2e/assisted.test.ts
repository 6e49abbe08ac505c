/**
 * Help by a community helper: the citizen gives her word at her own screen for the session and for each act,
 * and both have a receipt. Under axe in both languages.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsInBothHere } from './accessibility.ts'
import { press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openScreen } from './level-2-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

interface Place {
  context: BrowserContext
  page: Page
}
let sen: OpenSen
let phone: Place
let long: Place
let screen: Page
let hanh: CastMember

before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  long = await officerAtWork(sen, 'long', 'Bàn nhà văn hoá')
  hanh = await settleHere(phone.page, sen, 'hanh')
})
after(() => sen.stop())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

const typeCode = async (): Promise<void> => {
  await heading(screen, /Nhập mã vừa gửi/).waitFor()
  await screen.getByLabel(/Mã 6 số/).fill(await sen.code(hanh.phone))
  await screen.getByRole('button', { name: 'Đồng ý', exact: true }).click()
}

test('a helper asks; the citizen types the code from her phone at her own screen, and nothing of her is shown before', async () => {
  const { page, context } = long
  await page
    .getByRole('link', { name: /^Hỗ trợ người dân/ })
    .first()
    .click()
  await page.getByText('Bạn chưa hỗ trợ ai').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'helping'), [])
  screen = await openScreen(context, page)
  await page.getByText('Màn hình người dân đang mở').waitFor()
  await page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await page.getByRole('radio', { name: /Cài đặt, ngôn ngữ/ }).check()
  await press(page, 'Hỏi người dân')
  await page.getByText('Chờ người dân nhập mã trên màn hình của mình').waitFor()
  assert.equal(await page.getByText('Nguyễn Thị Hạnh').count(), 0)
  await heading(screen, /Nhập mã vừa gửi/).waitFor()
  assert.deepEqual(await faultsInBothHere(screen, 'the code at her screen'), [])
  await typeCode()
  await page.getByText('Người dân đã đồng ý phiên này').waitFor()
})

test('each act is asked for by itself: agreed to, declined, and a change only by a code that names it', async () => {
  const { page } = long
  await page.getByRole('radio', { name: /Xem tài khoản đang ở bước nào/ }).check()
  await press(page, 'Hỏi trên màn hình của bác')
  await heading(screen, /đồng ý để người hỗ trợ/).waitFor()
  await screen.getByText(/TN-0031/).waitFor()
  assert.deepEqual(await faultsInBothHere(screen, 'an act at her screen'), [])
  await press(screen, 'Tôi đồng ý')
  await page.getByText(/Đang dùng được/).waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'a session'), [])
  await page.getByRole('radio', { name: /Đổi ngôn ngữ/ }).check()
  await page.getByRole('radio', { name: 'English' }).check()
  await press(page, 'Hỏi trên màn hình của bác')
  await screen.getByText(/tiếng Anh/).waitFor()
  await press(screen, 'Không đồng ý')
  await page.getByText('Người dân không đồng ý').first().waitFor()
  await page.getByRole('radio', { name: /Báo một thông tin bị ghi sai/ }).check()
  await page.getByLabel('Mục bị ghi sai').selectOption('religion')
  await page.getByLabel('Giá trị đúng').fill('Phật giáo')
  await press(page, 'Hỏi trên màn hình của bác')
  await screen.getByText(/Tôn giáo: Phật giáo/).waitFor()
  await typeCode()
  await page.getByText(/Đã mở hồ sơ SEN-/).waitFor()
  await sen.letters(hanh.phone, /mã báo sai lệch/)
})

test('both have a receipt: she by message, inbox and log, the helper in her list, which keeps nothing of her', async () => {
  const { page } = long
  await sen.letters(hanh.phone, /TN-0031 đã làm cùng bạn: xem tài khoản/)
  await press(page, 'Kết thúc hỗ trợ')
  await page.getByText('Phiên đã kết thúc', { exact: true }).waitFor()
  assert.equal(await page.getByText(/Đang dùng được|Phật giáo/).count(), 0)
  await page
    .getByRole('link', { name: /^Hỗ trợ người dân/ })
    .first()
    .click()
  await page.getByText(/Xem tài khoản đang ở bước nào; Báo một thông tin/).waitFor()
  await phone.page.goto('/app/inbox')
  await phone.page
    .getByText(/Biên nhận hỗ trợ SEN-/)
    .first()
    .waitFor()
  await phone.page.goto('/app/looks')
  await phone.page.getByText('Người hỗ trợ báo sai lệch dữ liệu cùng bạn').first().waitFor()
})
