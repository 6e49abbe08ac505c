// What she is asked for on her screen, and that a press gives what it says and nothing more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readQuery } from '../../../../formats/dcql/read-query.ts'
import type { Json } from '../../../../formats/jws/strict-json.ts'
import {
  choose,
  givenOf,
  leastOf,
  readAsked,
  sharedOf,
  showingOf,
  typeOfKind,
  type Asked,
  type Holding,
} from './asked.ts'

const CARD: Holding = {
  of: 'identity-card',
  type: 'identity-card',
  format: 'dc+sd-jwt',
  kinds: ['urn:sen:identity-card:1'],
  isBound: true,
  authorities: [],
  claims: { name: 'Nguyễn Thị Hạnh', sex: 2, residence: 'Sông Lam', age_over_18: true },
}
const asks = (id: string, names: readonly string[], more: object = {}) => ({
  id,
  format: 'dc+sd-jwt',
  meta: { vct_values: ['urn:sen:identity-card:1'] },
  claims: names.map((name) => ({ id: name, path: [name] })),
  ...more,
})
const asked = (query: object, held: readonly Holding[] = [CARD]): Asked => {
  const read = readQuery(query as Json)
  assert.ok(read.ok, read.ok ? '' : read.reason)
  return readAsked(read.value, held)
}
const names = (parts: Asked['parts']): string[] =>
  parts.flatMap(({ claims }) => claims.map(({ name }) => name))
const keyOf = ({ parts }: Asked, name: string): string =>
  parts.find(({ claims }) => claims.some((claim) => claim.name === name))?.key ?? assert.fail(name)
/** What the party would see, by the id of the credential query. */
const shown = (it: Asked, chosen: ReadonlySet<string>) =>
  [...(showingOf(it, chosen) ?? assert.fail('no showing'))].map(([id, matches]) => [
    id,
    ...matches.flatMap(({ show }) => show.map((place) => place.join('.'))),
  ])

const SETS = {
  credentials: [asks('card', ['name']), asks('sex', ['sex']), asks('home', ['residence', 'age_over_18'])],
  credential_sets: [
    { options: [['card']] },
    { options: [['sex']], required: false },
    { options: [['home']], required: false },
  ],
}

test('nothing optional is given before she says so, and then that thing alone', () => {
  const it = asked(SETS)
  assert.deepEqual(
    it.parts.map(({ isRequired }) => isRequired),
    [true, false, false],
  )
  const least = leastOf(it)
  assert.deepEqual(names(givenOf(it, least)), ['name'])
  assert.deepEqual(shown(it, least), [['card', 'name']])
  const more = choose(it, least, keyOf(it, 'sex'), true)
  assert.deepEqual(shown(it, more), [
    ['card', 'name'],
    ['sex', 'sex'],
  ])
  assert.deepEqual(shown(it, choose(it, more, keyOf(it, 'sex'), false)), [['card', 'name']])
})

test('what the party wants together is one thing to give', () => {
  const it = asked(SETS)
  const more = choose(it, leastOf(it), keyOf(it, 'residence'), true)
  assert.deepEqual(names(givenOf(it, more)), ['name', 'residence', 'age_over_18'])
  assert.deepEqual(shown(it, more).at(-1), ['home', 'residence', 'age_over_18'])
})

test('of several combinations each is reached, and no other one', () => {
  const it = asked({
    credentials: [
      asks('card', ['name', 'sex', 'residence'], {
        claim_sets: [['name', 'sex', 'residence'], ['name', 'sex'], ['name']],
      }),
    ],
  })
  const least = leastOf(it)
  assert.deepEqual(shown(it, least), [['card', 'name']])
  const [sex, residence] = [keyOf(it, 'sex'), keyOf(it, 'residence')]
  assert.deepEqual(shown(it, choose(it, least, sex, true)), [['card', 'name', 'sex']])
  // Residence alone is no combination: what goes with it follows, on the screen as well.
  const all = choose(it, least, residence, true)
  assert.deepEqual(names(givenOf(it, all)), ['name', 'sex', 'residence'])
  assert.deepEqual(shown(it, all), [['card', 'name', 'sex', 'residence']])
  assert.deepEqual(shown(it, choose(it, all, residence, false)), [['card', 'name', 'sex']])
  assert.deepEqual(shown(it, choose(it, all, sex, false)), [['card', 'name']])
})

test('what her document does not say is not offered, and where the party must have it she is told which', () => {
  const optional = asked({
    credentials: [asks('card', ['name', 'phone'], { claim_sets: [['name', 'phone'], ['name']] })],
  })
  assert.deepEqual([names(optional.parts), optional.lacking], [['name'], []])
  const must = asked({ credentials: [asks('card', ['name', 'phone'])] })
  assert.deepEqual(must.lacking, [{ type: 'identity-card', names: ['phone'] }])
  const none = asked({ credentials: [asks('card', ['name'])] }, [])
  assert.deepEqual(none.lacking, [{ type: 'identity-card', names: [] }])
})

test('a document that is asked for without a claim shows none', () => {
  const it = asked({ credentials: [{ ...asks('card', []), claims: undefined }] })
  assert.deepEqual(
    it.parts.map(({ claims, isRequired }) => [claims.length, isRequired]),
    [[0, true]],
  )
  assert.deepEqual(shown(it, leastOf(it)), [['card']])
})

test('what she keeps is not shown because another part of the request names the same', () => {
  // Either of two for `both`, neither chosen; the name is given for `card`.
  const it = asked({
    credentials: [
      asks('card', ['name']),
      asks('both', ['residence', 'name'], { claim_sets: [['residence'], ['name']] }),
    ],
  })
  const least = leastOf(it)
  assert.deepEqual(names(givenOf(it, least)), ['name'])
  assert.equal(showingOf(it, least), null, 'she has not chosen yet')
  const home = it.parts.find(({ claims }) => claims[0]?.name === 'residence')?.key ?? ''
  assert.deepEqual(shown(it, choose(it, least, home, true)), [
    ['card', 'name'],
    ['both', 'residence'],
  ])
})

test('a document that goes along without a claim is on the screen and in the receipt', () => {
  const licence: Holding = {
    ...CARD,
    of: 'licence',
    type: 'driving-licence',
    kinds: ['urn:sen:driving-licence:1'],
  }
  const bare = { id: 'licence', format: 'dc+sd-jwt', meta: { vct_values: licence.kinds } }
  const it = asked(
    {
      credentials: [asks('card', ['name']), asks('sex', ['sex']), bare],
      credential_sets: [{ options: [['card']] }, { options: [['sex', 'licence']], required: false }],
    },
    [CARD, licence],
  )
  const more = choose(it, leastOf(it), keyOf(it, 'sex'), true)
  assert.deepEqual(it.parts[1]?.holds, ['driving-licence'])
  assert.deepEqual(sharedOf(givenOf(it, more)), [
    { type: 'identity-card', claims: ['name', 'sex'] },
    { type: 'driving-licence', claims: [] },
  ])
})

test('a kind is named alike in both formats, and another issuer has none', () => {
  assert.deepEqual(['urn:sen:identity-card:1', 'vn.sen.identity_card.1', 'urn:eudi:pid:1'].map(typeOfKind), [
    'identity-card',
    'identity-card',
    null,
  ])
})
