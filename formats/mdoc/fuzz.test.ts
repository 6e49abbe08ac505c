import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hex } from '../bytes.ts'
import { coseKeyOf } from './ec-key.ts'
import { readDeviceEngagement } from './device-engagement.ts'
import { readDeviceRequest } from './device-request.ts'
import { judged, mdocRefusalCodes, type Judged } from './mdoc-refusal.ts'
import { readMobileSecurityObject } from './mobile-security-object.ts'
import type { CborValue } from './cbor-value.ts'
import { readRoots } from './document-signer.ts'
import { verifyIssued, type Elements } from './verify-issuer.ts'
import { verifyResponse } from './verify-response.ts'
import { encodedCbor, writeCbor } from './write-cbor.ts'
import { mutatedBytes, mutatorOf } from '../../testing/mutations.ts'
import { inputs } from '../../testing/thorough.ts'
import {
  authority,
  deviceKey,
  issue,
  LICENCE,
  licence,
  NOW,
  payloadOf,
  present,
  readerOf,
  SPACE,
  trustIn,
} from '../../testing/mdoc/documents.ts'

const HEAP_GROWTH_MOST_BYTES = 256 * 2 ** 20

const issued = await issue()
const answer = await present(issued, { [SPACE]: ['family_name', 'age_over_18'] })
const reader = await readerOf()
const trust = await trustIn(authority)
const request = writeCbor(
  new Map<string, CborValue>([
    ['version', '1.0'],
    [
      'docRequests',
      [
        new Map([
          [
            'itemsRequest',
            encodedCbor(
              writeCbor(
                new Map<string, CborValue>([
                  ['docType', LICENCE],
                  ['nameSpaces', new Map([[SPACE, new Map([['family_name', true]])]])],
                ]),
              ),
            ),
          ],
        ]),
      ],
    ],
  ]),
)
const engagement = writeCbor(
  new Map<number, CborValue>([
    [0, '1.0'],
    [1, [1, encodedCbor(writeCbor(coseKeyOf(deviceKey.publicKey)))]],
    [2, [[2, 1, new Map([[0, true]])]]],
  ]),
)

/** What was believed must be what was issued: spoiling may take away, and add nothing. */
const mustBeIssued = (elements: Elements, input: Uint8Array): void => {
  for (const [space, values] of elements) {
    for (const [name, value] of values) {
      const known = licence.elements[space]?.[name]
      assert.deepEqual(hex(writeCbor(value)), hex(writeCbor(known)), `${name} was believed: ${hex(input)}`)
    }
  }
}

const mustBeCode = (judgement: Judged<unknown>): void => {
  if (!judgement.ok) {
    assert.ok(mdocRefusalCodes.includes(judgement.code))
  }
}

const TARGETS: readonly (readonly [string, Uint8Array, (input: Uint8Array) => Promise<void>])[] = [
  [
    'an answer',
    answer,
    async (input) => {
      const judgement = await verifyResponse(input, reader)
      mustBeCode(judgement)
      for (const { elements, deviceElements } of judgement.ok ? judgement.value : []) {
        mustBeIssued(elements, input)
        assert.equal(deviceElements.size, 0)
      }
    },
  ],
  [
    'an issued document',
    issued,
    async (input) => {
      const judgement = await verifyIssued(input, { docType: LICENCE, trust, at: NOW })
      mustBeCode(judgement)
      if (judgement.ok) {
        mustBeIssued(judgement.value.elements, input)
      }
    },
  ],
  // Behind a signature that stands: what a trusted issuer could have signed by mistake.
  [
    'a security object',
    payloadOf(issued),
    async (input) => mustBeCode(await judged(() => readMobileSecurityObject(input))),
  ],
  ['a certificate', authority.certificate, async (input) => mustBeCode(await readRoots([input]))],
  ['a request', request, async (input) => mustBeCode(await readDeviceRequest(input, null))],
  ['an engagement', engagement, async (input) => mustBeCode(await readDeviceEngagement(input))],
]

for (const [index, [what, whole, judge]] of TARGETS.entries()) {
  const times = Math.ceil(inputs(8000) / TARGETS.length)
  test(`${what}, spoiled ${times} times, is judged each time and never more than was issued`, async () => {
    await judge(whole)
    const { below } = mutatorOf(20_261_130 + index)
    const before = process.memoryUsage().heapUsed
    for (let count = 0; count < times; count++) {
      await judge(mutatedBytes(whole, below))
    }
    assert.ok(process.memoryUsage().heapUsed - before < HEAP_GROWTH_MOST_BYTES)
  })
}
