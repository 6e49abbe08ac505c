// Letters about cards: every reason and every word about the account fits what a text message and a letter
// may hold.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountWithCardWords, cardAdvice } from '../../contract/phrases/letters-card.ts'
import { measureSms } from '../../formats/sms-text.ts'
import { writeLetter } from '../modules/platform/notifications/write-letter.ts'

const publicUrl = 'https://id.example.vn'

test('every reason of a refused card application fits two text messages', () => {
  for (const reason of Object.values(cardAdvice)) {
    for (const language of ['vi', 'en'] as const) {
      const { sms } = writeLetter(
        'card-refused',
        { reference: 'SEN-7K2M-9QXA-C', reason },
        { language, publicUrl },
      )
      assert.ok(measureSms(sms).segments <= 2, `${measureSms(sms).units} ${sms}`)
    }
  }
})

test('a letter about a card without an account says nothing about one', () => {
  const { text } = writeLetter(
    'card-handed-over',
    { reference: 'SEN-7K2M-9QXA-C', account: accountWithCardWords.none },
    { language: 'vi', publicUrl },
  )
  assert.doesNotMatch(text, /tài khoản|\{/i)
})
