/**
 * What belongs to a lock, step by step: the portal where she is signed in, its end, the locked phone, and the
 * unlocking by two pairs of eyes.
 */
import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { heading, PASSCODE, PASSWORD, press, typePasscode } from './citizen-steps.ts'
import { pictureOfPaper } from './paper-steps.ts'
import type { CastMember, OpenSen } from './open-sen.ts'

const BOUND_MS = 10_000

const askPortal = async (sen: OpenSen, page: Page, who: CastMember): Promise<void> => {
  await page.goto(sen.portalUrl)
  await page
    .getByRole('link', { name: /Đăng nhập bằng Sen/ })
    .or(page.getByRole('button', { name: /Đăng nhập bằng Sen/ }))
    .first()
    .click()
  await page.getByLabel('Số định danh').fill(who.personal_number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await press(page, 'Tiếp tục')
}

/** Signed in at the demo portal, on her own phone: the second factor is her passcode. */
export const signInAtPortal = async (
  sen: OpenSen,
  context: BrowserContext,
  who: CastMember,
): Promise<Page> => {
  const page = await context.newPage()
  await askPortal(sen, page, who)
  await typePasscode(page, /Nhập mã PIN 6 số/)
  const consent = heading(page, 'Bạn đồng ý chia sẻ?')
  await consent
    .or(page.getByRole('heading', { name: /Nguyễn Thị Hạnh/ }))
    .or(page.getByText('Nguyễn Thị Hạnh'))
    .first()
    .waitFor()
  if (await consent.isVisible()) {
    await press(page, /Đồng ý/)
  }
  await page.waitForURL(`${sen.portalUrl}/**`)
  await page.getByText(who.name).first().waitFor()
  return page
}

/**
 * Within ten seconds of the lock the portal has ended her session by itself, nobody signs in with her
 * password, and her phone says that it is locked.
 */
export const mustBeDead = async (
  sen: OpenSen,
  { portal, phone, who, lockedAt }: { portal: Page; phone: Page; who: CastMember; lockedAt: number },
): Promise<void> => {
  await portal
    .getByText(/Bạn đã được đăng xuất/)
    .first()
    .waitFor({ timeout: BOUND_MS })
  assert.ok(Date.now() - lockedAt < BOUND_MS, "the portal's session is dead within ten seconds")
  await phone.goto('/app/wallet')
  await heading(phone, 'Tài khoản đang khoá').first().waitFor({ timeout: BOUND_MS })
  await phone.getByText('Khoá theo yêu cầu của bạn').waitFor()
  await askPortal(sen, portal, who)
  await portal
    .getByText(/chưa khớp/)
    .first()
    .waitFor()
  await portal.close()
}

const fillScript = async (page: Page, who: CastMember, note: string): Promise<void> => {
  await page.getByLabel('Số định danh cá nhân').fill(who.personal_number)
  for (const question of [/Thẻ căn cước xuất trình/, /Khuôn mặt khớp/, /Nói đúng ngày sinh/]) {
    await page.getByRole('checkbox', { name: question }).check()
  }
  await page.getByLabel('Lý do người dân nói').fill(note)
}

export const lockAtCounter = async (page: Page, who: CastMember): Promise<void> => {
  await page.goto('/counter/locks/lock')
  await fillScript(page, who, 'mất điện thoại sáng nay')
  await press(page, 'Khoá ngay')
  await heading(page, 'Đã khoá tài khoản').waitFor()
}

export const askUnlock = async (page: Page, who: CastMember): Promise<string> => {
  await page.goto('/counter/locks/unlock')
  await fillScript(page, who, 'đã tìm lại được máy')
  await press(page, 'Gửi người thứ hai')
  const reference = await page.locator('.lock-reference').innerText()
  assert.match(reference, /^SEN-|^[0-9A-Z-]{6,}$/)
  return reference
}

export const openRequest = async (page: Page, reference: string): Promise<void> => {
  await page.goto('/counter/')
  await page
    .getByRole('link', { name: /^Quyết định khoá/ })
    .first()
    .click()
  await page.getByRole('link', { name: reference }).click()
  await heading(page, `Yêu cầu ${reference}`).waitFor()
}

export const decide = async (page: Page, name: 'Chấp thuận' | 'Từ chối', reason: string): Promise<void> => {
  await page
    .locator('.console-foot')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do quyết định').fill(reason)
  await dialog.getByRole('button', { name }).click()
}

/** One officer verifies, another decides; then the phone opens as before. */
export const unlockByTwo = async ({
  one,
  other,
  phone,
  who,
}: {
  one: Page
  other: Page
  phone: Page
  who: CastMember
}): Promise<void> => {
  const reference = await askUnlock(one, who)
  await openRequest(other, reference)
  await decide(other, 'Chấp thuận', 'đã nhìn người và thẻ')
  await other.getByText('Tài khoản dùng lại được ngay.').waitFor()
  await phone.goto('/app/')
  await typePasscode(phone, /Nhập mã PIN/, PASSCODE)
  await phone
    .getByText(/Ký số hợp lệ/)
    .first()
    .waitFor()
}

/** A body's request on form TK03, taken in; answers its reference. */
export const receiveTk03 = async (
  page: Page,
  who: CastMember,
  kind: 'Khoá tài khoản' | 'Mở khoá',
): Promise<string> => {
  await page.goto('/counter/locks/tk03')
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check()
  await page.getByLabel('Số định danh trên phiếu').fill(who.personal_number)
  await page.getByLabel('Tên cơ quan').fill('Cơ quan điều tra thử nghiệm')
  await page.getByLabel('Số văn bản').fill('128/CSĐT')
  await page.getByLabel('Ngày văn bản').fill('2025-11-20')
  await page.getByLabel('Lý do', { exact: true }).fill('phục vụ xác minh theo văn bản')
  await page.getByLabel('E-mail nhận trả lời').fill('van-thu@co-quan.example.vn')
  if (kind === 'Khoá tài khoản') {
    await pictureOfPaper(page)
  }
  await press(page, 'Tiếp nhận')
  return page.locator('.lock-reference').innerText()
}

/** A page by its address, in English and again in Vietnamese. */
export const faultsInBoth = async (
  page: Page,
  path: string,
  ready: (language: 'vi' | 'en') => Promise<unknown>,
): Promise<string[]> => {
  const size = page.viewportSize()
  const faults: string[] = []
  for (const language of ['en', 'vi'] as const) {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
    await ready(language)
    faults.push(...(await faultsOf(page, `${path} (${language})`)))
  }
  if (size) {
    await page.setViewportSize(size)
  }
  return faults
}
