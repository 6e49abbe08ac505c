import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hex } from '../bytes.ts'
import { Tagged } from './cbor-value.ts'
import { issueDocument } from './issue.ts'
import { presentDocuments } from './present.ts'
import { readIssuerSigned } from './issuer-signed.ts'
import { readMap } from './read-fields.ts'
import { browserTranscript, proximityTranscript } from './session-transcript.ts'
import { verifyIssued } from './verify-issuer.ts'
import { verifyResponse } from './verify-response.ts'
import { coseKeyOf } from './ec-key.ts'
import { writeCbor } from './write-cbor.ts'
import { makeKey } from '../../testing/mdoc/authority.ts'
import {
  authority,
  codeOf,
  deviceKey,
  issue,
  licence,
  LICENCE,
  NOW,
  OTHER_SPACE,
  payloadOf,
  present,
  readerOf,
  signer,
  SPACE,
  transcript,
  trustIn,
  valueOf,
} from '../../testing/mdoc/documents.ts'

test('a wallet reads every element, the time, the status and its own key out of what it was issued', async () => {
  const trust = await trustIn(authority)
  const issued = valueOf(await verifyIssued(await issue(), { docType: LICENCE, trust, at: NOW }))
  assert.deepEqual(
    [...issued.elements].map(([space, elements]) => [space, [...elements.keys()]]),
    Object.entries(licence.elements).map(([space, elements]) => [space, Object.keys(elements)]),
  )
  assert.equal(issued.elements.get(SPACE)?.get('family_name'), 'Trần')
  const birth = issued.elements.get(SPACE)?.get('birth_date')
  assert.ok(birth instanceof Tagged && birth.tag === 1004 && birth.content === '1994-02-27')
  assert.deepEqual(issued.status, { kind: 'status-list', index: 412, uri: 'https://sen.example/status/7' })
  assert.deepEqual(issued.validity.validUntil, licence.validUntil)
  assert.deepEqual(issued.deviceKey, licence.deviceKey)
  assert.equal(issued.signer.country, 'VN')
  assert.deepEqual(issued.signer.root, authority.certificate)
})

test('a reader sees the elements that were chosen and no other', async () => {
  const answer = await present(await issue(), { [SPACE]: ['age_over_18'], [OTHER_SPACE]: [] })
  const [shown] = valueOf(await verifyResponse(answer, await readerOf()))
  assert.deepEqual([...(shown?.elements ?? [])], [[SPACE, new Map([['age_over_18', true]])]])
  assert.equal(shown?.provenBy, 'signature')
  const text = Buffer.from(answer).toString('latin1')
  assert.ok(!text.includes('family_name') && !text.includes('points'))
})

test('an answer without any element still proves the document and the device', async () => {
  const [shown] = valueOf(await verifyResponse(await present(await issue(), {}), await readerOf()))
  assert.equal(shown?.elements.size, 0)
})

test('a device that answers with a MAC is believed by the reader of that session only', async () => {
  const [readerKey, another] = [makeKey(), makeKey()]
  const session = proximityTranscript({
    engagement: writeCbor(new Map([[0, '1.0']])),
    readerKey: writeCbor(coseKeyOf(readerKey.publicKey)),
    nfc: null,
  })
  const proof = {
    kind: 'mac',
    deviceKey: await deviceKey.forAgreement(),
    readerKey: readerKey.publicKey,
  } as const
  const answer = valueOf(
    await presentDocuments([{ issuerSigned: await issue(), elements: {}, proof }], session),
  )
  const ask = async (key: ReturnType<typeof makeKey> | null, over: Uint8Array): Promise<string> => {
    const sessionKey = key && (await key.forAgreement())
    return codeOf(await verifyResponse(answer, await readerOf({ transcript: over, sessionKey })))
  }
  assert.equal(await ask(readerKey, session), 'accepted')
  assert.equal(await ask(another, session), 'mdoc.device-mac')
  assert.equal(await ask(readerKey, transcript), 'mdoc.device-mac')
  assert.equal(await ask(null, session), 'mdoc.reader-key-missing')
  assert.equal(await ask(makeKey('P-384'), session), 'mdoc.algorithm-mismatch')
})

test('an answer to a bank is worth nothing to anybody else', async () => {
  const answer = await present(await issue())
  for (const request of [
    { origin: 'https://bank.example', nonce: 'n-0S6_WzA2Mj', jwkThumbprint: null },
    { origin: 'https://thief.example', nonce: 'n-0S6_WzA2Mj', jwkThumbprint: null },
  ]) {
    const elsewhere = await readerOf({ transcript: await browserTranscript(request) })
    assert.equal(codeOf(await verifyResponse(answer, elsewhere)), 'mdoc.device-signature')
  }
})

test('what a transcript is not is neither signed nor believed', async () => {
  const proof = { kind: 'signature', sign: deviceKey.sign } as const
  const none = writeCbor('nothing')
  for (const wrong of [none, writeCbor([null, null]), writeCbor([null, null, null, null])]) {
    const shown = await presentDocuments([{ issuerSigned: await issue(), elements: {}, proof }], wrong)
    assert.equal(codeOf(shown), 'mdoc.transcript')
    const reader = await readerOf({ transcript: wrong })
    assert.equal(codeOf(await verifyResponse(await present(await issue()), reader)), 'mdoc.transcript')
  }
  const noTime = await readerOf({ at: new Date('never') })
  assert.throws(() => verifyResponse(none, noTime), RangeError)
})

test('a wallet shows nothing rather than less than was agreed', async () => {
  const proof = { kind: 'signature', sign: deviceKey.sign } as const
  const elements = { [SPACE]: ['family_name', 'blood_group'] }
  const shown = await presentDocuments([{ issuerSigned: await issue(), elements, proof }], transcript)
  assert.equal(codeOf(shown), 'mdoc.element-not-held')
  assert.equal(codeOf(await presentDocuments([], transcript)), 'mdoc.no-document')
})

test('every element has a salt of its own of 32 bytes, and numbers that do not follow their order', async () => {
  const orders = new Set<string>()
  const salts = new Set<string>()
  for (let round = 0; round < 12; round++) {
    const { items } = readIssuerSigned(readMap(await issue(), 'test'))
    orders.add(items.map(({ digestId }) => digestId).join())
    for (const { salt } of items) {
      assert.equal(salt.length, 32)
      salts.add(hex(salt))
    }
  }
  assert.equal(salts.size, 12 * 7)
  assert.ok(orders.size > 1)
})

test('two documents of one person have nothing in common but what they say', async () => {
  const digestsOf = async (): Promise<readonly string[]> =>
    hex(payloadOf(await issue())).match(/5820[0-9a-f]{64}/g) ?? []
  const [one, two] = [await digestsOf(), await digestsOf()]
  const own = hex(deviceKey.publicKey.point)
  const shared = one.filter((part) => two.includes(part) && !own.includes(part.slice(4)))
  assert.ok(one.length >= 7)
  assert.deepEqual(shared, [])
})

test('an issuer refuses to make what every reader would refuse', async () => {
  const make = async (changes: object, more: object = {}): Promise<string> =>
    codeOf(
      await issueDocument(
        { ...licence, ...changes },
        {
          chain: [signer.certificate],
          sign: signer.key.sign,
          random: (size) => new Uint8Array(size),
          ...more,
        },
      ),
    )
  assert.equal(await make({}), 'accepted')
  assert.equal(await make({ validUntil: licence.validFrom }), 'mdoc.validity-order')
  assert.equal(await make({ validFrom: new Date('2026-10-31T23:59:59Z') }), 'mdoc.validity-order')
  assert.equal(await make({ elements: { [SPACE]: {} } }), 'mdoc.structure')
  assert.equal(await make({}, { chain: [] }), 'mdoc.chain-missing')
  assert.equal(await make({}, { random: () => new Uint8Array(15) }), 'mdoc.salt-short')
  assert.equal(await make({}, { sign: async () => new Uint8Array(70) }), 'mdoc.algorithm-mismatch')
  const off = Uint8Array.from(deviceKey.publicKey.point)
  off[40] = (off[40] ?? 0) ^ 1
  assert.equal(await make({ deviceKey: { curve: 'P-256', point: off } }), 'mdoc.key')
})
