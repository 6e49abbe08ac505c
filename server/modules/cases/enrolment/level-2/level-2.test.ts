// Level 2 at the counter: the whole walk with real Postgres, step by step and with a second pair of eyes.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { activateFor, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import {
  agreeAt,
  openCase,
  readChipOf,
  takePrintsOf,
  walkLevel2,
} from '../../../../../testing/level-2-steps.ts'
import { screenBeside, settleOfficer } from '../../../../../testing/officer.ts'
import { printsOf } from '../../../../../testing/prints.ts'
import { standsIn } from '../../../../../testing/stands-in.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { secondLevel2, submitLevel2 } from './decide-level-2.ts'
import {
  askLevel2Consent,
  giveLevel2Contact,
  noteLevel2Documents,
  takeLevel2Portrait,
  takeLevel2Prints,
  verifyLevel2Code,
} from './level-2-evidence.ts'
import { listLevel2, viewLevel2 } from './open-level-2.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const registered = async (changes: Partial<TestPerson> = {}): Promise<TestPerson> => {
  const person = newPerson(changes)
  await fixture.register(person)
  return person
}
const accountOf = async (person: TestPerson) =>
  (
    await fixture.pool.query<{ subject_id: string; level: number; state: string }>(
      'select subject_id, level, state from account where personal_number = $1',
      [person.personalNumber],
    )
  ).rows[0]

test('from chip to notice in one sitting: the account is issued at level 2, its holder is told and activates it', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const seen = await walkLevel2(fixture, bao, person)
  assert.deepEqual([seen.state, seen.reason, seen.remaining, seen.exceptions], ['accepted', null, [], []])
  assert.equal(seen.chip?.answered, true)
  assert.ok(seen.comparison.every(({ matters, state }) => !matters || state !== 'differs'))
  assert.deepEqual([(await accountOf(person))?.level, (await accountOf(person))?.state], [2, 'issued'])
  await fixture.letters(person.phone, /Tài khoản mức 2 đã được cấp/)
  const citizen = fixture.visitor()
  await activateFor(fixture, citizen, person, { personalNumber: person.personalNumber, phone: person.phone })
  assert.equal((await citizen.do(viewMe)).level, 2)
  const purposes = (await citizen.do(viewAccessLog, {})).items.map(
    ({ purpose, whoKind }) => `${whoKind} ${purpose}`,
  )
  for (const wanted of [
    'officer level-2-opened',
    'officer level-2-chip',
    'officer level-2-prints',
    'holder desk-answer',
    'officer level-2-decision',
  ]) {
    assert.ok(purposes.includes(wanted), `${wanted} in ${purposes.join()}`)
  }
})

test('due in three working days from the complete file', async () => {
  const person = await registered({ hands: 'worn' })
  moveClock(Date.parse('2026-11-27T03:00:00Z') - Date.now()) // a Friday morning in Vietnam
  const seen = await walkLevel2(fixture, await settleOfficer(fixture), person)
  assert.deepEqual([seen.state, seen.dueAt], ['waiting-second', '2026-12-02T10:00:00.000Z'])
})

test('whoever has level 1 already is raised, and keeps device, password and session', async () => {
  const bao = await settleOfficer(fixture)
  const { person, visitor } = await settleCitizen(fixture)
  const seen = await walkLevel2(fixture, bao, person)
  assert.deepEqual([seen.state, seen.account?.isPhoneOther], ['accepted', false])
  const me = await visitor.do(viewMe)
  assert.deepEqual([me.level, me.state], [2, 'active'])
  await fixture.letters(person.phone, /đã lên mức 2/)
})

test('nothing of the case is readable in the database, pictures go with the decision, templates were never there', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const open = await walkLevel2(fixture, bao, person, { submit: false })
  const rowOf = async () =>
    (
      await fixture.pool.query<{ text: string; has: boolean }>(
        `select case_file::text as text, exists (select 1 from case_attachment where case_id = id) as has
         from case_file where id = $1`,
        [open.caseId],
      )
    ).rows[0]
  const before = await rowOf()
  assert.equal(before?.has, true)
  for (const secret of [person.personalNumber, person.phone.slice(3), 'Hạnh', '4010112345678']) {
    assert.ok(!standsIn(before.text, secret), secret)
  }
  const {
    rows: [sealed],
  } = await fixture.pool.query<{ subject_id: string; sealed_content: Buffer }>(
    'select subject_id, sealed_content from case_file where id = $1',
    [open.caseId],
  )
  const content = (
    await fixture.context.tools.sealer.open(
      sealed?.subject_id ?? '',
      'level_2.content',
      sealed?.sealed_content ?? Buffer.alloc(0),
    )
  ).toString('utf8')
  for (const { template } of printsOf(person)) {
    assert.ok(!content.includes(template.slice(20, 60)))
  }
  await bao.do(submitLevel2, { caseId: open.caseId })
  assert.equal((await rowOf())?.has, false)
})

test('steps can be sent again, and nothing is counted twice', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { caseId } = await openCase(bao, person)
  assert.equal((await openCase(bao, person, caseId)).caseId, caseId)
  const picture = (await castPortrait({ id: person.face })).toString('base64')
  await bao.do(takeLevel2Portrait, { caseId, picture })
  assert.equal((await bao.do(takeLevel2Portrait, { caseId, picture })).portrait?.tries, 1)
  const templates = printsOf(person).map(({ template }) => template)
  const once = await bao.do(takeLevel2Prints, { caseId, templates })
  const twice = await bao.do(takeLevel2Prints, { caseId, templates })
  assert.deepEqual(twice.prints, once.prints)
  const key = newId()
  await bao.do(giveLevel2Contact, { caseId, phone: person.phone }, key)
  await bao.do(giveLevel2Contact, { caseId, phone: person.phone }, key)
  await bao.do(verifyLevel2Code, { caseId, code: await fixture.code(person.phone) })
  const again = await bao.do(giveLevel2Contact, { caseId, phone: person.phone })
  assert.equal(again.contact?.isProven, true, 'the same contact stays proven')
  const { rows } = await fixture.pool.query('select 1 from contact_proof where owner_id = $1', [caseId])
  assert.equal(rows.length, 1)
})

test('no step can be skipped: what is missing is named, and sending is refused', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { caseId, remaining } = await openCase(bao, person)
  assert.deepEqual(remaining, ['chip', 'contact', 'portrait', 'prints', 'consent'])
  const mustBeIncomplete = async (left: string[]) => {
    assert.equal((await bao.refusal(submitLevel2, { caseId })).code, 'level-2.incomplete')
    assert.deepEqual((await bao.do(viewLevel2, { caseId })).remaining, left)
  }
  await readChipOf(bao, caseId, person)
  await mustBeIncomplete(['contact', 'portrait', 'prints', 'consent'])
  await bao.do(giveLevel2Contact, { caseId, phone: person.phone })
  await mustBeIncomplete(['code', 'portrait', 'prints', 'consent'])
  await bao.do(verifyLevel2Code, { caseId, code: await fixture.code(person.phone) })
  await bao.do(takeLevel2Portrait, {
    caseId,
    picture: (await castPortrait({ id: person.face })).toString('base64'),
  })
  await takePrintsOf(bao, caseId, person)
  await mustBeIncomplete(['consent'])
  assert.equal((await bao.refusal(askLevel2Consent, { caseId })).code, 'desk.no-screen')
  const screen = await screenBeside(fixture, bao)
  await bao.do(askLevel2Consent, { caseId })
  await mustBeIncomplete(['consent'])
  await agreeAt(bao, screen, caseId)
  await bao.do(noteLevel2Documents, { caseId, documents: [{ kind: 'education', key: 'BANG-12' }] })
  await mustBeIncomplete(['consent'])
  await agreeAt(bao, screen, caseId)
  assert.equal((await bao.do(submitLevel2, { caseId })).state, 'accepted')
  assert.equal((await bao.refusal(submitLevel2, { caseId })).code, 'level-2.closed')
  assert.equal((await bao.refusal(askLevel2Consent, { caseId })).code, 'level-2.closed')
  assert.equal((await bao.refusal(noteLevel2Documents, { caseId, documents: [] })).code, 'level-2.closed')
})

test('worn fingerprints end at a second pair of eyes: another officer, who is another person, with the task', async () => {
  const [bao, thu, person] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await registered({ hands: 'worn' }),
  ]
  const seen = await walkLevel2(fixture, bao, person)
  assert.equal(seen.state, 'waiting-second')
  assert.ok(seen.exceptions.length > 0 && seen.exceptions.every(({ kind }) => kind === 'finger'))
  assert.equal(await accountOf(person), undefined)
  await fixture.letters(person.phone, /cần thêm một cán bộ/)
  const { caseId } = seen
  assert.ok(
    (await thu.do(listLevel2, { which: 'second' })).items.some(
      (item) => item.caseId === caseId && !item.isMine,
    ),
  )
  const note = 'Đã xem bàn tay, vân mòn'
  assert.equal(
    (await bao.refusal(secondLevel2, { caseId, verdict: 'confirm', note })).code,
    'level-2.same-eyes',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { tasks: ['level-2.take'] })
      ).refusal(secondLevel2, { caseId, verdict: 'confirm', note })
    ).code,
    'permit.refused',
  )
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { officeCode: 'KH-02' })
      ).refusal(secondLevel2, { caseId, verdict: 'confirm', note })
    ).code,
    'level-2.no-such-case',
  )
  const confirmed = await thu.do(secondLevel2, { caseId, verdict: 'confirm', note })
  assert.equal(confirmed.state, 'accepted')
  assert.equal((await accountOf(person))?.level, 2)
  assert.equal(
    (await thu.refusal(secondLevel2, { caseId, verdict: 'deny', note })).code,
    'level-2.not-waiting',
  )
})

test('two officer numbers of one person are one pair of eyes, and whoever took one step of the case is no fresh eye', async () => {
  const personNumber = '941080900001'
  const [bao, alias, helper, person] = [
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture),
    await registered({ hands: 'worn' }),
  ]
  const open = await walkLevel2(fixture, bao, person, { submit: false })
  const { caseId } = open
  await helper.do(noteLevel2Documents, { caseId, documents: open.documents })
  await bao.do(submitLevel2, { caseId })
  for (const officer of [alias, helper]) {
    assert.equal(
      (await officer.refusal(secondLevel2, { caseId, verdict: 'confirm', note: 'không được' })).code,
      'level-2.same-eyes',
    )
  }
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { personNumber: '' })
      ).refusal(secondLevel2, { caseId, verdict: 'confirm', note: 'không được' })
    ).code,
    'permit.refused',
  )
  const denied = await (
    await settleOfficer(fixture)
  ).do(secondLevel2, { caseId, verdict: 'deny', note: 'Không xác nhận được' })
  assert.deepEqual([denied.state, denied.reason], ['refused', 'exception-denied'])
  await fixture.settle()
  await fixture.letters(person.phone, /chưa được chấp nhận/)
})

test('a person without reference in the register ends at a second pair of eyes', async () => {
  const bao = await settleOfficer(fixture)
  const seen = await walkLevel2(
    fixture,
    bao,
    await registered({ hasRegisterPortrait: false, hasRegisterFingerprints: false }),
  )
  assert.deepEqual(
    [seen.state, seen.exceptions.map(({ kind, reason }) => `${kind} ${reason}`)],
    ['waiting-second', ['no-reference portrait', 'no-reference fingers']],
  )
})
