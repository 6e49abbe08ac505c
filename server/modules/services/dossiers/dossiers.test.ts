// A dossier with real Postgres, from filing to the result: filed once, received, asked for more once,
// decided by whom the law wants, returned with a paper that proves itself; each refusal on the way.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { newId } from '../../../kernel/id.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { decideDossier, proposeDossier } from './decide-dossier.ts'
import { fileService } from './file-dossier.ts'
import { listDossiers } from './list-dossiers.ts'
import {
  answerSupplement,
  listOwnDossiers,
  objectToDossier,
  rateDossier,
  viewOwnDossier,
  withdrawDossier,
} from './own-dossiers.ts'
import { viewDossierPaper } from './view-paper.ts'
import {
  apologiseDossier,
  askSupplement,
  openOfficeDossier,
  pauseDossier,
  receiveDossier,
  tickDossier,
} from './work-dossier.ts'
import { moveDossier } from './pass-on-dossier.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
after(() => fixture.stop())

const PROCEDURE = 'residence-confirmation'
const settle = async () => {
  const settled = await settleCitizen(fixture)
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [
    settled.person.personalNumber,
  ])
  return settled
}
const answers = { what: 'present', purpose: 'nộp cho trường học' }
const file = async (visitor: Visitor, draft = newId()) =>
  visitor.do(fileService, { procedure: PROCEDURE, draft, version: 1, answers })
const note = 'đã xem đủ giấy tờ'

test('what is filed twice is one dossier, also from two phones at once', async () => {
  const { visitor } = await settle()
  const draft = newId()
  const [one, two] = await Promise.all([file(visitor, draft), file(visitor, draft)])
  assert.equal(one.reference, two.reference)
  assert.match(one.reference, /^TD-01-\d{6}-\d{4,}$/)
  assert.equal((await file(visitor, draft)).reference, one.reference)
  assert.equal((await visitor.do(listOwnDossiers, {})).items.length, 1)
  const { rows } = await fixture.pool.query<{ purpose: string }>(
    `select purpose from audit_line where detail->>'reference' = $1`,
    [one.reference],
  )
  assert.deepEqual(rows, [{ purpose: 'dossier-filed' }], 'her log says once that she filed it')
  const other = await settle()
  const stolen = await other.visitor.refusal(fileService, {
    procedure: PROCEDURE,
    draft,
    version: 1,
    answers,
  })
  assert.equal(stolen.code, 'services.draft-of-another')
  const unseen = await other.visitor.refusal(viewOwnDossier, { reference: one.reference })
  assert.equal(unseen.code, 'services.no-such-dossier')
})

test('her dossiers are read page by page, the newest first, and none is missing', async () => {
  const { visitor } = await settle()
  const filed: string[] = []
  for (let i = 0; i < 20; i++) {
    filed.push((await file(visitor)).reference)
  }
  await fixture.pool.query("delete from attempt_counter where scope = 'services.file'")
  filed.push((await file(visitor)).reference)
  const one = await visitor.do(listOwnDossiers, {})
  const two = await visitor.do(listOwnDossiers, { cursor: one.next ?? '' })
  const seen = [...one.items, ...two.items].map(({ reference }) => reference)
  assert.deepEqual([seen, two.next], [filed.toReversed(), null])
  const bad = await visitor.refusal(listOwnDossiers, { cursor: 'sau cùng' })
  assert.equal(bad.code, 'request.invalid')
})

test('a confirmation goes from the app to an officer and comes back as a paper that proves itself', async () => {
  const [{ visitor, person }, officer] = [await settle(), await settleOfficer(fixture)]
  const { reference } = await file(visitor)
  const waits = (await officer.do(listDossiers, { which: 'receive' })).items
  assert.ok(waits.some((row) => row.reference === reference))
  assert.ok((await officer.do(viewOverview)).queues.some(({ key }) => key === 'dossiers-receive'))
  const seen = await officer.do(openOfficeDossier, { reference })
  assert.deepEqual(
    [seen.state, seen.name, seen.answers.filter(({ differs }) => differs).length],
    ['filed', person.fullName, 0],
  )
  await officer.do(receiveDossier, { reference, verdict: 'receive' })
  assert.equal(
    (await officer.refusal(proposeDossier, { reference, verdict: 'grant' })).code,
    'services.not-all-ticked',
  )
  await officer.do(tickDossier, { reference, item: 'matches', isTicked: true })
  assert.equal((await officer.do(proposeDossier, { reference, verdict: 'grant' })).state, 'finished')
  await fixture.settle()
  const own = await visitor.do(viewOwnDossier, { reference })
  assert.deepEqual(
    [own.state, own.national, own.papers.map(({ kind }) => kind)],
    ['returned', 10, ['receipt', 'ct07']],
  )
  assert.ok(own.timeline.every(({ state }) => state === 'done'))
  const { pdf } = await visitor.do(viewDossierPaper, { reference, kind: 'ct07' })
  const bytes = Buffer.from(pdf, 'base64')
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  assert.ok((await visitor.do(viewDossierPaper, { reference, kind: 'receipt' })).pdf.length > 1000)
  assert.equal(
    (await visitor.refusal(viewDossierPaper, { reference, kind: 'refusal' })).code,
    'services.no-such-paper',
  )
  await fixture.letters(person.phone, /đã có kết quả/)
  const purposes = (await visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  for (const wanted of [
    'dossier-filed',
    'dossier-view',
    'dossier-receive',
    'dossier-proposed',
    'dossier-returned',
  ]) {
    assert.ok(purposes.includes(wanted), wanted)
  }
  await visitor.do(rateDossier, { reference, stars: 4 })
  assert.equal((await visitor.refusal(rateDossier, { reference, stars: 1 })).code, 'services.not-to-rate')
})

test('what is missing is asked for once, and the clock stands still until everything has come', async () => {
  const [{ visitor, person }, officer] = [await settle(), await settleOfficer(fixture)]
  const { reference } = await file(visitor)
  await officer.do(receiveDossier, { reference, verdict: 'receive' })
  const items = [
    { what: 'Số nhà là 8 hay 8A?', answer: 'text' as const },
    { what: 'Ở từ năm nào?', answer: 'text' as const },
  ]
  const asked = await officer.do(askSupplement, { reference, items })
  assert.deepEqual([asked.state, asked.dueAt, asked.mayAskSupplement], ['supplement-asked', null, false])
  await fixture.letters(person.phone, /cần bạn bổ sung 2 điều/)
  const half = [{ id: 'item-1', text: '8A' }]
  assert.equal(
    (await visitor.refusal(answerSupplement, { reference, items: half })).code,
    'services.supplement-incomplete',
  )
  const all = [...half, { id: 'item-2', text: '2019' }]
  const sent = await visitor.do(answerSupplement, { reference, items: all })
  assert.deepEqual([sent.state, sent.supplement, sent.dueAt !== null], ['processing', null, true])
  assert.equal(
    (await visitor.refusal(answerSupplement, { reference, items: all })).code,
    'services.not-asked',
  )
  assert.equal((await officer.refusal(askSupplement, { reference, items })).code, 'services.asked-before')
  assert.deepEqual(
    (await officer.do(openOfficeDossier, { reference })).supplement?.items.map(({ text }) => text),
    ['8A', '2019'],
  )
})

test('what the register says otherwise by now is shown to the officer, and counted in her list', async () => {
  const [{ visitor, person }, officer] = [await settle(), await settleOfficer(fixture)]
  const { reference } = await file(visitor)
  await fixture.pool.query('update person set full_name = $2 where personal_number = $1', [
    person.personalNumber,
    'Nguyễn Thị Hạnh Dung',
  ])
  const seen = await officer.do(openOfficeDossier, { reference })
  const [differing, ...others] = seen.answers.filter(({ differs }) => differs)
  assert.deepEqual(
    [differing?.value.vi, differing?.registerNow?.vi, others.length],
    [person.fullName, 'Nguyễn Thị Hạnh Dung', 0],
  )
  await officer.do(receiveDossier, { reference, verdict: 'receive' })
  const { items } = await officer.do(listDossiers, { which: 'work' })
  assert.equal(items.find((row) => row.reference === reference)?.differences, 1)
})

test('a refusal needs two officers, names its article, and can be objected to once', async () => {
  const [{ visitor }, one, other] = [
    await settle(),
    await settleOfficer(fixture),
    await settleOfficer(fixture),
  ]
  const { reference } = await file(visitor)
  await one.do(receiveDossier, { reference, verdict: 'receive' })
  assert.equal(
    (await one.refusal(proposeDossier, { reference, verdict: 'refuse', refusal: 'because', note })).code,
    'services.no-such-reason',
  )
  await one.do(proposeDossier, { reference, verdict: 'refuse', refusal: 'differs', note })
  assert.equal(
    (await one.refusal(decideDossier, { reference, verdict: 'confirm' })).code,
    'services.same-eyes',
  )
  assert.equal((await other.do(decideDossier, { reference, verdict: 'confirm' })).state, 'rejected')
  const own = await visitor.do(viewOwnDossier, { reference })
  assert.deepEqual([own.refusal?.note, own.mayObject, own.mayWithdraw], [note, true, false])
  assert.ok(own.refusal?.law.vi.includes('Thông tư'))
  const objected = await visitor.do(objectToDossier, { reference, why: 'Tôi đã ở đây từ năm 2019' })
  assert.equal(objected.state, 'received')
  await one.do(tickDossier, { reference, item: 'matches', isTicked: true })
  assert.equal((await one.do(proposeDossier, { reference, verdict: 'grant' })).state, 'put-forward')
})

test('nobody works on her own dossier, and another office does not see it', async () => {
  const { visitor, person } = await settle()
  const { reference } = await file(visitor)
  const herself = await settleOfficer(fixture, { personNumber: person.personalNumber })
  const away = await settleOfficer(fixture, { officeCode: 'KH-02' })
  assert.equal(
    (await herself.refusal(receiveDossier, { reference, verdict: 'receive' })).code,
    'services.about-yourself',
  )
  assert.equal((await away.refusal(openOfficeDossier, { reference })).code, 'services.no-such-dossier')
  const officer = await settleOfficer(fixture)
  assert.equal(
    (await officer.refusal(moveDossier, { reference, office: 'XX-99', note })).code,
    'services.no-such-office',
  )
  await officer.do(moveDossier, { reference, office: 'KH-02', note })
  assert.equal((await away.do(openOfficeDossier, { reference })).state, 'filed')
  assert.equal((await officer.refusal(openOfficeDossier, { reference })).code, 'services.no-such-dossier')
})

test('she takes it back while it is open; then nothing is done on it any more', async () => {
  const [{ visitor }, officer] = [await settle(), await settleOfficer(fixture)]
  const { reference } = await file(visitor)
  assert.equal((await visitor.do(withdrawDossier, { reference })).state, 'withdrawn')
  assert.equal((await visitor.refusal(withdrawDossier, { reference })).code, 'services.not-to-withdraw')
  assert.equal(
    (await officer.refusal(receiveDossier, { reference, verdict: 'receive' })).code,
    'services.dossier-closed',
  )
  assert.equal((await visitor.do(viewOwnDossier, { reference })).timeline.at(-1)?.state, 'ended')
})

test('a pause is told with its reason, and an apology gives a new day once', async () => {
  const [{ visitor, person }, officer] = [await settle(), await settleOfficer(fixture)]
  const { reference } = await file(visitor)
  await officer.do(receiveDossier, { reference, verdict: 'receive' })
  const paused = await officer.do(pauseDossier, { reference, verdict: 'pause', why: 'consultation', note })
  assert.deepEqual([paused.state, paused.clock?.pausedFor], ['paused', 'consultation'])
  await fixture.letters(person.phone, /tạm dừng/)
  const on = await officer.do(pauseDossier, { reference, verdict: 'resume', note })
  assert.ok(on.dueAt)
  const late = await officer.do(apologiseDossier, {
    reference,
    workingDays: 10,
    reason: 'hồ sơ đến quá đông',
  })
  assert.ok(late.dueAt && late.dueAt > on.dueAt)
  assert.equal(
    (await officer.refusal(apologiseDossier, { reference, workingDays: 12, reason: note })).code,
    'services.apologised-before',
  )
  const own = await visitor.do(viewOwnDossier, { reference })
  assert.deepEqual(
    [own.apology?.reason, own.papers.map(({ kind }) => kind)],
    ['hồ sơ đến quá đông', ['receipt', 'apology']],
  )
  assert.ok((await visitor.do(viewDossierPaper, { reference, kind: 'apology' })).pdf.length > 1000)
})

test('a paper is written for her as often as she needs it, and a phone that asks on and on is stopped', async () => {
  const [{ visitor }, officer] = [await settle(), await settleOfficer(fixture)]
  const { reference } = await file(visitor)
  await officer.do(receiveDossier, { reference, verdict: 'receive' })
  const wanted = { reference, kind: 'receipt' }
  assert.ok((await visitor.do(viewDossierPaper, wanted)).pdf.length > 0)
  await fixture.pool.query("update attempt_counter set used = 60 where scope = 'dossiers.papers'")
  assert.equal((await visitor.refusal(viewDossierPaper, wanted)).code, 'limit.reached')
})

test('nothing is granted to whoever has died since she filed: the officer is told that the register does not allow it', async () => {
  const [{ visitor, person }, officer] = [await settle(), await settleOfficer(fixture)]
  const { reference } = await file(visitor)
  const { checklist } = await officer.do(receiveDossier, { reference, verdict: 'receive' })
  for (const { id } of checklist) {
    await officer.do(tickDossier, { reference, item: id, isTicked: true })
  }
  await fixture.pool.query("update person set life_status = 'dead' where personal_number = $1", [
    person.personalNumber,
  ])
  const refused = await officer.refusal(proposeDossier, { reference, verdict: 'grant' })
  assert.equal(refused.code, 'services.result-impossible')
})
