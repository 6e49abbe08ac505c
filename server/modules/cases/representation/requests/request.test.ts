// A child or ward registered at the counter with papers: decided by rule where the register knows the
// relation, else by a second pair of eyes; and its end.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import {
  chipOfPerson,
  newPerson,
  openFixture,
  PASSCODE,
  settleCitizen,
  type Fixture,
  type TestPerson,
  type Visitor,
} from '../../../../../testing/fixture.ts'
import { screenBeside, settleOfficer } from '../../../../../testing/officer.ts'
import { beginRung, showCode } from '../../../../../testing/recovery-steps.ts'
import { idOfPage, pictureOfPaper, takePage } from '../../../../../testing/paper-pages.ts'
import { walkLevel2 } from '../../../../../testing/level-2-steps.ts'
import { readWardChipOf } from '../../../../../testing/ward-steps.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { provePortrait } from '../../../access/authentication/recovery/prove-recovery.ts'
import { openApp } from '../../../access/authentication/sessions/open-app.ts'
import { openProfile } from '../../../access/authentication/sessions/open-profile.ts'
import { secondLevel2 } from '../../enrolment/level-2/decide-level-2.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { answerPrompt, viewScreen } from '../../../registry/organisations/desk-screen.ts'
import { listRepresentations, secondRepresentation, submitRepresentation } from './decide-request.ts'
import { secondRepresentationEnd } from './decide-end.ts'
import { endRepresentation, nameRepresentation } from './end-representation.ts'
import { viewFamily } from '../family.ts'
import {
  askRepresentative,
  discardRepresentation,
  openRepresentation,
  readWardChip,
  takeWardPortrait,
  viewRepresentation,
} from './take-request.ts'
import { notePapers } from './paper-pages.ts'
import { followNextWard } from '../tie.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-03', name: 'Công an phường Khác' }))
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

type Citizen = Awaited<ReturnType<typeof settleCitizen>>
const DAY_MS = 86_400_000
const decision = {
  kind: 'guardianship-decision' as const,
  number: '12/2026/QĐ',
  authority: 'UBND phường Bờ Sông',
  date: '2026-05-04',
}
const birth = {
  kind: 'birth-certificate' as const,
  number: '77/2017',
  authority: 'UBND phường Bờ Sông',
  date: '2017-05-20',
}
const page = await pictureOfPaper()
const seenPages = [idOfPage(page)]
const yearsAgo = (age: number): string => `${now().getUTCFullYear() - age}-01-15`
const pictureOf = async (face: TestPerson['face']) => (await castPortrait({ id: face })).toString('base64')

const representative = async (level = 2, changes: Partial<TestPerson> = {}): Promise<Citizen> => {
  const citizen = await settleCitizen(fixture, changes)
  await fixture.pool.query('update account set level = $2 where personal_number = $1', [
    citizen.person.personalNumber,
    level,
  ])
  return citizen
}
const inRegister = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
  const person = newPerson({ fullName: 'Lê Thị Mận', birthDate: '1958', face: 'man', ...changes })
  await fixture.register(person)
  return person
}
const opened = (
  officer: Visitor,
  ward: TestPerson,
  by: Citizen,
  kind: 'parent' | 'guardian' = 'guardian',
  caseId = newId(),
) =>
  officer.do(openRepresentation, {
    caseId,
    personalNumber: ward.personalNumber,
    representativeNumber: by.person.personalNumber,
    kind,
  })
const consent = async (
  officer: Visitor,
  caseId: string,
  answer: 'agreed' | 'declined' = 'agreed',
): Promise<void> => {
  const screen = await screenBeside(fixture, officer)
  await officer.do(askRepresentative, { caseId })
  const { prompt } = await screen.do(viewScreen)
  await screen.do(answerPrompt, { promptId: prompt?.id ?? '', answer })
}
interface Walk {
  readonly kind?: 'parent' | 'guardian'
  readonly face?: TestPerson['face']
  readonly until?: string | null
}
const walk = async (
  officer: Visitor,
  ward: TestPerson,
  by: Citizen,
  { kind = 'guardian', face = ward.face, until = null }: Walk = {},
) => {
  const { caseId } = await opened(officer, ward, by, kind)
  await officer.do(notePapers, { caseId, papers: [kind === 'guardian' ? decision : birth], until })
  await takePage(officer, caseId)
  await officer.do(takeWardPortrait, { caseId, picture: await pictureOf(face) })
  await consent(officer, caseId)
  const seen = await officer.do(submitRepresentation, { caseId })
  await fixture.settle()
  return seen
}
const accountOf = async ({ personalNumber }: TestPerson) =>
  (
    await fixture.pool.query<{ state: string; level: number }>(
      'select state, level from account where personal_number = $1',
      [personalNumber],
    )
  ).rows[0]
const memberOf = async (by: Citizen, { personalNumber }: TestPerson) =>
  (await by.visitor.do(viewFamily)).members.find((one) => one.personalNumber === personalNumber)

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
  const confirmed = { caseId, seenPages, verdict: 'confirm', note: 'Đã gặp hai mẹ con' } as const
  assert.equal(
    (await thu.refusal(secondRepresentation, { ...confirmed, seen: [] })).code,
    'evidence.more-to-see',
  )
  assert.equal((await thu.do(secondRepresentation, { ...confirmed, seen: seen.doubts })).state, 'accepted')
})

test('a guardianship over somebody with an account of her own ends her devices and sessions, after a second pair of eyes', async () => {
  const guardian = await representative()
  const ward = await settleCitizen(fixture, {
    fullName: 'Lê Thị Mận',
    face: 'man',
    representativeNumber: guardian.person.personalNumber,
  })
  const seen = await walk(await settleOfficer(fixture), ward.person, guardian)
  assert.deepEqual([seen.state, seen.doubts], ['waiting-second', ['takes-over-account']])
  const thu = await settleOfficer(fixture)
  const confirmed = {
    caseId: seen.caseId,
    seenPages,
    verdict: 'confirm',
    note: 'Có quyết định của Toà',
  } as const
  assert.equal(
    (await thu.refusal(secondRepresentation, { ...confirmed, seen: [] })).code,
    'evidence.more-to-see',
  )
  await thu.do(secondRepresentation, { ...confirmed, seen: seen.doubts })
  await fixture.settle()
  assert.equal(
    (await ward.visitor.refusal(openApp, { ...(await ward.device.proof(ward.visitor)), passcode: PASSCODE }))
      .code,
    'device.unknown',
  )
  assert.equal((await memberOf(guardian, ward.person))?.state, 'registered')
})

test('a guardianship ends by the last day of its decision, by the register, and by a decision shown at a counter; the account waits', async () => {
  const officer = await settleOfficer(fixture)
  const guardian = await representative()
  const term = await inRegister({ representativeNumber: guardian.person.personalNumber })
  await walk(officer, term, guardian, {
    until: new Date(now().getTime() + 2 * DAY_MS).toISOString().slice(0, 10),
  })
  const other = await inRegister({ representativeNumber: guardian.person.personalNumber })
  await walk(officer, other, guardian)
  const tieId = (await memberOf(guardian, other))?.tieId ?? ''
  await guardian.visitor.do(openProfile, { tieId })
  const ending = {
    personalNumber: other.personalNumber,
    representativeNumber: guardian.person.personalNumber,
    paper: { ...decision, kind: 'court-decision' as const },
    pages: [{ page }],
    note: 'Toà tuyên chấm dứt giám hộ',
  }
  assert.equal(
    (await (await settleOfficer(fixture, { tasks: ['level-2.take'] })).refusal(endRepresentation, ending))
      .code,
    'permit.refused',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { personNumber: guardian.person.personalNumber })
      ).refusal(endRepresentation, ending)
    ).code,
    'representation.about-yourself',
  )
  const { paper, note, pages: _, ...two } = ending
  const named = await officer.do(nameRepresentation, two)
  assert.deepEqual(
    [named.ward.fullName, named.representative.fullName, named.kind],
    ['Lê Thị Mận', guardian.person.fullName, 'guardian'],
  )
  const { caseId } = await officer.do(endRepresentation, ending)
  assert.equal((await memberOf(guardian, other))?.state, 'registered')
  const confirm = { caseId, verdict: 'confirm', note: 'Đã xem bản gốc', seenPages } as const
  await (await settleOfficer(fixture)).do(secondRepresentationEnd, confirm)
  const { rows: kept } = await fixture.pool.query<{ subject_id: string; sealed_end: Buffer }>(
    'select subject_id, sealed_end from ward where sealed_end is not null',
  )
  const sealed = kept[0] ?? assert.fail('what ended it is not kept')
  const unsealed = await fixture.context.tools.sealer.open(sealed.subject_id, 'ward.end', sealed.sealed_end)
  assert.deepEqual(JSON.parse(unsealed.toString('utf8')), { paper, note })
  assert.equal((await officer.refusal(nameRepresentation, two)).code, 'representation.no-tie')
  assert.equal((await officer.refusal(endRepresentation, ending)).code, 'representation.no-tie')
  assert.equal((await guardian.visitor.refusal(viewAccessLog, {})).code, 'representation.ended')
  await fixture.settle()
  await fixture.letters(guardian.person.phone, /không còn đại diện/)
  assert.equal((await accountOf(other))?.state, 'issued')
  moveClock(clockAtFirst + 4 * DAY_MS)
  while (await fixture.context.transact((work) => followNextWard(work, fixture.context.tools))) {
    continue
  }
  await fixture.settle()
  assert.equal((await accountOf(term))?.state, 'issued')
})

test('a ward who comes to a counter for an account of her own takes it from the guardian only by a second pair of eyes, and then nobody acts for her', async () => {
  const guardian = await representative()
  const ward = await inRegister({ representativeNumber: guardian.person.personalNumber })
  await walk(await settleOfficer(fixture), ward, guardian)
  const tieId = (await memberOf(guardian, ward))?.tieId ?? ''
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), ward)
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['displacement']],
  )
  await (
    await settleOfficer(fixture)
  ).do(secondLevel2, { caseId: seen.caseId, verdict: 'confirm', note: 'Toà đã huỷ quyết định' })
  await fixture.settle()
  assert.equal((await guardian.visitor.refusal(openProfile, { tieId })).code, 'representation.ended')
  assert.equal((await guardian.visitor.do(viewFamily)).ended[0]?.reason, 'displaced')
  assert.deepEqual(await accountOf(ward), { state: 'issued', level: 2 })
})

test('a ward with a phone of her own as well: level 2 still needs a second pair of eyes, and no rung of recovery leads past the guardian', async () => {
  const guardian = await representative()
  const ward = await settleCitizen(fixture, {
    fullName: 'Lê Thị Mận',
    face: 'man',
    representativeNumber: guardian.person.personalNumber,
  })
  const { caseId } = await walk(await settleOfficer(fixture), ward.person, guardian)
  await (
    await settleOfficer(fixture)
  ).do(secondRepresentation, { caseId, verdict: 'confirm', note: 'Có quyết định của Toà', seenPages })
  await fixture.settle()
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), ward.person)
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', ['displacement']],
  )
  const visitor = fixture.visitor()
  await beginRung(visitor, ward.person, 'face')
  await showCode(fixture, visitor, ward.person.phone)
  assert.equal(
    (await visitor.refusal(provePortrait, { picture: await pictureOf('man') })).code,
    'recovery.barred',
  )
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
