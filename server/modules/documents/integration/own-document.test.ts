// A document that another register answers for: whose it is, what of it is kept, and when it is asked for
// again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { AT, found, her, holder, looked, none, rules, type } from '../../../../testing/register-answer.ts'
import { later } from '../../../kernel/clock.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { SourceAnswer, SourceRecord } from '../sources/source-wire.ts'
import { claimsOf, keysOf } from './claims-of-type.ts'
import { inForceOn } from './document-types.ts'
import { differenceOf, isHerNumber } from './match-holder.ts'
import { answered, begun, putOff, reported, silent, standingOn, told } from './own-document.ts'

const asked = begun({ number: '1234' }, AT)

test('a record under her number, or under the one she had before, is hers; under any other it is as good as none', () => {
  assert.ok(isHerNumber(holder, her))
  assert.ok(isHerNumber({ ...holder, personal_number: null, old_number: '181234567' }, her))
  const others: readonly (readonly [string | null, string | null])[] = [
    ['940191004827', null],
    ['940191004827', '181234567'],
    [null, '181234568'],
    [null, null],
  ]
  for (const [personal_number, old_number] of others) {
    const whose = { ...holder, personal_number, old_number }
    assert.equal(isHerNumber(whose, her), false)
    const after = answered(asked, found({ holder: whose }), looked)
    assert.deepEqual(
      [after, after?.content.values],
      [answered(asked, none, looked), null],
      'word for word what is answered when there is none',
    )
  }
  const without = { ...her, oldNumber: null }
  assert.equal(isHerNumber({ ...holder, personal_number: null, old_number: null }, without), false)
})

test('a name is hers however the register writes it, and not when a word is missing', () => {
  const says = (full_name: string) => differenceOf({ ...holder, full_name }, her)?.field ?? null
  for (const same of ['NGUYỄN THỊ HẠNH', 'Nguyễn  Thị Hạnh', 'NGUYEN THI HANH', 'Nguyen Thi Hanh']) {
    assert.equal(says(same), null, same)
  }
  for (const other of ['Nguyễn T. Hạnh', 'Nguyễn Thị Hạnh Phúc', 'Nguyễn Thị Hành', 'NGUYEN THI HAN']) {
    assert.equal(says(other), 'fullName', other)
  }
})

test('a year without a day is no other day of birth', () => {
  const says = (birth_date: string, ours = her.birthDate) =>
    differenceOf({ ...holder, birth_date }, { ...her, birthDate: ours })?.field ?? null
  assert.deepEqual(
    [says('1991'), says('1991-04'), says('1991-04-12'), says('1991-04-12', '1991')],
    [null, null, null, null],
  )
  assert.deepEqual(
    [says('1991-04-13'), says('1990'), says('1991-05')],
    ['birthDate', 'birthDate', 'birthDate'],
  )
})

test('what the register tells beyond the claims of the kind is not kept, and a record without them is no answer', () => {
  const more = { number: '1234', until: '2027-01-31', religion: 'x', points: 12, classes: ['A1'] }
  assert.deepEqual(claimsOf(type, more), { number: '1234', until: '2027-01-31', points: 12, classes: ['A1'] })
  const wrongs: readonly SourceRecord['values'][] = [
    {},
    { number: '' },
    { number: 12 },
    { number: '1234', until: 'soon' },
    { number: '1234', until: '2027-02-31T' },
    { number: '1234', until: '2027-02-31' },
    { number: '1234', points: '12' },
    { number: '1234', classes: 'A1' },
  ]
  for (const wrong of wrongs) {
    assert.equal(claimsOf(type, wrong), null, JSON.stringify(wrong))
    assert.equal(answered(asked, found({ values: wrong }), looked), null)
  }
})

test('a claim of a strange name is absent where the register says nothing of it', () => {
  const { words } = type.keys[0] ?? assert.fail()
  const claim = { name: 'constructor', words, kind: 'text' as const, isSensitive: false, isRequired: false }
  assert.deepEqual(claimsOf({ claims: [claim] }, {}), {})
})

test('a key is taken as people write it, and refused by its name and an example', () => {
  assert.deepEqual(keysOf(type, { number: ' 12-3.4 ', other: 'x' }, 'vi'), { number: '1234' })
  const plate = { keys: type.keys.map((key) => ({ ...key, pattern: '^[0-9]{2}[A-Z][0-9]{2}$' })) }
  assert.deepEqual(keysOf(plate, { number: '99a-12' }, 'vi'), { number: '99A12' })
  const wrongs: readonly Readonly<Record<string, string>>[] = [
    {},
    { number: '123' },
    { number: '12345' },
    { number: '12a4' },
    { toString: '1234' },
  ]
  for (const typed of wrongs) {
    assert.throws(
      () => keysOf(type, typed, 'en'),
      (error: unknown) =>
        error instanceof Problem &&
        error.code === 'documents.key-wrong' &&
        error.details.params?.['key'] === 'Paper' &&
        error.details.params['example'] === '1234',
    )
  }
})

test('one that is held stays as it was received while its register is silent, and is asked for again', () => {
  const held = answered(asked, found(), looked)
  assert.ok(held)
  assert.deepEqual(
    [held.state, held.standing, held.syncedAt, held.lookAt],
    ['held', 'valid', AT, new Date(AT.getTime() + 86_400_000)],
  )
  const nextDay = new Date(AT.getTime() + 86_400_000)
  const quiet = silent(held, { rules, at: nextDay })
  assert.deepEqual(
    [quiet.content, quiet.state, quiet.syncedAt, quiet.silentSince],
    [held.content, 'held', AT, nextDay],
  )
  assert.ok(quiet.lookAt > nextDay)
  const still = silent(quiet, { rules, at: new Date(nextDay.getTime() + 60_000) })
  assert.deepEqual(still.silentSince, nextDay, 'since the first silence')
  const back = answered(still, found({ values: { number: '1234', until: '2028-01-31' } }), looked)
  assert.deepEqual([back?.silentSince, back?.tries, back?.content.values?.['until']], [null, 0, '2028-01-31'])
})

test('one that is missing has a day to be answered by, is asked for less and less often, and found in the end', () => {
  let one = asked
  const waits: number[] = []
  for (let i = 0; i < 7; i++) {
    one = answered(one, none, looked) ?? one
    waits.push((one.lookAt.getTime() - AT.getTime()) / 1000)
  }
  assert.deepEqual([one.state, one.dueAt], ['missing', new Date(AT.getTime() + 10 * 86_400_000)])
  assert.deepEqual(waits, [60, 600, 3600, 21_600, 86_400, 86_400, 86_400])
  assert.deepEqual(answered(one, found(), looked)?.state, 'held')
})

test('the day to be answered by stands, however often it is asked for; her report begins a new one', () => {
  const missing = answered(asked, none, looked) ?? asked
  const inAWeek = later(AT, 7 * 86_400)
  const still = answered(missing, none, { ...looked, at: inAWeek }) ?? asked
  assert.deepEqual(still.dueAt, missing.dueAt)
  assert.deepEqual(reported(still, inAWeek, 10).dueAt, later(inAWeek, 10 * 86_400))
})

test('after a silence one that is missing is asked for as soon as at first, and is silent no more', () => {
  const quiet = silent(silent(silent(asked, looked), looked), looked)
  const missing = answered(quiet, none, looked)
  assert.deepEqual([missing?.silentSince, missing?.tries, missing?.lookAt], [null, 1, later(AT, 60)])
  const held = answered(asked, found(), looked) ?? asked
  assert.equal(answered(silent(held, looked), none, looked)?.silentSince, null)
})

test('one that may not be asked for just now is as it was, some seconds later', () => {
  assert.deepEqual(putOff(asked, looked), { ...asked, lookAt: later(AT, rules.full_s) })
  assert.ok(rules.full_s > 0)
})

test('what she reported of a difference is no report of a record that is gone', () => {
  const differs = answered(asked, found({ holder: { ...holder, full_name: 'Nguyễn H.' } }), looked) ?? asked
  const said = told(reported(differs, AT, 10))
  assert.equal(answered(said, none, looked)?.content.report, null)
})

test('one that its register has no more stays to be seen, and says so', () => {
  const held = answered(asked, found(), looked) ?? asked
  const gone = answered(held, none, looked)
  assert.deepEqual([gone?.state, gone?.standing, gone?.content.values], ['held', 'gone', held.content.values])
  assert.equal(answered(gone ?? held, found(), looked)?.standing, 'valid')
})

test('one that differs shows nothing of it but the difference; she reports it once, and a new difference anew', () => {
  const differs = answered(asked, found({ holder: { ...holder, full_name: 'Nguyễn T. Hạnh' } }), looked)
  assert.ok(differs)
  assert.deepEqual(
    [differs.state, differs.standing, differs.content.values, differs.content.difference],
    [
      'differs',
      null,
      null,
      { field: 'fullName', sourceSays: 'Nguyễn T. Hạnh', registerSays: 'Nguyễn Thị Hạnh' },
    ],
  )
  const said = reported(differs, AT, 10)
  assert.deepEqual([said.content.report, said.lookAt], [{ at: AT.toISOString(), isTold: false }, AT])
  assert.throws(() => reported(said, AT, 10), /documents.no-difference/)
  const again = answered(told(said), found({ holder: { ...holder, full_name: 'Nguyễn T. Hạnh' } }), looked)
  assert.deepEqual(
    again?.content.report,
    { at: AT.toISOString(), isTold: true },
    'asked again it is the same matter',
  )
  const other = answered(again ?? said, found({ holder: { ...holder, full_name: 'Nguyễn H.' } }), looked)
  assert.equal(other?.content.report, null)
  const right = answered(again ?? said, found(), looked)
  assert.deepEqual([right?.state, right?.dueAt, right?.content.report], ['held', null, null])
  assert.throws(() => reported(right ?? said, AT, 10), /documents.no-difference/)
})

test('of one that is missing she can say that it is hers', () => {
  const missing = answered(asked, none, looked) ?? asked
  const said = reported(missing, AT, 10)
  assert.equal(said.content.report?.isTold, false)
  assert.deepEqual(answered(told(said), none, looked)?.content.report, { at: AT.toISOString(), isTold: true })
  assert.throws(() => reported(asked, AT, 10), /documents.no-difference/, 'while it is still looked for')
})

test('its last day counts, whatever the register last said; what was revoked stays revoked', () => {
  const held = answered(asked, found(), looked) ?? asked
  assert.deepEqual(
    [standingOn(held, type, '2027-01-31'), standingOn(held, type, '2027-02-01')],
    ['valid', 'expired'],
  )
  const revoked = answered(asked, found({ standing: 'revoked' }), looked) ?? asked
  assert.equal(standingOn(revoked, type, '2027-02-01'), 'revoked')
  assert.equal(standingOn(held, { expiry: null }, '2099-01-01'), 'valid')
})

test('whatever registers answer in whatever order, values are shown of a held document alone', () => {
  const answers = fc.constantFrom<SourceAnswer | 'silent' | 'full' | 'report'>(
    none,
    found(),
    found({ standing: 'suspended' }),
    found({ holder: { ...holder, full_name: 'X' } }),
    found({ holder: { ...holder, personal_number: '940191004827' } }),
    found({ values: {} }),
    'silent',
    'full',
    'report',
  )
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 12 }), (course) => {
      let one = asked
      for (const step of course) {
        if (step === 'silent') {
          one = silent(one, looked)
        } else if (step === 'full') {
          one = putOff(one, looked)
        } else if (step === 'report') {
          one = one.state === 'missing' && !one.content.report ? reported(one, AT, 10) : one
        } else {
          one = answered(one, step, looked) ?? silent(one, looked)
        }
        assert.equal(one.content.values !== null, one.state === 'held')
        assert.equal(one.standing !== null, one.state === 'held')
        assert.equal(one.content.difference !== null, one.state === 'differs')
        assert.equal(one.dueAt !== null, one.state === 'missing' || one.state === 'differs')
        assert.ok(one.lookAt >= AT)
        assert.ok(!one.content.report || one.state === 'missing' || one.state === 'differs')
      }
    }),
  )
})

test('of one kind the latest version that has begun is meant', () => {
  const next = { ...type, version: 2, from: '2027-01-01' }
  assert.deepEqual(
    [
      inForceOn([next, type], '2026-12-31'),
      inForceOn([type, next], '2027-01-01'),
      inForceOn([next, type], '2027-01-01'),
      inForceOn([type], '2020-01-01'),
    ],
    [[type], [next], [next], []],
  )
})
