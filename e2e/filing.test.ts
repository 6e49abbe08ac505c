/**
 * A confirmation of residence from the search to the receipt: what the State knows is not asked, a form goes
 * on without a network and on another phone, and however often it is pressed it is filed once. And for her
 * child.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { addDays } from '../formats/vietnam-day.ts'
import { now } from '../server/kernel/clock.ts'
import { newId } from '../server/kernel/id.ts'
import { dayInVietnam } from '../server/kernel/policy.ts'
import { faultsOf } from './accessibility.ts'
import { heading, press, typePasscode } from './citizen-steps.ts'
import {
  faultsInBoth,
  onDatabase,
  openProfileOfChild,
  PHONE,
  reachLevel2,
  secondPhone,
} from './filing-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let hanh: CastMember
let context: BrowserContext
let page: Page
let other: Page
before(async () => {
  sen = await openSen()
  // With its service worker: without a network it opens from what it keeps.
  const phone = await sen.phone({ isWhole: true })
  context = phone.context
  page = phone.page
  hanh = await settleHere(page, sen, 'hanh')
  await reachLevel2(sen, hanh)
})
after(() => sen.stop())

const says = (text: string | RegExp, on = page) => on.getByText(text).first().waitFor()
const looksRight = async (name: string, ready: string): Promise<void> =>
  assert.deepEqual(await faultsInBoth(page, name, ready), [])
const filedOf = async (): Promise<number> =>
  (await onDatabase(sen, "select 1 from case_file where kind = 'dossier'")).length
const BASE = '/app/services/residence-confirmation'

test('without an account anybody finds a service, without accents, and sees what it costs and how long', async () => {
  const stranger = (await sen.phone()).page
  await stranger.goto('/app/services')
  await stranger.getByLabel('Bạn cần làm việc gì?').fill('cu tru xac nhan')
  await stranger.getByRole('link', { name: /Xác nhận thông tin về cư trú/ }).click()
  await says('Miễn phí', stranger)
  await says(/03 ngày làm việc/, stranger)
  await stranger.getByRole('link', { name: 'Đăng ký tài khoản' }).waitFor()
  assert.deepEqual(await faultsOf(stranger, 'a service for a stranger'), [])
  await stranger.goto('/app/services')
  await stranger.getByLabel('Bạn cần làm việc gì?').fill('bao khach luu tru')
  await stranger.getByRole('link', { name: /^Báo khách lưu trú/ }).waitFor()
  assert.equal(await stranger.getByText('Chưa có dịch vụ nào như vậy').count(), 0)
  await stranger.getByLabel('Bạn cần làm việc gì?').fill('xyzzy')
  await says('Chưa có dịch vụ nào như vậy', stranger)
  assert.deepEqual(await faultsOf(stranger, 'nothing found'), [])
  await stranger.goto('/app/services/no-such-service')
  await says('Không có dịch vụ này', stranger)
  await stranger.context().close()
})

test('before she fills in anything she knows that she can file it, what it costs and that no paper is needed', async () => {
  await page.goto('/app/services')
  await page.getByLabel('Bạn cần làm việc gì?').fill('ct07')
  await page.getByRole('link', { name: /Xác nhận thông tin về cư trú/ }).click()
  await heading(page, 'Bạn làm được').waitFor()
  await says('Dữ liệu dân cư có nơi cư trú')
  await says('Không cần giấy nào.')
  await says('Miễn phí')
  await looksRight('before the form', '.conditions')
})

test('where she cannot file it yet, what is missing leads to the service that mends it', async () => {
  await page.goto('/app/services/residence-declaration')
  await heading(page, 'Chưa làm được').waitFor()
  await says('Bạn đã có nơi thường trú hoặc tạm trú. Nếu đã chuyển, hãy đăng ký nơi mới.')
  await looksRight('not yet', '.conditions')
  await page.getByRole('link', { name: 'Mở thủ tục: Đăng ký thường trú' }).click()
  await heading(page, 'Đăng ký thường trú').waitFor()
  await page.goto(BASE)
})

test('what the State knows stands there with its source and the way to say that it is wrong', async () => {
  await page.getByRole('link', { name: 'Bắt đầu' }).click()
  await says('Câu 1 trên 2')
  await says(hanh.name)
  await says('Cơ sở dữ liệu dân cư')
  assert.equal(await page.locator('form input').count(), 0, 'nothing that is known is asked')
  await page.getByRole('link', { name: /^Chưa đúng\? Nơi cư trú/ }).click()
  assert.equal(await page.getByLabel('Mục nào bị ghi sai?').inputValue(), 'residence')
  await page.goBack()
  await looksRight('what is known', '.known')
  await press(page, 'Đúng, đi tiếp')
  await says('Câu 2 trên 2')
  await says(/đã lưu \d\d:\d\d/)
})

test('a question that is not answered is marked, and what was half typed is there after a reload', async () => {
  await press(page, 'Tiếp tục')
  await page.getByRole('alert').getByText('Câu này cần được trả lời.').waitFor()
  assert.deepEqual(await faultsOf(page, 'a question that was missed'), [])
  await page.setViewportSize(PHONE)
  await page.getByLabel('Dùng vào việc gì?').fill('Nộp cho trường')
  await page.reload()
  await page.getByLabel('Dùng vào việc gì?').waitFor()
  assert.equal(await page.getByLabel('Dùng vào việc gì?').inputValue(), 'Nộp cho trường')
  await looksRight('a question', 'fieldset')
})

test('without a network she goes on, is told honestly that the server has not got it, and loses nothing', async () => {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto('/app/')
  await typePasscode(page, /Nhập mã PIN/).catch(() => undefined)
  await page.goto(`${BASE}/form/what`)
  await page.getByLabel('Dùng vào việc gì?').waitFor()
  await context.setOffline(true)
  await page.getByLabel('Tôi và các thành viên trong hộ').check()
  await page.getByLabel('Dùng vào việc gì?').fill('Nộp cho trường của Bình')
  await says('chưa lưu lên máy chủ, sẽ lưu khi có mạng')
  await press(page, 'Tiếp tục')
  await says('Chưa nộp được vì không có mạng')
  assert.equal(await page.getByRole('button', { name: 'Nộp', exact: true }).isDisabled(), true)
  await says('Nộp cho trường của Bình')
  await context.setOffline(false)
  await says(/đã lưu \d\d:\d\d/)
  await page.getByRole('button', { name: 'Nộp', exact: true, disabled: false }).waitFor()
})

test('the draft goes on on another phone of hers, at the place where she was', async () => {
  other = await secondPhone(sen, hanh)
  await other.goto('/app/dossiers')
  await other.getByRole('link', { name: /Xác nhận thông tin về cư trú/ }).click()
  await other.getByRole('link', { name: 'Làm tiếp bản nháp' }).click()
  await heading(other, 'Xem lại rồi nộp').waitFor()
  await says('Nộp cho trường của Bình', other)
  await says('Tôi và các thành viên trong hộ', other)
  await says('Bạn chỉ phải gõ', other)
})

test('pressed twice here and once more there, it is filed once, and the receipt says what happens next', async () => {
  await looksRight('the check', '.answers')
  await page.getByRole('button', { name: 'Nộp', exact: true }).dblclick()
  await says('Đã nộp hồ sơ')
  const code = await page.locator('.filed-code b').innerText()
  await says('Việc tiếp theo')
  await page.getByRole('img', { name: `Mã QR của hồ sơ ${code}` }).waitFor()
  await press(other, 'Nộp')
  await says('Đã nộp hồ sơ', other)
  assert.equal(await other.locator('.filed-code b').innerText(), code)
  assert.equal(await filedOf(), 1)
  await looksRight('the receipt', '.pairs')
})

test('she follows it: the clock with its article, each step, and what she filed', async () => {
  await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click()
  await says('Hồ sơ đang ở đâu')
  await says(/Điều 17 Thông tư 55\/2021\/TT-BCA/)
  await page.getByText('Những gì đã nộp').click()
  await says('Nộp cho trường của Bình')
  await looksRight('a dossier', '.timeline')
  await page.goto('/app/dossiers')
  await page.getByRole('link', { name: /Xác nhận thông tin về cư trú/ }).waitFor()
  assert.equal(await page.getByText('Bản nháp').count(), 0, 'the draft is a dossier now')
  await looksRight('her dossiers', '.rows')
  await page.goto('/app/agree')
  await says('Không ai đang hỏi ý kiến bạn')
  await looksRight('nobody asks her', '.empty')
})

test('for her child she files in his profile, and the button says for whom', async () => {
  await openProfileOfChild(other, sen)
  await other.goto(BASE)
  await press(other, 'Mở để nộp cho Phạm Gia Bình')
  await typePasscode(other, /Nhập mã PIN của bạn/)
  await heading(other, 'Bạn làm được cho Bình').waitFor()
  await other.getByRole('link', { name: 'Bắt đầu' }).click()
  await press(other, 'Đúng, đi tiếp')
  await other.getByLabel('Dùng vào việc gì?').fill('Nhập học')
  await press(other, 'Tiếp tục')
  await other.getByRole('button', { name: 'Nộp cho Bình' }).click()
  await says('Đã nộp hồ sơ', other)
  await says('Phạm Gia Bình', other)
  assert.equal(await filedOf(), 2)
})

test('what somebody asks of her child she answers in his profile, and agrees by her passcode', async () => {
  await onDatabase(
    sen,
    `insert into territory_unit (code, kind, name, parent_code, valid_from, source)
     values ('00004', 'ward', 'Phường Ba Đình', '01', '2025-07-01', 'test')`,
  )
  const asker = (await sen.phone()).page
  await reachLevel2(sen, await settleHere(asker, sen, 'man'))
  const [child] = await onDatabase<{ number: string }>(
    sen,
    'select personal_number as number from person where full_name = $1',
    ['Phạm Gia Bình'],
  )
  const answers = {
    owner: child?.number,
    address: { unit: '00004', address: 'Số 3, đường Bờ Sông' },
    until: addDays(dayInVietnam(now()), 60),
    feeClass: 'none',
  }
  const filing = { procedure: 'temporary-residence', draft: newId(), version: 1, answers }
  const status = await asker.evaluate(async (body) => {
    const { status: said } = await fetch('/api/services/file', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return said
  }, filing)
  assert.equal(status, 200)
  // What she confirmed when she filed for him stands for some minutes, and is over here.
  await onDatabase(sen, 'delete from ward_consent')
  await other.goto('/app/agree')
  await other.getByRole('link', { name: /Đăng ký tạm trú/ }).click()
  await other.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await says(/cần mã PIN của bạn/, other)
  assert.deepEqual(await faultsOf(other, 'agreeing for a child'), [])
  await press(other, 'Đồng ý thay Phạm Gia Bình')
  await typePasscode(other, /Nhập mã PIN của bạn/)
  await says('Bạn đã đồng ý', other)
})
