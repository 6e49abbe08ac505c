// A helper beside a citizen, with real Postgres: nothing without the citizen's own word, nothing beyond the
// list, nothing about herself; a receipt to both.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { screenBeside, settleOfficer } from '../../../../testing/officer.ts'
import { standsIn } from '../../../../testing/stands-in.ts'
import type { AssistedAct } from './assisted-session.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { answerPrompt, viewScreen } from '../../registry/organisations/desk-screen.ts'
import { reportDiscrepancy, viewOwnDiscrepancies } from '../../cases/discrepancies/own-discrepancies.ts'
import { startEnrolment } from '../../cases/enrolment/level-1/fill-draft.ts'
import { lockSubject } from '../../people/locks/lock-subject.ts'
import { askAssistedAct, confirmAssisted, doAssistedAct } from './assisted-acts.ts'
import { sealLateNumbers } from './session-number.ts'
import { sealLateQuestions } from '../../registry/organisations/desk-params.ts'
import { endAssisted, listAssisted, openAssisted, viewAssisted } from './open-assisted.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const moveBy = (minutes: number) => moveClock(clockOffset_ms() + minutes * 60_000)
let helpers = 0
const scene = async () => {
  // A short number, as helpers have: it stands in letters, where six digits in a row are taken for a code.
  const long = await settleOfficer(fixture, {
    number: `TN-${++helpers}`,
    tasks: ['assist'],
    rank: 'Tổ công nghệ số',
  })
  return { long, screen: await screenBeside(fixture, long), ...(await settleCitizen(fixture)) }
}
type Scene = Awaited<ReturnType<typeof scene>>

const promptOf = async (screen: Visitor) => {
  const { prompt } = await screen.do(viewScreen)
  assert.ok(prompt, 'the citizen is asked')
  return prompt
}
const typeCode = async ({ screen, person }: Pick<Scene, 'screen' | 'person'>) =>
  screen.do(confirmAssisted, {
    promptId: (await promptOf(screen)).id,
    code: await fixture.code(person.phone),
  })
const press = async (screen: Visitor, answer: 'agreed' | 'declined') =>
  screen.do(answerPrompt, { promptId: (await promptOf(screen)).id, answer })

/** Opened by the code that came to her phone. */
const openByCode = async (here: Scene, purpose = 'settings') => {
  const { id } = await here.long.do(openAssisted, {
    personalNumber: here.person.personalNumber,
    purpose,
    way: 'code',
  })
  await typeCode(here)
  return id
}
const askFor = async ({ long }: Scene, id: string, act: AssistedAct) =>
  (await long.do(askAssistedAct, { id, act })).acts.at(-1)?.id ?? ''
const stateOf = async ({ long }: Scene, id: string) => (await long.do(viewAssisted, { id })).state
const actAt = async ({ long }: Scene, id: string, i: number) => (await long.do(viewAssisted, { id })).acts[i]

test('the citizen opens the session by a code at her own screen, presses for an act, and both have a receipt', async () => {
  const here = await scene()
  const { long, screen, person, visitor } = here
  const asked = await long.do(openAssisted, {
    personalNumber: person.personalNumber,
    purpose: 'activate',
    way: 'code',
  })
  assert.deepEqual([asked.state, asked.mayDo, asked.acts], ['asked', [], []])
  const prompt = await promptOf(screen)
  assert.deepEqual(
    [prompt.kind, prompt.params['act'], prompt.params['reference']],
    ['assisted-code', 'open-activate', asked.reference],
  )
  assert.ok(
    !JSON.stringify(prompt.params).includes('Hạnh'),
    'before her word nothing of her stands on any screen',
  )
  await fixture.settle()
  await fixture.letters(person.phone, /mở phiên hỗ trợ/)
  await typeCode(here)
  const open = await long.do(viewAssisted, { id: asked.id })
  assert.deepEqual([open.state, open.mayDo.includes('activation-guide')], ['open', true])
  const actId = await askFor(here, asked.id, { kind: 'activation-guide' })
  assert.equal((await long.refusal(doAssistedAct, { id: asked.id, actId })).code, 'assist.act-not-confirmed')
  await press(screen, 'agreed')
  const done = await long.do(doAssistedAct, { id: asked.id, actId })
  assert.deepEqual(done.acts[0]?.result, { kind: 'activation-guide', state: 'active', activateBy: null })
  await fixture.settle()
  await fixture.letters(person.phone, new RegExp(`xem tài khoản. Biên nhận ${asked.reference}`))
  const [mine] = (await long.do(listAssisted, {})).items
  assert.deepEqual([mine?.reference, mine?.acts], [asked.reference, ['activation-guide']])
  const looks = (await visitor.do(viewAccessLog, {})).items
  const look = looks.find(({ purpose }) => purpose === 'assist-activation-guide')
  assert.deepEqual([look?.whoKind, look?.fields], ['helper', ['account']])
  assert.match(look?.who ?? '', new RegExp(long.number))
  for (const purpose of ['assist-asked', 'assist-act-asked', 'assist-confirmed']) {
    assert.ok(
      looks.some((one) => one.purpose === purpose),
      purpose,
    )
  }
  await long.do(endAssisted, { id: asked.id })
  const ended = await long.do(viewAssisted, { id: asked.id })
  assert.deepEqual([ended.state, ended.acts[0]?.result], ['ended', null])
})

test('language, a dossier of hers and a report of wrong data: each as its own module does it, a change only by a code that names it', async () => {
  const here = await scene()
  const { long, screen, person, visitor } = here
  const own = await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Thử' })
  const id = await openByCode(here)
  const language = await askFor(here, id, { kind: 'set-language', language: 'en' })
  await press(screen, 'agreed')
  await long.do(doAssistedAct, { id, actId: language })
  const {
    rows: [account],
  } = await fixture.pool.query<{ language: string }>(
    'select language from account where personal_number = $1',
    [person.personalNumber],
  )
  assert.equal(account?.language, 'en')
  const dossier = await askFor(here, id, { kind: 'dossier-state', reference: own.reference })
  await press(screen, 'agreed')
  await long.do(doAssistedAct, { id, actId: dossier })
  assert.deepEqual((await actAt(here, id, 1))?.result, {
    kind: 'dossier-state',
    dossier: {
      kind: 'discrepancy',
      reference: own.reference,
      state: 'open',
      dueAt: own.dueAt,
      isOverdue: false,
    },
  })
  const report = await askFor(here, id, { kind: 'report-mismatch', field: 'religion', value: 'Không' })
  assert.equal(
    (await screen.refusal(answerPrompt, { promptId: (await promptOf(screen)).id, answer: 'agreed' })).code,
    'desk.prompt-gone',
    'what a code must confirm no press confirms',
  )
  assert.equal((await long.refusal(doAssistedAct, { id, actId: report })).code, 'assist.act-not-confirmed')
  await fixture.settle()
  await fixture.letters(person.phone, /report wrong data/)
  await typeCode(here)
  await long.do(doAssistedAct, { id, actId: report })
  assert.ok(
    (await visitor.do(viewOwnDiscrepancies)).items.some(
      ({ field, origin }) => field === 'religion' && origin === 'citizen',
    ),
  )
})

test("somebody else's dossier does not exist in her session", async () => {
  const here = await scene()
  const other = await settleCitizen(fixture)
  const { reference } = await other.visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Thử' })
  const id = await openByCode(here)
  const actId = await askFor(here, id, { kind: 'dossier-state', reference })
  await press(here.screen, 'agreed')
  await here.long.do(doAssistedAct, { id, actId })
  assert.deepEqual((await actAt(here, id, 0))?.result, { kind: 'dossier-state', dossier: null })
})

test('while the account is locked a helper changes nothing in it, whoever has its phone', async () => {
  const here = await scene()
  const id = await openByCode(here)
  const {
    rows: [account],
  } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [here.person.personalNumber],
  )
  await fixture.context.transact((work) =>
    lockSubject(work, fixture.context.tools, {
      subjectId: account?.subject_id ?? '',
      ground: 'holder-request',
      by: 'holder-code',
    }),
  )
  const change = await askFor(here, id, { kind: 'set-language', language: 'en' })
  await press(here.screen, 'agreed')
  assert.equal((await here.long.refusal(doAssistedAct, { id, actId: change })).code, 'assist.not-now')
  const look = await askFor(here, id, { kind: 'activation-guide' })
  await press(here.screen, 'agreed')
  await here.long.do(doAssistedAct, { id, actId: look })
  assert.deepEqual((await actAt(here, id, 1))?.result, {
    kind: 'activation-guide',
    state: 'locked',
    activateBy: null,
  })
})

test('an agreement is used once, for the act that was named, and not after its minutes', async () => {
  const here = await scene()
  const { long, screen } = here
  const id = await openByCode(here)
  const first = await askFor(here, id, { kind: 'activation-guide' })
  await press(screen, 'agreed')
  await long.do(doAssistedAct, { id, actId: first })
  assert.equal((await long.refusal(doAssistedAct, { id, actId: first })).code, 'assist.act-lapsed')
  const second = await askFor(here, id, { kind: 'set-language', language: 'en' })
  assert.equal((await long.refusal(doAssistedAct, { id, actId: second })).code, 'assist.act-not-confirmed')
  await press(screen, 'declined')
  assert.equal((await actAt(here, id, 1))?.state, 'declined')
  assert.equal((await long.refusal(doAssistedAct, { id, actId: second })).code, 'assist.act-not-confirmed')
  const third = await askFor(here, id, { kind: 'activation-guide' })
  await press(screen, 'agreed')
  moveBy(6)
  assert.equal((await long.refusal(doAssistedAct, { id, actId: third })).code, 'assist.act-lapsed')
  moveBy(30)
  assert.equal(await stateOf(here, id), 'ended')
  assert.equal(
    (await long.refusal(askAssistedAct, { id, act: { kind: 'activation-guide' } })).code,
    'assist.ended',
  )
})

test('without a code to her phone a helper reads and changes nothing; she can only hand the machine over', async () => {
  const here = await scene()
  const { long, screen, person } = here
  const { id } = await long.do(openAssisted, {
    personalNumber: person.personalNumber,
    purpose: 'register',
    way: 'press',
  })
  assert.equal(
    (await long.refusal(askAssistedAct, { id, act: { kind: 'begin-level-1' } })).code,
    'assist.not-confirmed',
  )
  await press(screen, 'agreed')
  assert.deepEqual((await long.do(viewAssisted, { id })).mayDo, ['begin-level-1'])
  for (const act of [
    { kind: 'activation-guide' },
    { kind: 'dossier-state', reference: 'SEN-AAAA-BBBB-C' },
    { kind: 'set-language', language: 'en' },
    { kind: 'report-mismatch', field: 'religion', value: 'Không' },
  ]) {
    assert.equal((await long.refusal(askAssistedAct, { id, act })).code, 'assist.not-in-this-session')
  }
  const actId = await askFor(here, id, { kind: 'begin-level-1' })
  await press(screen, 'agreed')
  await long.do(doAssistedAct, { id, actId })
  assert.deepEqual((await actAt(here, id, 0))?.result, { kind: 'begin-level-1', handOver: '/app/enrol' })
  await long.do(startEnrolment, { consent: '2026-11', language: 'vi' })
  assert.ok(long.sessions.has('enrol'), 'the citizen has begun on this very machine')
  await long.do(endAssisted, { id })
  assert.ok(!long.sessions.has('enrol'), 'with the session the way to her application is closed here')
})

test('a helper learns nothing of a number: registered, unknown and without an account answer alike, and no code opens what has no phone', async () => {
  const long = await settleOfficer(fixture, { tasks: ['assist'] })
  const screen = await screenBeside(fixture, long)
  const [{ person }, unregistered, known] = [await settleCitizen(fixture), newPerson(), newPerson()]
  await fixture.register(known)
  const shapes = []
  for (const { personalNumber } of [person, unregistered, known]) {
    const {
      id: _,
      reference: __,
      askedAt: ___,
      endsAt: ____,
      ...seen
    } = await long.do(openAssisted, { personalNumber, purpose: 'activate', way: 'code' })
    const { params, kind } = await promptOf(screen)
    shapes.push(JSON.stringify([seen, kind, { ...params, reference: '' }]))
    if (personalNumber !== person.personalNumber) {
      assert.equal(
        (await screen.refusal(confirmAssisted, { promptId: (await promptOf(screen)).id, code: '123456' }))
          .code,
        'code.wrong',
      )
    }
  }
  assert.equal(new Set(shapes).size, 1)
})

test('nobody but the citizen at the screen of this very desk confirms: not the helper, not another screen, not a wrong code', async () => {
  const here = await scene()
  const { long, screen, person } = here
  const { id } = await long.do(openAssisted, {
    personalNumber: person.personalNumber,
    purpose: 'settings',
    way: 'code',
  })
  const { id: promptId } = await promptOf(screen)
  const code = await fixture.code(person.phone)
  assert.equal((await long.refusal(confirmAssisted, { promptId: newId(), code })).code, 'desk.prompt-gone')
  assert.equal(
    (await long.refusal(confirmAssisted, { promptId, code })).code,
    'desk.prompt-gone',
    'a helper has a screen session of nobody',
  )
  const elsewhere = await screenBeside(fixture, await settleOfficer(fixture, { tasks: ['assist'] }))
  assert.equal((await elsewhere.refusal(confirmAssisted, { promptId, code })).code, 'desk.prompt-gone')
  const wrong = code === '000000' ? '000001' : '000000'
  assert.equal((await screen.refusal(confirmAssisted, { promptId, code: wrong })).code, 'code.wrong')
  assert.equal(await stateOf(here, id), 'asked')
  await screen.do(confirmAssisted, { promptId, code })
  assert.equal(await stateOf(here, id), 'open')
  const thief = await settleOfficer(fixture, { tasks: ['assist'] })
  assert.equal((await thief.refusal(viewAssisted, { id })).code, 'assist.no-such-session')
  assert.equal((await thief.refusal(endAssisted, { id })).code, 'assist.no-such-session')
  assert.equal(
    (await thief.refusal(askAssistedAct, { id, act: { kind: 'activation-guide' } })).code,
    'assist.no-such-session',
  )
})

test('no screen, no session; no task, no help; never about oneself; a new citizen ends the help of the one before', async () => {
  const { person } = await settleCitizen(fixture)
  const open = { personalNumber: person.personalNumber, purpose: 'settings', way: 'code' }
  const blind = await settleOfficer(fixture, { tasks: ['assist'] })
  assert.equal((await blind.refusal(openAssisted, open)).code, 'desk.no-screen')
  const bao = await settleOfficer(fixture, { tasks: ['level-2.take', 'person.search', 'hotline'] })
  await screenBeside(fixture, bao)
  assert.equal((await bao.refusal(openAssisted, open)).code, 'permit.refused')
  const herself = await settleOfficer(fixture, { tasks: ['assist'], personNumber: person.personalNumber })
  await screenBeside(fixture, herself)
  assert.equal((await herself.refusal(openAssisted, open)).code, 'assist.about-yourself')
  const here = await scene()
  const id = await openByCode(here)
  const next = await settleCitizen(fixture)
  await here.long.do(openAssisted, {
    personalNumber: next.person.personalNumber,
    purpose: 'settings',
    way: 'code',
  })
  assert.equal(await stateOf(here, id), 'ended')
  const {
    rows: [raw],
  } = await fixture.pool.query<{ text: string }>(
    'select assistance_session::text as text from assistance_session where id = $1',
    [id],
  )
  assert.ok(!standsIn(raw?.text ?? '', here.person.personalNumber), 'the number stands sealed')
})

test('a number and a question that no reaction has sealed as hers are found within the hour', async () => {
  const here = await scene()
  const id = await openByCode(here)
  await fixture.settle()
  const { tools, transact } = fixture.context
  const { pool } = fixture
  const number = tools.sealer.sealWithPlatformKey('assistance_session.number', here.person.personalNumber)
  const params = tools.sealer.sealWithPlatformKey('desk_prompt.params', '{"act":"late"}')
  await pool.query(
    'update assistance_session set is_number_of_house = true, sealed_number = $2 where id = $1',
    [id, number],
  )
  await pool.query(
    'update desk_prompt set is_sealed_by_house = true, sealed_params = $2 where case_id = $1',
    [id, params],
  )
  assert.deepEqual([await sealLateNumbers(transact, tools), await sealLateQuestions(transact, tools)], [0, 0])
  moveBy(61)
  assert.equal(await sealLateNumbers(transact, tools), 1)
  assert.ok((await sealLateQuestions(transact, tools)) >= 1)
  const { rows } = await pool.query<{ subject_id: string; sealed_number: Buffer; sealed_params: Buffer }>(
    `select s.subject_id, s.sealed_number, p.sealed_params from assistance_session s
       join desk_prompt p on p.subject_id = s.subject_id and p.case_id = s.id where s.id = $1`,
    [id],
  )
  for (const { subject_id, sealed_number, sealed_params } of rows) {
    const typed = await tools.sealer.open(subject_id, 'assistance_session.number', sealed_number)
    assert.equal(typed.toString('utf8'), here.person.personalNumber)
    const asked = await tools.sealer.open(subject_id, 'desk_prompt.params', sealed_params)
    assert.equal(asked.toString('utf8'), '{"act":"late"}')
  }
  assert.ok(rows.length > 0)
  assert.deepEqual([await sealLateNumbers(transact, tools), await sealLateQuestions(transact, tools)], [0, 0])
})
