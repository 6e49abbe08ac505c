/**
 * Before a code is sent for whoever has shown nothing, her browser works for it: while she types, without
 * anything to see or to press, in a worker or without one, and once more by itself when it was in vain.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page, Request } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { agree, enterCode, heading, press, typeIdentity } from './citizen-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

const CHALLENGE = '**/api/presence/challenge*'
const SEND = '**/api/enrolment/send-code'
const PREPARING = /Đang chuẩn bị để gửi mã/

let sen: OpenSen
let hanh: CastMember
before(async () => {
  sen = await openSen()
  hanh = await sen.member('hanh')
})
after(() => sen.stop())

/** Up to the page that asks for her phone. */
const toPhone = async (page: Page): Promise<void> => {
  await page.goto('/app/enrol')
  await agree(page)
  await typeIdentity(page, hanh)
  await heading(page, 'Số điện thoại nào nhận được mã?').waitFor()
}
const askForCode = async (page: Page): Promise<void> => {
  await page.getByLabel('Số điện thoại').fill(hanh.phone)
  await page.getByLabel(/^E-mail/).fill(hanh.email)
  await press(page, 'Gửi mã xác nhận')
}
const proveCode = async (page: Page): Promise<void> => {
  await enterCode(page, await sen.code(hanh.phone))
  await heading(page, 'Chụp ảnh chân dung').waitFor()
}
const sentBy = (page: Page): Request[] => {
  const sent: Request[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/enrolment/send-code')) {
      sent.push(request)
    }
  })
  return sent
}

test('the work is done while she types: she presses once, sees nothing of it, and the code is there', async () => {
  const { page } = await sen.phone()
  const sent = sentBy(page)
  const drawn = page.waitForResponse(/presence\/challenge/)
  await toPhone(page)
  assert.equal((await drawn).status(), 200, 'before she has pressed')
  assert.deepEqual(await faultsOf(page, 'the phone, while the work is done'), [])
  await askForCode(page)
  await proveCode(page)
  assert.equal(sent.length, 1)
  assert.match(sent[0]?.headers()['sen-presence'] ?? '', /^[\w-]{300,2000}$/)
})

test('a browser without workers does the work beside the page', async () => {
  const { page } = await sen.phone()
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await toPhone(page)
  assert.equal(await page.evaluate(() => 'Worker' in globalThis), false)
  await askForCode(page)
  await proveCode(page)
})

test('a browser that gets none of its scripts says so, and what else she can do', async () => {
  const { page } = await sen.phone()
  await page.route(/presence-(worker|solver)/, (route) => route.abort())
  const sent = sentBy(page)
  await toPhone(page)
  await askForCode(page)
  await page.getByText(/chưa chuẩn bị được để gửi mã.*gọi tổng đài 1900 0368/).waitFor()
  assert.equal(sent.length, 0)
})

test('what was in vain is done once more by itself, and twice in vain is told with what to do', async () => {
  const { page } = await sen.phone()
  const sent = sentBy(page)
  await toPhone(page)
  let spoilt = 0
  let toSpoil = 1
  await page.route(SEND, (route, request) => {
    const headers = { ...request.headers() }
    if (spoilt < toSpoil) {
      spoilt++
      headers['sen-presence'] = 'AAAA'
    }
    return route.continue({ headers })
  })
  await askForCode(page)
  await proveCode(page)
  assert.equal(sent.length, 2)
  await page.goto('/app/enrol/phone')
  toSpoil = 3
  await askForCode(page)
  await page.getByText(/Trang này chưa chuẩn bị xong để gửi mã/).waitFor()
  assert.equal(sent.length, 4)
  await page.unroute(SEND)
  await askForCode(page)
  await proveCode(page)
})

test('whoever presses before it is done is told so, and that there are other ways when it takes long', async () => {
  const { page } = await sen.phone()
  let goOn: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route(CHALLENGE, async (route) => {
    await held
    await route.continue()
  })
  await toPhone(page)
  assert.equal(await page.getByText(PREPARING).count(), 0, 'nothing before she presses')
  await askForCode(page)
  await page.getByText(PREPARING).waitFor()
  assert.deepEqual(await faultsOf(page, 'getting ready'), [])
  await page.getByText(/gọi tổng đài 1900 0368 hoặc đến quầy gần bạn/).waitFor()
  goOn()
  await proveCode(page)
  assert.equal(await page.getByText(/chuẩn bị để gửi mã/).count(), 0)
})
