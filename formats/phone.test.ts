import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatPhone, maskPhone, parsePhone, phoneAsRead, type PhoneNumber } from './phone.ts'

function phone(text: string): PhoneNumber {
  const parsed = parsePhone(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}

test('every usual way of writing a mobile number is the same number', () => {
  for (const text of [
    '0912345678',
    '0912 345 678',
    '+84912345678',
    '+84 912-345-678',
    '84912345678',
    '0084 912 345 678',
    '(+84) 912.345.678',
    '+840912345678',
    '+84 (0)912 345 678',
    '00840912345678',
    '840912345678',
    '\u202a+84912345678\u202c',
    '0912\u200b345678',
    'tel:+84912345678',
    ' 0912\u00a0345\u00a0678 ',
  ]) {
    assert.equal(phone(text), '+84912345678')
  }
  assert.equal(phone('0849123456'), '+84849123456')
})

test('what is not a Vietnamese mobile number is refused with its reason', () => {
  const refused = {
    '': 'length',
    '0': 'length',
    '091234567': 'length',
    '09123456789': 'length',
    '912345678': 'length',
    '+8400912345678': 'length',
    '+8409123456789': 'length',
    '+1 202 555 0100': 'country',
    '0085212345678': 'country',
    '0212345678': 'not-mobile',
    '0112345678': 'not-mobile',
    '+84612345678': 'not-mobile',
    '0912345abc': 'characters',
    '０９１２３４５６７８': 'characters',
    '0912+345678': 'characters',
    '++84912345678': 'characters',
  }
  for (const [text, reason] of Object.entries(refused)) {
    assert.deepEqual(parsePhone(text), { ok: false, reason }, text)
  }
  assert.deepEqual(parsePhone('0'.repeat(1_000_000)), { ok: false, reason: 'length' })
})

test('a number that is shown can be typed back, and a masked one cannot', () => {
  fc.assert(
    fc.property(fc.constantFrom('3', '5', '7', '8', '9'), fc.nat(99_999_999), (first, rest) => {
      const value = phone(`0${first}${String(rest).padStart(8, '0')}`)
      assert.equal(phone(formatPhone(value)), value)
      assert.equal(phone(value), value)
      assert.ok(!parsePhone(maskPhone(value)).ok)
    }),
  )
  assert.equal(formatPhone(phone('+84912345678')), '0912 345 678')
  assert.equal(maskPhone(phone('+84912345678')), '0912 ••• 678')
})

test('only what is kept as a whole number is read as one', () => {
  assert.equal(phoneAsRead('+84912345678'), '0912 345 678')
  for (const text of ['', '+8491234567', '+84 912 345 678', '0912345678', 'Số 8', '+84212345678']) {
    assert.equal(phoneAsRead(text), text)
  }
})
