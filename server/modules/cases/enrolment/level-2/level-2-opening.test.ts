// Opening a case for level 2: what is known then is said then, one case of a person at a time, what was
// opened while the line was down, and how an office finds and counts its cases.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { openCase, readChipOf, takePrintsOf, walkLevel2 } from '../../../../../testing/level-2-steps.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { castPortrait } from '../../../../../world/settle-cast.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { newId } from '../../../../kernel/id.ts'
import { viewOverview } from '../../../../../testing/overview.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { dossierOfSubject } from '../level-1/dossier-state.ts'
import { submitLevel2 } from './decide-level-2.ts'
import {
  giveLevel2Contact,
  noteLevel2Documents,
  recordOfflineConsent,
  takeLevel2Portrait,
  verifyLevel2Code,
} from './level-2-evidence.ts'
import { discardLevel2, listLevel2, openLevel2, viewLevel2 } from './open-level-2.ts'

const HOUR_MS = 3_600_000
let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact(async (work) => {
    await addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' })
    await addOffice(work, { code: 'KH-03', name: 'Văn phòng thứ ba' })
  })
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
    await fixture.pool.query<{ level: number; state: string }>(
      'select level, state from account where personal_number = $1',
      [person.personalNumber],
    )
  ).rows[0]
const subjectOf = async (caseId: string): Promise<string> =>
  (
    await fixture.pool.query<{ subject_id: string }>('select subject_id from case_file where id = $1', [
      caseId,
    ])
  ).rows[0]?.subject_id ?? ''
const opening = (person: TestPerson, openedAt = now(), caseId = newId()) => ({
  caseId,
  personalNumber: person.personalNumber,
  openedAt: openedAt.toISOString(),
})

const BARRED: readonly (readonly [
  changes: Partial<TestPerson>,
  reason: 'no-valid-card' | 'deceased' | 'under-age' | 'not-in-register',
])[] = [
  [{ cardExpiresOn: '2025-09-30' }, 'no-valid-card'],
  [{ cardState: 'revoked' }, 'no-valid-card'],
  [{ lifeStatus: 'dead' }, 'deceased'],
  [{ birthDate: '2017-05-09', hasRegisterFingerprints: false }, 'under-age'],
  [{}, 'not-in-register'],
]
const barred = (changes: Partial<TestPerson>, reason: string): Promise<TestPerson> =>
  reason === 'not-in-register' ? Promise.resolve(newPerson(changes)) : registered(changes)

test('an expired or revoked card, the dead, a child and a number that nobody has are refused when the case is opened, and that is on record', async () => {
  const bao = await settleOfficer(fixture)
  for (const [changes, reason] of BARRED) {
    const person = await barred(changes, reason)
    const named = opening(person)
    assert.equal((await bao.refusal(openLevel2, named)).code, `level-2.${reason}`)
    assert.equal((await bao.refusal(viewLevel2, { caseId: named.caseId })).code, 'level-2.no-such-case')
    const { tools } = fixture.context
    const digest = tools.digests.identifier('number', person.personalNumber)
    const { rows } = await fixture.pool.query<{ purpose: string; outcome: string }>(
      `select l.purpose, l.outcome from audit_line l join identifier i on i.subject_id = l.subject_id
       where i.kind = 'number' and i.digest = $1`,
      [digest],
    )
    assert.deepEqual(rows, [{ purpose: 'level-2-opened', outcome: `level-2.${reason}` }])
  }
})

test('what was opened while the line was down is judged when it is sent', async () => {
  const bao = await settleOfficer(fixture)
  for (const [changes, reason] of BARRED) {
    const person = await barred(changes, reason)
    const { caseId } = await bao.do(openLevel2, opening(person, new Date(now().getTime() - HOUR_MS)))
    await readChipOf(bao, caseId, person)
    const refused = await bao.do(submitLevel2, { caseId })
    assert.deepEqual([refused.state, refused.reason], ['refused', reason], JSON.stringify(changes))
    assert.equal(await accountOf(person), undefined)
  }
})

test('the register and the account are judged again when the case is sent', async () => {
  const bao = await settleOfficer(fixture)
  const person = await registered()
  const { caseId } = await openCase(bao, person)
  await fixture.pool.query(`update person set life_status = 'dead' where personal_number = $1`, [
    person.personalNumber,
  ])
  const refused = await bao.do(submitLevel2, { caseId })
  assert.deepEqual([refused.state, refused.reason], ['refused', 'deceased'])
})

test('a locked account is neither raised nor opened', async () => {
  const bao = await settleOfficer(fixture)
  const { person } = await settleCitizen(fixture)
  const lock = (state: string) =>
    fixture.pool.query('update account set state = $2 where personal_number = $1', [
      person.personalNumber,
      state,
    ])
  await lock('locked')
  assert.equal((await bao.refusal(openLevel2, opening(person))).code, 'level-2.account-locked')
  await lock('active')
  const { caseId } = await walkLevel2(fixture, bao, person, { submit: false })
  await lock('locked')
  const seen = await bao.do(submitLevel2, { caseId })
  assert.deepEqual([seen.state, seen.reason], ['refused', 'account-locked'])
  assert.deepEqual(await accountOf(person), { level: 1, state: 'locked' })
})

test('one person has one case at a time; an abandoned one gives way; a discarded one is closed', async () => {
  const [bao, thu, person] = [await settleOfficer(fixture), await settleOfficer(fixture), await registered()]
  const first = await openCase(bao, person)
  assert.equal(
    (
      await thu.refusal(openLevel2, {
        caseId: newId(),
        personalNumber: person.personalNumber,
        openedAt: now().toISOString(),
      })
    ).code,
    'level-2.other-case-open',
  )
  moveClock(clockAtFirst + 25 * HOUR_MS)
  const later = await settleOfficer(fixture)
  const second = await openCase(later, person)
  assert.equal((await later.do(viewLevel2, { caseId: first.caseId })).state, 'discarded')
  assert.equal(
    (await later.do(discardLevel2, { caseId: second.caseId, note: 'Bấm nhầm' })).state,
    'discarded',
  )
  assert.equal(
    (await later.refusal(noteLevel2Documents, { caseId: second.caseId, documents: [] })).code,
    'level-2.closed',
  )
  const ids = await Promise.all(
    [newId(), newId(), newId()].map((caseId) =>
      later
        .do(openLevel2, { caseId, personalNumber: person.personalNumber, openedAt: now().toISOString() })
        .then(
          () => 'open',
          ({ code }: { code: string }) => code,
        ),
    ),
  )
  assert.deepEqual(ids.sort(), ['level-2.other-case-open', 'level-2.other-case-open', 'open'])
})

test('a case of an outbox: opened while the line was down, consent given then, confirmed by a second pair of eyes', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const [caseId, openedAt] = [newId(), new Date(now().getTime() - 3 * HOUR_MS).toISOString()]
  const opened = await bao.do(openLevel2, { caseId, personalNumber: person.personalNumber, openedAt })
  assert.equal(opened.isOffline, true)
  await walkRest(caseId, bao, person)
  await bao.do(recordOfflineConsent, {
    caseId,
    agreedAt: new Date(now().getTime() - 2 * HOUR_MS).toISOString(),
    version: '2026-11',
  })
  const seen = await bao.do(submitLevel2, { caseId })
  assert.deepEqual(
    [seen.state, seen.consent, seen.exceptions.map(({ kind }) => kind)],
    ['waiting-second', 'agreed-offline', ['offline-consent']],
  )
  const online = await openCase(bao, await registered())
  assert.equal(
    (
      await bao.refusal(recordOfflineConsent, {
        caseId: online.caseId,
        agreedAt: now().toISOString(),
        version: '2026-11',
      })
    ).code,
    'level-2.not-offline',
  )
  for (const at of [now().getTime() + HOUR_MS, now().getTime() - 8 * 24 * HOUR_MS]) {
    assert.equal(
      (
        await bao.refusal(openLevel2, {
          caseId: newId(),
          personalNumber: (await registered()).personalNumber,
          openedAt: new Date(at).toISOString(),
        })
      ).code,
      'level-2.opened-in-future',
    )
  }
})

const walkRest = async (caseId: string, officer: Visitor, person: TestPerson): Promise<void> => {
  await readChipOf(officer, caseId, person)
  await officer.do(giveLevel2Contact, { caseId, phone: person.phone })
  await officer.do(verifyLevel2Code, { caseId, code: await fixture.code(person.phone) })
  await officer.do(takeLevel2Portrait, {
    caseId,
    picture: (await castPortrait({ id: person.face })).toString('base64'),
  })
  await takePrintsOf(officer, caseId, person)
}

test('a case is found by its reference, for its own person alone', async () => {
  const [bao, person, other] = [await settleOfficer(fixture), await registered(), await registered()]
  const [mine, hers] = [await openCase(bao, person), await openCase(bao, other)]
  const { read } = fixture.context.tools
  const found = await dossierOfSubject(read, await subjectOf(mine.caseId), mine.reference, now())
  assert.deepEqual([found?.kind, found?.reference, found?.state], ['level-2', mine.reference, 'open'])
  assert.equal(await dossierOfSubject(read, await subjectOf(hers.caseId), mine.reference, now()), null)
})

test('the counts of an office are true at every step, and its list goes on by key behind a full page', async () => {
  const officer = await settleOfficer(fixture, { officeCode: 'KH-03' })
  const waiting = async () => {
    const { queues } = await officer.do(viewOverview)
    return ['level-2-open', 'level-2-second'].map(
      (key) => queues.find((queue) => queue.key === key)?.waiting ?? 0,
    )
  }
  assert.deepEqual(await waiting(), [0, 0])
  const people = Array.from({ length: 31 }, () => newPerson({ hasRegisterFingerprints: false }))
  await fixture.register(...people)
  const cases = []
  for (const person of people) {
    cases.push(await openCase(officer, person))
  }
  assert.deepEqual(await waiting(), [31, 0])
  const first = await officer.do(listLevel2, { which: 'open' })
  const rest = await officer.do(listLevel2, { which: 'open', cursor: first.next ?? '' })
  assert.deepEqual([first.items.length, rest.items.length, rest.next], [30, 1, null])
  assert.equal(new Set([...first.items, ...rest.items].map(({ caseId }) => caseId)).size, 31)
  await officer.do(discardLevel2, { caseId: cases[0]?.caseId ?? '', note: 'Bấm nhầm' })
  assert.deepEqual(await waiting(), [30, 0])
})

test('a picture that was sealed before all kinds of cases stood together is still seen, and goes with the decision', async () => {
  const [bao, person] = [await settleOfficer(fixture), await registered()]
  const { caseId } = await openCase(bao, person)
  const subjectId = await subjectOf(caseId)
  const picture = await castPortrait({ id: person.face })
  await bao.do(takeLevel2Portrait, { caseId, picture: picture.toString('base64') })
  const taken = (await bao.do(viewLevel2, { caseId })).portrait?.taken
  const sealed = await fixture.context.tools.sealer.seal(
    subjectId,
    'level_2.portrait',
    Buffer.from(taken?.split(',')[1] ?? '', 'base64'),
  )
  await fixture.pool.query(
    `update case_attachment set name = 'level_2.portrait', sealed = $2 where case_id = $1`,
    [caseId, sealed],
  )
  assert.equal((await bao.do(viewLevel2, { caseId })).portrait?.taken, taken)
  await bao.do(discardLevel2, { caseId, note: 'Bấm nhầm' })
  const { rows } = await fixture.pool.query('select 1 from case_attachment where case_id = $1', [caseId])
  assert.equal(rows.length, 0)
})
