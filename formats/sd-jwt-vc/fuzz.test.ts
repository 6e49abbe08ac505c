// Whatever a stranger sends, the parsers answer with a code and the verifier does not believe it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked, forge, holder, issue, NOW_s, PAYLOAD, present, trust } from '../../testing/credential-kit.ts'
import { mutatorOf } from '../../testing/mutations.ts'
import { inputs } from '../../testing/thorough.ts'
import { readCredential } from './read-credential.ts'
import { presentCredential } from './present-credential.ts'
import { sdJwtFaultCodes } from './sd-jwt-fault.ts'
import { verifyPresentation } from './verify-credential.ts'

const SEED = 20_261_130
const codes: ReadonlySet<string> = new Set(sdJwtFaultCodes)
const BATCH = 500

/** Counts what each input was answered. A throw, or a code that is none, fails the test. */
const answers = async (
  count: number,
  ask: (index: number) => Promise<{ readonly ok: boolean; readonly reason?: string }>,
): Promise<Map<string, number>> => {
  const tally = new Map<string, number>()
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => ask(from + index))
    for (const { ok, reason = '' } of await Promise.all(batch)) {
      assert.ok(ok || codes.has(reason), reason)
      tally.set(ok ? 'ok' : reason, (tally.get(ok ? 'ok' : reason) ?? 0) + 1)
    }
  }
  return tally
}

test('a phone reads thousands of broken credentials and answers each', async (t) => {
  const whole = await issue({ decoys: 1 })
  const { text } = mutatorOf(SEED)
  const tally = await answers(inputs(5000), () => readCredential(text(whole)))
  t.diagnostic(`seed ${SEED}: ${JSON.stringify(Object.fromEntries(tally))}`)
  // The mutator reaches beyond the first reading, and leaves some whole.
  for (const code of [
    'ok',
    'sd-jwt.disclosure-unreferenced',
    'sd-jwt.disclosure-form',
    'sd-jwt.issuer-form',
  ]) {
    assert.ok(tally.has(code), code)
  }
})

test('no presentation that differs from hers in one place is believed', async (t) => {
  const whole = await present(await issue())
  const { text } = mutatorOf(SEED + 1)
  const tally = await answers(inputs(5000), async () => {
    const changed = text(whole)
    return changed === whole
      ? { ok: false, reason: 'sd-jwt.form' }
      : verifyPresentation(changed, trust, asked)
  })
  t.diagnostic(`seed ${SEED + 1}: ${JSON.stringify(Object.fromEntries(tally))}`)
  assert.equal(tally.get('ok'), undefined)
  assert.ok((await verifyPresentation(whole, trust, asked)).ok, 'the one she made is')
})

test('a payload that an issuer should not have signed is answered, whatever stands in it', async (t) => {
  const sample = JSON.stringify({
    ...PAYLOAD,
    _sd_alg: 'sha-256',
    _sd: ['a', 'b'],
    list: [{ '...': 'c' }, 1],
    exp: NOW_s + 5,
    status: { status_list: { idx: 1, uri: 'x' } },
  })
  const { text } = mutatorOf(SEED + 2)
  const tally = await answers(inputs(5000) / 10, async () =>
    verifyPresentation(await forge(text(sample)), trust, asked),
  )
  t.diagnostic(`seed ${SEED + 2}: ${JSON.stringify(Object.fromEntries(tally))}`)
  assert.ok(tally.has('ok') && tally.has('sd-jwt.issuer-form'))
})

test('a phone that is asked for nonsense answers, and shows no more than was asked', async () => {
  const credential = await issue()
  const { below } = mutatorOf(SEED + 3)
  const steps = ['full_name', 'address', 'province', 'classes', 0, 1, null, '_sd', '__proto__', 'constructor']
  const keyBinding = { ...asked, signer: holder.signer, issuedAt_s: NOW_s }
  const tally = await answers(inputs(5000) / 10, async () => {
    const show = [Array.from({ length: below(4) }, () => steps[below(steps.length)] ?? null)]
    const outcome = await presentCredential({ credential, show, keyBinding })
    const shown = outcome.ok ? outcome.value.split('~').length - 2 : 0
    // The address with one of its parts, or all three classes.
    assert.ok(shown <= 3, JSON.stringify(show))
    return outcome
  })
  assert.ok(tally.has('ok') && tally.has('sd-jwt.claim-absent'))
})
