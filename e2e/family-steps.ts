/** What the story of a family looks at on each of its screens. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { openPool } from '../server/storage/pool.ts'
import { faultsOf } from './accessibility.ts'
import { press, typePasscode } from './citizen-steps.ts'
import { moveDeviceClock, pictureOfCode, showPicture, verdictOn } from './shown-steps.ts'
import type { OpenSen } from './open-sen.ts'
import { DESK, pictureOfPaper, removePage, smallPictureIsRefused } from './paper-steps.ts'

export const PHONE = { width: 390, height: 844 }

/**
 * In both languages, at both widths; the language is remembered by the browser, so the page is opened anew.
 */
export const faultsOfOpen = async (
  page: Page,
  name: string,
  ready: (language: 'vi' | 'en') => Promise<void>,
  size = PHONE,
): Promise<string[]> => {
  const faults: string[] = []
  for (const language of ['vi', 'en'] as const) {
    await page.evaluate((wanted) => localStorage.setItem('sen.language', wanted), language)
    await page.reload()
    await ready(language)
    faults.push(...(await faultsOf(page, `${name} (${language})`)))
  }
  await page.evaluate(() => localStorage.setItem('sen.language', 'vi'))
  await page.setViewportSize(size)
  await page.reload()
  await ready('vi')
  return faults
}

/**
 * The end of a guardianship, with a decision that was shown to the officer of this page. `isFirst`: the form
 * is looked at as well.
 */
export const proposeEnd = async (
  page: Page,
  represented: string,
  representative: string,
  { isFirst = false } = {},
): Promise<void> => {
  await page.goto('/counter/representation/end')
  await page.getByLabel('Số định danh của người được đại diện').fill(represented)
  await page.getByLabel('Số định danh của người đại diện').fill(representative)
  await page.getByLabel('Vì sao').fill('Toà tuyên chấm dứt giám hộ')
  await page.getByLabel('Số', { exact: true }).fill('22/2026/QĐ')
  await page.getByLabel('Nơi cấp').fill('Toà án nhân dân khu vực 2')
  await page.getByLabel('Ngày cấp').fill('2026-11-20')
  await press(page, 'Xem là của ai')
  await page.getByText(/Chưa có ảnh quyết định/).waitFor()
  await pictureOfPaper(page)
  await removePage(page)
  if (isFirst) {
    await smallPictureIsRefused(page)
  }
  await pictureOfPaper(page)
  if (isFirst) {
    assert.deepEqual(await faultsOf(page, 'the end of a guardianship'), [])
    await page.setViewportSize(DESK)
  }
  await press(page, 'Xem là của ai')
  await page.getByText(/không còn đại diện cho/).waitFor()
  await press(page, 'Gửi người duyệt thứ hai')
  await page.getByText('Đã gửi người duyệt thứ hai').first().waitFor()
}

/** Pages of the app for whoever is signed in; and of these, what each profile that is open has. */
const signedIn = [
  ...readFileSync('web/apps/citizen/app.tsx', 'utf8').matchAll(/'([^']+)',\s*(?:owned|holdersOwn)\(/g),
]
const ofAnyProfile = [
  '/wallet',
  '/present',
  '/documents',
  '/documents/add',
  '/documents/add/:type',
  '/documents/:id',
  '/services/:id/form/:page',
  '/services/:id/papers',
  '/services/:id/check',
  '/services/:id/filed/:reference',
  '/dossiers/:reference',
  // What is asked of a child is answered by whoever acts for it, with her passcode (filing.test.ts).
  '/agree',
  '/agree/:id',
  '/inbox',
  '/looks',
  '/family',
]

/** As the minutes do. */
const endConsents = async ({ databaseUrl }: Pick<OpenSen, 'databaseUrl'>): Promise<void> => {
  const pool = openPool(databaseUrl, 1)
  await pool.query("update ward_consent set ends_at = given_at + interval '1 millisecond'")
  await pool.end()
}

const openPapersOf = async (page: Page, name: string): Promise<void> => {
  await press(page, `Mở giấy tờ của ${name}`)
  await typePasscode(page, 'Nhập mã PIN của bạn')
}

type Consents = Pick<OpenSen, 'databaseUrl'>
/** A child's insurance card, in his own profile: shown for minutes, after her passcode. */
const addPaperOf = async (page: Page, sen: Consents, name: string): Promise<void> => {
  await page.goto('/app/documents')
  await page.getByText(`Giấy tờ của ${name} đang cất`).waitFor()
  await openPapersOf(page, name)
  await page.getByText('Chưa có giấy tờ nào khác').waitFor()
  await page.goto('/app/documents/add/health-insurance')
  await page.getByLabel('Mã số thẻ bảo hiểm y tế').fill('9402170077')
  await press(page, 'Tìm và thêm vào ví')
  await page.getByText('Trạm y tế phường Sông Lam').first().waitFor()
  await page.getByText(name).first().waitFor()

  // Put away when she asks for more than was consented to, and by itself.
  const hospital = page.getByText('Trạm y tế phường Sông Lam')
  const isPutAway = async (): Promise<void> => {
    await page.locator('h2:focus', { hasText: `Giấy tờ của ${name} đang cất` }).waitFor()
    assert.equal(await hospital.count(), 0)
    await openPapersOf(page, name)
    await hospital.first().waitFor()
  }
  await endConsents(sen)
  await press(page, 'Hỏi lại bây giờ')
  await isPutAway()
  await endConsents(sen)
  await moveDeviceClock(page, 6 * 60)
  await isPutAway()
}

/** At a clinic: his insurance card, after her passcode; whoever reads it sees him, and nothing of her. */
const showAtClinic = async (
  page: Page,
  desk: Page,
  { name, holder }: { name: string; holder: string },
): Promise<void> => {
  await page.goto('/app/wallet')
  await page.getByRole('link', { name: /^Khám bệnh cho/ }).click()
  const agree = { vi: `Mở giấy tờ của ${name}`, en: `Open the documents of ${name}` }
  const faults = await faultsOfOpen(page, 'his papers, put away', (language) =>
    page.getByRole('button', { name: agree[language] }).waitFor(),
  )
  assert.deepEqual(faults, [])
  assert.equal(await page.locator('svg.code-picture').count(), 0, 'nothing before she agrees')
  await press(page, agree.vi)
  await typePasscode(page, 'Nhập mã PIN của bạn')
  await page.getByRole('img', { name: 'Mã QR xuất trình: Khám bệnh, Thẻ bảo hiểm y tế' }).waitFor()
  await page.getByText(/^Thẻ bảo hiểm y tế của .*, do bạn giữ$/).waitFor()
  assert.deepEqual(await faultsOf(page, 'his card at a clinic'), [])
  await page.setViewportSize(PHONE)
  await desk.goto('/verify/')
  await desk.getByText('Sẵn sàng, kể cả khi mất mạng').waitFor()
  await showPicture(desk, await pictureOfCode(page))
  assert.equal(await verdictOn(desk), 'valid')
  const seen = await desk.locator('[data-verdict]').innerText()
  assert.match(seen, /Trạm y tế phường Sông Lam/)
  assert.ok(seen.includes(name) && !seen.includes(holder), seen)
  await press(page, 'Cất giấy tờ')
  await page.locator('svg.code-picture').waitFor({ state: 'detached' })
}

/** Added once in his profile, then shown at a clinic. */
export const insuranceOf = async (
  page: Page,
  sen: Pick<OpenSen, 'desk' | 'databaseUrl'>,
  whose: { name: string; holder: string },
): Promise<void> => {
  await addPaperOf(page, sen, whose.name)
  const clinic = await sen.desk({ isWhole: true })
  await showAtClinic(page, clinic.page, whose)
  await clinic.context.close()
}

/** At 150 % on the narrowest phone the button goes below her words, which would stand a letter to a line. */
const stripStaysWhole = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.documentElement.setAttribute('data-text', '150'))
  await page.setViewportSize({ width: 320, height: 700 })
  const size = await page.getByRole('complementary', { name: 'Bạn đang làm thay cho' }).boundingBox()
  assert.ok(size && size.height < 250, `${size?.height} px high`)
  await page.evaluate(() => document.documentElement.removeAttribute('data-text'))
  await page.setViewportSize(PHONE)
}

/** While another profile is open, by address: each says at once whose it is, and asks for nothing. */
export const ownThingsAskFirst = async (page: Page, name: string): Promise<void> => {
  await stripStaysWhole(page)
  const own = signedIn.flatMap(([, path]) => (path && !ofAnyProfile.includes(path) ? [path] : []))
  assert.ok(own.length >= 17, own.join(' '))
  for (const path of own) {
    await page.goto(`/app${path.replace(/:\w+$/, '0193a5f0-0000-7000-8000-000000000000')}`)
    await page
      .getByRole('heading', { name: `Đang mở hồ sơ của ${name}` })
      .waitFor({ timeout: 5000 })
      .catch(() => assert.fail(path))
    assert.equal(await page.locator('form, input').count(), 0, path)
  }
  await page.goto('/app/dossiers')
  await page.getByRole('heading', { name: `Đang mở hồ sơ của ${name}` }).waitFor()
  await page.getByRole('heading', { name: 'Theo dõi hồ sơ thẻ căn cước' }).waitFor()
  assert.equal(await page.getByText('Không có hồ sơ đang xử lý').count(), 0, 'what is not read is not told')
  assert.deepEqual(await faultsOf(page, 'dossiers in his profile'), [])
  await page.goto('/app/crime')
  await page.getByRole('heading', { name: `Đang mở hồ sơ của ${name}` }).waitFor()
  await page.getByRole('link', { name: 'Gọi 113' }).waitFor()
  await page.goto('/app/me/phone')
  assert.deepEqual(await faultsOf(page, "the holder's own things in his profile"), [])
  await page.setViewportSize(PHONE)
  await press(page, 'Mở hồ sơ của tôi rồi làm tiếp')
  await page.getByLabel('Số điện thoại mới').waitFor()
  await page.locator('h1:focus').waitFor()
  await page.goto('/app/family')
  await press(page, `Mở hồ sơ của ${name}`)
}
