/**
 * The demo world's tour, from start to end, by clicks on the start page: each step is checked off by what
 * really happened.
 */
import { after, before, test } from 'node:test'
import type { BrowserContext, FrameLocator, Page } from 'playwright-core'
import {
  activateHere,
  agree,
  enterCode,
  givePortrait,
  PASSWORD,
  press,
  provePhone,
  sendApplication,
  typeIdentity,
  typePasscode,
} from './citizen-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let context: BrowserContext
let start: Page
let phone: FrameLocator

before(async () => {
  sen = await openSen()
  const desk = await sen.desk()
  context = desk.context
  start = desk.page
  await start.goto('/')
  phone = start.frameLocator('iframe')
})
after(() => sen.stop())

const step = (title: string | RegExp) => start.locator('li').filter({ hasText: title })
const go = (title: string | RegExp): Promise<void> => step(title).getByRole('button').first().click()
const isDone = (title: string | RegExp): Promise<void> =>
  step(title).getByText('Đã xong').first().waitFor({ state: 'attached' })

const registerInPhone = async (member: CastMember): Promise<void> => {
  await agree(phone)
  await typeIdentity(phone, member)
  await provePhone(phone, sen, member)
  await givePortrait(phone, await sen.portraitOf(member.id))
  await sendApplication(phone)
}

const newPageFrom = async (click: () => Promise<void>): Promise<Page> => {
  const [opened] = await Promise.all([context.waitForEvent('page'), click()])
  await opened.waitForLoadState()
  return opened
}

test('steps 1 to 3: Hạnh registers, activates and opens her card in the phone on the start page', async () => {
  const hanh = await sen.member('hanh')
  await go(/đăng ký tài khoản mức 1/)
  await registerInPhone(hanh)
  await isDone(/đăng ký tài khoản mức 1/)
  await activateHere(phone, sen, hanh)
  await isDone(/Kích hoạt/)
  await phone.getByText(/Ký số hợp lệ/).waitFor()
  await isDone(/Mở thẻ căn cước điện tử/)
})

test('step 4: the portal signs her in', async () => {
  const hanh = await sen.member('hanh')
  const portal = await newPageFrom(() => go(/Đăng nhập Cổng Sông Lam/))
  await portal
    .getByRole('link', { name: /Đăng nhập bằng Sen/ })
    .or(portal.getByRole('button', { name: /Đăng nhập bằng Sen/ }))
    .first()
    .click()
  await portal.getByLabel('Số định danh').fill(hanh.personal_number)
  await portal.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await press(portal, 'Tiếp tục')
  // The phone of the start page lives in this browser, so it is her bound device.
  await typePasscode(portal, /Nhập mã PIN 6 số/)
  await press(portal, 'Đồng ý và tiếp tục')
  await portal.waitForURL(`${sen.portalUrl}/**`)
  await start.bringToFront()
  await isDone(/Đăng nhập Cổng Sông Lam/)
})

test('step 5: she signs out everywhere from her phone', async () => {
  await go(/Đăng xuất mọi nơi/)
  await press(phone, 'Đăng xuất khỏi mọi nơi')
  await phone
    .getByRole('dialog')
    .getByRole('button', { name: /Đăng xuất/ })
    .click()
  await isDone(/Đăng xuất mọi nơi/)
})

test("step 6: Páo's application goes to an officer, who decides; the tour is walked", async () => {
  const pao = await sen.member('pao')
  await start.getByRole('radio', { name: /Giàng A Páo/ }).check({ force: true })
  await press(start, 'Máy trắng')
  await phone.getByRole('link', { name: 'Đăng ký mức 1' }).click()
  await registerInPhone(pao)
  await phone.getByText('Cán bộ đang xem xét').first().waitFor()
  const counter = await newPageFrom(() =>
    start.getByRole('button', { name: /Vào với vai Đại uý Bảo/ }).click(),
  )
  await counter
    .getByRole('button', { name: 'Để sau, vào quầy' })
    .or(counter.getByRole('link', { name: 'Để sau, vào quầy' }))
    .first()
    .click()
  await counter
    .getByRole('link', { name: /Hàng đợi mức 1/ })
    .first()
    .click()
  await counter.getByText('Giàng A Páo').first().click()
  await counter.getByRole('button', { name: /^Chấp nhận/ }).click()
  await counter
    .getByRole('dialog')
    .getByRole('button', { name: /^Chấp nhận/ })
    .click()
  await counter
    .getByText(/Đã chấp nhận hồ sơ/)
    .first()
    .waitFor()
  await start.bringToFront()
  await start.getByText('Bạn đã đi hết lộ trình.').waitFor()
  await sen.mustReadAsWords()
})

test('the mailbox shows every message live, and a reset puts the world back to its first morning', async () => {
  await start
    .getByText(/Mã đăng ký/)
    .first()
    .waitFor()
  await press(start, 'Đặt lại')
  await press(start, 'Đặt lại từ đầu')
  await start.getByText(/0\/6/).first().waitFor()
  await start.getByText('Chưa có tin nào').first().waitFor()
})

test('a code is never asked for in vain: the late message offers another way', async () => {
  const man = await sen.member('man')
  const { page, context: own } = await sen.phone()
  await sen.post('/world/sms', { delay_s: 60 })
  await page.goto('/app/enrol')
  await agree(page)
  await typeIdentity(page, { ...man, birth_date: man.birth_date })
  await page.getByLabel('Số điện thoại').fill(man.phone)
  await page.getByLabel(/^E-mail/).fill(man.email)
  await press(page, 'Gửi mã xác nhận')
  await page.getByRole('button', { name: 'Nhận mã qua e-mail' }).click({ timeout: 45_000 })
  await enterCode(page, await sen.code(man.email))
  await page.getByRole('heading', { name: 'Chụp ảnh chân dung' }).waitFor()
  await own.close()
})
