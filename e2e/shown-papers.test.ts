/**
 * She shows her licence to the traffic police and her insurance card at a clinic, both without a network; any
 * other paper from its own page; and what its register revokes is told to whoever checks.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { openPool } from '../server/storage/pool.ts'
import { faultsInBothHere, faultsOf } from './accessibility.ts'
import { goWithin, press, typePasscode } from './citizen-steps.ts'
import { licenceEnds } from '../world/agencies/agency-records.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'
import { clearByEsc, pictureOfCode, showPicture, verdictOn } from './shown-steps.ts'

let sen: OpenSen
let hanh: CastMember
let phone: { context: BrowserContext; page: Page }
let desk: { context: BrowserContext; page: Page }
let licence = ''
before(async () => {
  sen = await openSen()
  phone = await sen.phone({ isWhole: true })
  desk = await sen.desk({ isWhole: true })
  hanh = await settleHere(phone.page, sen, 'hanh')
  // How she reaches level 2, and how papers come into the wallet, are stories of their own.
  await onDatabase('update account set level = 2 where personal_number = $1', [hanh.personal_number])
  licence = await add('driving-licence', { licence_number: '994012345318' })
  await add('health-insurance', { card_number: '9401234567' })
  await add('vehicle-registration', { plate: '99A-001.23', chassis_number: 'A1B2C3' })
})
after(() => sen.stop())

const onDatabase = async (sql: string, values: readonly unknown[] = []): Promise<void> => {
  const pool = openPool(sen.databaseUrl, 1)
  await pool.query(sql, [...values]).finally(() => pool.end())
}
const asked = async (name: string, data: object): Promise<Record<string, string>> => {
  const headers = { origin: sen.url }
  const answer = await phone.page.request.post(`/api/documents/${name}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Record<string, string>
}
const add = async (type: string, keys: Readonly<Record<string, string>>): Promise<string> => {
  const { id = '' } = await asked('integrate', { type, keys })
  await settled(id, 'held')
  return id
}
const settled = async (id: string, state: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await phone.page.request.get(`/api/documents/state?id=${id}`)
    if (((await answer.json()) as { state?: string }).state === state) {
      return
    }
    await phone.page.waitForTimeout(100)
  }
  assert.fail(`${id} is not ${state}`)
}
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SEN_PICTURES']
  if (folder) {
    const before = page.viewportSize()
    for (const [width, height] of [
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
    }
    await page.setViewportSize(before ?? { width: 390, height: 844 })
  }
}
const choose = async (errand: string, paper: RegExp): Promise<void> => {
  await press(phone.page, errand)
  await phone.page.getByRole('button', { name: paper }).click()
  await phone.page.locator('svg.code-picture').waitFor()
}
/** Her register decides, she is told, and the desk judges this picture by the next list. */
const decides = async (standing: string, told: RegExp, scanned: Buffer): Promise<void> => {
  const reference = 'GPLX-994012345318'
  await sen.post('/world/agencies/driving-licences', { is: 'change', reference, standing })
  await asked('sync', { id: licence })
  await sen.letters('0912345217', told)
  // As if the minutes until the next list had gone by.
  await onDatabase('delete from status_list_token')
  for (let tries = 0, is = ''; is !== standing; tries++) {
    assert.ok(tries < 20, `it is ${is}`)
    await desk.page.getByRole('button', { name: 'Lấy bản mới' }).click()
    await desk.page.waitForTimeout(500)
    await showPicture(desk.page, scanned)
    is = await verdictOn(desk.page)
    if (is !== standing) {
      await clearByEsc(desk.page)
    }
  }
}
const seenAtDesk = async (): Promise<string> => {
  await showPicture(desk.page, await pictureOfCode(phone.page))
  assert.equal(await verdictOn(desk.page), 'valid')
  return desk.page.locator('[data-verdict]').innerText()
}

test('the traffic police sees her licence and the car, each by a code of its own, with no network on either side', async () => {
  const { page, context } = phone
  await goWithin(page, '/app/wallet')
  await goWithin(page, '/app/present')
  await choose('Cảnh sát giao thông', /^Giấy phép lái xe/)
  await desk.page.goto('/verify/')
  await desk.page.getByText('Sẵn sàng, kể cả khi mất mạng').waitFor()
  await Promise.all(
    [page, desk.page].map((one) => one.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))),
  )
  await Promise.all([context.setOffline(true), desk.context.setOffline(true)])
  await Promise.all([page.goto('/app/present'), desk.page.reload()])
  await typePasscode(page, 'Nhập mã PIN')
  await choose('Cảnh sát giao thông', /^Giấy phép lái xe/)
  await page.getByRole('img', { name: 'Mã QR xuất trình: Cảnh sát giao thông, Giấy phép lái xe' }).waitFor()
  await page.getByText(/Không thấy: .*điểm/).waitFor()
  assert.deepEqual(await faultsOf(page, 'a licence is shown'), [])
  await picture(page, 'present-licence')
  const seen = await seenAtDesk()
  const ends = licenceEnds.split('-').reverse().join('/')
  for (const shown of ['Giấy phép lái xe', hanh.name, 'A1, B', '994 012 345 318', ends]) {
    assert.ok(seen.includes(shown), `${shown} in ${seen}`)
  }
  for (const hidden of ['Điểm', 'Ngày trúng tuyển', 'Còn điểm', hanh.personal_number]) {
    assert.ok(!seen.includes(hidden), hidden)
  }
  assert.deepEqual(await faultsInBothHere(desk.page, 'a genuine licence'), [])
  await picture(desk.page, 'verify-licence')
  await clearByEsc(desk.page)
  await choose('Cảnh sát giao thông', /^Đăng ký xe.*99A00123/)
  assert.match(await seenAtDesk(), /99A00123[^]*Ô tô con/)
  await clearByEsc(desk.page)
})

test('a clinic sees her insurance card; a flight asks for no paper but the card', async () => {
  const { page } = phone
  await choose('Khám bệnh', /^Thẻ bảo hiểm y tế/)
  assert.match(await seenAtDesk(), /Thẻ bảo hiểm y tế[^]*80 %[^]*Trung tâm Y tế Sông Lam/)
  await clearByEsc(desk.page)
  await press(page, 'Đi máy bay')
  await page.getByRole('img', { name: 'Mã QR xuất trình: Đi máy bay' }).waitFor()
  assert.equal(await page.getByRole('group', { name: 'Giấy tờ nào' }).count(), 0)
})

test('a paper is shown from its own page, and what its register revokes is told to whoever checks', async () => {
  const { page, context } = phone
  await Promise.all([context.setOffline(false), desk.context.setOffline(false)])
  await goWithin(page, `/app/documents/${licence}`)
  await page.getByRole('link', { name: 'Xuất trình giấy tờ này' }).click()
  await page.getByRole('img', { name: 'Mã QR xuất trình: Giấy phép lái xe' }).waitFor()
  assert.deepEqual(await faultsOf(page, 'one paper'), [])
  assert.match(await seenAtDesk(), /Ngày trúng tuyển/)
  await clearByEsc(desk.page)
  await decides('suspended', /tạm giữ/, await pictureOfCode(page))
  await clearByEsc(desk.page)
  const shown = await pictureOfCode(page)
  await goWithin(page, '/app/wallet')
  await goWithin(page, `/app/present?document=${licence}`)
  await page.getByRole('link', { name: 'Xem giấy tờ này' }).waitFor()
  assert.deepEqual(await faultsOf(page, 'a paper that is held'), [])
  await decides('revoked', /thu hồi/, shown)
  assert.ok(!(await desk.page.locator('[data-verdict]').innerText()).includes(hanh.name))
  await goWithin(page, '/app/wallet')
  await goWithin(page, '/app/present')
  await press(page, 'Cảnh sát giao thông')
  await page.getByRole('button', { name: /^Đăng ký xe/ }).waitFor()
  await page.getByRole('button', { name: /^Giấy phép lái xe/ }).waitFor({ state: 'detached' })
})
