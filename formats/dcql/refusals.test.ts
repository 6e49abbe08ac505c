// A question that is not clear is not answered: each way to spoil a query has its own code.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { dcqlFaultCodes } from './dcql-fault.ts'
import { dcqlLimits } from './dcql-query.ts'
import { readQuery, readQueryText } from './read-query.ts'

const LICENCE = {
  id: 'licence',
  format: 'dc+sd-jwt',
  meta: { vct_values: ['urn:vn:driving-licence:1'] },
  claims: [
    { id: 'name', path: ['full_name'] },
    { id: 'classes', path: ['classes', null] },
  ],
}
const CARD = {
  id: 'card',
  format: 'mso_mdoc',
  meta: { doctype_value: 'vn.gov.card.1' },
  claims: [{ path: ['vn.gov.card.1', 'family_name'] }],
}

const codeOf = (query: unknown): string => {
  const outcome = readQueryText(
    new TextEncoder().encode(typeof query === 'string' ? query : JSON.stringify(query)),
  )
  return outcome.ok ? 'read' : outcome.reason
}
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

const refused = (what: string, code: string, query: unknown): void => {
  test(`${what} is refused as ${code}`, () => {
    assert.equal(codeOf(query), code)
  })
}
const licence = (change: object): object => ({ credentials: [{ ...LICENCE, ...change }] })
const claim = (change: object): object => licence({ claims: [{ ...LICENCE.claims[0], ...change }] })
const sets = (credential_sets: unknown): object => ({ credentials: [LICENCE, CARD], credential_sets })

test('the queries that these are spoiled from are read', () => {
  assert.equal(codeOf({ credentials: [LICENCE, CARD] }), 'read')
  assert.equal(codeOf(sets([{ options: [['licence'], ['card']] }])), 'read')
  assert.equal(codeOf(licence({ claim_sets: [['name', 'classes'], ['classes']] })), 'read')
  assert.equal(codeOf(claim({ path: ['a', 0, null, 'b'], values: ['x', 0, -5, true] })), 'read')
})

test('what the standard may add one day is passed over', () => {
  assert.equal(codeOf({ ...licence({ purpose: 1 }), more: {} }), 'read')
  assert.equal(codeOf(claim({ intent_to_retain: 'not of this format', extra: null })), 'read')
})

for (const text of [
  '',
  '[]',
  'null',
  '"x"',
  '{',
  '{"credentials":[],"credentials":[]}',
  '{"__proto__":{}}',
]) {
  refused(`the text ${text}`, 'dcql.form', text)
}
refused('a query that is too deep', 'dcql.form', `{"more":${'['.repeat(20)}${']'.repeat(20)}}`)
refused('a text that is too long', 'dcql.too-large', ' '.repeat(dcqlLimits.size_bytes + 1))
refused('a kind of endless letters', 'dcql.too-large', licence({ meta: { vct_values: ['x'.repeat(600)] } }))
refused('an id of endless letters', 'dcql.too-large', licence({ id: 'x'.repeat(600) }))
refused('a step of endless letters', 'dcql.too-large', claim({ path: ['x'.repeat(600)] }))
refused('a value of endless letters', 'dcql.too-large', claim({ values: ['x'.repeat(600)] }))

refused('more credentials than anybody holds', 'dcql.too-many', {
  credentials: many(17, (index) => ({ ...LICENCE, id: `c${index}` })),
})
refused('more claims than a document has', 'dcql.too-many', {
  credentials: [{ ...LICENCE, claims: many(65, (index) => ({ path: [`c${index}`] })) }],
})
refused('a path of too many steps', 'dcql.too-many', claim({ path: many(13, () => 'a') }))
refused('too many values', 'dcql.too-many', claim({ values: many(65, String) }))
refused('too many kinds', 'dcql.too-many', licence({ meta: { vct_values: many(33, String) } }))
refused('too many sets', 'dcql.too-many', sets(many(17, () => ({ options: [['licence']] }))))
refused('too many options', 'dcql.too-many', sets([{ options: many(33, () => ['licence']) }]))
refused(
  'too many authorities',
  'dcql.too-many',
  licence({ trusted_authorities: many(17, () => ({ type: 'aki', values: ['x'] })) }),
)

for (const credentials of [undefined, null, [], {}, 'licence', [null], ['licence'], [[LICENCE]]]) {
  refused(`the credentials ${JSON.stringify(credentials)}`, 'dcql.credentials', { credentials })
}
for (const id of [undefined, null, '', 5, 'a b', 'a.b', 'é', 'a\n', '__proto__.x', ['a']]) {
  refused(`the credential id ${JSON.stringify(id)}`, 'dcql.credential-id', licence({ id }))
}
refused('the same id for two documents', 'dcql.credential-id-twice', {
  credentials: [LICENCE, { ...CARD, id: 'licence' }],
})
for (const format of ['jwt_vc_json', 'ldp_vc', 'vc+sd-jwt', 'DC+SD-JWT', '', 'toString']) {
  refused(`the format ${format}`, 'dcql.format-unknown', licence({ format }))
}
refused('a format that is a list', 'dcql.form', licence({ format: ['dc+sd-jwt'] }))
refused('no format', 'dcql.form', licence({ format: undefined }))
for (const meta of [undefined, null, [], 'x']) {
  refused(`the meta ${JSON.stringify(meta)}`, 'dcql.meta', licence({ meta }))
}
for (const vct_values of [undefined, null, [], 'urn:x', [''], [5], ['a', 'a'], { 0: 'a' }]) {
  refused(`the kinds ${JSON.stringify(vct_values)}`, 'dcql.vct-values', licence({ meta: { vct_values } }))
}
for (const doctype_value of [undefined, null, '', ['a'], 5]) {
  refused(`the document type ${JSON.stringify(doctype_value)}`, 'dcql.doctype-value', {
    credentials: [{ ...CARD, meta: { doctype_value } }],
  })
}
for (const flag of ['multiple', 'require_cryptographic_holder_binding']) {
  for (const value of [null, 0, 'true', []]) {
    refused(`${flag} as ${JSON.stringify(value)}`, 'dcql.flag', licence({ [flag]: value }))
  }
}
refused('required as a word', 'dcql.flag', sets([{ options: [['licence']], required: 'no' }]))
refused('an intent to retain as a number', 'dcql.flag', {
  credentials: [{ ...CARD, claims: [{ path: ['a', 'b'], intent_to_retain: 1 }] }],
})
for (const authority of [
  null,
  [],
  'aki',
  [null],
  [{ type: 'aki' }],
  [{ values: ['x'] }],
  [{ type: '', values: ['x'] }],
  [{ type: 'aki', values: [] }],
  [{ type: 'aki', values: [5] }],
]) {
  refused(
    `the authorities ${JSON.stringify(authority)}`,
    'dcql.trusted-authorities',
    licence({ trusted_authorities: authority }),
  )
}

for (const claims of [null, [], {}, 'full_name', [null], [['full_name']]]) {
  refused(`the claims ${JSON.stringify(claims)}`, 'dcql.claims', licence({ claims }))
}
for (const id of [null, '', 5, 'a b', ['a']]) {
  refused(`the claim id ${JSON.stringify(id)}`, 'dcql.claim-id', claim({ id }))
}
refused('a claim without an id where sets name them', 'dcql.claim-id', {
  credentials: [{ ...LICENCE, claims: [{ path: ['a'] }], claim_sets: [['a']] }],
})
refused('one claim id twice', 'dcql.claim-id-twice', {
  credentials: [{ ...LICENCE, claims: LICENCE.claims.map((one) => ({ ...one, id: 'a' })) }],
})
for (const path of [
  undefined,
  null,
  [],
  'full_name',
  [true],
  [['a']],
  [{}],
  ['a', -1],
  ['a', 1.5],
  ['a', 2 ** 53],
  [null],
  [0],
]) {
  refused(`the path ${JSON.stringify(path)}`, 'dcql.path', claim({ path }))
}
for (const name of ['__proto__', 'constructor', 'prototype', '_sd', '_sd_alg', '...']) {
  refused(`a path through ${name}`, 'dcql.path-name', claim({ path: ['a', name] }))
  refused(`an element ${name}`, 'dcql.path-name', {
    credentials: [{ ...CARD, claims: [{ path: ['a', name] }] }],
  })
}
for (const path of [['a'], ['a', 'b', 'c'], ['a', null], ['a', 0]]) {
  refused(`the path ${JSON.stringify(path)} into an mdoc`, 'dcql.path-mdoc', {
    credentials: [{ ...CARD, claims: [{ path }] }],
  })
}
refused(
  'the same claim twice',
  'dcql.path-twice',
  licence({ claims: [{ path: ['a', 0] }, { path: ['a', 0] }] }),
)
for (const values of [null, [], 'x', [null], [1.5], [{}], [['x']], [2 ** 53]]) {
  refused(`the values ${JSON.stringify(values)}`, 'dcql.values', claim({ values }))
}
refused(
  'sets of claims without claims',
  'dcql.claim-sets',
  licence({ claims: undefined, claim_sets: [['a']] }),
)
for (const claim_sets of [null, [], 'name', ['name'], [[]], [['name'], []], [{ 0: 'name' }]]) {
  refused(`the sets of claims ${JSON.stringify(claim_sets)}`, 'dcql.claim-sets', licence({ claim_sets }))
}
for (const claim_sets of [[['name', 'address']], [[5]], [[null]], [['constructor']]]) {
  refused(`the sets ${JSON.stringify(claim_sets)}`, 'dcql.claim-set-unknown', licence({ claim_sets }))
}
for (const claim_sets of [
  [['name', 'name']],
  [
    ['name', 'classes'],
    ['classes', 'name'],
  ],
]) {
  refused(`the sets ${JSON.stringify(claim_sets)}`, 'dcql.claim-set-twice', licence({ claim_sets }))
}
for (const bad of [
  null,
  [],
  {},
  [null],
  [{}],
  [{ options: [] }],
  [{ options: [[]] }],
  [{ options: ['licence'] }],
]) {
  refused(`the sets of documents ${JSON.stringify(bad)}`, 'dcql.sets', sets(bad))
}
for (const option of [['passport'], [null], ['licence', 'passport'], ['constructor']]) {
  refused(`the option ${JSON.stringify(option)}`, 'dcql.set-unknown', sets([{ options: [option] }]))
}
for (const options of [
  [['licence', 'licence']],
  [
    ['licence', 'card'],
    ['card', 'licence'],
  ],
]) {
  refused(`the options ${JSON.stringify(options)}`, 'dcql.set-twice', sets([{ options }]))
}

test('a query that is no object of JSON at all is refused by the other door too', () => {
  for (const value of [undefined, null, [], 'x', 5]) {
    assert.deepEqual(readQuery(value), { ok: false, reason: 'dcql.form' })
  }
})

test('every code is listed once, explained in the README and refused in a test', async () => {
  const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8')
  assert.equal(new Set(dcqlFaultCodes).size, dcqlFaultCodes.length)
  const readme = await read('README.md')
  const tests = (await Promise.all(['refusals.test.ts', 'refused-showings.test.ts'].map(read))).join('\n')
  assert.deepEqual(
    dcqlFaultCodes.filter((code) => !readme.includes(`\`${code}\``) || !tests.includes(`'${code}'`)),
    [],
  )
  assert.deepEqual(new Set(readme.match(/(?<=`)dcql\.[a-z-]+(?=`)/g)), new Set(dcqlFaultCodes))
})
