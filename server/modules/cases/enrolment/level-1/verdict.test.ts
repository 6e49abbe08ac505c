// What comes of an application, in a real house: accepted, refused or put before an officer; and who learns
// what of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { composeCardQr } from '../../../../../formats/card-qr.ts'
import type { PartialDate } from '../../../../../formats/partial-date.ts'
import type { PersonalNumber } from '../../../../../formats/personal-number.ts'
import { beginApplication } from '../../../../../testing/begin-application.ts'
import { type Fixture, openFixture } from '../../../../../testing/fixture.ts'
import { applyFor, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import {
  declareIdentity,
  sendEnrolmentCode,
  startEnrolment,
  takePortrait,
  verifyEnrolmentCode,
} from './fill-draft.ts'
import { submitEnrolment, viewEnrolment } from './submit-enrolment.ts'

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
const doubtsOf = async (reference: string): Promise<string[]> =>
  (
    await fixture.pool.query<{ doubts: string[] }>(
      `select facts->'doubts' as doubts from case_file where kind = 'level-1' and reference = $1`,
      [reference],
    )
  ).rows[0]?.doubts ?? []
const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(shape)
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
    : typeof value
}

test("somebody else's portrait goes to an officer, with the doubt written down", async () => {
  const person = await registered()
  const { status, submit } = await applyFor(fixture, fixture.visitor(), person, { face: 'man' })
  assert.deepEqual([status.state, status.reason, status.decidedAt], ['in-review', null, null])
  const doubts = await doubtsOf(submit.reference)
  assert.ok(doubts.includes('portrait-differs') || doubts.includes('portrait-unsure'), doubts.join())
})

test('a number that nobody has and a wrong face get the same answers in the same shape at every step', async () => {
  const stranger = newPerson()
  const person = await registered()
  const absent = await applyFor(fixture, fixture.visitor(), stranger)
  const wrongFace = await applyFor(fixture, fixture.visitor(), person, { face: 'khoa' })
  const holder = await settleCitizen(fixture)
  const ofAccount = await applyFor(
    fixture,
    fixture.visitor(),
    { ...holder.person, phone: newPerson().phone },
    { face: 'emma' },
  )
  for (const other of [wrongFace, ofAccount]) {
    assert.deepEqual(shape(other), shape(absent))
    assert.deepEqual(
      [other.status.state, other.status.reason, other.portrait.hints],
      [absent.status.state, absent.status.reason, absent.portrait.hints],
    )
  }
  assert.deepEqual(await doubtsOf(absent.submit.reference), ['not-in-register'])
})

const refusals: [string, Partial<TestPerson>, string][] = [
  ['a child is told to come through a parent', { birthDate: '2017-05-09' }, 'under-age'],
  ['an expired card must be renewed first', { cardExpiresOn: '2025-09-30' }, 'no-valid-card'],
  ['a lost card counts as none', { cardState: 'lost' }, 'no-valid-card'],
]
for (const [promise, changes, reason] of refusals) {
  test(promise, async () => {
    const { status } = await applyFor(fixture, fixture.visitor(), await registered(changes))
    assert.deepEqual([status.state, status.reason], ['refused', reason])
  })
}

test('an application in the name of the dead goes to an officer', async () => {
  const { status } = await applyFor(fixture, fixture.visitor(), await registered({ lifeStatus: 'dead' }))
  assert.equal(status.state, 'in-review')
})

test('without a portrait in the register an officer looks', async () => {
  const { status, submit } = await applyFor(
    fixture,
    fixture.visitor(),
    await registered({ hasRegisterPortrait: false }),
  )
  assert.deepEqual([status.state, await doubtsOf(submit.reference)], ['in-review', ['no-reference-portrait']])
})

test('whoever has an account already is told so, once her face has matched', async () => {
  const { person } = await settleCitizen(fixture)
  const { status } = await applyFor(fixture, fixture.visitor(), person)
  assert.deepEqual([status.state, status.reason], ['refused', 'already-has-account'])
})

const qrOf = (person: TestPerson, name: string): string =>
  composeCardQr({
    personalNumber: person.personalNumber as PersonalNumber,
    oldIdentityNumber: null,
    name,
    birthDate: person.birthDate as PartialDate,
    sex: person.sex,
    address: 'Nghệ An',
    issueDate: '2021-06-18' as PartialDate,
    extra: [],
  })

test("the card's printed code saves typing and proves nothing: one that differs from the register goes to an officer", async () => {
  const person = await registered()
  const forged = await applyFor(fixture, fixture.visitor(), person, {
    declared: { cardQr: qrOf(person, 'Trần Thị Giả') },
  })
  assert.deepEqual(
    [forged.declare.declared?.source, forged.declare.declared?.fullName, forged.status.state],
    ['qr', 'Trần Thị Giả', 'in-review'],
  )
  assert.deepEqual(await doubtsOf(forged.submit.reference), ['qr-differs'])
  const honest = await registered()
  assert.equal(
    (
      await applyFor(fixture, fixture.visitor(), honest, {
        declared: { cardQr: qrOf(honest, honest.fullName.toUpperCase()) },
      })
    ).status.state,
    'accepted',
  )
  const visitor = await beginApplication(fixture, honest)
  assert.equal(
    (
      await visitor.refusal(declareIdentity, {
        personalNumber: honest.personalNumber,
        fullName: 'A B',
        birthDate: '1990',
        cardQr: 'https://example.vn',
      })
    ).code,
    'enrolment.qr-unreadable',
  )
})

test('two accepted applications of one person at once open one account', async () => {
  const person = await registered()
  const [a, b] = [fixture.visitor(), fixture.visitor()]
  const other = newPerson().phone
  await Promise.all([applyFor(fixture, a, person), applyFor(fixture, b, person, { phone: other })])
  await fixture.settle()
  const states = [(await a.do(viewEnrolment)).state, (await b.do(viewEnrolment)).state].sort()
  assert.deepEqual(states, ['accepted', 'refused'])
})

test('two people who settle with one phone at once: one has it, the other is refused and keeps no half of an account', async () => {
  const [one, two] = [await registered(), await registered()]
  const phone = newPerson().phone
  const visitors = [fixture.visitor(), fixture.visitor()] as const
  for (const [visitor, person] of [
    [visitors[0], one],
    [visitors[1], two],
  ] as const) {
    await visitor.do(startEnrolment, { consent: '2026-11', language: 'vi' })
    await visitor.do(declareIdentity, {
      personalNumber: person.personalNumber,
      fullName: person.fullName,
      birthDate: person.birthDate,
    })
    await visitor.do(sendEnrolmentCode, { phone })
    await visitor.do(verifyEnrolmentCode, { code: await fixture.code(phone) })
    await visitor.do(takePortrait, { picture: (await castPortrait({ id: person.face })).toString('base64') })
  }
  await Promise.all(visitors.map((visitor) => visitor.do(submitEnrolment)))
  await fixture.settle()
  const ends = await Promise.all(visitors.map(async (visitor) => visitor.do(viewEnrolment)))
  assert.deepEqual(ends.map((end) => end.state).sort(), ['accepted', 'refused'])
  const { rows } = await fixture.pool.query('select 1 from account where personal_number = any($1)', [
    [one.personalNumber, two.personalNumber],
  ])
  assert.equal(rows.length, 1)
})

test("the contact that the register holds hears of the new account when it is not the applicant's own", async () => {
  const elsewhere = newPerson().phone
  const person = await registered({ registerPhone: elsewhere, registerEmail: 'cu@thu.example' })
  await applyFor(fixture, fixture.visitor(), person)
  assert.equal((await fixture.letters(elsewhere, /mang tên bạn/)).length, 1)
  assert.equal((await fixture.letters('cu@thu.example', /số định danh của bạn/)).length, 1)
  const same = await registered()
  await applyFor(fixture, fixture.visitor(), same)
  assert.ok(
    (await fixture.letters(same.phone, /kích hoạt trước/i)).every((m) => !m.text.includes('mang tên bạn')),
  )
})
