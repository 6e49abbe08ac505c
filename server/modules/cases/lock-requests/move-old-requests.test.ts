// Requests of before they stood among the other cases are moved whole: found, counted, shown with their
// person, passed on and decided, also two open ones of one key and one of a person without an account.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { findCase } from '../../../../testing/find-case.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { newOfficerNumber, settleOfficer } from '../../../../testing/officer.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { tk03For } from '../../../../testing/tk03.ts'
import { later, now } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { CENTRAL_OFFICE } from '../../registry/organisations/mandate.ts'
import { sealOldNotes } from '../casework/seal-old-notes.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { decideLockRequest } from './decide-lock-request.ts'
import { lockRequestKind } from './lock-request-case.ts'
import { listLockRequests, openLockRequest } from './look-at-lock-request.ts'
import { forwardTk03, receiveTk03 } from './receive-tk03.ts'

let fixture: Fixture
let moved: Awaited<ReturnType<typeof moveOld>>
before(async () => {
  fixture = await openFixture()
  moved = await moveOld()
})
after(() => fixture.stop())

const DAY_S = 86_400
const receiverNumber = newOfficerNumber()
const keyOf = (personalNumber: string): string =>
  fixture.context.tools.digests.identifier('number', personalNumber).toString('hex')
const sqlOf = (name: string): Promise<string> =>
  readFile(new URL(`../../../storage/migrations/${name}.sql`, import.meta.url), 'utf8')
/** Of a step that made other tables as well, only those that are gone by now. */
const oldTables = async (): Promise<string> =>
  [
    ...(await sqlOf('120-locks')).matchAll(
      /^create table (lock_request|lock_request_reference|lock_queue) \([^]*?^\);$/gm,
    ),
  ]
    .map(([statement]) => statement)
    .join('\n')

interface Old {
  readonly kind: 'body-lock' | 'body-unlock' | 'holder-unlock'
  readonly state: 'received' | 'forwarded' | 'granted' | 'refused'
  readonly authority: string
  readonly receivedAt: Date
  readonly dueAt: Date
}
const reason = 'đã đối chiếu văn bản'

/** As an older Sen kept and sealed it: neither number nor name in the content. */
const put = async (person: TestPerson, subjectId: string, old: Old): Promise<string> => {
  const { pool, context } = fixture
  const { kind, state, authority, receivedAt, dueAt } = old
  const content = { ...tk03For(person), authority, script: [], personalNumber: undefined, kind: undefined }
  const [id, reference] = [newId(), composeDossierCode(newSecret(5))]
  const isDecided = state === 'granted' || state === 'refused'
  await pool.query(
    `insert into lock_request values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'officer:x', $10, $11, $12, $13, $14, $15, $16)`,
    [
      subjectId,
      id,
      reference,
      CENTRAL_OFFICE.id,
      kind,
      state,
      person.personalNumber,
      await context.tools.sealer.seal(subjectId, 'lock_request.content', JSON.stringify(content)),
      authority,
      keyOf(receiverNumber),
      receivedAt,
      state === 'received' ? null : receivedAt,
      dueAt,
      isDecided ? 'officer:y' : null,
      isDecided ? dueAt : null,
      isDecided ? reason : null,
    ],
  )
  await pool.query('insert into lock_request_reference values ($1, $2, $3, $4)', [
    reference,
    subjectId,
    id,
    CENTRAL_OFFICE.id,
  ])
  if (!isDecided) {
    const stage = state === 'received' ? 'receive' : 'decide'
    await pool.query('insert into lock_queue values ($1, $2, $3, $4, $5, $6)', [
      CENTRAL_OFFICE.id,
      stage,
      dueAt,
      reference,
      subjectId,
      id,
    ])
  }
  return reference
}

/** What stands in the clear of all requests. */
const inTheClear = async (): Promise<string> => {
  const { rows } = await fixture.pool.query<{ said: string }>(
    `select string_agg(said, ' ') as said from (
       select (to_jsonb(c) - 'sealed_content')::text as said from case_file c where kind = 'lock-request'
       union all select to_jsonb(case_old_note)::text from case_old_note) as all_of_it`,
  )
  return rows[0]?.said ?? ''
}

const settlePeople = async () => {
  const { person } = await settleCitizen(fixture)
  const { rows } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [person.personalNumber],
  )
  const other = newPerson()
  await fixture.register(other)
  const { tools, transact } = fixture.context
  const otherId = await transact((work) => reserveSubject(work, tools, other.personalNumber))
  return { person, subjectId: rows[0]?.subject_id ?? '', other, otherId }
}

/** Five requests of two people, and the step to this Sen. */
const moveOld = async () => {
  const { person, subjectId, other, otherId } = await settlePeople()
  const at = now()
  const open = { receivedAt: later(at, -DAY_S), dueAt: later(at, DAY_S) }
  const body = { kind: 'body-lock', authority: 'Toà án A' } as const
  await fixture.pool.query(await oldTables())
  const first = await put(person, subjectId, { ...open, ...body, state: 'received' })
  const twin = await put(person, subjectId, { ...open, ...body, state: 'received', receivedAt: at })
  const own = await put(person, subjectId, {
    ...open,
    kind: 'holder-unlock',
    authority: '',
    state: 'forwarded',
    dueAt: later(at, -60),
  })
  const done = await put(person, subjectId, { ...open, ...body, state: 'granted' })
  const theirs = await put(other, otherId, { ...open, ...body, state: 'forwarded' })
  for (const step of ['179-casework-lock-requests', '181-casework-lock-request-notes']) {
    await fixture.pool.query(await sqlOf(step))
  }
  // A letter or an officer may ask before the job has come to them.
  const early = await settleOfficer(fixture)
  assert.equal((await early.do(openLockRequest, { reference: done })).reason, reason)
  const seen = await early.do(openLockRequest, { reference: theirs })
  assert.equal(seen.person?.personalNumber, other.personalNumber)
  const { transact, tools } = fixture.context
  const sealed = [await sealOldNotes(transact, tools), await sealOldNotes(transact, tools)]
  assert.deepEqual(sealed, [2, 0], 'one decision, and one number that no account tells')
  return { person, other, first, twin, own, done, theirs }
}

test('old requests stand in their queues, counted', async () => {
  const { first, twin, own, theirs } = moved
  const thu = await settleOfficer(fixture)
  const { rows: left } = await fixture.pool.query(
    `select 1 from pg_tables where schemaname = current_schema() and tablename in ('lock_request', 'lock_queue')`,
  )
  assert.equal(left.length, 0)
  const listed = async (stage: 'receive' | 'decide') =>
    (await thu.do(listLockRequests, { stage })).items.map(({ reference }) => reference)
  assert.deepEqual(new Set(await listed('receive')), new Set([first, twin]))
  assert.deepEqual(await listed('decide'), [own, theirs], 'what is due first on top')
  const { queues } = await thu.do(viewOverview)
  const figures = queues
    .filter(({ key }) => key.startsWith('lock-'))
    .map((of) => [of.key, of.waiting, of.overdue])
  assert.deepEqual(figures, [
    ['lock-receive', 2, 0],
    ['lock-decide', 2, 1],
  ])
})

test('each is found and shown with its person and its receiver', async () => {
  const { person, other, first, twin, own, done, theirs } = moved
  const [bao, thu] = [
    await settleOfficer(fixture, { personNumber: receiverNumber }),
    await settleOfficer(fixture),
  ]
  for (const [reference, whose] of [
    [first, person],
    [twin, person],
    [own, person],
    [done, person],
    [theirs, other],
  ] as const) {
    assert.equal((await thu.do(findCase, { reference })).found?.caseId, reference)
    const seen = await thu.do(openLockRequest, { reference })
    assert.equal(seen.person?.personalNumber, whose.personalNumber)
    assert.equal(seen.content.documentNumber, '12/VKS')
    assert.equal(seen.reason, reference === done ? reason : null)
    assert.equal((await bao.do(openLockRequest, { reference })).isTakenByMe, true)
    const herself = await settleOfficer(fixture, { personNumber: whose.personalNumber })
    assert.equal((await herself.refusal(openLockRequest, { reference })).code, 'lock.about-yourself')
  }
  const said = await inTheClear()
  assert.ok(said.includes('Toà án A'))
  for (const secret of [person.personalNumber, other.personalNumber, reason]) {
    assert.ok(!said.includes(secret), secret)
  }
})

test('each goes on: two of one key, one without an account, one that is late', async () => {
  const { person, other, first, twin, own, theirs } = moved
  const [bao, thu, mai] = [
    await settleOfficer(fixture, { personNumber: receiverNumber }),
    await settleOfficer(fixture),
    await settleOfficer(fixture),
  ]
  const again = tk03For(person, { authority: 'Toà án A' })
  assert.equal((await mai.refusal(receiveTk03, again)).code, 'lock.request-open')
  for (const reference of [first, twin]) {
    await mai.do(forwardTk03, { reference })
    const verdict = { reference, verdict: 'refuse', reason: 'sai thẩm quyền' }
    assert.equal((await bao.refusal(decideLockRequest, verdict)).code, 'lock.same-eyes')
    assert.equal((await thu.do(decideLockRequest, verdict)).state, 'refused')
  }
  assert.ok((await mai.do(receiveTk03, again)).reference)
  const granted = { reference: theirs, verdict: 'grant', reason: 'đúng thẩm quyền' }
  assert.equal((await thu.do(decideLockRequest, granted)).state, 'granted')
  assert.equal(
    (await mai.do(openLockRequest, { reference: theirs })).person?.personalNumber,
    other.personalNumber,
  )
  const { transact, tools } = fixture.context
  const tell = () => tellLateCases(transact, tools, lockRequestKind)
  assert.deepEqual([await tell(), await tell()], [1, 0], 'the one that is late, once')
  await fixture.letters(person.email, new RegExp(`Yêu cầu mở khoá ${own} của bạn`))
})
