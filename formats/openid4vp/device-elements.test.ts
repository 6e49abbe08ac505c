// What a phone says by itself answers no question, and is refused where nobody asked for it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeBase64url } from '../jws/base64url.ts'
import type { CborValue } from '../mdoc/cbor-value.ts'
import { composeSign1 } from '../mdoc/cose.ts'
import { coseKeyOf } from '../mdoc/ec-key.ts'
import { presentDocuments } from '../mdoc/present.ts'
import { deviceAuthentication } from '../mdoc/session-transcript.ts'
import { encodedCbor, writeCbor } from '../mdoc/write-cbor.ts'
import {
  deviceKey,
  edit,
  issue,
  LICENCE,
  resigned,
  SPACE,
  valueOf,
  withField,
} from '../../testing/mdoc/documents.ts'
import { believing, own } from '../../testing/sharing-kit.ts'
import { transcriptOf } from './binding.ts'
import { verifyAnswer, type OwnRequest } from './verify-answer.ts'

const [, mobile] = own.query.credentials
assert.ok(mobile)
const sets = [{ isRequired: true, options: [['mobile']] }]
const asked: OwnRequest = { ...own, query: { credentials: [mobile], sets }, encryption: null }

/** A phone that the issuer lets speak in this namespace shows these of the issuer's elements, and its own. */
const verdictOf = async (
  shown: readonly string[],
  said: Readonly<Record<string, CborValue>>,
): Promise<string> => {
  const deviceKeyInfo = new Map<string, CborValue>([
    ['deviceKey', coseKeyOf(deviceKey.publicKey)],
    ['keyAuthorizations', new Map([['nameSpaces', [SPACE]]])],
  ])
  const issuerSigned = await resigned(await issue(), (object) =>
    withField('deviceKeyInfo', deviceKeyInfo)(object),
  )
  const transcript = await transcriptOf(asked)
  const proof = { kind: 'signature', sign: deviceKey.sign } as const
  const document = { issuerSigned, elements: { [SPACE]: shown }, proof }
  const plain = valueOf(await presentDocuments([document], transcript))
  const names = new Map([[SPACE, new Map(Object.entries(said))]])
  const nameSpaces = encodedCbor(writeCbor(names))
  const payload = deviceAuthentication(transcript, LICENCE, writeCbor(nameSpaces))
  const signature = await composeSign1(deviceKey.sign, { chain: [], payload, isDetached: true })
  const device = ['documents', 0, 'deviceSigned'] as const
  const spoken = edit(plain, [...device, 'nameSpaces'], () => nameSpaces)
  const bytes = edit(spoken, [...device, 'deviceAuth', 'deviceSignature'], () => signature)
  const vp_token = JSON.stringify({ mobile: [encodeBase64url(bytes)] })
  const outcome = await verifyAnswer({ vp_token, state: own.state ?? '' }, asked, believing)
  return outcome.ok ? 'taken' : outcome.reason
}

test('an element that only the phone says is not there', async () => {
  assert.equal(await verdictOf(['age_over_18'], { family_name: 'Made up' }), 'dcql.claim-missing')
})

test('an element that nobody asked for is refused, also where the issuer lets the phone say it', async () => {
  assert.equal(await verdictOf(['age_over_18', 'family_name'], { mood: 'good' }), 'dcql.claim-unasked')
})
