// A guardianship does not end by one officer: one proposes it with paper and names, another one sees the same
// and decides, and until then it stands.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import { newOfficerNumber, settleOfficer } from '../../../../../testing/officer.ts'
import { idOfPage, pictureOfPaper } from '../../../../../testing/paper-pages.ts'
import { viewOverview } from '../../../../../testing/overview.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { Problem } from '../../../../kernel/problem.ts'
import type { Work } from '../../../../kernel/work.ts'
import { findSubject, reserveSubject } from '../../../people/accounts/open-account.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'
import { endProposal_days } from '../rules.ts'
import { standingTies } from '../store.ts'
import { beginTie } from '../tie.ts'
import {
  listRepresentationEnds,
  secondRepresentationEnd,
  viewRepresentationEnd,
  withdrawRepresentationEnd,
} from './decide-end.ts'
import { lapseEnds } from './end-case.ts'
import { endRepresentation } from './end-representation.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-04', name: 'Công an xã Khác' }))
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const paper = { kind: 'court-decision', number: '1/QĐ-TA', date: '2025-01-02', authority: 'Toà án' } as const
const page = await pictureOfPaper()
const note = 'Toà tuyên chấm dứt giám hộ'

const guarded = async () => {
  const [guardian, ward] = [await settleCitizen(fixture), newPerson({ birthDate: '1958' })]
  await fixture.register(ward)
  const { tools, transact } = fixture.context
  const begin = async (work: Work): Promise<string> => {
    const [subjectId, representativeId] = [
      await reserveSubject(work, tools, ward.personalNumber),
      await reserveSubject(work, tools, guardian.person.personalNumber),
    ]
    await beginTie(work, { wardId: subjectId, representativeId, kind: 'guardian', ground: 'papers' })
    return subjectId
  }
  const wardId = await transact(begin)
  return {
    begin,
    guardian,
    ward,
    wardId,
    isStanding: async () => (await standingTies(tools.read, wardId)).length === 1,
    ending: {
      personalNumber: ward.personalNumber,
      representativeNumber: guardian.person.personalNumber,
      paper,
      pages: [{ page }],
      note,
    },
  }
}
const confirm = { verdict: 'confirm', note: 'Đã xem bản gốc', seenPages: [idOfPage(page)] } as const

test('one officer, also with two numbers of her own, ends no guardianship; another one who sees names and paper does', async () => {
  const personNumber = newOfficerNumber()
  const [bao, herself, thu] = [
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture),
  ]
  const { guardian, ward, ending, isStanding } = await guarded()
  const { caseId, reference } = await bao.do(endRepresentation, ending)
  for (const one of [bao, herself]) {
    const alone = await one.refusal(secondRepresentationEnd, { caseId, ...confirm })
    assert.equal(alone.code, 'representation.same-eyes')
    assert.equal((await one.refusal(endRepresentation, ending)).code, 'representation.end-waits')
  }
  assert.ok(await isStanding())
  const listed = (await thu.do(listRepresentationEnds, { which: 'second' })).items.find(
    (one) => one.caseId === caseId,
  )
  assert.deepEqual([listed?.name, listed?.reference, listed?.isMine], [ward.fullName, reference, false])
  const queue = (await thu.do(viewOverview)).queues.find(({ key }) => key === 'representation')
  assert.ok(queue && queue.waiting >= 1)
  const seen = await thu.do(viewRepresentationEnd, { caseId })
  assert.deepEqual(
    [seen.ward.fullName, seen.representative.fullName, seen.paper, seen.note, seen.isTakenByMe],
    [
      ward.fullName,
      guardian.person.fullName,
      { ...paper, pages: [{ id: idOfPage(page), isUnsigned: true }] },
      note,
      false,
    ],
  )
  assert.equal((await thu.do(secondRepresentationEnd, { caseId, ...confirm })).state, 'accepted')
  assert.equal(await isStanding(), false)
  const again = await thu.refusal(secondRepresentationEnd, { caseId, ...confirm })
  assert.equal(again.code, 'representation.not-waiting')
})

test('denied, the guardianship stands, and it can be proposed anew; what ended meanwhile is not ended twice', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { ending, isStanding } = await guarded()
  const { caseId } = await bao.do(endRepresentation, ending)
  const denied = await thu.do(secondRepresentationEnd, { caseId, verdict: 'deny', note: 'Bản sao không dấu' })
  assert.deepEqual([denied.state, denied.reason, await isStanding()], ['refused', 'second-denied', true])
  const second = await bao.do(endRepresentation, ending)
  await fixture.pool.query("update ward set state = 'ended', end_reason = 'displaced', ended_at = now()")
  const late = await thu.do(secondRepresentationEnd, { caseId: second.caseId, ...confirm })
  assert.deepEqual([late.state, late.reason], ['refused', 'no-tie'])
})

test('a guardianship that began anew after the proposal is not ended by it', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  for (const isOfAnEarlierRelease of [false, true]) {
    const { ending, isStanding, begin } = await guarded()
    const { caseId } = await bao.do(endRepresentation, ending)
    if (isOfAnEarlierRelease) {
      await fixture.pool.query("update case_file set facts = facts - 'tieId' where id = $1", [caseId])
    }
    await fixture.pool.query("update ward set state = 'ended', end_reason = 'displaced', ended_at = now()")
    await fixture.context.transact(begin)
    const late = await thu.do(secondRepresentationEnd, { caseId, ...confirm })
    assert.deepEqual([late.state, late.reason, await isStanding()], ['refused', 'no-tie', true])
  }
})

const DAY_MS = 86_400_000
test('nobody decides in its time: it lapses by itself, ends nothing, and bars no other office', async () => {
  const [bao, elsewhere] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture, { officeCode: 'KH-04' }),
  ]
  const { ending, isStanding } = await guarded()
  const { caseId } = await bao.do(endRepresentation, ending)
  assert.equal((await elsewhere.refusal(endRepresentation, ending)).code, 'representation.end-waits')
  const { transact, tools } = fixture.context
  const days = inForce(endProposal_days, now())
  moveClock(clockAtFirst + (days - 1) * DAY_MS)
  await lapseEnds(transact, tools)
  const thu = await settleOfficer(fixture)
  assert.equal((await thu.do(viewRepresentationEnd, { caseId })).state, 'waiting-second')
  moveClock(clockAtFirst + days * DAY_MS + 60_000)
  const [late, again] = [await settleOfficer(fixture), await settleOfficer(fixture, { officeCode: 'KH-04' })]
  // Not yet seen to by the clock: decided on, it ends nothing, and nothing has to be looked at for that.
  const decided = await late.do(secondRepresentationEnd, { caseId, ...confirm, seenPages: [] })
  assert.deepEqual([decided.state, decided.reason, await isStanding()], ['refused', 'lapsed', true])
  await again.do(endRepresentation, ending)
})

test('the clock ends what has lapsed, and a proposal after it takes its place though the clock was not there', async () => {
  const bao = await settleOfficer(fixture)
  const [first, second] = [await guarded(), await guarded()]
  const { caseId } = await bao.do(endRepresentation, first.ending)
  const other = await bao.do(endRepresentation, second.ending)
  moveClock(clockAtFirst + (inForce(endProposal_days, now()) + 1) * DAY_MS)
  const [thu, elsewhere] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture, { officeCode: 'KH-04' }),
  ]
  await elsewhere.do(endRepresentation, second.ending)
  assert.equal((await thu.do(viewRepresentationEnd, { caseId: other.caseId })).reason, 'lapsed')
  await lapseEnds(fixture.context.transact, fixture.context.tools)
  const seen = await thu.do(viewRepresentationEnd, { caseId })
  assert.deepEqual([seen.state, seen.reason, await first.isStanding()], ['refused', 'lapsed', true])
})

test('both persons hear of a proposal that lapsed, once and not before, and read it in their logs', async () => {
  const bao = await settleOfficer(fixture)
  const { guardian, wardId, ending } = await guarded()
  const { caseId, reference } = await bao.do(endRepresentation, ending)
  const { transact, tools, pool } = { ...fixture.context, pool: fixture.pool }
  const logged = async () => {
    await fixture.settle()
    return (
      await pool.query<{ subject_id: string; actor: string; purpose: string; outcome: string }>(
        `select subject_id, actor, purpose, outcome from audit_line
         where use_case = 'representation.lapse-end' and detail ->> 'reference' = $1`,
        [reference],
      )
    ).rows
  }
  await lapseEnds(transact, tools)
  assert.deepEqual(await logged(), [])
  moveClock(clockAtFirst + (inForce(endProposal_days, now()) + 1) * DAY_MS)
  await lapseEnds(transact, tools)
  const expected = { actor: 'system:expiry', purpose: 'representation-end-lapsed', outcome: 'discarded' }
  const guardianId = await findSubject(tools.read, tools, guardian.person.personalNumber)
  const inOrder = (lines: readonly { subject_id: string }[]) =>
    lines.toSorted((a, b) => a.subject_id.localeCompare(b.subject_id))
  const both = inOrder([wardId, guardianId ?? ''].map((subject_id) => ({ subject_id, ...expected })))
  assert.deepEqual(inOrder(await logged()), both)
  await fixture.letters(guardian.person.phone, `${reference} tự hết hiệu lực`)
  await lapseEnds(transact, tools)
  assert.equal((await logged()).length, 2, 'once')
  assert.equal((await (await settleOfficer(fixture)).do(viewRepresentationEnd, { caseId })).reason, 'lapsed')
})

test('two offices propose at once where a lapsed proposal stands: one stands then, and the other is told so', async () => {
  const [bao, first] = [await settleOfficer(fixture), await guarded()]
  const { caseId } = await bao.do(endRepresentation, first.ending)
  moveClock(clockAtFirst + (inForce(endProposal_days, now()) + 1) * DAY_MS)
  const two = [await settleOfficer(fixture), await settleOfficer(fixture, { officeCode: 'KH-04' })]
  // Both have found the lapsed one, and wait for its row.
  const holding = await fixture.pool.connect()
  await holding.query('begin')
  await holding.query('select 1 from case_file where id = $1 for update', [caseId])
  const proposed = two.map((one) =>
    one.do(endRepresentation, first.ending).then(
      () => 'proposed',
      (error: unknown) => (error instanceof Problem ? error.code : String(error)),
    ),
  )
  const areWaiting = async () =>
    (
      await fixture.pool.query(
        `select 1 from pg_locks where not granted and database = (select oid from pg_database
           where datname = current_database())
         union all select 1 from pg_stat_activity where datname = current_database()
           and wait_event_type = 'Lock'`,
      )
    ).rows.length
  while ((await areWaiting()) < 2) {
    await pause(20)
  }
  await holding.query('rollback')
  holding.release()
  assert.deepEqual((await Promise.all(proposed)).toSorted(), ['proposed', 'representation.end-waits'])
})

test('whoever proposed it takes it back, nobody else; both persons see it, and it can be proposed anew', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { guardian, ending, isStanding } = await guarded()
  const { caseId } = await bao.do(endRepresentation, ending)
  assert.equal((await thu.refusal(withdrawRepresentationEnd, { caseId })).code, 'permit.refused')
  const after = await bao.do(withdrawRepresentationEnd, { caseId })
  assert.deepEqual([after.state, after.reason, await isStanding()], ['refused', 'withdrawn', true])
  const twice = await bao.refusal(withdrawRepresentationEnd, { caseId })
  assert.equal(twice.code, 'representation.not-waiting')
  const lines = (await guardian.visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  assert.ok(lines.includes('representation-end-withdrawn'), lines.join())
  await thu.do(endRepresentation, ending)
})

test('nobody whom it is about decides it, nobody of another office, nobody without the task; who looked stands in the log', async () => {
  const { guardian, ending } = await guarded()
  const [bao, self, elsewhere, without] = [
    await settleOfficer(fixture, { tasks: ['representation.take'] }),
    await settleOfficer(fixture, { personNumber: guardian.person.personalNumber }),
    await settleOfficer(fixture, { officeCode: 'KH-04' }),
    await settleOfficer(fixture, { tasks: ['representation.take'] }),
  ]
  const { caseId } = await bao.do(endRepresentation, ending)
  const refusedTo = async (one: typeof bao) =>
    (await one.refusal(secondRepresentationEnd, { caseId, ...confirm })).code
  assert.equal(await refusedTo(self), 'representation.about-yourself')
  assert.equal(await refusedTo(elsewhere), 'representation.no-such-request')
  assert.equal(await refusedTo(without), 'permit.refused')
  const thu = await settleOfficer(fixture)
  await thu.do(viewRepresentationEnd, { caseId })
  await thu.do(secondRepresentationEnd, { caseId, ...confirm })
  const lines = (await guardian.visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  for (const told of [
    'representation-end-proposed',
    'representation-view',
    'representation-ended',
  ] as const) {
    assert.ok(lines.includes(told), `${told}: ${lines.join()}`)
  }
})
