// Security bar S11 for cards: random sequences of acts against the product's own permits and noun; whatever
// succeeds is held against a policy that is written apart from them. And the control: a hole that is planted
// is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Desk } from '../../../../testing/card-acts/desk.ts'
import { rules, type Rules } from '../../../../testing/card-acts/rules.ts'
import { acts, fitting, HERSELF, staff, stepsOf, type Act } from '../../../../testing/card-acts/staff.ts'
import { Chance } from '../../../../testing/officer-acts/chance.ts'
import { share, withoutTraces } from '../../../../testing/thorough.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { Problem } from '../../../kernel/problem.ts'
import { mustBeHandable, mustBePrintable, submit } from './card-decision.ts'

const SEED = 20_261_127
const SEQUENCES = share(50_000)
const runAll = (tried: Rules, sequences: number) => {
  const ends = new Map<string, number>()
  for (let sequence = 0; sequence < sequences; sequence++) {
    const chance = new Chance(SEED + sequence)
    const desk = new Desk(tried, chance)
    const honest = 0.5 + chance.next() * 0.45
    let planned = 0
    for (let left = 16 + chance.below(28); left > 0; left--) {
      const plan = stepsOf[desk.state]
      const isHonest = chance.is(honest) && plan.length > 0
      const act: Act = isHonest
        ? (plan[planned++ % plan.length] ?? 'wait')
        : chance.is(0.1)
          ? chance.of(['wait', 'death', 'spoil', 'change'] as const)
          : chance.of(acts)
      try {
        const violation = desk.run(act, isHonest && chance.is(0.85) ? fitting(desk.state) : chance.of(staff))
        if (violation) {
          return { ends, violation: `${sequence}: ${act}: ${violation}` }
        }
        ends.set(`${act} ${desk.state}`, (ends.get(`${act} ${desk.state}`) ?? 0) + 1)
      } catch (error) {
        if (!(error instanceof Problem)) {
          throw error
        }
        ends.set(error.code, (ends.get(error.code) ?? 0) + 1)
      }
    }
  }
  return { ends, violation: null }
}

test(`${SEQUENCES} random sequences of acts on cards: none succeeds that the policy forbids`, (t) => {
  const { ends, violation } = withoutTraces(() => runAll(rules, SEQUENCES))
  t.diagnostic(
    [...ends]
      .sort(([, a], [, b]) => b - a)
      .map(([end, n]) => `${end} ${n}`)
      .join(', '),
  )
  assert.equal(violation, null)
  // A model that never gets anywhere would prove nothing.
  for (const reached of [
    'submit accepted',
    'submit waiting-second',
    'second accepted',
    'print printed',
    'receive ready',
    'hand-over handed-over',
    'permit.refused',
    'card.incomplete',
    'card.changes-open',
  ]) {
    assert.ok((ends.get(reached) ?? 0) > share(100), `${reached} was reached ${ends.get(reached) ?? 0} times`)
  }
})

const anybody = (actor: Actor): actor is Officer =>
  actor.kind === 'officer' &&
  actor.officeId === 'here' &&
  actor.personKey !== null &&
  actor.tasks.includes('card.take') &&
  actor.personKey !== HERSELF
const holes: readonly (readonly [string, Partial<Rules>, RegExp])[] = [
  ['the taker may print', { print: anybody }, /the taker prints/],
  ['the printer may hand over', { hand: anybody }, /the printer hands over/],
  ['one person is both pairs of eyes', { second: anybody }, /both pairs of eyes/],
  [
    'consent is not asked',
    { submit: (application, standing) => submit(application, { ...standing, consent: 'agreed' }) },
    /without her consent/,
  ],
  [
    'the recipient is not asked for',
    {
      mustBeHandable: (application, standing) =>
        mustBeHandable(
          {
            ...application,
            content: {
              ...application.content,
              recipient: [
                { at: standing.at.toISOString(), by: 'portrait', isMatch: true, isUnsigned: false },
              ],
            },
          },
          standing,
        ),
    },
    /not proven today/,
  ],
  [
    'a death is not looked at',
    {
      mustBePrintable: (application, standing) =>
        mustBePrintable(application, {
          ...standing,
          register: standing.register && { ...standing.register, isAlive: true },
        }),
    },
    /a card of a dead person/,
  ],
  [
    'changes are not waited for',
    {
      mustBePrintable: (application, standing) =>
        mustBePrintable(application, { ...standing, areChangesSettled: true }),
    },
    /before the change was settled/,
  ],
]
for (const [what, hole, says] of holes) {
  test(`control: ${what}, and the model finds it`, () =>
    assert.match(runAll({ ...rules, ...hole }, 20_000).violation ?? 'nothing was found', says))
}
