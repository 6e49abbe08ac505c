/**
 * Locks at the counter: an officer locks for the holder; form TK03 from receipt to decision by two persons;
 * refusals in words.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import {
  decide,
  lockAtCounter,
  mustBeDead,
  openRequest,
  receiveTk03 as receive,
  signInAtPortal,
  unlockByTwo,
} from './lock-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { readPage } from './paper-steps.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let phone: { context: BrowserContext; page: Page }
let bao: Page
let thu: Page
let hanh: CastMember

before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  hanh = await settleHere(phone.page, sen, 'hanh')
  bao = (await officerAtWork(sen, 'bao')).page
  thu = (await officerAtWork(sen, 'thu', 'Quầy 03')).page
})
after(() => sen.stop())

const receiveTk03 = (kind: 'Khoá tài khoản' | 'Mở khoá'): Promise<string> => receive(bao, hanh, kind)
const forward = async (): Promise<void> => {
  await bao.getByRole('link', { name: 'Mở yêu cầu để chuyển' }).click()
  await press(bao, 'Chuyển để quyết định')
  await bao.getByText('Chờ quyết định').first().waitFor()
}

test('the form says what is missing, and without the script nothing is locked', async () => {
  await bao.goto('/counter/locks/lock')
  await press(bao, 'Khoá ngay')
  await bao
    .getByText(/Cần ít nhất 3 câu trả lời đúng/)
    .first()
    .waitFor()
  await bao.getByText('Ghi lý do, ít nhất 5 chữ cái.').first().waitFor()
  assert.deepEqual(await faultsOf(bao, 'the form with faults'), [])
  await bao.setViewportSize({ width: 1440, height: 900 })
})

test('an officer locks for the holder at the counter: dead in ten seconds, and unlocked by two pairs of eyes', async () => {
  const portal = await signInAtPortal(sen, phone.context, hanh)
  await lockAtCounter(bao, hanh)
  const lockedAt = Date.now()
  await mustBeDead(sen, { portal, phone: phone.page, who: hanh, lockedAt })
  await bao.goto('/counter/locks/lock')
  await unlockByTwo({ one: bao, other: thu, phone: phone.page, who: hanh })
  await phone.page.goto('/app/looks')
  await phone.page.getByText('Yêu cầu mở khoá tại quầy').first().waitFor()
})

test('what is not locked cannot be unlocked, and the refusal says what to do', async () => {
  await bao.goto('/counter/locks/unlock')
  await bao.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  for (const question of [/Thẻ căn cước xuất trình/, /Khuôn mặt khớp/, /Nói đúng ngày sinh/]) {
    await bao.getByRole('checkbox', { name: question }).check()
  }
  await bao.getByLabel('Lý do người dân nói').fill('hỏi cho chắc')
  await press(bao, 'Gửi người thứ hai')
  await bao.getByText(/Tài khoản này đang không khoá/).waitFor()
})

test("form TK03 is received by one, forwarded, decided by another; the body's lock is not undone at a counter", async () => {
  const reference = await receiveTk03('Khoá tài khoản')
  assert.deepEqual(await faultsOf(bao, 'TK03 received'), [])
  await bao.setViewportSize({ width: 1440, height: 900 })
  await forward()
  await bao.getByText(/Chính bạn đã tiếp nhận/).waitFor()
  assert.equal(
    await bao
      .locator('.console-foot')
      .getByRole('button', { name: /Chấp thuận/ })
      .count(),
    0,
  )
  await openRequest(thu, reference)
  await readPage(thu, /trang 1 của Phiếu TK03 và văn bản số 128/)
  await decide(thu, 'Chấp thuận', 'đúng thẩm quyền, đủ văn bản')
  await thu.getByText('Đã thực hiện').first().waitFor()
  await phone.page.goto('/app/')
  await phone.page.getByText('Cơ quan có thẩm quyền yêu cầu khoá').waitFor()
  await phone.page.getByText('Chỉ cơ quan đã yêu cầu mới mở được', { exact: false }).waitFor()
  await bao.goto('/counter/locks/unlock')
  await bao.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  for (const question of [/Thẻ căn cước xuất trình/, /Khuôn mặt khớp/, /Nói đúng ngày sinh/]) {
    await bao.getByRole('checkbox', { name: question }).check()
  }
  await bao.getByLabel('Lý do người dân nói').fill('người dân muốn mở')
  await press(bao, 'Gửi người thứ hai')
  await bao.getByText(/quầy không mở được/).waitFor()
})

test('the same body asks to unlock; a refusal has its reasons, and then it is granted', async () => {
  const refused = await receiveTk03('Mở khoá')
  await forward()
  await openRequest(thu, refused)
  await decide(thu, 'Từ chối', 'văn bản thiếu chữ ký')
  await thu.getByText('Đã từ chối').first().waitFor()
  await thu.getByText(/văn bản thiếu chữ ký/).waitFor()
  const reference = await receiveTk03('Mở khoá')
  await forward()
  await openRequest(thu, reference)
  await decide(thu, 'Chấp thuận', 'đã bổ sung chữ ký')
  await thu.getByText('Tài khoản dùng lại được ngay.').waitFor()
  // The body is answered in writing.
  await sen.letters('van-thu@co-quan.example.vn', /./, 2)
})
