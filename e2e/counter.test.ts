/**
 * The counter around its journeys: the shift, today's work, a look-up that demands a purpose and that its
 * person sees, the desk's devices; under axe.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { composePersonalNumber } from '../formats/personal-number.ts'
import { faultsOf } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let bao: { context: BrowserContext; page: Page }
let hanh: CastMember
let phone: Page

before(async () => {
  sen = await openSen()
  phone = (await sen.phone()).page
  hanh = await settleHere(phone, sen, 'hanh')
  bao = await officerAtWork(sen, 'bao')
})
after(() => sen.stop())

const look = async (path: string, title: string | RegExp): Promise<string[]> => {
  const { page } = bao
  const faults: string[] = []
  for (const language of ['en', 'vi']) {
    await page.goto(`${path}?lang=${language}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await page.waitForTimeout(200)
    faults.push(...(await faultsOf(page, `${path} (${language})`)))
  }
  await heading(page, title).first().waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
  return faults
}

test('office and desk stand in the head, and every page around the journeys is accessible in both languages', async () => {
  await bao.page
    .getByText(/Trung tâm thẩm định tài khoản · Quầy 02/)
    .first()
    .waitFor()
  const faults: string[] = []
  for (const [path, title] of [
    ['/counter/', 'Việc hôm nay'],
    ['/counter/shift', 'Vào ca'],
    ['/counter/drafts', 'Bản nháp'],
    ['/counter/outbox', 'Chờ gửi'],
    ['/counter/devices', 'Thiết bị quầy'],
    ['/counter/level-2', 'Đăng ký mức 2'],
    ['/counter/level-2/new', 'Đăng ký tài khoản mức 2'],
    ['/counter/second', 'Duyệt lần hai'],
    ['/counter/person', 'Kết quả tra cứu'],
    ['/counter/my-looks', 'Nhật ký tra cứu của tôi'],
    ['/counter/supervision', 'Tra cứu nhiều bất thường'],
    ['/counter/screen', /Màn hình chưa được ghi danh/],
  ] as const) {
    faults.push(...(await look(path, title)))
  }
  assert.deepEqual(faults, [])
})

test('a page opens at its top, with its place in the navigation in sight, wherever that stands there', async () => {
  const { page } = bao
  for (const size of [
    { width: 1440, height: 620 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    for (const path of ['/counter/my-looks', '/counter/devices', '/counter/level-2/new']) {
      await page.goto(path)
      await heading(page, /./).first().waitFor()
      const here = page.locator('.console-nav [aria-current=page]')
      await here.waitFor()
      await page.waitForTimeout(300)
      assert.equal(
        await page.evaluate(() => scrollY),
        0,
        `${path} at ${size.width}: its title is out of sight`,
      )
      const box = await here.boundingBox()
      assert.ok(box && box.x >= 0 && box.x + box.width <= size.width, `${path} at ${size.width}`)
      assert.ok(box.y + box.height / 2 < size.height, `${path} at ${size.width}: ${box.y}`)
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('the keys are told by ?, and / leads to the search', async () => {
  const { page } = bao
  await page.goto('/counter/')
  await heading(page, 'Việc hôm nay').waitFor()
  // A moment as any hand takes it: the page listens once it is drawn.
  await page.waitForTimeout(300)
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Ở mọi trang').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search')
})

test('nobody is looked up without a purpose', async () => {
  const { page } = bao
  await page.getByRole('searchbox').fill(hanh.personal_number)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/sẽ thấy/).waitFor()
  assert.deepEqual(await faultsOf(page, 'the search dialog'), [])
  await page.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('button', { name: 'Tra cứu' }).click()
  await dialog
    .getByText(/không có mục đích thì không tra cứu được/)
    .first()
    .waitFor()
  await dialog.getByLabel('Mục đích').selectOption('court-or-investigation')
  await dialog.getByRole('button', { name: 'Tra cứu' }).click()
  await dialog
    .getByText(/số văn bản hoặc mã vụ việc/)
    .first()
    .waitFor()
})

test('with a purpose the officer sees the fields, finds it in her own log, and the person sees office and purpose', async () => {
  const { page } = bao
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mục đích').selectOption('counter-service')
  await dialog.getByRole('button', { name: 'Tra cứu' }).click()
  await heading(page, 'Kết quả tra cứu').waitFor()
  await page.getByText('Nguyễn Thị Hạnh').first().waitFor()
  assert.deepEqual(await faultsOf(page, 'a person'), [])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: 'Nhật ký tra cứu' }).click()
  await page.getByText('Người dân đang ở quầy nhờ việc này').first().waitFor()
  await page
    .getByText(`••• ••• ${hanh.personal_number.slice(-3)}`)
    .first()
    .waitFor()
  const since = Date.now()
  await phone.goto('/app/looks')
  await phone
    .getByText(/Trung tâm thẩm định tài khoản/)
    .first()
    .waitFor()
  assert.ok(Date.now() - since < 5000, 'within five seconds')
})

test('the devices are tried without anything being sent', async () => {
  const { page } = bao
  await page.goto('/counter/devices')
  await page.getByRole('radio', { name: /Nguyễn Thị Hạnh/ }).check()
  await press(page, 'Đọc thẻ')
  await page.getByText(/Đã đọc chip/).waitFor()
  await press(page, 'Quét ngón trỏ phải')
  await page.getByText(/Ngón trỏ phải: mẫu|ngón trỏ phải: mẫu/).waitFor()
  await press(page, 'Chụp ảnh')
  await page.getByText(/Đã có ảnh/).waitFor()
})

test('who looks up unusually many is told to her supervisor, who asks her and says what came of it', async () => {
  // Twice as many as are unusual, so that an hour which ends meanwhile does not matter.
  const numbers = Array.from({ length: 60 }, (_, i) =>
    composePersonalNumber({ provinceCode: '940', sex: 'female', birthYear: 1970, serial: 700_000 + i }),
  )
  const looked = await bao.page.evaluate(async (all) => {
    let done = 0
    for (const personalNumber of all) {
      const { ok } = await fetch('/api/counter/search', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personalNumber, purpose: 'counter-service' }),
      })
      done += ok ? 1 : 0
    }
    return done
  }, numbers)
  assert.ok(looked >= 30, `${looked} of 60 were answered`)
  await bao.page.goto('/counter/supervision')
  await bao.page.getByText('Về bạn: người khác xem xét').first().waitFor()
  const { page: thu } = await officerAtWork(sen, 'thu', 'Quầy 03')
  await thu
    .getByRole('link', { name: /Hỏi cán bộ vì sao tra cứu nhiều/ })
    .first()
    .click()
  await thu.getByText('30 người trong một giờ').first().waitFor()
  await thu.getByRole('button', { name: 'Ghi kết quả' }).first().click()
  assert.deepEqual(await faultsOf(thu, 'what came of asking'), [])
  await thu.getByRole('dialog').getByRole('button', { name: 'Đã rõ lý do' }).click()
  await thu.getByRole('cell', { name: 'Đã rõ lý do' }).first().waitFor()
})

test('a page of her log that cannot be read takes nothing away of what she has read', async () => {
  const { page } = bao
  await page.goto('/counter/my-looks')
  const rows = page.getByRole('region', { name: 'Nhật ký tra cứu của tôi' }).locator('tbody tr')
  await rows.first().waitFor()
  const read = await rows.count()
  const nextPage = '**/api/counter/my-looks?*cursor=*'
  await page.route(nextPage, (route) => route.abort())
  await press(page, 'Xem thêm')
  await page.getByText(/Chưa tới được máy chủ/).waitFor()
  assert.equal(await rows.count(), read, 'what was read stays with the refusal')
  await page.unroute(nextPage)
  // The page that failed, not the list from its beginning.
  await press(page, 'Thử lại')
  await rows.nth(read).waitFor()
  assert.equal(await page.getByText(/Chưa tới được máy chủ/).count(), 0)
})
