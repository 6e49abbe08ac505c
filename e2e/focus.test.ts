/**
 * Where the focus stands and what is said, at every change of a page, a step and a dialog: told by the
 * accessibility tree of a real browser, with the keyboard alone.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { activateHere, enterCode, givePortrait, PASSWORD, sendApplication } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { giveContact, heading, readCard } from './level-2-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let phone: { context: BrowserContext; page: Page }
let hanh: CastMember

before(async () => {
  sen = await openSen()
  phone = await sen.phone({ isWhole: true })
  hanh = await sen.member('hanh')
})
after(() => sen.stop())

interface Node {
  readonly role: string
  readonly name: string
}

/** What a screen reader is told to stand at; null when that is the page as a whole. */
const focusedIn = async (page: Page): Promise<Node | null> => {
  const devtools = await page.context().newCDPSession(page)
  try {
    const { result } = await devtools.send('Runtime.evaluate', { expression: 'document.activeElement' })
    if (result.className === 'HTMLBodyElement' || result.objectId === undefined) {
      return null
    }
    const { nodes } = await devtools.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: false,
    })
    const at = nodes[0]
    return at ? { role: String(at.role?.value), name: String(at.name?.value) } : null
  } finally {
    await devtools.detach()
  }
}

const PATIENCE_MS = 15_000

const until = async (what: string, isSo: () => Promise<unknown>): Promise<void> => {
  const end = performance.now() + PATIENCE_MS
  while (!(await isSo())) {
    assert.ok(performance.now() < end, what)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const standsAt = async (page: Page, role: string, name: RegExp): Promise<void> => {
  let last: Node | null = null
  await until(`the focus should be at ${role} ${name}`, async () => {
    last = await focusedIn(page)
    return last?.role === role && name.test(last.name)
  }).catch(async (error: unknown) => {
    const text = await page.locator('body').innerText()
    throw new Error(`${String(error)}; it is at ${JSON.stringify(last)} of: ${text.slice(0, 300)}`)
  })
}

/** What the document's region says; it is emptied before each sentence. */
const isSaid = (page: Page, manner: 'polite' | 'assertive', sentence: RegExp): Promise<void> =>
  until(`${manner}: ${sentence}`, async () =>
    sentence.test(
      (await page
        .locator(`[data-announcer=${manner}]`)
        .textContent()
        .catch(() => '')) ?? '',
    ),
  )

/** By keyboard alone: on to the control of this name, and Enter. */
const enter = async (page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> => {
  const control = page.getByRole(role, { name }).first()
  await control.waitFor()
  const aim = (await control.textContent())?.trim().slice(0, 12) ?? ''
  for (let tabs = 0; tabs < 60; tabs++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) {
      return page.keyboard.press('Enter')
    }
  }
  assert.fail(`no Tab leads to ${aim}`)
}

test('what is said aloud is not counted as seen, on a page and in a dialog', async () => {
  const { page, context } = await sen.desk({ isWhole: true })
  await page.setContent(
    '<p>Chọn một.</p><div data-announcer="polite">Lỗi: Chọn một.</div>' +
      '<dialog open>Mở<p>Ghi rõ.</p><div data-announcer="assertive">Lỗi: Ghi rõ.</div></dialog>',
  )
  assert.equal(await page.getByText('Chọn một.').count(), 1)
  assert.equal(await page.getByRole('dialog').getByText('Ghi rõ.').count(), 1)
  assert.equal(await page.locator('[data-announcer]').count(), 2)
  await context.close()
})

test("the start page's phone takes the focus from nobody", async () => {
  const { page, context } = await sen.desk({ isWhole: true })
  await page.goto('/')
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'BODY')
  await context.close()
})

test('a page fetched at its first visit: its own heading has the focus, and at the first paint nothing has', async () => {
  const { page } = phone
  await page.goto('/app/')
  await page.getByRole('link', { name: 'Đăng ký mức 1' }).waitFor()
  assert.equal(await focusedIn(page), null, 'a redirect at the start is no step of hers')
  await enter(page, 'link', 'Đăng ký mức 1')
  await standsAt(page, 'heading', /Đăng ký/)
  await until('the title names the step', async () => /^Đồng ý .* · Sen$/.test(await page.title()))
})

test('a fault takes the focus, is said, and stands in the title until it is put right', async () => {
  const { page } = phone
  await enter(page, 'button', 'Đồng ý và tiếp tục')
  await standsAt(page, 'checkbox', /Tôi đã đọc/)
  await isSaid(page, 'assertive', /^Lỗi: .*Cần sự đồng ý của bạn/)
  assert.match(await page.title(), /^Lỗi: /)
  await page.keyboard.press('Space')
  await until('the title is as before', async () => !(await page.title()).startsWith('Lỗi'))
  await enter(page, 'button', 'Đồng ý và tiếp tục')
  await page.getByLabel('Số định danh cá nhân').waitFor()
  await standsAt(page, 'heading', /Đăng ký/)
  await page.getByLabel('Số định danh cá nhân').fill('0011')
  await enter(page, 'button', 'Tiếp tục')
  await standsAt(page, 'alert', /./)
  assert.match(await page.title(), /^Lỗi: /)
})

test('a wrong code is said, and after the right one the next page has the focus', async () => {
  const { page } = phone
  await page.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await page.getByLabel('Họ, chữ đệm và tên').fill(hanh.name)
  await page.getByLabel('Ngày sinh').fill(hanh.birth_date.split('-').reverse().join('/'))
  await enter(page, 'button', 'Tiếp tục')
  await page.getByLabel('Số điện thoại').fill(hanh.phone)
  await page.getByLabel(/^E-mail/).fill(hanh.email)
  await enter(page, 'button', 'Gửi mã xác nhận')
  await page.getByLabel(/Mã 6 số/).waitFor()
  await standsAt(page, 'heading', /Đăng ký/)
  const code = await sen.code(hanh.phone)
  await enterCode(page, code === '111111' ? '222222' : '111111')
  await isSaid(page, 'assertive', /^Lỗi: Mã 6 số gửi tới/)
  assert.match(await page.title(), /^Lỗi: /)
  await enterCode(page, code)
  await heading(page, 'Chụp ảnh chân dung').waitFor()
  await standsAt(page, 'heading', /Đăng ký/)
})

test('a dialog: its heading takes the focus, Escape gives it back to what opened it', async () => {
  const { page } = phone
  await enter(page, 'button', /Xoá|Bỏ đơn/)
  await page.getByRole('dialog').waitFor()
  const title = (await page.getByRole('dialog').getByRole('heading').first().textContent()) ?? ''
  await standsAt(page, 'heading', new RegExp(title.slice(0, 12)))
  await page.keyboard.press('Escape')
  await standsAt(page, 'button', /Xoá|Bỏ đơn/)
})

test('a dialog that is opened again at once stays open: the word of its closing comes late', async () => {
  const { page } = phone
  const opener = page.getByRole('button', { name: 'Bỏ đơn này' })
  await opener.click()
  await page.getByRole('dialog').waitFor()
  await opener.evaluate(async (button: HTMLElement) => {
    const isOpen = () => document.querySelector('dialog[open]') !== null
    document.querySelector<HTMLElement>('dialog[open] header button')?.click()
    for (let turn = 0; turn < 20 && isOpen(); turn++) {
      await Promise.resolve()
    }
    button.click()
  })
  await page.waitForTimeout(300)
  assert.ok(await page.getByRole('dialog').isVisible())
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
})

test('each step of signing in has its heading, and the focus goes there', async () => {
  const { page } = phone
  await givePortrait(page, await sen.portraitOf('hanh'))
  await sendApplication(page)
  await activateHere(page, sen, hanh)
  await page.getByText(/Ký số hợp lệ/).waitFor()
  const { page: desk } = await sen.desk({ isWhole: true })
  await desk.goto(sen.portalUrl)
  await desk
    .getByRole('link', { name: /Đăng nhập bằng Sen/ })
    .or(desk.getByRole('button', { name: /Đăng nhập bằng Sen/ }))
    .first()
    .click()
  await desk.getByLabel('Số định danh').fill(hanh.personal_number)
  await desk.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await desk.keyboard.press('Enter')
  await standsAt(desk, 'heading', /^Xác nhận đây là bạn/)
  await desk.getByLabel(/Mã 6 số/).waitFor()
  await enterCode(desk, '000000')
  await isSaid(desk, 'assertive', /^Lỗi: Mã 6 số gửi tới/)
  await enterCode(desk, await sen.code(hanh.phone))
  // The provider leads to a page of its own: the browser begins at its top, and tells its title.
  await heading(desk, 'Bạn đồng ý chia sẻ?').waitFor()
  await until('the title names the step', async () => (await desk.title()).startsWith('Bạn đồng ý chia sẻ'))
  assert.equal(await focusedIn(desk), null)
})

test('each step of a level-2 case at the counter has the focus at its own heading; a search begins in its field', async () => {
  const { page } = await officerAtWork(sen, 'bao')
  await readCard(page, hanh)
  await page.getByText('Chip thật').waitFor()
  await page.waitForTimeout(500)
  await enter(page, 'button', /^Tiếp tục/)
  await heading(page, 'Liên hệ của người dân').waitFor()
  await standsAt(page, 'heading', /^Liên hệ của người dân/)
  await giveContact(page, sen, hanh)
  await page.waitForTimeout(500)
  await enter(page, 'button', /^Tiếp tục/)
  await heading(page, 'Vân tay').waitFor()
  await standsAt(page, 'heading', /Ảnh chân dung|Vân tay/)
  await page.keyboard.press('/')
  await standsAt(page, 'searchbox', /./)
  await page.keyboard.type(hanh.personal_number)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await standsAt(page, 'combobox', /Mục đích/)
  await page.keyboard.press('Escape')
  await standsAt(page, 'searchbox', /./)
})
