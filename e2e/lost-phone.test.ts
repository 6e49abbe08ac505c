/**
 * A lost phone, the card in her hand: the chip, a code and her face bind the new one after six hours, the old
 * one is dead, and a portal knows her by the new one.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { enterCode, givePortrait, heading, press, typePasscode } from './citizen-steps.ts'
import {
  begin,
  chooseSecrets,
  faultsInBoth,
  NEW_PASSCODE,
  NEW_PASSWORD,
  openClock,
  settle,
  type Phone,
} from './lost-phone-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let hanh: CastMember
let first: Phone
let second: Phone

before(async () => {
  sen = await openSen()
  ;({ member: hanh, phone: first } = await settle(sen, 'hanh'))
})
after(() => sen.stop())

/**
 * What a reading app writes after it has read the card: the chip's parts and, if it asked the chip, its
 * answer to the challenge of the page.
 */
const chooseChipFile = async (page: Page, isAnswered: boolean): Promise<void> => {
  await press(page, 'Lấy chuỗi để chip ký')
  const challenge = (await page.locator('.challenge').innerText()).trim()
  const chip = (await (await fetch(`${sen.url}/world/chips/hanh.json`)).json()) as object
  const answer = (await (
    await fetch(`${sen.url}/world/chips/hanh/answer?challenge=${challenge}`)
  ).json()) as object
  const file = JSON.stringify(isAnswered ? { ...chip, ...answer } : chip)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'chip.json', mimeType: 'application/json', buffer: Buffer.from(file) })
}

test("by the card's chip, a code and her face: six hours in which she is told, and the phone is hers", async () => {
  second = await sen.phone()
  const { page } = second
  await page.goto('/app/recover')
  await page.getByText('Bạn đang dùng máy mới. Không cần máy cũ.').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the ladder'), [])
  await begin(page, /Thẻ căn cước gắn chip/, hanh)
  await heading(page, 'Đặt thẻ căn cước lên máy đọc').waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the chip'), [])
  await page
    .getByLabel('Thẻ của ai nằm trên máy đọc?')
    .selectOption({ label: (await sen.member('man')).name })
  await press(page, 'Đọc thẻ')
  await page.getByText(/không mang số định danh bạn đã nhập/).waitFor()
  await chooseChipFile(page, false)
  await page.getByText(/Chip không trả lời được câu hỏi/).waitFor()
  await chooseChipFile(page, true)
  await enterCode(page, await sen.code(hanh.phone))
  await heading(page, 'Chụp ảnh chân dung').waitFor()
  await givePortrait(page, await sen.portraitOf('hanh'))
  await heading(page, 'Bằng chứng đã đủ').waitFor()
  await page.getByText(/Còn 5 giờ|Còn 6 giờ/).waitFor()
  await openClock(sen)(6.1)
  await page.reload()
  await page.getByLabel('Mật khẩu mới', { exact: true }).waitFor()
  assert.deepEqual(await faultsInBoth(page, 'the new password'), [])
  await chooseSecrets(page)
  await page.getByRole('link', { name: 'Vào ví' }).click()
  await page.getByText(/Ký số hợp lệ/).waitFor()
})

test('her old phone is dead: its session has ended and its key and passcode open nothing', async () => {
  const { page } = first
  await page.goto('/app/devices')
  await page
    .getByText(/Thiết bị này (không còn|chưa)|không còn gắn/)
    .first()
    .waitFor()
  assert.equal(await page.getByRole('group', { name: /Nhập mã PIN/ }).count(), 0, 'nothing is asked for')
})

test('a portal knows her by the new password and the new passcode of the new phone', async () => {
  const page = await second.context.newPage()
  await page.goto(sen.portalUrl)
  await page
    .getByRole('link', { name: /Đăng nhập bằng Sen/ })
    .or(page.getByRole('button', { name: /Đăng nhập bằng Sen/ }))
    .first()
    .click()
  await page.getByLabel('Số định danh').fill(hanh.personal_number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(NEW_PASSWORD)
  await press(page, 'Tiếp tục')
  await typePasscode(page, /Nhập mã PIN 6 số/, NEW_PASSCODE)
  await heading(page, 'Bạn đồng ý chia sẻ?').waitFor()
  await press(page, /Đồng ý/)
  await page.waitForURL(`${sen.portalUrl}/**`)
  await page.getByText('Nguyễn Thị Hạnh').first().waitFor()
})

test('somebody else begins another: in her app she says that it is not she, which ends it and locks the account', async () => {
  const thief = await sen.phone()
  await begin(thief.page, /^Ảnh chân dung/, hanh)
  await enterCode(thief.page, await sen.code(hanh.phone))
  await givePortrait(thief.page, await sen.portraitOf('hanh'))
  await heading(thief.page, 'Bằng chứng đã đủ').waitFor()
  const { page } = second
  await page.goto('/app/wallet')
  await press(page, 'Không phải tôi')
  await page.getByRole('dialog').getByRole('button', { name: 'Dừng và khoá' }).click()
  await heading(page, 'Đã dừng và khoá tài khoản').waitFor()
  await thief.page.getByText(/báo không phải mình/).waitFor()
})
