// Level 2 at the counter: who and what is refused, and why.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { chipOfPerson, newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import { openCase, readChipOf, walkLevel2 } from '../../../../../testing/level-2-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { printsOf } from '../../../../../testing/prints.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { differencesOfCase } from './level-2-differences.ts'
import { secondLevel2, submitLevel2 } from './decide-level-2.ts'
import {
  exceptLevel2Finger,
  giveLevel2Contact,
  noteLevel2Documents,
  readLevel2Chip,
  takeLevel2Portrait,
  takeLevel2Prints,
  verifyLevel2Code,
} from './level-2-evidence.ts'
import { listLevel2, openLevel2, viewLevel2 } from './open-level-2.ts'

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

test('an officer takes, sees and decides nothing about herself, under any of her officer numbers', async () => {
  const person = await registered({ hands: 'worn' })
  const herself = await settleOfficer(fixture, { personNumber: person.personalNumber })
  assert.equal(
    (
      await herself.refusal(openLevel2, {
        caseId: newId(),
        personalNumber: person.personalNumber,
        openedAt: now().toISOString(),
      })
    ).code,
    'level-2.about-yourself',
  )
  const { caseId } = await walkLevel2(fixture, await settleOfficer(fixture), person)
  assert.equal(
    (await herself.refusal(secondLevel2, { caseId, verdict: 'confirm', note: 'tôi đây mà' })).code,
    'level-2.about-yourself',
  )
  assert.equal((await herself.refusal(viewLevel2, { caseId })).code, 'level-2.about-yourself')
  assert.equal(
    (await herself.refusal(noteLevel2Documents, { caseId, documents: [] })).code,
    'level-2.about-yourself',
  )
})

test('a chip that is not genuine, revoked, copied, of another authority or changed is refused with its reason and what to do', async () => {
  const bao = await settleOfficer(fixture)
  for (const variant of ['tampered', 'revoked', 'expired-signer', 'other-authority', 'copied'] as const) {
    const person = await registered()
    const { caseId } = await openCase(bao, person)
    const read = await readChipOf(bao, caseId, person, { variant })
    if (variant === 'copied') {
      assert.deepEqual([read.chip?.verdict, read.chip?.answered], ['genuine', false])
    } else {
      assert.deepEqual([read.chip?.verdict, read.comparison], ['refused', []], variant)
    }
    const refused = await bao.do(submitLevel2, { caseId })
    assert.deepEqual([refused.state, refused.reason], ['refused', 'chip-refused'], variant)
    assert.equal(await accountOf(person), undefined)
  }
})

test('chip beside register: what differs, whether it matters, who corrects it; what matters is announced', async () => {
  const bao = await settleOfficer(fixture)
  const person = await registered()
  const { caseId } = await openCase(bao, person)
  const moved = await readChipOf(bao, caseId, person, { variant: 'other-residence' })
  const residence = moved.comparison.find(({ field }) => field === 'residence')
  assert.deepEqual(
    [residence?.state, residence?.matters, residence?.guidance, residence?.corrects],
    ['differs', false, 'register-is-newer', 'nobody'],
  )
  const other = await registered()
  const opened = await openCase(bao, other)
  const renamed = await readChipOf(bao, opened.caseId, { ...other, fullName: 'Trần Thị Khác' })
  const name = renamed.comparison.find(({ field }) => field === 'fullName')
  assert.deepEqual(
    [name?.state, name?.matters, name?.guidance, name?.corrects],
    ['differs', true, 'identity-differs', 'civil-status'],
  )
  const { rows } = await fixture.pool.query<{
    data: { fields: string[]; caseId: string }
    subject_id: string
  }>(`select subject_id, data from outbox where kind = 'CardDiffersFromRegister'`)
  const [fact] = rows.filter(({ data }) => data.caseId === opened.caseId)
  if (fact) {
    assert.deepEqual(fact.data.fields, ['fullName'])
  }
  const {
    rows: [row],
  } = await fixture.pool.query<{ subject_id: string }>('select subject_id from case_file where id = $1', [
    opened.caseId,
  ])
  assert.deepEqual(
    (
      await differencesOfCase(
        fixture.context.tools.read,
        fixture.context.tools,
        row?.subject_id ?? '',
        opened.caseId,
      )
    ).map(({ field, chip }) => [field, chip]),
    [['fullName', 'Trần Thị Khác']],
  )
  assert.deepEqual([(await bao.do(submitLevel2, { caseId: opened.caseId })).reason], ['card-differs'])
})

test("a card of somebody else, and an older card than the register's, do not pass", async () => {
  const bao = await settleOfficer(fixture)
  const [person, other] = [await registered(), await registered()]
  const { caseId } = await openCase(bao, person)
  const chip = await chipOfPerson(other)
  assert.equal((await bao.refusal(readLevel2Chip, { caseId, chip: chip.file })).code, 'level-2.other-person')
  const older = await readChipOf(bao, caseId, { ...person, cardExpiresOn: '2030-01-01' })
  assert.ok(
    older.comparison.some(
      ({ field, matters, guidance }) => field === 'expiresOn' && matters && guidance === 'card-replaced',
    ),
  )
  assert.equal((await bao.do(submitLevel2, { caseId })).reason, 'no-valid-card')
})

test("another face, another's fingers: refused, whatever the officer wants", async () => {
  const bao = await settleOfficer(fixture)
  const [person, other] = [await registered(), await registered()]
  const { caseId } = await openCase(bao, person)
  await readChipOf(bao, caseId, person)
  let seen = await bao.do(viewLevel2, { caseId })
  for (const id of ['khoa', 'pao', 'emma'] as const) {
    seen = await bao.do(takeLevel2Portrait, {
      caseId,
      picture: (await castPortrait({ id })).toString('base64'),
    })
  }
  assert.deepEqual([seen.portrait?.verdict, seen.portrait?.triesLeft], ['no-match', 0])
  assert.equal(
    (
      await bao.refusal(takeLevel2Portrait, {
        caseId,
        picture: (await castPortrait({ id: 'hanh' })).toString('base64'),
      })
    ).code,
    'evidence.no-tries-left',
  )
  assert.equal((await bao.do(submitLevel2, { caseId })).reason, 'portrait-differs')
  const { caseId: second } = await openCase(bao, person)
  await readChipOf(bao, second, person)
  for (let press = 1; press <= 3; press++) {
    seen = await bao.do(takeLevel2Prints, {
      caseId: second,
      templates: printsOf(other, { press, which: ['right-index'] }).map(({ template }) => template),
    })
  }
  assert.equal(seen.prints.perFinger[0]?.outcome, 'no-match')
  await bao.do(exceptLevel2Finger, { caseId: second, finger: 'right-index', reason: 'worn' })
  assert.equal(
    (await bao.do(submitLevel2, { caseId: second })).reason,
    'prints-differ',
    'a finger that was read well and differs is never covered by an exception',
  )
})

test('a finger is not called worn before its tries are used; what is no fingerprint does not count', async () => {
  const bao = await settleOfficer(fixture)
  const person = await registered({ hands: 'worn' })
  const { caseId } = await openCase(bao, person)
  assert.equal(
    (await bao.refusal(exceptLevel2Finger, { caseId, finger: 'right-index', reason: 'worn' })).code,
    'evidence.tries-left',
  )
  assert.equal(
    (await bao.refusal(takeLevel2Prints, { caseId, templates: [Buffer.from('no print').toString('base64')] }))
      .code,
    'evidence.not-a-print',
  )
  assert.equal(
    (await bao.do(exceptLevel2Finger, { caseId, finger: 'right-index', reason: 'missing' })).prints
      .perFinger[0]?.reason,
    'missing',
  )
  assert.equal(
    (await bao.refusal(takeLevel2Portrait, { caseId, picture: Buffer.from('no picture').toString('base64') }))
      .code,
    'portrait.not-a-picture',
  )
  assert.equal((await bao.do(viewLevel2, { caseId })).portrait, null)
})

test('whoever declines at the screen gets no account', async () => {
  const bao = await settleOfficer(fixture)
  const person = await registered()
  const seen = await walkLevel2(fixture, bao, person, { answer: 'declined' })
  assert.deepEqual([seen.state, seen.reason], ['refused', 'consent-declined'])
  assert.equal(await accountOf(person), undefined)
})

test('a phone that another account has shown to be its own since then is not taken from it', async () => {
  const bao = await settleOfficer(fixture)
  const { phone } = newPerson()
  const { caseId } = await walkLevel2(fixture, bao, await registered(), { phone, submit: false })
  await settleCitizen(fixture, { phone })
  const seen = await bao.do(submitLevel2, { caseId })
  assert.deepEqual([seen.state, seen.reason], ['refused', 'phone-already-bound'])
})

test('a wrong code counts, and proves nothing', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { caseId } = await openCase(bao, person)
  assert.equal((await bao.refusal(verifyLevel2Code, { caseId, code: '000000' })).code, 'evidence.no-contact')
  await bao.do(giveLevel2Contact, { caseId, phone: person.phone })
  const code = await fixture.code(person.phone)
  const wrong = code === '123456' ? '654321' : '123456'
  assert.equal((await bao.refusal(verifyLevel2Code, { caseId, code: wrong })).code, 'code.wrong')
  assert.equal((await bao.do(viewLevel2, { caseId })).contact?.code?.triesLeft, 4)
})

test('strangers, citizens, other offices and officers without the task or unknown as persons get nothing', async () => {
  const person = await registered()
  const { caseId } = await openCase(await settleOfficer(fixture), person)
  const { visitor: citizen } = await settleCitizen(fixture)
  const other = await settleOfficer(fixture, { officeCode: 'KH-02' })
  for (const visitor of [fixture.visitor(), citizen]) {
    assert.equal((await visitor.refusal(viewLevel2, { caseId })).code, 'session.required')
  }
  assert.equal((await other.refusal(viewLevel2, { caseId })).code, 'level-2.no-such-case')
  assert.deepEqual((await other.do(listLevel2, { which: 'open' })).items, [])
  assert.equal(
    (
      await other.refusal(openLevel2, {
        caseId,
        personalNumber: person.personalNumber,
        openedAt: now().toISOString(),
      })
    ).code,
    'level-2.no-such-case',
  )
  const clerk = await settleOfficer(fixture, { tasks: ['enrolment.decide'] })
  assert.equal((await clerk.refusal(viewLevel2, { caseId })).code, 'permit.refused')
  assert.equal((await clerk.refusal(listLevel2, { which: 'open' })).code, 'permit.refused')
  assert.equal(
    (
      await (
        await settleOfficer(fixture, { tasks: ['level-2.take'] })
      ).refusal(listLevel2, { which: 'second' })
    ).code,
    'permit.refused',
  )
  const unknown = await settleOfficer(fixture, { personNumber: '' })
  assert.equal(
    (
      await unknown.refusal(openLevel2, {
        caseId: newId(),
        personalNumber: newPerson().personalNumber,
        openedAt: now().toISOString(),
      })
    ).code,
    'permit.refused',
  )
})
