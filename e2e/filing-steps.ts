/** What the stories of filing do on a phone of hers. */
import type { Page } from 'playwright-core'
import { openPool } from '../server/storage/pool.ts'
import { faultsOf } from './accessibility.ts'
import { enterCode, givePictureOf, PASSWORD, press, typePasscode } from './citizen-steps.ts'
import type { CastMember, OpenSen } from './open-sen.ts'

export const PHONE = { width: 390, height: 844 }

export const onDatabase = async <Row extends object>(
  { databaseUrl }: Pick<OpenSen, 'databaseUrl'>,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => {
  const pool = openPool(databaseUrl, 1)
  try {
    return (await pool.query<Row>(sql, [...values])).rows
  } finally {
    await pool.end()
  }
}

/** How she reaches it is a story of its own (level-2.test.ts). */
export const reachLevel2 = (sen: OpenSen, { personal_number }: CastMember): Promise<object[]> =>
  onDatabase(sen, 'update account set level = 2 where personal_number = $1', [personal_number])

/** Another phone of hers, bound by password and code. */
export const secondPhone = async (sen: OpenSen, member: CastMember): Promise<Page> => {
  const { page } = await sen.phone()
  await page.goto('/app/activate/new-device')
  await page.getByLabel('Số định danh cá nhân').fill(member.personal_number)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await press(page, 'Tiếp tục')
  await enterCode(page, await sen.code(member.phone))
  await typePasscode(page, 'Đặt mã PIN 6 số')
  await typePasscode(page, 'Nhập lại mã PIN')
  await page
    .getByText(/đã gắn/)
    .first()
    .waitFor()
  return page
}

/** Her nine-year-old gets an account, and his profile is opened. */
export const openProfileOfChild = async (page: Page, sen: OpenSen): Promise<void> => {
  await page.goto('/app/family')
  await press(page, 'Đăng ký cho Phạm Gia Bình')
  await press(page, 'Tôi đồng ý, chụp ảnh')
  await givePictureOf(page, await sen.portraitOf('binh'))
  await typePasscode(page, /Nhập mã PIN để đăng ký cho Bình/)
  await page.getByText('Phạm Gia Bình đã có tài khoản').waitFor()
  await press(page, 'Mở hồ sơ của Bình')
  await page.getByRole('complementary', { name: 'Bạn đang làm thay cho' }).waitFor()
}

/**
 * As it stands, in both languages and at both widths, and as she had it after that. The page is loaded anew
 * for each language, so that it must be one whose address says all.
 */
export const faultsInBoth = async (page: Page, name: string, ready: string): Promise<string[]> => {
  const faults: string[] = []
  for (const language of ['en', 'vi'] as const) {
    await page.evaluate((wanted) => localStorage.setItem('sen.language', wanted), language)
    await page.reload()
    await page.locator(ready).first().waitFor()
    faults.push(...(await faultsOf(page, `${name} (${language})`)))
  }
  await page.setViewportSize(PHONE)
  return faults
}
