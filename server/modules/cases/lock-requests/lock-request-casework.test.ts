// What a request to lock or unlock has from the one case: one of a key however many send it at a time,
// counted to the last one, read in pages, gone on with by a colleague, told late once for each time limit.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { SCRIPT } from '../../../../testing/lock-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { tk03For } from '../../../../testing/tk03.ts'
import { lockNow } from '../../people/locks/lock-oneself.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { askUnlock } from './ask-unlock.ts'
import { decideLockRequest } from './decide-lock-request.ts'
import { lockRequestKind } from './lock-request-case.ts'
import { listLockRequests, openLockRequest } from './look-at-lock-request.ts'
import { forwardTk03, receiveTk03 } from './receive-tk03.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const waitingFor = async (officer: Visitor): Promise<readonly (number | undefined)[]> => {
  const { queues } = await officer.do(viewOverview)
  return ['lock-receive', 'lock-decide'].map((of) => queues.find(({ key }) => key === of)?.waiting)
}
const refusedTo = async (officer: Visitor, reference: string): Promise<string> =>
  (await officer.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'đúng thẩm quyền' })).code
const rowOf = async (reference: string) => {
  const { rows } = await fixture.pool.query<{
    state: string
    reason: string | null
    all: string
    due_at: Date
  }>(
    `select state, reason, due_at, to_jsonb(case_file) - 'sealed_content' #>> '{}' as all
     from case_file where reference = $1`,
    [reference],
  )
  const [row] = rows
  assert.ok(row)
  return row
}

test('a form that is sent several times at once is one request, and each step is counted where it waits', async () => {
  const [bao, thu, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const [receive = 0, decide = 0] = await waitingFor(bao)
  const sent = await Promise.allSettled(Array.from({ length: 4 }, () => bao.do(receiveTk03, tk03For(person))))
  const [one, ...others] = sent.flatMap((of) => (of.status === 'fulfilled' ? [of.value] : []))
  assert.ok(one)
  assert.equal(others.length, 0)
  for (const of of sent) {
    assert.ok(of.status === 'fulfilled' || /lock\.request-open/.test(String(of.reason)), String(of))
  }
  assert.deepEqual(await waitingFor(bao), [receive + 1, decide])
  await bao.do(forwardTk03, one)
  assert.deepEqual(await waitingFor(bao), [receive, decide + 1])
  assert.equal((await bao.refusal(forwardTk03, one)).code, 'lock.request-closed')
  await thu.do(decideLockRequest, { reference: one.reference, verdict: 'refuse', reason: 'sai thẩm quyền' })
  assert.deepEqual(await waitingFor(bao), [receive, decide])
  assert.ok((await bao.do(receiveTk03, tk03For(person))).reference, 'the next one may come')
})

test('a colleague goes on with it; then neither of the two decides, and the third sees all that was typed', async () => {
  const [bao, mai, thu, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const form = tk03For(person)
  const { reference } = await bao.do(receiveTk03, form)
  await mai.do(forwardTk03, { reference })
  assert.deepEqual(
    [await refusedTo(bao, reference), await refusedTo(mai, reference)],
    ['lock.same-eyes', 'lock.same-eyes'],
  )
  const { content, isTakenByMe } = await thu.do(openLockRequest, { reference })
  const { authority, documentNumber, documentDate, reason, replyTo } = form
  assert.deepEqual(content, { authority, documentNumber, documentDate, reason, script: [], replyTo })
  assert.deepEqual([isTakenByMe, (await mai.do(openLockRequest, { reference })).isTakenByMe], [false, true])
})

test('a paper of tomorrow is not received, and what is written of a person stands sealed', async () => {
  const [bao, thu, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const tomorrow = tk03For(person, { documentDate: '2199-01-01' })
  assert.equal((await bao.refusal(receiveTk03, tomorrow)).code, 'evidence.paper-of-future')
  const { reference } = await bao.do(receiveTk03, tk03For(person))
  await bao.do(forwardTk03, { reference })
  await thu.do(decideLockRequest, { reference, verdict: 'refuse', reason: 'chưa rõ người' })
  const row = await rowOf(reference)
  for (const said of [person.personalNumber, 'phục vụ điều tra', 'chưa rõ người', 'vks@thu.example']) {
    assert.ok(!row.all.includes(said), said)
  }
  assert.deepEqual([row.state, row.reason], ['refused', null])
  assert.equal((await bao.do(openLockRequest, { reference })).reason, 'chưa rõ người')
})

test('what waits is read in pages, what is due first on top, each once', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const references: string[] = []
  for (let i = 0; i < 31; i++) {
    references.push((await bao.do(receiveTk03, tk03For(person, { authority: `Cơ quan số ${i}` }))).reference)
  }
  const read: { reference: string; dueAt: string }[] = []
  for (let cursor: string | undefined; ;) {
    const { items, next } = await bao.do(listLockRequests, { stage: 'receive', cursor })
    assert.ok(items.length <= 30)
    read.push(...items)
    if (next === null) {
      break
    }
    cursor = next
  }
  const seen = read.map(({ reference }) => reference)
  assert.deepEqual(new Set(seen).size, seen.length)
  assert.ok(references.every((reference) => seen.includes(reference)))
  const due = read.map(({ dueAt }) => dueAt)
  assert.deepEqual(due, due.toSorted())
  assert.equal((await waitingFor(bao))[0], seen.length)
  const bad = await bao.refusal(listLockRequests, { stage: 'receive', cursor: 'sau cùng' })
  assert.equal(bad.code, 'request.invalid')
})

const SECOND_MS = 1000
const tellAfter = async (reference: string): Promise<void> => {
  const { due_at } = await rowOf(reference)
  await tellLateCases(
    fixture.context.transact,
    fixture.context.tools,
    lockRequestKind,
    new Date(due_at.getTime() + SECOND_MS),
  )
}
/** How often letters to this address say it, once one says what comes after. */
const told = async (to: string, text: RegExp, others: RegExp): Promise<number> => {
  return (await fixture.letters(to, others)).filter((message) => text.test(message.text)).length
}

test('a body hears that its form is late, once for each time limit; the holder of a lock to come hears nothing', async () => {
  const [bao, thu, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const replyTo = 'toa-cham@thu.example'
  const { reference } = await bao.do(receiveTk03, tk03For(person, { replyTo }))
  await tellAfter(reference)
  await tellAfter(reference)
  const late = new RegExp(`${reference} \\(văn bản số 12/VKS\\) lẽ ra`)
  await fixture.letters(replyTo, late)
  await bao.do(forwardTk03, { reference })
  await tellAfter(reference)
  await tellAfter(reference)
  await thu.do(decideLockRequest, { reference, verdict: 'refuse', reason: 'sai thẩm quyền' })
  assert.equal(await told(replyTo, late, /không được thực hiện/), 2)
  assert.equal(fixture.post.messages(person.email).filter(({ text }) => text.includes(reference)).length, 0)
  assert.equal(fixture.post.messages(person.phone).filter(({ text }) => text.includes(reference)).length, 0)
})

test('who waits at the counter to be unlocked and waits too long hears it once', async () => {
  const [bao, thu, { person, visitor }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  await visitor.do(lockNow)
  const { personalNumber } = person
  const { reference } = await bao.do(askUnlock, { personalNumber, script: SCRIPT, note: 'có mặt tại quầy' })
  await tellAfter(reference)
  await tellAfter(reference)
  const late = new RegExp(`Yêu cầu mở khoá ${reference} của bạn tại .* lẽ ra`)
  await fixture.letters(person.email, late)
  await thu.do(decideLockRequest, { reference, verdict: 'refuse', reason: 'ảnh không khớp' })
  assert.equal(await told(person.email, late, /ảnh không khớp/), 1)
})

test('two requests of two bodies wait beside each other, and a body ends its own lock only', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const [one, other] = ['Toà án A', 'Toà án B'].map((authority) => tk03For(person, { authority }))
  assert.ok(one && other)
  assert.notEqual((await bao.do(receiveTk03, one)).reference, (await bao.do(receiveTk03, other)).reference)
  const refusal = await bao.refusal(receiveTk03, { ...one, kind: 'body-unlock' })
  assert.equal(refusal.code, 'lock.not-locked')
})
