/**
 * A confirmation of residence in the hands of whoever is shown it: its QR code leads her phone to one
 * verdict, without an account; the code can be typed, the PDF can be given, and no address carries what it
 * opens.
 */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readDrawnCode } from '../testing/drawn-code.ts'
import { faultsInBothHere, faultsOf } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { onDatabase, PHONE, reachLevel2 } from './filing-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let hanh: CastMember
let hers: Page
let stranger: Page
let reference: string
let pdf: Buffer
let code: string
const asked: string[] = []

const sends = async (path: string, data: object): Promise<Record<string, unknown>> => {
  const answer = await hers.request.post(`/api/${path}`, { data, headers: { origin: sen.url } })
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

before(async () => {
  sen = await openSen()
  hers = (await sen.phone()).page
  hanh = await settleHere(hers, sen, 'hanh')
  await reachLevel2(sen, hanh)
  const filed = await sends('services/file', {
    procedure: 'residence-confirmation',
    draft: `${randomUUID().slice(0, 14)}7${randomUUID().slice(15)}`,
    version: 1,
    answers: { what: 'present', purpose: 'Nộp cho trường của con' },
  })
  reference = String(filed['reference'])
  const { page } = await officerAtWork(sen, 'bao')
  await page.goto('/counter/dossiers/receive')
  await page.locator(`a.rail-link[href$="${reference}"]`).click()
  await heading(page, 'Làm gì tiếp').waitFor()
  await page.keyboard.press('t')
  await page.getByText('Đã tiếp nhận').first().waitFor()
  await page.keyboard.press('1')
  await page.getByRole('button', { name: 'Cấp kết quả' }).and(page.locator(':enabled')).waitFor()
  await page.keyboard.press('d')
  await page.getByRole('dialog').getByRole('button', { name: 'Cấp kết quả' }).click()
  await page
    .getByText(/Hồ sơ đã kết thúc: Đã (có|trả) kết quả/)
    .first()
    .waitFor()
  await sen.letters(hanh.phone, /đã có kết quả/)
  stranger = (await sen.phone()).page
  stranger.on('request', (request) => asked.push(request.url()))
})
after(() => sen.stop())

const says = (text: string | RegExp, on = stranger) => on.getByText(text).first().waitFor()
const verdict = async (is: string, on = stranger): Promise<void> =>
  on.locator(`[data-verdict="${is}"]`).waitFor()
const typeCode = async (typed: string, on = stranger): Promise<void> => {
  await on.getByLabel('Mã in trên giấy').fill(typed)
  await press(on, 'Kiểm tra')
}
const next = (on = stranger) => press(on, 'Kiểm tra giấy khác')
const looksRight = async (name: string): Promise<void> => {
  assert.deepEqual(await faultsInBothHere(stranger, name), [])
  await stranger.setViewportSize(PHONE)
}

test('she opens her confirmation in the app, and the code on it leads to the page that checks it', async () => {
  await hers.goto(`/app/dossiers/${reference}`)
  const loading = hers.waitForEvent('download')
  await hers.getByRole('button', { name: /CT07/ }).click()
  const path = await (await loading).path()
  const { readFile } = await import('node:fs/promises')
  pdf = await readFile(path)
  const link = new URL((await readDrawnCode(pdf)) ?? 'about:blank')
  assert.deepEqual([link.origin, link.pathname, link.search], [sen.url, '/verify/paper', ''])
  code = link.hash.slice(1)
})

test('whoever scans it sees one verdict, what the paper must say, until when it holds and who issued it', async () => {
  await stranger.goto(`/verify/paper#${code}`)
  await verdict('holds')
  await stranger
    .getByRole('heading', { name: 'Giấy thật, đang có giá trị' })
    .and(stranger.locator(':focus'))
    .waitFor()
  await says(hanh.name)
  await says(`••• ••• ••• ${hanh.personal_number.slice(-3)}`)
  await says('Nơi cấp')
  await says(reference)
  assert.equal(await stranger.getByText(hanh.personal_number).count(), 0)
  await looksRight('a valid paper')
  const leaked = asked.filter((url) => url.replace(/#.*/, '').includes(code))
  assert.deepEqual(leaked, [], 'the code is in no address that a server is told')
})

test('it is still there after a reload; cleared, it leaves the screen and the address', async () => {
  await stranger.reload()
  await verdict('holds')
  await stranger.keyboard.press('Escape')
  await stranger.getByLabel('Mã in trên giấy').waitFor()
  assert.equal(await stranger.getByText(hanh.name).count(), 0)
  assert.equal(new URL(stranger.url()).hash, '')
  await heading(stranger, 'Kiểm tra giấy do cơ quan cấp').and(stranger.locator(':focus')).waitFor()
  await looksRight('before a paper is checked')
})

test('the code typed off the paper by hand is read as it comes; a slip of the hand is told at the field', async () => {
  await press(stranger, 'Kiểm tra')
  await stranger.getByText('Nhập mã in trên giấy.').and(stranger.locator('.field-error *')).waitFor()
  const [first = '', ...rest] = code
  await typeCode([first === '7' ? '8' : '7', ...rest].join(''))
  await says('Có một chỗ bị nhầm. So lại từng nhóm bốn với tờ giấy.')
  await looksRight('a mistyped code')
  await typeCode(code.slice(0, -1))
  await says(/Mã có đúng 20 chữ và số/)
  await typeCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)
  await verdict('holds')
  await next()
})

test('the PDF itself is enough, and does not leave her machine; one changed byte and it is no original', async () => {
  const bodies: number[] = []
  stranger.on('request', (request) => bodies.push(request.postDataBuffer()?.length ?? 0))
  const choose = (buffer: Buffer, name = 'ct07.pdf') =>
    stranger.getByLabel('Chọn tệp PDF của giấy').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await choose(pdf)
  await verdict('holds')
  await says(hanh.name)
  assert.ok(Math.max(...bodies) < 200, 'only its digest was sent')
  await next()
  const altered = Buffer.from(pdf)
  altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1
  await choose(altered)
  await verdict('no-such-file')
  await looksRight('a changed file')
  await next()
  await choose(Buffer.from('Đây là chữ thường'), 'ghi-chu.pdf')
  await verdict('no-pdf')
  await next()
})

test('a code that nobody was given is no paper; one that was cut short on its way is told as that', async () => {
  await stranger.goto('/verify/paper#0000-0000-0000-0000-0000')
  await verdict('no-such-code')
  await looksRight('an unknown code')
  await stranger.goto('/verify/paper#7K2M-9Q%')
  await verdict('cut-code')
  await looksRight('a code cut short')
})

test('without an answer nothing is said of the paper: no network, silence, too many tries, a broken server', async () => {
  const door = '**/api/dossiers/check-paper'
  await next()
  await stranger.context().setOffline(true)
  await typeCode(code)
  await verdict('not-checked')
  await says(/Không có mạng/)
  await says('Chưa biết giấy thật hay giả: đừng kết luận gì từ lần này.')
  await looksRight('without a network')
  await stranger.context().setOffline(false)
  await press(stranger, 'Thử lại')
  await verdict('holds')
  await next()
  let letGo = (): void => undefined
  const held = new Promise<void>((done) => {
    letGo = done
  })
  await stranger.route(door, async (route) => {
    await held
    await route.continue()
  })
  await typeCode(code)
  await says('Đang hỏi nơi cấp giấy')
  await says(/Vẫn đang chờ câu trả lời/)
  assert.deepEqual(await faultsOf(stranger, 'waiting for an answer'), [])
  await stranger.setViewportSize(PHONE)
  letGo()
  await verdict('holds')
  await stranger.unroute(door)
  await next()
  for (const [status, body] of [
    [429, { code: 'limit.reached', detail: 'Bạn thử hơi nhiều lần. Hãy chờ 5 phút rồi thử lại.' }],
    [500, {}],
  ] as const) {
    await stranger.route(door, (route) =>
      route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(body) }),
    )
    await typeCode(code)
    await verdict('not-checked')
    await looksRight(`answered ${status}`)
    await stranger.unroute(door)
    await next()
  }
})

test('once it has run out it says so, and tells nothing of her any more; she reads of each check in her log', async () => {
  await onDatabase(
    sen,
    `update issued_paper set issued_at = issued_at - interval '400 days', valid_until = valid_until - 400
     returning 1`,
  )
  await stranger.goto(`/verify/paper?#${code}`)
  await verdict('run-out')
  assert.equal(await stranger.getByText(hanh.name).count(), 0)
  await looksRight('a paper that has run out')
  await onDatabase(sen, 'update issued_paper set ended_at = now() returning 1')
  await stranger.reload()
  await verdict('ended')
  await looksRight('a paper that ended')
  await hers.goto('/app/looks')
  await hers.getByText('Người cầm giấy của bạn kiểm tra giấy còn giá trị không').first().waitFor()
})

test('lost or in wrong hands, she ends it herself: whoever checks it reads that it holds no more', async () => {
  await onDatabase(
    sen,
    'update issued_paper set ended_at = null, issued_at = now(), valid_until = now()::date + 300 returning 1',
  )
  await hers.goto(`/app/dossiers/${reference}`)
  await says(/có giá trị đến hết/, hers)
  await press(hers, 'Ngừng giá trị giấy này')
  const dialog = hers.getByRole('dialog')
  await dialog.getByText(/Không khôi phục được/).waitFor()
  assert.deepEqual(await faultsOf(hers, 'a paper that she ends'), [])
  await hers.setViewportSize(PHONE)
  await dialog.getByRole('button', { name: 'Ngừng giá trị giấy này' }).click()
  await says(/hết giá trị từ/, hers)
  assert.equal(await hers.getByRole('button', { name: 'Ngừng giá trị giấy này' }).count(), 0)
  await stranger.goto(`/verify/paper?2#${code}`)
  await verdict('ended')
})

test('an officer, a bank or a school comes there from the page that checks phones, and back', async () => {
  await stranger.goto('/verify/')
  await stranger.getByRole('link', { name: 'Kiểm tra giấy in hoặc tệp PDF' }).click()
  await heading(stranger, 'Kiểm tra giấy do cơ quan cấp').waitFor()
  await stranger.goto('/verify/')
  await stranger.getByLabel(/Máy quét cầm tay/).fill(`${sen.url}/verify/paper#${code}`)
  await stranger.keyboard.press('Enter')
  await verdict('ended')
})
