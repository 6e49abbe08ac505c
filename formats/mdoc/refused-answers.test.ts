import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isArray, isMap, type CborMap, type CborValue } from './cbor-value.ts'
import { composeMac0, composeSign1 } from './cose.ts'
import { deviceMacKey } from './device-mac-key.ts'
import { readDeviceEngagement } from './device-engagement.ts'
import { readDeviceRequest } from './device-request.ts'
import { coseKeyOf } from './ec-key.ts'
import type { MdocRefusalCode } from './mdoc-refusal.ts'
import { deviceAuthentication, readerAuthentication } from './session-transcript.ts'
import { verifyResponse, type Reader } from './verify-response.ts'
import { encodedCbor, writeCbor } from './write-cbor.ts'
import { makeKey, makeSigner } from '../../testing/mdoc/authority.ts'
import {
  authority,
  codeOf,
  deviceKey,
  edit,
  issue,
  LICENCE,
  present,
  readerOf,
  REMOVED,
  resigned,
  SPACE,
  transcript,
  withField,
} from '../../testing/mdoc/documents.ts'

const issued = await issue()
const answer = await present(issued)
const judge = async (bytes: Uint8Array, changes: Partial<Reader> = {}): Promise<string> =>
  codeOf(await verifyResponse(bytes, await readerOf(changes)))

const refused = (code: MdocRefusalCode, what: string, make: () => Uint8Array | Promise<Uint8Array>): void => {
  test(`${what} is refused as ${code}`, async () => {
    assert.equal(await judge(answer), 'accepted')
    assert.equal(await judge(await make()), code)
  })
}

const DEVICE = ['documents', 0, 'deviceSigned'] as const
const AUTH = [...DEVICE, 'deviceAuth'] as const
const mapIn = (value: CborValue): CborMap => (isMap(value) ? value : new Map())

refused('mdoc.version', 'an answer of another generation', () => edit(answer, ['version'], () => '2.0'))
refused('mdoc.response-status', 'an answer that tells of an error', () => edit(answer, ['status'], () => 10))
refused('mdoc.no-document', 'an answer without a document', () => edit(answer, ['documents'], () => []))
refused('mdoc.no-document', 'an answer without documents', () => edit(answer, ['documents'], () => REMOVED))
refused('mdoc.structure', 'more documents than anybody shows', () =>
  edit(answer, ['documents'], (list) => (isArray(list) ? Array<CborValue>(17).fill(list[0]) : list)),
)
refused('mdoc.cbor-trailing-data', 'an answer with something behind it', () => Uint8Array.of(...answer, 0))
refused('mdoc.doc-type-unwanted', 'a kind of document that was not asked for', () =>
  edit(answer, ['documents', 0, 'docType'], () => 'org.iso.other'),
)
refused('mdoc.structure', 'a document without a device', () => edit(answer, DEVICE, () => REMOVED))
refused('mdoc.device-auth-missing', 'a device that proves nothing', () => edit(answer, AUTH, () => new Map()))
refused('mdoc.device-auth-both', 'two proofs where one belongs', () =>
  edit(answer, AUTH, (map) => withField('deviceMac', mapIn(map).get('deviceSignature'))(mapIn(map))),
)
refused('mdoc.reader-key-missing', 'a MAC that this reader cannot check', () =>
  edit(answer, AUTH, (map) => new Map([['deviceMac', mapIn(map).get('deviceSignature')]])),
)
refused('mdoc.device-signature', 'a changed signature of the device', () =>
  edit(answer, [...AUTH, 'deviceSignature', 3], () => new Uint8Array(64)),
)
refused('mdoc.cose-payload', 'a signature that brings its own payload', () =>
  edit(answer, [...AUTH, 'deviceSignature', 2], () => new Uint8Array(0)),
)
refused('mdoc.device-signature', 'names that the device did not sign', () =>
  edit(answer, [...DEVICE, 'nameSpaces'], () =>
    encodedCbor(writeCbor(new Map([['a', new Map([['b', 1]])]]))),
  ),
)

/** Signed anew by some key over these names. */
const signedBy = async (
  by: typeof deviceKey,
  names: CborValue,
  over = transcript,
  bytes = answer,
): Promise<Uint8Array> => {
  const nameSpaces = encodedCbor(writeCbor(names))
  const payload = deviceAuthentication(over, LICENCE, writeCbor(nameSpaces))
  const signature = await composeSign1(by.sign, { chain: [], payload, isDetached: true })
  return edit(
    edit(bytes, [...DEVICE, 'nameSpaces'], () => nameSpaces),
    [...AUTH, 'deviceSignature'],
    () => signature,
  )
}
refused('mdoc.device-signature', 'another device with the same document', () =>
  signedBy(makeKey(), new Map()),
)
refused('mdoc.device-signature', 'the answer of another session', async () =>
  signedBy(deviceKey, new Map(), writeCbor([null, null, ['OpenID4VPHandover', new Uint8Array(32)]])),
)
const own = new Map([[SPACE, new Map([['family_name', 'Made up']])]])
refused('mdoc.device-element-unauthorised', 'what the device says by itself', () => signedBy(deviceKey, own))
refused('mdoc.structure', 'a namespace in which the device says nothing', () =>
  signedBy(deviceKey, new Map([[SPACE, new Map()]])),
)

const allowing = async (authorizations: CborValue): Promise<Uint8Array> => {
  const allowed = await resigned(issued, (map) =>
    withField(
      'deviceKeyInfo',
      new Map<string, CborValue>([
        ['deviceKey', coseKeyOf(deviceKey.publicKey)],
        ['keyAuthorizations', authorizations],
      ]),
    )(map),
  )
  return signedBy(deviceKey, own, transcript, await present(allowed, {}))
}

test('what the issuer lets the device say is told apart from what the issuer says', async () => {
  const say = async (authorizations: CborValue): Promise<string> => judge(await allowing(authorizations))
  assert.equal(await say(new Map([['nameSpaces', [SPACE]]])), 'accepted')
  assert.equal(await say(new Map([['dataElements', new Map([[SPACE, ['family_name']]])]])), 'accepted')
  assert.equal(await say(new Map([['nameSpaces', ['other']]])), 'mdoc.device-element-unauthorised')
  assert.equal(
    await say(new Map([['dataElements', new Map([[SPACE, ['given_name']]])]])),
    'mdoc.device-element-unauthorised',
  )
  const shown = await verifyResponse(await allowing(new Map([['nameSpaces', [SPACE]]])), await readerOf())
  assert.ok(shown.ok)
  assert.equal(shown.value[0]?.elements.size, 0)
  assert.equal(shown.value[0]?.deviceElements.get(SPACE)?.get('family_name'), 'Made up')
})

test('what was not asked for is refused as mdoc.element-unwanted, whoever says it', async () => {
  const ask = (elements: Record<string, string[]>, bytes = answer): Promise<string> =>
    judge(bytes, { wanted: [{ docType: LICENCE, elements }] })
  assert.equal(await ask({ [SPACE]: ['age_over_18', 'family_name', 'portrait'] }), 'accepted')
  assert.equal(await ask({ [SPACE]: ['age_over_18'] }), 'mdoc.element-unwanted')
  assert.equal(await ask({ other: ['age_over_18', 'family_name'] }), 'mdoc.element-unwanted')
  assert.equal(await ask({}, await allowing(new Map([['nameSpaces', [SPACE]]]))), 'mdoc.element-unwanted')
})

test('one document that is not believed refuses the whole answer', async () => {
  const foreign = await issue({}, makeSigner(authority, { country: 'LA' }))
  const [bad] = await documentsOf(await present(foreign))
  const mixed = edit(answer, ['documents'], (list) => (isArray(list) ? [...list, bad] : list))
  assert.equal(await judge(mixed), 'mdoc.signer-country')
})

const documentsOf = async (bytes: Uint8Array): Promise<readonly CborValue[]> => {
  let found: readonly CborValue[] = []
  edit(bytes, ['documents'], (list) => {
    found = isArray(list) ? list : []
    return list
  })
  return found
}

test('a MAC of another algorithm, or over a payload of its own, is refused', async () => {
  const session = makeKey()
  const sessionKey = await session.forAgreement()
  const nameSpaces = writeCbor(encodedCbor(writeCbor(new Map())))
  const mac = await composeMac0(
    await deviceMacKey(await deviceKey.forAgreement(), session.publicKey, transcript),
    deviceAuthentication(transcript, LICENCE, nameSpaces),
  )
  const proven = edit(answer, AUTH, () => new Map([['deviceMac', mac]]))
  assert.equal(await judge(proven, { sessionKey }), 'accepted')
  const macs = [...AUTH, 'deviceMac'] as const
  const other = edit(proven, [...macs, 0], () => writeCbor(new Map([[1, 4]])))
  assert.equal(await judge(other, { sessionKey }), 'mdoc.algorithm-unknown')
  const loaded = edit(proven, [...macs, 2], () => new Uint8Array(3))
  assert.equal(await judge(loaded, { sessionKey }), 'mdoc.cose-payload')
  const cut = edit(proven, [...macs, 3], (tag) => (tag instanceof Uint8Array ? tag.subarray(0, 8) : tag))
  assert.equal(await judge(cut, { sessionKey }), 'mdoc.device-mac')
})

test('a request is read, and its signature is that of its reader over this session', async () => {
  const reader = makeSigner(authority)
  const items = (elements: CborValue): CborValue =>
    encodedCbor(
      writeCbor(
        new Map<string, CborValue>([
          ['docType', LICENCE],
          ['nameSpaces', new Map([[SPACE, elements]])],
        ]),
      ),
    )
  const asked = items(new Map([['family_name', true]]))
  const payload = readerAuthentication(transcript, writeCbor(asked))
  const readerAuth = await composeSign1(reader.key.sign, {
    chain: [reader.certificate],
    payload,
    isDetached: true,
  })
  const request = (itemsRequest: CborValue, auth: CborValue): Uint8Array =>
    writeCbor(
      new Map<string, CborValue>([
        ['version', '1.0'],
        [
          'docRequests',
          [
            new Map<string, CborValue>([
              ['itemsRequest', itemsRequest],
              ['readerAuth', auth],
            ]),
          ],
        ],
      ]),
    )
  const read = async (itemsRequest: CborValue, auth = readerAuth, over = transcript): Promise<string> =>
    codeOf(await readDeviceRequest(request(itemsRequest, auth), over))
  assert.equal(await read(asked), 'accepted')
  assert.equal(await read(items(new Map([['portrait', true]]))), 'mdoc.reader-signature')
  assert.equal(await read(asked, readerAuth, writeCbor([null, null, null])), 'mdoc.reader-signature')
  const junk = await composeSign1(reader.key.sign, {
    chain: [Uint8Array.of(0x30, 0)],
    payload,
    isDetached: true,
  })
  assert.equal(await read(asked, junk), 'mdoc.certificate-malformed')
  const unsigned = (elements: CborValue): Promise<string> =>
    readDeviceRequest(
      edit(request(items(elements), null), ['docRequests', 0, 'readerAuth'], () => REMOVED),
      null,
    ).then(codeOf)
  assert.equal(await unsigned(new Map([['portrait', true]])), 'accepted')
  assert.equal(await unsigned(new Map([['portrait', 1]])), 'mdoc.structure')
  assert.equal(await unsigned(new Map()), 'mdoc.structure')
})

test('an engagement of another cipher suite, or with a key off its curve, is refused', async () => {
  const { publicKey } = makeKey()
  const read = async (suite: CborValue, key: CborMap): Promise<string> => {
    const security: CborValue = [suite, encodedCbor(writeCbor(key))]
    return codeOf(
      await readDeviceEngagement(
        writeCbor(
          new Map<number, CborValue>([
            [0, '1.0'],
            [1, security],
          ]),
        ),
      ),
    )
  }
  const good = coseKeyOf(publicKey)
  assert.equal(await read(1, good), 'accepted')
  assert.equal(await read(2, good), 'mdoc.algorithm-unknown')
  assert.equal(await read(1, withField(-2, new Uint8Array(32))(good)), 'mdoc.key')
})
