/** Every screen of locks at the counter under axe, at 390 and 1440 px, in both languages. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { heading } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { askUnlock, faultsInBoth, lockAtCounter, receiveTk03 } from './lock-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

let sen: OpenSen
let bao: Page
let thu: Page
let hanh: CastMember

before(async () => {
  sen = await openSen()
  const { page } = await sen.phone()
  hanh = await settleHere(page, sen, 'hanh')
  bao = (await officerAtWork(sen, 'bao')).page
  thu = (await officerAtWork(sen, 'thu', 'Quầy 03')).page
})
after(() => sen.stop())

test('every screen of locks is accessible, in both languages', async () => {
  await lockAtCounter(bao, hanh)
  const waiting = await askUnlock(bao, hanh)
  const received = await receiveTk03(bao, hanh, 'Khoá tài khoản')
  const title = (vi: string, en: string) => (language: 'vi' | 'en') =>
    heading(bao, language === 'vi' ? vi : en)
      .first()
      .waitFor()
  const faults: string[] = []
  faults.push(
    ...(await faultsInBoth(bao, '/counter/locks', () => bao.getByRole('link', { name: received }).waitFor())),
  )
  faults.push(
    ...(await faultsInBoth(bao, '/counter/locks/decide', () =>
      bao.getByRole('link', { name: waiting }).waitFor(),
    )),
  )
  faults.push(
    ...(await faultsInBoth(bao, '/counter/locks/lock', title('Khoá cho người dân', 'Lock for a holder'))),
  )
  faults.push(
    ...(await faultsInBoth(bao, '/counter/locks/unlock', title('Yêu cầu mở khoá', 'Ask to unlock'))),
  )
  faults.push(
    ...(await faultsInBoth(bao, '/counter/locks/tk03', title('Nhận phiếu TK03', 'Receive form TK03'))),
  )
  faults.push(
    ...(await faultsInBoth(thu, `/counter/locks/requests/${waiting}`, () =>
      thu.getByText(hanh.name).first().waitFor(),
    )),
  )
  await thu
    .locator('.console-foot')
    .getByRole('button', { name: /^Chấp thuận/ })
    .click()
  faults.push(...(await faultsOf(thu, 'the decision')))
  assert.deepEqual(faults, [])
})
