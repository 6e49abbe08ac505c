/**
 * A hotel's day: guests by card, by typing, by file and by the hotel's program, one who comes after 23:00;
 * the police sees them, and a guest reads of it. Everything that a desk must refuse is refused.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { composePersonalNumber } from '../formats/personal-number.ts'
import { addDays, vietnamMoment } from '../formats/vietnam-day.ts'
import { faultsOf } from './accessibility.ts'
import { activateHere, heading, registerByHand } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let hotel: { context: BrowserContext; page: Page }
let keys: { deskKey: string; programKey: string }
let hanh: CastMember
before(async () => {
  sen = await openSen()
  hotel = await sen.desk()
  keys = (await sen.post('/world/stays', {})) as typeof keys
  hanh = await sen.member('hanh')
  // Eight in the evening of a day of the world's own.
  const { day } = vietnamMoment(new Date())
  await moveTo(`${addDays(day, 1)}T20:00`)
})
after(() => sen.stop())

const worldNow = async (): Promise<Date> => {
  const { now } = (await (await fetch(`${sen.url}/world/clock`)).json()) as { now: string }
  return new Date(now)
}
const today = async (): Promise<string> => vietnamMoment(await worldNow()).day
const moveTo = async (time: string): Promise<void> => {
  const ahead_s = Math.round((Date.parse(`${time}:00+07:00`) - Date.now()) / 1000)
  await sen.post('/world/clock', { ahead_s })
}

let serial = 0
const someNumber = (): string =>
  composePersonalNumber({ provinceCode: '942', sex: 'male', birthYear: 1985, serial: 300_000 + ++serial })
const HEAD = 'ho_ten,ngay_sinh,so_dinh_danh,ho_chieu,quoc_tich,phong,den,di,ly_do'
const lineOf = (number: string, day: string): string =>
  `Trần Văn Dũng,08/03/1985,${number},,,305,${day},${addDays(day, 2)},du lịch`

const open = async (page: Page): Promise<void> => {
  await page.goto('/stays/')
  await page.getByLabel('Khoá quầy').fill(keys.deskKey.toLowerCase())
  await page.getByRole('button', { name: 'Mở quầy' }).click()
  await page.getByRole('heading', { name: 'Thêm khách' }).waitFor()
}
const fileOf = async (page: Page, name: string, text: string): Promise<void> =>
  page.getByLabel('Chọn tệp').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') })

test('a wrong key opens nothing, the right one opens the desk of its hotel', async () => {
  const { page } = hotel
  await page.goto('/stays/')
  await page.getByLabel('Khoá quầy').fill('0000 0000 0000 0000 0000 0000')
  await page.getByRole('button', { name: 'Mở quầy' }).click()
  await page.getByText('Khoá này không mở được quầy nào').waitFor()
  assert.deepEqual(await faultsOf(page, 'the desk before it is open'), [])
  await open(page)
  await page.getByText(/Còn .* để báo khách hôm nay/).waitFor()
  await page.getByText('Chưa có khách nào').waitFor()
  assert.deepEqual(await faultsOf(page, 'an empty desk'), [])
})

test('a guest is told of by the code of her card, and taken back at once where it was a mistake', async () => {
  const { page } = hotel
  await page.getByLabel('Quét thẻ căn cước').fill(hanh.card_qr)
  await page.keyboard.press('Enter')
  await page.getByText(`Đã đọc thẻ của ${hanh.name}`).waitFor()
  await page.getByLabel('Phòng').fill('118')
  await page.getByRole('button', { name: 'Báo và thêm khách tiếp' }).click()
  await page.getByText(`Vừa báo: ${hanh.name}`).waitFor()
  await page.locator('.stay-list li').filter({ hasText: hanh.name }).getByText('Phòng 118').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'scanned', 'ready for the next')
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await page.getByText('Chưa có khách nào').waitFor()
  await page.getByLabel('Quét thẻ căn cước').fill('https://example.com')
  await page.keyboard.press('Enter')
  await page.getByText('Đây không phải mã in trên thẻ căn cước').first().waitFor()
  await page.getByLabel('Quét thẻ căn cước').fill(hanh.card_qr)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Báo và thêm khách tiếp' }).click()
  await page.getByText(`Vừa báo: ${hanh.name}`).waitFor()
  assert.deepEqual(await faultsOf(page, 'a desk with a guest'), [])
})

test('a guest is told of by typing; what is wrong is said at its field, and by keys alone', async () => {
  const { page } = hotel
  await page.getByLabel('Họ và tên').fill('Sùng Thị Mai')
  await page.getByLabel('Ngày sinh').fill('08/03/1985')
  await page.getByLabel('Số định danh').fill('95118500412')
  await page.keyboard.press('Enter')
  await page.getByText('Số định danh có đúng 12 số').first().waitFor()
  assert.deepEqual(await faultsOf(page, 'a guest with a wrong number'), [])
  await page.getByLabel('Giấy tờ').selectOption({ label: 'Hộ chiếu' })
  await page.getByLabel('Số hộ chiếu').fill('12AB34567')
  await page.getByLabel('Mã nước').fill('fra')
  await page.getByLabel('Ngày đi').fill(addDays(await today(), 40))
  await page.keyboard.press('Enter')
  await page.getByText('Một lần báo nhiều nhất 30 ngày').first().waitFor()
  await page.getByLabel('Ngày đi').fill(addDays(await today(), 2))
  await page.keyboard.press('Enter')
  await page.getByText('Vừa báo: Sùng Thị Mai').waitFor()
})

test('a file of 41 guests is taken but for a line that is told; the same file again notifies nobody', async () => {
  const { page } = hotel
  const day = await today()
  const lines = Array.from({ length: 41 }, () => lineOf(someNumber(), day))
  const text = [HEAD, ...lines.slice(0, 15), lineOf('95118500412', day), ...lines.slice(15)].join('\n')
  await fileOf(page, 'doan.csv', text)
  await page.getByText('41 vừa báo').waitFor()
  await page.getByText('Dòng 17: số định danh không đủ 12 số').waitFor()
  await page.getByText('Đã báo ở đêm nay: 43').waitFor()
  await fileOf(page, 'doan.csv', text)
  await page.getByText('41 đã báo trước').waitFor()
  await page.getByText('0 vừa báo').waitFor()
  assert.deepEqual(await faultsOf(page, 'a file with a line that is wrong'), [])
  await fileOf(page, 'khac.csv', 'a,b,c\n1,2,3')
  await page.getByText('Dòng đầu của tệp không phải tên các cột của mẫu').waitFor()
})

const send = async (key: string, path: string, body: object): Promise<Response> =>
  fetch(`${sen.url}/api/stays/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  })
const told = (day: string) => ({
  id: crypto.randomUUID(),
  guest: { fullName: 'Giàng A Páo', birthDate: '1985-03-08', personalNumber: someNumber() },
  stay: { from: day, to: addDays(day, 1), reason: 'tourism', room: '107' },
})

test("the hotel's program tells of 37 guests in a message, once; a key of a desk opens no program's door", async () => {
  const day = await today()
  const notices = Array.from({ length: 37 }, () => told(day))
  for (const state of ['taken', 'there']) {
    const answer = await send(keys.programKey, 'report-many', { notices })
    assert.equal(answer.status, 200)
    const { results } = (await answer.json()) as { results: { state: string }[] }
    assert.deepEqual(new Set(results.map((one) => one.state)), new Set([state]))
  }
  assert.equal((await send(keys.deskKey, 'report', told(day))).status, 401)
  assert.equal((await send('x', 'report', told(day))).status, 401)
  const { page } = hotel
  await page.reload()
  await page.getByText('Đã báo ở đêm nay: 80').waitFor()
})

test('after 23:00 the desk says so; a late notice is taken, and says by how much it is late', async () => {
  const { page } = hotel
  const day = await today()
  await moveTo(`${day}T23:20`)
  await page.reload()
  await page.getByRole('heading', { name: 'Đã qua 23:00' }).waitFor()
  const tell = async (name: string, time: string): Promise<void> => {
    await page.getByLabel('Họ và tên').fill(name)
    await page.getByLabel('Ngày sinh').fill('1985')
    await page.getByLabel('Số định danh').fill(someNumber())
    await page.getByLabel('Giờ đến').fill(time)
    await page.getByRole('button', { name: 'Báo và thêm khách tiếp' }).click()
    await page.getByText(`Vừa báo: ${name}`).waitFor()
  }
  await tell('Hoàng Anh Thư', '23:10')
  await tell('Trần Văn Muộn', '20:30')
  await tell('Trần Văn Trễ', '20:30')
  const guest = (name: string) => page.locator('.stay-list li').filter({ hasText: name })
  await guest('Trần Văn Muộn')
    .getByText(/Muộn \d+ phút/)
    .waitFor()
  assert.equal(await guest('Hoàng Anh Thư').getByText(/Muộn/).count(), 0, 'before 08:00 is in time')
  assert.deepEqual(await faultsOf(page, 'a desk after 23:00'), [])
})

test('a notice is corrected and another one taken back with its reason', async () => {
  const { page } = hotel
  const guest = (name: string) => page.locator('.stay-list li').filter({ hasText: name })
  await page.getByRole('button', { name: 'Sửa thông báo của Trần Văn Muộn' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số định danh').fill(someNumber())
  await dialog.getByLabel('Ngày sinh').fill('1985')
  await dialog.getByLabel('Phòng').fill('412')
  assert.deepEqual(await faultsOf(page, 'a notice that is corrected'), [])
  await dialog.getByRole('button', { name: 'Lưu thông báo đã sửa' }).click()
  await guest('Trần Văn Muộn').getByText('Phòng 412').waitFor()
  await page.getByRole('button', { name: 'Huỷ thông báo của Trần Văn Muộn' }).click()
  await dialog.getByLabel('Khách không đến').check()
  await dialog.getByRole('button', { name: 'Huỷ thông báo' }).click()
  await guest('Trần Văn Muộn').waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: 'Tất cả' }).click()
  await guest('Trần Văn Muộn').getByText('Đã huỷ: Khách không đến').waitFor()
})

test('the police of the office sees the hotel, the late guest first, and finds a guest by her number', async () => {
  const { page } = await officerAtWork(sen, 'bao', null)
  await page.goto('/counter/stays')
  const row = page.getByRole('row').filter({ hasText: 'Khách sạn Bờ Sông' })
  await row.getByText('1 báo muộn').waitFor()
  assert.deepEqual(await faultsOf(page, 'places of stay'), [])
  await row.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await heading(page, /Khách sạn Bờ Sông · Khách ở đêm nay/).waitFor()
  const first = page.getByRole('row').nth(1)
  await first.getByText('Trần Văn Trễ').waitFor()
  await first.getByText(/Muộn \d+ phút/).waitFor()
  assert.deepEqual(await faultsOf(page, 'guests of a place'), [])
  await page.goto('/counter/stays/search')
  await page.getByLabel('Số định danh', { exact: true }).fill(hanh.personal_number)
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByText('Mục này cần được điền').first().waitFor()
  await page.getByLabel('Mục đích').selectOption({ label: 'Kiểm tra cư trú' })
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByRole('row').filter({ hasText: hanh.name }).getByText('Khớp dữ liệu').first().waitFor()
  assert.deepEqual(await faultsOf(page, 'stays of somebody'), [])
})

test('a guest reads in her log which hotel told of her, and that the police looked', async () => {
  const { page } = await sen.phone()
  await activateHere(page, sen, await registerByHand(page, sen, 'hanh'))
  await page.goto('/app/looks')
  const reported = page
    .locator('.row')
    .filter({ hasText: 'Nơi này báo công an xã, phường rằng bạn ở lại đó' })
  await reported.first().getByText('Khách sạn Bờ Sông').waitFor()
  await page.getByText('Công an tra nơi bạn lưu trú để kiểm tra cư trú').first().waitFor()
})

test('in English too, and nothing opens once the desk is closed', async () => {
  const { page } = hotel
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'It is past 23:00' }).waitFor()
  assert.deepEqual(await faultsOf(page, 'a desk in English'), [])
  await page.getByRole('button', { name: 'Close the desk' }).click()
  await page.getByLabel('Desk key').waitFor()
  await page.reload()
  await page.getByLabel('Desk key').waitFor()
})
