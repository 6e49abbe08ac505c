/**
 * A dossier of a public service at its office: received, asked once for what is missing, granted;
 * refused only by two; late, with an apology and a new day. Each by the keys that the page names,
 * each screen under axe.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { openPool } from '../server/storage/pool.ts'
import { faultsOf } from './accessibility.ts'
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
let hanh: CastMember

before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  hanh = await settleHere(phone.page, sen, 'hanh')
  // How she reaches level 2 is a story of its own (level-2.test.ts).
  const pool = openPool(sen.databaseUrl, 1)
  await pool
    .query('update account set level = 2 where personal_number = $1', [hanh.personal_number])
    .finally(() => pool.end())
  bao = await officerAtWork(sen, 'bao')
})
after(() => sen.stop())

/** From her phone, without its pages, which stories of their own walk. */
const sends = async (path: string, data: object): Promise<Record<string, unknown>> => {
  const answer = await phone.page.request.post(`/api/${path}`, { data, headers: { origin: sen.url } })
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}
/** She wants it in writing where she lives; answers the code of the dossier. */
const filesConfirmation = async (): Promise<string> => {
  const { reference } = await sends('services/file', {
    procedure: 'residence-confirmation',
    draft: `${randomUUID().slice(0, 14)}7${randomUUID().slice(15)}`,
    version: 1,
    answers: { what: 'present', purpose: 'Nộp cho trường của con' },
  })
  return String(reference)
}

const rowOf = (page: Page, reference: string) => page.locator(`a.rail-link[href$="${reference}"]`)
const openFrom = async (page: Page, list: string, reference: string): Promise<void> => {
  await page.goto(`/counter/dossiers/${list}`)
  await rowOf(page, reference).click()
  await page.getByRole('heading', { level: 1, name: /Nguyễn Thị Hạnh/ }).waitFor()
  await page.getByRole('heading', { name: 'Làm gì tiếp' }).waitFor()
}
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const inBoth = async (page: Page, name: string): Promise<string[]> => {
  const faults = await faultsOf(page, `${name} (vi)`)
  await page.getByRole('button', { name: 'EN', exact: false }).first().click()
  faults.push(...(await faultsOf(page, `${name} (en)`)))
  await page.getByRole('button', { name: 'VI', exact: false }).first().click()
  await page.setViewportSize({ width: 1440, height: 900 })
  return faults
}

test('by keys alone: what was filed stands in the list, is opened and received, and its clock is named', async () => {
  const { page } = bao
  const reference = await filesConfirmation()
  await page.goto('/counter/dossiers/receive')
  await rowOf(page, reference).waitFor()
  assert.deepEqual(await inBoth(page, 'the list'), [])
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Nguyễn Thị Hạnh/ }).waitFor()
  await says(page, 'Mới nộp')
  await page.keyboard.press('t')
  await says(page, 'Đã tiếp nhận')
  await says(page, /Đã dùng [0-4] trên 4 giờ làm việc/)
  assert.deepEqual(await inBoth(page, 'a received dossier'), [])
})

test('everything missing is asked for once, read as she will read it; her answer brings it back, and it is granted', async () => {
  const { page } = bao
  const reference = await filesConfirmation()
  await openFrom(page, 'receive', reference)
  await page.keyboard.press('t')
  await says(page, 'Đã tiếp nhận')
  await page.keyboard.press('b')
  await page.getByRole('button', { name: 'Thêm điều khác' }).click()
  await page.getByLabel('Người nộp cần gửi gì').fill('Trường của con bạn tên là gì?')
  const preview = page.locator('section', { has: page.getByRole('heading', { name: /sẽ đọc thấy/ }) }).last()
  await preview.getByText('Trường của con bạn tên là gì?').waitFor()
  assert.deepEqual(await inBoth(page, 'the draft'), [])
  await page.keyboard.press('Control+Enter')
  await says(page, 'Chờ người dân bổ sung')
  await says(page, /Dừng tính từ/)

  await sends('dossiers/supplement', { reference, items: [{ id: 'item-1', text: 'Trường Bờ Sông' }] })
  await page.goto('/counter/dossiers/work')
  await page
    .locator('section', { has: page.getByRole('heading', { name: /^Người dân vừa bổ sung/ }) })
    .last()
    .locator(`a[href$="${reference}"]`)
    .click()
  await says(page, 'Trường Bờ Sông')
  const grant = page.getByRole('button', { name: 'Cấp kết quả' })
  assert.ok(await grant.isDisabled(), 'nothing is granted before everything was looked at')
  await says(page, 'Còn mục chưa xem nên chưa trình được.')
  assert.ok(await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).isDisabled(), 'asked once')
  await page.keyboard.press('1')
  await grant.and(page.locator(':enabled')).waitFor()
  await page.keyboard.press('d')
  await page.getByRole('dialog').getByRole('button', { name: 'Cấp kết quả' }).click()
  await says(page, /Hồ sơ đã kết thúc: Đã (có|trả) kết quả/)
})

test('a refusal names the article, is no one person’s word, and reaches her only when a second officer confirms', async () => {
  const { page } = bao
  const reference = await filesConfirmation()
  await openFrom(page, 'receive', reference)
  await page.keyboard.press('t')
  await says(page, 'Đã tiếp nhận')
  await page.keyboard.press('x')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio').first().check()
  await dialog.getByText(/Căn cứ: Điều 17 Thông tư 55/).waitFor()
  await dialog.getByRole('button', { name: /^Trình từ chối/ }).click()
  await dialog.getByText('Ghi rõ, ít nhất 5 chữ cái.').first().waitFor()
  await dialog.getByLabel('Ghi rõ').fill('Bạn hãy khai báo nơi ở mới trước.')
  assert.deepEqual(await faultsOf(page, 'a refusal'), [])
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('button', { name: /^Trình từ chối/ }).click()
  await says(page, 'Bạn đã trình hồ sơ này; cần một cán bộ khác duyệt.')
  assert.ok(await page.getByRole('button', { name: 'Duyệt: từ chối' }).isDisabled())

  const thu = await officerAtWork(sen, 'thu', 'Quầy 09')
  await openFrom(thu.page, 'decide', reference)
  await thu.page.keyboard.press('d')
  await thu.page.getByRole('dialog').getByRole('button', { name: 'Duyệt: từ chối' }).click()
  await says(thu.page, 'Hồ sơ đã kết thúc: Từ chối')
  await sen.letters(hanh.phone, /bị từ chối/)
  await thu.context.close()
})

test('what is late stands on top and is called so; she gets an apology and a new day, once', async () => {
  const reference = await filesConfirmation()
  await sen.post('/world/clock', { ahead_s: 5 * 24 * 3600 })
  const { page, context } = await officerAtWork(sen, 'thu', 'Quầy 03')
  await page.goto('/counter/dossiers/receive')
  const late = page
    .locator('section', { has: page.getByRole('heading', { name: /^Quá hạn, làm ngay/ }) })
    .last()
  await late.locator(`a[href$="${reference}"]`).click()
  await says(page, /Quá hạn .* giờ làm việc/)
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Thêm mấy ngày làm việc').fill('3')
  await dialog.getByLabel('Ghi rõ').fill('Hôm qua cả đơn vị mất mạng.')
  await dialog.getByText(/xin lỗi vì không kịp trả hồ sơ/).waitFor()
  await dialog.getByRole('button', { name: 'Xin lỗi, hẹn ngày mới' }).click()
  await says(page, /Đã xin lỗi và hẹn lại/)
  assert.equal(await page.getByRole('button', { name: 'Xin lỗi, hẹn ngày mới' }).count(), 0, 'once')
  await sen.letters(hanh.phone, /[Xx]in lỗi/)
  await context.close()
})
