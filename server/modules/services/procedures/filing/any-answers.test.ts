// Whatever a phone sends as answers, a filing says what is wrong with it and never fails.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answers as wireAnswers } from '../../../../../contract/services.ts'
import { anyText } from '../../../../../testing/any-text.ts'
import { everything } from '../../../../../testing/every-field.ts'
import { anyFacts } from '../../../../../testing/rule-facts.ts'
import { builtInProcedures } from '../known-procedures.ts'
import { judgeFiling, obstacleOf } from './judge-filing.ts'
import { noPlace } from './person-facts.ts'

const anyAnswer = fc.oneof(
  anyText(60),
  fc.boolean(),
  fc.double(),
  fc.constant(null),
  fc.dictionary(fc.constantFrom('unit', 'address', 'from', 'number', 'until', 'toString'), anyText(12)),
  fc.array(
    fc.oneof(
      anyText(14),
      fc.dictionary(fc.constantFrom('from', 'number', 'x'), fc.oneof(anyText(9), fc.integer())),
    ),
    {
      maxLength: 5,
    },
  ),
  fc.constantFrom('940160100009', '2020-02-29', '2020-02-30', '__proto__', '00004'),
)

for (const one of [...builtInProcedures(), everything()]) {
  test(`nothing that can come for ${one.id} (${one.form.paperFields} fields on paper) makes it fail`, () => {
    const names = [...Object.keys(one.form.fields), 'constructor', 'toString', 'nothingSuch']
    const anyGiven = fc.dictionary(fc.constantFrom(...names), anyAnswer)
    fc.assert(
      fc.property(anyGiven, anyFacts(one), (given, { form: _, ...facts }) => {
        const sent = wireAnswers.safeParse(given)
        const filing = judgeFiling({
          procedure: one,
          facts,
          given: sent.success ? sent.data : given,
          units: new Map([['00004', 'Ba Đình']]),
          allowsTestPeople: true,
        })
        for (const { fault, isAsked, known, field } of filing.fields) {
          assert.ok(isAsked || (!known && !fault))
          assert.ok(!known || (field.from && !fault), 'what is known is never wrong')
        }
        assert.ok(filing.fees.every(({ insteadOf }) => !filing.fees.some(({ id }) => id === insteadOf)))
        obstacleOf(filing, new Set())
      }),
      { numRuns: 150 },
    )
  })
}

test('answers that are deeper or longer than any form needs are refused on the wire', () => {
  const deep = (depth: number): unknown => (depth === 0 ? 'x' : [deep(depth - 1)])
  assert.equal(wireAnswers.safeParse({ life: deep(3) }).success, false)
  assert.equal(
    wireAnswers.safeParse({ life: JSON.parse('['.repeat(20_000) + ']'.repeat(20_000)) }).success,
    false,
  )
  assert.equal(wireAnswers.safeParse({ name: 'x'.repeat(4001) }).success, false)
  assert.equal(
    wireAnswers.safeParse(
      Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`a${at}`, 'x'.repeat(4000)])),
    ).success,
    false,
  )
  assert.equal(wireAnswers.safeParse({ 'not a name': 'x' }).success, false)
  assert.ok(wireAnswers.safeParse({ place: noPlace, life: [{ from: '2010-01-01', place: 'Huế' }] }).success)
})
