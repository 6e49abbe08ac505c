/**
 * A lost phone and no card: a code, a portrait, and a day in which every channel is told, moved by the
 * world's clock; stopped in the app, ended from the notice.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { enterCode, givePortrait, heading, press, typePasscode } from './citizen-steps.ts'
import {
  begin,
  chooseSecrets,
  faultsInBoth,
  NEW_PASSCODE,
  openClock,
  settle,
  type Phone,
} from './lost-phone-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let hanh: CastMember
/** The phone that is bound now. */
let bound: Phone
let passHours: (hours: number) => Promise<void>

before(async () => {
  sen = await openSen()
  passHours = openClock(sen)
  ;({ member: hanh, phone: bound } = await settle(sen, 'hanh'))
})
after(() => sen.stop())

/** The code of the notice that ends the recovery. */
const stopCode = async (): Promise<string> =>
  /\d{4} \d{4}/.exec((await sen.letters(hanh.phone, /Máy mới sẽ được gắn/))[0] ?? '')?.[0] ?? assert.fail()

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
  const kept = (await third.context.cookies()).find(({ name }) => name.includes('recovery'))
  assert.ok(
    kept && kept.expires > Date.now() / 1000 + 24 * 3600,
    'the browser keeps its hold on the recovery when it is closed',
  )
  await page.close()

  const held = bound.page
  await held.goto('/app/wallet')
  await held.getByText('Tài khoản đang được lấy lại trên máy khác').waitFor()
  assert.deepEqual(await faultsInBoth(held, 'the wallet while it is going on'), [])

  await passHours(25)
  const again = await third.context.newPage()
  await again.goto('/app/recover')
  await again.getByRole('link', { name: 'Làm tiếp' }).click()
  await chooseSecrets(again)
  await held.goto('/app/devices')
  await held
    .getByText(/không còn gắn với tài khoản/)
    .first()
    .waitFor()
  bound = { context: third.context, page: again }
})

/** As far as the waiting. */
const upToWaiting = async (): Promise<Phone> => {
  const phone = await sen.phone()
  await begin(phone.page, /^Ảnh chân dung/, hanh)
  await enterCode(phone.page, await sen.code(hanh.phone))
  await givePortrait(phone.page, await sen.portraitOf('hanh'))
  await heading(phone.page, 'Bằng chứng đã đủ').waitFor()
  return phone
}

test('it was she herself, and the old phone was found: she stops it there, and nothing has changed', async () => {
  const other = await upToWaiting()
  await bound.page.goto('/app/wallet')
  const pad = bound.page.getByRole('group', { name: /Nhập mã PIN/ })
  const notice = bound.page.getByText('Tài khoản đang được lấy lại trên máy khác')
  await pad.or(notice).first().waitFor()
  if (await pad.isVisible()) {
    await typePasscode(bound.page, /Nhập mã PIN/, NEW_PASSCODE)
  }
  await notice.waitFor()
  await press(bound.page, 'Là tôi, dừng lại')
  await bound.page.getByRole('dialog').getByRole('button', { name: 'Dừng lại' }).click()
  await notice.waitFor({ state: 'detached' })
  await other.page.getByText(/Việc lấy lại đã được dừng/).waitFor()
})

test('"this was not me" on the public page: the code of the notice ends it and locks the account', async () => {
  const thief = await upToWaiting()
  const { page } = await sen.phone()
  await page.goto('/app/not-me')
  assert.deepEqual(await faultsInBoth(page, 'not me'), [])
  await page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await page.getByLabel('Mã trong tin báo').fill('0000 0000')
  await press(page, 'Không phải tôi, khoá ngay')
  await page
    .getByText(/chưa khớp/)
    .first()
    .waitFor()
  await page.getByLabel('Mã trong tin báo').fill(await stopCode())
  await press(page, 'Không phải tôi, khoá ngay')
  await heading(page, 'Đã dừng và khoá tài khoản').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'not me, done'), [])
  await thief.page.getByText(/báo không phải mình/).waitFor()
  assert.deepEqual(await faultsInBoth(thief.page, 'ended'), [])
  await bound.page.goto('/app/wallet')
  await bound.page
    .getByText(/đang (bị )?khoá/)
    .first()
    .waitFor()
})
