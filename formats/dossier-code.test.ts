import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { composeDossierCode, parseDossierCode, parseOfficialCode } from './dossier-code.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyBytes = fc.uint8Array({ minLength: 5, maxLength: 5 })
const anyCode = anyBytes.map(composeDossierCode)

test('a code has a prefix, two groups of four and a check character', () => {
  assert.equal(composeDossierCode(new Uint8Array(5)), 'SEN-0000-0000-0')
  assert.match(
    composeDossierCode(Uint8Array.of(0x12, 0x34, 0x56, 0x78, 0x9a)),
    /^SEN-28T5-CY4T-[0-9A-HJKMNP-TV-Z]$/,
  )
  for (const length of [0, 4, 6]) {
    assert.throws(() => composeDossierCode(new Uint8Array(length)), RangeError)
  }
})

test('different bits make different codes, and every code is read back as itself', () => {
  fc.assert(
    fc.property(anyBytes, anyBytes, (a, b) => {
      const code = composeDossierCode(a)
      assert.deepEqual(parseDossierCode(code), { ok: true, value: code })
      assert.equal(code === composeDossierCode(b), Buffer.from(a).equals(b))
    }),
  )
})

test('a code may be typed in any case, with I, L and O, with or without dashes and prefix', () => {
  fc.assert(
    fc.property(
      anyCode,
      fc.constantFrom('I', 'i', 'L', 'l'),
      fc.constantFrom('O', 'o'),
      (value, one, zero) => {
        const bare = value.slice(4).replaceAll('-', '')
        for (const typed of [
          value.toLowerCase(),
          value.replaceAll('-', ''),
          ` ${bare} `,
          value.replaceAll('-', ' – '),
          `sen${bare.replaceAll('1', one).replaceAll('0', zero)}`,
        ]) {
          assert.deepEqual(parseDossierCode(typed), { ok: true, value }, typed)
        }
      },
    ),
  )
})

test('every single wrong character is noticed', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      for (let index = 0; index < code.length; index++) {
        if (code.charAt(index) === '-') {
          continue
        }
        for (const other of alphabet) {
          if (other !== code.charAt(index)) {
            assert.ok(!parseDossierCode(code.slice(0, index) + other + code.slice(index + 1)).ok)
          }
        }
      }
    }),
  )
})

test('every swap of two different characters is noticed, neighbours or not, also around a dash and the prefix', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const letters = [...code.replaceAll('-', '')]
      for (let a = 0; a < letters.length; a++) {
        for (let b = a + 1; b < letters.length; b++) {
          const [first = '', second = ''] = [letters[a], letters[b]]
          if (first !== second) {
            assert.ok(!parseDossierCode(letters.with(a, second).with(b, first).join('')).ok)
          }
        }
      }
    }),
  )
})

test('what is no code is refused with its reason', () => {
  const refused = {
    '': 'length',
    'SEN-0000-0000': 'length',
    'SEN-0000-0000-00': 'length',
    'SET-0000-0000-0': 'prefix',
    'SEN-0000-000U-0': 'characters',
    'SEN-0000-000*-0': 'characters',
    'ſEN-0000-0000-0': 'characters',
    'SEN-００００-0000-0': 'characters',
    'SEN-0000-0000-1': 'check',
  }
  for (const [text, reason] of Object.entries(refused)) {
    assert.deepEqual(parseDossierCode(text), { ok: false, reason }, text)
  }
  assert.deepEqual(parseDossierCode('-'.repeat(1_000_000)), { ok: false, reason: 'length' })
})

test('an official code is read as a person types it, and nothing else is one', () => {
  for (const typed of ['TD-01-261130-0001', 'td-01 261130 0001', ' TD–01–261130–0001 ']) {
    assert.deepEqual(parseOfficialCode(typed), { ok: true, value: 'TD-01-261130-0001' }, typed)
  }
  for (const wrong of [
    '',
    'TD-01-26113-0001',
    'TD-01-261130-001',
    '-261130-0001',
    '940191004826',
    'TD/01-261130-0001',
  ]) {
    assert.equal(parseOfficialCode(wrong).ok, false, wrong)
  }
})
