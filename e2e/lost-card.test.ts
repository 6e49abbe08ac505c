/**
 * A lost card: Páo's is gone, and the register has no portrait of him. Loss and fee are noted, what differs
 * is told; a second pair of eyes decides, the old
 * card is void at once. The screens of these steps under axe in both languages.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsInBothHere } from './accessibility.ts'
import { press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { giveContact, goOn, heading, openScreen, takePortrait, takePrints } from './level-2-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let pao: CastMember
let bao: { context: BrowserContext; page: Page }
let reference = ''

before(async () => {
  sen = await openSen()
  pao = await sen.member('pao')
  bao = await officerAtWork(sen, 'bao')
})
after(() => sen.stop())

test('a loss is told with day and place', async () => {
  const { page } = bao
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Thẻ căn cước/ })
    .click()
  await page.getByRole('link', { name: 'Hồ sơ mới' }).click()
  await page.getByRole('radio', { name: new RegExp(pao.name) }).check()
  await page.getByRole('radio', { name: /Cấp lại/ }).check()
  await page.getByRole('radio', { name: 'Mất thẻ', exact: true }).check()
  await press(page, 'Mở hồ sơ')
  await page.getByText('Nhập điều người dân kể.').first().waitFor()
  await page.getByLabel('Mất ngày nào').fill('2026-11-20')
  await page.getByLabel('Mất ở đâu').fill('Chợ Mộc Châu')
  assert.deepEqual(await faultsInBothHere(page, 'a lost card'), [])
  await press(page, 'Mở hồ sơ')
  await giveContact(page, sen, pao)
})

test('the first portrait has nothing to be compared with; a difference and the fee are noted', async () => {
  const { page } = bao
  await goOn(page)
  await takePortrait(page)
  await takePrints(page)
  await page.getByText('Đã lấy đủ lần đầu').waitFor()
  await goOn(page)
  await press(page, 'Thêm điểm khác')
  await page.getByLabel('Mục').selectOption('sex')
  await page.getByLabel('Người dân nói', { exact: true }).selectOption({ label: 'Nam' })
  await page.getByLabel('Mục').selectOption('ethnicity')
  await press(page, 'Lưu thay đổi')
  await page.locator('.error-summary').getByText('Nhập điều người dân nói.').waitFor()
  await page.getByLabel('Người dân nói', { exact: true }).fill('Mường')
  await press(page, 'Lưu thay đổi')
  await page.getByText('CSDL: Mông').waitFor()
  await page.getByLabel('Số biên lai').fill('BL-2026-17')
  await press(page, 'Ghi biên lai')
  await page.getByText('Đã thu lệ phí').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'changes and fee'), [])
})

test('he reads what will happen, and agrees; the application waits for other eyes', async () => {
  const { page, context } = bao
  await goOn(page)
  const screen = await openScreen(context, page)
  await press(page, 'Hỏi trên màn hình người dân')
  await screen.getByText(/Thẻ mất ngày 20\/11\/2026 không còn giá trị/).waitFor()
  await screen.getByText(/Dân tộc: Mường/).waitFor()
  await screen.getByText(/70\.000/).waitFor()
  await press(screen, 'Tôi đồng ý')
  await page.getByText('Người dân đã đồng ý').waitFor()
  await press(page, /^Gửi hồ sơ/)
  await page.getByText('Chính bạn đã lấy hồ sơ này, nên một người khác phải duyệt.').waitFor()
  reference = /SEN(-[0-9A-Z]+){3}/.exec(await page.locator('main').innerText())?.[0] ?? ''
})

test('the shift lead finds it by its reference, looks at the evidence and confirms; the card waits for the difference to be settled', async () => {
  const { page } = await officerAtWork(sen, 'thu', 'Quầy 09')
  await page.getByRole('searchbox').fill(reference)
  await page.getByRole('searchbox').press('Enter')
  await heading(page, 'Cần bạn xem').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'to decide'), [])
  await press(page, /^Chấp nhận/)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do').fill('Đã xem giấy khai sinh và hỏi trưởng bản.')
  await dialog.getByRole('button', { name: /^Chấp nhận/ }).click()
  await page.getByText(/Chờ hồ sơ sai lệch kết thúc rồi mới in/).waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'waits for the difference'), [])
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Sai lệch dữ liệu/ })
    .click()
  await page.getByRole('link', { name: pao.name }).waitFor()
  await sen.letters(pao.phone, /báo mất/)
})
