import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { composeMrz, mrzCheckDigit, mrzNameLine, parseMrz } from './mrz.ts'
import { parsePartialDate, type PartialDate } from './partial-date.ts'
import { composePersonalNumber, parsePersonalNumber, type Sex } from './personal-number.ts'

/** Synthetic person of the domain notes: nobody has this number. */
const sample = [
  'IDVNM3000000171001300000017<<2',
  '0001155F4001153VNM<<<<<<<<<<<2',
  'NGUYEN<<THI<MAU<<<<<<<<<<<<<<<',
] as const

function date(text: string): PartialDate {
  const parsed = parsePartialDate(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}

function sampleContent(
  birth = '2000-01-15',
  expiryDay: string | null = '2040-01-15',
  name = 'Nguyễn Thị Mẫu',
) {
  const number = parsePersonalNumber('001300000017')
  assert.ok(number.ok)
  return { personalNumber: number.value, name, birthDate: date(birth), sex: 'female' as const, expiryDay }
}

const anyZone = fc
  .record({
    place: fc.constantFrom('001', '079', '101', '900'),
    sex: fc.constantFrom<Sex>('male', 'female'),
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    keep: fc.constantFrom(4, 7, 10),
    serial: fc.integer({ min: 0, max: 999_999 }),
    expiryDay: fc.constantFrom('2030-02-28', '2040-01-15', null),
    name: fc.constantFrom('Đặng Ước', 'Nguyễn Thị Mẫu', 'Ksor', "H'Hen Niê", 'Trần Văn A'),
  })
  .map((one) => {
    const two = (value: number) => String(value).padStart(2, '0')
    return {
      personalNumber: composePersonalNumber({
        provinceCode: one.place,
        sex: one.sex,
        birthYear: one.year,
        serial: one.serial,
      }),
      birthDate: date(`${one.year}-${two(one.month)}-${two(one.day)}`.slice(0, one.keep)),
      sex: one.sex,
      expiryDay: one.expiryDay,
      name: one.name,
    }
  })

test('the check digits are those of ICAO 9303 part 3', () => {
  assert.equal(mrzCheckDigit('520727'), '3')
  assert.equal(mrzCheckDigit('AB2134<<<'), '5')
  assert.equal(mrzCheckDigit('D23145890'), '7')
  assert.throws(() => mrzCheckDigit('a'), RangeError)
})

test('the synthetic card is composed and read', () => {
  assert.deepEqual(composeMrz(sampleContent()), sample)
  for (const text of [sample.join('\n'), sample.join(''), `${sample.join('\r\n')}\r\n`]) {
    assert.deepEqual(parseMrz(text), {
      ok: true,
      value: {
        personalNumber: '001300000017',
        surname: 'NGUYEN',
        otherNames: 'THI MAU',
        birthDate: '2000-01-15',
        sex: 'female',
        expiryDay: '2040-01-15',
      },
    })
  }
})

test('what is composed is read back, also with a partial birth date and no expiry', () => {
  fc.assert(
    fc.property(anyZone, (content) => {
      const read = parseMrz(composeMrz(content).join('\n'))
      assert.ok(read.ok)
      const { surname, otherNames, ...rest } = read.value
      const { name, ...given } = content
      assert.deepEqual(rest, given)
      assert.equal(mrzNameLine(`${surname} ${otherNames}`), mrzNameLine(name))
    }),
  )
})

test('one digit misread in the first two lines is always noticed', () => {
  fc.assert(
    fc.property(anyZone, fc.nat(59), fc.integer({ min: 1, max: 9 }), (content, place, shift) => {
      const text = composeMrz(content).join('')
      const was = text.charAt(place)
      if (!/[0-9]/.test(was)) {
        return
      }
      assert.ok(
        !parseMrz(text.slice(0, place) + String((Number(was) + shift) % 10) + text.slice(place + 1)).ok,
      )
    }),
    { numRuns: 1000 },
  )
})

test('a name is cut at thirty characters and its accents, apostrophes and hyphens leave', () => {
  assert.equal(mrzNameLine('Đỗ Thị Thanh-Hà'), 'DO<<THI<THANH<HA<<<<<<<<<<<<<<')
  assert.equal(mrzNameLine("H'Hen Niê"), 'HHEN<<NIE<<<<<<<<<<<<<<<<<<<<<')
  assert.equal(mrzNameLine('Công Tằng Tôn Nữ Huyền Trang Ngọc Bảo').length, 30)
  assert.equal(mrzNameLine('Ksor'), 'KSOR'.padEnd(30, '<'))
  for (const name of ['', '--', 'Иван', 'An 2']) {
    assert.throws(() => mrzNameLine(name), RangeError, name)
  }
})

test('a zone that is wrong is refused with the field that is wrong', () => {
  const [first, second, third] = sample
  const refused: [string, string][] = [
    ['', 'length'],
    [sample.join('').slice(1), 'length'],
    ['<'.repeat(1000), 'length'],
    [sample.join('').toLowerCase(), 'characters'],
    [`IDUTO${first.slice(5)}${second}${third}`, 'document'],
    [`${first.slice(0, 15)}002300000017<<2${second}${third}`, 'number-check'],
    [`${first.slice(0, 15)}003300000017<<2${second}${third}`, 'number'],
    [`${first.slice(0, 29)}3${second}${third}`, 'number-check'],
    [`${first}1${second.slice(1)}${third}`, 'birth-date-check'],
    [`${first}${second.slice(0, 7)}X${second.slice(8)}${third}`, 'sex'],
    [`${first}${second.slice(0, 14)}4${second.slice(15)}${third}`, 'expiry-check'],
    [`${first}${second.slice(0, 29)}3${third}`, 'composite-check'],
    [`${first}${second.slice(0, 15)}UTO${second.slice(18)}${third}`, 'nationality'],
    [`${first}${second}${'<'.repeat(30)}`, 'name'],
  ]
  for (const [text, reason] of refused) {
    assert.deepEqual(parseMrz(text), { ok: false, reason }, text)
  }
})

test('an expiry that two digits cannot say is not printed', () => {
  for (const expiryDay of ['2099-12-31', '1999-01-01', '2100-01-01', '2040', '2040-02-30']) {
    assert.throws(() => composeMrz(sampleContent('2000', expiryDay)), RangeError)
  }
})
