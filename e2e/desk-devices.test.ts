/**
 * A desk's devices: an administrator's ticket makes a browser the desk's camera and scanner, and another one
 * the citizen's screen, which opens by itself when an officer sits down; a desk without them says so.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsInBothHere } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { beginShift, officerAtWork } from './counter-steps.ts'
import { openSen, type OpenSen } from './open-sen.ts'

const DESK = 'Quầy 07'
let sen: OpenSen
let thu: { context: BrowserContext; page: Page }
let screen: Page
let officeId = ''

before(async () => {
  sen = await openSen()
  thu = await officerAtWork(sen, 'thu', 'Quầy 01')
  const desk = await thu.page.evaluate(
    async () => (await fetch('/api/desk/devices')).json() as Promise<unknown>,
  )
  officeId = String(Object(desk).officeId)
})
after(() => sen.stop())

/** In the demo world anybody is an administrator. */
const ticketFor = async (...kinds: string[]): Promise<string> =>
  String((await sen.post('/world/devices', { officeId, desk: DESK, kinds }))['ticket'])

test('a ticket makes a browser a registered device of a desk, once', async () => {
  const { page } = await sen.desk()
  const ticket = await ticketFor('camera', 'scanner')
  await page.goto('/counter/enrol-device')
  await heading(page, 'Ghi danh thiết bị của quầy').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'before the ticket'), [])
  await press(page, 'Ghi danh')
  await page.getByText('Dán vé ghi danh mà người quản trị đã cấp.').first().waitFor()
  await page.goto('about:blank')
  await page.goto(`/counter/enrol-device#device-ticket=${ticket}`)
  await page.getByText(/Đã ghi danh cho .*Quầy 07: máy ảnh, máy quét vân tay/).waitFor()
  assert.ok(!page.url().includes(ticket), 'the ticket leaves the address')
  await page.locator('.refusal:focus').getByText('Đã ghi danh').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'registered'), [])
  await page.goto('about:blank')
  await page.goto(`/counter/enrol-device#device-ticket=${ticket}`)
  await page.getByText('Vé này đã dùng hoặc hết hạn').waitFor()
})

test("the citizen's screen is registered before anybody works there, and opens by itself", async () => {
  screen = (await sen.desk()).page
  await screen.goto('/counter/screen')
  await heading(screen, 'Màn hình chưa được ghi danh').waitFor()
  assert.deepEqual(await faultsInBothHere(screen, 'not registered'), [])
  await screen.goto('about:blank')
  await screen.goto('/counter/screen#device-ticket=none')
  await screen.getByText('Địa chỉ này không có vé ghi danh đúng.', { exact: false }).waitFor()
  const isOffline = async (is: boolean) => {
    await screen.context().setOffline(is)
    await screen.waitForTimeout(5000)
  }
  await isOffline(true)
  assert.equal(await heading(screen, 'Xin chào').count(), 0, 'one that is not registered welcomes nobody')
  await isOffline(false)
  await heading(screen, 'Màn hình chưa được ghi danh').waitFor()
  await screen.goto('about:blank')
  await screen.goto(`/counter/screen#device-ticket=${await ticketFor('screen')}`)
  await heading(screen, 'Quầy chưa có cán bộ').waitFor()
  await screen.getByText(/Quầy 07\. Màn hình tự mở/).waitFor()
  assert.deepEqual(await faultsInBothHere(screen, 'nobody there'), [])
  const { page } = thu
  await page.goto('/counter/shift')
  await beginShift(page, ` quầy  07`)
  await heading(screen, 'Xin chào').waitFor()
  await page.goto('/counter/assisted')
  await page.getByText('Màn hình người dân đang mở').waitFor()
  assert.deepEqual(await faultsInBothHere(screen, 'open'), [])
})

test('a desk where this browser is not registered says what follows from it, and what to ask for', async () => {
  const { context, page } = thu
  await context.route('**/world/devices', (route) => route.abort())
  await page.goto('/counter/shift')
  await beginShift(page, 'Quầy 09')
  await page.goto('/counter/devices')
  await page.getByText('Trình duyệt này chưa ghi danh cho quầy này').waitFor()
  await page.getByText('Quầy này chưa có thiết bị nào được ghi danh').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'unregistered desk'), [])
  await context.unroute('**/world/devices')
  await page.reload()
  await page.getByText('Trình duyệt này đã ghi danh').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'registered desk'), [])
})

test('who has chosen no desk is led to choosing one, and her screen is not asked for', async () => {
  const { page } = await officerAtWork(sen, 'bao', null)
  await page.goto('/counter/devices')
  await page.getByText('Bạn chưa chọn quầy.').waitFor()
  assert.deepEqual(await faultsInBothHere(page, 'no desk, devices'), [])
  await page.goto('/counter/assisted')
  await page.getByText('Bạn chưa chọn quầy, nên').waitFor()
  await page.getByRole('link', { name: 'Chọn quầy' }).last().click()
  await heading(page, 'Vào ca').waitFor()
})
