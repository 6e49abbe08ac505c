// A verifier takes what it asked for: nothing less, and nothing more either.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json, JsonObject } from '../jws/strict-json.ts'
import type { Place } from './claims-path.ts'
import { judgeShown, type Shown } from './judge-shown.ts'
import { readQuery } from './read-query.ts'

const KIND = 'urn:vn:driving-licence:1'
const query = (change: JsonObject = {}, more: JsonObject = {}): Json => ({
  credentials: [
    {
      id: 'licence',
      format: 'dc+sd-jwt',
      meta: { vct_values: [KIND] },
      claims: [
        { id: 'name', path: ['full_name'] },
        { id: 'home', path: ['address', 'province'] },
        { id: 'class', path: ['classes', 1] },
      ],
      ...change,
    },
    { id: 'card', format: 'mso_mdoc', meta: { doctype_value: 'vn.gov.card.1' } },
  ],
  credential_sets: [{ options: [['licence']] }, { options: [['card']], required: false }],
  ...more,
})

const WHOLE: readonly Place[] = [['full_name'], ['address'], ['address', 'province'], ['classes', 0]]
const licence = (change: Partial<Shown> = {}): Shown => ({
  format: 'dc+sd-jwt',
  kinds: [KIND],
  isBound: true,
  claims: { vct: KIND, full_name: 'Hạnh', address: { province: 'Huế' }, classes: ['B'] },
  revealed: WHOLE,
  ...change,
})
const card = (change: Partial<Shown> = {}): Shown => ({
  format: 'mso_mdoc',
  kinds: ['vn.gov.card.1'],
  isBound: true,
  claims: {},
  revealed: [],
  ...change,
})

const judge = (asked: Json, shown: Readonly<Record<string, readonly Shown[]>>): string => {
  const read = readQuery(asked)
  assert.ok(read.ok, read.ok ? '' : read.reason)
  const outcome = judgeShown(read.value, new Map(Object.entries(shown)))
  return outcome.ok ? 'taken' : outcome.reason
}
const refused = (
  what: string,
  code: string,
  shown: Readonly<Record<string, readonly Shown[]>>,
  asked: Json = query(),
): void => {
  test(`${what} is refused as ${code}`, () => {
    assert.equal(judge(asked, shown), code)
  })
}

test('what was asked for is taken, with the optional document and without it', () => {
  assert.equal(judge(query(), { licence: [licence()] }), 'taken')
  assert.equal(judge(query(), { licence: [licence()], card: [card()] }), 'taken')
  assert.equal(judge(query({ multiple: true }), { licence: [licence(), licence()] }), 'taken')
})

test('a list of several shapes that is shown whole answers another claim by its number as well', () => {
  const asked = query({
    claims: [
      { id: 'all', path: ['classes'] },
      { id: 'from', path: ['classes', 1, 'from'] },
    ],
  })
  const revealed: readonly Place[] = [['classes'], ['classes', 0], ['classes', 1], ['classes', 1, 'from']]
  const claims = { vct: KIND, classes: ['A1', { from: '2016' }] }
  assert.equal(judge(asked, { licence: [licence({ claims, revealed })] }), 'taken')
  const without = { vct: KIND, classes: ['A1', { until: '2026' }] }
  assert.equal(judge(asked, { licence: [licence({ claims: without, revealed })] }), 'dcql.claim-missing')
})

test('which combination of claims was answered is told', () => {
  const claim_sets = [['name', 'home', 'class'], ['name']]
  const read = readQuery(query({ claim_sets }))
  assert.ok(read.ok)
  const less = licence({ claims: { full_name: 'Hạnh' }, revealed: [['full_name']] })
  const outcome = judgeShown(read.value, new Map([['licence', [less]]]))
  assert.ok(outcome.ok)
  assert.deepEqual(
    outcome.value.get('licence')?.[0]?.map(({ id }) => id),
    ['name'],
  )
})

refused('nothing at all', 'dcql.credential-missing', {})
refused('an empty list of presentations', 'dcql.credential-missing', { licence: [] })
refused('the optional document alone', 'dcql.credential-missing', { card: [card()] })
refused('a document under a name that nobody asked for', 'dcql.unasked', {
  licence: [licence()],
  passport: [licence()],
})
refused(
  'a document that no set asks for',
  'dcql.unasked',
  { licence: [licence()], card: [card()] },
  {
    ...(query() as JsonObject),
    credential_sets: [{ options: [['licence']] }],
  },
)
refused(
  'half of an option beside a whole one',
  'dcql.unasked',
  { licence: [licence()], card: [card()] },
  {
    credentials: [
      ...(query() as { readonly credentials: readonly Json[] }).credentials,
      { id: 'other', format: 'mso_mdoc', meta: { doctype_value: 'x' } },
    ],
    credential_sets: [{ options: [['card', 'other'], ['licence']] }],
  },
)
refused('two where one was asked for', 'dcql.several', { licence: [licence(), licence()] })
refused('another kind', 'dcql.not-this-kind', { licence: [licence({ kinds: ['urn:x'] })] })
refused('another format', 'dcql.not-this-kind', { licence: [licence({ format: 'mso_mdoc' })] })
refused('a document without its holder', 'dcql.not-bound', { licence: [licence({ isBound: false })] })
test('a document without its holder is taken where the verifier said so', () => {
  const asked = query({ require_cryptographic_holder_binding: false })
  assert.equal(judge(asked, { licence: [licence({ isBound: false })] }), 'taken')
})

const less: readonly JsonObject[] = [
  {},
  { full_name: 'Hạnh', address: {}, classes: ['B'] },
  { full_name: 'Hạnh', address: { province: 'Huế' } },
  { full_name: 'Hạnh', address: { province: 'Huế' }, classes: [] },
  { full_name: 'Hạnh', address: ['Huế'], classes: ['B'] },
]
for (const claims of less) {
  refused(`a document that shows ${JSON.stringify(claims)}`, 'dcql.claim-missing', {
    licence: [licence({ claims })],
  })
}
refused(
  'a claim of another value',
  'dcql.claim-missing',
  { licence: [licence()] },
  query({ claims: [{ path: ['full_name'], values: ['Lan'] }] }),
)

for (const place of [['birth_date'], ['address', 'commune'], ['classes', 1], ['classes']]) {
  const isAsked = place.length === 1 && place[0] === 'classes'
  if (isAsked) {
    test('the list that holds an element may be shown as a list', () => {
      assert.equal(judge(query(), { licence: [licence({ revealed: [...WHOLE, place] })] }), 'taken')
    })
  } else {
    refused(`a claim more, at ${place.join('.')},`, 'dcql.claim-unasked', {
      licence: [licence({ revealed: [...WHOLE, place] })],
    })
  }
}
refused(
  'more than the one combination that is whole',
  'dcql.claim-unasked',
  { licence: [licence()] },
  query({ claim_sets: [['name'], ['name', 'home']] }),
)
refused(
  'a claim where none was asked for',
  'dcql.claim-unasked',
  { licence: [licence({ revealed: [['full_name']] })] },
  query({ claims: [{ path: ['vct'] }] }),
)

test('who asks for all elements, or for two by their numbers, is shown as many', () => {
  const two = {
    claims: { classes: ['B', 'C'] },
    revealed: [
      ['classes', 0],
      ['classes', 1],
    ],
  }
  const shown = { licence: [licence(two)] }
  const asking = (...claims: readonly Json[]): Json => query({ claims })
  assert.equal(judge(asking({ path: ['classes', null] }), shown), 'taken')
  assert.equal(judge(asking({ path: ['classes'] }), shown), 'taken')
  assert.equal(judge(asking({ path: ['classes'] }, { path: ['classes', 0] }), shown), 'taken')
  assert.equal(judge(asking({ path: ['classes', 2] }, { path: ['classes', 7] }), shown), 'taken')
  assert.equal(judge(asking({ path: ['classes', 7] }), shown), 'dcql.claim-unasked')
})
