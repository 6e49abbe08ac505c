// A child or ward registered at the counter with papers: decided by rule where the register knows the
// relation, else by a second pair of eyes.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { takePage } from '../../../../../testing/paper-pages.ts'
import { readWardChipOf } from '../../../../../testing/ward-steps.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { listRepresentations, secondRepresentation, submitRepresentation } from './decide-request.ts'
import {
  discardRepresentation,
  openRepresentation,
  takeWardPortrait,
  viewRepresentation,
} from './take-request.ts'
import { notePapers } from './paper-pages.ts'
import {
  birth,
  pictureOf,
  seenPages,
  yearsAgo,
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

const { representative, inRegister, accountOf, memberOf } = requestPeople(() => fixture)
const { opened, consent, walk } = requestWalk(() => fixture)

test('a ward whose guardian the register names is registered in one sitting, decided by rule', async () => {
  const guardian = await representative()
  const ward = await inRegister({ representativeNumber: guardian.person.personalNumber })
  const seen = await walk(await settleOfficer(fixture), ward, guardian)
  assert.deepEqual([seen.state, seen.doubts, seen.isInRegister], ['accepted', [], true])
  assert.deepEqual(
    [(await memberOf(guardian, ward))?.state, (await memberOf(guardian, ward))?.kind],
    ['registered', 'guardian'],
  )
  await fixture.letters(guardian.person.phone, /Lê Thị Mận đã có tài khoản/)
})

test("where only papers prove it a second pair of eyes looks, and the register's gap becomes a case", async () => {
  const guardian = await representative()
  const ward = await inRegister()
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const seen = await walk(bao, ward, guardian)
  assert.deepEqual([seen.state, seen.doubts], ['waiting-second', ['relation-not-in-register']])
  await fixture.letters(guardian.person.phone, /cần thêm một cán bộ/)
  const { caseId } = seen
  const note = 'Đã xem bản gốc quyết định'
  assert.equal(
    (await bao.refusal(secondRepresentation, { caseId, verdict: 'confirm', note, seenPages })).code,
    'representation.same-eyes',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { personNumber: guardian.person.personalNumber })
      ).refusal(secondRepresentation, { caseId, verdict: 'confirm', note, seenPages })
    ).code,
    'representation.about-yourself',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { personNumber: ward.personalNumber })
      ).refusal(secondRepresentation, { caseId, verdict: 'confirm', note, seenPages })
    ).code,
    'representation.about-yourself',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { officeCode: 'KH-03' })
      ).refusal(secondRepresentation, { caseId, verdict: 'confirm', note, seenPages })
    ).code,
    'representation.no-such-request',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { tasks: ['representation.take'] })
      ).refusal(secondRepresentation, { caseId, verdict: 'confirm', note, seenPages })
    ).code,
    'permit.refused',
  )
  assert.ok(
    (await thu.do(listRepresentations, { which: 'second' })).items.some(
      (item) => item.caseId === caseId && !item.isMine,
    ),
  )
  assert.equal(
    (await thu.do(secondRepresentation, { caseId, verdict: 'confirm', note, seenPages })).state,
    'accepted',
  )
  assert.equal(
    (await thu.refusal(secondRepresentation, { caseId, verdict: 'deny', note })).code,
    'representation.not-waiting',
  )
  await fixture.settle()
  assert.equal((await memberOf(guardian, ward))?.state, 'registered')
  const { rows } = await fixture.pool.query<{ field: string }>(
    "select d.facts->>'field' as field from case_file d join account a on a.subject_id = d.subject_id where d.kind = 'discrepancy' and a.personal_number = $1",
    [ward.personalNumber],
  )
  assert.deepEqual(
    rows.map(({ field }) => field),
    ['relation'],
  )
})

test('the second pair of eyes may deny, and then nobody acts for anybody', async () => {
  const guardian = await representative()
  const ward = await inRegister()
  const { caseId } = await walk(await settleOfficer(fixture), ward, guardian)
  const denied = await (
    await settleOfficer(fixture)
  ).do(secondRepresentation, { caseId, verdict: 'deny', note: 'Con dấu không rõ' })
  assert.deepEqual([denied.state, denied.reason], ['refused', 'second-denied'])
  await fixture.settle()
  assert.equal(await memberOf(guardian, ward), undefined)
  assert.equal(await accountOf(ward), undefined)
  await fixture.letters(guardian.person.phone, /chưa được chấp nhận/)
})

test('a child from six on who comes with her card gets level 2; a younger one level 1', async () => {
  const mother = await representative()
  const officer = await settleOfficer(fixture)
  for (const [age, level] of [
    [9, 2],
    [4, 1],
  ] as const) {
    const child = await inRegister({
      birthDate: yearsAgo(age),
      face: 'binh',
      sex: 'male',
      motherNumber: mother.person.personalNumber,
    })
    const { caseId } = await opened(officer, child, mother, 'parent')
    await officer.do(notePapers, { caseId, papers: [birth], until: null })
    await readWardChipOf(officer, caseId, child)
    await officer.do(takeWardPortrait, { caseId, picture: await pictureOf('binh') })
    await consent(officer, caseId)
    assert.deepEqual(
      [(await officer.do(submitRepresentation, { caseId })).state, (await accountOf(child))?.level],
      ['accepted', level],
    )
  }
})

test('a child whose parent the register names waits for another person where no device signed her card and picture', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  bao.hasDevices = false
  const mother = await representative()
  const child = await inRegister({
    birthDate: yearsAgo(8),
    face: 'binh',
    sex: 'male',
    motherNumber: mother.person.personalNumber,
  })
  const { caseId } = await opened(bao, child, mother, 'parent')
  await bao.do(notePapers, { caseId, papers: [birth], until: null })
  await takePage(bao, caseId)
  await readWardChipOf(bao, caseId, child)
  await bao.do(takeWardPortrait, { caseId, picture: await pictureOf('binh') })
  await consent(bao, caseId)
  const seen = await bao.do(submitRepresentation, { caseId })
  assert.equal(seen.state, 'waiting-second')
  for (const doubt of ['portrait-unsigned', 'chip-unsigned'] as const) {
    assert.ok(seen.doubts.includes(doubt), doubt)
  }
  assert.equal(seen.doubts.includes('paper-unsigned'), false, 'nothing rests on the paper')
  const confirmed = { caseId, seenPages, verdict: 'confirm', note: 'Đã gặp hai mẹ con' } as const
  assert.equal(
    (await thu.refusal(secondRepresentation, { ...confirmed, seen: [] })).code,
    'evidence.more-to-see',
  )
  assert.equal((await thu.do(secondRepresentation, { ...confirmed, seen: seen.doubts })).state, 'accepted')
})

test('the representative sees in her own log that an officer opened a request with her name', async () => {
  const guardian = await representative()
  const officer = await settleOfficer(fixture)
  const { caseId } = await opened(officer, await inRegister(), guardian)
  await officer.do(viewRepresentation, { caseId })
  const { items } = await guardian.visitor.do(viewAccessLog, {})
  assert.equal(
    items.filter(({ purpose, whoKind }) => purpose === 'representation-view' && whoKind === 'officer').length,
    2,
  )
})

test("a request stands once for two people, belongs to its office, and a look at it stands in the person's log", async () => {
  const officer = await settleOfficer(fixture)
  const guardian = await representative()
  const ward = await inRegister()
  const caseId = newId()
  const first = await opened(officer, ward, guardian, 'guardian', caseId)
  assert.equal(
    (await opened(officer, ward, guardian, 'guardian', caseId)).reference,
    first.reference,
    'sent again it is the same one',
  )
  assert.equal(
    (
      await officer.refusal(openRepresentation, {
        caseId: newId(),
        personalNumber: ward.personalNumber,
        representativeNumber: guardian.person.personalNumber,
        kind: 'guardian',
      })
    ).code,
    'representation.request-open',
  )
  assert.equal(
    (
      await officer.refusal(openRepresentation, {
        caseId: newId(),
        personalNumber: ward.personalNumber,
        representativeNumber: ward.personalNumber,
        kind: 'guardian',
      })
    ).code,
    'representation.same-person',
  )
  assert.equal(
    (await (await settleOfficer(fixture, { officeCode: 'KH-03' })).refusal(viewRepresentation, { caseId }))
      .code,
    'representation.no-such-request',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { tasks: ['level-2.take'] })
      ).refusal(viewRepresentation, { caseId })
    ).code,
    'permit.refused',
  )
  assert.equal(
    (await officer.do(discardRepresentation, { caseId, note: 'Thiếu giấy tờ' })).state,
    'discarded',
  )
  const { rows } = await fixture.pool.query<{ purpose: string }>(
    `select purpose from audit_line where detail ->> 'reference' = $1 order by id`,
    [first.reference],
  )
  assert.ok(rows.some(({ purpose }) => purpose === 'representation-opened'))
})
