/**
 * Lock by a trusted relative: in her own app, with her own passcode; both are told; every session dead within
 * ten seconds; unlocked by two pairs of eyes.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsOf } from './accessibility.ts'
import { heading, PASSCODE, press, typePasscode } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { mustBeDead, signInAtPortal, unlockByTwo } from './lock-steps.ts'
import { openClock, settle, type Phone } from './lost-phone-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let hanh: CastMember
let man: CastMember
let hers: Phone
let aunts: Phone

before(async () => {
  sen = await openSen()
  ;({ member: hanh, phone: hers } = await settle(sen, 'hanh'))
  ;({ member: man, phone: aunts } = await settle(sen, 'man'))
})
after(() => sen.stop())

const openRelatives = async ({ page }: Phone): Promise<void> => {
  await page.goto('/app/family/relatives')
  const pad = page.getByRole('group', { name: /Nhập mã PIN/ })
  await pad.or(heading(page, 'Người tôi chọn')).first().waitFor()
  if (await pad.isVisible()) {
    await typePasscode(page, /Nhập mã PIN/)
  }
  await heading(page, 'Người tôi chọn').waitFor()
}
const pressLock = async (passcode = PASSCODE): Promise<void> => {
  const { page } = aunts
  await press(page, `Khoá tài khoản giúp ${hanh.name}`)
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếp tục' }).click()
  await typePasscode(page, 'Nhập mã PIN của bạn để khoá', passcode)
}

test('Hạnh names her aunt, who agrees; before the days of waiting are over the lock is refused in words', async () => {
  await openRelatives(hers)
  await hers.page.getByRole('link', { name: 'Chọn người thân' }).click()
  await hers.page.getByLabel('Số định danh của người thân').fill(man.personal_number)
  await hers.page.getByLabel('Bạn gọi người ấy là').fill('Cô Mận')
  await press(hers.page, 'Tiếp tục')
  await typePasscode(hers.page, 'Nhập mã PIN để gửi lời mời')
  await hers.page.getByText('Chờ trả lời').waitFor()
  await sen.letters(man.phone, /nhờ bạn làm người thân tin cậy/)
  await openRelatives(aunts)
  await press(aunts.page, 'Đồng ý')
  await aunts.page.getByText('Bạn là người thân tin cậy').waitFor()
  await pressLock()
  await aunts.page.getByText(/Bạn chưa khoá giúp người này được/).waitFor()
  await aunts.page.keyboard.press('Escape')
})

test('after three days she locks with her own passcode: the portal is dead in ten seconds, and both are told', async () => {
  await openClock(sen)(73)
  const portal = await signInAtPortal(sen, hers.context, hanh)
  await openRelatives(aunts)
  await press(aunts.page, `Khoá tài khoản giúp ${hanh.name}`)
  assert.deepEqual(await faultsOf(aunts.page, 'locking for a relative'), [])
  await aunts.page.setViewportSize({ width: 390, height: 844 })
  await aunts.page.keyboard.press('Escape')
  await pressLock('998877')
  await aunts.page
    .getByText(/Mã PIN chưa đúng/)
    .first()
    .waitFor()
  await typePasscode(aunts.page, 'Nhập mã PIN của bạn để khoá')
  await aunts.page
    .getByText(/Đã khoá giúp/)
    .first()
    .waitFor()
  const lockedAt = Date.now()
  await mustBeDead(sen, { portal, phone: hers.page, who: hanh, lockedAt })
  await sen.letters(hanh.phone, /Cô Mận.*đã khoá tài khoản/)
  await sen.letters(man.phone, /Bạn đã khoá tài khoản giúp/)
})

test('two officers unlock, and who locked stands in her history and her log', async () => {
  const bao = (await officerAtWork(sen, 'bao')).page
  const thu = (await officerAtWork(sen, 'thu', 'Quầy 03')).page
  await unlockByTwo({ one: bao, other: thu, phone: hers.page, who: hanh })
  await hers.page.goto('/app/me/lock')
  await hers.page
    .getByText(/Người thân tin cậy của bạn/)
    .first()
    .waitFor()
  await hers.page.goto('/app/looks')
  await hers.page.getByText('Người thân tin cậy khoá tài khoản giúp bạn').first().waitFor()
  await aunts.page.goto('/app/looks')
  await aunts.page.getByText('Khoá tài khoản giúp người thân').first().waitFor()
})
