/**
 * A guest stays at somebody's home: she notifies it in her app before 23:00, mends what she mistyped and
 * takes back what was wrong; the guest reads of a home and not whose it is, the police has the notice; after
 * 23:00 it is late, and taken all the same.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { addDays, vietnamMoment } from '../formats/vietnam-day.ts'
import { faultsOf } from './accessibility.ts'
import { heading, press, typePasscode } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { faultsInBoth, onDatabase, PHONE, reachLevel2 } from './filing-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let hanh: CastMember
let man: CastMember
let host: Page
let guest: Page
let today: string

const moveTo = async (time: string): Promise<void> => {
  const ahead_s = Math.round((Date.parse(`${time}:00+07:00`) - Date.now()) / 1000)
  await sen.post('/world/clock', { ahead_s })
}
before(async () => {
  sen = await openSen()
  // Eight in the evening of a day of the world's own.
  today = addDays(vietnamMoment(new Date()).day, 1)
  await moveTo(`${today}T20:00`)
  host = (await sen.phone()).page
  guest = (await sen.phone()).page
  hanh = await settleHere(host, sen, 'hanh')
  man = await settleHere(guest, sen, 'man')
})
after(() => sen.stop())

const says = (text: string | RegExp, on = host) => on.getByText(text).first().waitFor()
const looksRight = async (name: string, ready: string): Promise<void> =>
  assert.deepEqual(await faultsInBoth(host, name, ready), [])
const guests = () => host.locator('.stay-list > li')
const type = async (member: CastMember, number = member.personal_number): Promise<void> => {
  await host.getByLabel('Họ và tên').fill(member.name)
  await host.getByLabel('Số định danh').fill(number)
  await host.getByLabel('Ngày sinh').fill(member.birth_date.split('-').toReversed().join('/'))
}

test('at level 1 she is told what it takes, and what to do tonight', async () => {
  await host.goto('/app/services')
  await host.getByRole('link', { name: /Báo khách lưu trú/ }).click()
  await says('Báo khách ở nhà mình cần tài khoản mức 2')
  await says('Chưa nơi nào báo bạn lưu trú')
  await looksRight('stays at level 1', '.empty')
})

test('at level 2 her home stands there with the address of the register, and one press opens it', async () => {
  await reachLevel2(sen, hanh)
  await host.goto('/app/stays')
  await says(/Nơi cư trú trong cơ sở dữ liệu: Số 12, đường Bờ Sông/)
  await looksRight('stays before a home', '.rows')
  await host.getByRole('button', { name: /Báo khách ở nhà tôi/ }).click()
  await heading(host, 'Báo khách lưu trú').waitFor()
  await says(/Khách đến lúc này thì báo trước 23:00/)
  await says('Chưa báo khách nào')
  await looksRight('a home without guests', '.guest-fields')
})

test('what is missing is told at its field; a guest is notified once, and stands in the list', async () => {
  await press(host, 'Báo lưu trú')
  await host.locator('.field-error').first().waitFor()
  assert.deepEqual(await faultsOf(host, 'a guest half typed'), [])
  await host.setViewportSize(PHONE)
  await type(man)
  await host.getByLabel('Lý do').selectOption('visit')
  await host.getByRole('button', { name: 'Báo lưu trú' }).dblclick()
  await says(new RegExp(`Đã báo ${man.name} cho `))
  await guests().first().getByText('chủ nhà báo').waitFor()
  assert.equal(await guests().count(), 1)
  assert.equal(await host.getByText('muộn', { exact: false }).and(host.locator('.pill')).count(), 0)
  await looksRight('a home with a guest', '.stay-list')
})

test('the guest reads of it in her own log and list, without whose home it is', async () => {
  await guest.goto('/app/stays')
  await guest.getByText('Một nhà riêng').first().waitFor()
  assert.equal(await guest.getByText('Bờ Sông').count(), 0, 'the address of a home is told to no guest')
  await guest.getByRole('link', { name: 'Mở nhật ký' }).click()
  await guest.getByText('Nơi này báo công an xã, phường rằng bạn ở lại đó').first().waitFor()
})

test('she mends what she mistyped, and takes back what was wrong; the guest reads of both', async () => {
  await press(host, `Sửa thông báo của ${man.name}`)
  const dialog = host.getByRole('dialog')
  await dialog.getByLabel('Số định danh').fill(man.personal_number)
  await dialog.getByLabel('Ngày sinh').fill('1958')
  await dialog.getByLabel('Ngày đi').fill(addDays(today, 3))
  assert.deepEqual(await faultsOf(host, 'a correction'), [])
  await host.setViewportSize(PHONE)
  await dialog.getByRole('button', { name: 'Lưu thông báo đã sửa' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await guests().first().getByText(addDays(today, 3).slice(8)).first().waitFor()
  await press(host, `Huỷ thông báo của ${man.name}`)
  await host.getByRole('dialog').getByRole('radio', { name: 'Khách không đến' }).check()
  await host.getByRole('dialog').getByRole('button', { name: 'Huỷ thông báo' }).click()
  await guests().first().getByText('Đã huỷ: Khách không đến').waitFor()
  await guest.goto('/app/stays')
  await guest.getByText('Đã huỷ').first().waitFor()
})

test('without a network nothing is lost and nothing is sent twice', async () => {
  await type(man)
  await host.getByLabel('Lý do').selectOption('visit')
  await host.context().setOffline(true)
  await press(host, 'Báo lưu trú')
  // The band says it at once; the press has tried once more by itself before it says so.
  await host.locator('.problem[data-code^="network."]').waitFor()
  assert.equal(await host.getByLabel('Họ và tên').inputValue(), man.name)
  assert.deepEqual(await faultsOf(host, 'without a network'), [])
  await host.setViewportSize(PHONE)
  await host.context().setOffline(false)
  await press(host, 'Báo lưu trú')
  await says(new RegExp(`Đã báo ${man.name} cho `))
  await guests().nth(1).waitFor()
  assert.equal(await guests().count(), 2)
})

test('who came in the evening and is told of after 23:00 is late, which is said and marked', async () => {
  await moveTo(`${today}T23:20`)
  await host.reload()
  await typePasscode(host, /Nhập mã PIN/).catch(() => undefined)
  await host.getByLabel('Họ và tên').waitFor()
  await says(/Khách đến lúc này thì báo trước 08:00/)
  await host.getByLabel('Giấy tờ').selectOption('passport')
  await host.getByLabel('Họ và tên').fill('Emma Laurent')
  await host.getByLabel('Số hộ chiếu').fill('12AB34567')
  await host.getByLabel('Mã nước').fill('FRA')
  await host.getByLabel('Ngày sinh').fill('03/02/1997')
  await host.getByLabel('Ngày đến').fill(today)
  await host.getByLabel('Giờ đến').fill('20:55')
  await host.getByLabel('Lý do').selectOption('tourism')
  await press(host, 'Báo lưu trú')
  await says(/Đã báo Emma Laurent/)
  await guests().filter({ hasText: 'Emma Laurent' }).locator('.pill').getByText(/muộn/i).waitFor()
})

test('the police of the ward sees the home with its guests, the late one marked', async () => {
  const { page, context } = await officerAtWork(sen, 'bao')
  await page.goto('/counter/stays')
  await page
    .getByRole('link', { name: /Bờ Sông/ })
    .or(page.getByRole('row', { name: /Bờ Sông/ }))
    .first()
    .click()
  await page.getByText('Emma Laurent').waitFor()
  await page.getByText(man.name).first().waitFor()
  await context.close()
})

test('a guest who leaves early is noted with one press, and reads it in her log', async () => {
  await press(host, `${man.name} đã rời`)
  await host.getByRole('button', { name: `${man.name} đã rời` }).waitFor({ state: 'detached' })
  await guest.goto('/app/looks')
  await typePasscode(guest, /Nhập mã PIN/).catch(() => undefined)
  await says('Nơi này báo bạn đã rời đi', guest)
})

test('rooms that she lets are added by name and place; what is missing is told', async () => {
  await host.goto('/app/stays')
  await host.getByRole('link', { name: /Thêm phòng cho thuê/ }).click()
  await press(host, 'Thêm')
  await says('Chọn tỉnh, thành phố.')
  assert.deepEqual(await faultsOf(host, 'rooms half typed'), [])
  await host.setViewportSize(PHONE)
  await host.getByLabel('Tên nhà trọ').fill('Nhà trọ bà Sáu')
  await host.getByLabel('Tỉnh, thành phố').selectOption({ index: 1 })
  await host.getByLabel('Số nhà, đường hoặc thôn').fill('44 ngõ\u202e 5')
  await press(host, 'Thêm')
  await host
    .locator('.field-error')
    .getByText(/ký tự (vô hình|không nhìn thấy)/i)
    .waitFor()
  assert.deepEqual(await faultsOf(host, 'rooms with a hidden sign'), [])
  await host.setViewportSize(PHONE)
  await host.getByLabel('Số nhà, đường hoặc thôn').fill('44 ngõ 5')
  await press(host, 'Thêm')
  await says(/Nhà trọ bà Sáu · 44 ngõ 5/)
  await host.getByLabel('Phòng').waitFor()
})

test('however long the name of a house is, the numbers beside it stay on the screen of the police', async () => {
  const answer = await host.request.post('/api/stays/add-home', {
    data: { kind: 'rented-rooms', name: 'N'.repeat(80), address: 'a'.repeat(200), unit: '40' },
    headers: { origin: sen.url },
  })
  assert.ok(answer.ok(), await answer.text())
  const { page, context } = await officerAtWork(sen, 'bao')
  await page.goto('/counter/stays')
  await page.getByText('N'.repeat(80)).waitFor()
  const last = await page.locator('table tr:first-child > :last-child').first().boundingBox()
  assert.ok(last && last.x + last.width <= 1440, `the last column ends at ${last && last.x + last.width} px`)
  await context.close()
})

test('when she has moved she notifies nobody at the old home; another one’s home is not hers', async () => {
  await onDatabase(
    sen,
    `update person set permanent_address = 'Số 3, đường Tôn Đản' where personal_number = $1 returning 1`,
    [hanh.personal_number],
  )
  await host.goto('/app/stays')
  await host.getByRole('link', { name: /Không còn ở/ }).click()
  await says('Bạn không còn cư trú ở đây')
  assert.equal(await host.getByLabel('Họ và tên').count(), 0)
  await looksRight('a home that she has left', '.stay-list')
  const address = new URL(host.url()).pathname
  await guest.goto(address)
  await guest.getByText('Không có nơi này').waitFor()
})
