// The noun of an application: what can be accepted, what may be told, whatever is declared.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '../../../../kernel/problem.ts'
import {
  answerPortrait,
  askPortrait,
  decide,
  doubtsWithPortrait,
  settle,
  type EnrolmentState,
  type Evidence,
  type RefusalReason,
} from './enrolment.ts'
import { dueMoment } from '../rules.ts'

const names = ['Nguyễn Thị Hạnh', 'nguyễn thị hạnh', 'Nguyễn Thị Hoà', 'Trần Văn Bảo']
const days = ['1991-04-12', '1991-04-13', '1991', '2017-05-09', '2012-11-22', '2012-11-23']
const evidence: fc.Arbitrary<Evidence> = fc.record({
  declared: fc.record({
    personalNumber: fc.constant('940191004826'),
    fullName: fc.constantFrom(...names),
    birthDate: fc.constantFrom(...days),
    sex: fc.constantFrom('male' as const, 'female' as const, null),
    source: fc.constantFrom('typed' as const, 'qr' as const),
  }),
  registered: fc.option(
    fc.record({
      fullName: fc.constantFrom(...names),
      birthDate: fc.constantFrom(...days),
      sex: fc.constantFrom('male' as const, 'female' as const),
      isAlive: fc.boolean(),
      hasValidCard: fc.boolean(),
    }),
  ),
  portrait: fc.record({
    verdict: fc.constantFrom(
      'match' as const,
      'no-match' as const,
      'unsure' as const,
      'no-reference' as const,
    ),
    score: fc.double({ min: 0, max: 1, noNaN: true }),
    isAutomatic: fc.boolean(),
  }),
  hasAccount: fc.boolean(),
  isPhoneFree: fc.boolean(),
  leastAge: fc.constant(14),
  today: fc.constant('2026-11-22'),
})
const good: Evidence = {
  declared: {
    personalNumber: '940191004826',
    fullName: 'Nguyễn Thị Hạnh',
    birthDate: '1991-04-12',
    sex: 'female',
    source: 'typed',
  },
  registered: {
    fullName: 'NGUYỄN THỊ HẠNH',
    birthDate: '1991-04-12',
    sex: 'female',
    isAlive: true,
    hasValidCard: true,
  },
  portrait: { verdict: 'match', score: 0.99, isAutomatic: true },
  hasAccount: false,
  isPhoneFree: true,
  leastAge: 14,
  today: '2026-11-22',
}

test('nobody learns a reason from the register unless her portrait has matched', () => {
  fc.assert(
    fc.property(evidence, (e) => {
      if (e.portrait.verdict !== 'match' || !e.registered) {
        assert.equal(settle(e).verdict, 'review')
      }
    }),
    { numRuns: 2000 },
  )
})

test('an application is accepted only when everything agrees', () => {
  fc.assert(
    fc.property(evidence, (e) => {
      const isAccepted = settle(e).verdict === 'accept'
      const r = e.registered
      const agrees =
        r !== null &&
        r.isAlive &&
        r.hasValidCard &&
        e.portrait.verdict === 'match' &&
        e.portrait.isAutomatic &&
        !e.hasAccount &&
        e.isPhoneFree
      if (isAccepted) {
        assert.ok(agrees && r.birthDate.startsWith(e.declared.birthDate.slice(0, 4)), JSON.stringify(e))
      }
    }),
    { numRuns: 2000 },
  )
  assert.deepEqual(settle(good), { verdict: 'accept' })
})

test('each thing that disagrees by itself keeps an application from being accepted', () => {
  const registered = good.registered ?? assert.fail()
  const broken: Partial<Evidence>[] = [
    { registered: null },
    { registered: { ...registered, isAlive: false } },
    { registered: { ...registered, hasValidCard: false } },
    { registered: { ...registered, fullName: 'Trần Thị Hạnh' } },
    { registered: { ...registered, birthDate: '1991-04-13' } },
    { portrait: { ...good.portrait, verdict: 'unsure' } },
    { portrait: { ...good.portrait, verdict: 'no-match' } },
    { portrait: { ...good.portrait, isAutomatic: false } },
    { hasAccount: true },
    { isPhoneFree: false },
    { leastAge: 36 },
  ]
  for (const change of broken) {
    assert.notEqual(settle({ ...good, ...change }).verdict, 'accept', JSON.stringify(change))
  }
})

test('a number that is not in the register and a wrong face come to the same verdict, whatever else is so', () => {
  fc.assert(
    fc.property(evidence, (e) => {
      const absent = settle({ ...e, registered: null })
      const wrongFace = settle({ ...e, portrait: { ...e.portrait, verdict: 'no-match' } })
      assert.deepEqual([absent.verdict, wrongFace.verdict], ['review', 'review'])
    }),
    { numRuns: 500 },
  )
})

test('without a matcher nothing is ever accepted by rule', () => {
  fc.assert(
    fc.property(evidence, (e) =>
      assert.notEqual(settle({ ...e, portrait: { ...e.portrait, isAutomatic: false } }).verdict, 'accept'),
    ),
    { numRuns: 500 },
  )
})

test('on her fourteenth birthday she may, on the day before she may not', () => {
  const born = (birthDate: string): Evidence => ({
    ...good,
    declared: { ...good.declared, birthDate },
    registered: {
      fullName: good.declared.fullName,
      birthDate,
      sex: 'female',
      isAlive: true,
      hasValidCard: true,
    },
  })
  assert.equal(settle(born('2012-11-22')).verdict, 'accept')
  assert.deepEqual(settle(born('2012-11-23')), { verdict: 'refuse', reason: 'under-age' })
})

const states: EnrolmentState[] = ['submitted', 'in-review', 'waiting-citizen', 'accepted', 'refused']
test('an officer decides only what waits for her, and refuses only with a reason', () => {
  const codeOf = (state: EnrolmentState, verdict: 'accept' | 'refuse', reason?: RefusalReason): string => {
    try {
      return decide(state, verdict, reason)
    } catch (error) {
      return error instanceof Problem ? error.code : String(error)
    }
  }
  for (const state of states.filter((s) => s !== 'in-review')) {
    for (const verdict of ['accept', 'refuse'] as const) {
      assert.equal(codeOf(state, verdict, 'name-differs'), 'enrolment.already-decided')
    }
  }
  assert.equal(codeOf('in-review', 'accept'), 'accepted')
  assert.equal(codeOf('in-review', 'refuse', 'name-differs'), 'refused')
  assert.equal(codeOf('in-review', 'refuse'), 'enrolment.reason-required')
})

const ask = {
  fault: 'blurred',
  officerNumber: 'CB-1',
  askedAt: '2026-11-23T03:00:00.000Z',
  answerBy: '2026-11-30T10:00:00.000Z',
} as const
const codeOf = (step: () => unknown): string => {
  try {
    step()
    return 'ok'
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

test('another portrait is asked for only in review, and only so often', () => {
  const open = [{ ...ask, answeredAt: null }]
  const done = [{ ...ask, answeredAt: ask.askedAt }]
  assert.deepEqual(askPortrait('in-review', done, ask, 2), [...done, ...open])
  assert.equal(
    codeOf(() => askPortrait('in-review', [...done, ...done], ask, 2)),
    'enrolment.asked-enough',
  )
  for (const state of states.filter((one) => one !== 'in-review')) {
    const wanted = state === 'waiting-citizen' ? 'enrolment.waits-for-portrait' : 'enrolment.already-decided'
    assert.equal(
      codeOf(() => askPortrait(state, open, ask, 2)),
      wanted,
    )
    assert.equal(
      codeOf(() => decide(state, 'accept', undefined, { asks: open })),
      wanted,
    )
  }
})

test('it is answered only while it is waited for, to the very last moment', () => {
  const open = [{ ...ask, answeredAt: null }]
  const answer = (state: EnrolmentState, at: string, asks: Parameters<typeof answerPortrait>[1] = open) =>
    codeOf(() => answerPortrait(state, asks, at))
  assert.deepEqual(answerPortrait('waiting-citizen', open, ask.answerBy), [
    { ...ask, answeredAt: ask.answerBy },
  ])
  assert.equal(answer('waiting-citizen', '2026-11-30T10:00:00.001Z'), 'enrolment.answer-too-late')
  assert.equal(answer('refused', ask.askedAt), 'enrolment.answer-too-late')
  assert.equal(answer('refused', ask.askedAt, [{ ...ask, answeredAt: ask.askedAt }]), 'enrolment.not-asked')
  for (const state of ['submitted', 'in-review', 'accepted'] as const) {
    assert.equal(answer(state, ask.askedAt), 'enrolment.not-asked')
    assert.equal(answer(state, ask.askedAt, []), 'enrolment.not-asked')
  }
})

test('a portrait that is not compared yet is not accepted; it may be refused, or asked for again', () => {
  const before = { doubts: ['portrait-not-compared', 'name-differs'] } as const
  assert.equal(
    codeOf(() => decide('in-review', 'accept', undefined, before)),
    'enrolment.portrait-not-compared',
  )
  assert.equal(decide('in-review', 'refuse', 'suspected-fraud', before), 'refused')
  assert.equal(decide('in-review', 'accept', undefined, { doubts: ['name-differs'] }), 'accepted')
})

test('doubts of a face are those of the portrait that lies before the officer', () => {
  const portrait = { verdict: 'match', score: 0.9, isAutomatic: true } as const
  const before = ['portrait-differs', 'name-differs'] as const
  assert.deepEqual(doubtsWithPortrait(before, null), ['portrait-not-compared', 'name-differs'])
  const uncompared = doubtsWithPortrait(before, null)
  assert.deepEqual(doubtsWithPortrait(uncompared, portrait), ['name-differs'])
  assert.deepEqual(doubtsWithPortrait(['not-in-register'], null), ['not-in-register'])
  assert.deepEqual(doubtsWithPortrait(before, portrait), ['name-differs'])
  assert.deepEqual(doubtsWithPortrait(before, { ...portrait, verdict: 'unsure' }), [
    'portrait-unsure',
    'name-differs',
  ])
  assert.deepEqual(doubtsWithPortrait(before, { ...portrait, isAutomatic: false }), [
    'no-automatic-matcher',
    'name-differs',
  ])
  assert.deepEqual(doubtsWithPortrait(['not-in-register'], { ...portrait, verdict: 'no-reference' }), [
    'not-in-register',
  ])
})

test('one working day: Friday is due on Monday, and Tết is not counted', () => {
  const due = (at: string): string => dueMoment(new Date(at)).toISOString()
  // Thursday to Friday 17:00 in Vietnam.
  assert.equal(due('2026-11-19T09:00:00+07:00'), '2026-11-20T10:00:00.000Z')
  // Friday night to Monday.
  assert.equal(due('2026-11-20T23:59:00+07:00'), '2026-11-23T10:00:00.000Z')
  // Saturday half past midnight in Vietnam: received on Monday.
  assert.equal(due('2026-11-20T17:30:00Z'), '2026-11-24T10:00:00.000Z')
  // Before Tết to the Monday after.
  assert.equal(due('2026-02-13T09:00:00+07:00'), '2026-02-23T10:00:00.000Z')
  // Inside Tết.
  assert.equal(due('2026-02-18T09:00:00+07:00'), '2026-02-24T10:00:00.000Z')
  // The Saturday worked for 31 August.
  assert.equal(due('2026-08-21T09:00:00+07:00'), '2026-08-22T10:00:00.000Z')
})
