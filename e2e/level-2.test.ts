/**
 * Level 2 at the counter, from chip to notice: everything agrees; worn fingerprints and a second pair of
 * eyes; each screen under axe in both languages.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsInBothHere } from './accessibility.ts'
import { press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import {
  agreeAtScreen,
  giveContact,
  goOn,
  heading,
  openScreen,
  readCard,
  takePortrait,
  takePrints,
} from './level-2-steps.ts'
import { openSen, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let bao: { context: BrowserContext; page: Page }
let screen: Page

before(async () => {
  sen = await openSen()
  bao = await officerAtWork(sen, 'bao')
})
after(() => sen.stop())

test('Hạnh lays her card on the reader: the chip is verified and agrees with the register, field by field', async () => {
  const { page } = bao
  await readCard(page, await sen.member('hanh'))
  await page.getByText('Chip thật').waitFor()
  await page.getByText('Đối chiếu chip với CSDL dân cư').first().waitFor()
  await page.getByText('Đã thử: không phải bản sao').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'step 1'), [])
})

test('her phone is proved by a code that she reads out', async () => {
  const { page } = bao
  await goOn(page)
  await heading(page, 'Liên hệ của người dân').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'step 2'), [])
  await giveContact(page, sen, await sen.member('hanh'))
})

test('portrait and two fingerprints match the identity database, by keyboard alone', async () => {
  const { page } = bao
  await page.keyboard.press('Enter')
  await heading(page, 'Vân tay').waitFor()
  // Two presses in one moment go one step, never two.
  assert.equal(await heading(page, 'Giấy tờ muốn tích hợp').count(), 0)
  await page.keyboard.press(' ')
  await page.getByRole('img', { name: 'Ảnh vừa chụp' }).waitFor()
  await page.getByText(/Ảnh chân dung đạt/).waitFor()
  await page.waitForTimeout(500)
  await page.keyboard.press('Enter')
  await page.getByText(/Ngón trỏ phải: khớp/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/Khuôn mặt và 2 vân tay khớp/).waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'step 3'), [])
})

test('pressing twice at once goes on by one step, and Ctrl+S puts the draft aside to be gone on with', async () => {
  const { page } = bao
  await page.getByRole('button', { name: /^Tiếp tục/ }).dblclick()
  await heading(page, 'Giấy tờ muốn tích hợp').waitFor()
  await page.getByRole('checkbox', { name: 'Giấy phép lái xe' }).check()
  await page.getByLabel('Số trên giấy phép lái xe').fill('790123456789')
  assert.deepEqual(await faultsInBothHere(page, 'step 4'), [])
  await goOn(page)
  await heading(page, 'Đồng ý và gửi').waitFor()
  await page.keyboard.press('Control+s')
  await heading(page, 'Bản nháp').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'drafts'), [])
  await page.reload()
  await page.getByRole('link', { name: 'Làm tiếp' }).click()
  await heading(page, 'Đồng ý và gửi').waitFor()
})

test("she agrees at her own screen, which knows nothing of the officer's tools", async () => {
  const { page, context } = bao
  screen = await openScreen(context, page)
  await screen.getByText(/Quầy 02/).waitFor()
  await press(page, 'Hỏi trên màn hình người dân')
  await screen.getByRole('heading', { name: /đồng ý đăng ký tài khoản định danh mức 2/ }).waitFor()
  await screen.getByText(/giấy phép lái xe \(790123456789\)/).waitFor()
  assert.deepEqual(await faultsInBothHere(screen, "the citizen's screen"), [])
  await press(screen, 'Không đồng ý')
  await page.getByText('Người dân không đồng ý').first().waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'step 5'), [])
  assert.equal(await page.getByRole('button', { name: /^Gửi hồ sơ/ }).count(), 0)
  await press(page, 'Hỏi lại')
  await press(screen, 'Tôi đồng ý')
  await page.getByText('Người dân đã đồng ý').first().waitFor()
})

test('the account is issued in the same sitting, and she is told by text message', async () => {
  const { page } = bao
  await press(page, /^Gửi hồ sơ/)
  await page.getByText('Đã cấp tài khoản mức 2').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'the result'), [])
  const hanh = await sen.member('hanh')
  await sen.letters(hanh.phone, /Tài khoản mức 2 đã được cấp/)
})

test("Mận's fingers are worn: three tries each, an exception with its reason, and the case waits for other eyes", async () => {
  const { page } = bao
  const man = await sen.member('man')
  await readCard(page, man)
  await goOn(page)
  await giveContact(page, sen, man)
  await goOn(page)
  await takePortrait(page)
  await page.getByText(/Ảnh chân dung đạt/).waitFor()
  const spent = page.getByText(/đã hết lượt lấy/).first()
  for (let pressed = 0; pressed < 5 && !(await spent.isVisible()); pressed++) {
    await takePrints(page, 1)
  }
  await spent.waitFor()
  await page.getByRole('button', { name: /^Ghi ngoại lệ vân tay/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ngón tay').selectOption('right-index')
  await dialog.getByRole('radio', { name: /Vân mòn/ }).check()
  await dialog.getByRole('button', { name: 'Ghi ngoại lệ' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await takePrints(page, 18)
  await page.getByText('Cần người duyệt thứ hai').first().waitFor()
  await goOn(page)
  await heading(page, 'Giấy tờ muốn tích hợp').waitFor()
  await goOn(page)
  await agreeAtScreen(page, screen)
  await press(page, /^Gửi hồ sơ/)
  await page.getByText('Chờ người duyệt thứ hai').waitFor()
})

test('who took the case cannot be its second pair of eyes', async () => {
  const { page } = bao
  await page.getByRole('link', { name: /^Duyệt lần hai(?! phiếu)/ }).click()
  await page.getByText('Do bạn lấy').first().waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'the second list'), [])
  await page.getByRole('link', { name: 'Lê Thị Mận' }).click()
  await page.getByText(/một người khác phải duyệt/).waitFor()
  assert.equal(await page.getByRole('button', { name: /^Chấp nhận ngoại lệ/ }).count(), 0)
})

test('Thu, the shift lead, looks at the evidence and confirms; Mận is told', async () => {
  const { page } = await officerAtWork(sen, 'thu', 'Quầy 09')
  await page.getByRole('link', { name: /Duyệt lần hai ngoại lệ/ }).click()
  await page.getByRole('link', { name: 'Lê Thị Mận' }).click()
  await page.getByText('Cần bạn xem').first().waitFor()
  await page.getByText('Không thời hạn').first().waitFor()
  assert.equal(await page.getByText(/NaN|unread/).count(), 0)
  assert.deepEqual(await faultsInBothHere(page, 'a second case'), [])
  await press(page, /^Chấp nhận ngoại lệ/)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Vì sao').fill('Đã so ảnh tại quầy với ảnh trên chip, đúng là một người.')
  await dialog.getByRole('button', { name: /^Chấp nhận ngoại lệ/ }).click()
  await page.getByText('Đã cấp tài khoản mức 2.').first().waitFor()
  const man = await sen.member('man')
  await sen.letters(man.phone, /Tài khoản mức 2 đã được cấp/)
})
