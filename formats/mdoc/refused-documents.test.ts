import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isArray, isMap, Tagged, type CborKey, type CborMap, type CborValue } from './cbor-value.ts'
import { composeSign1 } from './cose.ts'
import { dateTime } from './dates.ts'
import type { MdocRefusalCode } from './mdoc-refusal.ts'
import { verifyIssued } from './verify-issuer.ts'
import { verifyResponse } from './verify-response.ts'
import { writeCbor } from './write-cbor.ts'
import {
  authority,
  codeOf,
  edit,
  issue,
  LICENCE,
  licence,
  NOW,
  OTHER_SPACE,
  present,
  readerOf,
  REMOVED,
  resigned,
  signer,
  SPACE,
  trustIn,
  withField,
  within,
} from '../../testing/mdoc/documents.ts'

const issued = await issue()
const trust = await trustIn(authority)

const judge = async (bytes: Uint8Array, at = NOW): Promise<string> =>
  codeOf(await verifyIssued(bytes, { docType: LICENCE, trust, at }))

const refused = (code: MdocRefusalCode, what: string, make: () => Uint8Array | Promise<Uint8Array>): void => {
  test(`${what} is refused as ${code}`, async () => {
    assert.equal(await judge(issued), 'accepted')
    assert.equal(await judge(await make()), code)
  })
}

const item = (space: string, index: number, key: CborKey, value: CborValue | typeof REMOVED): Uint8Array =>
  edit(issued, ['nameSpaces', space, index], within(withField(key, value)))
const object = (key: CborKey, value: CborValue | typeof REMOVED): Promise<Uint8Array> =>
  resigned(issued, withField(key, value))
const listOf = (value: CborValue): readonly CborValue[] => (isArray(value) ? value : [])
const mapIn = (value: CborValue): CborMap => (isMap(value) ? value : new Map())

// Elements and their digests.
refused('mdoc.digest-mismatch', 'another name', () => item(SPACE, 0, 'elementValue', 'Nguyễn'))
refused('mdoc.digest-mismatch', 'another salt', () => item(SPACE, 0, 'random', new Uint8Array(32)))
refused('mdoc.digest-mismatch', 'an element under the number of another', () =>
  item(SPACE, 1, 'elementIdentifier', 'nickname'),
)
refused('mdoc.digest-id-unknown', 'an element under a number that was not signed', () =>
  item(SPACE, 0, 'digestID', 99),
)
refused('mdoc.digest-id-twice', 'a number that two elements have', () =>
  edit(issued, ['nameSpaces', SPACE], (list) => {
    const [first, second, ...others] = listOf(list)
    const id = idOf(first)
    return [first, within(withField('digestID', id))(second), ...others]
  }),
)
refused('mdoc.element-twice', 'an element that stands twice', () =>
  edit(issued, ['nameSpaces', SPACE], (list) => {
    const [first, second, ...others] = listOf(list)
    return [first, within(withField('elementIdentifier', 'family_name'))(second), ...others]
  }),
)
refused('mdoc.digest-id-twice', 'the same element sent twice', () =>
  edit(issued, ['nameSpaces', SPACE], (list) => [...listOf(list), listOf(list)[0]]),
)
refused('mdoc.element-of-other-namespace', 'an element moved into another namespace', () =>
  edit(issued, ['nameSpaces'], (spaces) =>
    withField(OTHER_SPACE, listOf(mapIn(spaces).get(SPACE)))(mapIn(spaces)),
  ),
)
refused('mdoc.element-of-other-namespace', 'an element moved into a namespace that was not signed', () =>
  edit(issued, ['nameSpaces'], (spaces) => new Map([['org.made.up', mapIn(spaces).get(SPACE)]])),
)
refused('mdoc.namespace-unknown', 'a namespace that was not signed', () =>
  edit(issued, ['nameSpaces'], (spaces) => {
    const [first] = listOf(mapIn(spaces).get(SPACE))
    return new Map([['org.made.up', [within(withField('elementValue', 'x'))(first ?? null)]]])
  }),
)
refused('mdoc.salt-short', 'a salt of fifteen bytes', () => item(SPACE, 0, 'random', new Uint8Array(15)))
refused('mdoc.structure', 'an element with a field more', () => item(SPACE, 0, 'more', 1))
refused('mdoc.structure', 'an element without a value', () => item(SPACE, 0, 'elementValue', REMOVED))
refused('mdoc.structure', 'a namespace without elements', () => edit(issued, ['nameSpaces', SPACE], () => []))
refused('mdoc.structure', 'an element outside of its tag', () =>
  edit(issued, ['nameSpaces', SPACE, 0], (one) => (one instanceof Tagged ? one.content : one)),
)
refused('mdoc.digest-mismatch', 'an element written in another order of its fields', () =>
  edit(
    issued,
    ['nameSpaces', SPACE, 0],
    within((map) => new Map([...map].reverse())),
  ),
)

const idOf = (value: CborValue): CborValue => {
  let id: CborValue = null
  within((map) => {
    id = map.get('digestID')
    return map
  })(value)
  return id
}

// What the issuer signed.
const auth = (index: number, change: (value: CborValue) => CborValue | typeof REMOVED): Uint8Array =>
  edit(issued, ['issuerAuth', index], change)
const flipped = (value: CborValue): Uint8Array => {
  const bytes = value instanceof Uint8Array ? Uint8Array.from(value) : new Uint8Array(1)
  bytes[9] = (bytes[9] ?? 0) ^ 1
  return bytes
}
const headerOf = (map: ReadonlyMap<number, CborValue>): Uint8Array => auth(0, () => writeCbor(map))

refused('mdoc.issuer-signature', 'a signature with one bit changed', () => auth(3, flipped))
refused('mdoc.issuer-signature', 'a payload with one bit changed', () => auth(2, flipped))
refused('mdoc.issuer-signature', 'a signature that is too short', () =>
  auth(3, (value) => (value instanceof Uint8Array ? value.subarray(1) : value)),
)
refused('mdoc.issuer-signature', 'an empty signature', () => auth(3, () => new Uint8Array(0)))
refused('mdoc.issuer-signature', 'a signature of noughts', () => auth(3, () => new Uint8Array(64)))
refused('mdoc.issuer-signature', 'a header that was not signed', () =>
  headerOf(
    new Map<number, CborValue>([
      [1, -7],
      [4, Uint8Array.of(1)],
    ]),
  ),
)
refused('mdoc.algorithm-unknown', 'an algorithm that we do not know', () => headerOf(new Map([[1, -8]])))
refused('mdoc.algorithm-unknown', 'a MAC where a signature belongs', () => headerOf(new Map([[1, 5]])))
refused('mdoc.algorithm-unknown', 'no algorithm', () => auth(0, () => new Uint8Array(0)))
refused('mdoc.algorithm-unknown', 'an algorithm that nobody signed', () =>
  edit(
    auth(0, () => new Uint8Array(0)),
    ['issuerAuth', 1],
    (map) => withField(1, -7)(mapIn(map)),
  ),
)
refused('mdoc.algorithm-mismatch', 'an algorithm of another curve', () => headerOf(new Map([[1, -35]])))
refused('mdoc.cose-header-twice', 'a header that stands in both places', () =>
  auth(1, (map) => withField(1, -7)(mapIn(map))),
)
refused('mdoc.cose-critical-header', 'a header that binds us to what we do not know', () =>
  headerOf(
    new Map<number, CborValue>([
      [1, -7],
      [2, [99]],
      [99, 1],
    ]),
  ),
)
refused('mdoc.cose-critical-header', 'such a header that nobody signed', () =>
  auth(1, (map) => withField(2, [33])(mapIn(map))),
)
refused('mdoc.cose-payload', 'no payload', () => auth(2, () => null))
refused('mdoc.cose-payload', 'a payload that is no bytes', () => auth(2, () => 'text'))
refused('mdoc.cose-structure', 'three parts where four belong', () => auth(3, () => REMOVED))
refused('mdoc.cose-structure', 'a tag around the signature', () =>
  edit(issued, ['issuerAuth'], (value) => new Tagged(18, value)),
)
refused('mdoc.chain-missing', 'no certificate', () => auth(1, () => new Map()))
refused('mdoc.cose-structure', 'a row of one certificate', () =>
  auth(1, () => new Map([[33, [signer.certificate]]])),
)
refused('mdoc.doc-type', 'another kind of document', () => object('docType', 'org.iso.18013.5.1.other'))
refused('mdoc.version', 'a generation that is not here yet', () => object('version', '2.0'))
refused('mdoc.digest-algorithm', 'a weak digest', () => object('digestAlgorithm', 'SHA-1'))
refused('mdoc.structure', 'digests of another length', () => object('digestAlgorithm', 'SHA-512'))
refused('mdoc.structure', 'no digests', () => object('valueDigests', REMOVED))
refused('mdoc.structure', 'a status without its place', () =>
  object('status', new Map([['status_list', new Map([['uri', 'https://sen.example']])]])),
)
refused('mdoc.structure', 'a payload that is not wrapped', async () => {
  const payload = writeCbor(new Map([['version', '1.0']]))
  const made = await composeSign1(signer.key.sign, {
    chain: [signer.certificate],
    payload,
    isDetached: false,
  })
  return edit(issued, ['issuerAuth'], () => made)
})

// Keys.
const keyed = (change: (key: CborMap) => CborMap): Promise<Uint8Array> =>
  resigned(issued, (map) =>
    withField(
      'deviceKeyInfo',
      new Map([['deviceKey', change(mapIn(mapIn(map.get('deviceKeyInfo')).get('deviceKey')))]]),
    )(map),
  )
refused('mdoc.key', 'a device key with its private part', () => keyed(withField(-4, new Uint8Array(32))))
refused('mdoc.key', 'a device key of half a point', () => keyed(withField(-3, true)))
refused('mdoc.key', 'a device key of a short coordinate', () => keyed(withField(-2, new Uint8Array(31))))
refused('mdoc.algorithm-unknown', 'a device key of a curve that we do not know', () =>
  keyed(withField(-1, 8)),
)
refused('mdoc.algorithm-unknown', 'a device key that is a secret', () => keyed(withField(1, 4)))

// Time.
const times = (changes: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  resigned(issued, (map) =>
    withField(
      'validityInfo',
      Object.entries(changes).reduce<CborMap>(
        (made, [name, time]) => withField(name, dateTime(new Date(time)))(made),
        mapIn(map.get('validityInfo')),
      ),
    )(map),
  )
refused('mdoc.not-yet-valid', 'a document of tomorrow', () => times({ validFrom: '2026-11-30T09:00:01Z' }))
refused('mdoc.expired', 'a document of yesterday', () => times({ validUntil: '2026-11-30T08:59:59Z' }))
refused('mdoc.validity-order', 'validity before the signature', () =>
  times({ signed: '2026-11-02T00:00:00Z', validFrom: '2026-11-01T00:00:00Z' }),
)
refused('mdoc.signed-outside-signer-validity', 'a signature older than its signer', () =>
  times({ signed: '2026-05-31T23:59:59Z' }),
)
refused('mdoc.date', 'a time that is bare text', () =>
  resigned(issued, (map) =>
    withField(
      'validityInfo',
      withField('signed', '2026-11-01T00:00:00Z')(mapIn(map.get('validityInfo'))),
    )(map),
  ),
)

test('a document is good on its first and its last second, and not a second beside', async () => {
  const { validFrom, validUntil } = licence
  assert.equal(await judge(issued, validFrom), 'accepted')
  assert.equal(await judge(issued, new Date(validFrom.getTime() - 1000)), 'mdoc.not-yet-valid')
  assert.equal(await judge(issued, validUntil), 'accepted')
  assert.equal(await judge(issued, new Date(validUntil.getTime() + 1000)), 'mdoc.expired')
})

test('a document that names another state than its signer is refused as mdoc.issuing-country', async () => {
  const elements = { [SPACE]: { issuing_country: 'LA' } }
  assert.equal(await judge(await issue({ elements })), 'mdoc.issuing-country')
})

test('a means of revocation that we do not know is told, not passed over', async () => {
  const made = await resigned(issued, withField('status', new Map([['identifier_list', new Map()]])))
  const answer = await verifyIssued(made, { docType: LICENCE, trust, at: NOW })
  assert.deepEqual(answer.ok && answer.value.status, { kind: 'other' })
})

test('a document under another name than its own is refused as mdoc.doc-type', async () => {
  const answer = edit(await present(issued), ['documents', 0, 'docType'], () => 'org.iso.other')
  const reader = await readerOf({ wanted: [{ docType: 'org.iso.other', elements: null }] })
  assert.equal(codeOf(await verifyResponse(answer, reader)), 'mdoc.doc-type')
})
