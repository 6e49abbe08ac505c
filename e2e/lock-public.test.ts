/**
 * Lock without her phone: at the public page, by the code on paper and by a code to her e-mail; every session
 * dead within ten seconds.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { enterCode, heading, press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { mustBeDead, signInAtPortal, unlockByTwo } from './lock-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let phone: { context: BrowserContext; page: Page }
let bao: Page
let thu: Page
let hanh: CastMember
let paperCode = ''

before(async () => {
  sen = await openSen()
  phone = await sen.phone()
  hanh = await settleHere(phone.page, sen, 'hanh')
  await phone.page.goto('/app/me/lock-code?of=activation')
  await press(phone.page, 'Tạo mã khoá')
  paperCode = (await phone.page.locator('[data-lock-code]').getAttribute('data-lock-code')) ?? ''
  await phone.page.getByRole('checkbox', { name: /Tôi đã ghi ra giấy/ }).check()
  await press(phone.page, 'Xong')
  bao = (await officerAtWork(sen, 'bao')).page
  thu = (await officerAtWork(sen, 'thu', 'Quầy 03')).page
})
after(() => sen.stop())

const unlock = () => unlockByTwo({ one: bao, other: thu, phone: phone.page, who: hanh })

test('from another phone her number and the code on paper lock; a wrong code says the same as a number that nobody has', async () => {
  const portal = await signInAtPortal(sen, phone.context, hanh)
  const { page, context } = await sen.phone()
  await page.goto('/app/lock')
  await page.getByRole('radio', { name: /Mã khoá ghi trên giấy/ }).check()
  const answers: string[] = []
  for (const number of ['079190012345', hanh.personal_number]) {
    await page.getByLabel('Số định danh cá nhân').fill(number)
    await page.getByLabel('Mã khoá', { exact: true }).fill('0000-0000-0000')
    // The refusal of the try before stands until this one is answered.
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await press(page, 'Khoá ngay')
    await answered
    await page
      .getByRole('button', { name: 'Khoá ngay', disabled: false })
      .and(page.locator(':not([aria-busy=true])'))
      .waitFor()
    const refusal = page.locator('[data-code="lock.not-accepted"]')
    await refusal.waitFor()
    answers.push(await refusal.innerText())
  }
  assert.equal(answers[0], answers[1])
  await page.getByLabel('Mã khoá', { exact: true }).fill(paperCode.toLowerCase().replaceAll('-', ' '))
  await press(page, 'Khoá ngay')
  await heading(page, 'Tài khoản đã khoá').first().waitFor()
  const lockedAt = Date.now()
  await mustBeDead(sen, { portal, phone: phone.page, who: hanh, lockedAt })
  await context.close()
  await unlock()
})

test('from another phone a code from her e-mail locks; it never goes to the phone', async () => {
  const portal = await signInAtPortal(sen, phone.context, hanh)
  const { page, context } = await sen.phone()
  await page.goto('/app/lock')
  await page.getByRole('radio', { name: /E-mail đã gắn/ }).check()
  await page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await page.getByLabel('E-mail', { exact: true }).fill(hanh.email)
  await press(page, 'Gửi mã tới e-mail')
  await page.getByLabel(/Mã 6 số/).waitFor()
  assert.deepEqual(await faultsOf(page, 'the e-mail code'), [])
  await page.setViewportSize({ width: 390, height: 844 })
  const code = await sen.code(hanh.email)
  assert.ok(!(await sen.messages(hanh.phone)).some(({ text }) => text.includes(code)))
  await enterCode(page, code)
  await heading(page, 'Tài khoản đã khoá').first().waitFor()
  const lockedAt = Date.now()
  assert.deepEqual(await faultsOf(page, 'locked from the public page'), [])
  await mustBeDead(sen, { portal, phone: phone.page, who: hanh, lockedAt })
  await context.close()
  await unlock()
})
