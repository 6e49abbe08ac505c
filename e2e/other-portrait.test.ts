/**
 * A portrait that the officer cannot use: she asks for another one, the applicant is told why and until when,
 * comes back on another phone, sends it, and the same review goes on.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { enterCode, givePictureOf, heading, press, registerByHand } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let phone: Page
let other: Page
let counter: Page
let pao: CastMember
let reference: string

before(async () => {
  sen = await openSen()
  phone = (await sen.phone()).page
  other = (await sen.phone()).page
  counter = (await officerAtWork(sen, 'bao')).page
})
after(() => sen.stop())

/** The page as it stands, in both languages; the language of the story is the last. */
const faultsInBoth = async (
  page: Page,
  name: string,
  seen: Record<'en' | 'vi', string>,
): Promise<string[]> => {
  const { pathname } = new URL(page.url())
  const faults: string[] = []
  for (const language of ['en', 'vi'] as const) {
    await page.goto(`${pathname}?lang=${language}`)
    await page.getByText(seen[language]).first().waitFor()
    faults.push(...(await faultsOf(page, `${name} (${language})`)))
  }
  return faults
}
const openQueue = async (): Promise<void> => {
  await counter.goto('/counter/review')
  await counter.getByRole('heading', { name: 'Hàng đợi' }).waitFor()
}

test('an officer asks for another portrait, with a fault from a list, and the next application comes', async () => {
  pao = await registerByHand(phone, sen, 'pao')
  await phone.getByText('Cán bộ đang xem xét').first().waitFor()
  await openQueue()
  await counter.getByText(pao.name).first().click()
  await counter.getByText('CSDL dân cư').first().waitFor()
  await press(counter, /^Yêu cầu ảnh khác/)
  const dialog = counter.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await dialog.getByText('Chọn một điều để người dân biết phải chụp lại thế nào.').first().waitFor()
  assert.deepEqual(await faultsOf(counter, 'the dialog'), [])
  await dialog.getByRole('radio', { name: /Khuôn mặt bị che/ }).check()
  await dialog.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await counter
    .getByText(/Đã yêu cầu Giàng A Páo gửi ảnh khác/)
    .first()
    .waitFor()
  await openQueue()
  await counter.getByText('1 chờ người nộp').first().waitFor()
  assert.equal(await counter.getByText(pao.name).count(), 0, 'it waits for no officer')
})

test('the applicant reads why and until when; the message leads back without any name', async () => {
  await phone.goto('/app/enrol')
  await heading(phone, 'Cần một ảnh chân dung khác').waitFor()
  await phone.getByText('Khuôn mặt bị che.').waitFor()
  await phone.getByText(/Gửi ảnh mới đến hết 17:00/).waitFor()
  assert.equal(await phone.getByText(/Hạn trả kết quả/).count(), 0, 'its time stands still')
  const seen = { en: 'Another portrait is needed', vi: 'Cần một ảnh chân dung khác' }
  assert.deepEqual(await faultsInBoth(phone, 'what is asked', seen), [])
  const sms = (await sen.messages(pao.phone)).find(({ text }) => text.includes('ảnh chân dung mới'))
  reference = /SEN-[0-9A-Z-]+/.exec(sms?.text ?? '')?.[0] ?? assert.fail('no reference in the message')
  assert.ok(sms?.text.includes('/app/enrol/return') && !sms.text.includes('Páo'))
  await phone.goto('/app/dossiers')
  await phone.getByText('Cần bạn gửi ảnh chân dung khác').waitFor()
})

test('on another phone: reference, phone and code lead back to it', async () => {
  await other.goto('/app/enrol')
  await other
    .getByRole('link', { name: 'Tôi đã gửi đơn, mở lại bằng mã đơn' })
    .or(other.getByRole('button', { name: 'Tôi đã gửi đơn, mở lại bằng mã đơn' }))
    .click()
  await heading(other, 'Mã đơn và nơi bạn đã nhận mã').waitFor()
  const seen = { en: 'The reference, and where you got your code', vi: 'Mã đơn và nơi bạn đã nhận mã' }
  assert.deepEqual(await faultsInBoth(other, 'the way back', seen), [])
  await press(other, 'Gửi mã xác nhận')
  await other.getByText('Nhập mã đơn hoặc mã hồ sơ.').first().waitFor()
  await other.getByLabel('Mã đơn').fill(reference.toLowerCase())
  await other.getByLabel('Số điện thoại').fill(pao.phone)
  await press(other, 'Gửi mã xác nhận')
  await heading(other, 'Nhập mã vừa gửi tới máy bạn').waitFor()
  assert.deepEqual(await faultsOf(other, 'its code'), [])
  await enterCode(other, await sen.code(pao.phone))
  await heading(other, 'Cần một ảnh chân dung khác').waitFor()
})

test('she takes it again and sends it; the first phone knows it too', async () => {
  await other
    .getByRole('link', { name: 'Chụp ảnh khác' })
    .or(other.getByRole('button', { name: 'Chụp ảnh khác' }))
    .click()
  await heading(other, 'Chụp lại ảnh chân dung').waitFor()
  const seen = { en: 'Take the portrait again', vi: 'Chụp lại ảnh chân dung' }
  assert.deepEqual(await faultsInBoth(other, 'the other portrait', seen), [])
  await givePictureOf(other, await sen.portraitOf('pao'))
  await other.getByText('Cán bộ đang xem xét').first().waitFor()
  await other
    .getByText(/Hạn trả kết quả/)
    .first()
    .waitFor()
  await phone.goto('/app/enrol/another-portrait')
  await phone.getByText('Cán bộ đang xem xét').first().waitFor()
})

test('it is first in the list of the officer who asked, with both portraits and its course; she accepts', async () => {
  await openQueue()
  await counter.getByText('Bạn đã yêu cầu ảnh khác').first().waitFor()
  assert.equal(await counter.getByText(/chờ người nộp/).count(), 0)
  await counter.getByText(pao.name).first().click()
  await counter.getByText('Ảnh khác đã tới').first().waitFor()
  await counter.getByText('Ảnh gửi trước').first().waitFor()
  await counter.getByText('Chờ người dân bổ sung').first().waitFor()
  await counter.getByText('Người dân đã gửi bổ sung').first().waitFor()
  const seen = { en: 'The other portrait has come', vi: 'Ảnh khác đã tới' }
  assert.deepEqual(await faultsInBoth(counter, 'the answered case', seen), [])
  await press(counter, /^Chấp nhận/)
  await counter
    .getByRole('dialog')
    .getByRole('button', { name: /^Chấp nhận/ })
    .click()
  await counter
    .getByText(/Đã chấp nhận hồ sơ/)
    .first()
    .waitFor()
  await other.goto('/app/enrol')
  await other.getByText('Đã được chấp nhận').first().waitFor()
})
