import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from '../testing/any-text.ts'
import { compareKey, hasForbiddenCharacters, normaliseName, withoutAccents } from './vietnamese-text.ts'

const syllables = [
  'Nguyễn',
  'Thị',
  'Hòa',
  'hoà',
  'Thuý',
  'Đặng',
  'ƯỚC',
  'quỳnh',
  'Y',
  "H'Hen",
  'Niê',
  'Kbuôr',
  'Ƀlô',
  'José-María',
  'D’Arc',
  'Jr.',
  'Ơ̆',
  'Straße',
]
const anyName = fc
  .array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '))

test('a name is composed, trimmed and single-spaced, and its case is kept', () => {
  assert.deepEqual(normaliseName('  Nguyễn\u00a0 Thị   Mẫu '.normalize('NFD')), {
    ok: true,
    value: 'Nguyễn Thị Mẫu',
  })
})

test('names of minorities and of foreigners are names', () => {
  for (const name of [
    ...syllables,
    'Y Ƀlô Niê Kdăm',
    'Ksor Ơ̆',
    "O'Neil",
    'Jean-Luc Picard',
    'J. R. R. Tolkien',
    'O',
    'Łukasz Żółć',
    "'Aisha",
  ]) {
    assert.deepEqual(normaliseName(name), { ok: true, value: name.normalize('NFC') }, name)
  }
})

test('what cannot be in a name is refused with its reason', () => {
  const refused = {
    '': 'empty',
    '  \u00a0': 'empty',
    'Nguyễn 2': 'digits',
    'Nguyễn ２': 'digits',
    'Louis Ⅷ': 'digits',
    'An\nBình': 'control',
    'An\tB': 'control',
    'An\u0000': 'control',
    'An\u202eBình': 'bidi',
    'An\u200fB': 'bidi',
    'An\u200bBình': 'invisible',
    'An\u200d': 'invisible',
    '\ufeffAn': 'invisible',
    'An\u00adB': 'invisible',
    'An\u2060': 'invisible',
    'An\ue000': 'invisible',
    'An\ud800': 'invisible',
    'An\u034f': 'invisible',
    'An 😀': 'emoji',
    'An ❤️': 'emoji',
    'An 🇻🇳': 'emoji',
    Nguyеn: 'script',
    Αn: 'script',
    阮文: 'script',
    Ａn: 'script',
    𝐀n: 'script',
    ﬁ: 'script',
    ªn: 'script',
    ⁿn: 'script',
    'An ×': 'punctuation',
    Ɖặng: 'script',
    ĳ: 'script',
    ɑn: 'script',
    Hʼmông: 'script',
    ſ: 'script',
    'A\u0300\u0301\u0302\u0303\u0304': 'marks',
    'An \u0301': 'marks',
    '<b>': 'punctuation',
    'An|Bình': 'punctuation',
    'An, B': 'punctuation',
    '.': 'punctuation',
    '-An': 'punctuation',
    "An''; drop": 'punctuation',
    '--': 'punctuation',
    "'": 'punctuation',
    An_B: 'punctuation',
  }
  for (const [name, reason] of Object.entries(refused)) {
    assert.deepEqual(normaliseName(name), { ok: false, reason }, JSON.stringify(name))
  }
})

test('a name has at most 200 letters, and a flood is refused at once', () => {
  assert.ok(normaliseName('ế'.repeat(200).normalize('NFD')).ok)
  assert.deepEqual(normaliseName('a'.repeat(201)), { ok: false, reason: 'length' })
  assert.deepEqual(normaliseName('a'.repeat(10_000_000)), { ok: false, reason: 'length' })
})

test('every letter a name may have is the same letter in the other case and has a plain form', () => {
  const letters = Array.from({ length: 0x30000 }, (_, code) => String.fromCodePoint(code)).filter(
    (letter) => normaliseName(letter).ok,
  )
  assert.ok(letters.length > 500)
  for (const letter of letters) {
    assert.match(withoutAccents(letter), /^[A-Za-z]{1,2}$/, letter)
    for (const other of [letter.toUpperCase(), letter.toLowerCase()]) {
      assert.ok(normaliseName(other).ok, letter)
      assert.equal(compareKey(other), compareKey(letter), letter)
    }
  }
})

test('normalising twice is normalising once, for any text', () => {
  fc.assert(
    fc.property(fc.oneof(anyName, anyText()), (text) => {
      const once = normaliseName(text)
      if (!once.ok) {
        return
      }
      assert.deepEqual(normaliseName(once.value), once)
      assert.ok(!hasForbiddenCharacters(once.value))
    }),
  )
})

test('the place of the tone mark, case, spaces and the apostrophe do not make two names', () => {
  const same = [
    ['Hoà', 'Hòa'],
    ['thuý', 'thúy'],
    ['Khoẻ', 'KHỎE'],
    ['Nguyễn  Thị Hoà', 'NGUYỄN THỊ HÒA'],
    ["H'Hen", 'H’HEN'],
    ['Toàn', 'toàn'.normalize('NFD')],
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'straße'],
    ['\u00d0ặng', '\u0110ặng'],
  ]
  for (const [a = '', b = ''] of same) {
    assert.equal(compareKey(a), compareKey(b), `${a} ${b}`)
  }
})

test('different names keep different keys', () => {
  const keys = [
    'Hoa',
    'Hóa',
    'Hòa',
    'Hỏa',
    'Hõa',
    'Họa',
    'Hoă',
    'Thi',
    'Thy',
    'Quí',
    'Quý',
    'Dung',
    'Đung',
    'Dũng',
    'Dưng',
    'An Bình',
    'Anbình',
    'Toan',
    'Toán',
    'Toân',
  ].map(compareKey)
  assert.equal(new Set(keys).size, keys.length)
})

test('a key does not depend on case or composition, and a key is its own key', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const key = compareKey(name)
      for (const variant of [
        name.toUpperCase(),
        name.toLowerCase(),
        name.normalize('NFD'),
        ` ${name} `,
        key,
      ]) {
        assert.equal(compareKey(variant), key)
      }
    }),
  )
})

test('a text without accents is plain letters, of the same case', () => {
  assert.equal(withoutAccents('Nguyễn Thị Đào, đường Ước – H’Hen'), "Nguyen Thi Dao, duong Uoc – H'Hen")
  assert.equal(withoutAccents('Æsir Straße Łódź Ƀlô'), 'AEsir Strasse Lodz Blo')
  fc.assert(
    fc.property(anyName, (name) => {
      const plain = withoutAccents(name)
      assert.match(plain, /^[A-Za-z .'-]+$/)
      assert.equal(withoutAccents(plain), plain)
      assert.equal(withoutAccents(name.normalize('NFD')), plain)
    }),
  )
})

test('text that could hide or reorder other text is found, and lines are allowed only on request', () => {
  for (const text of [
    'a\u202eb',
    'a\u2066b',
    'a\u200bb',
    'a\u0007b',
    'a\u2028b',
    'a\ufe0fb',
    'a\u{e0041}b',
    'a\ud800',
  ]) {
    assert.ok(hasForbiddenCharacters(text), JSON.stringify(text))
    assert.ok(hasForbiddenCharacters(text, { lines: true }))
  }
  assert.ok(hasForbiddenCharacters('một\nhai'))
  assert.ok(!hasForbiddenCharacters('một\r\n\thai', { lines: true }))
  assert.ok(!hasForbiddenCharacters('Số 1, Phố Thử (tầng 2) 😀 €'))
})
