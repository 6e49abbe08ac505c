// What a request to act for somebody is refused for: at its opening, at a step, and when it is sent.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { chipOfPerson, newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { submitRepresentation } from './decide-request.ts'
import { endRepresentation } from './end-representation.ts'
import { openRepresentation, readWardChip, takeWardPortrait } from './take-request.ts'
import { notePapers } from './paper-pages.ts'
import {
  decision,
  pictureOf,
  yearsAgo,
  type Citizen,
  requestPeople,
  requestWalk,
} from '../../../../../testing/request-steps.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-03', name: 'Công an phường Khác' }))
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const { representative, inRegister } = requestPeople(() => fixture)
const { opened, consent, walk } = requestWalk(() => fixture)
const DAY_MS = 86_400_000

test('what the register says already is said when the request is opened, before anything is taken', async () => {
  const officer = await settleOfficer(fixture)
  const guardian = await representative()
  const refusalOf = async (
    ward: TestPerson,
    by: Citizen = guardian,
    kind: 'parent' | 'guardian' = 'guardian',
  ) =>
    (
      await officer.refusal(openRepresentation, {
        caseId: newId(),
        personalNumber: ward.personalNumber,
        representativeNumber: by.person.personalNumber,
        kind,
      })
    ).code
  assert.equal(
    await refusalOf(await inRegister(), await representative(1)),
    'representation.representative-level',
  )
  assert.equal(
    await refusalOf(await inRegister({ birthDate: yearsAgo(20) }), guardian, 'parent'),
    'representation.of-age',
  )
  assert.equal(await refusalOf(await inRegister({ lifeStatus: 'dead' })), 'representation.deceased')
  assert.equal(await refusalOf(await inRegister({ cardState: 'lost' })), 'representation.no-valid-card')
  assert.equal(await refusalOf(newPerson({ face: 'man' })), 'representation.not-in-register')
  const known = await inRegister({ representativeNumber: guardian.person.personalNumber })
  assert.equal((await walk(officer, known, guardian)).state, 'accepted')
  assert.equal(await refusalOf(known), 'representation.already-stands')
})

test('what has changed since the opening is judged again when it is sent', async () => {
  const officer = await settleOfficer(fixture)
  const sentAfter = async (sql: string, keyOf: (ward: TestPerson, by: Citizen) => string) => {
    const [guardian, ward] = [await representative(), await inRegister()]
    const { caseId } = await opened(officer, ward, guardian)
    await fixture.pool.query(sql, [keyOf(ward, guardian)])
    return (await officer.do(submitRepresentation, { caseId })).reason
  }
  const ofWard = (ward: TestPerson): string => ward.personalNumber
  assert.equal(
    await sentAfter("update person set life_status = 'dead' where personal_number = $1", ofWard),
    'deceased',
  )
  assert.equal(
    await sentAfter("update card set state = 'lost' where personal_number = $1", ofWard),
    'no-valid-card',
  )
  assert.equal(
    await sentAfter(
      'update account set level = 1 where personal_number = $1',
      (_, by) => by.person.personalNumber,
    ),
    'representative-not-level-2',
  )
})

test('a paper of tomorrow is not noted, neither for a request nor for its end', async () => {
  const [officer, guardian, ward] = [await settleOfficer(fixture), await representative(), await inRegister()]
  const { caseId } = await opened(officer, ward, guardian)
  const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)
  const tomorrow = dayOf(new Date(now().getTime() + 2 * DAY_MS))
  const papers = [{ ...decision, date: tomorrow }]
  assert.equal(
    (await officer.refusal(notePapers, { caseId, papers, until: null })).code,
    'evidence.paper-of-future',
  )
  const today = [{ ...decision, date: dayOf(now()) }]
  assert.deepEqual(
    (await officer.do(notePapers, { caseId, papers: today, until: null })).papers,
    today.map((paper) => ({ ...paper, pages: [] })),
  )
  const end = {
    personalNumber: ward.personalNumber,
    representativeNumber: guardian.person.personalNumber,
    paper: { ...decision, date: tomorrow },
    note: 'Quyết định chấm dứt giám hộ',
  }
  assert.equal((await officer.refusal(endRepresentation, end)).code, 'evidence.paper-of-future')
})

test('refused by rule: another face, a foreign chip, a decline', async () => {
  const officer = await settleOfficer(fixture)
  const guardian = await representative()
  const ward = await inRegister()
  const { caseId } = await opened(officer, ward, guardian)
  await officer.do(notePapers, { caseId, papers: [decision], until: null })
  assert.equal((await officer.refusal(submitRepresentation, { caseId })).code, 'representation.incomplete')
  for (const face of ['khoa', 'hanh', 'binh'] as const) {
    // The same picture sent again is no new try.
    for (let sent = 0; sent < 2; sent++) {
      await officer.do(takeWardPortrait, { caseId, picture: await pictureOf(face) })
    }
  }
  assert.equal(
    (await officer.refusal(takeWardPortrait, { caseId, picture: await pictureOf('man') })).code,
    'evidence.no-tries-left',
  )
  assert.deepEqual([(await officer.do(submitRepresentation, { caseId })).reason], ['portrait-differs'])
  assert.equal(
    (await officer.refusal(notePapers, { caseId, papers: [decision], until: null })).code,
    'representation.closed',
  )
  const declined = await opened(officer, ward, guardian)
  await officer.do(readWardChip, {
    caseId: declined.caseId,
    chip: (await chipOfPerson(await inRegister())).file,
  })
  assert.equal((await officer.do(submitRepresentation, { caseId: declined.caseId })).reason, 'chip-refused')
  const asked = await opened(officer, ward, guardian)
  await consent(officer, asked.caseId, 'declined')
  assert.equal((await officer.do(submitRepresentation, { caseId: asked.caseId })).reason, 'consent-declined')
})
