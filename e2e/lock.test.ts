/**
 * Lock from the app in two taps, open or closed; every session dead within ten seconds; unlocked by two pairs
 * of eyes.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { enterCode, givePortrait, heading, press, typePasscode } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { faultsInBoth, mustBeDead, signInAtPortal, unlockByTwo } from './lock-steps.ts'
import { begin } from './lost-phone-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let phone: { context: BrowserContext; page: Page }
let bao: Page
let thu: Page
let hanh: CastMember
let paperCode = ''

before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  hanh = await settleHere(phone.page, sen, 'hanh')
  bao = (await officerAtWork(sen, 'bao')).page
  thu = (await officerAtWork(sen, 'thu', 'Quầy 03')).page
})
after(() => sen.stop())

const unlock = () => unlockByTwo({ one: bao, other: thu, phone: phone.page, who: hanh })
const codeOnScreen = async (page: Page): Promise<string> =>
  (await page.locator('[data-lock-code]').getAttribute('data-lock-code')) ?? ''

test('at activation the lock code is shown once, and is left only when it was written down', async () => {
  const { page } = phone
  await page.goto('/app/activate/done?of=activation')
  await page.getByRole('link', { name: 'Lấy mã khoá ghi ra giấy' }).click()
  await press(page, 'Tạo mã khoá')
  await heading(page, 'Mã khoá của bạn').waitFor()
  paperCode = await codeOnScreen(page)
  assert.match(paperCode, /^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/)
  assert.deepEqual(await faultsOf(page, 'the lock code'), [])
  await page.setViewportSize({ width: 390, height: 844 })
  await press(page, 'Xong')
  await page.getByText('Ghi mã ra giấy trước').waitFor()
  await page.getByRole('checkbox', { name: /Tôi đã ghi ra giấy/ }).check()
  await press(page, 'Xong')
  await page.goto('/app/me/lock')
  await page.getByText('Tài khoản chưa từng bị khoá').waitFor()
  assert.ok(!(await page.content()).includes(paperCode), 'it is shown once')
})

test('each screen of locking is accessible, in both languages', async () => {
  const { page } = phone
  const title = (vi: string | RegExp, en: string | RegExp) => (language: 'vi' | 'en') =>
    heading(page, language === 'vi' ? vi : en)
      .first()
      .waitFor()
  const faults = [
    ...(await faultsInBoth(page, '/app/lock', title('Dừng ngay', 'Stops at once'))),
    ...(await faultsInBoth(page, '/app/lock/by-number', title(/Mất máy/, /Phone lost/))),
    ...(await faultsInBoth(page, '/app/me/lock', title('Lịch sử khoá', 'Lock history'))),
    ...(await faultsInBoth(page, '/app/me/lock-code', title(/Để khoá khi không còn máy/, /To lock without/))),
    ...(await faultsInBoth(
      page,
      '/app/activate/done?of=activation',
      title('Tài khoản đã kích hoạt', 'The account is active'),
    )),
  ]
  assert.deepEqual(faults, [])
})

test('in the app two taps lock, without a passcode: the portal is dead in ten seconds and the phone says why', async () => {
  const { page, context } = phone
  const portal = await signInAtPortal(sen, context, hanh)
  await page.goto('/app/wallet')
  await page.getByRole('link', { name: /Khoá tài khoản ngay/ }).click()
  await press(page, 'Khoá ngay')
  const lockedAt = Date.now()
  await heading(page, 'Tài khoản đang khoá').first().waitFor()
  await mustBeDead(sen, { portal, phone: page, who: hanh, lockedAt })
  const faults = await faultsInBoth(page, '/app/locked', (language) =>
    page.getByText(language === 'vi' ? 'Khoá theo yêu cầu của bạn' : 'Locked at your request').waitFor(),
  )
  assert.deepEqual(faults, [])
  assert.ok(
    (await sen.messages(hanh.phone)).some(({ text }) => text.includes('đã bị khoá')),
    'she is told by text message',
  )
  await unlock()
})

test('from the opening screen two taps lock as well: the app is closed, and no passcode is asked', async () => {
  const { page, context } = phone
  const portal = await signInAtPortal(sen, context, hanh)
  await page.goto('/app/me')
  await press(page, 'Đóng ứng dụng')
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng ứng dụng' }).click()
  await page.getByRole('group', { name: /Nhập mã PIN/ }).waitFor()
  await page.getByRole('link', { name: 'Khoá tài khoản ngay' }).click()
  await press(page, 'Khoá ngay')
  const lockedAt = Date.now()
  await heading(page, 'Tài khoản đang khoá').first().waitFor()
  await mustBeDead(sen, { portal, phone: page, who: hanh, lockedAt })
  await unlock()
})

test('every lock and unlock stands in her history, and a new lock code needs the passcode', async () => {
  const { page } = phone
  await page.goto('/app/me/lock')
  await page
    .getByText(/Bạn, trong ứng dụng/)
    .first()
    .waitFor()
  assert.equal(await page.getByText(/Mở lại \d\d:\d\d/).count(), 2)
  assert.deepEqual(await faultsOf(page, 'the lock history'), [])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/app/me/lock-code')
  await press(page, 'Tạo mã khoá')
  await typePasscode(page, 'Nhập mã PIN để tạo mã mới')
  await heading(page, 'Mã khoá của bạn').waitFor()
  assert.notEqual(await codeOnScreen(page), paperCode)
})

test('the locked phone shows that somebody is getting the account back; "not me" ends it, and two officers unlock', async () => {
  const { page } = phone
  await page.goto('/app/lock')
  await press(page, 'Khoá ngay')
  await heading(page, 'Tài khoản đang khoá').first().waitFor()
  const thief = (await sen.phone()).page
  await begin(thief, /^Ảnh chân dung/, hanh)
  await enterCode(thief, await sen.code(hanh.phone))
  await givePortrait(thief, await sen.portraitOf('hanh'))
  await heading(thief, 'Bằng chứng đã đủ').waitFor()
  const faults = await faultsInBoth(page, '/app/locked', (language) =>
    page.getByText(language === 'vi' ? 'Có người đang lấy lại' : 'Somebody is getting this').waitFor(),
  )
  assert.deepEqual(faults, [])
  const byRecovery = page.getByText('Bạn, khi lấy lại tài khoản trên máy mới')
  assert.equal(await byRecovery.count(), 1)
  await press(page, 'Không phải tôi')
  await page.getByRole('dialog').getByRole('button', { name: 'Dừng ngay' }).click()
  await page.getByText('Đã dừng. Máy kia không được gắn').waitFor()
  await byRecovery.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Không phải tôi' }).waitFor({ state: 'detached' })
  await thief.getByText(/báo không phải mình/).waitFor()
  await unlock()
})
