/**
 * Trusted relatives: named while the phone is in the hand, accepted, waited for; then the phone is lost, and
 * the relative says yes by voice, or no.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { enterCode, heading, PASSCODE, press, typePasscode } from './citizen-steps.ts'
import { begin, chooseSecrets, faultsInBoth, openClock, settle, type Phone } from './lost-phone-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let hanh: CastMember
let man: CastMember
let hers: Phone
let aunts: Phone
let passHours: (hours: number) => Promise<void>

before(async () => {
  sen = await openSen()
  passHours = openClock(sen)
  ;({ member: hanh, phone: hers } = await settle(sen, 'hanh'))
  ;({ member: man, phone: aunts } = await settle(sen, 'man'))
})
after(() => sen.stop())

/** The relatives' page, behind the passcode when the app has closed meanwhile. */
const openRelatives = async ({ page }: Phone, passcode = PASSCODE): Promise<void> => {
  await page.goto('/app/family/relatives')
  const pad = page.getByRole('group', { name: /Nhập mã PIN/ })
  await pad.or(heading(page, 'Người tôi chọn')).first().waitFor()
  if (await pad.isVisible()) {
    await typePasscode(page, /Nhập mã PIN/, passcode)
  }
  await heading(page, 'Người tôi chọn').waitFor()
}

test('she names her aunt Mận, who is told and agrees; then three days must pass', async () => {
  const { page } = hers
  await page.goto('/app/me')
  await page.getByRole('link', { name: /Người thân tin cậy/ }).click()
  await page.getByText('Bạn chưa chọn ai').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'no relatives'), [])
  await page.getByRole('link', { name: 'Chọn người thân' }).click()
  assert.deepEqual(await faultsInBoth(page, 'naming a relative'), [])
  await page.getByLabel('Số định danh của người thân').fill(man.personal_number)
  await page.getByLabel('Bạn gọi người ấy là').fill('Cô Mận')
  await press(page, 'Tiếp tục')
  await typePasscode(page, 'Nhập mã PIN để gửi lời mời')
  await page.getByText('Chờ trả lời').waitFor()
  await sen.letters(man.phone, /nhờ bạn làm người thân tin cậy/)
  await openRelatives(aunts)
  await aunts.page.getByText('Nguyễn Thị Hạnh nhờ bạn làm người thân tin cậy').waitFor()
  assert.deepEqual(await faultsInBoth(aunts.page, 'asked to be a relative'), [])
  await press(aunts.page, 'Đồng ý')
  await aunts.page.getByText('Bạn là người thân tin cậy').waitFor()
  await sen.letters(hanh.phone, /Người thân đã đồng ý/)
  await openRelatives(hers)
  await page.getByText('Chờ đủ giờ').waitFor()
  await page.getByText(/còn 7[12] giờ/).waitFor()
  assert.deepEqual(await faultsInBoth(page, 'a relative who must wait'), [])
})

let third: Phone
const ask = async (): Promise<string> => {
  third = await sen.phone()
  await begin(third.page, /^Người thân tin cậy/, hanh)
  await enterCode(third.page, await sen.code(hanh.phone))
  return (await third.page.locator('.big-number b').innerText()).trim()
}
const answer = async (): Promise<void> => {
  await sen.letters(man.phone, /mất điện thoại và nhờ bạn xác nhận/)
  await openRelatives(aunts)
  await aunts.page.getByRole('link', { name: 'Trả lời' }).click()
  await heading(aunts.page, 'Nguyễn Thị Hạnh nhờ bạn xác nhận').waitFor()
}

test('the phone is lost: Mận says no, and the recovery ends', async () => {
  await passHours(73)
  await ask()
  assert.deepEqual(await faultsInBoth(third.page, 'the number to compare'), [])
  await answer()
  await press(aunts.page, 'Không phải')
  await press(aunts.page, 'Không phải, dừng lại')
  await third.page.getByText('Lần lấy lại này đã kết thúc').first().waitFor()
})

test("Mận calls, hears the number, and confirms with her own passcode; six hours later the new phone is Hạnh's", async () => {
  const number = await ask()
  await answer()
  assert.deepEqual(await faultsInBoth(aunts.page, 'asked to confirm'), [])
  await aunts.page.getByLabel('Số đối chiếu bạn nghe được').fill(number === '0000' ? '1111' : '0000')
  await press(aunts.page, 'Tiếp tục')
  await typePasscode(aunts.page, 'Nhập mã PIN của bạn để xác nhận')
  await aunts.page.getByText(/Số đối chiếu chưa khớp/).waitFor()
  await aunts.page.getByLabel('Số đối chiếu bạn nghe được').fill(number)
  await press(aunts.page, 'Tiếp tục')
  await typePasscode(aunts.page, 'Nhập mã PIN của bạn để xác nhận')
  await heading(aunts.page, 'Người tôi chọn').waitFor()
  await heading(third.page, 'Bằng chứng đã đủ').waitFor()
  await passHours(7)
  await third.page.reload()
  await chooseSecrets(third.page)
  await hers.page.goto('/app/wallet')
  await hers.page
    .getByText(/không còn gắn với tài khoản/)
    .first()
    .waitFor()
})

test('Mận leaves: Hạnh is told, and nobody confirms any more', async () => {
  await openRelatives(aunts)
  await press(aunts.page, 'Thôi làm người thân')
  await aunts.page.getByRole('dialog').getByRole('button', { name: 'Thôi làm người thân' }).click()
  await aunts.page.getByText('Bạn là người thân tin cậy').waitFor({ state: 'detached' })
  await sen.letters(hanh.phone, /liên kết người thân tin cậy của bạn đã kết thúc/)
})
