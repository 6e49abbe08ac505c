// Back to an application that waits for another portrait, from a browser that knows nothing of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { standsIn } from '../../../../../testing/stands-in.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { now } from '../../../../kernel/clock.ts'
import { endUnanswered } from '../../casework/unanswered-cases.ts'
import { startActivation } from '../../../access/authentication/activation/begin-journey.ts'
import { sendOtherPortrait } from './answer-portrait.ts'
import { askForPortrait } from './ask-portrait.ts'
import { viewDraft } from './fill-draft.ts'
import { level1Kind } from './level-1-case.ts'
import { beginReturn, finishReturn } from './return-to-application.ts'
import { decideEnrolment } from './review-enrolment.ts'
import { viewEnrolment } from './submit-enrolment.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const asked = async () => {
  const person = newPerson()
  await fixture.register(person)
  const applicant = fixture.visitor()
  const { submit } = await applyFor(fixture, applicant, person, { face: 'man' })
  const officer = await settleOfficer(fixture)
  const { reference } = submit
  const { answerBy } = await officer.do(askForPortrait, { reference, fault: 'too-dark' })
  return { person, applicant, officer, reference, answerBy: new Date(answerBy) }
}
const messagesTo = async (phone: string): Promise<number> => {
  await fixture.settle()
  return fixture.post.messages(phone).filter(({ code }) => code !== null).length
}
const shape = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
    : typeof value

test('on another device she proves the phone, sees what is asked, and sends it', async () => {
  const { person, reference } = await asked()
  const visitor = fixture.visitor()
  const { returnId } = await visitor.do(beginReturn, { reference, channel: 'sms', phone: person.phone })
  assert.equal((await visitor.refusal(viewEnrolment)).code, 'enrolment.draft-gone', 'not before the code')
  assert.equal((await visitor.refusal(finishReturn, { returnId, code: '000000' })).code, 'code.wrong')
  const code = await fixture.code(person.phone)
  await visitor.do(finishReturn, { returnId, code })
  assert.equal((await visitor.do(viewDraft)).step, 'sent')
  const status = await visitor.do(viewEnrolment)
  assert.deepEqual([status.reference, status.asked?.fault], [reference, 'too-dark'])
  const picture = (await castPortrait({ id: 'hanh' })).toString('base64')
  assert.deepEqual((await visitor.do(sendOtherPortrait, { picture })).hints, ['ok'])
  const stranger = fixture.visitor()
  assert.equal((await stranger.refusal(finishReturn, { returnId, code })).code, 'code.spent', 'used once')
  const { rows } = await fixture.pool.query(
    `select 1 from audit_line where purpose = 'enrolment-returned' and detail->>'reference' = $1`,
    [reference],
  )
  assert.equal(rows.length, 1)
})

test('whoever has not both learns nothing: the same answer, no message, and no code is right', async () => {
  const [hers, other] = [await asked(), await asked()]
  const known = await fixture
    .visitor()
    .do(beginReturn, { reference: hers.reference, channel: 'sms', phone: hers.person.phone })
  await fixture.code(hers.person.phone)
  const before = await messagesTo(other.person.phone)
  const pairs = [
    { reference: hers.reference, channel: 'sms', phone: other.person.phone },
    { reference: 'SEN-0000-0000', channel: 'sms', phone: other.person.phone },
  ]
  for (const pair of pairs) {
    const visitor = fixture.visitor()
    const blind = await visitor.do(beginReturn, pair)
    assert.deepEqual(shape(blind), shape(known))
    assert.deepEqual([blind.code.state, blind.code.triesLeft], [known.code.state, known.code.triesLeft])
    const refusal = await visitor.refusal(finishReturn, { returnId: blind.returnId, code: '123456' })
    assert.equal(refusal.code, 'code.wrong')
    assert.equal((await visitor.refusal(viewEnrolment)).code, 'enrolment.draft-gone')
  }
  assert.equal(await messagesTo(other.person.phone), before)
})

test('the code goes to the address that was proven, and never to the one that was only typed', async () => {
  const bySms = await asked()
  const before = await messagesTo(bySms.person.email)
  const visitor = fixture.visitor()
  const { reference, person } = bySms
  const typed = await visitor.do(beginReturn, { reference, channel: 'email', email: person.email })
  assert.equal(
    (await visitor.refusal(finishReturn, { returnId: typed.returnId, code: '123456' })).code,
    'code.wrong',
  )
  assert.equal(await messagesTo(person.email), before)
  await fixture.pool.query(
    `update case_file set facts = jsonb_set(facts, '{provenChannel}', '"email"') where reference = $1`,
    [reference],
  )
  const byPhone = await visitor.do(beginReturn, { reference, channel: 'sms', phone: person.phone })
  assert.equal(
    (await visitor.refusal(finishReturn, { returnId: byPhone.returnId, code: '123456' })).code,
    'code.wrong',
  )
  const { returnId } = await visitor.do(beginReturn, { reference, channel: 'email', email: person.email })
  await visitor.do(finishReturn, { returnId, code: await fixture.code(person.email) })
  assert.equal((await visitor.do(viewEnrolment)).reference, reference)
})

test("a code that was sent for one's own application opens no other one", async () => {
  const [hers, other] = [await asked(), await asked()]
  const visitor = fixture.visitor()
  const own = await visitor.do(beginReturn, {
    reference: other.reference,
    channel: 'sms',
    phone: other.person.phone,
  })
  const code = await fixture.code(other.person.phone)
  const wanted = await visitor.do(beginReturn, {
    reference: hers.reference,
    channel: 'sms',
    phone: other.person.phone,
  })
  assert.equal((await visitor.refusal(finishReturn, { returnId: wanted.returnId, code })).code, 'code.wrong')
  await visitor.do(finishReturn, { returnId: own.returnId, code })
  assert.equal((await visitor.do(viewEnrolment)).reference, other.reference)
})

test('what is decided is not gone back to, also when it is decided meanwhile; an unknown or lapsed return is spent', async () => {
  const { person, reference, officer, applicant, answerBy } = await asked()
  const visitor = fixture.visitor()
  const { returnId } = await visitor.do(beginReturn, { reference, channel: 'sms', phone: person.phone })
  const code = await fixture.code(person.phone)
  const { transact, tools } = fixture.context
  await endUnanswered(transact, tools, level1Kind, new Date(answerBy.getTime() + 1))
  assert.equal((await visitor.refusal(finishReturn, { returnId, code })).code, 'code.spent')
  const before = await messagesTo(person.phone)
  await visitor.do(beginReturn, { reference, channel: 'sms', phone: person.phone })
  assert.equal(await messagesTo(person.phone), before)
  assert.equal(
    (await visitor.refusal(finishReturn, { returnId: '01890000-0000-7000-8000-000000000000', code })).code,
    'code.spent',
  )
  assert.equal((await applicant.do(viewEnrolment)).state, 'refused')
  assert.equal(
    (await officer.refusal(decideEnrolment, { reference, verdict: 'accept' })).code,
    'enrolment.already-decided',
  )
  const late = await asked()
  const old = await visitor.do(beginReturn, {
    reference: late.reference,
    channel: 'sms',
    phone: late.person.phone,
  })
  await fixture.pool.query('update enrolment_return set ends_at = $2 where id = $1', [old.returnId, now()])
  const last = await fixture.code(late.person.phone)
  assert.equal(
    (await visitor.refusal(finishReturn, { returnId: old.returnId, code: last })).code,
    'code.spent',
  )
})

test('nothing of reference or phone stands in the clear while the code is awaited', async () => {
  const { person, reference } = await asked()
  await fixture.visitor().do(beginReturn, { reference, channel: 'sms', phone: person.phone })
  const { rows } = await fixture.pool.query<{ text: string }>(
    'select r::text as text from enrolment_return r',
  )
  for (const word of [reference, person.phone]) {
    assert.ok(
      rows.every(({ text }) => !standsIn(text, word)),
      word,
    )
  }
})

test('a session that came back goes straight on to activation once it is accepted', async () => {
  const { person, reference, officer } = await asked()
  const visitor = fixture.visitor()
  const { returnId } = await visitor.do(beginReturn, { reference, channel: 'sms', phone: person.phone })
  await visitor.do(finishReturn, { returnId, code: await fixture.code(person.phone) })
  await visitor.do(sendOtherPortrait, { picture: (await castPortrait({ id: 'hanh' })).toString('base64') })
  // Until it is compared nobody accepts.
  await fixture.settle()
  await officer.do(decideEnrolment, { reference, verdict: 'accept' })
  assert.equal((await visitor.do(viewEnrolment)).state, 'accepted')
  assert.equal((await visitor.do(startActivation, {})).journey, 'activation')
})
