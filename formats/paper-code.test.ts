import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { composePaperCode, parsePaperCode } from './paper-code.ts'

const anyBytes = fc.uint8Array({ minLength: 12, maxLength: 12 })
const anyCode = anyBytes.map(composePaperCode)

test("a paper's code is five groups of four that nobody takes for one another", () => {
  assert.equal(composePaperCode(new Uint8Array(12)), '0000-0000-0000-0000-0000')
  fc.assert(
    fc.property(anyCode, (code) => {
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
    }),
  )
  for (const length of [0, 11, 13]) {
    assert.throws(() => composePaperCode(new Uint8Array(length)), RangeError)
  }
})

test('95 of its bits are drawn: codes differ whenever these do', () => {
  fc.assert(
    fc.property(anyBytes, fc.integer({ min: 1, max: 95 }), (bytes, bit) => {
      const other = Uint8Array.from(bytes)
      const place = 12 - Math.ceil(bit / 8)
      other[place] = (other[place] ?? 0) ^ (1 << ((bit - 1) % 8))
      assert.notEqual(composePaperCode(other), composePaperCode(bytes))
    }),
  )
})

test('it is read in any case, with I, L and O, with or without its dashes', () => {
  fc.assert(
    fc.property(
      anyCode,
      fc.constantFrom('I', 'i', 'L', 'l'),
      fc.constantFrom('O', 'o'),
      (value, one, zero) => {
        for (const typed of [
          value,
          value.toLowerCase(),
          ` ${value.replaceAll('-', '')} `,
          value.replaceAll('-', ' – '),
          value.replaceAll('-', '').replaceAll('1', one).replaceAll('0', zero),
        ]) {
          assert.deepEqual(parsePaperCode(typed), { ok: true, value }, typed)
        }
      },
    ),
  )
})

test('every wrong character and every swap of two is told as a slip of the hand, not as a forged paper', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(19), fc.nat(19), fc.nat(30), (code, at, to, step) => {
      const letters = [...code.replaceAll('-', '')]
      const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const wrong = [...letters]
      wrong[at] = alphabet.charAt((alphabet.indexOf(letters[at] ?? '') + 1 + step) % 32)
      assert.deepEqual(parsePaperCode(wrong.join('')), { ok: false, reason: 'check' })
      if (letters[at] !== letters[to]) {
        const swapped = [...letters]
        swapped[at] = letters[to] ?? ''
        swapped[to] = letters[at] ?? ''
        assert.deepEqual(parsePaperCode(swapped.join('')), { ok: false, reason: 'check' })
      }
    }),
  )
})

test('what is too short, too long or of other letters is refused by its reason', () => {
  for (const [text, reason] of [
    ['', 'length'],
    ['0000-0000-0000-0000-000', 'length'],
    ['0000-0000-0000-0000-0000-0', 'length'],
    ['0'.repeat(81), 'length'],
    ['0000-0000-0000-0000-000U', 'characters'],
    ['0000-0000-0000-0000-000đ', 'characters'],
    ['0000-0000-0000-0000-000ſ', 'characters'],
  ] as const) {
    assert.deepEqual(parsePaperCode(text), { ok: false, reason }, text)
  }
})
