/** The lost-phone ladder by oneself: the chip, the portrait with its waiting moved by the world's clock, the old phone dead, and "this was not me". */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { enterCode, givePortrait, heading, press, typePasscode } from './citizen-steps.ts'
import { begin, chooseSecrets, faultsInBoth, letterTo, NEW_PASSCODE, NEW_PASSWORD, openClock, settle, type Phone } from './lost-phone-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let hanh: CastMember
let first: Phone
let second: Phone
let passHours: (hours: number) => Promise<void>

before(async () => {
  sen = await openSen()
  passHours = openClock(sen)
  ;({ member: hanh, phone: first } = await settle(sen, 'hanh'))
})
after(() => sen.stop())

/** The code of the notice that ends the recovery. */
const stopCode = async (): Promise<string> => /\d{4} \d{4}/.exec(await letterTo(sen, hanh.phone, /Máy mới sẽ được gắn/))?.[0] ?? assert.fail()

test('by the card\'s chip and a code: a few minutes, and the phone is hers', async () => {
  second = await sen.phone()
  const { page } = second
  await page.goto('/app/recover')
  await page.getByText('Bạn đang dùng máy mới. Không cần máy cũ.').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the ladder'), [])
  await begin(page, /Thẻ căn cước gắn chip/, hanh)
  await heading(page, 'Đặt thẻ căn cước lên máy đọc').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the chip'), [])
  await page.getByLabel('Thẻ của ai nằm trên máy đọc?').selectOption({ label: (await sen.member('man')).name })
  await press(page, 'Đọc thẻ')
  await page.getByText(/không mang số định danh bạn đã nhập/).waitFor()
  await page.getByLabel('Thẻ của ai nằm trên máy đọc?').selectOption({ label: hanh.name })
  await press(page, 'Đọc thẻ')
  await enterCode(page, await sen.code(hanh.phone))
  await page.getByLabel('Mật khẩu mới', { exact: true }).waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the new password'), [])
  await chooseSecrets(page)
  await page.getByRole('link', { name: 'Vào ví' }).click()
  await page.getByText(/Ký số hợp lệ/).waitFor()
})

test('her old phone is dead: its session has ended and its key and passcode open nothing', async () => {
  const { page } = first
  await page.goto('/app/devices')
  await typePasscode(page, /Nhập mã PIN/)
  await page.getByText(/Thiết bị này (không còn|chưa)|không còn gắn/).first().waitFor()
})

test('a portal knows her by the new password and the new passcode of the new phone', async () => {
  const page = await second.context.newPage()
  await page.goto(sen.portalUrl)
  await page.getByRole('link', { name: /Đăng nhập bằng Sen/ }).or(page.getByRole('button', { name: /Đăng nhập bằng Sen/ })).first().click()
  await page.getByLabel('Số định danh').fill(hanh.personal_number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(NEW_PASSWORD)
  await press(page, 'Tiếp tục')
  await typePasscode(page, /Nhập mã PIN 6 số/, NEW_PASSCODE)
  await heading(page, 'Bạn đồng ý chia sẻ?').waitFor()
  await press(page, /Đồng ý/)
  await page.waitForURL(`${sen.portalUrl}/**`)
  await page.getByText('Nguyễn Thị Hạnh').first().waitFor()
})

test('by a code and her portrait: the way stands open only after 24 hours, and closing the browser loses nothing', async () => {
  const third = await sen.phone()
  const { page } = third
  await begin(page, /^Ảnh chân dung/, hanh)
  await page.getByLabel(/Mã 6 số/).waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the code'), [])
  await enterCode(page, await sen.code(hanh.phone))
  await heading(page, 'Chụp ảnh chân dung').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the portrait'), [])
  await givePortrait(page, await sen.portraitOf('man'))
  await page.getByText(/Ảnh chưa khớp với ảnh đang lưu/).waitFor()
  await press(page, 'Chụp lại')
  await givePortrait(page, await sen.portraitOf('hanh'))
  await heading(page, 'Bằng chứng đã đủ').waitFor()
  await page.getByText(/Còn 23 giờ|Còn 24 giờ/).waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the waiting'), [])
  await page.close()

  const held = second.page
  await held.goto('/app/wallet')
  await held.getByText('Tài khoản đang được lấy lại trên máy khác').waitFor()
  assert.deepEqual(await faultsInBoth(held, 'the wallet while it is going on'), [])

  await passHours(25)
  const again = await third.context.newPage()
  await again.goto('/app/recover')
  await again.getByRole('link', { name: 'Làm tiếp' }).click()
  await chooseSecrets(again)
  await held.goto('/app/devices')
  await typePasscode(held, /Nhập mã PIN/, NEW_PASSCODE)
  await held.getByText(/không còn gắn với tài khoản/).first().waitFor()
  second = { context: third.context, page: again }
})

test('"this was not me" on the public page: the code of the notice ends it and locks the account', async () => {
  const thief = await sen.phone()
  await begin(thief.page, /^Ảnh chân dung/, hanh)
  await enterCode(thief.page, await sen.code(hanh.phone))
  await givePortrait(thief.page, await sen.portraitOf('hanh'))
  await heading(thief.page, 'Bằng chứng đã đủ').waitFor()
  const { page } = await sen.phone()
  await page.goto('/app/not-me')
  assert.deepEqual(await faultsInBoth(page, 'not me'), [])
  await page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await page.getByLabel('Mã trong tin báo').fill('0000 0000')
  await press(page, 'Không phải tôi, khoá ngay')
  await page.getByText(/chưa khớp/).first().waitFor()
  await page.getByLabel('Mã trong tin báo').fill(await stopCode())
  await press(page, 'Không phải tôi, khoá ngay')
  await heading(page, 'Đã dừng và khoá tài khoản').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'not me, done'), [])
  await thief.page.getByText(/báo không phải mình/).waitFor()
  assert.deepEqual(await faultsInBoth(thief.page, 'ended'), [])
  await second.page.goto('/app/wallet')
  await typePasscode(second.page, /Nhập mã PIN/, NEW_PASSCODE)
  await second.page.getByText(/đang (bị )?khoá/).first().waitFor()
})
