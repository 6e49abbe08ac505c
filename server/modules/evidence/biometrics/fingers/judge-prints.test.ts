import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fingers, type Finger } from '../../../../../formats/minutiae/finger.ts'
import { singleView, writeMinutiaeRecord } from '../../../../../formats/minutiae/minutiae-record.ts'
import { printsOf, registerPrintsOf } from '../../../../../testing/prints.ts'
import { referenceFingerMatcher as matcher } from './finger-matcher.ts'
import {
  comparePrint,
  judgePrints,
  judgeTries,
  type PrintException,
  type PrintTry,
  type ReferencePrint,
} from './judge-prints.ts'
import { exceptionReasons } from '../rules.ts'

const at = new Date('2026-11-20T03:00:00Z')
const have: readonly Finger[] = ['right-thumb', 'right-index', 'left-thumb', 'left-index']
const tried = (finger: Finger, outcome: PrintTry['outcome'], score = 0.5): PrintTry => ({
  finger,
  outcome,
  quality: outcome === 'poor' ? 12 : 70,
  score,
})
const judge = (tries: readonly PrintTry[], exceptions: readonly PrintException[] = [], known = have) =>
  judgeTries(known, tries, exceptions, at)
const three = (finger: Finger, outcome: PrintTry['outcome']): PrintTry[] =>
  [1, 2, 3].map(() => tried(finger, outcome))

test('two index fingers that match are enough, in any order', () => {
  assert.deepEqual([judge([]).verdict, judge([]).next], ['unfinished', 'right-index'])
  const one = judge([tried('left-index', 'match')])
  assert.deepEqual([one.verdict, one.matched, one.next], ['unfinished', 1, 'right-index'])
  assert.equal(judge([tried('left-index', 'match'), tried('right-index', 'match')]).verdict, 'match')
})

test('three tries, and the best of them counts; a fourth is as if it had not been', () => {
  const first = tried('right-index', 'match')
  assert.equal(
    judge([first, tried('left-index', 'poor'), tried('left-index', 'no-match'), tried('left-index', 'match')])
      .verdict,
    'match',
  )
  const late = judge([first, ...three('left-index', 'no-match'), tried('left-index', 'match')])
  assert.deepEqual(
    [late.verdict, late.perFinger.find(({ finger }) => finger === 'left-index')?.triesLeft],
    ['no-match', 0],
  )
})

test('a finger of somebody else refuses, however good the other ones are, and no exception covers it', () => {
  for (const reason of exceptionReasons) {
    const judged = judge(
      [tried('right-index', 'match'), ...three('left-index', 'no-match'), tried('right-thumb', 'match')],
      [{ finger: 'left-index', reason }],
    )
    assert.equal(judged.verdict, 'no-match', reason)
  }
  assert.equal(
    judge([tried('right-index', 'no-match')], [{ finger: 'right-index', reason: 'injured' }]).verdict,
    'no-match',
  )
})

test('a finger that is not there is replaced by the next one that the register has', () => {
  const judged = judge([tried('left-index', 'match')], [{ finger: 'right-index', reason: 'missing' }])
  assert.deepEqual([judged.verdict, judged.next], ['unfinished', 'right-thumb'])
  assert.equal(
    judge(
      [tried('left-index', 'match'), tried('right-thumb', 'match')],
      [{ finger: 'right-index', reason: 'missing' }],
    ).verdict,
    'match',
  )
})

test('worn skin is believed after three tries, not before', () => {
  const worn = [{ finger: 'right-index' as const, reason: 'worn' as const }]
  assert.equal(judge([tried('left-index', 'match'), tried('right-index', 'poor')], worn).next, 'right-index')
  const judged = judge([tried('left-index', 'match'), ...three('right-index', 'poor')], worn)
  assert.deepEqual(
    [judged.next, judged.perFinger.map(({ outcome }) => outcome)],
    ['right-thumb', ['exception', 'match', 'untaken']],
  )
})

test('when nothing is left to take, a second pair of eyes decides', () => {
  const judged = judge(
    have.flatMap((finger) => (finger === 'right-thumb' ? [tried(finger, 'match')] : three(finger, 'poor'))),
  )
  assert.deepEqual([judged.verdict, judged.matched, judged.needed, judged.next], ['exception', 1, 2, null])
  assert.equal(judge([], [], []).verdict, 'no-reference')
  assert.equal(judge([tried('right-index', 'match')], [], ['right-index']).verdict, 'exception')
  assert.equal(judge(have.flatMap((finger) => three(finger, 'unsure'))).verdict, 'exception')
})

const anyTry = fc.record({
  finger: fc.constantFrom(...fingers),
  outcome: fc.constantFrom(
    'match' as const,
    'no-match' as const,
    'unsure' as const,
    'poor' as const,
    'no-reference' as const,
  ),
  quality: fc.nat(100),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
})
const anyException = fc.record({
  finger: fc.constantFrom(...fingers),
  reason: fc.constantFrom(...exceptionReasons),
})

test('whatever is tried and excused, a match means two fingers that matched within their tries, and exceptions never turn a verdict into one', () => {
  fc.assert(
    fc.property(
      fc.array(anyTry, { maxLength: 25 }),
      fc.array(anyException, { maxLength: 6 }),
      fc.uniqueArray(fc.constantFrom(...fingers)),
      (tries, exceptions, known) => {
        const judged = judge(tries, exceptions, known)
        const matching = new Set(
          judged.perFinger
            .filter(({ finger }) =>
              tries
                .filter((one) => one.finger === finger)
                .slice(0, 3)
                .some(({ outcome }) => outcome === 'match'),
            )
            .map(({ finger }) => finger),
        )
        assert.equal(judged.matched, matching.size)
        if (judged.verdict === 'match') {
          assert.ok(judged.matched >= 2 && [...matching].every((finger) => known.includes(finger)))
        }
        if (judged.verdict === 'unfinished') {
          assert.ok(judged.next !== null && tries.filter(({ finger }) => finger === judged.next).length < 3)
        }
        if (!known.length) {
          assert.equal(judged.verdict, 'no-reference')
        }
      },
    ),
    { numRuns: 3000 },
  )
})

const person = (serial: number, hands: 'clean' | 'worn' = 'clean') => ({
  personalNumber: `94019100${String(serial).padStart(4, '0')}`,
  hands,
})
const registerOf = (one: ReturnType<typeof person>): ReferencePrint[] =>
  registerPrintsOf(one).map((template) => {
    const finger = singleView(template)?.view.finger
    assert.ok(finger)
    return { finger, template }
  })
const pressed = (one: ReturnType<typeof person>, press = 1): Buffer[] =>
  printsOf(one, { press }).map(({ template }) => Buffer.from(template, 'base64'))

test('the person herself matches, somebody else does not, and worn hands end with an exception', () => {
  const reference = registerOf(person(1))
  assert.equal(judgePrints(matcher, reference, pressed(person(1)), [], at).verdict, 'match')
  const others = [1, 2, 3].flatMap((press) => pressed(person(2), press))
  assert.equal(judgePrints(matcher, reference, others, [], at).verdict, 'no-match')
  const worn = person(3, 'worn')
  const tries = [1, 2, 3].flatMap((press) =>
    printsOf(worn, {
      press,
      which: ['right-index', 'left-index', 'right-thumb', 'left-thumb', 'right-middle', 'left-middle'],
    }).map(({ template }) => Buffer.from(template, 'base64')),
  )
  const judged = judgePrints(matcher, registerOf(worn), tries, [], at)
  assert.deepEqual(
    [judged.verdict, judged.matched, new Set(judged.perFinger.map(({ outcome }) => outcome))],
    ['exception', 0, new Set(['unread'])],
  )
})

test('bytes that are no record of one finger are told apart, and no quality is claimed for them', () => {
  assert.equal(comparePrint(matcher, registerOf(person(1)), Buffer.from('không phải vân tay'), at), null)
  assert.equal(matcher.quality(Buffer.alloc(40)), 0)
  assert.throws(() => judgePrints(matcher, [], [Buffer.alloc(3)], [], at))
  // A scanner that claims much with few points to compare is not believed.
  const boast = writeMinutiaeRecord({
    width: 300,
    height: 300,
    resolution: { x: 197, y: 197 },
    views: [
      {
        finger: 'right-index',
        view: 0,
        impression: 'live-plain',
        quality: 100,
        minutiae: [{ kind: 'ending', x: 1, y: 1, angle: 1, quality: 100 }],
      },
    ],
  })
  assert.equal(comparePrint(matcher, registerOf(person(1)), boast, at)?.outcome, 'poor')
})
