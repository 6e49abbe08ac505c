/**
 * Her papers of other registers: a licence that comes, one whose register is silent, one that writes her name
 * otherwise until it is right; found, removed, and refused in words.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { goWithin, heading, press } from './citizen-steps.ts'
import { licenceEnds } from '../world/agencies/agency-records.ts'
import { openSen, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let phone: { context: BrowserContext; page: Page }
let page: Page
before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  page = phone.page
  await settleHere(page, sen, 'hanh')
})
after(() => sen.stop())

const agency = (id: string, told: object) => sen.post(`/world/agencies/${id}`, told)
const picture = async (name: string): Promise<void> => {
  const folder = process.env['SEN_PICTURES']
  if (folder) {
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
    await page.setViewportSize({ width: 390, height: 844 })
  }
}
const add = async (kind: string, keys: Readonly<Record<string, string>>): Promise<void> => {
  await page.goto('/app/documents/add')
  await page.getByRole('link', { name: new RegExp(`^${kind}`) }).click()
  for (const [label, value] of Object.entries(keys)) {
    await page.getByLabel(label).fill(value)
  }
  await press(page, 'Tìm và thêm vào ví')
}
const says = (text: string | RegExp) => page.getByText(text).first().waitFor()

test('her licence comes into the wallet, with its points and the day on which all are back', async () => {
  await goWithin(page, '/app/wallet')
  await page.getByRole('link', { name: /Tất cả giấy tờ/ }).click()
  await says('Chưa có giấy tờ nào khác')
  assert.deepEqual(await faultsOf(page, 'no documents'), [])
  await picture('documents-none')
  await goWithin(page, '/app/documents/add')
  await heading(page, 'Bạn muốn thêm giấy tờ nào?').waitFor()
  assert.deepEqual(await faultsOf(page, 'kinds'), [])
  await picture('documents-add')
  await page.getByRole('link', { name: /^Giấy phép lái xe/ }).click()
  await press(page, 'Tìm và thêm vào ví')
  await says('Nhập số giấy phép lái xe')
  await page.getByLabel('Số giấy phép lái xe').fill('12')
  await press(page, 'Tìm và thêm vào ví')
  await says(/chưa đúng dạng/)
  assert.deepEqual(await faultsOf(page, 'keys'), [])
  await picture('documents-keys')
  await page.getByLabel('Số giấy phép lái xe').fill('994 012 345 318')
  await press(page, 'Tìm và thêm vào ví')
  await says('Còn 10 trên 12 điểm')
  await says(/ngày 03\/08\/2027 trở lại đủ 12 điểm/)
  await says(licenceEnds.split('-').reverse().join('/'))
  assert.deepEqual(await faultsOf(page, 'licence'), [])
  await picture('documents-licence')
  assert.equal((await sen.letters('0912345217', /Giấy phép lái xe đã có trong ví/)).length, 1)
})

test('without a network it opens as it was kept, for whoever has opened the app by the passcode', async () => {
  await phone.context.setOffline(true)
  await goWithin(page, '/app/documents')
  await page.getByRole('link', { name: /Giấy phép lái xe/ }).click()
  await says('Còn 10 trên 12 điểm')
  await says('Không có mạng.')
  await goWithin(page, '/app/wallet')
  await page.getByRole('link', { name: /Giấy phép lái xe/ }).click()
  await says('Còn 10 trên 12 điểm')
  await phone.context.setOffline(false)
  await goWithin(page, '/app/wallet')
  await page.getByRole('link', { name: /Giấy phép lái xe/ }).waitFor()
  assert.deepEqual(await faultsOf(page, 'home with documents'), [])
  await picture('home-deck')
  await page.reload()
  await goWithin(page, '/app/documents')
  await page.getByRole('link', { name: /Giấy phép lái xe/ }).click()
  await says('Còn 10 trên 12 điểm')
  await phone.context.setOffline(true)
  await goWithin(page, '/app/documents')
  await page.locator('.refusal, .notice-danger, [data-code]').first().waitFor()
  assert.equal(await page.getByRole('link', { name: /Giấy phép lái xe/ }).count(), 0, 'the vault is closed')
  await phone.context.setOffline(false)
})

test('a register that hangs: the page says since when, the other document comes, and it is there by itself afterwards', async () => {
  await agency('health-insurance', { is: 'fault', fault: 'hangs' })
  await add('Thẻ bảo hiểm y tế', { 'Mã số thẻ bảo hiểm y tế': 'DN4 40 9401234567' })
  await says(/chưa trả lời từ/)
  await says(/bạn không cần gửi lại/)
  await picture('documents-silent')
  await add('Sổ tiêm chủng', {})
  await says('Đang che')
  await page.getByRole('button', { name: 'Hiện mục nhạy cảm' }).press('Enter')
  await page.getByRole('button', { name: 'Che lại' }).and(page.locator(':focus')).waitFor()
  await says('Uốn ván 3 (12/2021), Cúm mùa (10/2025)')
  await agency('health-insurance', { is: 'fault', fault: 'none' })
  await page.goto('/app/documents')
  await page.getByRole('link', { name: /^Thẻ bảo hiểm y tế/ }).click()
  await press(page, 'Hỏi lại bây giờ')
  await says('Trung tâm Y tế Sông Lam')
})

test('a name written otherwise is shown side by side; she says which is right, and once corrected it comes by itself', async () => {
  await add('Đăng ký xe', {
    'Biển số xe': '99B1-045.67',
    'Số khung (6 ký tự cuối)': 'D4E5F6',
  })
  await says('Nguyễn T. Hạnh')
  assert.deepEqual(await faultsOf(page, 'difference'), [])
  await picture('documents-difference')
  await press(page, 'Căn cước ghi đúng')
  await says(/Đã gửi yêu cầu sửa lúc/)
  await page.locator('h2:focus', { hasText: 'Đã nhờ nơi cấp kiểm tra' }).waitFor()
  await picture('documents-reported')
  // Told to the agency before its officer looks into it.
  await sen.letters('0912345217', /Đăng ký xe ghi khác căn cước/)
  for (let tries = 0; tries < 40; tries++) {
    await agency('vehicle-registrations', { is: 'settle' })
    await press(page, 'Hỏi lại bây giờ')
    await page.waitForTimeout(500)
    await page.reload()
    await heading(page, 'Đăng ký xe').first().waitFor()
    if (await page.getByText('99B104567').first().isVisible()) {
      break
    }
  }
  await says('99B104567')
})

test('two of one kind lie on one stack; the search finds by a plate without signs; what is removed is gone', async () => {
  await add('Đăng ký xe', { 'Biển số xe': '99A-001.23', 'Số khung (6 ký tự cuối)': 'a1b2c3' })
  await says('99A00123')
  await page.goto('/app/documents')
  const stack = page.getByRole('button', { name: /Đăng ký xe.*2 thẻ/ })
  await stack.waitFor()
  assert.equal(await stack.getAttribute('aria-expanded'), 'false')
  assert.deepEqual(await faultsOf(page, 'deck'), [])
  await picture('documents-deck')
  await stack.press('Enter')
  await page.getByRole('link', { name: /99B104567/ }).waitFor()
  await page.getByLabel('Tìm trong ví').fill('99a001')
  await page.getByRole('link', { name: /99A00123/ }).waitFor()
  assert.equal(await page.getByRole('link', { name: /99B104567/ }).count(), 0)
  await page.getByLabel('Tìm trong ví').fill('khong co')
  const told = page.locator('main').getByRole('status')
  await told.filter({ hasText: 'Không có giấy tờ nào khớp' }).waitFor()
  await page.getByLabel('Tìm trong ví').fill('can cuoc')
  await page.getByRole('link', { name: /^Căn cước/ }).waitFor()
  await told.filter({ hasText: 'Tìm thấy 1 giấy tờ' }).waitFor()
  await page.getByLabel('Tìm trong ví').fill('')
  await page.getByRole('button', { name: /^Cần xem · / }).click()
  await page.getByRole('link', { name: /Giấy phép lái xe/ }).click()
  await press(page, 'Gỡ khỏi ví')
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ khỏi ví' }).click()
  await page.waitForURL('**/app/documents')
  await page.getByRole('button', { name: /^Tất cả · / }).waitFor()
  assert.equal(await page.getByRole('link', { name: /Giấy phép lái xe/ }).count(), 0)
})

test('in English the same pages speak English, and no code of ours is on any of them', async () => {
  const { page: english } = await sen.phone({ language: 'en' })
  await english.goto('/app/documents/0193a5f0-0000-7000-8000-000000000000')
  await english.getByRole('main').waitFor()
  await page.evaluate(() => localStorage.setItem('sen.language', 'en'))
  await page.goto('/app/documents')
  await heading(page, 'All documents').waitFor()
  const text = await page.getByRole('main').innerText()
  assert.doesNotMatch(text, /Giấy|Chưa|driving-licence|vehicle-registration|needs-sync/)
  await picture('documents-deck-en')
})
