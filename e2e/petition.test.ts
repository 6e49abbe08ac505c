/**
 * She writes to an office about a street lamp; an officer hands over what is not his to answer, and answers
 * the rest; she reads the answer, takes the paper along and says whether it helped; everybody sees the
 * numbers. Each screen under axe, in both languages.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readPaper } from '../testing/read-paper.ts'
import { faultsOf } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const TEXT = 'Đèn đường ở ngõ 15 hỏng đã hai tuần, buổi tối trẻ em đi học về rất tối.'
const ANSWER = 'Đội điện chiếu sáng đã thay ba bóng đèn ở ngõ 15 vào chiều nay.'
let sen: OpenSen
let phone: Page
let thu: Page
let hanh: CastMember
before(async () => {
  sen = await openSen()
  phone = (await sen.phone()).page
  thu = (await officerAtWork(sen, 'thu', 'Quầy 09')).page
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

test('she writes to the office where she lives; what is missing is said beside the field', async () => {
  hanh = await settleHere(phone, sen, 'hanh')
  await phone.goto('/app/services')
  await phone.getByRole('link', { name: /Phản ánh, kiến nghị/ }).click()
  await heading(phone, 'Bạn chưa gửi phản ánh nào').waitFor()
  await faultsInBoth(phone, '/app/petitions', /Bạn chưa gửi phản ánh nào|You have sent no petition/)
  await phone.getByRole('link', { name: 'Gửi phản ánh' }).click()
  await press(phone, 'Gửi')
  await phone.getByText('Chọn việc bạn phản ánh.').first().waitFor()
  await phone.getByText('Viết nội dung, ít nhất 20 chữ cái.').first().waitFor()
  await phone.getByRole('radio', { name: /Nơi khác/ }).check()
  await phone.getByLabel('Tỉnh, thành phố').waitFor()
  assert.deepEqual(await faultsOf(phone, 'a petition that is written'), [])
  await phone.setViewportSize(PHONE)
  await phone.getByRole('radio', { name: /Nơi tôi cư trú/ }).check()
  await phone.getByLabel('Về việc gì?').selectOption('roads')
  await phone.getByLabel('Nội dung phản ánh').fill(TEXT)
  await press(phone, 'Gửi')
  await phone.getByText('Đang chờ trả lời').first().waitFor()
  await phone.getByText(/^SEN-/).first().waitFor()
  assert.deepEqual(await faultsOf(phone, 'a petition that waits'), [])
  await phone.setViewportSize(PHONE)
  await sen.letters(hanh.phone, /Đã nhận phản ánh SEN-/)
})

const openPetition = async (): Promise<void> => {
  await thu
    .getByRole('link', { name: /^Phản ánh, kiến nghị/ })
    .first()
    .click()
  await heading(thu, 'Phản ánh, kiến nghị').waitFor()
  await thu.getByRole('link', { name: 'Nguyễn Thị Hạnh' }).first().click()
  await thu.getByText(TEXT).waitFor()
}

test('an officer sees what waits, is told that his own office is the competent one, and answers', async () => {
  await thu
    .getByRole('link', { name: /^Phản ánh, kiến nghị/ })
    .first()
    .click()
  await thu.getByRole('link', { name: 'Nguyễn Thị Hạnh' }).first().waitFor()
  assert.deepEqual(await faultsOf(thu, 'the list of petitions'), [])
  await thu.setViewportSize(DESK)
  await openPetition()
  await press(thu, 'Chuyển cơ quan khác')
  const dialog = thu.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click()
  await dialog.getByText('Ghi lý do, ít nhất 10 chữ cái.').first().waitFor()
  assert.deepEqual(await faultsOf(thu, 'a petition that is handed over'), [])
  await thu.setViewportSize(DESK)
  await dialog.getByRole('radio', { name: 'Cơ quan trung ương' }).check()
  await dialog.getByLabel('Lý do chuyển').fill('Việc này của cơ quan trung ương.')
  await dialog.getByRole('button', { name: 'Chuyển', exact: true }).click()
  await dialog
    .getByText(/vẫn do đơn vị này phụ trách/)
    .first()
    .waitFor()
  await dialog.getByRole('button', { name: 'Thôi' }).click()
  await press(thu, 'Gửi trả lời')
  await thu.getByText('Viết câu trả lời, ít nhất 20 chữ cái.').first().waitFor()
  assert.deepEqual(await faultsOf(thu, 'a petition'), [])
  await thu.setViewportSize(DESK)
  await thu.getByLabel('Nội dung trả lời').fill(ANSWER)
  await thu.getByLabel(/Căn cứ pháp lý/).fill('Điều 12 Luật Đường bộ 2024')
  await press(thu, 'Gửi trả lời')
  await thu.getByText('Đã trả lời. Người dân được báo.').first().waitFor()
  await thu.getByText(ANSWER).first().waitFor()
  assert.deepEqual(await faultsOf(thu, 'a petition that is answered'), [])
})

test('she reads the answer, has it as a paper, and says once that it helped', async () => {
  await sen.letters(hanh.phone, /đã có trả lời của/)
  await phone.goto('/app/petitions')
  await phone.getByRole('link', { name: /Đường sá, điện, nước/ }).click()
  await phone.getByText(ANSWER).waitFor()
  assert.deepEqual(await faultsOf(phone, 'the answer'), [])
  await phone.setViewportSize(PHONE)
  const saving = phone.waitForEvent('download')
  await press(phone, 'Tải văn bản trả lời (PDF)')
  const file = await (await saving).path()
  const lines = readPaper(await readFile(file)).pieces.map(({ text }) => text)
  for (const said of [ANSWER, `Kính gửi: ${hanh.name}`, 'Căn cứ: Điều 12 Luật Đường bộ 2024']) {
    assert.ok(lines.includes(said), said)
  }
  await phone.getByRole('button', { name: 'Có', exact: true }).click()
  await phone.getByText('Cảm ơn bạn đã cho biết.').first().waitFor()
  assert.equal(await phone.getByText('Câu trả lời có giúp được bạn không?').count(), 0)
})

test('whoever has no account sees the numbers, and none that is small', async () => {
  const { page } = await sen.phone()
  await page.goto('/app/petitions/statistics')
  await page.getByText('Nhận dưới 5, trả lời dưới 5').first().waitFor()
  await page.getByLabel('Nơi').selectOption({ label: 'Thành phố Hà Nội' })
  await page.getByText('Chưa có phản ánh nào').waitFor()
  await faultsInBoth(page, '/app/petitions/statistics', /Nhận dưới 5|Received under 5/)
})
