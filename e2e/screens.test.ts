/**
 * Every screen, at 390 and 1440 px, in Vietnamese and English: no WCAG 2.2 AA fault that axe-core can find,
 * and nothing that scrolls sideways.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { activateHere, agree, enterCode, givePortrait, press, registerByHand } from './citizen-steps.ts'
import { openSen, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let context: BrowserContext
let page: Page

before(async () => {
  sen = await openSen()
  context = (await sen.desk()).context
  page = await context.newPage()
})
after(() => sen.stop())

const faultsHere = (name: string): Promise<string[]> => faultsOf(page, name)

const look = async (path: string, language: 'vi' | 'en'): Promise<string[]> => {
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  await page.waitForTimeout(150)
  return faultsHere(`${path} (${language})`)
}

/**
 * The open step as it stands, in English and again in Vietnamese; the draft is gone on with after each
 * reload.
 */
const inBoth = async (): Promise<string[]> => {
  const { pathname } = new URL(page.url())
  return [...(await look(pathname, 'en')), ...(await look(pathname, 'vi'))]
}

const open = [
  '/',
  '/app/',
  '/app/activate',
  '/app/activate/start',
  '/app/activate/new-device',
  '/app/activate/password',
  '/app/activate/too-late',
  '/app/recover',
  '/app/recover/chip',
  '/app/recover/relative',
  '/app/recover/voucher',
  '/app/not-me',
  '/app/my-number',
  '/app/keep-number',
  '/app/about',
  '/app/help',
  '/app/services',
  '/app/scan',
  '/app/dossiers',
  '/counter/',
  '/counter/enter',
  '/console/',
  '/app/nowhere',
]

for (const language of ['vi', 'en'] as const) {
  test(`what anybody can open is accessible (${language})`, async () => {
    const faults: string[] = []
    for (const path of open) {
      faults.push(...(await look(path, language)))
    }
    assert.deepEqual(faults, [])
  })
}

test('each step of registration is accessible', async () => {
  const faults: string[] = []
  const hanh = await sen.member('hanh')
  faults.push(...(await look('/app/enrol', 'en')), ...(await look('/app/enrol', 'vi')))
  await agree(page)
  await page.getByLabel('Số định danh cá nhân').waitFor()
  faults.push(...(await inBoth()))
  await press(page, 'Tiếp tục')
  await page.getByRole('alert').first().waitFor()
  faults.push(...(await faultsHere('identity with faults')))
  await page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await page.getByLabel('Họ, chữ đệm và tên').fill(hanh.name)
  await page.getByLabel('Ngày sinh').fill('12/04/1991')
  await press(page, 'Tiếp tục')
  await page.getByLabel('Số điện thoại').waitFor()
  faults.push(...(await inBoth()))
  await page.getByLabel('Số điện thoại').fill(hanh.phone)
  await press(page, 'Gửi mã xác nhận')
  await page.getByLabel(/Mã 6 số/).waitFor()
  faults.push(...(await inBoth()))
  await enterCode(page, await sen.code(hanh.phone))
  await page.getByRole('heading', { name: 'Chụp ảnh chân dung' }).waitFor()
  faults.push(...(await inBoth()))
  await givePortrait(page, await sen.portraitOf('hanh'))
  await page.getByRole('heading', { name: 'Kiểm tra trước khi gửi' }).waitFor()
  faults.push(...(await inBoth()))
  assert.deepEqual(faults, [])
})

test('the wallet and all that is behind it is accessible, in both languages', async () => {
  await context.close()
  context = (await sen.desk()).context
  page = await context.newPage()
  const hanh = await registerByHand(page, sen, 'hanh')
  await activateHere(page, sen, hanh)
  await page.getByText(/Ký số hợp lệ/).waitFor()
  const faults: string[] = []
  for (const language of ['vi', 'en'] as const) {
    for (const path of [
      'wallet',
      'present',
      'inbox',
      'looks',
      'devices',
      'me',
      'my-data',
      'me/password',
      'me/phone',
      'me/email',
      'dossiers',
    ]) {
      faults.push(...(await look(`/app/${path}`, language)))
    }
  }
  assert.deepEqual(faults, [])
})

test('the sign-in page and the portal are accessible', async () => {
  const faults: string[] = []
  await page.goto(sen.portalUrl)
  faults.push(...(await faultsHere('portal')))
  await page
    .getByRole('link', { name: /Đăng nhập bằng Sen/ })
    .or(page.getByRole('button', { name: /Đăng nhập bằng Sen/ }))
    .first()
    .click()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  faults.push(...(await inBoth()))
  assert.deepEqual(faults, [])
})
