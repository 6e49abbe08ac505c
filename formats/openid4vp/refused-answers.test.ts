// What a verifier did not ask for, cannot open, or cannot prove to be hers, is no answer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json, JsonObject } from '../jws/strict-json.ts'
import { decodeBase64url, encodeBase64url } from '../jws/base64url.ts'
import {
  believing,
  chance,
  encryptionKey,
  own,
  ownKey,
  reading,
  requestWith,
  showFor,
  STATE,
} from '../../testing/sharing-kit.ts'
import { edit } from '../../testing/mdoc/documents.ts'
import { encodeJson, issue, present } from '../../testing/credential-kit.ts'
import { composeAnswer, type AnswerFields } from './compose-answer.ts'
import { encryptJwe, type EncryptionMethod } from './jwe.ts'
import { readRequest } from './read-request.ts'
import { verifyAnswer, type OwnRequest } from './verify-answer.ts'

const request = await (async () => {
  const read = await readRequest(await requestWith(), reading)
  assert.ok(read.ok, read.ok ? '' : read.reason)
  return read.value
})()
const shown = await showFor(request)
const texts = new Map(
  [...shown].map(([id, [one]]) => [id, one instanceof Uint8Array ? encodeBase64url(one) : (one ?? '')]),
)
const [licence = '', mobile = ''] = [texts.get('licence'), texts.get('mobile')]

/** Encrypted for the verifier, whatever it is. */
const sealed = async (
  parameters: Json,
  { key = ownKey, method = 'A128GCM' as EncryptionMethod } = {},
): Promise<AnswerFields> => {
  const text = typeof parameters === 'string' ? parameters : JSON.stringify(parameters)
  return {
    response: await encryptJwe(new TextEncoder().encode(text), { recipient: key, method, chance }),
  }
}
const codeOf = async (fields: AnswerFields, asked: OwnRequest = own): Promise<string> => {
  const outcome = await verifyAnswer(fields, asked, believing)
  return outcome.ok ? 'taken' : outcome.reason
}
const TOKEN: JsonObject = { licence: [licence], mobile: [mobile] }
const refused = (what: string, code: string, parameters: Json): void => {
  test(`${what} is refused as ${code}`, async () => {
    assert.equal(await codeOf(await sealed(parameters)), code)
  })
}
const refusedToken = (what: string, code: string, vp_token: Json): void =>
  refused(what, code, { vp_token, state: STATE })

test('the answer that these are spoiled from is taken, by either method', async () => {
  for (const method of ['A128GCM', 'A256GCM'] as const) {
    assert.equal(await codeOf(await sealed({ vp_token: TOKEN, state: STATE }, { method })), 'taken')
  }
  assert.equal(await codeOf(await composeAnswer(request, shown, chance)), 'taken')
})

const formless: readonly AnswerFields[] = [{}, { state: STATE }, { vp_token: '{}', response: 'x' }]
for (const fields of formless) {
  test(`the form ${JSON.stringify(fields)} is refused as openid4vp.answer-form`, async () => {
    assert.equal(await codeOf(fields), 'openid4vp.answer-form')
  })
}
test('what a wallet says of itself, that it will not, is told apart', async () => {
  assert.equal(await codeOf({ error: 'access_denied' }), 'openid4vp.wallet-error')
  assert.equal(await codeOf(await sealed({ error: 'access_denied' })), 'openid4vp.wallet-error')
})
test('an open answer where a closed one was asked for, and the other way round, is refused', async () => {
  assert.equal(await codeOf({ vp_token: JSON.stringify(TOKEN), state: STATE }), 'openid4vp.not-encrypted')
  const fields = await sealed({ vp_token: TOKEN, state: STATE })
  assert.equal(await codeOf(fields, { ...own, encryption: null }), 'openid4vp.encrypted')
})
test('an answer without end is refused before it is opened', async () => {
  assert.equal(await codeOf({ response: 'x'.repeat(4 * 1024 * 1024 + 1) }), 'openid4vp.too-large')
})
test('an answer is nobody’s who asks for no id', async () => {
  await assert.rejects(composeAnswer(request, new Map([['licence', []]]), chance), TypeError)
})

refused('what is no JSON', 'openid4vp.answer-form', '{')
refused('one name twice', 'openid4vp.answer-form', '{"vp_token":{},"vp_token":{}}')
refused('a list', 'openid4vp.answer-form', [])
for (const state of [undefined, 'x', `${STATE}x`, 5]) {
  const parameters = JSON.stringify({ vp_token: TOKEN, state })
  refused(`the state ${state}`, 'openid4vp.other-state', parameters)
}
for (const token of [
  null,
  'x',
  [],
  JSON.stringify(TOKEN),
  { licence },
  { ...TOKEN, licence: [] },
  { ...TOKEN, licence: [null] },
  { ...TOKEN, licence: [{}] },
  { ...TOKEN, licence: [[licence]] },
]) {
  refusedToken(`the token ${JSON.stringify(token)}`.slice(0, 60), 'openid4vp.vp-token', token)
}
refused('no token', 'openid4vp.vp-token', { state: STATE })
refusedToken('one presentation twice', 'openid4vp.presentation-twice', {
  ...TOKEN,
  licence: [licence, licence],
})
refusedToken('more presentations than anybody asked for', 'openid4vp.too-large', {
  licence: Array.from({ length: 17 }, (_, index) => `${index}`),
})
refusedToken('an answer to what was not asked', 'dcql.unasked', { ...TOKEN, passport: [licence] })
refusedToken('an answer under the name of a prototype', 'dcql.unasked', { ...TOKEN, constructor: [licence] })
refusedToken('one of two documents', 'dcql.credential-missing', { licence: [licence] })
refusedToken('nothing', 'dcql.credential-missing', {})
refusedToken('a document in the place of the other', 'sd-jwt.form', { licence: [mobile], mobile: [mobile] })
refusedToken('a mobile document that is no base64url', 'openid4vp.presentation-form', {
  ...TOKEN,
  mobile: [`${mobile}=`],
})
refusedToken('a mobile document that is cut', 'mdoc.cbor-truncated', {
  ...TOKEN,
  mobile: [mobile.slice(0, 400)],
})
refusedToken('a licence without its last claim', 'sd-jwt.key-binding-hash', {
  ...TOKEN,
  licence: [licence.split('~').toSpliced(1, 1).join('~')],
})
refusedToken('a licence without her signature', 'sd-jwt.key-binding-missing', {
  ...TOKEN,
  licence: [licence.slice(0, licence.lastIndexOf('~') + 1)],
})
test('a licence that she showed to somebody else is refused', async () => {
  const elsewhere = await present(await issue())
  const fields = await sealed({ vp_token: { ...TOKEN, licence: [elsewhere] }, state: STATE })
  assert.equal(await codeOf(fields), 'sd-jwt.key-binding-audience')
})
test('two mobile documents in one presentation are refused', async () => {
  const response = await showFor(request)
  const [one] = response.get('mobile') ?? []
  assert.ok(one instanceof Uint8Array)
  const twice = edit(one, ['documents'], (list) => (Array.isArray(list) ? [...list, ...list] : list))
  const fields = await sealed({ vp_token: { ...TOKEN, mobile: [encodeBase64url(twice)] }, state: STATE })
  assert.equal(await codeOf(fields), 'openid4vp.presentation-form')
})
test('more than was asked for is refused, even where it is genuine', async () => {
  const [one] = own.query.credentials
  assert.ok(one)
  const [name] = one.claims
  const less = { ...one, claims: name ? [name] : [], claimSets: [name ? [name] : []] }
  const query = { credentials: [less, ...own.query.credentials.slice(1)], sets: own.query.sets }
  const fields = await sealed({ vp_token: TOKEN, state: STATE })
  assert.equal(await codeOf(fields, { ...own, query }), 'dcql.claim-unasked')
})

// The wrapping.
const wrapped = async (change: (parts: readonly string[]) => readonly string[]): Promise<AnswerFields> => {
  const { response = '' } = await sealed({ vp_token: TOKEN, state: STATE })
  return { response: change(response.split('.')).join('.') }
}
const withHeader = (change: Readonly<Record<string, Json | undefined>>): Promise<AnswerFields> =>
  wrapped(([first = '', ...rest]) => {
    const header = JSON.parse(new TextDecoder().decode(decodeBase64url(first) ?? undefined)) as JsonObject
    return [encodeJson({ ...header, ...change }), ...rest]
  })
const refusedHeader = (
  what: string,
  code: string,
  change: Readonly<Record<string, Json | undefined>>,
): void => {
  test(`${what} is refused as ${code}`, async () => {
    assert.equal(await codeOf(await withHeader(change)), code)
  })
}
for (const [what, change] of [
  ['four parts', (parts) => parts.slice(0, 4)],
  ['six parts', (parts) => [...parts, '']],
  ['a wrapped key', (parts) => parts.with(1, 'AAAA')],
  ['a short vector', (parts) => parts.with(2, 'AAAA')],
  ['a short tag', (parts) => parts.with(4, 'AAAA')],
  ['padding', (parts) => parts.with(3, `${parts[3]}=`)],
  ['a header that is no JSON', (parts) => parts.with(0, encodeJson('{'))],
  ['a header with a name twice', (parts) => parts.with(0, encodeJson('{"alg":"ECDH-ES","alg":"dir"}'))],
] as const satisfies readonly (readonly [string, (parts: readonly string[]) => readonly string[]])[]) {
  test(`an answer with ${what} is refused as openid4vp.jwe-form`, async () => {
    assert.equal(await codeOf(await wrapped(change)), 'openid4vp.jwe-form')
  })
}
for (const alg of [undefined, 'dir', 'ECDH-ES+A128KW', 'RSA1_5', 'none', 5]) {
  refusedHeader(`an answer wrapped by ${alg}`, 'openid4vp.jwe-algorithm', { alg })
}
for (const enc of [undefined, 'A128CBC-HS256', 'A192GCM', 'none']) {
  refusedHeader(`an answer closed by ${enc}`, 'openid4vp.jwe-method', { enc })
}
for (const change of [
  { zip: 'DEF' },
  { crit: ['x'] },
  { jku: 'https://evil.example' },
  { jwk: {} },
  { kid: 5 },
  { apu: 5 },
  { apv: 'a=' },
  { apu: 'A'.repeat(1400) },
]) {
  const what = `a header with ${JSON.stringify(change)}`.slice(0, 60)
  refusedHeader(what, 'openid4vp.jwe-header', change)
}
for (const kid of [undefined, 'another']) {
  refusedHeader(`an answer for the key ${kid}`, 'openid4vp.jwe-key-unknown', { kid })
}
const senders: readonly (Json | undefined)[] = [
  undefined,
  null,
  'x',
  { kty: 'EC', crv: 'P-256', x: ownKey.x, y: ownKey.x },
  { kty: 'EC', crv: 'P-384', x: ownKey.x, y: ownKey.y },
  { kty: 'EC', crv: 'P-256', x: ownKey.x, y: ownKey.y, d: ownKey.x },
  { kty: 'EC', crv: 'P-256', x: 'AAAA', y: ownKey.y },
]
for (const epk of senders) {
  const what = `the sender's key ${JSON.stringify(epk)}`.slice(0, 60)
  refusedHeader(what, 'openid4vp.jwe-ephemeral-key', { epk })
}
test('one letter of the header, the content or the tag that is another, and it does not open', async () => {
  assert.equal(await codeOf(await withHeader({ more: 1 })), 'openid4vp.jwe-damaged')
  assert.equal(await codeOf(await withHeader({ apv: 'AAAA' })), 'openid4vp.jwe-damaged')
  for (const at of [2, 3, 4]) {
    const flipped = await wrapped((parts) => {
      const part = parts[at] ?? ''
      return parts.with(at, (part.startsWith('A') ? 'B' : 'A') + part.slice(1))
    })
    assert.equal(await codeOf(flipped), 'openid4vp.jwe-damaged')
  }
})
test('an answer for a key of the same name that is another key does not open', async () => {
  const other = await encryptionKey(ownKey.kid)
  const fields = await sealed({ vp_token: TOKEN, state: STATE }, { key: other })
  assert.equal(await codeOf(fields), 'openid4vp.jwe-damaged')
})
test('a recipient that is no point is a mistake of the program', async () => {
  const key = { ...ownKey, y: ownKey.x }
  await assert.rejects(sealed({}, { key }), TypeError)
})
