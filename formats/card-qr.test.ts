import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyText } from '../testing/any-text.ts'
import { composeCardQr, parseCardQr, type CardQr } from './card-qr.ts'
import { parsePartialDate, type PartialDate } from './partial-date.ts'
import { composePersonalNumber } from './personal-number.ts'

/** Synthetic person of the domain notes: nobody has this number. */
const sample =
  '001300000017||Nguyễn Thị Mẫu|15012000|Nữ|Số 1, Phố Thử, Phường Ba Đình, Thành phố Hà Nội|02072024'

function date(text: string): PartialDate {
  const parsed = parsePartialDate(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}

function read(text: string): CardQr {
  const parsed = parseCardQr(text)
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.value
}

/** The sample with one of its fields replaced. */
function withField(index: number, field: string): string {
  return sample.split('|').with(index, field).join('|')
}

test('the synthetic card is read and written', () => {
  assert.deepEqual(read(sample), {
    personalNumber: '001300000017',
    oldIdentityNumber: null,
    name: 'Nguyễn Thị Mẫu',
    birthDate: '2000-01-15',
    sex: 'female',
    address: 'Số 1, Phố Thử, Phường Ba Đình, Thành phố Hà Nội',
    issueDate: '2024-07-02',
    extra: [],
  })
  assert.equal(composeCardQr(read(sample)), sample)
})

test('a decomposed text, a line end of a hand scanner, an old number, a birth year and extra fields are read', () => {
  assert.deepEqual(read(`${sample.normalize('NFD')}\r\n`), read(sample))
  assert.equal(read(withField(1, '012345678')).oldIdentityNumber, '012345678')
  assert.equal(read(withField(3, '1958')).birthDate, '1958')
  assert.deepEqual(read(`${sample}||Nguyễn Văn Cha|Trần Thị Mẹ|`).extra, [
    '',
    'Nguyễn Văn Cha',
    'Trần Thị Mẹ',
    '',
  ])
})

test('a text that is not exactly a card is refused with the field that is wrong', () => {
  const refused: [string, string][] = [
    ['', 'fields'],
    [sample.split('|').slice(0, 6).join('|'), 'fields'],
    [`${sample}|${'x'.repeat(1000)}`, 'length'],
    [`${sample}|${'x'.repeat(201)}`, 'extra'],
    [sample + '|'.repeat(17), 'extra'],
    [`${sample}\n\n`, 'characters'],
    [withField(2, 'Nguyễn\u202e Mẫu'), 'characters'],
    [withField(5, 'Số\u200b 1'), 'characters'],
    [withField(5, 'Số\u0000 1'), 'characters'],
    [withField(0, '001 300 000017'), 'personal-number'],
    [withField(0, '000300000017'), 'personal-number'],
    [withField(1, '12345678'), 'old-identity-number'],
    [withField(2, ''), 'name'],
    [withField(2, '<script>'), 'name'],
    [withField(3, '31022000'), 'birth-date'],
    [withField(3, '012000'), 'birth-date'],
    [withField(3, ''), 'birth-date'],
    [withField(4, 'nữ'), 'sex'],
    [withField(4, 'Nu'), 'sex'],
    [withField(5, ' '), 'address'],
    [withField(5, 'x'.repeat(301)), 'address'],
    [withField(6, '2024'), 'issue-date'],
    [withField(6, ''), 'issue-date'],
    [` ${sample}`, 'personal-number'],
  ]
  for (const [text, reason] of refused) {
    assert.deepEqual(parseCardQr(text), { ok: false, reason }, text)
  }
})

test('what is written is read back', () => {
  const anyCard = fc.record(
    {
      personalNumber: fc
        .nat(999_999)
        .map((serial) =>
          composePersonalNumber({ provinceCode: '900', sex: 'male', birthYear: 1958, serial }),
        ),
      oldIdentityNumber: fc.constantFrom(null, '012345678'),
      name: fc.constantFrom('Trần Văn A', "H'Hen Niê", 'ĐẶNG ƯỚC'),
      birthDate: fc.constantFrom('1958', '1958-08-20').map(date),
      sex: fc.constantFrom('male' as const, 'female' as const),
      address: fc.constantFrom('Thôn 1, Xã Thử, Tỉnh Gia Lai', 'A'),
      issueDate: fc.constant(date('2026-01-02')),
      extra: fc.array(fc.constantFrom('', 'Cha', '000123456'), { maxLength: 5 }),
    },
    { noNullPrototype: true },
  )
  fc.assert(fc.property(anyCard, (card) => assert.deepEqual(read(composeCardQr(card)), card)))
})

test('any text at all is answered, and what is accepted is a fixed point', () => {
  const piece = fc.oneof(anyText(20), fc.constantFrom(...sample.split('|')))
  const nearCards = fc
    .record({ index: fc.nat(6), field: piece })
    .map(({ index, field }) => withField(index, field))
  fc.assert(
    fc.property(
      fc.oneof(
        nearCards,
        fc.array(piece).map((pieces) => pieces.join('|')),
      ),
      (text) => {
        const parsed = parseCardQr(text)
        if (parsed.ok) {
          assert.deepEqual(read(composeCardQr(parsed.value)), parsed.value)
        }
      },
    ),
  )
})

test('a card that could not be read back is not written', () => {
  const card = read(sample)
  for (const wrong of [
    { address: 'a|b' },
    { name: 'An|' },
    { extra: ['a|b'] },
    { address: 'a\nb' },
    { issueDate: date('2024') },
  ]) {
    assert.throws(() => composeCardQr({ ...card, ...wrong }), RangeError)
  }
})
