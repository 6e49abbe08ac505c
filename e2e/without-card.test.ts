/**
 * Without a valid card: Khoa's has expired. He applies for a new one together with the account; another
 * officer prints it, it is handed to him, the new
 * chip is genuine, and his account of level 2 is activated. Every screen under axe in both languages.
 */
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsInBothHere, faultsOf } from './accessibility.ts'
import { enterCode, PASSWORD, press, typePasscode } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { giveContact, goOn, heading, openScreen, takePortrait, takePrints } from './level-2-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let khoa: CastMember
let bao: { context: BrowserContext; page: Page }
let thu: { context: BrowserContext; page: Page }
let screen: Page
let reference = ''
let chip: Buffer

before(async () => {
  sen = await openSen()
  khoa = await sen.member('khoa')
  bao = await officerAtWork(sen, 'bao')
  thu = await officerAtWork(sen, 'thu', 'Phòng in')
})
after(() => sen.stop())

const queue = async (page: Page, name: RegExp, person: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name }).first().click()
  await page.getByRole('link', { name: person }).click()
}
/** One letter of the name is another: the signature does not cover it any more. */
const altered = (file: Buffer): Buffer => {
  const parts = JSON.parse(file.toString()) as Record<string, string>
  return Buffer.from(
    JSON.stringify({
      ...parts,
      dg13: Buffer.from(
        Buffer.from(parts['dg13'] ?? '', 'base64')
          .toString('latin1')
          .replace('Minh', 'Minx'),
        'latin1',
      ).toString('base64'),
    }),
  )
}
const chipFile = () => ({ name: 'chip.json', mimeType: 'application/json', buffer: chip })

test('Khoa has no valid card: the application names kind and reason, and nothing opens without them', async () => {
  const { page } = bao
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Thẻ căn cước/ })
    .click()
  await page.getByText('Không có hồ sơ thẻ nào đang làm').waitFor()
  await page.getByRole('link', { name: 'Hồ sơ mới' }).click()
  await page.getByRole('radio', { name: new RegExp(khoa.name) }).check()
  await press(page, 'Mở hồ sơ')
  await page.getByText('Chọn một.').first().waitFor()
  await page.getByRole('radio', { name: /Cấp lần đầu/ }).check()
  await press(page, 'Mở hồ sơ')
  await page.getByText(/Loại hồ sơ không hợp với cơ sở dữ liệu/).waitFor()
  await page.getByRole('radio', { name: /Cấp đổi/ }).check()
  await page.getByRole('radio', { name: 'Đến tuổi đổi thẻ, thẻ hết hạn' }).check()
  assert.deepEqual(await faultsInBothHere(page, 'new'), [])
  await press(page, 'Mở hồ sơ')
  await heading(page, 'Liên hệ của người dân').waitFor()
})

test('phone with code, portrait and prints, and what the card will say', async () => {
  const { page } = bao
  await giveContact(page, sen, khoa)
  await goOn(page)
  await takePortrait(page)
  await takePrints(page)
  await page.getByText('Khớp với CSDL căn cước').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'step 2'), [])
  await goOn(page)
  await heading(page, 'Thông tin sẽ in trên thẻ').waitFor()
  await page.getByText('30/09/2045').first().waitFor()
  await press(page, 'Thêm điểm khác')
  await page.getByLabel('Người dân nói', { exact: true }).waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'step 3'), [])
  await press(page, 'Bỏ')
  await goOn(page)
})

test('he agrees at his own screen; the application is accepted by rule, and its taker may not print it', async () => {
  const { page, context } = bao
  await heading(page, 'Đồng ý và gửi').waitFor()
  screen = await openScreen(context, page)
  await press(page, 'Hỏi trên màn hình người dân')
  await screen.getByRole('heading', { name: 'Bạn đồng ý nộp hồ sơ thẻ căn cước này?' }).waitFor()
  await screen.getByText(/cấp đổi thẻ căn cước \(đến tuổi đổi thẻ, thẻ hết hạn\)/).waitFor()
  assert.deepEqual(await faultsOf(screen, 'his screen'), [])
  await press(screen, 'Tôi đồng ý')
  await page.getByText('Người dân đã đồng ý').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'step 4'), [])
  await press(page, /^Gửi hồ sơ/)
  await page.getByText('Bạn đã lấy hồ sơ này, nên một người khác in thẻ.').waitFor()
  assert.equal(await page.getByRole('button', { name: /In thẻ và ký chip/ }).count(), 0)
  reference = /SEN(-[0-9A-Z]+){3}/.exec(await page.locator('main').innerText())?.[0] ?? ''
  assert.match(reference, /^SEN-/)
})

test('the application is followed by its reference, without an account and without a name', async () => {
  const { page, context } = await sen.phone()
  await page.goto('/app/dossiers')
  await page.getByLabel('Mã hồ sơ').fill(reference.toLowerCase())
  await press(page, 'Xem hồ sơ')
  await page.getByText('Được chấp nhận').waitFor()
  const text = await page.locator('body').innerText()
  assert.ok(!text.includes(khoa.name) && !text.includes(khoa.personal_number.slice(3)))
  assert.deepEqual(await faultsOf(page, 'tracking'), [])
  const next = await context.newPage()
  await next.goto('/app/dossiers')
  assert.equal(await next.getByLabel('Mã hồ sơ').inputValue(), '', 'the next one at this machine')
  await context.close()
})

test('another officer prints it: two sides, the QR, and a chip file for the machine', async () => {
  const { page } = thu
  await queue(page, /^In thẻ/, khoa.name)
  await heading(page, 'Thẻ sẽ in').waitFor()
  await page.getByRole('img', { name: /Mã QR/ }).waitFor()
  await press(page, /^In thẻ và ký chip/)
  await page.getByText('Đã in và ký chip').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Tải tệp chip')])
  chip = await buffer(await download.createReadStream())
  assert.deepEqual(Object.keys(JSON.parse(chip.toString()) as object), ['com', 'dg1', 'dg2', 'dg13', 'sod'])
  assert.deepEqual(await faultsInBothHere(page, 'printed'), [])
})

test('the card is received by its chip; whoever printed it may not hand it over', async () => {
  const { page } = bao
  await queue(page, /^Trả thẻ/, khoa.name)
  await page.getByLabel('Đọc chip từ tệp của thẻ').setInputFiles({ ...chipFile(), buffer: altered(chip) })
  await page.getByText(/không phải của thẻ này hoặc không xác thực được/).waitFor()
  await page.getByLabel('Đọc chip từ tệp của thẻ').setInputFiles(chipFile())
  await heading(page, /Người nhận có đúng/).waitFor()
  await sen.letters(khoa.phone, /Thẻ căn cước đã về/)
  await thu.page
    .getByRole('navigation')
    .getByRole('link', { name: /^Trả thẻ/ })
    .click()
  await thu.page.getByRole('tab', { name: 'Chờ người dân đến lấy' }).click()
  await thu.page.getByRole('link', { name: khoa.name }).click()
  await thu.page.getByText('Bạn đã in thẻ này, nên một người khác trao thẻ.').waitFor()
})

test('it is handed to him and nobody else: his face, the chip before his eyes, his own press', async () => {
  const { page } = bao
  assert.deepEqual(await faultsInBothHere(page, 'hand over'), [])
  await press(page, /^Chụp ảnh/)
  await page.getByText('Đúng người').waitFor()
  await page.getByLabel('Đọc chip từ tệp của thẻ').setInputFiles(chipFile())
  await page.getByText('Chip thật, đúng thẻ này').waitFor()
  assert.equal(await page.getByRole('button', { name: /^Trao thẻ/ }).count(), 0)
  await press(page, 'Hỏi trên màn hình người dân')
  await press(screen, 'Tôi đã nhận thẻ')
  await page.getByText('Người dân xác nhận đã nhận thẻ').waitFor()
  await press(page, /^Trao thẻ/)
  await page.getByText('Thẻ đã trao').waitFor()
  await page
    .getByText(/Tài khoản mức 2 đã được cấp/)
    .first()
    .waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'handed over'), [])
})

test('the new card opens doors: its chip is genuine at the counter and agrees with the register', async () => {
  const { page } = bao
  await page
    .getByRole('link', { name: /^Đăng ký mức 2/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Hồ sơ mới' }).click()
  await page.getByLabel('Nguồn đọc thẻ').selectOption('file')
  await page.getByLabel('Chọn tệp chip (JSON)').setInputFiles(chipFile())
  await page.getByText('Chip thật').waitFor()
  assert.equal(await page.getByText(/Thẻ khác cơ sở dữ liệu/).count(), 0)
  const onReader = (await (await fetch(`${sen.url}/world/chips/khoa.json`)).json()) as Record<string, string>
  assert.ok(
    Buffer.from(onReader['dg13'] ?? '', 'base64').includes('30/09/2045'),
    'the reader of the world knows his new card',
  )
})

test('the account that came with the card is activated at level 2', async () => {
  const { page } = await sen.phone()
  await page.goto('/app/activate/start')
  await page.getByLabel('Số định danh cá nhân').fill(khoa.personal_number)
  await page.getByLabel(/Số điện thoại/).fill(khoa.phone)
  await press(page, 'Gửi mã kích hoạt')
  await enterCode(page, await sen.code(khoa.phone))
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD)
  await press(page, 'Tiếp tục')
  await typePasscode(page, 'Đặt mã PIN 6 số')
  await typePasscode(page, 'Nhập lại mã PIN')
  await page.getByText('Tài khoản đã kích hoạt').first().waitFor()
  await page
    .getByRole('link', { name: 'Vào ví' })
    .or(page.getByRole('button', { name: 'Vào ví' }))
    .click()
  await page.getByText(/Mức 2/).first().waitFor()
  await page.getByRole('navigation').getByRole('link', { name: 'Hồ sơ' }).click()
  await page.getByText('Đã nhận thẻ').waitFor()
  assert.deepEqual(await faultsOf(page, 'his dossiers'), [])
})
