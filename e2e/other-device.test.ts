/**
 * A second phone of hers, and what whoever finds it open can do with the first: nothing without the passcode.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { enterCode, PASSWORD, press, typePasscode } from './citizen-steps.ts'
import { openSen, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
before(async () => {
  sen = await openSen()
})
after(() => sen.stop())

test('the first phone is removed on the second one with its passcode, and not without', async () => {
  const [first, second] = [(await sen.phone()).page, (await sen.phone()).page]
  const hanh = await settleHere(first, sen, 'hanh')
  await second.goto('/app/activate/new-device')
  await second.getByLabel('Số định danh cá nhân').fill(hanh.personal_number)
  await second.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await press(second, 'Tiếp tục')
  await enterCode(second, await sen.code(hanh.phone))
  await typePasscode(second, 'Đặt mã PIN 6 số')
  await typePasscode(second, 'Nhập lại mã PIN')
  await second
    .getByText(/đã gắn/)
    .first()
    .waitFor()
  await second.goto('/app/devices')
  const remove = second.getByRole('button', { name: /^Gỡ thiết bị/ })
  await remove.nth(1).waitFor()
  assert.equal(await remove.count(), 2)
  const askOther = () =>
    second
      .locator('.rows > *')
      .filter({ has: remove })
      .filter({ hasNotText: 'Máy này' })
      .getByRole('button', { name: /^Gỡ thiết bị/ })
      .click()
  await askOther()
  const asked = second.getByRole('dialog')
  assert.equal(await asked.getByRole('button', { name: 'Gỡ', exact: true }).count(), 0)
  assert.deepEqual(await faultsOf(second, 'removing another device'), [])
  await typePasscode(second, 'Mã PIN của máy này, để gỡ máy kia', '000000')
  await asked.getByText(/Mã PIN chưa đúng/).waitFor()
  const holdsFocus = (locator: Locator) => locator.evaluate((box) => box.contains(document.activeElement))
  assert.equal(await holdsFocus(asked), true, 'the pad keeps the focus')
  await asked.getByRole('button', { name: 'Thôi' }).click()
  await second
    .getByRole('button', { name: /máy này.$/ })
    .first()
    .click()
  assert.equal(await asked.getByText(/Mã PIN chưa đúng/).count(), 0, 'refused in the other question')
  await asked.getByRole('button', { name: 'Thôi' }).click()
  await askOther()
  await typePasscode(second, 'Mã PIN của máy này, để gỡ máy kia')
  await asked.waitFor({ state: 'hidden' })
  await remove.nth(1).waitFor({ state: 'detached' })
  assert.equal(await remove.count(), 1)
  await second.locator('main :is(h1, h2):focus, h1:focus').first().waitFor()
  await first.goto('/app/devices')
  await first
    .getByText(/không còn gắn với tài khoản/)
    .first()
    .waitFor()
  await first.locator('.problem:focus').waitFor()
  assert.equal(await first.getByText(hanh.name).count(), 0, 'a phone that is nobody’s names no one')
  assert.equal(await first.getByRole('link', { name: 'Quên mã PIN' }).count(), 0)
  assert.deepEqual(await faultsOf(first, 'the door of a phone that was removed'), [])
  await first.getByRole('link', { name: 'Gắn lại thiết bị này' }).click()
  await first.getByLabel('Số định danh cá nhân').waitFor()
})
