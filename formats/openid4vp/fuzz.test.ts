// Whatever a stranger sends, wallet and verifier answer with a code, and what was changed is not believed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sign } from '../../testing/credential-kit.ts'
import { mutatorOf } from '../../testing/mutations.ts'
import {
  answer,
  believing,
  chance,
  CLAIMS,
  HEADER,
  own,
  ownKey,
  reading,
  requestWith,
  signedBy,
  STATE,
} from '../../testing/sharing-kit.ts'
import { inputs } from '../../testing/thorough.ts'
import { dcqlFaultCodes } from '../dcql/dcql-fault.ts'
import { mdocRefusalCodes } from '../mdoc/mdoc-refusal.ts'
import type { Parsed } from '../parsed.ts'
import { sdJwtFaultCodes } from '../sd-jwt-vc/sd-jwt-fault.ts'
import { encryptJwe } from './jwe.ts'
import { openid4vpFaultCodes } from './openid4vp-fault.ts'
import { readRequest } from './read-request.ts'
import { verifyAnswer } from './verify-answer.ts'

const SEED = 20_261_130
const codes = new Set<string>([
  ...openid4vpFaultCodes,
  ...dcqlFaultCodes,
  ...sdJwtFaultCodes,
  ...mdocRefusalCodes,
])
const BATCH = 200

/** Counts what each input was answered. A throw, or a code that is none, fails the test. */
const answers = async (
  count: number,
  ask: () => Promise<Parsed<unknown, string>>,
): Promise<Map<string, number>> => {
  const tally = new Map<string, number>()
  for (let left = count; left > 0; left -= BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, left) }, ask)
    for (const outcome of await Promise.all(batch)) {
      const reason = outcome.ok ? 'ok' : outcome.reason
      assert.ok(outcome.ok || codes.has(reason), reason)
      tally.set(reason, (tally.get(reason) ?? 0) + 1)
    }
  }
  return tally
}
const told = (seed: number, tally: ReadonlyMap<string, number>): string =>
  `seed ${seed}: ${JSON.stringify(Object.fromEntries(tally))}`

test('no request that differs in one place from what the bank signed is read', async (t) => {
  const whole = await requestWith()
  const { text } = mutatorOf(SEED)
  const tally = await answers(inputs(3000), async () => {
    const changed = text(whole)
    return changed === whole ? { ok: false, reason: 'openid4vp.request-form' } : readRequest(changed, reading)
  })
  t.diagnostic(told(SEED, tally))
  assert.equal(tally.get('ok'), undefined)
  assert.ok(tally.has('openid4vp.request-signature') && tally.has('openid4vp.chain-form'))
})

test('a request that a registered party should not have signed is answered, whatever it says', async (t) => {
  const sample = JSON.stringify(CLAIMS)
  const { text } = mutatorOf(SEED + 1)
  const tally = await answers(inputs(5000) / 10, async () =>
    readRequest(await sign(HEADER, text(sample), signedBy), reading),
  )
  t.diagnostic(told(SEED + 1, tally))
  assert.ok(tally.has('ok') && tally.has('openid4vp.request-form') && tally.size > 4)
})

test('no wrapping that differs in one place from hers opens', async (t) => {
  const request = await readRequest(await requestWith(), reading)
  assert.ok(request.ok)
  const { response = '' } = await answer(request.value)
  const { text } = mutatorOf(SEED + 2)
  const tally = await answers(inputs(3000), async () => {
    const changed = text(response)
    return changed === response
      ? { ok: false, reason: 'openid4vp.jwe-form' }
      : verifyAnswer({ response: changed }, own, believing)
  })
  t.diagnostic(told(SEED + 2, tally))
  assert.equal(tally.get('ok'), undefined)
  assert.ok(tally.has('openid4vp.jwe-damaged') && tally.has('openid4vp.jwe-form'))
})

test('an answer that is closed rightly around anything is answered', async (t) => {
  const request = await readRequest(await requestWith(), reading)
  assert.ok(request.ok)
  const { vp_token: token = '' } = await answer({ ...request.value, encryption: null })
  const sample = JSON.stringify({ vp_token: JSON.parse(token) as unknown, state: STATE })
  const { text } = mutatorOf(SEED + 3)
  const tally = await answers(inputs(5000) / 10, async () => {
    const plaintext = new TextEncoder().encode(text(sample))
    const response = await encryptJwe(plaintext, { recipient: ownKey, method: 'A128GCM', chance })
    return verifyAnswer({ response }, own, believing)
  })
  t.diagnostic(told(SEED + 3, tally))
  assert.ok(tally.size > 4)
})
