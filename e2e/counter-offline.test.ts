/**
 * The officer's line goes down in the middle of the day: a whole case is taken, sealed and queued, and sent
 * in order when the line is back.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { goOn, heading } from './level-2-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let bao: { context: BrowserContext; page: Page }
let hanh: CastMember
let chip: Buffer
let prints: Buffer[]
let portrait: Buffer

/**
 * What the desk's own devices give while the line is down; the demo world's stand on the server, so files
 * take their place.
 */
const takeAlong = async (): Promise<void> => {
  chip = Buffer.from(await (await fetch(`${sen.url}/world/chips/hanh.json`)).arrayBuffer())
  const print = async (finger: string) => {
    const { template } = (await (
      await fetch(`${sen.url}/world/fingers/hanh?finger=${finger}&press=1`)
    ).json()) as { template: string }
    return Buffer.from(template, 'base64')
  }
  prints = [await print('right-index'), await print('left-index')]
  portrait = await sen.portraitOf('hanh')
}

before(async () => {
  sen = await openSen()
  hanh = await sen.member('hanh')
  await takeAlong()
  bao = await officerAtWork(sen, 'bao', 'Quầy 02', { isWhole: true })
  await bao.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await bao.page.reload()
  await heading(bao.page, 'Việc hôm nay').waitFor()
})
after(() => sen.stop())

test('the console opens while the line is down, and the officer is still herself', async () => {
  const { page, context } = bao
  await context.setOffline(true)
  await page.reload()
  await page
    .getByText(/chưa có hiệu lực cho đến khi đồng bộ/i)
    .first()
    .waitFor()
  await page.getByText('Trần Quốc Bảo').first().waitFor()
})

test('a chip is read from the device; its fields show, marked as not yet verified', async () => {
  const { page } = bao
  await page
    .getByRole('link', { name: /^Đăng ký mức 2/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Hồ sơ mới' }).click()
  await page.getByLabel('Nguồn đọc thẻ').selectOption('file')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'hanh.json', mimeType: 'application/json', buffer: chip })
  await page.getByText('Đã đọc, chờ kiểm tra').waitFor()
  await page.getByText('Nguyễn Thị Hạnh').first().waitFor()
  await page.getByText('Chưa có hiệu lực cho đến khi đồng bộ').first().waitFor()
  assert.deepEqual(await faultsOf(page, 'an offline case'), [])
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('contact, portrait, prints and consent are taken; the citizen answers in her own hand', async () => {
  const { page } = bao
  await goOn(page)
  await page.getByLabel('Số điện thoại của chính người dân').fill(hanh.phone)
  await press(page, 'Ghi số máy')
  await page
    .getByText(/Đã ghi số/)
    .first()
    .waitFor()
  await goOn(page)
  await page.getByLabel('Nguồn ảnh').selectOption('file')
  await page
    .locator('.biometrics input[type=file]')
    .first()
    .setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: portrait })
  await page.getByText('So khớp khi có mạng').first().waitFor()
  await page.getByLabel('Nguồn vân tay').selectOption('file')
  for (const print of prints) {
    await page
      .locator('.scanner-panel input[type=file]')
      .setInputFiles({ name: 'van-tay.fmr', mimeType: 'application/octet-stream', buffer: print })
    await page.waitForTimeout(400)
  }
  await goOn(page)
  await heading(page, 'Giấy tờ muốn tích hợp').waitFor()
  await goOn(page)
  await press(page, 'Đưa máy cho người dân')
  await page.getByRole('dialog').getByRole('button', { name: 'Tôi đồng ý' }).click()
  await page.getByText('Đã ghi đồng ý tại quầy').waitFor()
})

test('a reload in between loses nothing, and the draft is not the outbox', async () => {
  const { page } = bao
  await page.reload()
  await page.getByText('Đã ghi đồng ý tại quầy').waitFor()
  await page.getByRole('link', { name: /^Chờ gửi/ }).click()
  await page.getByText('Không có gì chờ gửi').waitFor()
  await page.getByRole('link', { name: /^Bản nháp/ }).click()
  await page.getByRole('link', { name: 'Làm tiếp' }).click()
  await page.waitForTimeout(500)
  await press(page, /^Đưa vào Chờ gửi/)
  await heading(page, 'Chờ gửi').waitFor()
  await page.getByText('Chờ mạng').waitFor()
  assert.deepEqual(await faultsOf(page, 'the outbox'), [])
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('what lies in the browser is sealed: neither name nor number stands there', async () => {
  const kept = await bao.page.evaluate(async () => {
    const read = (name: string) =>
      new Promise<string>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onerror = () => reject(new Error(name))
        request.onsuccess = () => {
          const all = request.result.transaction('record').objectStore('record').getAll()
          all.onsuccess = () =>
            resolve(
              all.result
                .map((value: { data?: ArrayBuffer }) =>
                  value.data ? new TextDecoder('utf-8').decode(value.data) : '',
                )
                .join(' '),
            )
        }
      })
    return `${await read('sen-counter-outbox')} ${await read('sen-counter-drafts')}`
  })
  assert.ok(kept.length > 100)
  assert.ok(!kept.includes('Nguyễn') && !kept.includes('940191004826'))
})

test('the line is back: the deeds go in order, and what a person must still do is said', async () => {
  const { page, context } = bao
  // The line was down for longer than the few minutes in which the server wants the citizen's answer itself.
  await sen.post('/world/clock', { ahead_s: 1200 })
  await context.setOffline(false)
  await page.getByText('Cần bạn xem').waitFor()
  await page.getByText(/Mở hồ sơ, làm nốt bước còn thiếu/).waitFor()
  assert.deepEqual(await faultsOf(page, 'a conflict'), [])
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await page.getByLabel(/Mã 6 số/).waitFor()
  await page.getByLabel(/Mã 6 số/).fill(await sen.code(hanh.phone))
  await page.getByText('Liên hệ đã xác nhận').waitFor()
  await goOn(page)
  await page.getByText(/Khuôn mặt và 2 vân tay khớp/).waitFor()
})

test('sent at last, it waits for a second pair of eyes because the consent was given without the line', async () => {
  const { page } = bao
  await goOn(page)
  await heading(page, 'Giấy tờ muốn tích hợp').waitFor()
  await goOn(page)
  await heading(page, 'Đồng ý và gửi').waitFor()
  await page.waitForTimeout(500)
  await press(page, /^Gửi hồ sơ/)
  await page.getByText('Chờ người duyệt thứ hai').waitFor()
  await page.getByText('Đồng ý khi mất mạng').first().waitFor()
  await page.getByRole('link', { name: /^Chờ gửi/ }).click()
  await page.getByText('Không có gì chờ gửi').waitFor()
})

test('signing out leaves nothing of the officer at this machine', async () => {
  const { page } = bao
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  const dialog = page.getByRole('dialog')
  if (await dialog.isVisible()) {
    await dialog.getByRole('button', { name: 'Xoá và đăng xuất' }).click()
  }
  await heading(page, 'Đăng nhập quầy').waitFor()
  const left = await page.evaluate(async () => {
    const count = (name: string) =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => {
          const all = request.result.transaction('record').objectStore('record').count()
          all.onsuccess = () => resolve(all.result)
        }
      })
    return (
      (await count('sen-counter-outbox')) +
      (await count('sen-counter-drafts')) +
      (await count('sen-counter-key'))
    )
  })
  assert.equal(left, 0)
})
