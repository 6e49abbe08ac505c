// Requests to lock and unlock, on a real database: asked by one, decided by another; a body's form within the
// law's days.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { accountState, opens, refusedToOpen, SCRIPT } from '../../../../testing/lock-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { viewDevices } from '../../access/authentication/sessions/sessions.ts'
import { lockForHolder } from '../../people/locks/lock-at-counter.ts'
import { lockByDevice, lockNow, viewLockHistory } from '../../people/locks/lock-oneself.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { endRepresentation } from '../representation/requests/end-representation.ts'
import { askUnlock } from './ask-unlock.ts'
import { decideLockRequest } from './decide-lock-request.ts'
import { listLockRequests, openLockRequest } from './look-at-lock-request.ts'
import { forwardTk03, receiveTk03 } from './receive-tk03.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

test('unlocking asks another pair of eyes, and then the app opens as before; the old sessions stay dead', async () => {
  const citizen = await settleCitizen(fixture)
  const old = citizen.visitor.sessions.get('app') ?? ''
  await citizen.visitor.do(lockNow)
  await fixture.settle()
  const bao = await settleOfficer(fixture)
  const { person } = citizen
  assert.equal(
    (
      await bao.refusal(askUnlock, {
        personalNumber: person.personalNumber,
        script: ['card-shown'],
        note: 'người dân có mặt',
      })
    ).code,
    'lock.script-too-short',
  )
  const { reference } = await bao.do(askUnlock, {
    personalNumber: person.personalNumber,
    script: SCRIPT,
    note: 'người dân có mặt',
  })
  assert.equal(
    (await bao.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'tự duyệt' })).code,
    'lock.same-eyes',
  )
  assert.equal(
    (
      await bao.refusal(askUnlock, {
        personalNumber: person.personalNumber,
        script: SCRIPT,
        note: 'hỏi lần nữa',
      })
    ).code,
    'lock.request-open',
  )
  const thu = await settleOfficer(fixture)
  assert.equal((await thu.do(openLockRequest, { reference })).isTakenByMe, false)
  assert.equal((await bao.do(openLockRequest, { reference })).isTakenByMe, true)
  await thu.do(decideLockRequest, { reference, verdict: 'grant', reason: 'đã xác minh' })
  assert.equal(
    (await thu.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'lần nữa' })).code,
    'lock.request-closed',
  )
  citizen.visitor.sessions.set('app', old)
  assert.equal((await citizen.visitor.refusal(viewDevices)).code, 'session.required')
  await opens(citizen)
  const { items } = await citizen.visitor.do(viewAccessLog)
  for (const purpose of ['account-locked', 'unlock-asked', 'lock-request-opened', 'lock-request-decided']) {
    assert.ok(
      items.some((item) => item.purpose === purpose),
      purpose,
    )
  }
  const history = await citizen.visitor.do(viewLockHistory)
  assert.ok(history.items[0]?.liftedAt)
})

test('a wish to be unlocked that is older than her last lock opens nothing; she is asked anew', async () => {
  const citizen = await settleCitizen(fixture)
  const asked = { personalNumber: citizen.person.personalNumber, script: SCRIPT, note: 'người dân có mặt' }
  await citizen.visitor.do(lockNow)
  await fixture.settle()
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { reference } = await bao.do(askUnlock, asked)
  const phone = fixture.visitor()
  await phone.do(lockByDevice, await citizen.device.proof(phone, 'lock'))
  const decided = (verdict: 'grant' | 'refuse') => ({ reference, verdict, reason: 'đã xem lại' })
  assert.equal((await thu.refusal(decideLockRequest, decided('grant'))).code, 'lock.locked-since')
  assert.equal(await accountState(fixture, citizen), 'locked')
  await thu.do(decideLockRequest, decided('refuse'))
  const again = await bao.do(askUnlock, asked)
  await thu.do(decideLockRequest, { ...decided('grant'), reference: again.reference })
  await opens(citizen)
})

test("form TK03 goes from receipt to decision by two persons within the law's days; only the same body's word ends it, and the body is answered in writing", async () => {
  const citizen = await settleCitizen(fixture)
  const { personalNumber } = citizen.person
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const form = {
    personalNumber,
    kind: 'body-lock',
    authority: 'Viện kiểm sát tỉnh Nghệ An',
    documentNumber: '12/VKS',
    documentDate: '2025-11-20',
    reason: 'phục vụ điều tra',
    replyTo: 'vks@thu.example',
  }
  const { reference } = await bao.do(receiveTk03, form)
  assert.equal((await bao.refusal(receiveTk03, form)).code, 'lock.request-open')
  assert.equal(
    (await thu.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'đúng thẩm quyền' })).code,
    'lock.not-forwarded',
  )
  await bao.do(forwardTk03, { reference })
  assert.equal(
    (await bao.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'tự duyệt' })).code,
    'lock.same-eyes',
  )
  assert.ok(
    (await thu.do(listLockRequests, { stage: 'decide' })).items.some((item) => item.reference === reference),
  )
  await thu.do(decideLockRequest, { reference, verdict: 'grant', reason: 'đúng thẩm quyền' })
  assert.equal(await accountState(fixture, citizen), 'locked')
  await fixture.letters('vks@thu.example', /12\/VKS/)
  assert.equal(
    (await bao.refusal(askUnlock, { personalNumber, script: SCRIPT, note: 'người dân xin mở' })).code,
    'lock.ground-of-others',
  )
  assert.equal(
    (await bao.refusal(receiveTk03, { ...form, kind: 'body-unlock', authority: 'Cơ quan khác' })).code,
    'lock.not-locked',
  )
  const unlock = await bao.do(receiveTk03, {
    ...form,
    kind: 'body-unlock',
    authority: 'viện Kiểm sát  tỉnh Nghệ An.',
    documentNumber: '15/VKS',
  })
  await bao.do(forwardTk03, { reference: unlock.reference })
  assert.equal(
    (
      await thu.do(decideLockRequest, {
        reference: unlock.reference,
        verdict: 'grant',
        reason: 'đã kết thúc',
      })
    ).isUsable,
    true,
  )
  assert.equal(await accountState(fixture, citizen), 'active')
})

test("a lock by a body stands while the holder's own is ended, and another office does not see the request", async () => {
  const citizen = await settleCitizen(fixture)
  const { personalNumber } = citizen.person
  await citizen.visitor.do(lockNow)
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const { reference } = await bao.do(receiveTk03, {
    personalNumber,
    kind: 'body-lock',
    authority: 'Toà án B',
    documentNumber: '9/TA',
    documentDate: '2025-11-20',
    reason: 'theo bản án',
    replyTo: 'ta@thu.example',
  })
  await bao.do(forwardTk03, { reference })
  await thu.do(decideLockRequest, { reference, verdict: 'grant', reason: 'đúng thẩm quyền' })
  const own = await bao.do(askUnlock, { personalNumber, script: SCRIPT, note: 'người dân xin mở' })
  assert.equal(
    (await thu.do(decideLockRequest, { reference: own.reference, verdict: 'grant', reason: 'đã xác minh' }))
      .isUsable,
    false,
  )
  assert.equal(await refusedToOpen(citizen), 'account.locked')
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-03', name: 'Văn phòng khác' }))
  const elsewhere = await settleOfficer(fixture, { officeCode: 'KH-03' })
  assert.equal((await elsewhere.refusal(openLockRequest, { reference })).code, 'lock.no-such-request')
  assert.equal((await elsewhere.do(listLockRequests, { stage: 'receive' })).items.length, 0)
})

test('who is refused the unlocking hears of it, with the reason', async () => {
  const citizen = await settleCitizen(fixture)
  const { visitor, person } = citizen
  await visitor.do(lockNow)
  const [one, other] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const asked = { personalNumber: person.personalNumber, script: SCRIPT, note: 'người dân có mặt' }
  const { reference } = await one.do(askUnlock, asked)
  await other.do(decideLockRequest, { reference, verdict: 'refuse', reason: 'ảnh không khớp' })
  assert.equal(await accountState(fixture, citizen), 'locked')
  await fixture.letters(person.phone, new RegExp(`Yêu cầu mở khoá ${reference} chưa được chấp nhận`))
  await fixture.letters(person.email, /ảnh không khớp/)
})

test("what a refusal tells an officer about an account stands in its holder's log", async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const asked = async () =>
    (await visitor.do(viewAccessLog, {})).items.filter(
      ({ purpose }) => purpose === 'unlock-asked' || purpose === 'lock-request-received',
    ).length
  const { personalNumber } = person
  const unlock = { personalNumber, script: SCRIPT, note: 'người dân có mặt' }
  assert.equal((await bao.refusal(askUnlock, unlock)).code, 'lock.not-locked')
  assert.equal(await asked(), 1)
  const form = {
    personalNumber,
    authority: 'Viện kiểm sát',
    documentNumber: '9/VKS',
    documentDate: '2025-11-20',
  }
  const tk03 = {
    ...form,
    kind: 'body-unlock',
    reason: 'phục vụ điều tra',
    replyTo: 'vks@thu.example',
  } as const
  assert.equal((await bao.refusal(receiveTk03, tk03)).code, 'lock.not-locked')
  assert.equal(await asked(), 2)
  await bao.do(receiveTk03, { ...tk03, kind: 'body-lock' })
  assert.equal((await bao.refusal(receiveTk03, { ...tk03, kind: 'body-lock' })).code, 'lock.request-open')
  assert.equal(await asked(), 4)
})

test('a refusal about somebody without an account waits in her log, whichever deed met it', async () => {
  const person = newPerson()
  await fixture.register(person)
  const bao = await settleOfficer(fixture)
  const { personalNumber } = person
  const waiting = async () => {
    const { rows } = await fixture.pool.query<{ purpose: string; outcome: string; officer: string }>(
      `select purpose, outcome, detail->>'officerNumber' as officer from audit_line
       where subject_id = (select subject_id from identifier where digest = $1) order by id`,
      [fixture.context.tools.digests.identifier('number', personalNumber)],
    )
    return rows
  }
  const asked = { personalNumber, script: SCRIPT, note: 'người dân có mặt' }
  assert.equal((await bao.refusal(askUnlock, asked)).code, 'lock.not-locked')
  assert.equal((await bao.refusal(lockForHolder, asked)).code, 'lock.nothing-to-lock')
  const end = {
    personalNumber,
    representativeNumber: newPerson().personalNumber,
    paper: { kind: 'court-decision', number: '1/QĐ-TA', date: '2025-01-02', authority: 'Toà án' } as const,
    note: 'Toà tuyên chấm dứt giám hộ',
  }
  assert.equal((await bao.refusal(endRepresentation, end)).code, 'representation.no-tie')
  const by = { officer: bao.number }
  assert.deepEqual(await waiting(), [
    { purpose: 'unlock-asked', outcome: 'lock.not-locked', ...by },
    { purpose: 'officer-refusal', outcome: 'lock.nothing-to-lock', ...by },
    { purpose: 'officer-refusal', outcome: 'representation.no-tie', ...by },
  ])
})

test('a refusal that an officer met is read in words in the log of the person whom it was about', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const asked = { personalNumber: person.personalNumber, script: ['birth-date'], note: 'hỏi nhanh' }
  assert.equal((await bao.refusal(lockForHolder, asked)).code, 'lock.script-too-short')
  const [line] = (await visitor.do(viewAccessLog, {})).items
  assert.deepEqual(
    [line?.whoKind, line?.words.purpose, line?.words.outcome, line?.words.reason],
    ['officer', 'Yêu cầu của cán bộ về bạn không được thực hiện', 'Không được thực hiện', null],
  )
  assert.match(line?.who ?? '', new RegExp(bao.number))
})
