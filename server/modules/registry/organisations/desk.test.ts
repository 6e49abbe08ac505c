// Where an officer works, and the citizen's own screen beside her.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newOfficerNumber, screenBeside, settleOfficer } from '../../../../testing/officer.ts'
import { standsIn } from '../../../../testing/stands-in.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import type { SessionName } from '../../../kernel/session-name.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { addOffice, addOfficer } from './add-officer.ts'
import { answeredAtDesk, askAtDesk, type Question } from './desk-prompt.ts'
import { answerPrompt, unpairScreen, viewDesk, viewScreen } from './desk-screen.ts'
import { officerSignOut, viewOfficer } from './officer-sign-in.ts'
import { officerOfSession, openOfficerSession } from './officer-session.ts'
import { chooseDesk, viewShift } from './shift.ts'

let fixture: Fixture
let elsewhere = ''
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture({ matcher: 'none' })
  elsewhere = await fixture.context.transact((work) =>
    addOffice(work, { code: 'SL-01', name: 'Công an phường Sông Lam' }),
  )
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const actorOf = (visitor: Awaited<ReturnType<typeof settleOfficer>>) =>
  officerOfSession(fixture.context.tools.read, fixture.context.tools, visitor.sessions.get('counter') ?? '')
const PHONE = '09•• ••• 530'
const question = (subjectId: string, changes: Partial<Question> = {}): Question => ({
  subjectId,
  caseId: newId(),
  kind: 'level-2-consent',
  params: { phone: PHONE },
  ...changes,
})
const answered = (asked: Question) => answeredAtDesk(fixture.context.tools.read, fixture.context.tools, asked)
const ask = async (visitor: Awaited<ReturnType<typeof settleOfficer>>, asked: Question): Promise<string> => {
  const sessionId = (await actorOf(visitor))?.sessionId ?? ''
  return fixture.context.transact((work) => askAtDesk(work, fixture.context.tools, sessionId, asked))
}

test('an officer with mandates at two offices has no task until she says where she works', async () => {
  const personNumber = newOfficerNumber()
  const bao = await settleOfficer(fixture, { number: 'CB-TWO', personNumber, tasks: ['enrolment.decide'] })
  const { officerId } = await fixture.context.transact((work) =>
    addOfficer(work, fixture.context.tools, {
      number: 'CB-TWO',
      name: 'Bảo',
      rank: '',
      personNumber,
      officeCode: 'SL-01',
      tasks: ['level-2.take'],
    }),
  )
  // As her passkey lets her in a second time, elsewhere.
  const again = fixture.visitor()
  const effects = {
    setSession: (name: SessionName, token: string) => void again.sessions.set(name, token),
    endSession: () => undefined,
  }
  await fixture.context.transact((work) =>
    openOfficerSession(work, fixture.context.tools, effects, officerId),
  )
  const profile = await again.do(viewOfficer)
  assert.deepEqual([profile.needsShift, profile.tasks], [true, []])
  const { offices } = await again.do(viewShift)
  assert.deepEqual(offices.map(({ tasks }) => tasks).sort(), [['enrolment.decide'], ['level-2.take']])
  const chosen = await again.do(chooseDesk, { officeId: elsewhere, desk: 'Quầy 02' })
  assert.deepEqual(
    [chosen.office, chosen.desk, chosen.needsShift, chosen.tasks],
    ['Công an phường Sông Lam', 'Quầy 02', false, ['level-2.take']],
  )
  assert.deepEqual(
    (await bao.do(viewOfficer)).tasks,
    ['enrolment.decide'],
    'her session at the other office is what it was',
  )
})

test('nobody works at an office without a mandate in force', async () => {
  const bao = await settleOfficer(fixture, { until: new Date(now().getTime() + 3_600_000) })
  assert.equal((await bao.refusal(chooseDesk, { officeId: elsewhere, desk: '1' })).code, 'counter.no-mandate')
  assert.ok(((await actorOf(bao))?.tasks.length ?? 0) > 0)
  moveClock(clockAtFirst + 3_600_500)
  assert.deepEqual(
    (await actorOf(bao))?.tasks,
    [],
    'a mandate that has ended gives nothing in the middle of a shift',
  )
})

test('a mandate with fewer tasks takes the others away', async () => {
  const bao = await settleOfficer(fixture, { number: 'CB-LESS', tasks: ['level-2.take', 'level-2.second'] })
  await fixture.context.transact((work) =>
    addOfficer(work, fixture.context.tools, {
      number: 'CB-LESS',
      name: 'Bảo',
      rank: '',
      tasks: ['level-2.take'],
    }),
  )
  assert.deepEqual((await bao.do(viewOfficer)).tasks, ['level-2.take'])
})

test('an officer is known as a person by the digest of her own number, the same under two officer numbers', async () => {
  const personNumber = newOfficerNumber()
  const [one, two, other] = [
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture, { personNumber }),
    await settleOfficer(fixture),
  ]
  const keys = [
    (await actorOf(one))?.personKey,
    (await actorOf(two))?.personKey,
    (await actorOf(other))?.personKey,
  ]
  assert.equal(keys[0], fixture.context.tools.digests.identifier('number', personNumber).toString('hex'))
  assert.equal(keys[0], keys[1])
  assert.notEqual(keys[0], keys[2])
  const { rows } = await fixture.pool.query<{ text: string }>('select officer::text as text from officer')
  assert.ok(
    rows.every(({ text }) => !text.includes(personNumber)),
    'the number itself is not kept',
  )
})

test('the citizen is asked at her screen, answers there, and sees it in her log', async () => {
  const { person, visitor: citizen } = await settleCitizen(fixture)
  const subjectId =
    (
      await fixture.pool.query<{ subject_id: string }>(
        'select subject_id from account where personal_number = $1',
        [person.personalNumber],
      )
    ).rows[0]?.subject_id ?? ''
  const bao = await settleOfficer(fixture)
  const asked = question(subjectId)
  await assert.rejects(ask(bao, asked), { code: 'desk.no-screen' })
  const screen = await screenBeside(fixture, bao)
  assert.equal((await screen.do(viewScreen)).prompt, null)
  const promptId = await ask(bao, asked)
  assert.equal(await answered(asked), 'waiting')
  const shown = await screen.do(viewScreen)
  assert.deepEqual(
    [shown.prompt?.id, shown.prompt?.kind, shown.prompt?.params],
    [promptId, 'level-2-consent', asked.params],
  )
  assert.deepEqual((await bao.do(viewDesk)).asking?.id, promptId)
  await screen.do(answerPrompt, { promptId, answer: 'agreed' })
  assert.equal(await answered(asked), 'agreed')
  assert.equal(
    (await screen.refusal(answerPrompt, { promptId, answer: 'declined' })).code,
    'desk.prompt-gone',
  )
  assert.ok(
    (await citizen.do(viewAccessLog, {})).items.some(
      (look) => look.purpose === 'desk-answer' && look.outcome === 'agreed' && look.whoKind === 'holder',
    ),
  )
  const { rows } = await fixture.pool.query<{ text: string }>(
    'select desk_prompt::text as text from desk_prompt',
  )
  assert.ok(
    rows.every(({ text }) => !standsIn(text, PHONE)),
    'what stood on the screen is sealed',
  )
})

test('an answer counts for its own case, kind and words only, and the newest question decides', async () => {
  const bao = await settleOfficer(fixture)
  const screen = await screenBeside(fixture, bao)
  const asked = question(newId())
  await screen.do(answerPrompt, { promptId: await ask(bao, asked), answer: 'agreed' })
  for (const other of [
    { caseId: newId() },
    { kind: 'card-consent' as const },
    { params: { phone: '09•• ••• 999' } },
    { subjectId: newId() },
  ]) {
    assert.equal(await answered({ ...asked, ...other }), 'none', JSON.stringify(other))
  }
  await ask(bao, asked)
  assert.equal(await answered(asked), 'waiting')
  await ask(bao, question(newId()))
  assert.equal(await answered(asked), 'none', 'a question that another took the place of is withdrawn')
})

test('a screen answers for its own desk only, and dies when it is ended, with the shift, with the sign-out', async () => {
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture)]
  const [hers, other] = [await screenBeside(fixture, bao), await screenBeside(fixture, thu)]
  const promptId = await ask(bao, question(newId()))
  assert.equal((await other.refusal(answerPrompt, { promptId, answer: 'agreed' })).code, 'desk.prompt-gone')
  assert.equal(
    (await bao.refusal(answerPrompt, { promptId, answer: 'agreed' })).code,
    'desk.prompt-gone',
    'the officer does not answer for her',
  )
  await bao.do(unpairScreen)
  assert.equal((await hers.refusal(viewScreen)).code, 'session.required')
  assert.equal((await hers.refusal(answerPrompt, { promptId, answer: 'agreed' })).code, 'desk.prompt-gone')
  await thu.do(officerSignOut)
  assert.equal((await other.refusal(viewScreen)).code, 'session.required')
  const late = await screenBeside(fixture, await settleOfficer(fixture))
  moveClock(clockAtFirst + 8 * 3_600_000 + 1000)
  assert.equal((await late.refusal(viewScreen)).code, 'session.required')
})

test('a forged screen cookie is nobody', async () => {
  const screen = await screenBeside(fixture, await settleOfficer(fixture))
  const [id = '', secret = ''] = (screen.sessions.get('screen') ?? '').split('.')
  for (const token of ['', '.', `${id}.`, `${id}.${secret}x`, `x.${secret}`, `${newId()}.${secret}`]) {
    const forger = fixture.visitor()
    forger.sessions.set('screen', token)
    assert.equal((await forger.refusal(viewScreen)).code, 'session.required', token)
  }
})
