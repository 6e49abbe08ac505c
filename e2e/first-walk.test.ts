/**
 * The first walk through the whole system: a citizen registers, activates, carries her card, signs in at a
 * portal, and signs out everywhere.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import type { Json } from '../formats/jws/strict-json.ts'
import { judgeOwnData } from '../formats/own-data/own-data-file.ts'
import {
  activateHere,
  enterCode,
  heading,
  PASSCODE,
  PASSWORD,
  press,
  registerByHand,
  typePasscode,
} from './citizen-steps.ts'
import { faultsOf } from './accessibility.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let phone: { context: BrowserContext; page: Page }
let hanh: CastMember

before(async () => {
  sen = await openSen()
  phone = await sen.phone({ isWhole: true })
})
after(() => sen.stop())

test('a citizen registers by typing her number and is accepted at once, and hears it by text message and e-mail', async () => {
  hanh = await registerByHand(phone.page, sen, 'hanh')
  await phone.page.getByText('Đã được chấp nhận').first().waitFor()
  await sen.letters(hanh.phone, /Tài khoản định danh đã được cấp/)
  await sen.letters(hanh.email, /./)
})

test('she activates on her device and sees her identity card, live and signed', async () => {
  await activateHere(phone.page, sen, hanh)
  const { page } = phone
  await page.getByText('Nguyễn Thị Hạnh').first().waitFor()
  await page.getByText(/Ký số hợp lệ/).waitFor()
  const text = await page.locator('main, body').first().innerText()
  assert.ok(!text.includes(hanh.personal_number), 'the number is masked until she holds it')
})

test('who looked at her data is told, with the check of her application', async () => {
  const { page } = phone
  await page.goto('/app/looks')
  await page.getByText('Đối chiếu đơn đăng ký với cơ sở dữ liệu').first().waitFor()
})

test('after a day without network the card still opens with her passcode', async () => {
  const { page, context } = phone
  await page.goto('/app/wallet')
  await page.getByText(/Ký số hợp lệ/).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await context.setOffline(true)
  await page.reload()
  await typePasscode(page, /Nhập mã PIN/)
  await page.getByText('Nguyễn Thị Hạnh').first().waitFor()
  await page
    .getByText(/Không có mạng/)
    .first()
    .waitFor()
  await context.setOffline(false)
})

test('closed, the app keeps nothing of her on a shared machine but what her passcode opens', async () => {
  const { page } = phone
  await page.goto('/app/me')
  const reference = 'SEN-7K2M-9QXA-C'
  await page.evaluate((looked) => {
    sessionStorage.setItem('sen.of-person.card-reference', looked)
    localStorage.setItem('sen.card-reference', looked)
  }, reference)
  await press(page, 'Đóng ứng dụng')
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng ứng dụng' }).click()
  await page.getByRole('group', { name: /Nhập mã PIN/ }).waitFor()
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  assert.ok(!kept.includes(reference) && !kept.includes(hanh.name), kept)
  await page.goto('/app/dossiers')
  assert.equal(await page.getByLabel('Mã hồ sơ').inputValue(), '')
  await page.goto('/app/wallet')
  await typePasscode(page, /Nhập mã PIN/)
  await page.getByText(/Ký số hợp lệ/).waitFor()
})

const signInAtPortal = async (page: Page): Promise<void> => {
  await page.goto(sen.portalUrl)
  await page
    .getByRole('link', { name: /Đăng nhập bằng Sen/ })
    .or(page.getByRole('button', { name: /Đăng nhập bằng Sen/ }))
    .first()
    .click()
  await page.getByLabel('Số định danh').fill(hanh.personal_number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await press(page, 'Tiếp tục')
}

test('the portal signs her in: number, password, a code to her phone, her consent; and gets exactly what she agreed to', async () => {
  const { page } = await sen.desk({ isWhole: true })
  await signInAtPortal(page)
  await enterCode(page, await sen.code(hanh.phone))
  await heading(page, 'Bạn đồng ý chia sẻ?').waitFor()
  await press(page, /Đồng ý/)
  await page.waitForURL(`${sen.portalUrl}/**`)
  await page.getByText('Nguyễn Thị Hạnh').first().waitFor()
  const received = await page.content()
  assert.ok(received.includes(hanh.personal_number), 'the portal was given the number, as agreed')
  assert.ok(!received.includes(PASSWORD) && !received.includes(PASSCODE))
})

test('on her own device the second factor is her passcode, and the consent is remembered', async () => {
  const page = await phone.context.newPage()
  await signInAtPortal(page)
  await typePasscode(page, /Nhập mã PIN 6 số/)
  await page.waitForURL(`${sen.portalUrl}/**`)
  await page.getByText('Nguyễn Thị Hạnh').first().waitFor()
})

const openConnected = async (page: Page): Promise<void> => {
  await page.goto('/app/services/connected')
  const passcode = page.getByRole('group', { name: /Nhập mã PIN/ })
  await passcode
    .or(page.getByRole('heading', { level: 1, name: 'Dịch vụ đã kết nối' }))
    .first()
    .waitFor()
  if (await passcode.isVisible()) {
    await typePasscode(page, /Nhập mã PIN/)
  }
  await page.getByText('Số định danh và mức tài khoản').first().waitFor()
}

test('what she agreed to she takes back: the portal is told, and has to ask again', async () => {
  const portal = phone.context.pages().find((one) => one.url().startsWith(sen.portalUrl))
  assert.ok(portal)
  const { page } = phone
  await openConnected(page)
  assert.deepEqual(await faultsOf(page, 'connected services'), [])
  await page.getByRole('button', { name: /Rút lại đồng ý với .*Sông Lam/ }).click()
  const question = page.getByRole('dialog')
  assert.deepEqual(await faultsOf(page, 'taking back'), [])
  await question.getByRole('button', { name: 'Rút lại đồng ý' }).click()
  await page.getByText('Chưa có dịch vụ nào').waitFor()
  assert.deepEqual(await faultsOf(page, 'no connected service'), [])
  await portal
    .getByText(/Bạn đã được đăng xuất/)
    .first()
    .waitFor()
  await portal.goto(sen.portalUrl)
  await portal
    .getByRole('link', { name: /Đăng nhập bằng Sen/ })
    .or(portal.getByRole('button', { name: /Đăng nhập bằng Sen/ }))
    .first()
    .click()
  await heading(portal, 'Bạn đồng ý chia sẻ?').waitFor()
  await portal.getByRole('link', { name: 'Dịch vụ đã kết nối' }).waitFor()
  await press(portal, /Đồng ý/)
  await portal.waitForURL(`${sen.portalUrl}/**`)
  await portal.getByText('Nguyễn Thị Hạnh').first().waitFor()
})

test('she takes along all that is held of her, sealed, after her passcode', async () => {
  const { page } = phone
  await page.goto('/app/me')
  await page.getByRole('link', { name: /Dữ liệu của tôi/ }).click()
  await page.getByText('Có trong tệp', { exact: true }).waitFor()
  assert.deepEqual(await faultsOf(page, 'my data'), [])
  await press(page, 'Tải JSON đầy đủ cho máy đọc')
  const coming = page.waitForEvent('download')
  await typePasscode(page, 'Nhập mã PIN để tải')
  const download = await coming
  assert.match(download.suggestedFilename(), /^sen-my-data-\d{4}-\d\d-\d\d\.json$/)
  const file = await readFile(await download.path(), 'utf8')
  const { data } = JSON.parse(file) as { data: { about: string } }
  assert.equal(data.about, hanh.personal_number)
  const trust = (await (await page.request.get('/credentials/trust')).json()) as { jwks: { keys: Json[] } }
  assert.ok((await judgeOwnData(Buffer.from(file), trust.jwks.keys)).ok)
  await press(page, 'Tải PDF để đọc và in')
  const paper = page.waitForEvent('download')
  await typePasscode(page, 'Nhập mã PIN để tải')
  assert.match((await paper).suggestedFilename(), /^sen-my-data-.*\.pdf$/)
  const pdf = await readFile(await (await paper).path(), 'latin1')
  assert.ok(pdf.startsWith('%PDF-1.7') && pdf.includes('/ETSI.CAdES.detached'))
})

const openClosing = async (page: Page): Promise<void> => {
  await page.goto('/app/my-data')
  await page.getByRole('link', { name: /Đóng tài khoản/ }).click()
  await page.getByText('Xoá ngay khi đóng').waitFor()
}

test('she closes her account with passcode and code, sees until when she can keep it, and keeps it', async () => {
  const { page } = phone
  await openClosing(page)
  assert.deepEqual(await faultsOf(page, 'what closing does'), [])
  await press(page, 'Tiếp tục đóng')
  await typePasscode(page, 'Nhập mã PIN để xác nhận là bạn')
  await enterCode(page, await sen.code(hanh.phone))
  await page.getByText(/Tài khoản sẽ đóng sau/).waitFor()
  assert.deepEqual(await faultsOf(page, 'an account that is being closed'), [])
  // The notice says how to stop it.
  await sen.letters(hanh.phone, /sẽ đóng sau .*not-me/)
  await page.goto('/app/wallet')
  await page.getByText(/Tài khoản sẽ đóng lúc/).waitFor()
  assert.deepEqual(await faultsOf(page, 'the first page while it is being closed'), [])
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('link', { name: 'Xem và giữ tài khoản' }).click()
  await press(page, 'Giữ tài khoản')
  await page.getByRole('button', { name: 'Tiếp tục đóng' }).waitFor()
})

test('one touch signs her out everywhere, and the portal notices by itself', async () => {
  const portal = phone.context.pages().find((one) => one.url().startsWith(sen.portalUrl))
  assert.ok(portal)
  const { page } = phone
  await page.goto('/app/devices')
  if (
    await page
      .getByRole('group', { name: /Nhập mã PIN/ })
      .isVisible()
      .catch(() => false)
  ) {
    await typePasscode(page, /Nhập mã PIN/)
  }
  await page
    .getByRole('heading', { name: 'Đang đăng nhập ở' })
    .or(page.getByText('Đang đăng nhập ở'))
    .first()
    .waitFor()
  await page
    .getByText(/Sông Lam/)
    .first()
    .waitFor()
  await press(page, 'Đăng xuất khỏi mọi nơi')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Đăng xuất/ })
    .click()
  await portal
    .getByText(/Bạn đã được đăng xuất/)
    .first()
    .waitFor()
})

test('she forgot her password: her device and a code to her phone set a new one', async () => {
  const { page } = phone
  await page.goto('/app/activate/password')
  await typePasscode(page, 'Nhập mã PIN để nhận mã')
  await enterCode(page, await sen.code(hanh.phone))
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('Sen-Moi%2027')
  await press(page, 'Đặt mật khẩu mới')
  await page.getByText('Mật khẩu mới đã có hiệu lực').first().waitFor()
  const { page: desk } = await sen.desk({ isWhole: true })
  await signInAtPortal(desk)
  await desk
    .getByText(/chưa khớp/)
    .first()
    .waitFor()
})
