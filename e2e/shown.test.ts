/**
 * She shows a document, and somebody else checks it, both without a network; and what is not genuine, not
 * fresh or not hers is told apart on the screen of whoever checks.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { openPool } from '../server/storage/pool.ts'
import QRCode from 'qrcode'
import { faultsInBothHere, faultsOf } from './accessibility.ts'
import { cardPicture, goWithin, press, typePasscode } from './citizen-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'
import {
  clearByEsc,
  digitsIn,
  forgedAs,
  fromElsewhere,
  keyShown,
  moveDeviceClock,
  onOtherPhone,
  pastePicture,
  pasteText,
  pictureOfCode,
  scanByKeyboard,
  showPicture,
  verdictOn,
} from './shown-steps.ts'

let sen: OpenSen
let hanh: CastMember
let phone: { context: BrowserContext; page: Page }
let desk: { context: BrowserContext; page: Page }

before(async () => {
  sen = await openSen()
  phone = await sen.phone({ isWhole: true })
  desk = await sen.desk({ isWhole: true })
  hanh = await settleHere(phone.page, sen, 'hanh')
})
after(() => sen.stop())

const onDatabase = async (sql: string, values: readonly unknown[]): Promise<void> => {
  const pool = openPool(sen.databaseUrl, 1)
  await pool.query(sql, [...values]).finally(() => pool.end())
}

test('below level 2 she is told the way there, and can still show the card to the eye', async () => {
  const { page } = phone
  await goWithin(page, '/app/present')
  await page.getByText('Cần mức 2 để xuất trình bằng mã').waitFor()
  assert.deepEqual(await faultsOf(page, 'below level 2'), [])
  await press(page, 'Cho xem thẻ')
  await page.getByText('Thông tin trên căn cước').waitFor()
  await page.getByText('Chữ ký số của nơi cấp đúng').waitFor()
})

test('the page that checks is ready after one visit, and says how old what it judges by is', async () => {
  const { page, context } = desk
  await page.goto('/verify/')
  await page.getByText('Sẵn sàng, kể cả khi mất mạng').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'verify'), [])
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  assert.equal((await context.cookies()).length, 0, 'no account and no mark of its visitor')
})

test('she shows it without a network, and it is checked without a network', async () => {
  const { page, context } = phone
  // How she reaches level 2 is a story of its own (level-2.test.ts).
  await onDatabase('update account set level = 2 where personal_number = $1', [hanh.personal_number])
  await goWithin(page, '/app/wallet')
  await goWithin(page, '/app/present')
  await page.locator('svg.code-picture').waitFor()
  await desk.page.getByRole('button', { name: 'Lấy bản mới' }).click()
  await desk.page.getByText(/bảng thu hồi/).waitFor()

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await Promise.all([context.setOffline(true), desk.context.setOffline(true)])
  await Promise.all([page.goto('/app/present'), desk.page.reload()])
  await typePasscode(page, 'Nhập mã PIN')
  await page.getByText('Người kiểm tra sẽ thấy').waitFor()
  await page.getByText(/Không thấy: .*nơi cư trú/).waitFor()

  await showPicture(desk.page, await pictureOfCode(page))
  assert.equal(await verdictOn(desk.page), 'valid')
  const seen = await desk.page.locator('[data-verdict]').innerText()
  for (const shown of [hanh.name, '12/04/1991', 'Nơi cấp đáng tin', 'Chưa bị thu hồi']) {
    assert.ok(seen.includes(shown), shown)
  }
  for (const hidden of ['Nơi cư trú', 'Quê quán', 'Giới tính']) {
    assert.ok(!seen.includes(hidden), hidden)
  }
  await desk.page.getByText('nhìn mặt').first().waitFor()
  assert.deepEqual(await faultsInBothHere(desk.page, 'a genuine one'), [])
  await clearByEsc(desk.page)
  assert.ok(!(await desk.page.locator('body').innerText()).includes(hanh.name), 'Esc leaves nothing')
})

test('eighteen or older says that and nothing else, and her screen names her no more', async () => {
  const { page } = phone
  await press(page, 'Đủ 18 tuổi')
  await page.getByRole('img', { name: 'Mã QR xuất trình: Đủ 18 tuổi' }).waitFor()
  assert.ok(!(await page.locator('main').innerText()).includes(hanh.name))
  await showPicture(desk.page, await pictureOfCode(page))
  assert.equal(await verdictOn(desk.page), 'valid')
  const seen = await desk.page.locator('[data-verdict]').innerText()
  assert.ok(seen.includes('Đủ 18 tuổi') && !seen.includes(hanh.name) && !seen.includes('1991'))
  assert.deepEqual(await faultsOf(page, 'eighteen'), [])
})

test('each showing takes a document of its own, so that two who scan her cannot compare what they saw', async (t) => {
  const { page } = phone
  const one = await digitsIn(await pictureOfCode(page))
  await goWithin(page, '/app/wallet')
  await goWithin(page, '/app/present')
  const other = await digitsIn(await pictureOfCode(page))
  assert.notDeepEqual(await keyShown(one), await keyShown(other))
  const { version } = QRCode.create([{ data: other, mode: 'numeric' }], { errorCorrectionLevel: 'L' })
  t.diagnostic(`${other.length} digits, version ${version}`)
  assert.ok(version <= 25)
})

test('what is pasted anywhere on the page is read, digits as well as a picture', async () => {
  const { page } = desk
  const picture = await pictureOfCode(phone.page)
  await clearByEsc(page)
  await pasteText(page, ` ${await digitsIn(picture)}\n`)
  assert.equal(await verdictOn(page), 'valid')
  await clearByEsc(page)
  await pastePicture(page, picture)
  assert.equal(await verdictOn(page), 'valid')
})

test('a verdict leaves the screen by itself, later where she asks for it, and by Esc from wherever the focus is', async () => {
  const { page } = desk
  await press(page, 'Giữ thêm 30 giây')
  await moveDeviceClock(page, 25)
  await page.waitForTimeout(1200)
  assert.equal(await page.locator('[data-verdict]').count(), 1)
  await moveDeviceClock(page, 6)
  await page.locator('[data-verdict]').waitFor({ state: 'detached' })
  assert.ok(!(await page.locator('body').innerText()).includes(hanh.name))
  await moveDeviceClock(page, -31)
  await showPicture(page, await pictureOfCode(phone.page))
  await page.locator('[data-verdict]').waitFor()
  await page.getByRole('button', { name: 'English' }).focus()
  await page.keyboard.press('Tab')
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'code', 'the field holds nobody')
  await clearByEsc(page)
  await scanByKeyboard(page, await digitsIn(await pictureOfCode(phone.page)))
  assert.equal(await verdictOn(page), 'valid')
})

test('a copy on another phone, a forged one and one of an unknown issuer are told apart', async () => {
  const { page } = desk
  const digits = await digitsIn(await pictureOfCode(phone.page))
  for (const [is, made] of [
    ['other-phone', await onOtherPhone(digits)],
    ['forged', await forgedAs(digits)],
    ['issuer-unknown', await fromElsewhere()],
  ] as const) {
    await clearByEsc(page)
    await scanByKeyboard(page, made)
    assert.equal(await verdictOn(page), is)
    assert.deepEqual(await faultsOf(page, is), [])
  }
})

test('a picture of it is an old code a minute later, then the list is too old, then the document', async () => {
  const { page } = desk
  const picture = await pictureOfCode(phone.page)
  for (const [later_s, is] of [
    [-300, 'clocks-differ'],
    [300 + 120, 'old'],
    [2 * 86_400, 'snapshot-old'],
    [20 * 86_400, 'expired'],
  ] as const) {
    await moveDeviceClock(page, later_s)
    await showPicture(page, picture)
    await page.locator(`[data-verdict=${is}]`).waitFor()
    assert.deepEqual(await faultsOf(page, is), [])
  }
})

test('other codes and broken ones are never taken for a document; a scanner only types', async () => {
  const { page } = desk
  await page.reload()
  await page.getByText('Đang không có mạng, vẫn kiểm tra được').waitFor()
  await showPicture(page, await cardPicture(hanh))
  assert.equal(await verdictOn(page), 'not-ours')
  await clearByEsc(page)
  await scanByKeyboard(page, `7361${'0123456789'.repeat(60)}`)
  assert.equal(await verdictOn(page), 'damaged')
  await page
    .locator('[data-announcer=assertive]', { hasText: 'Chưa đọc trọn mã' })
    .waitFor({ state: 'attached' })
  await clearByEsc(page)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'code', 'ready for the next one')
})

test('a document that its issuer has taken back is told as soon as the list was fetched, and not why', async () => {
  await Promise.all([phone.context.setOffline(false), desk.context.setOffline(false)])
  const picture = await pictureOfCode(phone.page)
  await onDatabase('update status_entry set status = 1', [])
  await onDatabase('delete from status_list_token', [])
  const { page } = desk
  await page.reload()
  await page.getByText('Sẵn sàng, kể cả khi mất mạng').waitFor()
  await page.getByRole('button', { name: 'Lấy bản mới' }).click()
  await page.waitForTimeout(500)
  await showPicture(page, picture)
  assert.equal(await verdictOn(page), 'revoked')
  const said = await page.locator('[data-verdict]').innerText()
  assert.ok(!said.includes(hanh.name), 'what is not valid shows nobody')
  assert.deepEqual(await faultsInBothHere(page, 'revoked'), [])
})

test('without a network for a week she is told to sync, and for two that what lies here has run out', async () => {
  const { page, context } = phone
  await context.setOffline(true)
  await moveDeviceClock(page, 8 * 86_400)
  await goWithin(page, '/app/wallet')
  await goWithin(page, '/app/present')
  await page.getByText(/Cần đồng bộ: .* vẫn dùng được đến/).waitFor()
  await page.locator('svg.code-picture').waitFor()
  assert.deepEqual(await faultsOf(page, 'needs sync'), [])
  await moveDeviceClock(page, 8 * 86_400)
  await goWithin(page, '/app/wallet')
  await goWithin(page, '/app/present')
  await page.getByRole('heading', { name: 'Giấy tờ trong máy đã hết hạn dùng' }).waitFor()
  assert.equal(await page.locator('svg.code-picture').count(), 0)
  assert.deepEqual(await faultsOf(page, 'over'), [])
})

test('five wrong passcodes without a network destroy what the phone could show', async () => {
  const { page, context } = phone
  await context.setOffline(true)
  await page.goto('/app/present')
  for (let tried = 0; tried < 5; tried++) {
    await typePasscode(page, 'Nhập mã PIN', '111999')
    await page.getByText(tried < 4 ? `Bạn còn ${4 - tried} lần` : 'đã được xoá để giữ an toàn').waitFor()
  }
  const left = await page.evaluate(async () => {
    const opening = indexedDB.open('sen-wallet')
    await new Promise((done) => (opening.onsuccess = done))
    const asked = opening.result.transaction('record').objectStore('record').getAllKeys()
    await new Promise((done) => (asked.onsuccess = done))
    return asked.result.map(String)
  })
  assert.deepEqual(left, [])

  // Nothing of hers is lost: with a network the phone gets documents for new keys, without a word.
  await context.setOffline(false)
  await page.goto('/app/wallet')
  await page.getByRole('link', { name: 'Xuất trình' }).click()
  const pad = page.getByRole('group', { name: 'Nhập mã PIN để xuất trình' })
  // axe does not judge a text of the very colour of its ground.
  const digit = await pad.getByRole('button', { name: '1' }).evaluate((key) => getComputedStyle(key))
  assert.notEqual(digit.color, digit.backgroundColor, 'the digits of the pad can be read')
  assert.deepEqual(await faultsOf(page, 'the passcode'), [])
  await page.setViewportSize({ width: 390, height: 844 })
  await typePasscode(page, 'Nhập mã PIN để xuất trình')
  await showPicture(desk.page, await pictureOfCode(page))
  await desk.page.locator('[data-verdict=valid], [data-verdict=snapshot-old]').waitFor()
})
