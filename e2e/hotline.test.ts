/**
 * The hotline: it learns only enough or not enough, locks, explains, and has no way to unlock. Each screen
 * under axe in both languages.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsInBothHere, faultsOf } from './accessibility.ts'
import { press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

interface Place {
  context: BrowserContext
  page: Page
}
let sen: OpenSen
let phone: Place
let lan: Place
let hanh: CastMember
let other: Place
let man: CastMember

before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  lan = await officerAtWork(sen, 'lan', 'Bàn 7')
  hanh = await settleHere(phone.page, sen, 'hanh')
})
after(() => sen.stop())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

test('the hotline hears enough or not enough, never what is right', async () => {
  const { page } = lan
  await page
    .getByRole('link', { name: /^Tổng đài/ })
    .first()
    .click()
  await page.getByText('Chưa có cuộc gọi nào').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'the hotline'), [])
  await page
    .getByRole('button', { name: /^Cuộc gọi mới/ })
    .first()
    .click()
  await heading(page, 'Người gọi là ai?').waitFor()
  await page.getByLabel(/3 số cuối của số điện thoại đã/).fill('21')
  await press(page, 'Đối chiếu')
  const summary = page.locator('.error-summary')
  await summary.waitFor()
  assert.equal(await summary.evaluate((box) => box === document.activeElement), true, 'it has the focus')
  assert.deepEqual(
    (await summary.getByRole('link').allInnerTexts()).map((line) => line.replace(/[.:].*/, '')),
    ['Số định danh cá nhân', 'Gõ ít nhất 3 câu trả lời', '“3 số cuối của số điện thoại đã đăng ký?”'],
    'down the page: the answers as a whole, then the one among them',
  )
  await summary.getByRole('link', { name: /Gõ ít nhất 3/ }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'said-answers')
  assert.deepEqual(await faultsInBothHere(page, 'what the script lacks'), [])
  await page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await page.getByLabel(/Họ và tên đầy đủ/).fill('nguyen thi hanh')
  await page.getByLabel(/Ngày tháng năm sinh/).fill('01/01/1970')
  await page.getByLabel(/3 số cuối của số điện thoại đã/).fill('000')
  await press(page, 'Đối chiếu')
  await page.getByText('Chưa đủ', { exact: true }).waitFor()
  const text = await page.locator('main').innerText()
  assert.ok(!/1991|217|Sông Lam/.test(text), 'nothing of the register stands there')
  assert.deepEqual(await faultsInBothHere(page, 'not enough'), [])
  await page.getByLabel(/Ngày tháng năm sinh/).fill('12/04/1991')
  await page.getByLabel(/3 số cuối của số điện thoại đã/).fill(hanh.phone.slice(-3))
  await press(page, 'Đối chiếu')
  await page.getByText('Người gọi đã trả lời đủ').first().waitFor()
})

test("a number that is hers or nobody's can be used; of one that is taken it learns no more, and asks for no code", async () => {
  const { page } = lan
  const check = async (number: string) => {
    await page.getByLabel('Số điện thoại người dân muốn dùng').fill(number)
    await press(page, 'Kiểm tra số')
  }
  await check('09')
  await page.locator('.error-summary').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'a number that is none'), [])
  await check(hanh.phone)
  await page.getByText('Số này dùng được').waitFor()
  other = await sen.phone()
  man = await settleHere(other.page, sen, 'man')
  await check(man.phone)
  await page.getByText('Số này đang gắn với người khác').waitFor()
  await page.getByText(/xác nhận số lần cuối vào tháng \d{2}\/\d{4}/).waitFor()
  assert.ok(!/Mận/.test(await page.locator('main').innerText()), 'never whose it is')
  assert.deepEqual(await faultsInBothHere(page, 'a number that is taken'), [])
})

test('a number that changed hands: its code is typed by whoever has it, and its holder keeps it by one press', async () => {
  const { page } = lan
  await page.getByLabel('Số điện thoại đang trong tay người dân').fill(man.phone)
  await press(page, 'Gửi mã tới số này')
  const reference = /SEN-[\w-]+/.exec(await page.getByText(/^Mã phiếu SEN-/).innerText())?.[0] ?? ''
  assert.deepEqual(await faultsInBothHere(page, 'a code to a number'), [])
  const stranger = (await sen.phone()).page
  await stranger.goto('/app/my-number')
  await stranger.getByLabel('Mã phiếu').fill(reference)
  const message = `${await sen.code(man.phone)} · 18:30, 30/11/2026`
  await stranger.getByLabel('Mã trong tin nhắn').focus()
  await stranger.keyboard.insertText(`Mã giữ số: ${message}`)
  await press(stranger, 'Xác nhận tôi đang giữ số này')
  await heading(stranger, 'Đã ghi nhận').waitFor()
  await stranger.locator('main h2:focus').waitFor()
  assert.deepEqual(await faultsOf(stranger, 'what was noted of a number'), [])
  const notice = other.page.getByText(/Số điện thoại sẽ rời tài khoản lúc/)
  for (let waited = 0; waited < 20 && !(await notice.isVisible()); waited++) {
    await press(other.page, 'Đồng bộ')
    await other.page.waitForTimeout(300)
  }
  assert.deepEqual(await faultsOf(other.page, 'a number that leaves'), [])
  await press(other.page, 'Vẫn là số của tôi')
  await notice.waitFor({ state: 'detached' })
})

test("a caller's own number is noted as given up, and the whole notice pasted on the public page keeps it", async () => {
  const { page } = lan
  await press(page, 'Ghi: số không còn của người gọi')
  await page.locator('.refusal:focus').getByText('Đã ghi', { exact: true }).waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'a number given up'), [])
  await sen.letters(hanh.phone, /keep-number/)
  const notice = (await sen.messages(hanh.phone)).find(({ text }) => /keep-number/.test(text))?.text ?? ''
  const anyone = (await sen.phone()).page
  await anyone.goto('/app/keep-number')
  await anyone.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await anyone.getByLabel('Mã trong tin báo').fill('không nhớ')
  await press(anyone, 'Giữ lại số')
  await anyone.locator('.error-summary:focus').getByText('Mã trong tin báo có 8 số').waitFor()
  await anyone.getByLabel('Mã trong tin báo').fill('')
  await anyone.keyboard.insertText(notice)
  assert.match(await anyone.getByLabel('Mã trong tin báo').inputValue(), /^\d{4} \d{4}$/)
  await press(anyone, 'Giữ lại số')
  await anyone.locator('main h2:focus').getByText('Số ở lại tài khoản của bạn').waitFor()
  assert.deepEqual(await faultsOf(anyone, 'a number that was kept'), [])
})

test('it locks and explains, and there is nothing to unlock with; her app is dead at once and she has the receipt', async () => {
  const { page } = lan
  assert.equal(await page.getByRole('button', { name: /mở khoá/i }).count(), 0)
  await press(page, 'Khoá ngay')
  await page.getByRole('dialog').getByLabel('Lý do người gọi nói').fill('Mất điện thoại trên xe buýt')
  await page.getByRole('dialog').getByRole('button', { name: 'Khoá ngay' }).click()
  await page
    .getByText(/Đã tiếp nhận và khoá/)
    .first()
    .waitFor()
  await press(page, 'Xem lý do để giải thích')
  await page.getByText('Theo yêu cầu của chủ tài khoản').waitFor()
  await page.getByLabel('Dòng người gọi đọc').selectOption('Tổng đài khoá tài khoản')
  await page.getByText(/Có người hỗ trợ hoặc tổng đài làm việc này/).waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'a call'), [])
  await sen.letters(hanh.phone, /Tổng đài, cuộc gọi SEN-.*đã khoá tài khoản/)
  const answer = await phone.page.request.get(`${sen.url}/api/account/me`)
  assert.equal(answer.status(), 401)
  await press(page, 'Kết thúc cuộc gọi')
  await page.getByText('Cuộc gọi đã kết thúc.').first().waitFor()
})
