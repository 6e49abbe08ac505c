// What of an answer of the register of judgments is somebody's, and what a certificate may name of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../../../../kernel/problem.ts'
import { her } from '../../../../../testing/register-answer.ts'
import { judgmentOf } from '../../../../../testing/judgment-register.ts'
import type { JudgmentHolder } from '../../../../../world/agencies/judgment-records.ts'
import type { JudgmentsAnswer } from '../../../documents/sources/judgment-wire.ts'
import {
  answeredAnew,
  isTold,
  judgmentsOf,
  matchOf,
  mustHaveRead,
  needsSecond,
  openEntries,
  sealOf,
  settledAs,
  withoutOthers,
} from './judgments.ts'

const AT = new Date('2026-11-24T03:00:00Z')
const DAY = '2026-11-24'
const hers: JudgmentHolder = {
  personal_number: her.personalNumber,
  old_number: null,
  full_name: 'NGUYEN THI HANH',
  birth_date: '1991-04-12',
}
const nobody = { ...hers, personal_number: null }
const answer = (...judgments: ReturnType<typeof judgmentOf>[]): JudgmentsAnswer => ({
  answer: 'found',
  as_of: DAY,
  judgments: judgments.map((one) => ({ ...one, offences: [...one.offences] })),
  bans: [],
})
const said = (...judgments: ReturnType<typeof judgmentOf>[]) =>
  judgmentsOf(answer(...judgments), { her, withBans: false, at: AT })
const codeOf = (deed: () => unknown): string => {
  try {
    deed()
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
  return 'done'
}
const byOfficer = (isHers: boolean) => ({
  isHers,
  note: 'đối chiếu vân tay',
  by: 'CB-1',
  at: AT.toISOString(),
})
const one = { result: { paper: 'criminal-record-1' } } as Parameters<typeof mustHaveRead>[1]

test('a judgment is hers by number and name together; a likeness is for an officer to settle', () => {
  const cases: readonly (readonly [Partial<JudgmentHolder>, ReturnType<typeof matchOf>])[] = [
    [{}, 'hers'],
    [{ birth_date: '1991' }, 'hers'],
    [{ personal_number: null, old_number: her.oldNumber }, 'hers'],
    [{ full_name: 'Trần Thị Hạnh' }, 'other-name'],
    [{ birth_date: '1990-04-12' }, 'other-name'],
    [{ personal_number: null, old_number: her.oldNumber, full_name: 'Lý Văn Sáu' }, 'other-name'],
    [{ personal_number: '940191004999' }, 'other-number'],
    [{ personal_number: null, old_number: '999999999' }, 'other-number'],
    [{ personal_number: null }, 'no-number'],
    [{ personal_number: '940191004999', full_name: 'Lý Thị Sáu' }, null],
    [{ personal_number: null, birth_date: '1990' }, null],
  ]
  for (const [changes, match] of cases) {
    assert.equal(matchOf({ ...hers, ...changes }, her), match, JSON.stringify(changes))
  }
})

test('what nothing ties to her is not kept, and of a namesake’s number only what tells two people apart', () => {
  const stranger = judgmentOf({ ...hers, personal_number: '940191004999', full_name: 'Lý Thị Sáu' })
  const namesake = judgmentOf({ ...hers, personal_number: '940191004999' })
  const kept = said(stranger, namesake)
  assert.deepEqual(
    kept.judgments.map(({ reference }) => reference),
    [namesake.reference],
  )
  assert.doesNotMatch(JSON.stringify(kept), /940191004999/)
  assert.deepEqual([openEntries(kept), needsSecond(kept)], [1, true])
})

test('bans that nobody asked for are not kept, whatever the register sends', () => {
  const { judgments: _, ...rest } = answer()
  const ban = { ...judgmentOf(hers), office: 'Giám đốc', term: '3 năm' }
  const sent = { ...rest, judgments: [], bans: [ban] }
  assert.equal(judgmentsOf(sent, { her, withBans: false, at: AT }).bans, null)
  assert.equal(judgmentsOf(sent, { her, withBans: true, at: AT }).bans?.length, 1)
})

test('no. 1 does not know what is expunged, from that very day on; no. 2 names all that is hers', () => {
  const on = (expunged_on: string | null) =>
    said(judgmentOf(hers, { expunged_on })).judgments[0] ?? assert.fail()
  assert.deepEqual(
    [null, '2026-11-25', '2026-11-24', '2020-01-01'].map((day) => isTold(on(day), 1, DAY)),
    [true, true, false, false],
  )
  assert.equal(isTold(on('2020-01-01'), 2, DAY), true)
})

test('a namesake is told on no certificate until somebody has said that it is she', () => {
  const namesake = judgmentOf(nobody)
  const open = said(namesake)
  const told = (of: typeof open) => of.judgments.map((each) => isTold(each, 2, DAY))
  assert.deepEqual(told(open), [false])
  const [yes, no] = [true, false].map((is) => settledAs(open, namesake.reference, byOfficer(is)))
  assert.ok(yes && no)
  assert.deepEqual([told(yes), told(no), openEntries(yes), openEntries(no)], [[true], [false], 0, 0])
  assert.equal(needsSecond(no), true, 'a second officer looks at what was settled')
  assert.deepEqual(withoutOthers(no).judgments, [], 'and then it leaves her dossier')
})

test('what was said of a namesake stands when the register says the same again, and not when it says otherwise', () => {
  const namesake = judgmentOf(nobody)
  const settled = settledAs(said(namesake), namesake.reference, byOfficer(false))
  assert.equal(openEntries(answeredAnew(said(namesake), settled)), 0)
  const changed = { ...namesake, holder: { ...nobody, personal_number: '940191004999' } }
  assert.equal(openEntries(answeredAnew(said(changed), settled)), 1)
  assert.equal(openEntries(answeredAnew(said(namesake, judgmentOf(nobody)), settled)), 1)
})

test('nobody settles what is hers by number and name, or what is not there', () => {
  const plain = judgmentOf(hers)
  const answered = said(plain)
  for (const reference of [plain.reference, 'BA-0']) {
    assert.equal(
      codeOf(() => settledAs(answered, reference, byOfficer(false))),
      'services.no-such-entry',
    )
  }
})

test('nothing is put forward without an answer, with an open entry, or by somebody who has read another answer', () => {
  const namesake = judgmentOf(nobody)
  const open = said(namesake)
  const settled = settledAs(open, namesake.reference, byOfficer(false))
  const refusals = [
    codeOf(() => mustHaveRead(null, one, undefined)),
    codeOf(() => mustHaveRead(open, one, sealOf(open))),
    codeOf(() => mustHaveRead(settled, one, sealOf(open))),
    codeOf(() => mustHaveRead(said(), one, undefined)),
    codeOf(() => mustHaveRead(settled, one, sealOf(settled))),
    codeOf(() => mustHaveRead(null, { result: { paper: 'ct07' } } as typeof one, undefined)),
  ]
  assert.deepEqual(refusals, [
    'services.register-waits',
    'services.entries-open',
    'services.record-not-seen',
    'services.record-not-seen',
    'done',
    'done',
  ])
})
