// Nothing is sent for whoever has shown nothing before her browser has shown presence: what is missing,
// forged, for another deed, too cheap, too old or taken before is refused, and a refusal touches nothing.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { SendEnrolmentCode } from '../../../../contract/enrolment.ts'
import { deed, pathOf, type Operation } from '../../../../contract/operation.ts'
import { presencePurpose, type PresencePurpose } from '../../../../contract/presence.ts'
import { nothing } from '../../../../contract/values.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { headerOf, presenceFor, proofIn, solvePresence, TEST_PRICE } from '../../../../testing/presence.ts'
import { none } from '../../../kernel/audit-line.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { anyone } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { useCasesOf } from '../../../kernel/module.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { allModules } from '../../all.ts'
import { sendEnrolmentCode, startEnrolment } from '../../cases/enrolment/level-1/fill-draft.ts'
import { beginReturn } from '../../cases/enrolment/level-1/return-to-application.ts'
import { countCode, type CodeAsker } from '../../people/accounts/code-budget.ts'
import { codeBudget, smsCeilings } from '../../people/accounts/rules.ts'
import { sendLockCode } from '../../people/locks/lock-in-public.ts'
import { startActivation } from '../authentication/activation/begin-journey.ts'
import { beginRecovery } from '../authentication/recovery/begin-recovery.ts'
import { drawPresence } from './draw-presence.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const shownBy = (visitor: Visitor, contract: Operation = SendEnrolmentCode): Promise<string> =>
  presenceFor(fixture.context.tools, contract, { typed: true }, visitor.network).then((text) => text ?? '')
const applicant = async () => {
  const visitor = fixture.visitor()
  await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
  return visitor
}

/** All that a deed that sends leaves: codes, events, counts, what was paid, what was taken. */
const TRACES = [
  'contact_proof',
  'outbox',
  'attempt_counter',
  'sms_spending',
  'spent_presence',
  'idempotency_key',
]
const traces = async (): Promise<string[]> => {
  const found: string[] = []
  for (const table of TRACES) {
    const { rows } = await fixture.pool.query<{ all: string }>(
      `select coalesce(string_agg(t::text, '|' order by t::text), '') as all from ${table} t`,
    )
    found.push(`${table}: ${rows[0]?.all}`)
  }
  return found
}

const phone = (): { phone: string } => ({ phone: newPerson().phone })
/** How the deed ends with this header, and that a refusal left nothing. */
const endWith = async (visitor: Visitor, header: string | undefined): Promise<string> => {
  const before = await traces()
  const { presenceFor: own } = visitor
  visitor.presenceFor = () => Promise.resolve(header)
  const end = await visitor.do(sendEnrolmentCode, phone()).then(
    () => 'sent',
    (error: { code?: string }) => error.code ?? String(error),
  )
  visitor.presenceFor = own
  if (end !== 'sent') {
    assert.deepEqual(await traces(), before, `${end} has touched something`)
  }
  return end
}

test('without presence nothing is sent, nothing is counted and nothing is taken, at every door', async () => {
  const { personalNumber, phone: to, email } = newPerson()
  const asked = [
    [sendEnrolmentCode, { phone: to }],
    [beginReturn, { reference: 'SEN-AAAA-BBBB', channel: 'sms', phone: to }],
    [startActivation, { personalNumber, phone: to }],
    [beginRecovery, { rung: 'face', personalNumber, channel: 'sms', phone: to }],
    [sendLockCode, { personalNumber, email }],
  ] as const
  const visitor = await applicant()
  visitor.presenceFor = () => Promise.resolve(undefined)
  const before = await traces()
  for (const [door, input] of asked) {
    const { code } = await visitor.refusal(door as typeof sendLockCode, input)
    assert.equal(code, 'presence.missing', door.contract.name)
  }
  assert.deepEqual(await traces(), before)
})

test('whoever only means the application of her own session is asked for no presence', async () => {
  const visitor = await applicant()
  visitor.presenceFor = () => Promise.resolve(undefined)
  const { code } = await visitor.refusal(startActivation, {})
  assert.equal(code, 'journey.gone', 'it is not accepted yet, which is all that she is told')
})

test('what is garbage, forged or not worked for is refused', async () => {
  const visitor = await applicant()
  const proof = proofIn(await shownBy(visitor))
  const { challenge, solution } = proof
  const { parameters } = challenge
  const withParameters = (changes: object): string =>
    headerOf({ ...proof, challenge: { ...challenge, parameters: { ...parameters, ...changes } } })
  const withData = (changes: object): string => withParameters({ data: { ...parameters.data, ...changes } })
  const wrong: Record<string, string> = {
    nothing: '',
    garbage: 'x'.repeat(300),
    'no object': headerOf([]),
    'another signature': headerOf({ ...proof, challenge: { ...challenge, signature: '0'.repeat(64) } }),
    'no signature': headerOf({ ...proof, challenge: { parameters } }),
    'a lower cost': withParameters({ cost: 1 }),
    'fewer tries': withData({ tries: 1 }),
    'more tries': withData({ tries: 9_000_000 }),
    'a later end': withData({ ends: now().getTime() + 86_400_000 }),
    'another purpose in it': withData({ purpose: 'lock.send-code' }),
    'another nonce': withParameters({ nonce: '0'.repeat(32) }),
    'a field of its own': withParameters({ expiresAt: 1 }),
    'a counter alone': headerOf({ challenge, solution: { counter: solution.counter } }),
    'a key that was not derived': headerOf({
      challenge,
      solution: { ...solution, derivedKey: `${String(parameters['keyPrefix'])}${'0'.repeat(32)}` },
    }),
  }
  for (const [what, header] of Object.entries(wrong)) {
    assert.equal(await endWith(visitor, header), 'presence.wrong', what)
  }
  assert.equal(await endWith(visitor, headerOf(proof)), 'sent', 'the honest one, after all of them')
})

test('what was worked for one deed is good for no other', async () => {
  const visitor = await applicant()
  for (const name of presencePurpose.options) {
    if (name !== 'enrolment.send-code') {
      const header = await shownBy(visitor, { ...SendEnrolmentCode, name } as Operation)
      assert.equal(await endWith(visitor, header), 'presence.wrong', name)
    }
  }
})

test('presence is good once, whoever brings it, and also when two come at the same moment', async () => {
  const visitor = await applicant()
  const header = await shownBy(visitor)
  assert.equal(await endWith(visitor, header), 'sent')
  assert.equal(await endWith(visitor, header), 'presence.used')
  assert.equal(await endWith(await applicant(), header), 'presence.used')
  const together = await Promise.all([applicant(), applicant(), applicant()])
  const once = await shownBy(visitor)
  const ends = await Promise.all(
    together.map((one) => {
      one.presenceFor = () => Promise.resolve(once)
      return one.do(sendEnrolmentCode, phone()).then(
        () => 'sent',
        (error: { code?: string }) => error.code,
      )
    }),
  )
  assert.deepEqual(ends.toSorted(), ['presence.used', 'presence.used', 'sent'])
})

test('what was taken is remembered for longer than it could be brought again', async () => {
  const visitor = await applicant()
  const header = await shownBy(visitor)
  assert.equal(await endWith(visitor, header), 'sent')
  const [{ kept } = { kept: new Date(0) }] = (
    await fixture.pool.query<{ kept: Date }>('select max(ends_at) as kept from spent_presence')
  ).rows
  const { ends } = proofIn(header).challenge.parameters.data
  assert.ok(kept.getTime() > Number(ends), `${kept.toISOString()} is not after ${String(ends)}`)
})

test('an answer that was lost is given again for the same presence, and nothing is sent anew', async () => {
  const visitor = await applicant()
  const header = await shownBy(visitor)
  visitor.presenceFor = () => Promise.resolve(header)
  const asked = phone()
  const key = 'pressed-again-after-a-lost-answer'
  const first = await visitor.do(sendEnrolmentCode, asked, key)
  const codes = async () => (await fixture.pool.query('select 1 from contact_proof')).rows.length
  const before = await codes()
  assert.deepEqual(await visitor.do(sendEnrolmentCode, asked, key), first)
  assert.equal(await codes(), before)
})

test('a deed that was refused for something else gives the presence back', async () => {
  const visitor = await applicant()
  const header = await shownBy(visitor)
  visitor.presenceFor = () => Promise.resolve(header)
  const { code } = await visitor.refusal(sendEnrolmentCode, { ...phone(), channel: 'email' })
  assert.equal(code, 'code.no-email')
  await visitor.do(sendEnrolmentCode, phone())
})

test('it ends: to the last moment it is good, and from then on it is refused', async () => {
  const visitor = await applicant()
  const [early, late] = [await shownBy(visitor), await shownBy(visitor)]
  const lifetime_ms = TEST_PRICE.lifetime_s * 1000
  moveClock(clockAtFirst + lifetime_ms - 2000)
  assert.equal(await endWith(visitor, early), 'sent')
  moveClock(clockAtFirst + lifetime_ms)
  assert.equal(await endWith(visitor, late), 'presence.expired')
})

test('the price rises with what is spent of the ceilings, and what was drawn when it was cheaper is refused', async () => {
  const HOUR_MS = 3_600_000
  moveClock(clockAtFirst + 2 * HOUR_MS - (now().getTime() % HOUR_MS) + 1000)
  const visitor = await applicant()
  const cheap = await shownBy(visitor)
  const triesOf = async (who: Visitor): Promise<unknown> =>
    (await who.do(drawPresence, { purpose: 'enrolment.send-code' })).challenge.parameters.data.tries
  assert.equal(await triesOf(visitor), TEST_PRICE.tries)
  const { perBlock, keptForFirsts_percent: kept } = inForce(smsCeilings, now())
  const half = Math.ceil((perBlock * (100 - kept)) / 200)
  const { sentPerHour } = inForce(codeBudget, now())
  for (let sent = 0; sent < half; sent++) {
    // Others of her block, each with a phone of her own.
    const one = sent % sentPerHour === 0 || sent % 40 === 0 ? await applicant() : visitor
    Object.assign(one, { network: visitor.network.replace(/\d+$/, String(1 + (sent % 250))) })
    const header = await shownBy(one)
    one.presenceFor = () => Promise.resolve(header)
    await one.do(sendEnrolmentCode, phone())
  }
  assert.equal(await triesOf(visitor), TEST_PRICE.tries * 2)
  assert.equal(await endWith(visitor, cheap), 'presence.expired', 'also for whoever drew it before')
  const elsewhere = await applicant()
  Object.assign(elsewhere, { network: '203.0.113.9' })
  assert.equal(await triesOf(elsewhere), TEST_PRICE.tries, 'another block pays what it did')
  assert.equal(
    await endWith(visitor, await shownBy(elsewhere)),
    'presence.expired',
    'what was drawn where it is cheaper is too cheap here',
  )
  assert.equal(await endWith(visitor, await shownBy(visitor)), 'sent', 'at the new price')
})

test('each purpose is a deed that asks for it, and each deed that asks for it is a purpose', () => {
  const asking = allModules
    .flatMap(useCasesOf)
    .filter(({ contract }) => contract.presence !== undefined)
    .map(({ contract }) => contract.name)
  assert.deepEqual(asking.toSorted(), presencePurpose.options.toSorted())
  for (const { contract } of allModules.flatMap(useCasesOf)) {
    for (const code of contract.presence ? (['missing', 'wrong', 'used', 'expired'] as const) : []) {
      assert.ok(contract.problems.includes(`presence.${code}`), pathOf(contract.name))
    }
  }
})

test('a deed whose contract asks for no presence cannot have a code sent for a stranger: it does not compile', async () => {
  const asked = { purpose: 'lock', channel: 'email', to: newPerson().email }
  const planted = useCase({
    contract: deed('planted.send', { summary: 'Sends.', input: nothing, output: nothing }),
    permit: anyone,
    async act(work, _, { presence, tools, request: { network } }) {
      // @ts-expect-error: what this deed holds is no presence
      const asker: CodeAsker = { kind: 'stranger', network, presence }
      // @ts-expect-error: nor is what somebody makes that looks like it
      const made: CodeAsker = { kind: 'stranger', network, presence: { spend: () => Promise.resolve() } }
      assert.equal(presence, null)
      assert.ok(made)
      await countCode(work, tools, { ...asked, asker })
      return {}
    },
    audit: none('planted'),
  })
  await fixture.visitor().do(planted)
})

test('what is drawn is solved, and tells nothing of whoever drew it', async () => {
  const visitor = fixture.visitor()
  const purpose: PresencePurpose = 'recovery.begin'
  const { challenge, expiresAt } = await visitor.do(drawPresence, { purpose })
  assert.ok(!JSON.stringify(challenge).includes(visitor.network))
  assert.ok(new Date(expiresAt) > now())
  assert.equal(proofIn(await solvePresence(challenge)).challenge.signature, challenge.signature)
})

test('the answer is any of the tries, so that nobody knows where to begin', async () => {
  const visitor = fixture.visitor()
  const counters = new Set<number>()
  for (let drawn = 0; drawn < 60; drawn++) {
    counters.add(proofIn(await shownBy(visitor)).solution.counter)
  }
  assert.deepEqual([...counters].toSorted(), [0, 1, 2, 3], `of ${TEST_PRICE.tries}`)
})
