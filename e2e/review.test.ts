/**
 * A doubtful application: the officer's passkey, the queue, both sides beside each other, her decision, and
 * what the citizen sees of it.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { activateHere, press, registerByHand } from './citizen-steps.ts'
import { beginShift } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let phone: { context: BrowserContext; page: Page }
let counter: { context: BrowserContext; page: Page }
let pao: CastMember

let devtools: CDPSession
const addAuthenticator = (transport: 'internal' | 'usb') =>
  devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
let ownKey: { authenticatorId: string }

before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  counter = await sen.desk()
  devtools = await counter.context.newCDPSession(counter.page)
  await devtools.send('WebAuthn.enable')
  ownKey = await addAuthenticator('internal')
})
after(() => sen.stop())

test('an application that the machine cannot settle waits for an officer, with a date', async () => {
  pao = await registerByHand(phone.page, sen, 'pao')
  await phone.page.getByText('Cán bộ đang xem xét').first().waitFor()
  await phone.page
    .getByText(/Hạn trả kết quả/)
    .first()
    .waitFor()
})

test('an officer comes in with her one-time ticket, makes a passkey, and signs in with it', async () => {
  const { page } = counter
  const { ticket } = await sen.post('/world/enter', { officer: 'bao', lost: true })
  await page.goto(`/counter/enter#ticket=${String(ticket)}`)
  await press(page, 'Tạo khoá truy cập')
  await page.getByRole('heading', { name: 'Việc hôm nay' }).waitFor()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await press(page, 'Đăng nhập bằng khoá truy cập')
  await beginShift(page, 'Quầy 02')
  await page
    .getByText(/Quầy 02/)
    .first()
    .waitFor()
  await page
    .getByRole('link', { name: /Hàng đợi mức 1/ })
    .first()
    .click()
  await page.getByText('Giàng A Páo').first().waitFor()
})

test('a further passkey is made only after the one she has has answered', async () => {
  const { page } = counter
  await page.getByRole('link', { name: 'Thêm khoá truy cập' }).click()
  await page.getByRole('heading', { name: 'Thêm khoá truy cập' }).waitFor()
  assert.deepEqual(await faultsOf(page, 'a further passkey'), [])
  await press(page, 'Xác nhận bằng khoá đang có')
  await page.getByText('Đã xác nhận.').waitFor()
  // Her machine's own key stays out of it: the new one is on the security key that she plugs in now.
  await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { ...ownKey, enabled: false })
  await addAuthenticator('usb')
  await press(page, 'Tạo khoá truy cập')
  await page.getByText('Đã thêm khoá.').waitFor()
  await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { ...ownKey, enabled: true })
  await page
    .getByRole('link', { name: /Hàng đợi mức 1/ })
    .first()
    .click()
  await page.getByText('Giàng A Páo').first().waitFor()
})

const faultsInBoth = async (page: Page, name: string): Promise<string[]> => {
  const { pathname } = new URL(page.url())
  const faults: string[] = []
  for (const language of ['en', 'vi']) {
    await page.goto(`${pathname}?lang=${language}`)
    await page.getByText('Giàng A Páo').first().waitFor()
    faults.push(...(await faultsOf(page, `${name} (${language})`)))
  }
  return faults
}

test('she sees what was declared beside the register, and accepts', async () => {
  const { page } = counter
  assert.deepEqual(await faultsInBoth(page, 'the queue'), [])
  await page.getByText('Giàng A Páo').first().waitFor()
  await page.getByText('Giàng A Páo').first().click()
  await page.getByText('CSDL dân cư').first().waitFor()
  await page.getByText('CSDL chưa có ảnh').first().waitFor()
  assert.deepEqual(await faultsInBoth(page, 'a case'), [])
  await page.getByText('CSDL dân cư').first().waitFor()
  await page.getByRole('button', { name: /^Chấp nhận/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Chấp nhận/ })
    .click()
  await page
    .getByText(/Đã chấp nhận hồ sơ/)
    .first()
    .waitFor()
})

test('the citizen activates, and reads in her app which office looked and decided', async () => {
  const { page } = phone
  await activateHere(page, sen, pao, { leaked: 'Password1!' })
  await page.goto('/app/looks')
  await page
    .getByText(/Trung tâm thẩm định tài khoản/)
    .first()
    .waitFor()
  const text = await page.locator('body').innerText()
  assert.ok(!text.includes('Trần Quốc Bảo'), 'an officer is named by number, not by name')
})

test('a ticket opens the counter once', async () => {
  const { ticket } = await sen.post('/world/enter', { officer: 'bao', lost: true })
  const first = await sen.desk()
  const second = await sen.desk()
  const enter = (page: Page) => page.request.post(`${sen.url}/api/officer/enter`, { data: { ticket } })
  assert.equal((await enter(first.page)).status(), 200)
  assert.equal((await enter(second.page)).status(), 410)
})
