// How an officer comes in, and how long she stays.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { drawTicket } from '../../../../testing/officer-ticket.ts'
import { newAuthenticator } from '../../../../testing/passkey.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { anonymous } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/id.ts'
import { perform } from '../../../kernel/perform.ts'
import { addOfficer } from './add-officer.ts'
import {
  addPasskey,
  enterByTicket,
  officerSignIn,
  officerSignInOptions,
  officerSignOut,
  passkeyOptions,
  viewOfficer,
} from './officer-sign-in.ts'
import { officerOfSession } from './officer-session.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const HOUR_MS = 3_600_000
const drawn = (number?: string, changes?: { hasLostPasskey?: boolean }) =>
  drawTicket(fixture.context, number, changes)
const entered = async () => {
  const visitor = fixture.visitor()
  await visitor.do(enterByTicket, { ticket: (await drawn()).ticket })
  return visitor
}

const challengeFor = async (visitor: Visitor) =>
  ((await visitor.do(passkeyOptions)) as { challenge: string }).challenge
/** Her first one, of a device of its own. */
const makePasskey = async (visitor: Visitor) => {
  const device = newAuthenticator()
  const profile = await visitor.do(addPasskey, { response: device.made(await challengeFor(visitor)) })
  return { ...profile, device }
}

test('her first passkey ends what else came in by a ticket, and every ticket that lies around', async () => {
  const number = `CB-${newId()}`
  const [first, second, third] = [await drawn(number), await drawn(number), await drawn(number)]
  const [thief, officer] = [fixture.visitor(), fixture.visitor()]
  await thief.do(enterByTicket, { ticket: first.ticket })
  const challenge = await challengeFor(thief)
  await officer.do(enterByTicket, { ticket: second.ticket })
  const { hasPasskey, device } = await makePasskey(officer)
  assert.equal(hasPasskey, true)
  assert.deepEqual((await officer.do(viewOfficer)).tasks, ['enrolment.decide'])
  assert.equal((await thief.refusal(viewOfficer)).code, 'session.required')
  const late = await thief.refusal(addPasskey, { response: newAuthenticator().made(challenge) })
  assert.equal(late.code, 'session.required')
  const spent = await fixture.visitor().refusal(enterByTicket, { ticket: third.ticket })
  assert.equal(spent.code, 'officer.ticket-spent')
  // A further key of hers ends nothing.
  const again = await challengeFor(officer)
  await officer.do(addPasskey, { response: newAuthenticator().made(again), proof: device.used(again) })
  assert.deepEqual((await officer.do(viewOfficer)).tasks, ['enrolment.decide'])
})

test("a key whose number is another's already is refused, and ends nothing", async () => {
  const [officer, colleague] = [await entered(), await entered()]
  const { device } = await makePasskey(officer)
  const response = device.made(await challengeFor(colleague))
  assert.equal((await colleague.refusal(addPasskey, { response })).code, 'officer.passkey-refused')
  assert.equal((await makePasskey(colleague)).hasPasskey, true)
})

test('a session that was left open makes no further key: one that she has answers the same challenge first, within minutes', async () => {
  const [officer, colleague] = [await entered(), await entered()]
  const { device } = await makePasskey(officer)
  const { device: another } = await makePasskey(colleague)
  const asked = (await officer.do(passkeyOptions)) as {
    challenge: string
    proof?: { challenge: string; allowCredentials: { id: string }[] }
  }
  const { challenge } = asked
  const held = device.used(challenge)
  assert.equal(asked.proof?.challenge, challenge)
  assert.deepEqual(
    asked.proof.allowCredentials.map(({ id }) => id),
    [held.id],
  )
  const response = newAuthenticator().made(challenge)
  assert.equal((await officer.refusal(addPasskey, { response })).code, 'officer.passkey-first')
  const earlier = device.used(((await officer.do(officerSignInOptions)) as { challenge: string }).challenge)
  for (const proof of [another.used(challenge), earlier, { ...another.used(challenge), id: held.id }]) {
    const { code } = await officer.refusal(addPasskey, { response, proof })
    assert.equal(code, 'officer.passkey-refused')
  }
  moveClock(clockAtFirst + 301_000)
  assert.equal((await officer.refusal(addPasskey, { response, proof: held })).code, 'officer.passkey-refused')
  moveClock(clockAtFirst)
  const added = newAuthenticator()
  await officer.do(addPasskey, { response: added.made(challenge), proof: held })
  // Once: the challenge is spent, and either key opens the counter.
  const third = { response: newAuthenticator().made(challenge), proof: added.used(challenge) }
  assert.equal((await officer.refusal(addPasskey, third)).code, 'officer.passkey-refused')
  for (const key of [device, added]) {
    const visitor = fixture.visitor()
    const { challenge: open } = (await visitor.do(officerSignInOptions)) as { challenge: string }
    const { number } = await visitor.do(officerSignIn, { response: key.used(open) })
    assert.equal(number, (await officer.do(viewOfficer)).number)
  }
})

test('with her lost key end its sessions, and every ticket drawn before', async () => {
  const number = `CB-${newId()}`
  const old = fixture.visitor()
  await old.do(enterByTicket, { ticket: (await drawn(number)).ticket })
  await makePasskey(old)
  const plain = await drawn(number)
  const [lost, another] = [
    await drawn(number, { hasLostPasskey: true }),
    await drawn(number, { hasLostPasskey: true }),
  ]
  const officer = fixture.visitor()
  await officer.do(enterByTicket, { ticket: lost.ticket })
  assert.equal((await old.refusal(passkeyOptions)).code, 'session.required')
  for (const { ticket } of [plain, another]) {
    assert.equal((await fixture.visitor().refusal(enterByTicket, { ticket })).code, 'officer.ticket-spent')
  }
  await makePasskey(officer)
  assert.deepEqual((await officer.do(viewOfficer)).tasks, ['enrolment.decide'])
  assert.equal((await old.refusal(viewOfficer)).code, 'session.required')
})

test("a session ends with the shift, with sign-out, with the mandate and with the officer's leaving", async () => {
  const [shift, out, leaver] = [await entered(), await entered(), fixture.visitor()]
  const { ticket, officerId } = await drawn()
  await leaver.do(enterByTicket, { ticket })
  const stolen = out.sessions.get('counter') ?? ''
  await out.do(officerSignOut)
  out.sessions.set('counter', stolen)
  assert.equal((await out.refusal(viewOfficer)).code, 'session.required')
  await fixture.pool.query('update mandate set valid_until = now() where officer_id = $1', [officerId])
  assert.deepEqual((await leaver.do(viewOfficer)).tasks, [])
  await fixture.pool.query('update officer set left_at = now() where id = $1', [officerId])
  assert.equal((await leaver.refusal(viewOfficer)).code, 'session.required')
  moveClock(clockAtFirst + 8 * HOUR_MS + 1000)
  assert.equal((await shift.refusal(viewOfficer)).code, 'session.required')
})

test('a session token that is none is nobody, whatever it looks like', async () => {
  const real = (await entered()).sessions.get('counter') ?? ''
  const [id] = real.split('.')
  for (const token of [
    '',
    '.',
    'x',
    `${id}.`,
    `${id}.wrong`,
    `${'-'.repeat(36)}.x`,
    `${'0'.repeat(36)}.x`,
    `${newId()}.x`,
    `${id}.${'A'.repeat(900)}`,
  ]) {
    assert.equal(
      await officerOfSession(fixture.context.tools.read, fixture.context.tools, token),
      null,
      token.slice(0, 40),
    )
  }
})

/** By its form or by its proof. */
const isRefused = ({ code }: { code: string }, what: string): void =>
  assert.ok(['officer.passkey-refused', 'request.invalid'].includes(code), `${what}: ${code}`)

test('a passkey that is none is refused by name, never an error of ours', async () => {
  const visitor = await entered()
  const { challenge } = await visitor.do(officerSignInOptions)
  isRefused(await visitor.refusal(addPasskey, { response: {} }), '{}')
  await visitor.do(passkeyOptions)
  isRefused(
    await visitor.refusal(addPasskey, {
      response: {
        id: 'x',
        rawId: 'x',
        type: 'public-key',
        response: { clientDataJSON: 'e30', attestationObject: 'e30' },
      },
    }),
    'e30',
  )
  const data = (value: unknown) =>
    Buffer.from(
      JSON.stringify({ type: 'webauthn.get', challenge: value, origin: 'http://localhost:4000' }),
    ).toString('base64url')
  const responses = [
    {},
    { response: null },
    { response: { clientDataJSON: 'no json' } },
    { id: 'x', response: { clientDataJSON: data('unknown') } },
    { id: 'x', response: { clientDataJSON: data('a\0b') } },
    { id: 'x', response: { clientDataJSON: data('\ud800') } },
    { id: 'x', response: { clientDataJSON: data({ toString: null }) } },
    { id: { deep: 1 }, response: { clientDataJSON: data(challenge) } },
    { id: 'y'.repeat(5000), response: { clientDataJSON: data('z'.repeat(50_000)) } },
    { response: { clientDataJSON: { toString: 1 } } },
  ]
  for (const response of responses) {
    isRefused(
      await fixture.visitor().refusal(officerSignIn, { response }),
      JSON.stringify(response).slice(0, 80),
    )
  }
})

test('an officer who stands for a test person is nobody where an operator runs it', async () => {
  const { context } = fixture
  const tools = { ...context.tools, allowsTestPeople: false }
  const wanted = { number: `CB-${newId()}`, name: 'Bảo', rank: '', tasks: ['lock.take'] as const }
  const { ticket } = await context.transact((work) =>
    addOfficer(work, context.tools, { ...wanted, personNumber: '940086002171' }),
  )
  const visitor = fixture.visitor()
  await visitor.do(enterByTicket, { ticket })
  const token = visitor.sessions.get('counter') ?? ''
  assert.equal((await officerOfSession(tools.read, context.tools, token))?.number, wanted.number)
  assert.equal(await officerOfSession(tools.read, tools, token), null)
  const again = await context.transact((work) => addOfficer(work, context.tools, wanted))
  const request = { requestId: newId(), network: '10.0.0.9', language: 'vi', device: 'test' } as const
  const entering = { input: { ticket: again.ticket }, actor: anonymous, request }
  await assert.rejects(perform({ ...context, tools }, enterByTicket, entering), /permit\.refused/)
})
