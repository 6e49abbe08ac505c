/**
 * She sees a crime and tells it without her name: she is told first to call 113, writes down a receipt before
 * anything goes out, and what goes out says nothing of her. An officer asks, she answers from a browser that
 * knows her not, and reads the result. Then the same under her name. Each screen under axe, in both
 * languages.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page, Request } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const TEXT = 'Tối qua khoảng 22 giờ có ba người bẻ khoá lấy xe máy ở ngõ 15, đi về phía chợ.'
const QUESTION = 'Ba người đó đi về hướng nào, có ai nhớ màu xe không?'
const ANSWER = 'Một xe màu đỏ, chạy về phía cầu.'
const RESULT = 'Đã khởi tố vụ án trộm cắp tài sản và bắt giữ hai người.'
let sen: OpenSen
let phone: Page
let thu: Page
let hanh: CastMember
let receipt = ''
const asked: Request[] = []
before(async () => {
  sen = await openSen()
  phone = (await sen.phone()).page
  phone.on('request', (request) => asked.push(request))
  thu = (await officerAtWork(sen, 'thu', 'Quầy 11')).page
})
after(() => sen.stop())

const faultsInBoth = async (page: Page, path: string, shown: RegExp): Promise<void> => {
  const faults: string[] = []
  for (const language of ['en', 'vi']) {
    await page.goto(`${path}?lang=${language}`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.getByText(shown).first().waitFor()
    faults.push(...(await faultsOf(page, `${path} (${language})`)))
  }
  await page.setViewportSize(PHONE)
  assert.deepEqual(faults, [])
}

const tell = async (): Promise<void> => {
  await phone.getByLabel('Việc gì?').selectOption('theft')
  await phone.getByLabel('Tỉnh, thành phố').selectOption({ index: 1 })
  await phone.getByLabel('Chuyện gì đã xảy ra?').fill(TEXT)
}

test('whoever is in danger is told to call first; what no promise covers is said before anything is sent', async () => {
  hanh = await settleHere(phone, sen, 'hanh')
  await phone.goto('/app/services')
  await phone.getByRole('link', { name: 'Thấy hoặc bị tội phạm' }).click()
  assert.equal(await phone.getByRole('link', { name: 'Gọi 113' }).getAttribute('href'), 'tel:113')
  await faultsInBoth(phone, '/app/crime', /Đang nguy hiểm|In danger now/)
  await phone.getByRole('link', { name: 'Báo một việc' }).click()
  await phone.getByText('Điều chúng tôi không che được').waitFor()
  await press(phone, 'Tiếp tục')
  await phone.getByText('Kể lại, ít nhất 20 chữ cái.').first().waitFor()
  await phone.getByText('Chọn tỉnh, thành phố nơi xảy ra.').first().waitFor()
  const links = (await phone.locator('.error-summary a').allTextContents()).map(
    (text) => text.split(/[:?]/)[0],
  )
  assert.deepEqual(links, ['Việc gì', 'Tỉnh, thành phố', 'Chuyện gì đã xảy ra'], 'the links go down the page')
  await faultsInBoth(phone, '/app/crime/new', /Điều chúng tôi không che được|What we cannot hide/)
})

const codeShown = async (): Promise<string> => {
  await heading(phone, 'Ghi lại mã biên nhận').waitFor()
  return (await phone.locator('.crime-code output span').allTextContents()).join('-')
}

test('back from the receipt her words and its code are kept; opened anew, she reads that the code is void', async () => {
  await tell()
  await press(phone, 'Tiếp tục')
  const first = await codeShown()
  await phone.emulateMedia({ media: 'print' })
  assert.equal(await phone.locator('#app').innerText(), first.replaceAll('-', '\n'), 'on paper is the code')
  await phone.emulateMedia({ media: null })
  await phone.goBack()
  await heading(phone, 'Báo một việc').waitFor()
  assert.equal(await phone.getByLabel('Chuyện gì đã xảy ra?').inputValue(), TEXT)
  await press(phone, 'Tiếp tục')
  assert.equal(await codeShown(), first)
  let isAsked = false
  phone.once('dialog', (dialog) => {
    isAsked = true
    void dialog.accept()
  })
  await phone.reload()
  await phone.getByText(/Mã biên nhận vừa ghi không dùng được nữa/).waitFor()
  assert.ok(isAsked, 'the browser asks before the code is lost')
})

test('what is sent without her name says nothing of her, and leaves nothing on the phone', async () => {
  await tell()
  await press(phone, 'Tiếp tục')
  receipt = await codeShown()
  assert.match(receipt, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
  assert.deepEqual(await faultsOf(phone, 'the receipt'), [])
  await phone.setViewportSize(PHONE)
  await press(phone, 'Tôi đã ghi lại, gửi tin')
  await heading(phone, 'Tin ẩn danh đang chờ gửi').waitFor()
  assert.deepEqual(await faultsOf(phone, 'a report that waits'), [])
  await phone.setViewportSize(PHONE)
  const sentBefore = asked.filter((one) => one.url().includes('/api/crime-report/send'))
  assert.deepEqual(sentBefore, [], 'nothing goes out before its moment')
  // The app is closed and opened again: it still waits.
  await phone.reload()
  await press(phone, 'Gửi ngay')
  await phone.locator('h2:focus', { hasText: /^Đã gửi tin ẩn danh SEN-/ }).waitFor()
  const nameless = asked.filter((one) => /crime-report\/(send|ticket-key)|petition\/units/.test(one.url()))
  assert.ok(nameless.length >= 3, nameless.map((one) => one.url()).join(' '))
  for (const request of nameless) {
    const names = Object.keys(await request.allHeaders())
    for (const name of ['cookie', 'sen-profile', 'idempotency-key', 'authorization']) {
      assert.ok(!names.includes(name), `${request.url()} says ${name}`)
    }
  }
  const kept = await phone.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('sen-report', 1)
        opening.onsuccess = () => {
          const all = opening.result.transaction('record').objectStore('record').getAll()
          all.onsuccess = () => resolve(JSON.stringify(all.result))
        }
      }),
  )
  assert.ok(!kept.includes('ngõ 15') && !kept.includes(receipt), 'the phone keeps nothing of it')
  await phone.goto('/app/looks')
  await phone.getByRole('heading', { level: 1 }).first().waitFor()
  assert.equal(
    await phone.getByText(/Gửi tin báo|tin báo của bạn|ẩn danh/i).count(),
    0,
    'her log says nothing of it',
  )
})

const openReport = async (who: string): Promise<void> => {
  await thu
    .getByRole('link', { name: /^Tin báo tội phạm/ })
    .first()
    .click()
  await heading(thu, 'Tin báo tội phạm').waitFor()
  await thu
    .getByRole('row', { name: new RegExp(who) })
    .getByRole('link')
    .first()
    .click()
  await thu.getByText(TEXT).waitFor()
}

test('an officer reads no name, asks, and whoever holds the receipt answers without any account', async () => {
  await thu
    .getByRole('link', { name: /^Tin báo tội phạm/ })
    .first()
    .click()
  await thu.getByRole('link', { name: 'Trộm cắp' }).first().waitFor()
  assert.deepEqual(await faultsOf(thu, 'the list of reports'), [])
  await thu.setViewportSize(DESK)
  await openReport('Ẩn danh')
  await press(thu, 'Gửi câu hỏi')
  await thu.getByText('Viết câu hỏi.').first().waitFor()
  assert.deepEqual(await faultsOf(thu, 'a report'), [])
  await thu.setViewportSize(DESK)
  await thu.getByLabel('Hỏi người báo tin').fill(QUESTION)
  await press(thu, 'Gửi câu hỏi')
  await thu.getByText('Đã gửi câu hỏi.').first().waitFor()

  const { page } = await sen.phone()
  await faultsInBoth(page, '/app/report', /Mã biên nhận|Receipt code/)
  const last = receipt.at(-1) === '0' ? '1' : '0'
  await page.getByLabel('Mã biên nhận').fill(receipt.slice(0, -1) + last)
  await press(page, 'Xem')
  await page
    .getByText(/Có một chỗ bị nhầm/)
    .first()
    .waitFor()
  await page.goto(`/app/report#${receipt.toLowerCase()}`)
  await page.getByText(QUESTION).waitFor()
  assert.equal(new URL(page.url()).hash, '', 'the code does not stay in the address')
  await page.getByLabel('Viết cho công an').fill(ANSWER)
  assert.deepEqual(await faultsOf(page, 'a report by its receipt'), [])
  await page.setViewportSize(PHONE)
  await press(page, 'Gửi')
  await page.getByText(ANSWER).first().waitFor()

  await thu.reload()
  await thu.getByText(ANSWER).waitFor()
  await press(thu, 'Ghi kết quả')
  await thu.getByText('Ghi lý do, ít nhất 20 chữ cái.').first().waitFor()
  await thu.getByRole('radio', { name: 'Khởi tố vụ án hình sự', exact: true }).check()
  await thu.getByLabel('Lý do').fill(RESULT)
  await press(thu, 'Ghi kết quả')
  await thu.getByText(RESULT).first().waitFor()
  await page.goto(`/app/report#${receipt}`)
  await page.getByText(RESULT).waitFor()
})

test('under her name the officer reads that there is one; the letter does not say of what', async () => {
  await phone.goto('/app/crime/new')
  await phone.getByRole('radio', { name: /^Có tên/ }).check()
  await tell()
  assert.deepEqual(await faultsOf(phone, 'a report under her name'), [])
  await phone.setViewportSize(PHONE)
  await press(phone, 'Gửi')
  await phone.getByText('Tên được giữ kín', { exact: true }).first().waitFor()
  assert.deepEqual(await faultsOf(phone, 'her own report'), [])
  await phone.setViewportSize(PHONE)
  await openReport('Có tên')
  assert.equal(await thu.getByText(hanh.name).count(), 0)
  await press(thu, 'Xem ai báo tin')
  const dialog = thu.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Bảo vệ người báo tin' }).check()
  await dialog.getByRole('button', { name: 'Xem', exact: true }).click()
  await dialog.getByText(hanh.name).waitFor()
  assert.deepEqual(await faultsOf(thu, 'who reported'), [])
  await thu.setViewportSize(DESK)
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await thu.getByLabel('Hỏi người báo tin').fill(QUESTION)
  await press(thu, 'Gửi câu hỏi')
  const [letter = ''] = await sen.letters(hanh.phone, /có tin mới/)
  assert.doesNotMatch(letter, /tội|công an|tin báo/i)
  await phone.goto('/app/looks')
  await phone
    .getByText(/để bảo vệ bạn/)
    .first()
    .waitFor()
})
