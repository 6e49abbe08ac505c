// A wallet knows what is asked of her, shows the least that answers, and says what is missing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from '../jws/strict-json.ts'
import { answerQuery, chooseShowing } from './answer-query.ts'
import { findClaims } from './claims-path.ts'
import type { DcqlQuery } from './dcql-query.ts'
import { exceeds, type RegisteredKind } from './exceeds.ts'
import type { Candidate } from './match-candidate.ts'
import { readQuery } from './read-query.ts'

const read = (value: Json): DcqlQuery => {
  const outcome = readQuery(value)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  return outcome.value
}

// The example of OpenID4VP 1.0 §7.3.
const ARTHUR: Json = {
  name: 'Arthur Dent',
  address: { street_address: '42 Market Street', locality: 'Milliways', postal_code: '12345' },
  degrees: [
    { type: 'Bachelor of Science', university: 'University of Betelgeuse' },
    { type: 'Master of Science', university: 'University of Betelgeuse' },
  ],
  nationalities: ['British', 'Betelgeusian'],
}

const LICENCE_KIND = 'urn:vn:driving-licence:1'
const licence: Candidate = {
  format: 'dc+sd-jwt',
  kinds: [LICENCE_KIND],
  isBound: true,
  authorities: [{ type: 'aki', value: 'AQID' }],
  claims: {
    full_name: 'Nguyễn Thị Hạnh',
    birth_date: '1990-02-03',
    address: { province: 'Huế', commune: 'Thuận Hoá' },
    classes: ['A1', 'B', 'C'],
    points: 12,
  },
}
const card: Candidate = {
  format: 'mso_mdoc',
  kinds: ['vn.gov.card.1'],
  isBound: true,
  authorities: [],
  claims: { 'vn.gov.card.1': { family_name: 'Nguyễn', portrait: null, over_18: true } },
}

const ofLicence = (change: { readonly [name: string]: Json } = {}): { readonly [name: string]: Json } => ({
  id: 'licence',
  format: 'dc+sd-jwt',
  meta: { vct_values: [LICENCE_KIND] },
  ...change,
})
const ofCard = (change: { readonly [name: string]: Json } = {}): { readonly [name: string]: Json } => ({
  id: 'card',
  format: 'mso_mdoc',
  meta: { doctype_value: 'vn.gov.card.1' },
  ...change,
})

const shownOf = (query: Json, held: readonly Candidate[]): unknown => {
  const outcome = chooseShowing(answerQuery(read(query), held))
  return outcome.ok
    ? Object.fromEntries([...outcome.value].map(([id, [first]]) => [id, first?.show.map((p) => p.join('.'))]))
    : outcome.reason
}

test('pointers lead where the standard says', () => {
  const values = (...path: readonly (string | number | null)[]): unknown =>
    findClaims(path, ARTHUR)?.map(({ value }) => value) ?? null
  assert.deepEqual(values('name'), ['Arthur Dent'])
  assert.deepEqual(values('address', 'street_address'), ['42 Market Street'])
  assert.deepEqual(values('degrees', null, 'type'), ['Bachelor of Science', 'Master of Science'])
  assert.deepEqual(values('nationalities', 1), ['Betelgeusian'])
  for (const path of [['nobody'], ['name', 'x'], ['name', null], ['address', 0], ['nationalities', 2]]) {
    assert.equal(values(...path), null, JSON.stringify(path))
  }
  for (const name of ['toString', 'hasOwnProperty', '__proto__', 'constructor']) {
    assert.equal(values(name), null, name)
  }
  assert.equal(findClaims(['length'], ['a']), null)
})

test('a claim is shown with what stands inside of it, and nothing beside it', () => {
  const query = { credentials: [ofLicence({ claims: [{ path: ['address'] }, { path: ['classes', 1] }] })] }
  assert.deepEqual(shownOf(query, [licence]), {
    licence: ['address', 'address.province', 'address.commune', 'classes.1'],
  })
})

test('an element of an mdoc is asked for by its names, and has no parts', () => {
  const query = { credentials: [ofCard({ claims: [{ path: ['vn.gov.card.1', 'portrait'] }] })] }
  assert.deepEqual(shownOf(query, [licence, card]), { card: ['vn.gov.card.1.portrait'] })
})

test('who asks for no claims sees none that could be kept back', () => {
  assert.deepEqual(shownOf({ credentials: [ofLicence()] }, [licence]), { licence: [] })
})

test('the first combination in the order of the party that the document can give is taken', () => {
  const claims = [
    { id: 'age', path: ['over_18'] },
    { id: 'birth', path: ['birth_date'] },
    { id: 'name', path: ['full_name'] },
  ]
  const sets = (claim_sets: Json): Json => ({ credentials: [ofLicence({ claims, claim_sets })] })
  assert.deepEqual(shownOf(sets([['age'], ['birth', 'name'], ['birth']]), [licence]), {
    licence: ['birth_date', 'full_name'],
  })
  const older = { ...licence, claims: { ...licence.claims, over_18: true } }
  assert.deepEqual(shownOf(sets([['age'], ['birth']]), [older]), { licence: ['over_18'] })
  assert.equal(shownOf(sets([['age'], ['age', 'name']]), [licence]), 'dcql.credential-missing')
})

test('only the elements of a list whose value was asked for are shown', () => {
  const query = (values: Json): Json => ({
    credentials: [ofLicence({ claims: [{ path: ['classes', null], values }] })],
  })
  assert.deepEqual(shownOf(query(['B', 'D']), [licence]), { licence: ['classes.1'] })
  assert.equal(shownOf(query(['D', 1, true]), [licence]), 'dcql.credential-missing')
})

test('a value counts with its type', () => {
  for (const [values, isShown] of [
    [[12], true],
    [['12'], false],
    [[true, 11], false],
  ] as const) {
    const query = { credentials: [ofLicence({ claims: [{ path: ['points'], values }] })] }
    assert.equal(typeof shownOf(query, [licence]) === 'object', isShown, JSON.stringify(values))
  }
})

test('what keeps a document from answering is told, with what it lacks', () => {
  const lacking = read({
    credentials: [
      ofLicence({
        claims: [
          { id: 'a', path: ['blood'] },
          { id: 'b', path: ['organ'] },
          { id: 'c', path: ['full_name'] },
        ],
        claim_sets: [
          ['a', 'b'],
          ['a', 'c'],
        ],
      }),
    ],
  })
  const [hindrance] = answerQuery(lacking, [card, licence]).credentials.get('licence')?.hindrances ?? []
  assert.deepEqual(hindrance?.kind === 'claims' && hindrance.missing.map(({ path }) => path), [['blood']])
  const bearer = { ...licence, isBound: false }
  const bound = answerQuery(read({ credentials: [ofLicence()] }), [bearer])
  assert.deepEqual(bound.credentials.get('licence')?.hindrances, [{ kind: 'not-bound' }])
  assert.equal(bound.isSatisfiable, false)
  const free = { credentials: [ofLicence({ require_cryptographic_holder_binding: false })] }
  assert.deepEqual(shownOf(free, [bearer]), { licence: [] })
  const trusted = (type: string, values: Json): Json => ({
    credentials: [ofLicence({ trusted_authorities: [{ type, values }] })],
  })
  assert.deepEqual(shownOf(trusted('aki', ['BBBB', 'AQID']), [licence]), { licence: [] })
  assert.equal(shownOf(trusted('etsi_tl', ['AQID']), [licence]), 'dcql.credential-missing')
  const other = answerQuery(read(trusted('newer', ['x'])), [licence])
  assert.deepEqual(other.credentials.get('licence')?.hindrances, [{ kind: 'other-authority' }])
})

test('without sets every document is required, and one that is missing leaves all at home', () => {
  const query = { credentials: [ofLicence(), ofCard()] }
  assert.deepEqual(shownOf(query, [card, licence]), { licence: [], card: [] })
  assert.equal(shownOf(query, [licence]), 'dcql.credential-missing')
})

test('of the options of a set the first that can be answered is taken; what is optional stays at home', () => {
  const credential_sets: Json = [
    { options: [['card'], ['licence']] },
    { options: [['licence'], ['card']], required: false },
  ]
  const query = { credentials: [ofLicence(), ofCard()], credential_sets }
  assert.deepEqual(shownOf(query, [licence, card]), { card: [] })
  assert.deepEqual(shownOf(query, [licence]), { licence: [] })
  const answer = answerQuery(read(query), [licence])
  assert.deepEqual(
    answer.sets.map(({ isRequired, favourite }) => [isRequired, favourite]),
    [
      [true, 1],
      [false, 0],
    ],
  )
})

test('she may choose another option, another of her documents, or more; a choice that answers nothing is none', () => {
  const second = { ...licence, claims: { ...licence.claims, points: 3 } }
  const credentials = [ofLicence({ multiple: true }), ofCard()]
  const query = read({ credentials, credential_sets: [{ options: [['card'], ['licence']] }] })
  const answer = answerQuery(query, [licence, card, second])
  const choose = (choice: Parameters<typeof chooseShowing<Candidate>>[1]): unknown => {
    const outcome = chooseShowing(answer, choice)
    return outcome.ok ? [...outcome.value].map(([id, shown]) => [id, shown.length]) : outcome.reason
  }
  const other = new Map([[0, 1]])
  assert.deepEqual(choose({ options: other, documents: new Map([['licence', [second]]]) }), [['licence', 1]])
  assert.deepEqual(choose({ options: other, documents: new Map([['licence', [second, licence]]]) }), [
    ['licence', 2],
  ])
  for (const documents of [[], [card], [licence, card]]) {
    const wrong = choose({ options: other, documents: new Map([['licence', documents]]) })
    assert.equal(wrong, 'dcql.credential-missing')
  }
  assert.equal(choose({ options: new Map([[0, 2]]) }), 'dcql.credential-missing')
  assert.equal(choose({ options: new Map([[0, null]]) }), 'dcql.credential-missing')
  const twice = answerQuery(read({ credentials: [ofLicence()] }), [licence, second])
  assert.deepEqual(chooseShowing(twice, { documents: new Map([['licence', [licence, second]]]) }), {
    ok: false,
    reason: 'dcql.several',
  })
})

const registered: readonly RegisteredKind[] = [
  {
    format: 'dc+sd-jwt',
    kind: LICENCE_KIND,
    claims: [['full_name'], ['address', 'province'], ['classes', null], []],
  },
]
const beyond = (claims: Json, change: { readonly [name: string]: Json } = {}): unknown =>
  exceeds(read({ credentials: [ofLicence({ claims, ...change })] }), registered).map(
    ({ kind, path }) => path ?? kind,
  )

test('a party that asks what it is registered for exceeds nothing', () => {
  assert.deepEqual(
    beyond([
      { path: ['full_name'] },
      { path: ['full_name', 'given'] },
      { path: ['address', 'province'] },
      { path: ['classes', 2] },
      { path: ['classes', null] },
    ]),
    [],
  )
})

test('a registered element of a list is that element, and "every element" is no name', () => {
  const first = [
    {
      format: 'dc+sd-jwt',
      kind: LICENCE_KIND,
      claims: [
        ['classes', 0],
        ['list', null],
      ],
    },
  ] as const
  const claims = [
    { path: ['classes', 0] },
    { path: ['classes', 1] },
    { path: ['classes', null] },
    { path: ['classes', 'x'] },
    { path: ['list', 'x'] },
    { path: ['list', 7, 'x'] },
  ]
  const asked = exceeds(read({ credentials: [ofLicence({ claims })] }), first)
  assert.deepEqual(
    asked.map(({ path }) => path),
    [
      ['classes', 1],
      ['classes', null],
      ['classes', 'x'],
      ['list', 'x'],
    ],
  )
})

test('what is asked beyond the registration is told, also where no wallet would choose it', () => {
  const claims = [
    { id: 'a', path: ['full_name'] },
    { id: 'b', path: ['address'] },
    { id: 'c', path: ['birth_date'] },
    { id: 'd', path: ['classes'] },
  ]
  assert.deepEqual(beyond(claims, { claim_sets: [['a']] }), [['address'], ['birth_date'], ['classes']])
  assert.deepEqual(beyond([{ path: ['full_name'] }], { meta: { vct_values: [LICENCE_KIND, 'urn:x'] } }), [
    'urn:x',
  ])
  const mdoc = read({ credentials: [ofCard({ meta: { doctype_value: LICENCE_KIND } })] })
  assert.deepEqual(exceeds(mdoc, registered), [{ id: 'card', kind: LICENCE_KIND, path: null }])
})
