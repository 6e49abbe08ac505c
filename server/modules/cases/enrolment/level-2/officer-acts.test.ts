// Security bar S11: random sequences of officers' acts against the product's own permits and nouns; whatever
// succeeds is held against a policy that was
// written apart from them. And the control: a hole that is planted is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ActSource, type Act, type Result } from '../../../../../testing/officer-acts/act.ts'
import { Chance } from '../../../../../testing/officer-acts/chance.ts'
import { CounterInMemory, realRules, type Rules } from '../../../../../testing/officer-acts/in-memory.ts'
import { Oracle } from '../../../../../testing/officer-acts/oracle.ts'
import { share, withoutTraces } from '../../../../../testing/thorough.ts'
import { officerWith } from '../../../../kernel/permit.ts'
import { isAboutAnother } from '../../../registry/organisations/second-eyes.ts'

const SEED = 20_261_126
const SEQUENCES = share(100_000)
const ACTS = { least: 8, most: 26 }

interface Found {
  readonly sequence: number
  readonly violation: string
  readonly acts: readonly Act[]
}
interface Run {
  readonly found: Found | null
  readonly ends: Map<string, number>
  readonly acts: number
}

const runSequences = (rules: Rules, count: number): Run => {
  const ends = new Map<string, number>()
  let total = 0
  for (let sequence = 0; sequence < count; sequence++) {
    const chance = new Chance(SEED + sequence)
    const isDisplacing = chance.is(0.3)
    const [counter, oracle, source] = [
      new CounterInMemory(rules, isDisplacing),
      new Oracle(isDisplacing),
      new ActSource(chance),
    ]
    const acts: Act[] = []
    for (let left = ACTS.least + chance.below(ACTS.most - ACTS.least); left > 0; left--) {
      const act = source.next()
      acts.push(act)
      const result = counter.run(act)
      total++
      note(ends, act, result)
      if (act.do === 'open' && result.ok) {
        source.sawOpened()
      }
      const violation = oracle.saw(act, result)
      if (violation) {
        return { found: { sequence, violation, acts }, ends, acts: total }
      }
    }
  }
  return { found: null, ends, acts: total }
}
const note = (ends: Map<string, number>, act: Act, result: Result): void => {
  const end = result.ok ? `${act.do} ${result.state ?? ''}` : result.code
  ends.set(end, (ends.get(end) ?? 0) + 1)
}

test(`${SEQUENCES} random sequences of officers' acts: none succeeds that the policy forbids`, (t) => {
  const { found, ends, acts } = withoutTraces(() => runSequences(realRules, SEQUENCES))
  t.diagnostic(`seed ${SEED}, ${SEQUENCES} sequences, ${acts} acts`)
  t.diagnostic(
    [...ends]
      .sort(([, a], [, b]) => b - a)
      .map(([end, n]) => `${end.trim()} ${n}`)
      .join(', '),
  )
  assert.equal(found, null, JSON.stringify(found))
  // A model that never gets anywhere would prove nothing.
  for (const reached of [
    'submit accepted',
    'submit waiting-second',
    'submit refused',
    'level-2.deceased',
    'level-2.no-valid-card',
    'second accepted',
    'second refused',
    'search ',
    'level-2.same-eyes',
    'level-2.about-yourself',
    'level-2.incomplete',
    'level-2.closed',
    'permit.refused',
    'counter.reference-required',
  ]) {
    assert.ok((ends.get(reached) ?? 0) > 100, `${reached} was reached ${ends.get(reached) ?? 0} times`)
  }
})

const { take, second } = realRules
/** Each is a mistake that somebody could make; what the model says of it. */
const holes: readonly (readonly [string, Partial<Rules>, RegExp])[] = [
  [
    'the second pair of eyes is not asked who she is',
    {
      second: {
        ...second,
        allows: (actor, found): actor is never => officerWith('level-2.second').allows(actor, found),
      },
    },
    /both pairs of eyes|about herself|nobody knows/,
  ],
  [
    'officer numbers are compared in place of persons',
    {
      second: {
        ...second,
        allows: (actor, found): actor is never =>
          officerWith('level-2.second').allows(actor, found) &&
          isAboutAnother(actor, found.aboutKey) &&
          found.takenBy[0] !== actor.officerId,
      },
    },
    /both pairs of eyes/,
  ],
  [
    'an officer may take her own case',
    {
      take: {
        ...take,
        allows: (actor, found): actor is never => officerWith('level-2.take').allows(actor, found),
      },
    },
    /about herself|nobody knows/,
  ],
  [
    'the task is not asked',
    {
      take: {
        ...take,
        allows: (actor, found): actor is never =>
          actor.kind === 'officer' && isAboutAnother(actor, found.aboutKey),
      },
    },
    /without the task|mandate had ended/,
  ],
  ['a mandate never ends', { isMandateInForce: () => true }, /mandate had ended/],
  [
    'what the register tells is not asked at opening',
    { refusalAtOpening: () => null },
    /nothing comes of it/,
  ],
  [
    'consent is not asked',
    { submit: (level2, standing) => realRules.submit(level2, { ...standing, consent: 'agreed' }) },
    /no consent|offline/,
  ],
  [
    'a displacement goes by rule',
    { submit: (level2, standing) => realRules.submit(level2, { ...standing, account: null }) },
    /displaces/,
  ],
  [
    "another's only way goes by rule",
    {
      submit: (level2, standing) =>
        realRules.submit(level2, {
          ...standing,
          phone: standing.phone === 'needs-two' ? 'free' : standing.phone,
        }),
    },
    /only way/,
  ],
  [
    'the second pair of eyes may waive what the law asks',
    {
      decideSecond: (level2, standing, verdict) =>
        level2.state === 'waiting-second' && verdict === 'confirm'
          ? { state: 'accepted' }
          : realRules.decideSecond(level2, standing, verdict),
    },
    /./,
  ],
  ['a seal is not asked for', { isSealed: () => true }, /no device of the desk signed/],
  [
    "a seal counts, whoever's it is",
    { isSealed: (signed) => signed !== 'none' },
    /no device of the desk signed/,
  ],
  [
    'a nonce of any time is good',
    { isSealed: (signed, of) => signed === 'stale' || realRules.isSealed(signed, of) },
    /no device of the desk signed/,
  ],
  [
    'a nonce is good for any case',
    { isSealed: (signed, of) => signed === 'other-case' || realRules.isSealed(signed, of) },
    /no device of the desk signed/,
  ],
  [
    "a device counts at another officer's desk",
    { isSealed: (signed, of) => signed === 'other-desk' || realRules.isSealed(signed, of) },
    /no device of the desk signed/,
  ],
  [
    'anybody at a counter may search',
    { search: { allows: () => true } },
    /search: without the task|search: after the mandate/,
  ],
]
for (const [what, hole, says] of holes) {
  test(`control: ${what}, and the model finds it`, (t) => {
    const { found, acts } = withoutTraces(() => runSequences({ ...realRules, ...hole }, 20_000))
    assert.ok(found, 'the planted hole was not found')
    assert.match(found.violation, says)
    t.diagnostic(`in sequence ${found.sequence} after ${acts} acts: ${found.violation}`)
  })
}
