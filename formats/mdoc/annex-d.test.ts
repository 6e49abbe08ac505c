/**
 * The examples of ISO/IEC 18013-5 Annex D, as far as they are beside the checkout. D.2.1, D.3.1 and D.4.1.1
 * are there; an answer (D.4.1.2) and the session it belongs to (D.5.1) are looked for too and skipped
 * without.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { hex } from '../bytes.ts'
import { readCertificate } from '../emrtd/certificate.ts'
import { isArray, isMap, Tagged, TAG } from './cbor-value.ts'
import { ecKeyOf } from './certificate-signature.ts'
import { mustBeSignedBy, x5chainOf } from './cose.ts'
import { readDeviceEngagement } from './device-engagement.ts'
import { readDeviceRequest } from './device-request.ts'
import { readCbor } from './read-cbor.ts'
import { encodedOf, readMap } from './read-fields.ts'
import { proximityTranscript } from './session-transcript.ts'
import { readIssuerSigned } from './issuer-signed.ts'
import { readMobileSecurityObject } from './mobile-security-object.ts'
import { encodedCbor, writeCbor } from './write-cbor.ts'
import { rewriteCbor } from '../../testing/mdoc/rewrite-cbor.ts'
import { codeOf, SPACE, valueOf } from '../../testing/mdoc/documents.ts'
import { listVectors, readVectorBytes, withoutVectors } from '../../testing/vectors.ts'

const FOLDER = 'iso18013-5-annex-d'
const [D21, D31, D411, D412, D51] = ['d21', 'd31', 'd411', 'd412', 'd51'].map(
  (name) => `${FOLDER}/${name}.cbor`,
) as [string, string, string, string, string]

test('each of them is read and written again byte for byte', { skip: withoutVectors(FOLDER) }, async () => {
  const names = await listVectors(FOLDER)
  assert.ok(names.length >= 3)
  for (const name of names) {
    const bytes = await readVectorBytes(`${FOLDER}/${name}`)
    assert.equal(hex(rewriteCbor(readCbor(bytes, name))), hex(bytes), name)
  }
})

test('D.2.1: the driving privileges have their dates', { skip: withoutVectors(D21) }, async () => {
  const list = readCbor(await readVectorBytes(D21), D21)
  assert.ok(isArray(list) && list.length === 2)
  const dates = list.map((one) => isMap(one) && [...one].map(([key, value]) => [key, shownOf(value)]))
  assert.deepEqual(dates, [
    [
      ['vehicle_category_code', 'A'],
      ['issue_date', '2018-08-09'],
      ['expiry_date', '2024-10-20'],
    ],
    [
      ['vehicle_category_code', 'B'],
      ['issue_date', '2017-02-23'],
      ['expiry_date', '2024-10-20'],
    ],
  ])
})

const shownOf = (value: unknown): unknown =>
  value instanceof Tagged && value.tag === TAG.fullDate ? value.content : value

test('D.3.1: the engagement offers Bluetooth and its own key', { skip: withoutVectors(D31) }, async () => {
  const engagement = valueOf(await readDeviceEngagement(await readVectorBytes(D31)))
  assert.equal(engagement.deviceKey.curve, 'P-256')
  assert.match(hex(engagement.deviceKey.point), /^045a88d182.*32fc67$/)
  assert.deepEqual(
    engagement.retrieval.map(({ type, version, options }) => [type, version, options.get(0), options.get(1)]),
    [[2, 1, false, true]],
  )
})

test('D.4.1.1: a signed request is not read before its session', { skip: withoutVectors(D411) }, async () => {
  const bytes = await readVectorBytes(D411)
  assert.equal(codeOf(await readDeviceRequest(bytes, null)), 'mdoc.transcript')
  const wrong = proximityTranscript({
    engagement: await readVectorBytes(D31),
    readerKey: Uint8Array.of(0xa0),
    nfc: null,
  })
  assert.equal(codeOf(await readDeviceRequest(bytes, wrong)), 'mdoc.reader-signature')
})

test(
  'D.4.1.1: without its signature, the request names what is asked',
  { skip: withoutVectors(D411) },
  async () => {
    const map = readMap(await readVectorBytes(D411), D411)
    const requests = map.get('docRequests')
    const first = isArray(requests) ? requests[0] : undefined
    assert.ok(isMap(first ?? null) && first instanceof Map)
    first.delete('readerAuth')
    const [request] = valueOf(await readDeviceRequest(writeCbor(map), null))
    assert.equal(request?.readerChain, null)
    assert.deepEqual(
      [...(request?.elements.get(SPACE) ?? [])].map(([name]) => name),
      ['family_name', 'document_number', 'driving_privileges', 'issue_date', 'expiry_date', 'portrait'],
    )
    assert.equal(request?.elements.get(SPACE)?.get('portrait'), false)
  },
)

const sessionOf = async (): Promise<Uint8Array> =>
  encodedOf(readCbor(await readVectorBytes(D51), D51), D51).inner

test('D.5.1: the session transcript is made byte for byte', { skip: withoutVectors(D51) }, async () => {
  const session = readCbor(await sessionOf(), D51)
  assert.ok(isArray(session))
  const [engagement, readerKey, handover] = session
  assert.ok(isArray(handover))
  const [select, request] = handover
  assert.ok(select instanceof Uint8Array && (request === null || request instanceof Uint8Array))
  const made = proximityTranscript({
    engagement: encodedOf(engagement, D51).inner,
    readerKey: encodedOf(readerKey, D51).inner,
    nfc: { select, request },
  })
  assert.equal(hex(writeCbor(encodedCbor(made))), hex(await readVectorBytes(D51)))
})

test(
  'D.4.1.1: the reader signed its request over the session of D.5.1',
  { skip: withoutVectors(D411) || withoutVectors(D51) },
  async () => {
    const [request] = valueOf(await readDeviceRequest(await readVectorBytes(D411), await sessionOf()))
    assert.equal(request?.readerChain?.length, 1)
  },
)

test(
  'D.4.1.2: its signer signed it, and each element is under its digest',
  { skip: withoutVectors(D412) },
  async () => {
    const documents = readMap(await readVectorBytes(D412), D412).get('documents')
    const document = isArray(documents) ? documents[0] : undefined
    assert.ok(isMap(document ?? null) && document instanceof Map)
    const { items, issuerAuth } = readIssuerSigned(document.get('issuerSigned'))
    const object = readMobileSecurityObject(issuerAuth.payload ?? new Uint8Array(0))
    assert.ok(items.length > 0)
    const [certificate = new Uint8Array(0)] = x5chainOf(issuerAuth, D412)
    const key = ecKeyOf(readCertificate(certificate, D412), D412)
    await mustBeSignedBy(issuerAuth, key, null, { where: D412, wrongCode: 'mdoc.issuer-signature' })
    for (const { namespace, digestId, whole } of items) {
      const found = createHash('sha256').update(whole).digest('hex')
      assert.equal(hex(object.digests.get(namespace)?.get(digestId) ?? whole), found)
    }
  },
)
