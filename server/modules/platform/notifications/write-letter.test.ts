// What letters say: both languages, the length of text messages, and no way to smuggle a link into one.
import assert from 'node:assert/strict'
import { standingWords } from '../../../../contract/phrases/letters-document.ts'
import { test } from 'node:test'
import { goneKinds, keptKinds } from '../../../../contract/erasure.ts'
import { accountWithCardWords } from '../../../../contract/phrases/letters-card.ts'
import { assistedWords, hotlineWords } from '../../../../contract/phrases/letters-assistance.ts'
import type { LetterForm } from '../../../../contract/phrases/letter-form.ts'
import { lockWords, unlockWords } from '../../../../contract/phrases/letters-lock.ts'
import { wishAnswerWords, wishWords } from '../../../../contract/phrases/letters-sharing.ts'
import { recoveryWays } from '../../../../contract/phrases/letters-recovery.ts'
import { tieWords } from '../../../../contract/phrases/letters-representation.ts'
import { refusalAdvice } from '../../../../contract/phrases/letters-enrolment.ts'
import { letterForms, type LetterTemplate } from '../../../../contract/phrases/letters.ts'
import { pauseWords } from '../../../../contract/phrases/letters-dossier.ts'
import { topicWords } from '../../../../contract/phrases/letters-petition.ts'
import { residenceWords } from '../../../../contract/phrases/letters-residence.ts'
import { measureSms } from '../../../../formats/sms-text.ts'
import { readReceipt } from './delivery-receipt.ts'
import { smsParts } from './sms-parts.ts'
import { writeLetter } from './write-letter.ts'

const publicUrl = 'https://id.example.vn'
const templates = Object.keys(letterForms) as LetterTemplate[]
const params = {
  code: '482913',
  minutes: 3,
  reference: 'SEN-7K2M-9QXA',
  finding: 'Lần xem không đúng quy định; đơn vị đã xử lý.',
  due: '01/12/2026',
  activateBy: '08/12/2026',
  reason: refusalAdvice['already-has-account'],
  day: '24/11/2026',
  days: { vi: '04/05/2027 (nghỉ bù)', en: '04/05/2027 (a day in lieu)' },
  device: 'Xiaomi Redmi 12',
  to: '0912 ••• 678',
  party: 'Cổng dịch vụ công Hà Nội',
  count: 4,
  how: lockWords['body-request'],
  next: unlockWords['officer-second'],
  verdict: { vi: 'không được thực hiện', en: 'refused' },
  document: '1234/QĐ-CQĐT',
  field: { vi: 'nơi thường trú', en: 'place of residence' },
  office: 'Công an phường Bờ Sông',
  outcome: { vi: 'cơ sở dữ liệu đã được sửa', en: 'the register was corrected' },
  exchange: { vi: '', en: '' },
  hours: 24,
  name: 'Nguyễn Thị Hồng Hạnh',
  until: '09:30 28/11/2026',
  at: '09:30 28/11/2026',
  way: recoveryWays.relative,
  kind: tieWords.guardian,
  act: assistedWords.open,
  helper: 'TN-0031',
  deed: hotlineWords.explain,
  title: { vi: 'Giấy phép lái xe', en: 'Driving licence' },
  source: { vi: 'Cục Cảnh sát giao thông', en: 'Traffic Police Department' },
  standing: standingWords.gone,
  purpose: { vi: 'Mở tài khoản ngân hàng', en: 'Opening a bank account' },
  wish: wishWords.erase,
  answer: wishAnswerWords['withdraw done'],
  what: residenceWords['household-changed'],
  topic: topicWords.environment,
  was: '24/11/2026',
  amount: '200.000',
  why: pauseWords.consultation,
  result: { vi: 'Giấy xác nhận thông tin về cư trú (CT07)', en: 'Confirmation of residence (CT07)' },
  after: { vi: 'Giấy nằm trong hồ sơ của bạn.', en: 'The paper stands with your dossier.' },
  law: 'Luật 14/2022/QH15, Điều 38',
  ...goneKinds,
  ...Object.fromEntries(Object.entries(keptKinds).map(([kind, { what }]) => [kind, what])),
  account: accountWithCardWords['phone-taken'],
}

test('a code fits one text message with its accents; every other letter fits two', () => {
  assert.equal(
    writeLetter('code', params, { language: 'vi', publicUrl }).sms,
    'Mã của bạn: 482913. Hết hạn sau 3 phút. Không đọc mã cho bất kỳ ai.',
  )
  for (const template of templates) {
    for (const language of ['vi', 'en'] as const) {
      for (const minutes of [3, 15]) {
        const { sms } = writeLetter(template, { ...params, minutes }, { language, publicUrl })
        assert.ok(
          measureSms(sms).segments <= (template.startsWith('code') ? 1 : 2),
          `${template} ${language}: ${JSON.stringify(measureSms(sms))} ${sms}`,
        )
      }
    }
  }
})

test('every reason of a refusal fits two text messages', () => {
  for (const reason of Object.values(refusalAdvice)) {
    for (const language of ['vi', 'en'] as const) {
      const { sms } = writeLetter('enrolment-refused', { ...params, reason }, { language, publicUrl })
      assert.ok(measureSms(sms).segments <= 2, `${measureSms(sms).units} ${sms}`)
    }
  }
})

test('the only address in a letter is the public one, whatever a name pretends', () => {
  const sly = {
    ...params,
    party: 'Bank http://evil.example/x www.evil.example\n\u202eGiả',
    device: 'javascript://x',
  }
  for (const template of templates) {
    for (const language of ['vi', 'en'] as const) {
      const { sms, title, text } = writeLetter(template, sly, { language, publicUrl })
      for (const line of [sms, title, text]) {
        assert.deepEqual(
          (line.match(/\S+:\/\/\S+|www\.\S+/g) ?? []).filter(
            (found) => !found.startsWith(`${publicUrl}/app/`),
          ),
          [],
        )
        assert.doesNotMatch(line, /[\n\u202e]/)
      }
    }
  }
})

test('letters lead to places of the app, and only a code is secret enough to have none', () => {
  for (const template of templates) {
    const form: LetterForm = letterForms[template]
    if (form.action) {
      assert.match(form.action.to, /^\/app\/[a-z/-]*$/)
    }
    if (template.startsWith('code')) {
      assert.equal(form.action, undefined)
    }
  }
})

test('a letter that lacks a value is refused when it is written', () => {
  assert.throws(() => writeLetter('code', { code: '1' }, { language: 'vi', publicUrl }), /lacks minutes/)
})

test('a long text is cut without splitting a character, and a part sent again has the same reference', () => {
  const text = `${'ă'.repeat(66)}😀${'b'.repeat(70)}`
  const parts = smsParts(text, 'letter-1', 'parts')
  const messages = parts.map((part) =>
    typeof part.short_message === 'object' ? part.short_message.message : '',
  )
  assert.deepEqual(
    messages.map((message) => message.length),
    [66, 67, 5],
  )
  assert.equal(messages.join(''), text)
  assert.deepEqual(parts, smsParts(text, 'letter-1', 'parts'))
  assert.equal(parts.length, measureSms(text).segments)
  const [latin] = smsParts('€'.repeat(100), 'letter-1', 'parts')
  assert.equal(latin?.data_coding, 0)
  assert.equal(smsParts('€'.repeat(100), 'letter-1', 'parts').length, measureSms('€'.repeat(100)).segments)
})

test('receipts are read from their fields or from the customary text, and nothing unfinished counts', () => {
  const read = (message: string, more = {}) =>
    readReceipt({ esm_class: 4, short_message: { message }, ...more })
  assert.deepEqual(
    read(
      'id:0a1b sub:001 dlvrd:001 submit date:2611241200 done date:2611241200 stat:DELIVRD err:000 text:Mã',
    ),
    { providerMessageId: '0a1b', outcome: 'delivered' },
  )
  assert.deepEqual(read('id:9 stat:UNDELIV err:001'), { providerMessageId: '9', outcome: 'failed' })
  assert.deepEqual(read('', { receipted_message_id: 'x', message_state: 3 }), {
    providerMessageId: 'x',
    outcome: 'failed',
  })
  assert.equal(read('id:9 stat:ENROUTE'), null)
  assert.equal(read('id:9 stat:ACCEPTD', { message_state: 6 }), null)
  assert.equal(read('nothing'), null)
  assert.equal(
    readReceipt({ esm_class: 0, short_message: { message: 'id:9 stat:DELIVRD' } }),
    null,
    'a message from a phone is no receipt',
  )
})
