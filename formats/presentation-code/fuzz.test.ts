// Whatever stands before the camera, the reader answers with a code, and nothing that differs is believed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trust } from '../../testing/credential-kit.ts'
import { mutatedBytes, mutatorOf } from '../../testing/mutations.ts'
import { cardIssuer, issueCard, showCard, SHOWN_AT_s } from '../../testing/shown-card-kit.ts'
import { inputs } from '../../testing/thorough.ts'
import { joined } from '../bytes.ts'
import { verifyPresentation } from '../sd-jwt-vc/verify-credential.ts'
import { codeFaults } from './code-fault.ts'
import { decodeDigits, encodeDigits } from './digits.ts'
import { OFFLINE_AUDIENCE, OFFLINE_NONCE } from './offline-binding.ts'
import { codeLimits, readCode } from './presentation-code.ts'

const SEED = 20_261_130
const codes: ReadonlySet<string> = new Set(codeFaults)
const cardTrust = { ...trust, issuerKey: () => ({ ...cardIssuer.jwk }), now_s: SHOWN_AT_s }
const offline = { nonce: OFFLINE_NONCE, audience: OFFLINE_AUDIENCE, maxAge_s: 60 }

/** A throw, or a code that is none, fails the test; so does whatever is believed and is not the one shown. */
const judge = async (digits: string, whole: string): Promise<string> => {
  const read = await readCode(digits)
  if (!read.ok) {
    assert.ok(codes.has(read.reason), read.reason)
    return read.reason
  }
  assert.ok(read.value.presentation.length <= 2 * codeLimits.characters)
  const judged = await verifyPresentation(read.value.presentation, cardTrust, offline)
  if (!judged.ok) {
    return 'not believed'
  }
  assert.equal(read.value.presentation, whole)
  return 'believed'
}

const tallied = async (count: number, next: () => Promise<string>, whole: string) => {
  const tally = new Map<string, number>()
  const BATCH = 500
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, async () =>
      judge(await next(), whole),
    )
    for (const answer of await Promise.all(batch)) {
      tally.set(answer, (tally.get(answer) ?? 0) + 1)
    }
  }
  return tally
}

const wholeOf = async (digits: string): Promise<string> => {
  const read = await readCode(digits)
  assert.ok(read.ok)
  return read.value.presentation
}

test('a verifier reads thousands of broken codes and answers each', async (t) => {
  const digits = await showCard(await issueCard())
  const { text } = mutatorOf(SEED)
  const tally = await tallied(inputs(2000), async () => text(digits), await wholeOf(digits))
  t.diagnostic(`seed ${SEED}: ${JSON.stringify(Object.fromEntries(tally))}`)
  for (const code of ['presentation-code.other', 'presentation-code.damaged']) {
    assert.ok(tally.has(code), code)
  }
})

test('bytes that were changed under a check that fits reach every reader below, and none of them is fooled', async (t) => {
  const digits = await showCard(await issueCard())
  const body = (decodeDigits(digits.slice(4)) ?? new Uint8Array()).slice(4)
  const { below } = mutatorOf(SEED + 1)
  const next = async (): Promise<string> => {
    const changed = new Uint8Array(mutatedBytes(body, below))
    const check = new Uint8Array(await crypto.subtle.digest('SHA-256', changed)).subarray(0, 4)
    return `7361${encodeDigits(joined([check, changed]))}`
  }
  const tally = await tallied(inputs(2000), next, await wholeOf(digits))
  t.diagnostic(`seed ${SEED + 1}: ${JSON.stringify(Object.fromEntries(tally))}`)
  for (const code of ['not believed', 'presentation-code.packing', 'presentation-code.form']) {
    assert.ok(tally.has(code), code)
  }
})
