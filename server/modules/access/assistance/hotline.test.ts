// The hotline with real Postgres: enough or not enough and nothing else; it locks and explains, and no deed
// of the product lets it unlock.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { applyFor, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import type { Operation } from '../../../../contract/operation.ts'
import type { PartialDate } from '../../../../formats/partial-date.ts'
import { allUseCases } from '../../../http/routes.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { Problem } from '../../../kernel/problem.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { reportDiscrepancy } from '../../cases/discrepancies/own-discrepancies.ts'
import { lockStateOf, lockSubject, unlockSubject } from '../../people/locks/lock-subject.ts'
import { askUnlock } from '../../cases/lock-requests/ask-unlock.ts'
import { decideLockRequest } from '../../cases/lock-requests/decide-lock-request.ts'
import { receiveTk03 } from '../../cases/lock-requests/receive-tk03.ts'
import { lockForHolder } from '../../people/locks/lock-at-counter.ts'
import { countRight, type AskedAbout } from './caller-script.ts'
import { dossierByHotline } from './dossier-by-hotline.ts'
import { beginCall, endCall, explainLock, listCalls, lockByHotline } from './hotline.ts'
import { identifyCaller } from './identify-caller.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const settleAgent = () =>
  settleOfficer(fixture, { tasks: ['hotline'], rank: 'Tổng đài', name: 'Ngô Thị Lan' })
const rightOf = ({ fullName, birthDate, phone }: TestPerson) => ({
  fullName: fullName.toLowerCase(),
  birthDate,
  phoneEnd: phone.slice(-3),
})
const wrong = { fullName: 'Trần Văn Sai', birthDate: '1970-01-01', phoneEnd: '000' }
const begin = async (agent: Awaited<ReturnType<typeof settleAgent>>) => (await agent.do(beginCall)).call.id
const knownCall = async (agent: Awaited<ReturnType<typeof settleAgent>>, person: TestPerson) => {
  const callId = await begin(agent)
  assert.equal(
    (
      await agent.do(identifyCaller, {
        callId,
        personalNumber: person.personalNumber,
        answers: rightOf(person),
      })
    ).isEnough,
    true,
  )
  return callId
}
const subjectOf = async ({ personalNumber }: TestPerson) =>
  (
    await fixture.pool.query<{ subject_id: string; state: string }>(
      'select subject_id, state from account where personal_number = $1',
      [personalNumber],
    )
  ).rows[0] ?? { subject_id: '', state: '' }

test("a caller who is known has her account locked, is told why it is locked, and has a receipt with the call's reference", async () => {
  const [lan, { person, visitor }] = [await settleAgent(), await settleCitizen(fixture)]
  const { call } = await lan.do(beginCall)
  const told = await lan.do(identifyCaller, {
    callId: call.id,
    personalNumber: person.personalNumber,
    answers: rightOf(person),
  })
  assert.deepEqual(Object.keys(told).sort(), ['call', 'isEnough'])
  assert.ok(
    !/Hạnh|1991|940|917/.test(JSON.stringify(told).replaceAll(call.id, '')),
    'nothing of the register is shown',
  )
  const looks = (await visitor.do(viewAccessLog, {})).items
  await lan.do(lockByHotline, { callId: call.id, note: 'Mất điện thoại trên xe buýt' })
  assert.equal((await subjectOf(person)).state, 'locked')
  const why = await lan.do(explainLock, { callId: call.id })
  assert.deepEqual(
    [why.isLocked, why.grounds.map(({ ground, liftedBy }) => [ground, liftedBy.includes('officer-second')])],
    [true, [['holder-request', true]]],
  )
  await fixture.settle()
  await fixture.letters(person.phone, new RegExp(`${call.reference}: đã khoá tài khoản`))
  await fixture.letters(person.phone, /Tài khoản định danh của bạn đã bị khoá/)
  const look = looks.find(({ purpose }) => purpose === 'hotline-identify')
  assert.deepEqual([look?.outcome, look?.fields.includes('birthDate')], ['enough', true])
  await lan.do(endCall, { callId: call.id })
  assert.equal((await lan.refusal(explainLock, { callId: call.id })).code, 'hotline.no-such-call')
  const [mine] = (await lan.do(listCalls, {})).items
  assert.deepEqual(
    [mine?.reference, mine?.deeds, mine?.state, mine?.isKnown],
    [call.reference, ['lock', 'explain'], 'ended', true],
  )
})

test('the answer is the same for a wrong answer, for a number that nobody has and for one without an account; three tries end a call', async () => {
  const lan = await settleAgent()
  const [{ person }, stranger] = [await settleCitizen(fixture), newPerson()]
  const shapes = []
  for (const [personalNumber, answers] of [
    [person.personalNumber, wrong],
    [stranger.personalNumber, rightOf(stranger)],
    [person.personalNumber, { fullName: person.fullName, birthDate: person.birthDate }],
  ] as const) {
    const callId = await begin(lan)
    const {
      isEnough,
      call: { state, triesLeft, deeds },
    } = await lan.do(identifyCaller, { callId, personalNumber, answers })
    shapes.push(JSON.stringify([isEnough, state, triesLeft, deeds]))
  }
  assert.deepEqual([...new Set(shapes)], [JSON.stringify([false, 'begun', 2, []])])
  const callId = await begin(lan)
  for (let i = 0; i < 3; i++) {
    await lan.do(identifyCaller, { callId, personalNumber: newPerson().personalNumber, answers: wrong })
  }
  assert.equal(
    (
      await lan.refusal(identifyCaller, {
        callId,
        personalNumber: newPerson().personalNumber,
        answers: wrong,
      })
    ).code,
    'hotline.tries-spent',
  )
  assert.equal((await lan.refusal(lockByHotline, { callId, note: 'khoá giúp' })).code, 'hotline.not-known')
  assert.equal((await lan.refusal(explainLock, { callId })).code, 'hotline.not-known')
  const registered = newPerson()
  await fixture.register(registered)
  const known = await knownCall(lan, registered)
  assert.ok(
    (await lan.do(lockByHotline, { callId: known, note: 'muốn khoá' })).lockedAt,
    'who has no account is answered like everybody',
  )
  assert.deepEqual((await lan.do(explainLock, { callId: known })).grounds, [])
})

test('guessing is stopped by number, over calls and agents', async () => {
  const { person } = await settleCitizen(fixture)
  const codes = []
  for (let i = 0; i < 4; i++) {
    const agent = await settleAgent()
    const callId = await begin(agent)
    for (let n = 0; n < 2; n++) {
      codes.push(
        await agent
          .do(identifyCaller, { callId, personalNumber: person.personalNumber, answers: wrong })
          .then(
            () => 'answered',
            (error: unknown) => (error instanceof Problem ? error.code : 'fault'),
          ),
      )
    }
  }
  assert.deepEqual([codes.filter((code) => code === 'answered').length, codes.at(-1)], [6, 'limit.reached'])
  assert.equal((await subjectOf(person)).state, 'active')
})

test('enough is three right and at most one wrong; the province, a year alone and a bare unit say nothing', () => {
  const person: AskedAbout = {
    fullName: 'Nguyễn Thị Hạnh',
    birthDate: '1991-04-12' as PartialDate,
    mother: { number: null, name: 'Lê Thị Mận' },
    father: { number: null, name: null },
    oldNumber: null,
    card: { issuedOn: '2021-06-18', expiresOn: null, place: null, state: 'valid', qrText: null },
    permanent: { address: 'Số 12, đường Bờ Sông, Phường Sông Lam, Tỉnh Nghệ An', unit: '40' },
    temporary: { address: null, unit: null },
    current: { address: null, unit: null },
  }
  const known = { person, phones: ['+84912345217', null] }
  assert.deepEqual(
    countRight(
      { fullName: 'nguyen thi hanh', birthDate: '1991-04-12' as PartialDate, residence: 'Sông Lam' },
      known,
    ),
    { right: 3, wrong: 0 },
  )
  assert.deepEqual(
    countRight(
      {
        residence: 'phường Sông Lam, Nghệ An',
        parentName: 'LÊ THỊ MẬN',
        phoneEnd: '217',
        cardIssuedOn: '2021-06-18' as PartialDate,
      },
      known,
    ),
    { right: 4, wrong: 0 },
  )
  for (const answers of [
    { residence: 'Tỉnh Nghệ An' },
    { residence: 'phường' },
    { residence: 'Nghệ An' },
    { birthDate: '1991' as PartialDate },
    { phoneEnd: '218' },
    { oldNumber: '123456789' },
  ]) {
    assert.deepEqual(countRight(answers, known), { right: 0, wrong: 1 })
  }
  assert.deepEqual(
    countRight(
      { fullName: 'Nguyễn Thị Hạnh', birthDate: '1991-04-12' as PartialDate, phoneEnd: '217' },
      { person: null, phones: [] },
    ),
    { right: 0, wrong: 3 },
  )
})

test("an agent handles neither her own account nor two people in one call, nor another agent's call", async () => {
  const [{ person }, other] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const herself = await settleOfficer(fixture, { tasks: ['hotline'], personNumber: person.personalNumber })
  const own = await begin(herself)
  assert.equal(
    (
      await herself.refusal(identifyCaller, {
        callId: own,
        personalNumber: person.personalNumber,
        answers: rightOf(person),
      })
    ).code,
    'hotline.about-yourself',
  )
  const lan = await settleAgent()
  const callId = await knownCall(lan, person)
  assert.equal(
    (
      await lan.refusal(identifyCaller, {
        callId,
        personalNumber: other.person.personalNumber,
        answers: rightOf(other.person),
      })
    ).code,
    'hotline.known-already',
  )
  assert.equal((await (await settleAgent()).refusal(explainLock, { callId })).code, 'hotline.no-such-call')
  assert.equal(
    (await (await settleOfficer(fixture, { tasks: ['assist', 'lock.take'] })).refusal(beginCall)).code,
    'permit.refused',
  )
})

test('a dossier by its reference: hers when she is known, else only with the end of the phone that was given in it', async () => {
  const [lan, { person, visitor }, other] = [
    await settleAgent(),
    await settleCitizen(fixture),
    await settleCitizen(fixture),
  ]
  const own = await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Thử' })
  const foreign = await other.visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Khác' })
  const callId = await knownCall(lan, person)
  const { dossier } = await lan.do(dossierByHotline, { callId, reference: own.reference })
  assert.deepEqual(dossier, {
    kind: 'discrepancy',
    reference: own.reference,
    state: 'open',
    dueAt: own.dueAt,
    isOverdue: false,
  })
  assert.equal((await lan.do(dossierByHotline, { callId, reference: foreign.reference })).dossier, null)
  const applicant = newPerson({ hasRegisterPortrait: false })
  await fixture.register(applicant)
  const {
    submit: { reference, dueAt },
  } = await applyFor(fixture, fixture.visitor(), applicant)
  const unknown = await begin(lan)
  const asked = (phoneEnd?: string) =>
    lan.do(dossierByHotline, { callId: unknown, reference, ...(phoneEnd === undefined ? {} : { phoneEnd }) })
  assert.deepEqual((await asked(applicant.phone.slice(-3))).dossier, {
    kind: 'level-1',
    reference,
    state: 'in-review',
    dueAt,
    isOverdue: false,
  })
  const wrongEnd = applicant.phone.endsWith('000') ? '111' : '000'
  assert.deepEqual([(await asked(wrongEnd)).dossier, (await asked()).dossier], [null, null])
  const { rows: lines } = await fixture.pool.query<{ outcome: string }>(
    `select outcome from audit_line where purpose = 'hotline-dossier'
       and subject_id = (select subject_id from case_file where reference = $1) order by id`,
    [reference],
  )
  assert.deepEqual(
    lines.map(({ outcome }) => outcome),
    ['read', 'none', 'none'],
    'what she did not learn stands in the log of whom she asked about too',
  )
  assert.equal(
    (
      await lan.do(dossierByHotline, {
        callId: unknown,
        reference: own.reference,
        phoneEnd: person.phone.slice(-3),
      })
    ).dossier,
    null,
  )
})

test('the hotline never unlocks: no deed of the product beside its own lets an agent do anything for a person', async () => {
  const agent: Officer = {
    kind: 'officer',
    officerId: 'a',
    number: 'TD-1',
    officeId: 'o',
    officeName: 'Tổng đài',
    sessionId: 's',
    tasks: ['hotline'],
    personKey: 'x',
    desk: '',
  }
  const found = {
    officeId: 'o',
    aboutKey: 'y',
    takenBy: ['z'],
    subjectId: 'p',
    row: { office_id: 'o' },
  }
  // A list is asked for each of its own stages.
  const stagesOf = ({ input }: Operation): (string | undefined)[] => {
    const which = input instanceof z.ZodObject ? (input.shape as Record<string, unknown>)['which'] : undefined
    return which instanceof z.ZodEnum ? which.options.map(String) : [undefined]
  }
  const allowed = allUseCases
    .filter(
      ({ contract, permit }) =>
        permit.session === 'counter' &&
        !contract.name.startsWith('hotline.') &&
        stagesOf(contract).some((which) => permit.allows(agent, { ...found, which })),
    )
    .map(({ contract }) => contract.name)
  for (const name of allowed) {
    assert.match(name, /^(officer|desk|counter)\./, `${name} is open to the hotline`)
  }
  assert.ok(
    !allUseCases.some(
      ({ contract }) => contract.name.startsWith('hotline.') && /unlock|lift/.test(contract.name),
    ),
  )
  const [lan, { person }] = [await settleAgent(), await settleCitizen(fixture)]
  const { personalNumber } = person
  assert.equal(
    (
      await lan.refusal(askUnlock, {
        personalNumber,
        script: ['card-shown', 'face-seen', 'birth-date'],
        note: 'mở giúp',
      })
    ).code,
    'permit.refused',
  )
  assert.equal(
    (
      await lan.refusal(lockForHolder, {
        personalNumber,
        script: ['card-shown', 'face-seen', 'birth-date'],
        note: 'khoá giúp',
      })
    ).code,
    'permit.refused',
  )
  assert.equal(
    (
      await lan.refusal(receiveTk03, {
        personalNumber,
        kind: 'body-unlock',
        authority: 'Tổng đài',
        documentNumber: '1/TD',
        documentDate: '2025-11-20',
        reason: 'mở khoá',
        replyTo: 'td@thu.example',
      })
    ).code,
    'permit.refused',
  )
  const callId = await knownCall(lan, person)
  await lan.do(lockByHotline, { callId, note: 'mất điện thoại' })
  const { subject_id: subjectId } = await subjectOf(person)
  await assert.rejects(
    fixture.context.transact((work) =>
      unlockSubject(work, fixture.context.tools, { subjectId, by: 'hotline' }),
    ),
    /lock.not-yours-to-lift/,
  )
  const bao = await settleOfficer(fixture)
  const { reference } = await bao.do(askUnlock, {
    personalNumber,
    script: ['card-shown', 'face-seen', 'birth-date'],
    note: 'đã thấy người và thẻ',
  })
  const refused = await lan.refusal(decideLockRequest, { reference, verdict: 'grant', reason: 'đồng ý mở' })
  assert.ok(['permit.refused', 'lock.no-such-request'].includes(refused.code), refused.code)
})

test('what death and a competent body have locked stands as it was, whatever the hotline does', async () => {
  const [lan, { person }] = [await settleAgent(), await settleCitizen(fixture)]
  const { subject_id: subjectId } = await subjectOf(person)
  const { transact, tools } = fixture.context
  await transact((work) => lockSubject(work, tools, { subjectId, ground: 'death', by: 'register' }))
  await transact((work) =>
    lockSubject(work, tools, { subjectId, ground: 'body-request', by: 'body', bodyKey: 'vks' }),
  )
  const before = (await lockStateOf(tools.read, subjectId)).grounds.map(({ ground, setAt }) => [
    ground,
    setAt.getTime(),
  ])
  const callId = await knownCall(lan, person)
  await lan.do(lockByHotline, { callId, note: 'người nhà gọi' })
  const after = (await lockStateOf(tools.read, subjectId)).grounds
  for (const [ground, at] of before) {
    assert.ok(
      after.some((one) => one.ground === ground && one.setAt.getTime() === at),
      String(ground),
    )
  }
  for (const grounds of [['death'], ['body-request']] as const) {
    await assert.rejects(
      transact((work) => unlockSubject(work, tools, { subjectId, by: 'hotline', grounds })),
      /lock.not-yours-to-lift/,
    )
  }
  const { grounds } = await lan.do(explainLock, { callId })
  assert.deepEqual(grounds.map(({ ground }) => ground).sort(), ['body-request', 'death', 'holder-request'])
})
