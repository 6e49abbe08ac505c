/**
 * The code at a hotel's desk: a guest scans it, sees what the desk and the police would read, agrees, and
 * stands in the desk's list without a paper having been copied; she takes it back where it was a mistake.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { faultsInBoth, onDatabase, PHONE } from './filing-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let hanh: CastMember
let phone: Page
let desk: Page
let link: string
before(async () => {
  sen = await openSen()
  phone = (await sen.phone()).page
  hanh = await settleHere(phone, sen, 'hanh')
  const { deskKey } = (await sen.post('/world/stays', {})) as { deskKey: string }
  desk = (await sen.desk()).page
  await desk.goto('/stays/')
  await desk.getByLabel('Khoá quầy').fill(deskKey)
  await press(desk, 'Mở quầy')
  await heading(desk, 'Khách tự báo bằng điện thoại').waitFor()
})
after(() => sen.stop())

const says = (text: string | RegExp, on = phone) => on.getByText(text).first().waitFor()
const looksRight = async (name: string, ready: string): Promise<void> =>
  assert.deepEqual(await faultsInBoth(phone, name, ready), [])
const agree = () => press(phone, 'Đồng ý chia sẻ và báo lưu trú')
const inList = () => desk.locator('.stay-list > li').filter({ hasText: hanh.name })

test('the desk shows its code and prints it alone', async () => {
  const card = desk.locator('.desk-code')
  await card.getByRole('img', { name: /^Mã QR của Khách sạn/ }).waitFor()
  link = await card.locator('small').innerText()
  assert.equal(new URL(link).origin, sen.url)
  assert.deepEqual(await faultsOf(desk, 'a desk with its code'), [])
  await desk.emulateMedia({ media: 'print' })
  assert.equal(await desk.getByRole('heading', { name: 'Thêm khách' }).isVisible(), false)
  assert.equal(await card.getByRole('img').isVisible(), true)
  await desk.emulateMedia({ media: 'screen' })
})

test('whoever scans it sees which place it is, what it would read and what the police gets; nothing is sent', async () => {
  await phone.goto(new URL(link).pathname)
  await heading(phone, 'Khách sạn Bờ Sông').waitFor()
  await says('Nơi này sẽ thấy')
  await says(hanh.name)
  await says(`… ${hanh.personal_number.slice(-4)}`)
  await says(/nhận thông báo với họ tên, ngày sinh và số định danh/)
  await looksRight('a place by its code', '.guest-fields')
  assert.equal(await inList().count(), 0)
})

test('a time that is none is told at its field; agreed to, she stands in the list of the desk', async () => {
  await phone.getByLabel('Giờ đến').fill('9 giờ tối')
  await agree()
  await says('Viết giờ và phút, ví dụ 20:55.')
  assert.deepEqual(await faultsOf(phone, 'a wrong time'), [])
  await phone.setViewportSize(PHONE)
  await phone.getByLabel('Giờ đến').fill('')
  await phone.getByLabel('Phòng').fill('204')
  await agree()
  await heading(phone, 'Đã báo lưu trú').waitFor()
  assert.deepEqual(await faultsOf(phone, 'a stay of her own'), [])
  await phone.setViewportSize(PHONE)
  await desk.reload()
  await inList().getByText('Phòng 204').waitFor()
  await inList()
    .getByText(/khách tự báo/)
    .waitFor()
  assert.equal(await desk.getByText(hanh.personal_number).count(), 0)
})

test('she takes it back where it was a mistake, and both of it stand in her log', async () => {
  await press(phone, 'Huỷ, tôi báo nhầm')
  await phone.getByRole('dialog').getByRole('button', { name: 'Huỷ, tôi báo nhầm' }).click()
  await heading(phone, 'Đã huỷ thông báo lưu trú').waitFor()
  await phone.goto('/app/looks')
  await says('Bạn huỷ thông báo lưu trú mà bạn tự báo')
  await says('Bạn tự báo lưu trú ở nơi này, và cho nơi này biết bạn là ai')
  await phone.goto('/app/stays')
  await says('Khách sạn Bờ Sông')
  await says('Đã huỷ')
})

test('a code that is no place’s, a suspended place and a network that is gone each say what to do', async () => {
  await phone.goto('/app/stays/at/khong-co-noi-nay')
  await says('Không có nơi lưu trú nào mang mã này')
  await looksRight('an unknown code', '.empty')
  await phone.goto(new URL(link).pathname)
  await phone.getByLabel('Phòng').waitFor()
  await phone.context().setOffline(true)
  await agree()
  // The band says it at once; the press has tried once more by itself before it says so.
  await phone.locator('.problem[data-code^="network."]').waitFor()
  await phone.context().setOffline(false)
  await agree()
  await heading(phone, 'Đã báo lưu trú').waitFor()
  await onDatabase(sen, "update stay_facility set state = 'suspended', state_why = 'thử' returning 1")
  await phone.goto(new URL(link).pathname)
  await says('Nơi này đang bị tạm dừng báo lưu trú')
  await looksRight('a suspended place', '.notice')
})
