// While strangers get no text messages, everybody is told of a way that is open, and that way leads home.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSWORD, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { beginRung, showCode } from '../../../../testing/recovery-steps.ts'
import { now } from '../../../kernel/clock.ts'
import {
  declareIdentity,
  sendEnrolmentCode,
  startEnrolment,
  verifyEnrolmentCode,
} from '../../cases/enrolment/level-1/fill-draft.ts'
import { pauseSms, resumeSms } from '../../people/accounts/sms-pause.ts'
import { startNewDevice } from './activation/begin-journey.ts'
import { verifyJourneyCode } from './activation/finish-journey.ts'
import { beginRecovery } from './recovery/begin-recovery.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
afterEach(() => fixture.context.transact((work) => resumeSms(work)))
after(() => fixture.stop())

const pause = () =>
  fixture.context.transact((work) => pauseSms(work, { since: now().toISOString(), reason: 'a flood' }))

test('an owner is told away from home, with an account and without one alike, and is served at home and with her password', async () => {
  const { person } = await settleCitizen(fixture)
  const { personalNumber } = person
  const home = fixture.visitor()
  await home.do(startNewDevice, { personalNumber, password: PASSWORD })
  await home.do(verifyJourneyCode, { code: await fixture.code(person.phone) })
  await pause()
  const elsewhere = fixture.visitor()
  for (const phone of [person.phone, '0900000009']) {
    const asked = { rung: 'face', personalNumber, channel: 'sms', phone }
    const { code, details } = await elsewhere.refusal(beginRecovery, asked)
    assert.equal(code, 'code.sms-closed')
    assert.ok((details.retryAfter_s ?? 0) > 0 && (details.retryAfter_s ?? 0) <= 3600)
  }
  await beginRung(home, person, 'face')
  await showCode(fixture, home, person.phone)
  await elsewhere.do(startNewDevice, { personalNumber, password: PASSWORD })
  await elsewhere.do(verifyJourneyCode, { code: await fixture.code(person.phone) })
  await fixture.context.transact((work) => resumeSms(work))
  const later = fixture.visitor()
  await beginRung(later, person, 'face')
  await showCode(fixture, later, person.phone)
})

test('an applicant is told, and takes her code by e-mail', async () => {
  await pause()
  const applicant = fixture.visitor()
  const person = newPerson()
  await fixture.register(person)
  await applicant.do(startEnrolment, { consent: '2026-11', language: 'vi' })
  const { personalNumber, fullName, birthDate, phone, email } = person
  await applicant.do(declareIdentity, { personalNumber, fullName, birthDate })
  assert.equal((await applicant.refusal(sendEnrolmentCode, { phone })).code, 'code.sms-closed')
  await applicant.do(sendEnrolmentCode, { phone, email, channel: 'email' })
  await applicant.do(verifyEnrolmentCode, { code: await fixture.code(email) })
  await fixture.context.transact((work) => resumeSms(work))
})
