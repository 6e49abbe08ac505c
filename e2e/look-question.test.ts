/**
 * She asks about a look at her data; the question reaches an officer who did not look, and not the one who
 * did; the answer stands below the line. Each screen under axe.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf } from './accessibility.ts'
import { heading, press } from './citizen-steps.ts'
import { officerAtWork } from './counter-steps.ts'
import { openSen, type CastMember, type OpenSen } from './open-sen.ts'
import { settleHere } from './registered.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const QUESTION = 'Hôm nay tôi không đến quầy, vì sao có lần xem này?'
const ANSWER = 'Cán bộ mở để tra cứu theo cuộc gọi của bạn tới tổng đài sáng nay.'
let sen: OpenSen
let phone: Page
let bao: Page
let thu: Page
let hanh: CastMember
before(async () => {
  sen = await openSen()
  phone = (await sen.phone()).page
  bao = (await officerAtWork(sen, 'bao')).page
  thu = (await officerAtWork(sen, 'thu', 'Quầy 09')).page
})
after(() => sen.stop())

const look = () => phone.locator('.row').filter({ hasText: 'Trung tâm thẩm định tài khoản' }).first()

test('an officer looks her up, and she asks why from that very line', async () => {
  hanh = await settleHere(phone, sen, 'hanh')
  await bao.getByRole('searchbox').fill(hanh.personal_number)
  await bao.keyboard.press('Enter')
  const search = bao.getByRole('dialog')
  await search.getByLabel('Mục đích').selectOption('counter-service')
  await search.getByRole('button', { name: 'Tra cứu' }).click()
  await heading(bao, 'Kết quả tra cứu').waitFor()
  await phone.goto('/app/looks')
  await look().getByRole('button', { name: 'Hỏi về lần xem này' }).click()
  const dialog = phone.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await dialog.getByText('Viết câu hỏi, ít nhất 5 chữ cái.').first().waitFor()
  assert.deepEqual(await faultsOf(phone, 'the question'), [])
  await phone.setViewportSize(PHONE)
  await dialog.getByRole('radio', { name: /Báo lần xem không đúng/ }).check()
  await dialog.getByLabel('Câu hỏi của bạn').fill(QUESTION)
  await dialog.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await look()
    .getByText(/Đã hỏi, mã SEN-/)
    .waitFor()
  await sen.letters(hanh.phone, /Đã nhận câu hỏi SEN-/)
})

const openQuestion = async (page: Page): Promise<void> => {
  await page
    .getByRole('link', { name: /^Câu hỏi về lần xem/ })
    .first()
    .click()
  await heading(page, 'Câu hỏi về lần xem').waitFor()
  await page.getByRole('link', { name: 'Nguyễn Thị Hạnh' }).click()
}

test('whoever looked finds that it is not hers to answer; a colleague sees the look and answers', async () => {
  await openQuestion(bao)
  await bao
    .getByText(/Bạn không trả lời câu hỏi về dữ liệu của mình hay về lần xem của chính mình/)
    .first()
    .waitFor()
  await thu
    .getByRole('link', { name: /^Câu hỏi về lần xem/ })
    .first()
    .click()
  await thu.getByRole('link', { name: 'Nguyễn Thị Hạnh' }).waitFor()
  assert.deepEqual(await faultsOf(thu, 'the list of questions'), [])
  await thu.setViewportSize(DESK)
  await thu.getByRole('link', { name: 'Nguyễn Thị Hạnh' }).click()
  await thu.getByText(QUESTION).waitFor()
  await thu.getByText('Tra cứu để phục vụ bạn tại quầy').waitFor()
  await press(thu, 'Gửi trả lời')
  await thu.getByText('Chọn một kết luận.').first().waitFor()
  assert.deepEqual(await faultsOf(thu, 'a question'), [])
  await thu.setViewportSize(DESK)
  await thu.getByRole('radio', { name: /Lần xem đúng quy định/ }).check()
  await thu.getByLabel('Lời giải thích').fill(ANSWER)
  await press(thu, 'Gửi trả lời')
  await thu.getByText('Đã trả lời. Người dân được báo.').first().waitFor()
  await thu.getByText(ANSWER).first().waitFor()
  assert.deepEqual(await faultsOf(thu, 'a question that is answered'), [])
})

test('she is told, and reads the answer below the line', async () => {
  await sen.letters(hanh.phone, /đã có trả lời\. Lần xem đúng quy định/)
  await phone.goto('/app/looks')
  await phone.getByText(ANSWER).first().waitFor()
  await phone.getByText('Trả lời câu hỏi của bạn về một lần xem').first().waitFor()
  assert.deepEqual(await faultsOf(phone, 'an answer below a line'), [])
})
