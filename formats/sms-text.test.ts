import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { measureSms } from './sms-text.ts'
import { withoutAccents } from './vietnamese-text.ts'

test('text without accents is gsm-7 and Vietnamese text is ucs-2', () => {
  assert.deepEqual(measureSms('Ma xac nhan cua ban la 123456'), { encoding: 'gsm-7', units: 29, segments: 1 })
  assert.deepEqual(measureSms('Mã xác nhận của bạn là 123456'), { encoding: 'ucs-2', units: 29, segments: 1 })
  assert.equal(measureSms('là').encoding, 'gsm-7')
  assert.equal(measureSms('á').encoding, 'ucs-2')
  assert.equal(measureSms('ç').encoding, 'ucs-2')
  assert.deepEqual(measureSms(''), { encoding: 'gsm-7', units: 0, segments: 0 })
})

test('one message holds 160 or 70, parts of a longer one 153 or 67', () => {
  const segments: [string, number, number][] = [
    ['a', 160, 1],
    ['a', 161, 2],
    ['a', 306, 2],
    ['a', 307, 3],
    ['ế', 70, 1],
    ['ế', 71, 2],
    ['ế', 134, 2],
    ['ế', 135, 3],
    ['€', 80, 1],
    ['€', 81, 2],
    ['😀', 35, 1],
    ['😀', 36, 2],
  ]
  for (const [character, count, expected] of segments) {
    assert.equal(measureSms(character.repeat(count)).segments, expected, `${count} ${character}`)
  }
})

test('a character of two units is not split between parts', () => {
  assert.deepEqual(measureSms('€'.repeat(153)), { encoding: 'gsm-7', units: 306, segments: 3 })
  assert.deepEqual(measureSms('😀'.repeat(67)), { encoding: 'ucs-2', units: 134, segments: 3 })
})

test('the basic table has 127 characters beside the escape, the extension ten', () => {
  const width = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
    .map(measureSms)
    .filter((measure) => measure.encoding === 'gsm-7')
  assert.equal(width.filter((measure) => measure.units === 1).length, 127)
  assert.equal(width.filter((measure) => measure.units === 2).length, 10)
})

test('a longer text never takes fewer parts of the same alphabet, and without accents it never takes more', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aă ầĐđ€ếX.'), maxLength: 400 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      if (measureSms(a).encoding === measureSms(a + b).encoding) {
        assert.ok(measureSms(a + b).segments >= measureSms(a).segments)
      }
      if (!a.includes('€')) {
        assert.ok(measureSms(withoutAccents(a)).segments <= measureSms(a).segments)
      }
    }),
  )
})
