// How an officer comes in, and how long she stays.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
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
const drawn = (number = `CB-${newId()}`, changes: { hasLostPasskey?: boolean } = {}) =>
  fixture.context.transact((work) =>
    addOfficer(work, fixture.context.tools, {
      number,
      name: 'Trần Quốc Bảo',
      rank: 'Đại uý',
      tasks: ['enrolment.decide'],
      ...changes,
    }),
  )
const entered = async () => {
  const visitor = fixture.visitor()
  await visitor.do(enterByTicket, { ticket: (await drawn()).ticket })
  return visitor
}

test('a ticket lets in once, within a day, and tells who and where', async () => {
  const { ticket } = await drawn('CB-7001')
  const visitor = fixture.visitor()
  const profile = await visitor.do(enterByTicket, { ticket })
  assert.deepEqual(profile, {
    number: 'CB-7001',
    name: 'Trần Quốc Bảo',
    rank: 'Đại uý',
    office: 'Trung tâm thẩm định tài khoản',
    tasks: ['enrolment.decide'],
    hasPasskey: false,
    desk: '',
    needsShift: false,
  })
  assert.equal((await fixture.visitor().refusal(enterByTicket, { ticket })).code, 'officer.ticket-spent')
  const late = await drawn()
  moveClock(clockAtFirst + 25 * HOUR_MS)
  assert.equal(
    (await fixture.visitor().refusal(enterByTicket, { ticket: late.ticket })).code,
    'officer.ticket-spent',
  )
})

test('once she has a passkey a ticket signs nobody in, but one that was drawn because she lost it; that leaves a line', async () => {
  const number = `CB-${newId()}`
  const { officerId } = await drawn(number)
  const keys = async () =>
    (await fixture.pool.query('select 1 from officer_passkey where officer_id = $1', [officerId])).rowCount
  await fixture.pool.query(
    `insert into officer_passkey (credential_id, officer_id, public_key, counter, transports, created_at)
     values ($1, $2, '', 0, '{}', now())`,
    [`key-${number}`, officerId],
  )
  const second = await drawn(number)
  for (let tries = 0; tries < 2; tries++) {
    const refused = await fixture.visitor().refusal(enterByTicket, { ticket: second.ticket })
    assert.equal(refused.code, 'officer.passkey-asked', 'and it is not spent by that')
  }
  assert.equal(await keys(), 1)
  const { ticket } = await drawn(number, { hasLostPasskey: true })
  assert.equal((await fixture.visitor().do(enterByTicket, { ticket })).hasPasskey, false)
  assert.equal(await keys(), 0)
  const { rows } = await fixture.pool.query(
    `select 1 from audit_line where purpose = 'officer-passkey-replaced'`,
  )
  assert.equal(rows.length, 1)
})

test('two who hold one ticket do not both come in', async () => {
  const { ticket } = await drawn()
  const ends = await Promise.all(
    [1, 2, 3, 4].map(() =>
      fixture
        .visitor()
        .do(enterByTicket, { ticket })
        .then(
          () => 'in',
          (e: { code: string }) => e.code,
        ),
    ),
  )
  assert.equal(ends.filter((end) => end === 'in').length, 1)
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

test('adding an officer again keeps her and draws a new ticket; an office that is not there is an error', async () => {
  const number = `CB-${newId()}`
  const [one, two] = [await drawn(number), await drawn(number)]
  assert.equal(one.officerId, two.officerId)
  assert.notEqual(one.ticket, two.ticket)
  await assert.rejects(
    fixture.context.transact((work) =>
      addOfficer(work, fixture.context.tools, { number, name: 'A', rank: '', officeCode: 'NO', tasks: [] }),
    ),
    /no office/,
  )
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
