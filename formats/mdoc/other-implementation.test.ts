/** `@owf/mdoc`, written by others, reads what we make, and we read what it makes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  DeviceRequest,
  DocRequest,
  Holder,
  Issuer,
  type IssuerSigned,
  ItemsRequest,
  SessionTranscript,
  SignatureAlgorithm,
  Verifier,
} from '@owf/mdoc'
import { hex } from '../bytes.ts'
import { Tagged } from './cbor-value.ts'
import { verifyIssued } from './verify-issuer.ts'
import { verifyResponse } from './verify-response.ts'
import {
  authority,
  codeOf,
  deviceKey,
  issue,
  LICENCE,
  licence,
  NOW,
  present,
  readerOf,
  signer,
  SPACE,
  transcript,
  trustIn,
  valueOf,
} from '../../testing/mdoc/documents.ts'
import {
  otherContext,
  otherDay,
  otherDeviceKeyOf,
  otherKeyOf,
} from '../../testing/mdoc/other-implementation.ts'

const trustedCertificates = [authority.certificate]
const request = {
  clientId: 'x509_san_dns:bank.example',
  nonce: 'n-0S6_WzA2Mj',
  responseUri: 'https://bank.example/answer',
}
const session = await SessionTranscript.forOid4Vp(request, otherContext)
const otherSession = await SessionTranscript.forOid4Vp({ ...request, nonce: 'another' }, otherContext)

const asked = DeviceRequest.create({
  docRequests: [
    DocRequest.create({
      itemsRequest: ItemsRequest.create({
        docType: LICENCE,
        namespaces: { [SPACE]: { age_over_18: false, family_name: false } },
      }),
    }),
  ],
})

const issuedElsewhere = async (): Promise<IssuerSigned> => {
  const issuer = new Issuer(LICENCE, otherContext)
  issuer.addIssuerNamespace(SPACE, {
    family_name: 'Trần',
    age_over_18: true,
    birth_date: otherDay('1994-02-27'),
    issuing_country: 'VN',
  })
  const { signed, validFrom, validUntil } = licence
  return issuer.sign({
    signingKey: otherKeyOf(signer.key),
    algorithm: SignatureAlgorithm.ES256,
    digestAlgorithm: 'SHA-256',
    validityInfo: { signed, validFrom, validUntil },
    deviceKeyInfo: { deviceKey: otherDeviceKeyOf(deviceKey) },
    certificates: [signer.certificate],
  })
}

test('both make the same transcript', () => {
  assert.equal(hex(session.encode()), hex(transcript))
})

test('what we issue, the other holder accepts', async () => {
  await Holder.verifyIssuerSigned(
    { issuerSigned: await issue(), trustedCertificates, now: NOW },
    otherContext,
  )
})

test('what the other issuer issues, we accept', async () => {
  const bytes = (await issuedElsewhere()).encode()
  const trust = await trustIn(authority)
  const issued = valueOf(await verifyIssued(bytes, { docType: LICENCE, trust, at: NOW }))
  assert.equal(issued.elements.get(SPACE)?.get('family_name'), 'Trần')
  const birth = issued.elements.get(SPACE)?.get('birth_date')
  assert.ok(birth instanceof Tagged && birth.content === '1994-02-27')
  assert.deepEqual(issued.deviceKey, deviceKey.publicKey)
})

test('what our wallet shows, the other verifier accepts, and for its own session only', async () => {
  const deviceResponse = await present(await issue(), { [SPACE]: ['age_over_18', 'family_name'] })
  const judge = (sessionTranscript: SessionTranscript): Promise<void> =>
    Verifier.verifyDeviceResponse(
      { deviceRequest: asked, deviceResponse, sessionTranscript, trustedCertificates, now: NOW },
      otherContext,
    )
  await judge(session)
  await assert.rejects(judge(otherSession))
})

test('what the other wallet shows, we accept, and for our own session only', async () => {
  const show = async (sessionTranscript: SessionTranscript): Promise<Uint8Array> => {
    const response = await Holder.createDeviceResponseForDeviceRequest(
      {
        deviceRequest: asked,
        sessionTranscript,
        issuerSigned: [await issuedElsewhere()],
        signature: { signingKey: otherKeyOf(deviceKey) },
      },
      otherContext,
    )
    return response.encode()
  }
  const wanted = [{ docType: LICENCE, elements: { [SPACE]: ['age_over_18', 'family_name'] } }]
  const reader = await readerOf({ wanted })
  const [shown] = valueOf(await verifyResponse(await show(session), reader))
  assert.deepEqual([...(shown?.elements.get(SPACE)?.keys() ?? [])].sort(), ['age_over_18', 'family_name'])
  assert.equal(codeOf(await verifyResponse(await show(otherSession), reader)), 'mdoc.device-signature')
})
