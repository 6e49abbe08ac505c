/**
 * She checks a line of her own log in the app; whoever has no account looks at the log itself; and a log that
 * was changed behind their backs is noticed by both, with the evidence in hand.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { openCheckpoint } from '../formats/transparency-log/checkpoint.ts'
import { readNoteKey, SIGNS } from '../formats/transparency-log/note.ts'
import { openPool, type Pool } from '../server/storage/pool.ts'
import { faultsOf } from './accessibility.ts'
import { activateHere, heading, press, registerByHand } from './citizen-steps.ts'
import { openSen, type OpenSen } from './open-sen.ts'

let sen: OpenSen
let pool: Pool
let phone: { context: BrowserContext; page: Page }
let stranger: { context: BrowserContext; page: Page }
before(async () => {
  sen = await openSen()
  pool = openPool(sen.databaseUrl, 1)
  phone = await sen.phone()
  stranger = await sen.phone()
})
after(async () => {
  await pool.end()
  await sen.stop()
})

const CHECKED = 'Đối chiếu đơn đăng ký với cơ sở dữ liệu'
const rowOf = (title: string) => phone.page.locator('.row').filter({ hasText: title }).first()
const checkRow = async (title: string): Promise<void> => {
  await rowOf(title).getByRole('button', { name: 'Kiểm chứng dòng này' }).click()
}
const openLooks = async (): Promise<void> => {
  await phone.page.goto('/app/looks')
  await phone.page.getByText(CHECKED).first().waitFor()
}
const seenSize = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { note } = JSON.parse(localStorage.getItem('sen.log-seen') ?? '{}') as { note?: string }
    return Number(note?.split('\n')[1])
  })
/** Until the log has a newer checkpoint than the one that a browser has seen. */
const logGrows = async (than: number): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await pool.query<{ size: string }>('select max(size) as size from audit_checkpoint')
    if (Number(rows[0]?.size) > than) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the log did not grow')
}

test('she checks a line of her log, and her phone says what it has calculated', async () => {
  const hanh = await registerByHand(phone.page, sen, 'hanh')
  await activateHere(phone.page, sen, hanh)
  await openLooks()
  await checkRow(CHECKED)
  await rowOf(CHECKED).getByText('Đúng như đã ghi trong nhật ký').waitFor()
  await rowOf(CHECKED)
    .getByText(/Máy của bạn đã tự tính lại: đây là dòng \d+ trong \d+ dòng/)
    .waitFor()
  await rowOf(CHECKED)
    .getByText(/Đã ghi lúc \d\d:\d\d:\d\d: Đối chiếu đơn đăng ký với cơ sở dữ liệu; họ tên, /)
    .waitFor()
  await rowOf(CHECKED).getByText('Chưa có nhân chứng nào theo dõi nhật ký này.').waitFor()
  assert.ok((await seenSize(phone.page)) > 0, 'it remembers what it has seen')
  assert.deepEqual(await faultsOf(phone.page, 'a line that was checked'), [])
})

test('she narrows her log to a kind of thing and to days, in words alone', async () => {
  const { page } = phone
  await page.setViewportSize({ width: 390, height: 844 })
  await openLooks()
  await page.getByText('Lọc theo việc và ngày').click()
  await page.getByLabel('Về việc gì').selectOption({ label: 'Đăng ký mức 1 và mức 2' })
  await page.getByText('Kích hoạt tài khoản').first().waitFor({ state: 'detached' })
  await rowOf(CHECKED).waitFor()
  await page.getByLabel('Từ ngày').fill('2026-01-02')
  await page.getByLabel('Đến hết ngày').fill('2026-01-01')
  await page.getByText('Ngày cuối phải bằng hoặc sau ngày đầu.').first().waitFor()
  await rowOf(CHECKED).waitFor()
  assert.deepEqual(await faultsOf(page, 'a log that is narrowed'), [])
  await page.getByLabel('Đến hết ngày').fill('2026-01-03')
  await page.getByText('Không có dòng nào').waitFor()
  await press(page, 'Bỏ lọc')
  await page.getByText('Kích hoạt tài khoản').first().waitFor()
})

test('she takes her whole log along in one file', async () => {
  const { page } = phone
  const coming = page.waitForEvent('download')
  await press(page, 'Tải nhật ký của tôi')
  const download = await coming
  assert.match(download.suggestedFilename(), /^sen-log-\d{4}-\d\d-\d\d\.json$/)
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as {
    form: string
    note: string
    lines: { words: { purpose: string }; hashes: string[] | null }[]
  }
  assert.equal(file.form, 'sen-own-log-1')
  assert.ok(file.lines.some(({ words, hashes }) => words.purpose === CHECKED && hashes !== null))
})

test('who has no account sees how long the log is and that it only grew', async () => {
  const { page } = stranger
  await page.goto('/app/log?lang=en')
  await heading(page, 'The log now').waitFor()
  await page.getByText('just begun; open this page again later to compare').waitFor()
  await page.getByText('Be a witness').click()
  await page.getByText(/--log 'sen\.audit\/[0-9a-f]{16}\+/).waitFor()
  assert.deepEqual(await faultsOf(page, 'the log'), [])
  await page.setViewportSize({ width: 390, height: 844 })
  const size = await seenSize(page)
  await phone.page.goto('/app/wallet')
  await logGrows(size)
  await page.reload()
  await page.getByText('it only grew; no line was changed').waitFor()
  assert.ok((await seenSize(page)) > size)
})

test('a line that was changed in the database does not pass for what was written', async () => {
  const change = (from: string, to: string) =>
    pool.query('update audit_line set purpose = $2 where purpose = $1', [from, to])
  await change('enrolment-check', 'card-view')
  try {
    await phone.page.goto('/app/looks')
    const changed = 'Cán bộ mở hồ sơ thẻ căn cước của bạn'
    await rowOf(changed).waitFor()
    await checkRow(changed)
    await rowOf(changed).getByText('Dòng này không khớp với nhật ký').waitFor()
  } finally {
    await change('card-view', 'enrolment-check')
  }
})

test('a proof that does not hold is told as a rewritten log, with both signed notes to take along', async () => {
  const { page } = stranger
  const size = await seenSize(page)
  await phone.page.goto('/app/wallet')
  await logGrows(size)
  await page.route('**/audit/consistency/**', async (route) => {
    const answer = await route.fetch()
    const { hashes } = (await answer.json()) as { hashes: string[] }
    const spoilt = hashes.with(0, `${'A'.repeat(43)}=`)
    await route.fulfill({ json: { hashes: spoilt } })
  })
  await page.reload()
  const warning = page.getByRole('alert').filter({ hasText: 'The log was rewritten' })
  await warning.getByText(/does not contain all that this browser has seen before/).waitFor()
  const coming = page.waitForEvent('download')
  await press(page, 'Download the evidence')
  const evidence = JSON.parse(await readFile(await (await coming).path(), 'utf8')) as Record<
    'earlier' | 'later',
    { key: string; note: string }
  >
  const sizes: number[] = []
  for (const { key, note } of [evidence.earlier, evidence.later]) {
    const read = await readNoteKey(key, SIGNS.own)
    assert.ok(read.ok)
    const opened = await openCheckpoint(note, read.value)
    assert.ok(opened.ok, 'each note alone is signed by the log')
    sizes.push(opened.value.size)
  }
  assert.equal(sizes[0], size)
  assert.ok((sizes[1] ?? 0) > size)
  assert.deepEqual(await faultsOf(page, 'a log that was rewritten'), [])
  await page.unroute('**/audit/consistency/**')
  await page.reload()
  await warning.waitFor()
  await press(page, 'Download the evidence')
  await press(page, 'Follow the log anew')
  await page.getByText('just begun; open this page again later to compare').waitFor()
})

test('a log that no longer knows what it has signed is noticed at the next line that she checks', async () => {
  await openLooks()
  await checkRow(CHECKED)
  await rowOf(CHECKED).getByText('Đúng như đã ghi trong nhật ký').waitFor()
  const size = await seenSize(phone.page)
  await phone.page.goto('/app/wallet')
  await logGrows(size)
  await pool.query('delete from audit_checkpoint where size = $1', [size])
  await openLooks()
  await checkRow(CHECKED)
  await rowOf(CHECKED).getByText('Nhật ký đã bị sửa').waitFor()
  await rowOf(CHECKED)
    .getByText(/Có thể nhật ký đã bị đưa về bản cũ/)
    .waitFor()
  assert.deepEqual(await faultsOf(phone.page, 'a rewritten log beside a line'), [])
})
