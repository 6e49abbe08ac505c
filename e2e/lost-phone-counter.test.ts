/**
 * The counter's voucher: who stands there by fingers or by face, always confirmed by a second person; her own
 * answer; the paper; and the new phone.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsInBothHere } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { decideWith, officerAtWork } from './counter-steps.ts'
import { openScreen, takePortrait, takePrints } from './level-2-steps.ts'
import { chooseSecrets, settle, type Phone } from './lost-phone-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let hanh: CastMember
let old: Phone
let bao: { context: BrowserContext; page: Page }
let thu: { context: BrowserContext; page: Page }
let screen: Page

before(async () => {
  sen = await openSen()
  ;({ member: hanh, phone: old } = await settle(sen, 'hanh'))
  bao = await officerAtWork(sen, 'bao')
  thu = await officerAtWork(sen, 'thu', 'Quầy 09')
})
after(() => sen.stop())

const openCase = async (page: Page, member: CastMember): Promise<void> => {
  await page
    .getByRole('link', { name: /^Phiếu lấy lại tài khoản/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Cấp phiếu mới' }).click()
  await page.getByLabel('Số định danh cá nhân').fill(member.personal_number)
  await press(page, 'Mở hồ sơ')
  await page.getByText(member.name).first().waitFor()
}
const agree = async (page: Page): Promise<void> => {
  await press(page, 'Hỏi trên màn hình người dân')
  await screen.getByRole('heading', { name: /đồng ý nhận phiếu/ }).waitFor()
  await press(screen, 'Tôi đồng ý')
  await page.getByText('Người dân đã đồng ý').first().waitFor()
}

/** Another officer opens it from her queue, meets the person and decides on one page. */
const confirmAsSecond = async (why: string): Promise<void> => {
  const { page } = thu
  await page
    .getByRole('link', { name: /Duyệt lần hai cấp lại máy|Duyệt lần hai phiếu/ })
    .first()
    .click()
  await page.getByRole('link', { name: hanh.name }).click()
  await page.getByText('Cần bạn xem').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'the second look at a voucher case'), [])
  await decideWith(page, /^Xác nhận đúng người/, why)
  await page.getByText('Đã xác nhận đúng người').first().waitFor()
}

test('Hạnh has lost her phone and stands at the desk: two fingers show that it is she, and she agrees at her own screen', async () => {
  const { page, context } = bao
  await page
    .getByRole('link', { name: /^Phiếu lấy lại tài khoản/ })
    .first()
    .click()
  await page.getByText('Không có hồ sơ nào đang làm').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'no voucher cases'), [])
  await openCase(page, hanh)
  await page.getByText('Vân tay hoặc khuôn mặt: một cái khớp là đủ').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'an open voucher case'), [])
  await takePrints(page)
  await page.getByText('Vân tay khớp', { exact: true }).waitFor()
  screen = await openScreen(context, page)
  await agree(page)
  await press(page, /^Gửi người duyệt thứ hai/)
  await page.getByText('Chờ người duyệt thứ hai').first().waitFor()
  assert.equal(await page.getByRole('button', { name: /^Tạo phiếu/ }).count(), 0)
})

test('Thu meets her and confirms, though the prints have matched: no account is given by one person alone', async () => {
  await confirmAsSecond('Đã gặp chị Hạnh tại quầy.')
  await bao.page.reload()
  await bao.page.getByText('Đã xác nhận đúng người').waitFor()
})

let voucher = ''

test('the voucher is made, shown once and printed; every channel of hers is told', async () => {
  const { page } = bao
  await press(page, /^Tạo phiếu/)
  voucher = (await page.locator('.voucher-code output').innerText()).trim()
  await page.locator('.voucher-code img').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'the voucher'), [])
  await page.emulateMedia({ media: 'print' })
  assert.equal(
    await page.getByText('Việc còn lại').first().isVisible(),
    false,
    'on paper stands the voucher alone',
  )
  assert.ok(await page.locator('.voucher-code output').isVisible())
  await page.emulateMedia({ media: 'screen' })
  await sen.letters(hanh.phone, /vừa in phiếu lấy lại tài khoản/)
  await sen.letters(hanh.email, /phiếu|voucher/i)
})

test('on the new phone the QR of the paper fills in the code; no waiting, and the old phone is dead', async () => {
  const { page } = await sen.phone()
  await page.goto(`/app/recover/voucher#${voucher}`)
  await page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  assert.equal(await page.getByLabel('Mã trên phiếu').inputValue(), voucher)
  await press(page, 'Tiếp tục')
  await chooseSecrets(page)
  await old.page.goto('/app/wallet')
  await old.page
    .getByText(/không còn gắn với tài khoản/)
    .first()
    .waitFor()
  const again = await sen.phone()
  await again.page.goto(`/app/recover/voucher#${voucher}`)
  await again.page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await press(again.page, 'Tiếp tục')
  await again.page.getByText(/Phiếu này không dùng được/).waitFor()
})

test("her fingers are bandaged and her face is not like the register's: another officer looks and decides", async () => {
  const { page } = bao
  await openCase(page, hanh)
  await page.getByLabel('Nguồn ảnh').selectOption({ label: 'Tệp ảnh' })
  for (const other of ['man', 'khoa', 'pao']) {
    const again = page.getByRole('button', { name: /^Chụp lại/ })
    if (await again.isVisible()) {
      await again.click()
    }
    await page
      .locator('.biometrics input[type=file]')
      .first()
      .setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await sen.portraitOf(other) })
    await page.getByText(/Chưa khớp · còn/).waitFor()
  }
  for (const finger of [
    'right-index',
    'left-index',
    'right-thumb',
    'left-thumb',
    'right-middle',
    'left-middle',
  ]) {
    await page.getByRole('button', { name: /^Ghi ngoại lệ vân tay/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Ngón tay').selectOption(finger)
    await dialog.getByRole('radio', { name: /băng bó/ }).check()
    await dialog.getByRole('button', { name: 'Ghi ngoại lệ' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  await page.getByText('Vân tay và ảnh chưa đủ').first().waitFor()
  await agree(page)
  await press(page, /^Gửi người duyệt thứ hai/)
  await page.getByText('Chờ người duyệt thứ hai').first().waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'a voucher case that waits'), [])
  assert.equal(await page.getByRole('button', { name: /^Tạo phiếu/ }).count(), 0)
})

test('Thu meets her and confirms; only then Bảo can make the voucher', async () => {
  await confirmAsSecond('Đã gặp, có chồng và tổ trưởng dân phố làm chứng.')
  await bao.page.reload()
  await press(bao.page, /^Tạo phiếu/)
  await bao.page.locator('.voucher-code output').waitFor()
})

test('a face that matches is enough without fingers, and the case is ended without a voucher', async () => {
  const { page } = bao
  await openCase(page, hanh)
  await page.getByLabel('Nguồn ảnh').selectOption({ label: 'Máy ảnh giả lập' })
  await takePortrait(page)
  await page.getByText('Khuôn mặt khớp', { exact: true }).waitFor()
  await press(page, 'Kết thúc hồ sơ')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Kết thúc hồ sơ' }).click()
  await dialog.getByText('Ghi lý do, ít nhất 3 chữ cái.').first().waitFor()
  await dialog.getByLabel('Lý do').fill('Người dân tìm thấy điện thoại.')
  await dialog.getByRole('button', { name: 'Kết thúc hồ sơ' }).click()
  await heading(page, 'Phiếu lấy lại tài khoản').waitFor()
})

test('Mận has no account: it is said when the case would be opened, before anything is taken of her', async () => {
  const { page } = bao
  const man = await sen.member('man')
  await page.getByRole('link', { name: 'Cấp phiếu mới' }).click()
  await press(page, 'Mở hồ sơ')
  await page.getByText('Nhập đủ 12 số định danh.').first().waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'a new voucher case with a fault'), [])
  await page.getByLabel('Số định danh cá nhân').fill(man.personal_number)
  await press(page, 'Mở hồ sơ')
  await page
    .getByText(/chưa có tài khoản/)
    .first()
    .waitFor()
  assert.equal(await page.getByText('Lấy vân tay hoặc chụp ảnh').count(), 0)
})
