/**
 * A criminal record certificate from the search to whoever is handed it: nothing is typed that the State
 * knows; the register of judgments is silent, is asked again by itself, and names a namesake, who is settled
 * by one officer and confirmed by another; the certificate says that she has no conviction.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readDrawnCode } from '../testing/drawn-code.ts'
import { faultsInBothHere, faultsOf } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { faultsInBoth, PHONE, reachLevel2 } from './filing-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { DESK } from './paper-steps.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let hanh: CastMember
let hers: Page
let bao: Page
let reference: string

before(async () => {
  sen = await openSen()
  hers = (await sen.phone()).page
  ;[hanh, bao] = await Promise.all([
    settleHere(hers, sen, 'hanh'),
    officerAtWork(sen, 'bao').then(({ page }) => page),
  ])
  await reachLevel2(sen, hanh)
  await sen.post('/world/agencies/judgments', {
    is: 'judge',
    judgment: {
      reference: 'BA-55-2019',
      holder: {
        personal_number: '940191009917',
        old_number: null,
        full_name: 'NGUYEN THI HANH',
        birth_date: '1991-04-12',
      },
      number: '55/2019/HS-ST',
      day: '2019-06-04',
      court: 'Toà án nhân dân khu vực 2 (giả lập)',
      offences: ['Đánh bạc'],
      article: null,
      main_penalty: 'Phạt tiền 20.000.000 đồng',
      extra_penalty: null,
      execution: null,
      expunged_on: null,
    },
  })
  await sen.post('/world/agencies/judgments', { is: 'fault', fault: 'fault' })
})
after(() => sen.stop())

const says = (text: string | RegExp, on: Page) => on.getByText(text).first().waitFor()
/** At the counter, whose languages are two buttons. */
const looksRight = async (page: Page, name: string): Promise<void> => {
  const faults = await faultsOf(page, `${name} (vi)`)
  await page.getByRole('button', { name: 'EN', exact: false }).first().click()
  faults.push(...(await faultsOf(page, `${name} (en)`)))
  await page.getByRole('button', { name: 'VI', exact: false }).first().click()
  await page.setViewportSize(DESK)
  assert.deepEqual(faults, [])
}
const opens = async (page: Page, list: string): Promise<void> => {
  await page.goto(`/counter/dossiers/${list}/${reference}`)
  await page.getByRole('heading', { level: 2, name: 'Sổ án tích', exact: true }).waitFor()
}
/** The register is asked beside the page, which shows what is there when it is opened. */
const sooner = async (
  open: () => Promise<unknown>,
  page: Page,
  title: string,
  text: RegExp,
): Promise<void> => {
  for (const began = performance.now(); performance.now() - began < 10_000;) {
    await open()
    await heading(page, title).waitFor()
    if ((await page.getByText(text).count()) > 0) {
      return
    }
  }
  assert.fail(`${String(text)} did not come`)
}
const enabled = (page: Page, name: string) =>
  page.getByRole('button', { name }).and(page.locator(':enabled')).waitFor()

test('she finds it without accents, reads what it costs, and is not asked where she has lived: the State knows', async () => {
  await hers.goto('/app/services')
  await hers.getByLabel('Bạn cần làm việc gì?').fill('ly lich tu phap so 1')
  await hers.getByRole('link', { name: /lý lịch tư pháp số 1/ }).click()
  await says('Đủ 16 tuổi', hers)
  await says(/200\.000/, hers)
  await hers.getByRole('link', { name: 'Bắt đầu' }).click()
  await press(hers, 'Đúng, đi tiếp')
  // Of her family the register knows nobody: nothing to look at, and nothing asked.
  await says(/Bờ Sông/, hers)
  assert.equal(await hers.locator('form input').count(), 0, 'where she lived is known, and not asked')
  await press(hers, 'Đúng, đi tiếp')
  await hers.getByLabel('Xin việc').check()
  await press(hers, 'Tiếp tục')
  await press(hers, 'Tiếp tục')
  await hers.getByRole('button', { name: 'Nộp', exact: true }).click()
  await says(/^TD-01-|Mã hồ sơ/, hers)
  await hers.goto('/app/dossiers')
  await hers.getByRole('link', { name: /lý lịch tư pháp/ }).click()
  await heading(hers, 'Hồ sơ đang ở đâu').waitFor()
  reference = new URL(hers.url()).pathname.split('/').at(-1) ?? ''
})

test('the register does not answer: the officer and she read so, since when, and nothing can be decided', async () => {
  await bao.goto(`/counter/dossiers/receive/${reference}`)
  await bao.getByRole('heading', { level: 1, name: /Nguyễn Thị Hạnh/ }).waitFor()
  await bao.keyboard.press('t')
  await says('Đã tiếp nhận', bao)
  await sooner(() => hers.reload(), hers, 'Hồ sơ đang ở đâu', /^Sổ án tích chưa trả lời$/)
  assert.deepEqual(await faultsInBoth(hers, 'her dossier while the register is silent', '.dossier-head'), [])
  await opens(bao, 'work')
  await says(/Sổ không trả lời từ/, bao)
  await says('Sổ án tích chưa trả lời.', bao)
  assert.ok(await bao.getByRole('button', { name: 'Cấp kết quả' }).isDisabled())
  await looksRight(bao, 'a silent register')
})

test('it is asked again by itself; its namesake is nobody’s conviction, settled with a reason, and put forward', async () => {
  await sen.post('/world/agencies/judgments', { is: 'fault', fault: 'none' })
  await sen.post('/world/clock', { ahead_s: 60 })
  await sooner(() => opens(bao, 'work'), bao, 'Làm gì tiếp', /^Mở câu trả lời/)
  await bao.keyboard.press('s')
  await says('Bản án số 55/2019/HS-ST ngày 04/06/2019', bao)
  await says('chưa rõ, cho đến khi xác định xong', bao)
  await says(/Bạn xác định\./, bao)
  await looksRight(bao, 'a namesake')
  await press(bao, /^Không phải người này: /)
  const dialog = bao.getByRole('dialog')
  await dialog.getByLabel('Bạn đối chiếu bằng gì').fill('Khác số định danh, khác nơi sinh')
  await dialog.getByRole('button', { name: 'Không phải người này' }).click()
  await says(/xác định: không phải người này/, bao)
  assert.equal(await bao.getByText('Bạn xác định.').count(), 0, 'what is settled is not asked again')
  await says('Không có án tích', bao)
  await bao.keyboard.press('f')
  await dialog.getByLabel('Số biên lai').fill('BL-0001')
  await dialog.getByRole('button', { name: 'Ghi biên lai phí' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await bao.keyboard.press('1')
  await bao.getByText('1/2', { exact: true }).waitFor()
  await bao.keyboard.press('2')
  await enabled(bao, 'Trình duyệt')
  await bao.keyboard.press('d')
  await dialog.getByRole('button', { name: 'Trình duyệt' }).click()
  await says('Bạn đã trình hồ sơ này; cần một cán bộ khác duyệt.', bao)
})

test('another officer reads the same answer before she confirms, and the certificate is there', async () => {
  const { page: thu, context } = await officerAtWork(sen, 'thu', null)
  await opens(thu, 'decide')
  await says('Mở câu trả lời của sổ án tích trước.', thu)
  await press(thu, 'Mở câu trả lời')
  await says(/Khác số định danh, khác nơi sinh/, thu)
  // The key does nothing while the button beside it is closed.
  await enabled(thu, 'Duyệt: cấp kết quả')
  await thu.keyboard.press('d')
  await thu.getByRole('dialog').getByRole('button', { name: 'Duyệt: cấp kết quả' }).click()
  await says(/Hồ sơ đã kết thúc: Đã (có|trả) kết quả/, thu)
  await context.close()
  await sen.letters(hanh.phone, /đã có kết quả/)
})

test('whoever is handed it checks it without an account; of no. 2 the same page tells nothing', async () => {
  await hers.reload()
  const loading = hers.waitForEvent('download')
  await hers.getByRole('button', { name: /Phiếu lý lịch tư pháp số 1/ }).click()
  const pdf = await readFile(await (await loading).path())
  const link = new URL((await readDrawnCode(pdf)) ?? 'about:blank')
  const stranger = (await sen.phone()).page
  await stranger.goto(`/verify/paper${link.hash}`)
  await stranger.locator('[data-verdict="holds"]').waitFor()
  await says('Không có án tích', stranger)
  assert.deepEqual(await faultsInBothHere(stranger, 'a certificate no. 1'), [])
  await stranger.setViewportSize(PHONE)
  await stranger.route('**/api/dossiers/check-paper', async (route) => {
    const answer = (await (await route.fetch()).json()) as object
    await route.fulfill({ json: { ...answer, says: [], isForHerselfOnly: true } })
  })
  await stranger.reload()
  await says(/không ai được đòi người khác nộp phiếu số 2/, stranger)
  assert.deepEqual(await faultsInBothHere(stranger, 'a certificate no. 2'), [])
  await hers.goto('/app/looks')
  await says('Cán bộ xem câu trả lời của sổ án tích về bạn', hers)
})
