/**
 * Cases of differing data from beginning to end: a card at the counter that differs from the register, and a
 * field that the citizen reports; proposed by one
 * officer, confirmed by another, the register corrected, the citizen told. Each screen under axe in both
 * languages.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { chipOf } from '../world/chips/chip-of.ts'
import { faultsOf } from './accessibility.ts'
import { press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

interface Place {
  context: BrowserContext
  page: Page
}
let sen: OpenSen
let phone: Place
let bao: Place
let thu: Place
let hanh: CastMember

before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  bao = await officerAtWork(sen, 'bao')
  thu = await officerAtWork(sen, 'thu', 'Quầy 09')
})
after(() => sen.stop())

const DESK = { width: 1440, height: 900 }
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** The page as it stands, in Vietnamese and in English, without loading it again. */
const faultsAtCounter = async (page: Page, name: string): Promise<string[]> => {
  const faults = await faultsOf(page, `${name} (vi)`)
  await page.getByRole('button', { name: 'EN', exact: false }).first().click()
  faults.push(...(await faultsOf(page, `${name} (en)`)))
  await page.getByRole('button', { name: 'VI', exact: false }).first().click()
  await page.setViewportSize(DESK)
  return faults
}
const faultsInApp = async (page: Page, path: string): Promise<string[]> => {
  const faults: string[] = []
  for (const language of ['en', 'vi']) {
    await page.goto(`${path}?lang=${language}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.locator('main .card, main .field, main .row').first().waitFor()
    faults.push(...(await faultsOf(page, `${path} (${language})`)))
  }
  await page.setViewportSize({ width: 390, height: 844 })
  return faults
}

const inDialog = (page: Page) => page.getByRole('dialog')
const giveReason = async (page: Page, why: string, button: string): Promise<void> => {
  await inDialog(page).getByLabel('Vì sao').fill(why)
  await inDialog(page).getByRole('button', { name: button, exact: true }).click()
  await inDialog(page).waitFor({ state: 'hidden' })
}

const openCase = async (page: Page, field: string): Promise<void> => {
  await page
    .getByRole('link', { name: /^Sai lệch dữ liệu/ })
    .first()
    .click()
  await page
    .getByRole('row')
    .filter({ hasText: field })
    .getByRole('link', { name: 'Nguyễn Thị Hạnh' })
    .click()
  await heading(page, `Sai lệch: ${field}`).waitFor()
}

test('a card at the counter says another ethnicity than the register: a case opens by itself and the citizen is told', async () => {
  hanh = await settleHere(phone.page, sen, 'hanh')
  const { page } = bao
  const { file } = await chipOf({
    personalNumber: hanh.personal_number,
    fullName: hanh.name,
    birthDate: hanh.birth_date,
    sex: 'female',
    face: 'hanh',
    residence: 'Số 12, đường Bờ Sông, Phường Sông Lam, Tỉnh Nghệ An',
    hometown: 'Phường Sông Lam, Tỉnh Nghệ An',
    ethnicity: 'Thổ',
    issuedOn: '2021-06-18',
    expiresOn: '2031-04-12',
  })
  await page
    .getByRole('link', { name: /^Đăng ký mức 2/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Hồ sơ mới' }).click()
  await page.getByLabel('Nguồn đọc thẻ').selectOption('file')
  await page.locator('input[type=file]').setInputFiles({
    name: 'the-hanh.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(file)),
  })
  await page.getByText('Chip thật').waitFor()
  await sen.letters(hanh.phone, /Hồ sơ sai lệch .* về dân tộc/)
})

test('the officer sees who says what beside the register, asks a source, and proposes; she cannot confirm her own proposal', async () => {
  const { page } = bao
  await page
    .getByRole('link', { name: /^Sai lệch dữ liệu/ })
    .first()
    .click()
  await page.getByText('Dân tộc').first().waitFor()
  assert.deepEqual(await faultsAtCounter(page, 'the list'), [])
  await openCase(page, 'Dân tộc')
  await page.getByText('Cơ sở dữ liệu lúc này').waitFor()
  const values = await page.locator('.mismatch-values').innerText()
  assert.ok(values.includes('Thổ') && values.includes('Kinh'), values)
  assert.deepEqual(await faultsAtCounter(page, 'a case'), [])
  await page.keyboard.press('h')
  await inDialog(page).getByLabel('Nguồn cần hỏi').selectOption('civil-status')
  await giveReason(page, 'Đề nghị xem sổ khai sinh gốc', 'Hỏi nơi giữ nguồn')
  await page.getByText('Đang hỏi nơi giữ nguồn').first().waitFor()
  await page.keyboard.press('p')
  await inDialog(page).getByRole('button', { name: 'Đề xuất cách giải quyết' }).click()
  await inDialog(page).getByText('Chọn một cách kết thúc.').first().waitFor()
  assert.deepEqual(await faultsOf(page, 'a proposal'), [])
  await page.setViewportSize(DESK)
  await inDialog(page)
    .getByRole('radio', { name: /^Sửa cơ sở dữ liệu/ })
    .check()
  assert.equal(await inDialog(page).getByLabel('Dân tộc đúng').inputValue(), 'Thổ')
  await giveReason(page, 'Giấy khai sinh gốc ghi dân tộc Thổ', 'Đề xuất cách giải quyết')
  await page.getByText('một cán bộ khác phải xác nhận').waitFor()
  assert.equal(await page.getByRole('button', { name: /^Xác nhận đề xuất/ }).count(), 0)
})

test('the citizen follows her case, and reports a wrong place of origin herself; a report can be taken back', async () => {
  const { page } = phone
  await page.goto('/app/me')
  await page.getByRole('link', { name: /^Sai lệch dữ liệu/ }).click()
  await page.getByText('Chờ người thứ hai xác nhận').waitFor()
  await page.getByText('Trung tâm thẩm định tài khoản').first().waitFor()
  assert.equal(await page.getByText('Giấy khai sinh gốc').count(), 0, "officers' notes stay theirs")
  assert.deepEqual(await faultsInApp(page, '/app/cases'), [])
  assert.deepEqual(await faultsInApp(page, '/app/cases/report'), [])
  for (const [field, value] of [
    ['hometown', 'Xã Hưng Lợi, Tỉnh Nghệ An'],
    ['religion', 'Phật giáo'],
  ] as const) {
    await page.goto('/app/cases/report')
    await page.getByLabel('Mục nào bị ghi sai?').selectOption(field)
    await page.getByLabel('Giá trị đúng').fill(value)
    await press(page, 'Gửi')
    await heading(page, 'Sai lệch dữ liệu').waitFor()
    await page.getByText(value).waitFor()
  }
  await page
    .locator('.stack')
    .filter({ hasText: 'Phật giáo' })
    .getByRole('button', { name: 'Rút báo sai lệch' })
    .last()
    .click()
  await inDialog(page).getByRole('button', { name: 'Rút báo sai lệch' }).click()
  await page.getByText('Bạn đã rút').first().waitFor()
})

test('another officer confirms: the register is corrected, the case ends, and the citizen is told that there is nothing to do', async () => {
  const { page } = thu
  await openCase(page, 'Dân tộc')
  await page.getByText('Bạn là người thứ hai').waitFor()
  assert.deepEqual(await faultsAtCounter(page, 'a second look'), [])
  await page.keyboard.press('c')
  await giveReason(page, 'Đã đối chiếu bản chính giấy khai sinh', 'Xác nhận đề xuất')
  await page.getByText('Cơ sở dữ liệu đã được sửa').first().waitFor()
  assert.match(await page.locator('.mismatch-values .is-now').innerText(), /Thổ/)
  await sen.letters(hanh.phone, /Cơ sở dữ liệu đã được sửa/)
})

test('what she reported is settled by two officers as well; her card shows old data now, and she is told to exchange it', async () => {
  await openCase(bao.page, 'Quê quán')
  await bao.page.keyboard.press('p')
  await inDialog(bao.page)
    .getByRole('radio', { name: /^Sửa cơ sở dữ liệu/ })
    .check()
  await giveReason(bao.page, 'Sổ hộ tịch ghi xã Hưng Lợi', 'Đề xuất cách giải quyết')
  await openCase(thu.page, 'Quê quán')
  await thu.page.keyboard.press('c')
  await giveReason(thu.page, 'Đã xem bản sao sổ hộ tịch', 'Xác nhận đề xuất')
  const { page } = phone
  await page.goto('/app/cases')
  await page.getByRole('link', { name: /Quê quán/ }).click()
  await page.getByText('hãy đến một quầy bất kỳ để đổi thẻ').waitFor()
  const { pathname } = new URL(page.url())
  assert.deepEqual(await faultsInApp(page, pathname), [])
  await page.goto('/app/looks')
  await page.getByText('Cán bộ thứ hai xem cách giải quyết sai lệch').first().waitFor()
  await page.goto('/app/inbox')
  await page.getByText('Hồ sơ sai lệch đã được giải quyết').first().waitFor()
})
