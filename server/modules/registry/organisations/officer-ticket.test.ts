// A ticket lets an officer in who has no passkey yet, once; what is tried with it later is on record.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { drawTicket } from '../../../../testing/officer-ticket.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { addOfficer } from './add-officer.ts'
import { enterByTicket } from './officer-sign-in.ts'

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
  const tried = await fixture.pool.query(
    `select 1 from audit_line
     where purpose = 'officer-sign-in' and outcome = 'officer.passkey-asked'
       and detail ->> 'officerNumber' = $1`,
    [number],
  )
  assert.equal(tried.rows.length, 2, 'whoever tries one is on record')
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
