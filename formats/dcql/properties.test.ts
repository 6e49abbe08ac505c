// Whatever is asked and whatever she holds: what is shown answers it, and nothing beside it is seen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { candidateArbitrary, queryArbitrary } from '../../testing/dcql-arbitraries.ts'
import { inputs } from '../../testing/thorough.ts'
import { mutatorOf } from '../../testing/mutations.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../jws/strict-json.ts'
import { answerQuery, chooseShowing } from './answer-query.ts'
import { isWithin, type ClaimsPath, type Place } from './claims-path.ts'
import { dcqlFaultCodes } from './dcql-fault.ts'
import type { DcqlQuery } from './dcql-query.ts'
import { exceeds } from './exceeds.ts'
import { judgeShown, type Shown } from './judge-shown.ts'
import type { Candidate, Match } from './match-candidate.ts'
import { readQuery, readQueryText } from './read-query.ts'

/** What is seen of a document when each name and each element of it has a disclosure of its own. */
const seen = (value: Json, show: readonly Place[]): { value: Json; revealed: readonly Place[] } => {
  const children: readonly (readonly [string | number, Json])[] = isJsonList(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  let shown = 0
  const parts = children.flatMap(([step, child]) => {
    const inner = show.flatMap(([first, ...rest]) => (first === step ? [rest] : []))
    if (inner.length === 0) {
      return []
    }
    const place = typeof step === 'number' ? shown++ : step
    const below = seen(child, inner)
    return [{ place, value: below.value, revealed: [[], ...below.revealed].map((rest) => [place, ...rest]) }]
  })
  const revealed = parts.flatMap((part) => part.revealed)
  if (isJsonList(value)) {
    return { value: parts.map((part) => part.value), revealed }
  }
  return isJsonObject(value)
    ? { value: Object.fromEntries(parts.map((part) => [part.place, part.value])), revealed }
    : { value, revealed }
}
const shownOf = ({ candidate, show }: Match<Candidate>): Shown => {
  const { value, revealed } = seen(candidate.claims, show)
  return { ...candidate, claims: isJsonObject(value) ? value : {}, revealed }
}

const candidate = candidateArbitrary(['a', 'b', 'c', 'constructor', 'toString'])
const query: fc.Arbitrary<DcqlQuery> = queryArbitrary(['a', 'b', 'c', 'toString']).map((value) => {
  const outcome = readQuery(value)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  return outcome.value
})
const held = fc.array(candidate, { maxLength: 4 })

test('what is chosen satisfies the query, and shows no claim that nobody asked for', () => {
  let satisfied = 0
  fc.assert(
    fc.property(query, held, (wanted, documents) => {
      const answer = answerQuery(wanted, documents)
      const outcome = chooseShowing(answer)
      assert.equal(outcome.ok, answer.isSatisfiable)
      if (!outcome.ok) {
        return
      }
      const shown = new Map([...outcome.value].map(([id, matches]) => [id, matches.map(shownOf)]))
      const verdict = judgeShown(wanted, shown)
      assert.ok(verdict.ok, verdict.ok ? '' : verdict.reason)
      satisfied += outcome.value.size > 0 ? 1 : 0
      for (const [id, matches] of outcome.value) {
        const paths = wanted.credentials.find((one) => one.id === id)?.claims.map((one) => one.path) ?? []
        const places = matches.flatMap(({ show }) => show)
        assert.ok(places.every((place) => paths.some((one: ClaimsPath) => isWithin(place, one))))
      }
    }),
    { numRuns: 3000 },
  )
  assert.ok(satisfied > 150, `${satisfied}`)
})

test('the order of her documents changes nothing of what can be answered', () => {
  fc.assert(
    fc.property(query, held, fc.nat(3), (wanted, documents, turn) => {
      const turned = [...documents.slice(turn), ...documents.slice(0, turn)].toReversed()
      const [one, other] = [answerQuery(wanted, documents), answerQuery(wanted, turned)]
      assert.deepEqual(one.sets, other.sets)
      assert.equal(one.isSatisfiable, other.isSatisfiable)
    }),
  )
})

test('a document less never answers more, and a claim less in the registration is told', () => {
  fc.assert(
    fc.property(query, held, (wanted, documents) => {
      const [all, fewer] = [answerQuery(wanted, documents), answerQuery(wanted, documents.slice(1))]
      assert.ok(all.isSatisfiable || !fewer.isSatisfiable)
      const own = wanted.credentials.map(({ format, kinds: [kind = ''], claims }) => ({
        format,
        kind,
        claims: claims.map((one) => one.path),
      }))
      assert.deepEqual(exceeds(wanted, own), [])
      const bare = exceeds(
        wanted,
        own.map((one) => ({ ...one, claims: [] })),
      )
      assert.equal(bare.length, wanted.credentials.flatMap(({ claims }) => claims).length)
      assert.equal(exceeds(wanted, []).length, wanted.credentials.length)
    }),
  )
})

const WHOLE: Json = {
  credentials: [
    {
      id: 'licence',
      format: 'dc+sd-jwt',
      multiple: true,
      meta: { vct_values: ['k1'] },
      trusted_authorities: [{ type: 'aki', values: ['AQID'] }],
      claims: [
        { id: 'a', path: ['a', 'b'], values: ['x', 1] },
        { id: 'b', path: ['b', null, 0] },
      ],
      claim_sets: [['a', 'b'], ['b']],
    },
    { id: 'card', format: 'mso_mdoc', meta: { doctype_value: 'k2' }, claims: [{ path: ['n', 'e'] }] },
  ],
  credential_sets: [{ options: [['licence'], ['card']] }, { options: [['card']], required: false }],
}
const HELD: JsonObject = { a: { b: 'x' }, b: [[1], [2]] }

const JUNK: readonly Json[] = [null, true, 0, -1, 1.5, '', 'x', 'a', 'card', '__proto__', [], {}, ['a'], [[]]]

/** The value with something else at one of its places. */
const spoil = (value: Json, below: (limit: number) => number): Json => {
  const list = isJsonList(value)
  const entries = list ? [...value.entries()] : isJsonObject(value) ? Object.entries(value) : []
  const [at, junk] = [below(entries.length), JUNK[below(JUNK.length)] ?? null]
  if (entries.length === 0 || below(6) === 0) {
    return junk
  }
  const changed = entries.map(([key, child], index): [string | number, Json] => [
    key,
    index === at ? spoil(child, below) : child,
  ])
  return list ? changed.map(([, child]) => child) : Object.fromEntries(changed)
}

test('thousands of spoiled queries are answered with a code, and those that are read can be evaluated', (t) => {
  const seed = 20_261_130
  const { text, below } = mutatorOf(seed)
  const [codes, tally] = [new Set<string>(dcqlFaultCodes), new Map<string, number>()]
  const whole = JSON.stringify(WHOLE)
  const documents: readonly Candidate[] = [
    { format: 'dc+sd-jwt', kinds: ['k1'], isBound: true, authorities: [], claims: HELD },
    { format: 'mso_mdoc', kinds: ['k2'], isBound: true, authorities: [], claims: { n: { e: null } } },
  ]
  for (let left = inputs(5000); left > 0; left -= 1) {
    const spoiled = below(2) === 0 ? text(whole) : JSON.stringify(spoil(WHOLE, below))
    const outcome = readQueryText(new TextEncoder().encode(spoiled))
    assert.ok(outcome.ok || codes.has(outcome.reason))
    const reason = outcome.ok ? 'ok' : outcome.reason
    tally.set(reason, (tally.get(reason) ?? 0) + 1)
    if (outcome.ok) {
      chooseShowing(answerQuery(outcome.value, documents))
      exceeds(outcome.value, [])
    }
  }
  t.diagnostic(`seed ${seed}: ${JSON.stringify(Object.fromEntries(tally))}`)
  assert.ok(tally.has('ok') && tally.has('dcql.form') && tally.size > 10)
})
