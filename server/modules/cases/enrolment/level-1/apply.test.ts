// An application from its first step to its sending, in a real house: database, matcher, text messages over
// SMPP.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { beginApplication } from '../../../../../testing/begin-application.ts'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { activateFor, applyFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { reserveSubject } from '../../../people/accounts/open-account.ts'
import { aboutKeyOf } from '../../casework/open-case.ts'
import {
  declareIdentity,
  discardDraft,
  sendEnrolmentCode,
  startEnrolment,
  takePortrait,
  verifyEnrolmentCode,
  viewDraft,
} from './fill-draft.ts'
import { submitEnrolment } from './submit-enrolment.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const registered = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
  const person = newPerson(changes)
  await fixture.register(person)
  return person
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('whoever shows her own face and number has an account the same minute, and is told by text message and e-mail', async () => {
  const person = await registered()
  const { start, declare, portrait, status, submit } = await applyFor(fixture, fixture.visitor(), person)
  assert.deepEqual(
    [start.step, declare.step, portrait.hints, status.state, status.reason],
    ['identity', 'phone', ['ok'], 'accepted', null],
  )
  assert.equal(status.reference, submit.reference)
  assert.ok(status.activateBy)
  assert.ok((await fixture.letters(person.phone, /kích hoạt trước ngày/i)).length >= 2)
  assert.ok((await fixture.letters(person.email, submit.reference)).length >= 1)
})

test('a wrong code counts down, a spent one opens nothing any more, and a new one does', async () => {
  const person = await registered()
  const visitor = await beginApplication(fixture, person)
  const code = await fixture.code(person.phone)
  for (const left of [4, 3, 2, 1]) {
    const refusal = await visitor.refusal(verifyEnrolmentCode, { code: wrong(code) })
    assert.deepEqual([refusal.code, refusal.details.params], ['code.wrong', { left }])
    assert.equal((await visitor.do(viewDraft)).code?.triesLeft, left)
  }
  assert.equal((await visitor.refusal(verifyEnrolmentCode, { code: wrong(code) })).code, 'code.spent')
  assert.equal((await visitor.refusal(verifyEnrolmentCode, { code })).code, 'code.spent')
  await visitor.do(sendEnrolmentCode, { phone: person.phone })
  assert.equal((await visitor.refusal(verifyEnrolmentCode, { code })).code, 'code.wrong')
  assert.equal(
    (await visitor.do(verifyEnrolmentCode, { code: await fixture.code(person.phone) })).step,
    'portrait',
  )
})

test('twenty wrong codes at once count as no more than five', async () => {
  const person = await registered()
  const visitor = await beginApplication(fixture, person)
  const code = await fixture.code(person.phone)
  const codes = await Promise.all(
    Array.from(
      { length: 20 },
      async () => (await visitor.refusal(verifyEnrolmentCode, { code: wrong(code) })).code,
    ),
  )
  assert.equal(codes.filter((c) => c === 'code.wrong').length, 4)
  assert.equal(codes.filter((c) => c === 'code.spent').length, 16)
})

test('a code that has ended says so, and what was entered is still there', async () => {
  const person = await registered()
  const visitor = await beginApplication(fixture, person)
  const code = await fixture.code(person.phone)
  const ahead = clockOffset_ms()
  try {
    moveClock(ahead + 181_000)
    assert.equal((await visitor.refusal(verifyEnrolmentCode, { code })).code, 'code.expired')
    assert.equal((await visitor.do(viewDraft)).declared?.fullName, person.fullName)
  } finally {
    moveClock(ahead)
  }
})

test('a number gets five codes an hour, whoever asks, and an e-mail address its own five', async () => {
  const person = await registered()
  const visitor = await beginApplication(fixture, person)
  for (let i = 0; i < 4; i++) {
    await visitor.do(sendEnrolmentCode, { phone: person.phone })
  }
  assert.equal((await visitor.refusal(sendEnrolmentCode, { phone: person.phone })).code, 'limit.reached')
  const other = await beginApplication(fixture, await registered())
  assert.equal((await other.refusal(sendEnrolmentCode, { phone: person.phone })).code, 'limit.reached')
  await visitor.do(sendEnrolmentCode, { phone: person.phone, email: person.email, channel: 'email' })
})

test('asking again by e-mail without repeating the address is limited for each applicant, not for the whole country', async () => {
  const people = Array.from({ length: 6 }, () => newPerson())
  for (const person of people) {
    const visitor = fixture.visitor()
    await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
    await visitor.do(sendEnrolmentCode, { phone: person.phone, email: person.email })
    const { code } = await visitor.do(sendEnrolmentCode, { phone: person.phone, channel: 'email' })
    assert.equal(code?.channel, 'email')
  }
})

test('a bad picture is refused by name, and a step cannot be jumped', async () => {
  const person = await registered()
  const visitor = await beginApplication(fixture, person)
  assert.equal(
    (await visitor.refusal(takePortrait, { picture: Buffer.from('no picture at all').toString('base64') }))
      .code,
    'portrait.not-a-picture',
  )
  assert.equal((await visitor.refusal(submitEnrolment)).code, 'enrolment.incomplete')
  assert.equal((await fixture.visitor().refusal(submitEnrolment)).code, 'enrolment.draft-gone')
})

test('sending twice makes one application, and a sent one can be neither changed nor thrown away', async () => {
  const person = await registered()
  const visitor = fixture.visitor()
  const { submit } = await applyFor(fixture, visitor, person)
  assert.deepEqual(await visitor.do(submitEnrolment), submit)
  assert.equal(
    (
      await visitor.refusal(declareIdentity, {
        personalNumber: person.personalNumber,
        fullName: 'Ai Khác',
        birthDate: '1990',
      })
    ).code,
    'enrolment.already-sent',
  )
  assert.equal((await visitor.refusal(discardDraft)).code, 'enrolment.already-sent')
  const { rows } = await fixture.pool.query(
    `select 1 from case_file where kind = 'level-1' and about_key = $1`,
    [aboutKeyOf(fixture.context.tools, person.personalNumber)],
  )
  assert.equal(rows.length, 1)
})

test('sending ten times at once makes one application', async () => {
  const person = await registered()
  const visitor = await beginApplication(fixture, person)
  await visitor.do(verifyEnrolmentCode, { code: await fixture.code(person.phone) })
  await visitor.do(takePortrait, { picture: (await castPortrait({ id: person.face })).toString('base64') })
  const receipts = await Promise.all(Array.from({ length: 10 }, () => visitor.do(submitEnrolment)))
  assert.equal(new Set(receipts.map((r) => r.reference)).size, 1)
})

test('two strangers who name one number at the same moment are both taken down, under one subject', async () => {
  for (let i = 0; i < 10; i++) {
    const { personalNumber } = newPerson()
    const subjects = await Promise.all(
      Array.from({ length: 6 }, () =>
        fixture.context.transact((work) => reserveSubject(work, fixture.context.tools, personalNumber)),
      ),
    )
    assert.equal(new Set(subjects).size, 1)
  }
})

test('a draft lapses after three days, and nothing of it can be gone on with', async () => {
  const person = await registered()
  const visitor = await beginApplication(fixture, person)
  const ahead = clockOffset_ms()
  try {
    moveClock(ahead + 73 * 3600 * 1000)
    assert.equal((await visitor.refusal(viewDraft)).code, 'enrolment.draft-gone')
  } finally {
    moveClock(ahead)
  }
})

test('one who was accepted goes straight on to an open app', async () => {
  const person = await registered()
  const visitor = fixture.visitor()
  await applyFor(fixture, visitor, person)
  await activateFor(fixture, visitor, person)
  assert.ok(visitor.sessions.has('app') && !visitor.sessions.has('enrol'))
})
