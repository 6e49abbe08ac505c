/** What a citizen does in her app, step by step, as she sees it: by visible names only. */
import assert from 'node:assert/strict'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import QRCode from 'qrcode'
import type { CastMember, OpenSen } from './open-sen.ts'

/** The app on a page of its own, or inside the start page's phone. */
export type Screen = Pick<Page, 'getByRole' | 'getByLabel' | 'getByText' | 'locator'> | FrameLocator

export const PASSWORD = 'Hoa-Sen#2026'
export const PASSCODE = '258046'

export const press = (screen: Screen, name: string | RegExp): Promise<void> =>
  screen.getByRole('button', { name }).click()
export const heading = (screen: Screen, name: string | RegExp): Locator =>
  screen.getByRole('heading', { name })

/** As a link inside of an app goes, and the browser's own arrows: no page is loaded anew. */
export const goWithin = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)

const dateOnPaper = (iso: string): string => iso.split('-').reverse().join('/')

export const agree = async (screen: Screen): Promise<void> => {
  const consent = screen.getByRole('checkbox', { name: /Tôi đã đọc và đồng ý/ })
  await consent.waitFor()
  assert.equal(await consent.isChecked(), false, 'a consent is never ticked beforehand')
  await consent.check()
  await press(screen, 'Đồng ý và tiếp tục')
}

export const typeIdentity = async (screen: Screen, member: CastMember): Promise<void> => {
  await screen.getByLabel('Số định danh cá nhân').fill(member.personal_number)
  await screen.getByLabel('Họ, chữ đệm và tên').fill(member.name)
  await screen.getByLabel('Ngày sinh').fill(dateOnPaper(member.birth_date))
  await press(screen, 'Tiếp tục')
}

/** The picture of a card's printed code, as a phone would take it. */
export const cardPicture = (member: CastMember): Promise<Buffer> =>
  QRCode.toBuffer(member.card_qr, { errorCorrectionLevel: 'M', scale: 6, margin: 4 })

export const provePhone = async (screen: Screen, sen: OpenSen, member: CastMember): Promise<void> => {
  await screen.getByLabel('Số điện thoại').fill(member.phone)
  await screen.getByLabel(/^E-mail/).fill(member.email)
  await press(screen, 'Gửi mã xác nhận')
  await enterCode(screen, await sen.code(member.phone))
}

export const enterCode = async (screen: Screen, code: string): Promise<void> => {
  await screen.getByLabel(/Mã 6 số/).fill(code)
}

export const givePortrait = async (screen: Screen, picture: Buffer): Promise<void> => {
  await heading(screen, 'Chụp ảnh chân dung').waitFor()
  await screen
    .locator('input[type=file]')
    .setInputFiles({ name: 'chan-dung.jpg', mimeType: 'image/jpeg', buffer: picture })
  await press(screen, 'Dùng ảnh này')
}

/** A picture from the phone's files, whatever the heading of the page says. */
export const givePictureOf = async (screen: Screen, picture: Buffer): Promise<void> => {
  await screen
    .locator('input[type=file]')
    .setInputFiles({ name: 'chan-dung.jpg', mimeType: 'image/jpeg', buffer: picture })
  await press(screen, 'Dùng ảnh này')
}

export const sendApplication = async (screen: Screen): Promise<void> => {
  await heading(screen, 'Kiểm tra trước khi gửi').waitFor()
  await press(screen, 'Gửi đơn đăng ký')
}

/** From the first page to the sent application, typing everything. */
export const registerByHand = async (page: Page, sen: OpenSen, id: string): Promise<CastMember> => {
  const member = await sen.member(id)
  await page.goto('/app/')
  await page
    .getByRole('link', { name: 'Đăng ký mức 1' })
    .or(page.getByRole('button', { name: 'Đăng ký mức 1' }))
    .click()
  await agree(page)
  await typeIdentity(page, member)
  await provePhone(page, sen, member)
  await givePortrait(page, await sen.portraitOf(id))
  await sendApplication(page)
  return member
}

export const typePasscode = async (
  screen: Screen,
  label: string | RegExp,
  passcode = PASSCODE,
): Promise<void> => {
  const pad = screen.getByRole('group', { name: label })
  await pad.waitFor()
  for (const digit of passcode) {
    await pad.getByRole('button', { name: digit, exact: true }).click()
  }
}

/** From the accepted application to the wallet. `leaked`: a password that she tries first. */
export const activateHere = async (
  screen: Screen,
  sen: OpenSen,
  member: CastMember,
  { leaked }: { leaked?: string } = {},
): Promise<void> => {
  await screen.getByText('Đã được chấp nhận').first().waitFor()
  await screen
    .getByRole('link', { name: 'Kích hoạt tài khoản' })
    .or(screen.getByRole('button', { name: 'Kích hoạt tài khoản' }))
    .click()
  await press(screen, 'Gửi mã kích hoạt')
  await enterCode(screen, await sen.code(member.phone))
  const password = screen.getByLabel('Mật khẩu mới', { exact: true })
  if (leaked) {
    await password.fill(leaked)
    await press(screen, 'Tiếp tục')
    // Told where it is typed, not after the passcode.
    await screen.getByText(/danh sách đã bị lộ/).waitFor()
  }
  await password.fill(PASSWORD)
  await press(screen, 'Tiếp tục')
  await typePasscode(screen, 'Đặt mã PIN 6 số')
  await typePasscode(screen, 'Nhập lại mã PIN')
  await screen.getByText('Tài khoản đã kích hoạt').first().waitFor()
  await screen
    .getByRole('link', { name: 'Vào ví' })
    .or(screen.getByRole('button', { name: 'Vào ví' }))
    .click()
}
