// What a passcode must not be, for whole kinds of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWeakPasscode, type KnownOf } from './weak-passcode.ts'

const hanh: KnownOf = { birthDate: '1991-04-12', personalNumber: '940191004826', phone: '+84917205836' }
const isWeak = (passcode: string, changes: Partial<KnownOf> = {}): boolean =>
  isWeakPasscode(passcode, { ...hanh, ...changes })

test('every run, every repeat and every writing of her birth date is weak, whatever the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 999 }), (digit, half) => {
      const block = String(half).padStart(3, '0')
      assert.ok(isWeak(String(digit).repeat(6)))
      assert.ok(isWeak(block + block))
    }),
  )
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }),
      (born) => {
        const iso = born.toISOString().slice(0, 10)
        const [y = '', m = '', d = ''] = iso.split('-')
        for (const passcode of [d + m + y.slice(2), y.slice(2) + m + d, m + d + y.slice(2), m + y, y + m]) {
          assert.ok(isWeak(passcode, { birthDate: iso }), `${passcode} ${iso}`)
        }
      },
    ),
  )
})

test('of all passcodes far more than nine in ten may be chosen', () => {
  let weak = 0
  for (let n = 0; n < 1_000_000; n += 97) {
    if (isWeak(String(n).padStart(6, '0'))) {
      weak++
    }
  }
  assert.ok(weak / (1_000_000 / 97) < 0.02)
})

test('of a birth date without its day the year is weak beside any two digits, in front and behind', () => {
  for (const birthDate of ['1958', '1958-08']) {
    for (let n = 0; n < 100; n++) {
      const two = String(n).padStart(2, '0')
      assert.ok(isWeak(`1958${two}`, { birthDate }) && isWeak(`${two}1958`, { birthDate }), two)
    }
    assert.ok(!isWeak('719583', { birthDate }))
  }
  assert.ok(!isWeak('195873', { birthDate: '' }), 'nobody knows a year')
})

test('six digits of her own number or phone are weak, wherever they stand there; backwards they are not', () => {
  const runsOf = (digits: string) =>
    Array.from({ length: digits.length - 5 }, (_, i) => digits.slice(i, i + 6))
  for (const run of [...runsOf('940191004826'), ...runsOf('0917205836')]) {
    assert.ok(isWeak(run), run)
  }
  assert.ok(!isWeak('628400') && !isWeak('638502'))
  assert.ok(!isWeak('720583', { phone: null }))
})
