// The public services of the product: each file is whole, and none of its rules ever fails before a citizen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Procedure } from '../../../../contract/procedure.ts'
import { householdRelations } from '../../registry/population/person.ts'
import { anyFacts } from '../../../../testing/rule-facts.ts'
import { countTyped } from './judging/count-typed.ts'
import { builtInProcedures } from './known-procedures.ts'
import { judgeProcedure } from './read-procedure.ts'
import { holds, rulesOf, valueOf } from './rules-of-procedure.ts'
import type { RuleFacts } from './rule-facts.ts'

const all = builtInProcedures()
const named = (id: string): Procedure => {
  const found = all.find((one) => one.id === id)
  assert.ok(found, `${id} is a service of the product`)
  return found
}

test('each service of the issue is there, under a name of its own', () => {
  assert.deepEqual(
    all.map(({ id }) => id),
    [
      'contact-change',
      'criminal-record-certificate-2',
      'criminal-record-certificate',
      'household-split',
      'permanent-residence',
      'residence-confirmation',
      'residence-declaration',
      'residence-removal',
      'temporary-absence',
      'temporary-residence-renewal',
      'temporary-residence',
    ],
  )
})

test('a condition that leads elsewhere leads to another service, and a consent tells what its form asks', () => {
  for (const { id, conditions, consents, form } of all) {
    for (const { instead } of conditions) {
      assert.ok(instead === undefined || named(instead).id !== id, `${id} leads to itself`)
    }
    for (const { tells = [] } of consents) {
      assert.deepEqual(
        tells.filter((name) => !Object.hasOwn(form.fields, name)),
        [],
        id,
      )
    }
  }
})

for (const one of all) {
  test(`every rule of ${one.id} answers, whatever is known of whoever asks`, () => {
    fc.assert(
      fc.property(anyFacts(one), (facts) => {
        for (const { text, type } of rulesOf(one)) {
          const value = valueOf(one, text, facts)
          const isRight =
            type === 'any' ||
            (type === 'list' ? Array.isArray(value) : typeof value === (type === 'bool' ? 'boolean' : type))
          assert.ok(isRight, `${text} answers ${JSON.stringify(value)}`)
        }
      }),
      { numRuns: 100 },
    )
  })

  test(`${one.id} has one limit that always holds, and none after it`, () => {
    assert.equal(
      one.limits.findIndex(({ when }) => when === undefined),
      one.limits.length - 1,
    )
  })
}

/** The answers that are asked of somebody: what is not known, and that no rule leaves out. */
const typedOf = (one: Procedure, facts: RuleFacts): number =>
  Object.values(one.form.fields).filter(
    ({ when, from }) =>
      holds(one, when, facts) &&
      (from === undefined || [valueOf(one, from.value, facts)].flat().every((of) => of === '')),
  ).length

test('of a residence form at most a quarter of what the paper asks is typed, whoever files it', () => {
  for (const one of all.filter(
    ({ search, id }) => search.includes('ct01') && id !== 'residence-confirmation',
  )) {
    const { most, paper } = countTyped(one, '2026-12-01')
    assert.ok(most > 0 && most * 4 <= paper, `${one.id}: ${most} of ${paper}`)
    fc.assert(
      fc.property(anyFacts(one), (facts) => {
        const known = { ...facts, person: { ...facts.person, name: 'A', birthDate: '1990', sex: 'female' } }
        const typed = typedOf(one, known)
        assert.ok(typed * 4 <= one.form.paperFields, `${one.id}: ${typed} of ${one.form.paperFields}`)
      }),
      { numRuns: 100 },
    )
  }
})

test('where a form asks what somebody is to the head, it offers the relations that the register knows', () => {
  for (const one of all) {
    for (const schema of Object.values(one.form.schema.properties)) {
      const text = JSON.stringify(schema)
      if (text.includes('"spouse"')) {
        const offered = /"enum":(\[[^\]]*\])/.exec(text)?.[1] ?? '[]'
        const known: readonly string[] = householdRelations
        const unknown = (JSON.parse(offered) as string[]).filter((of) => !known.includes(of))
        assert.deepEqual(unknown, [], one.id)
      }
    }
  }
})

const somebody = (one: Procedure): RuleFacts => {
  const [facts] = fc.sample(anyFacts(one), { numRuns: 1, seed: 7 })
  assert.ok(facts)
  return facts
}

test('a temporary residence is renewed in its last 15 days: not on the 16th, not after its end', () => {
  const one = named('temporary-residence-renewal')
  const rule = one.conditions.find(({ id }) => id === 'last-15-days')?.rule
  const facts = somebody(one)
  const on = (today: string) =>
    holds(one, rule, {
      ...facts,
      today,
      person: { ...facts.person, temporary: { ...facts.person.temporary, until: '2026-12-31' } },
    })
  assert.deepEqual(['2026-12-15', '2026-12-16', '2026-12-31', '2027-01-01'].map(on), [
    false,
    true,
    true,
    false,
  ])
})

test('whoever moves to a relative goes to that household, anybody else to the address she names', () => {
  const one = named('permanent-residence')
  const facts = somebody(one)
  const to = (home: string) =>
    valueOf(one, one.result.with['to'] ?? '', {
      ...facts,
      joined: { ...facts.joined, number: '123456789' },
      form: { ...facts.form, home, address: { unit: '00004', address: '12 Hàng Bài' } },
    })
  assert.deepEqual(to('family'), { household: '123456789' })
  assert.deepEqual(to('rented'), { unit: '00004', address: '12 Hàng Bài' })
})

test('children, people of 60 and more and whoever is exempt pay nothing; everybody else pays the online fee', () => {
  const one = named('permanent-residence')
  const facts = somebody(one)
  const pays = (age: bigint, feeClass: string) =>
    holds(one, one.fees[0]?.when, {
      ...facts,
      person: { ...facts.person, age },
      form: { ...facts.form, feeClass },
    })
  assert.deepEqual(
    [pays(15n, 'none'), pays(16n, 'none'), pays(59n, 'none'), pays(60n, 'none'), pays(30n, 'merit')],
    [false, true, true, false, false],
  )
  assert.equal(one.fees[0]?.amount_vnd, 10_000)
})

test('a certificate costs 200,000 dong, or 100,000, or nothing, and never two of them', () => {
  for (const one of ['criminal-record-certificate', 'criminal-record-certificate-2'].map(named)) {
    const facts = somebody(one)
    const cost = (feeClass: string, age = 30n) =>
      one.fees
        .filter(({ when }) =>
          holds(one, when, {
            ...facts,
            person: { ...facts.person, age },
            form: { ...facts.form, feeClass },
          }),
        )
        .map(({ amount_vnd }) => amount_vnd)
    assert.deepEqual(
      ['none', 'student', 'merit', 'disabled', 'poor'].map((kind) => cost(kind)),
      [[200_000], [100_000], [100_000], [], []],
    )
    assert.deepEqual([cost('none', 59n), cost('none', 60n), cost('student', 60n)], [[200_000], [], []])
  }
})

test('a certificate is for whoever is 16, and no. 2 for oneself only, signed by another pair of eyes', () => {
  for (const id of ['criminal-record-certificate', 'criminal-record-certificate-2']) {
    const one = named(id)
    const facts = somebody(one)
    const may = (age: bigint) =>
      holds(one, one.conditions[0]?.rule, { ...facts, person: { ...facts.person, age } })
    assert.deepEqual([may(15n), may(16n)], [false, true])
  }
  const { applicant, fourEyes } = named('criminal-record-certificate-2')
  assert.deepEqual([applicant.for, fourEyes], [['self'], true])
})

test('a file that hands certificate no. 2 to anybody but its person is refused', () => {
  const one = named('criminal-record-certificate-2')
  const judged = judgeProcedure({ ...one, applicant: { level: 2, for: ['self', 'ward'] } })
  assert.ok(!judged.ok)
  assert.deepEqual(
    judged.defects.map(({ path }) => path.join('.')),
    ['applicant.for'],
  )
})

test('where the register has every place since somebody was 14, nobody is asked where she lived', () => {
  const one = named('criminal-record-certificate')
  const facts = somebody(one)
  const known = (history: RuleFacts['person']['history']) =>
    valueOf(one, one.form.fields['history']?.from?.value ?? '', {
      ...facts,
      person: { ...facts.person, history },
    })
  const whole = [{ from: '2005-04-12', until: '', place: 'Hà Nội', work: '' }]
  assert.deepEqual([known([]), known(whole)], [[], whole])
})
