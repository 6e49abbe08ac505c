/** Registration from the card's printed code, and the refusals that a person meets before an officer does. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { now } from '../server/kernel/clock.ts'
import { pauseSms, resumeSms } from '../server/modules/people/accounts/sms-pause.ts'
import { openPool } from '../server/storage/pool.ts'
import { openTransact } from '../server/storage/transact.ts'
import {
  agree,
  cardPicture,
  enterCode,
  givePortrait,
  goWithin,
  heading,
  press,
  provePhone,
  registerByHand,
  sendApplication,
  typeIdentity,
} from './citizen-steps.ts'
import { openSen, type OpenSen } from './open-sen.ts'
import { prepared } from './registered.ts'

let sen: OpenSen
before(async () => {
  sen = await openSen()
})
after(() => sen.stop())

test('a picture of the card saves the typing: what was read is shown before it is used', async () => {
  const { page, context } = await sen.phone()
  const man = await sen.member('man')
  await page.goto('/app/enrol')
  await agree(page)
  await press(page, 'Quét mã QR trên thẻ')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'the.png', mimeType: 'image/png', buffer: await cardPicture(man) })
  await page.getByText('Lê Thị Mận').first().waitFor()
  await press(page, 'Đúng là tôi, tiếp tục')
  await provePhone(page, sen, man)
  await givePortrait(page, await sen.portraitOf('man'))
  await sendApplication(page)
  await page.getByText('Đã được chấp nhận').first().waitFor()
  await context.close()
})

test('an application is gone on with after the page was closed half-way', async () => {
  const { page, context } = await sen.phone()
  const khoa = await sen.member('khoa')
  await page.goto('/app/enrol')
  await agree(page)
  await page.getByLabel('Số định danh cá nhân').fill(khoa.personal_number)
  await page.getByLabel('Họ, chữ đệm và tên').fill(khoa.name)
  await page.getByLabel('Ngày sinh').fill('30/09/1985')
  await press(page, 'Tiếp tục')
  await page.getByLabel('Số điện thoại').waitFor()
  await page.close()
  const again = await context.newPage()
  await again.goto('/app/enrol')
  await again.getByLabel('Số điện thoại').waitFor()
  await context.close()
})

test('whose application is gone on with on the same phone sees her own picture, or none', async () => {
  const { page, context } = await sen.phone()
  const khoa = await sen.member('khoa')
  await page.goto('/app/enrol')
  await agree(page)
  await typeIdentity(page, khoa)
  await provePhone(page, sen, khoa)
  await givePortrait(page, await sen.portraitOf('khoa'))
  await heading(page, 'Kiểm tra trước khi gửi').waitFor()
  const picture = page.locator('.review-picture')
  await picture.waitFor()
  const { member } = await prepared(page, sen, 'man')
  for (const path of ['/app/welcome', '/app/enrol']) {
    await goWithin(page, path)
    await page.waitForTimeout(300)
  }
  await heading(page, 'Kiểm tra trước khi gửi').waitFor()
  await page.getByText(member.name).first().waitFor()
  assert.equal(await picture.count(), 0, 'the picture of somebody else')
  await context.close()
})

const refusals = [
  { id: 'binh', says: /dưới 14 tuổi/, promise: 'a nine-year-old is told that his parents register him' },
  {
    id: 'khoa',
    says: /hết hạn|không còn giá trị|đổi thẻ|làm thẻ mới/i,
    promise: 'an expired card is told as such, with what to do',
  },
] as const

for (const { id, says, promise } of refusals) {
  test(promise, async () => {
    const { page, context } = await sen.phone()
    await registerByHand(page, sen, id)
    await page.getByText('Chưa được chấp nhận').first().waitFor()
    await page.getByText(says).first().waitFor()
    await context.close()
  })
}

test('somebody who is not in the register is told only that an officer looks, like anybody with a doubtful face', async () => {
  const { page, context } = await sen.phone()
  await registerByHand(page, sen, 'emma')
  await page.getByText('Cán bộ đang xem xét').first().waitFor()
  const text = await page.locator('body').innerText()
  assert.ok(!/không có trong|không tồn tại/i.test(text))
  await context.close()
})

test('a number with a letter, a name with hidden characters and a date that does not exist are each told beside their field', async () => {
  const { page, context } = await sen.phone()
  await page.goto('/app/enrol')
  await agree(page)
  await page.getByLabel('Số định danh cá nhân').fill('94019100482')
  await page.getByLabel('Họ, chữ đệm và tên').fill('Nguyễn \u202eThị Hạnh')
  await page.getByLabel('Ngày sinh').fill('31/02/1991')
  await press(page, 'Tiếp tục')
  await page.getByRole('alert').first().waitFor()
  assert.ok((await page.locator('[aria-invalid=true]').count()) >= 2)
  assert.match(page.url(), /enrol\/identity/)
  await context.close()
})

test('while the operator has paused text messages to strangers, the page offers the code by e-mail', async () => {
  const pool = openPool(sen.databaseUrl, 1)
  const transact = openTransact(pool)
  await transact((work) => pauseSms(work, { since: now().toISOString(), reason: 'a flood' }))
  const { page, context } = await sen.phone()
  const member = await sen.member('pao')
  await page.goto('/app/enrol')
  await agree(page)
  await typeIdentity(page, member)
  await page.getByLabel('Số điện thoại').fill(member.phone)
  await press(page, 'Gửi mã xác nhận')
  await page.getByText(/tạm không gửi mã bằng tin nhắn/).waitFor()
  await page.getByLabel(/^E-mail/).fill(member.email)
  await press(page, 'Nhận mã qua e-mail')
  await enterCode(page, await sen.code(member.email))
  await heading(page, 'Chụp ảnh chân dung').waitFor()
  await transact((work) => resumeSms(work))
  await pool.end()
  await context.close()
})
