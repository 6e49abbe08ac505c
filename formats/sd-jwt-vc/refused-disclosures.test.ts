// What RFC 9901 §7.1 says of disclosures and their digests is asked to the letter, and each refusal has its
// code.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  asked,
  digest,
  encodeJson,
  forge,
  issuer,
  ISSUER,
  PAYLOAD,
  trust,
} from '../../testing/credential-kit.ts'
import { refused, testReached } from '../../testing/refused-presentation.ts'
import type { Json } from '../jws/strict-json.ts'
import { verifyPresentation } from './verify-credential.ts'

test('the same forger, saying nothing wrong, is believed: what follows is refused for its fault alone', async () => {
  const text = encodeJson(['salt', 'name', 'x'])
  const outcome = await verifyPresentation(
    await forge({ ...PAYLOAD, _sd: [await digest(text)] }, [text]),
    trust,
    asked,
  )
  assert.ok(outcome.ok, JSON.stringify(outcome))
})

const claim = (value: Json = 'x', name = 'name', salt: Json = 'salt'): string =>
  encodeJson([salt, name, value])
const element = (value: Json = 'x', salt = 'salt'): string => encodeJson([salt, value])

/** Signed by the issuer with the digests of these disclosures at the top, and shown with them. */
const withClaims = async (...texts: string[]): Promise<string> =>
  forge({ ...PAYLOAD, _sd: await Promise.all(texts.map(digest)) }, texts)
const withElement = async (text: string): Promise<string> =>
  forge({ ...PAYLOAD, list: [{ '...': await digest(text) }] }, [text])

const nested = (depth: number): Json => (depth === 0 ? 1 : { a: nested(depth - 1) })
refused('disclosures inside of one another beyond sixteen floors', 'sd-jwt.too-deep', async () => {
  const inner = claim(nested(10), 'inner')
  const outer = claim({ a: { b: { c: { d: { e: { _sd: [await digest(inner)] } } } } } })
  return forge({ ...PAYLOAD, _sd: [await digest(outer)] }, [outer, inner])
})

for (const name of ['md5', 'sha-1', 'SHA-256', 5, null, 'toString']) {
  refused(`digests by ${name}`, 'sd-jwt.hash-unknown', () => forge({ ...PAYLOAD, _sd_alg: name }))
}
refused('a disclosure that is no base64url', 'sd-jwt.disclosure-form', () => withClaims('a+b'))
refused('a disclosure with padding', 'sd-jwt.disclosure-form', () => withClaims(`${element('xx')}=`))
refused('a disclosure that is an object', 'sd-jwt.disclosure-form', () => withClaims(encodeJson({ a: 1 })))
refused('an empty disclosure', 'sd-jwt.disclosure-form', () => withClaims(''))
refused('a disclosure of four parts', 'sd-jwt.disclosure-form', () =>
  withClaims(encodeJson(['s', 'a', 1, 2])),
)
refused('a disclosure of one part', 'sd-jwt.disclosure-form', () => withClaims(encodeJson(['s'])))
refused('a salt that is a number', 'sd-jwt.disclosure-form', () => withClaims(claim(1, 'a', 5)))
refused('a name that is a number', 'sd-jwt.disclosure-form', () => withClaims(encodeJson(['s', 5, 1])))
refused('a value with one name twice', 'sd-jwt.disclosure-form', () =>
  withClaims(encodeJson('["s","a",{"b":1,"b":2}]')),
)
refused('an element at the place of a claim', 'sd-jwt.disclosure-form', () => withClaims(element()))
refused('a claim at the place of an element', 'sd-jwt.disclosure-form', () => withElement(claim()))
for (const name of ['_sd', '...', '_sd_alg', '__proto__']) {
  refused(`a disclosed claim named ${name}`, 'sd-jwt.disclosure-name', () => withClaims(claim(['x'], name)))
}
refused('a disclosed claim over a signed one', 'sd-jwt.disclosure-collides', async () => {
  const text = claim('other', 'name')
  return forge({ ...PAYLOAD, name: 'signed', _sd: [await digest(text)] }, [text])
})
refused('two disclosed claims of one name', 'sd-jwt.disclosure-collides', () =>
  withClaims(claim('a'), claim('b')),
)
for (const name of ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'aka_vcts', 'status']) {
  refused(
    `${name} in a disclosure`,
    'sd-jwt.disclosure-protected',
    async () => {
      const { [name]: _, ...rest }: Record<string, Json> = PAYLOAD
      const text = claim(1, name)
      const trusting = { ...rest, _sd: [await digest(text)] }
      return forge(trusting, [text])
    },
    { issuerKey: () => ({ ...issuer.jwk }) },
  )
}
refused('a part of the status in a disclosure', 'sd-jwt.disclosure-protected', async () => {
  const text = claim({ idx: 1, uri: ISSUER }, 'status_list')
  return forge({ ...PAYLOAD, status: { _sd: [await digest(text)] } }, [text])
})
refused('one disclosure twice', 'sd-jwt.disclosure-duplicated', async () => {
  const text = claim()
  return forge({ ...PAYLOAD, _sd: [await digest(text)] }, [text, text])
})
refused('a disclosure that no digest asks for', 'sd-jwt.disclosure-unreferenced', () =>
  forge(PAYLOAD, [claim()]),
)
refused('the inner disclosure without the outer', 'sd-jwt.disclosure-unreferenced', async () => {
  const inner = claim('x', 'inner')
  const outer = claim({ _sd: [await digest(inner)] })
  return forge({ ...PAYLOAD, _sd: [await digest(outer)] }, [inner])
})
refused(
  'a disclosure digested by another hash than the payload says',
  'sd-jwt.disclosure-unreferenced',
  async () => forge({ ...PAYLOAD, _sd_alg: 'sha-512', _sd: [await digest(claim())] }, [claim()]),
)
for (const _sd of ['x', [1], [null], {}, null, [['x']]]) {
  refused(`digests that are ${JSON.stringify(_sd)}`, 'sd-jwt.digest-form', () => forge({ ...PAYLOAD, _sd }))
}
for (const list of [[{ '...': 5 }], [{ '...': 'x', more: 1 }], [{ '...': 'x', _sd: [] }]]) {
  refused(`an element ${JSON.stringify(list)}`, 'sd-jwt.digest-form', () => forge({ ...PAYLOAD, list }))
}
refused('an element digest outside of a list', 'sd-jwt.digest-form', () =>
  forge({ ...PAYLOAD, a: { '...': 'x' } }),
)
refused('a hash named below the top', 'sd-jwt.digest-form', () =>
  forge({ ...PAYLOAD, a: { _sd_alg: 'sha-256' } }),
)
refused('one digest twice in a list', 'sd-jwt.digest-duplicated', () =>
  forge({ ...PAYLOAD, _sd: ['x', 'x'] }),
)
refused('one digest at two places, shown', 'sd-jwt.digest-duplicated', async () => {
  const place = { _sd: [await digest(claim())] }
  return forge({ ...PAYLOAD, a: place, b: place }, [claim()])
})
refused('one digest in a payload and in a disclosure', 'sd-jwt.digest-duplicated', async () => {
  const outer = claim({ _sd: ['decoy'] })
  return forge({ ...PAYLOAD, _sd: ['decoy', await digest(outer)] }, [outer])
})

testReached((code) => /^sd-jwt\.(disclosure|digest|hash)-|too-deep/.test(code))
