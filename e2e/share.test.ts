/**
 * She shares with a bank what she chose and nothing more, refuses, takes it back; what asks too much never
 * reaches her; and a hotel's printed code is scanned at its desk.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import QRCode from 'qrcode'
import { openPool } from '../server/storage/pool.ts'
import { faultsOf } from './accessibility.ts'
import { goWithin, press, typePasscode } from './citizen-steps.ts'
import { openSen, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'
import { openAccountAt, partyAt, saysSoon, shownOn, type Customer, type WorldPartyAt } from './share-steps.ts'

let sen: OpenSen
let phone: { context: BrowserContext; page: Page }
let page: Page
let bank: WorldPartyAt
before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  page = phone.page
  const hanh = await settleHere(page, sen, 'hanh')
  bank = await partyAt(sen, 'ngan-hang-sen-viet')
  // How she reaches level 2 is a story of its own (level-2.test.ts).
  const pool = openPool(sen.databaseUrl, 1)
  await pool
    .query('update account set level = 2 where personal_number = $1', [hanh.personal_number])
    .finally(() => pool.end())
})
after(() => sen.stop())

const says = (text: string | RegExp) => page.getByText(text).first().waitFor()
/** In both languages and at both widths; English on a page of its own, so that what is chosen here stays. */
const looksRight = async (name: string, english: string, passcode?: RegExp): Promise<void> => {
  const faults = await faultsOf(page, name)
  const other = await phone.context.newPage()
  await other.goto(`${new URL(page.url()).pathname}?lang=en`)
  if (passcode) {
    await typePasscode(other, passcode)
  }
  await other.getByText(english).first().waitFor()
  faults.push(...(await faultsOf(other, `${name} in English`)))
  await other.close()
  await page.evaluate(() => localStorage.setItem('sen.language', 'vi'))
  await page.setViewportSize({ width: 390, height: 844 })
  assert.deepEqual(faults, [])
}
const looksRightHere = async (name: string): Promise<void> => {
  assert.deepEqual(await faultsOf(page, name), [])
  await page.setViewportSize({ width: 390, height: 844 })
}

let customer: Customer
const asksMe = async (): Promise<void> => {
  customer = await openAccountAt(bank)
  await goWithin(page, customer.link)
}
const turnOn = (name: string) => page.getByRole('switch', { name: new RegExp(name, 'i') }).check()

test('a link of the bank opens behind the passcode, and its address keeps nothing of it', async () => {
  customer = await openAccountAt(bank)
  await page.goto(customer.link)
  await page.waitForURL(/\/app\/share\/[0-9a-f-]{36}$/)
  await typePasscode(page, 'Nhập mã PIN để xem bên này hỏi gì')
  await says('Ngân hàng Sen Việt')
  await says('mở tài khoản thanh toán')
  await says('Nguyễn Thị Hạnh')
  const all = page.getByRole('switch')
  assert.equal(await all.count(), 4)
  assert.equal(await page.getByRole('switch', { checked: true }).count(), 0, 'nothing is ticked beforehand')
  await page.getByRole('button', { name: 'Chia sẻ 2 mục' }).waitFor()
})

test('of six things she gives four, and the bank has just these', async () => {
  await turnOn('Thay cho ngày sinh')
  await says('Ngày sinh không được gửi')
  await page.getByRole('switch', { name: /Giới tính/ }).focus()
  await page.keyboard.press('Space')
  await page
    .locator('[data-announcer=polite]', { hasText: 'Sẽ chia sẻ 4 mục' })
    .waitFor({ state: 'attached' })
  await looksRight('the consent', 'You decide', /Enter the passcode/)
  await press(page, 'Chia sẻ 4 mục')
  await looksRightHere('the passcode')
  await typePasscode(page, 'Nhập mã PIN để chia sẻ', '111999')
  await says(/Mã PIN/)
  await typePasscode(page, 'Nhập mã PIN để chia sẻ')
  await says('Ngân hàng Sen Việt đã nhận')
  const html = await customer.page()
  assert.deepEqual(shownOn(html), ['name', 'personal_number', 'age_over_18', 'sex'])
  assert.ok(!html.includes('1991'), 'her birth date stays with her')

  const back = await page.getByRole('link', { name: 'Quay lại Ngân hàng Sen Việt' }).getAttribute('href')
  assert.equal(new URL(back ?? '').origin, new URL(bank.url).origin)
  await looksRight('the receipt', 'What was shared')
  await page.emulateMedia({ media: 'print' })
  const title = await page.getByRole('heading', { level: 1 }).boundingBox()
  await page.emulateMedia({ media: 'screen' })
  assert.ok(title && title.width > 300, `its title has the width of the paper: ${title?.width} px`)
})

test('her log says the same four', async () => {
  await page.goto('/app/looks')
  await says('Bạn đồng ý chia sẻ giấy tờ')
  const line = page.locator('.row', { hasText: 'Bạn đồng ý chia sẻ giấy tờ' }).first()
  const told = /Thông tin: (.*)/.exec(await line.innerText())?.[1] ?? ''
  assert.deepEqual(
    told.split(', Căn cước điện tử: ').map((one) => one.replace('Căn cước điện tử: ', '')),
    ['Họ, chữ đệm và tên', 'Số định danh cá nhân', 'Đủ 18 tuổi', 'Giới tính'],
  )
})

test('she takes it back and asks for it to be erased: the bank answers what a law makes it keep', async () => {
  await page.goto('/app/share')
  await page.getByRole('link', { name: /^Ngân hàng Sen Việt/ }).click()
  await press(page, 'Rút lại')
  await says('luật bắt họ giữ')
  await page.getByRole('dialog').getByRole('button', { name: 'Rút lại' }).click()
  await says('Bạn đã rút lại đồng ý')
  assert.equal(await page.getByRole('button', { name: 'Rút lại' }).count(), 0)
  await press(page, 'Yêu cầu xoá')
  await page.getByRole('dialog').getByRole('button', { name: 'Yêu cầu xoá' }).click()
  await says('Bạn đã yêu cầu xoá')
  await saysSoon(customer.page, /data-wish="erasure"/)
  assert.deepEqual(shownOn(await customer.page()), ['name', 'personal_number'])
  await page.reload()
  await says(/vẫn phải giữ theo Luật Phòng, chống rửa tiền/)
  await looksRightHere('after the withdrawal')
})

test('refusing is one press, the bank has nothing, and she can report it', async () => {
  await page.goto('/app/wallet')
  await asksMe()
  await typePasscode(page, 'Nhập mã PIN để xem bên này hỏi gì')
  await press(page, 'Từ chối')
  await says('Bạn đã từ chối')
  await page.locator('h2:focus', { hasText: 'Bạn đã từ chối' }).waitFor()
  await looksRight('refused', 'You refused')
  await saysSoon(customer.page, /Bạn đã không chia sẻ/)
  assert.deepEqual(shownOn(await customer.page()), [])
  await press(page, 'Báo cáo yêu cầu này')
  await press(page, 'Gửi báo cáo')
  await page.getByText('Chọn một lý do.').first().waitFor()
  await page.getByLabel('Tôi không làm gì với nơi này').check()
  await press(page, 'Gửi báo cáo')
  await says('Đã báo cáo yêu cầu này')
})

test('what asks for more than it may is blocked before she sees it; what is silent can be tried again', async () => {
  await bank.has('asks-too-much')
  await asksMe()
  await says('Chúng tôi đã chặn yêu cầu này')
  await looksRightHere('blocked')
  assert.equal(await page.getByRole('switch').count(), 0)
  await bank.has('fault')
  await asksMe()
  await says('Nơi hỏi chưa trả lời')
  await bank.has('none')
  await press(page, 'Thử lại')
  await says('Bắt buộc')
})

test('at a hotel she scans the printed code, and the desk has her name and number', async () => {
  const hotel = await partyAt(sen, 'khach-san-bo-song')
  const [code] = hotel.codes
  assert.ok(code)
  await goWithin(page, '/app/scan')
  await page.locator('input[type=file]').setInputFiles({
    name: 'ma.png',
    mimeType: 'image/png',
    buffer: await QRCode.toBuffer(sen.url + code.href, { scale: 6, margin: 4 }),
  })
  await says('Khách sạn Bờ Sông')
  await says('Xoá sau 30 ngày')
  await press(page, 'Chia sẻ 2 mục')
  await typePasscode(page, 'Nhập mã PIN để chia sẻ')
  await says('Khách sạn Bờ Sông đã nhận')
  const desk = await (await fetch(hotel.url)).text()
  assert.deepEqual(shownOn(desk), ['name', 'personal_number'])
  assert.ok(desk.includes('Nguyễn Thị Hạnh'))
})

test('anybody sees who may ask for what', async () => {
  await page.goto('/app/share')
  await says('Biên nhận')
  await looksRight('what she shared', 'Receipts')
  await page.getByRole('link', { name: /Ai được phép hỏi giấy tờ/ }).click()
  await page.getByLabel('Tìm theo tên').fill('khach san')
  await page.getByText('Khách sạn Bờ Sông').click()
  await says('Nhận phòng và thông báo lưu trú')
  assert.equal(await page.getByText('Ngân hàng Sen Việt').count(), 0)
  await looksRight('the parties', 'Who may ask for documents')
})

test('an address that says nothing is told as such, with a way on', async () => {
  for (const [path, told, way] of [
    ['/app/share/xyz', 'Không có yêu cầu này', 'Xem các yêu cầu'],
    ['/app/share/at/a/b', 'Yêu cầu này không đọc được', 'Quét mã'],
    ['/app/share?client_id=x', 'Yêu cầu này không đọc được', 'Quét mã'],
    ['/app/share/receipt/0', 'Không có biên nhận này', 'Xem những gì đã chia sẻ'],
    [
      '/app/share/receipt/0193a5f0-0000-7000-8000-000000000000',
      'Không có biên nhận này',
      'Xem những gì đã chia sẻ',
    ],
  ] as const) {
    await page.goto(path)
    await page
      .getByRole('heading', { name: told })
      .waitFor({ timeout: 5000 })
      .catch(() => assert.fail(path))
    await page.getByRole('link', { name: way }).waitFor()
    assert.equal(await page.getByText('các mục được đánh dấu').count(), 0, path)
  }
})

test('without a network what she shared says so once, and is read anew with one press', async () => {
  await asksMe()
  await page.waitForURL(/\/app\/share\/[0-9a-f-]{36}$/)
  await goWithin(page, '/app/wallet')
  await phone.context.setOffline(true)
  await goWithin(page, '/app/share')
  const again = page.getByRole('button', { name: 'Thử lại' })
  await again.first().waitFor()
  await page.waitForTimeout(300)
  assert.equal(await again.count(), 1)
  await phone.context.setOffline(false)
  await again.click()
  await says('Đang chờ bạn trả lời')
  await says('Biên nhận')
})

test('a document that went along without a claim is named in the list, in the receipt, and in what may be asked', async () => {
  // No party of the demo world asks for one: the last words of the way are changed, and nothing before them.
  const along = { type: 'driving-licence', claims: [] }
  type Told = { shared?: object[]; purposes?: { asks: object[] }[]; items?: Told[] }
  const add = (told: Told): void => {
    told.shared?.push(along)
    told.purposes?.forEach(({ asks }) => asks.push(along))
    told.items?.forEach(add)
  }
  await page.route(/\/api\/sharing\/(receipts?|parties)\b/, async (route) => {
    const answer = await route.fetch()
    const told = (await answer.json()) as Told
    add(told)
    await route.fulfill({ response: answer, json: told })
  })
  await page.goto('/app/share')
  await page.getByRole('link', { name: /Khách sạn Bờ Sông.*3 mục/ }).click()
  await says('Giấy phép lái xe')
  await page.getByRole('listitem').getByText('Bạn có giấy tờ này').waitFor({ timeout: 5000 })
  await page.goto('/app/parties?party=khach-san-bo-song')
  await says('chỉ hỏi có giấy tờ này hay không')
  await page.unroute(/\/api\/sharing\/(receipts?|parties)\b/)
})
