/**
 * A machine of the counter that several officers use: whoever comes in next finds nothing of those before
 * her, neither in the browser's stores nor in the memory of its pages, also where nobody loads one anew.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { goWithin, heading, press } from './citizen-steps.ts'
import { beginShift, giveAuthenticator, type Officer } from './counter-steps.ts'
import { readCard } from './level-2-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let page: Page
let keys: { readonly devtools: CDPSession; readonly authenticatorId: string }
let hanh: CastMember
let casePath = ''

const putKey = async (
  { devtools, authenticatorId }: typeof keys,
  credential: Awaited<ReturnType<typeof takenKey>>,
): Promise<void> => {
  await devtools.send('WebAuthn.addCredential', { authenticatorId, credential })
}
/** Her key leaves the machine with her. */
const takenKey = async () => {
  const { devtools, authenticatorId } = keys
  const { credentials } = await devtools.send('WebAuthn.getCredentials', { authenticatorId })
  await devtools.send('WebAuthn.clearCredentials', { authenticatorId })
  const [credential] = credentials
  assert.ok(credential && credentials.length === 1)
  return credential
}
const comeIn = async (officer: Officer): Promise<void> => {
  const { ticket } = await sen.post('/world/enter', { officer, lost: true })
  await page.goto('about:blank')
  await page.goto(`/counter/enter#ticket=${String(ticket)}`)
  await press(page, 'Tạo khoá truy cập')
  await heading(page, 'Việc hôm nay').waitFor()
}
const signOut = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.or(heading(page, 'Đăng nhập quầy')).first().waitFor()
  if (await dialog.isVisible()) {
    await dialog.getByRole('button', { name: 'Xoá và đăng xuất' }).click()
  }
  await heading(page, 'Đăng nhập quầy').waitFor()
}

let helperKey: Awaited<ReturnType<typeof takenKey>>
before(async () => {
  sen = await openSen()
  const { context, page: first } = await sen.desk()
  page = first
  keys = await giveAuthenticator(context, page)
  hanh = await sen.member('hanh')
  await comeIn('lan')
  await signOut()
  helperKey = await takenKey()
  await comeIn('bao')
  await page.getByRole('link', { name: 'Chọn quầy' }).click()
  await beginShift(page, 'Quầy 02')
  await readCard(page, hanh)
  casePath = new URL(page.url()).pathname
})
after(() => sen.stop())

test('who signs out in one window is out in the others of this machine', async () => {
  const other = await page.context().newPage()
  await other.goto(casePath)
  await other.getByText(hanh.name).first().waitFor()
  await signOut()
  await heading(other, 'Đăng nhập quầy').waitFor({ timeout: 4000 })
  assert.ok(!(await other.locator('body').innerText()).includes(hanh.name))
  await other.close()
})

test('the next officer finds nothing of the case that was open here before her', async () => {
  await takenKey()
  await putKey(keys, helperKey)
  await press(page, 'Đăng nhập bằng khoá truy cập')
  await beginShift(page, 'Quầy 02')
  await goWithin(page, casePath)
  await page
    .getByText('Bạn không có quyền làm việc này', { exact: false })
    .or(page.getByText(hanh.name))
    .first()
    .waitFor()
  assert.ok(!(await page.locator('body').innerText()).includes(hanh.name))
})
