// What a person sees of her own log: everything, newest first, told by office and never by an officer's name.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { system, type Actor, type Citizen } from '../../../kernel/actor.ts'
import type { AuditLine } from '../../../kernel/audit-line.ts'
import { insertLine } from '../../../kernel/audit-store.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import type { AppContext } from '../../../kernel/app-context.ts'
import { perform } from '../../../kernel/perform.ts'
import { Problem } from '../../../kernel/problem.ts'
import { openTestContext, TEST_LINE_KEY, type TestDatabase } from '../../../../testing/database.ts'
import { openCheckpointSigner } from './checkpoint.ts'
import { examplePerson } from '../../../../testing/audit-log.ts'
import { sequenceLines } from './sequence-lines.ts'
import { lastReadByOthers, viewAccessLog } from './access-log.ts'
import type { Topic } from '../../../../contract/purposes/topics.ts'
import { moveClock } from '../../../kernel/clock.ts'
import type { ReaderGroup } from './reader.ts'

const her = examplePerson(1)
const citizen = (n: number): Citizen => ({
  kind: 'citizen',
  subjectId: examplePerson(n),
  sessionId: examplePerson(90),
  deviceId: null,
})
const officer: Actor = {
  kind: 'officer',
  officerId: examplePerson(2),
  number: 'CB-1',
  officeId: examplePerson(3),
  officeName: 'Office',
  sessionId: examplePerson(4),
  tasks: [],
  personKey: null,
  desk: '',
}
const request = { requestId: 'r', network: '127.0.0.1', language: 'en' as const, device: '' }
let context: AppContext
let database: TestDatabase & { context: AppContext }
let folder: string

const line: AuditLine = { about: her, purpose: 'enrolment-check', fields: ['fullName'] }
const write = (actor: Actor, more: Pick<AuditLine, 'detail'> & { line?: AuditLine } = {}): Promise<void> =>
  context.transact((work) =>
    leaveLine(work, {
      useCase: 'a.deed',
      actor,
      line: { ...(more.line ?? line), ...(more.detail ? { detail: more.detail } : {}) },
    }),
  )
interface Narrowed {
  readonly topic?: Topic
  readonly from?: string
  readonly to?: string
}
const look = async (
  cursor?: string,
  { actor = citizen(1), ...narrowed }: { who?: ReaderGroup; actor?: Actor } & Narrowed = {},
) =>
  (
    await perform(context, viewAccessLog, {
      input: { ...(cursor === undefined ? {} : { cursor }), ...narrowed },
      actor,
      request,
    })
  ).output

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-looks-'))
  database = await openTestContext()
  context = database.context
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true })
})

test('each kind of reader is told in words, with the leaf once there is one, and reading leaves no line', async () => {
  assert.equal(await lastReadByOthers(context.tools.read, her, 'en'), null)
  await write(officer, {
    detail: { office: 'Công an phường Sen', role: 'Reception', officerNumber: '123-456' },
  })
  await write(officer, { detail: { office: examplePerson(3) } })
  await write(citizen(1), { detail: { client: 'Cổng Dịch vụ công' } })
  await context.transact((work) =>
    sequenceLines(work, {
      signer: openCheckpointSigner(randomBytes(32)),
      lineKey: TEST_LINE_KEY,
      checkpointsFile: join(folder, 'checkpoints.log'),
    }),
  )
  await write(citizen(1))
  await write(citizen(5))
  await write(system('expiry'), { line: { ...line, fields: [] } })
  await write({ kind: 'anonymous' })
  await write(system('lock'), { detail: { by: 'relative' } })
  await write({ kind: 'recovering', recoveryId: examplePerson(8) })
  await write(officer, { line: { about: her, purpose: 'hotline-lock', fields: ['account'] } })
  await write(officer, { line: { ...line, about: examplePerson(6) } })
  const { items, next } = await look()
  assert.equal(next, null)
  assert.deepEqual(
    items.map(({ whoKind, who, leaf }) => [whoKind, who, leaf]),
    [
      ['helper', 'An authorised officer', null],
      ['stranger', 'The person recovering the account on a new phone', null],
      ['relative', 'Your trusted relative', null],
      ['stranger', 'Someone who was not signed in', null],
      ['automatic', 'The Sen system: automatic expiry', null],
      ['representative', 'Your representative', null],
      ['holder', 'You', null],
      ['party', 'Cổng Dịch vụ công', 2],
      ['officer', 'An authorised officer', 1],
      ['officer', 'Công an phường Sen · Reception · no. 123-456', 0],
    ],
  )
  assert.deepEqual(await look(), { items, next })
  assert.deepEqual((await lastReadByOthers(context.tools.read, her, 'en'))?.who, 'An authorised officer')
})

test('the log narrows to those who act for her, to offices, to services, to herself, to what nobody signed in did', async () => {
  const kinds = async (who: ReaderGroup) =>
    new Set((await look(undefined, { who })).items.map(({ whoKind }) => whoKind))
  assert.deepEqual(await kinds('acting'), new Set(['relative', 'representative']))
  assert.deepEqual(await kinds('offices'), new Set(['helper', 'officer']))
  assert.deepEqual(await kinds('services'), new Set(['party']))
  assert.deepEqual(await kinds('holder'), new Set(['holder']))
  assert.deepEqual(await kinds('automatic'), new Set(['stranger', 'automatic']))
})

test('pages follow each other without a gap or a line twice, and only her own lines are there', async () => {
  for (let i = 0; i < 70; i++) {
    await write(officer)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await look(cursor)
    seen.push(...items.flatMap(({ lines }) => lines.map(({ id }) => id)))
    cursor = next ?? undefined
  } while (cursor !== undefined)
  assert.equal(seen.length, 80)
  assert.equal(new Set(seen).size, 80)
  assert.deepEqual(seen, seen.toSorted().toReversed())
  assert.equal((await look(undefined, { actor: citizen(6) })).items.length, 1)
})

test('what she opens again and again on one day is one run with its first and last time', async () => {
  const card: AuditLine = { about: examplePerson(7), purpose: 'identity-card', fields: ['fullName'] }
  for (let i = 0; i < 40; i++) {
    await write(citizen(7), { line: card })
  }
  await write(officer, { line: { about: examplePerson(7), purpose: 'card-view' } })
  await write(officer, { line: { about: examplePerson(7), purpose: 'card-view' } })
  await write(citizen(7), { line: card })
  const { items } = await look(undefined, { actor: citizen(7) })
  assert.deepEqual(
    items.map(({ whoKind, lines }) => [whoKind, lines.length]),
    [
      ['holder', 1],
      ['officer', 1],
      ['officer', 1],
      ['holder', 40],
    ],
  )
  const run = items.at(-1)
  assert.deepEqual([run?.at, run?.firstAt], [run?.lines[0]?.at, run?.lines.at(-1)?.at])
})

test('a refusal is said in words, and what it told her stands beside it', async () => {
  await write(citizen(9), {
    line: { about: examplePerson(9), purpose: 'refusal', outcome: 'desk.ticket-spent' },
  })
  const { items } = await look(undefined, { actor: citizen(9) })
  assert.deepEqual(items[0]?.words, {
    purpose: 'A request was not carried out',
    fields: [],
    outcome: 'Not carried out',
    reason: 'This ticket was used or has lapsed.',
  })
})

test('a line of an older release reads as a sentence and never as its code', async () => {
  await context.transact((work) =>
    insertLine(work, {
      subject_id: examplePerson(10),
      use_case: 'a.deed',
      actor: 'machine:7',
      purpose: 'no-longer-written',
      outcome: 'half-done',
      fields: ['openid', 'phone_number_verified', 'shoe-size'],
      detail: {},
    }),
  )
  const { items } = await look(undefined, { actor: citizen(10) })
  assert.deepEqual([items[0]?.whoKind, items[0]?.who], ['automatic', 'The Sen system'])
  assert.deepEqual(items[0]?.words, {
    purpose: 'Something was done with your data',
    fields: ['how you signed in', 'phone number', 'other details'],
    outcome: 'Recorded',
    reason: null,
  })
})

test('a cursor that is none and an asker who is no citizen are refused', async () => {
  await assert.rejects(
    look('1 or 1=1'),
    (error) => error instanceof Problem && error.code === 'request.invalid',
  )
  await assert.rejects(
    look(undefined, { actor: { kind: 'anonymous' } }),
    (error) => error instanceof Problem && error.code === 'session.required',
  )
})

test('the log narrows to a kind of thing and to days as Vietnam counts them, page by page', async () => {
  const who = examplePerson(11)
  const at = async (moment: string, purpose: 'card-view' | 'enrolment-check'): Promise<void> => {
    moveClock(Date.parse(moment) - Date.now())
    await write(officer, { line: { about: who, purpose } })
  }
  try {
    await at('2027-03-01T16:59:59.500Z', 'card-view')
    await at('2027-03-01T17:00:00.500Z', 'enrolment-check')
    await at('2027-03-02T16:59:59.000Z', 'card-view')
    await at('2027-03-02T17:00:00.500Z', 'card-view')
  } finally {
    moveClock(0)
  }
  const found = async (narrowed: Narrowed): Promise<string[]> =>
    (await look(undefined, { actor: citizen(11), ...narrowed })).items.map(
      (item) => `${item.purpose} ${item.at.slice(0, 19)}`,
    )
  const [first, second, third, fourth] = (await found({})).toReversed()
  assert.deepEqual(await found({ from: '2027-03-02', to: '2027-03-02' }), [third, second])
  assert.deepEqual(await found({ from: '2027-03-02' }), [fourth, third, second])
  assert.deepEqual(await found({ to: '2027-03-01' }), [first])
  assert.deepEqual(await found({ from: '2027-03-03', to: '2027-03-01' }), [])
  assert.deepEqual(await found({ topic: 'card', from: '2027-03-02' }), [fourth, third])
  assert.deepEqual(await found({ topic: 'registration' }), [second])
  assert.deepEqual(await found({ topic: 'family' }), [])
  for (const wrong of [{ topic: 'card-view' }, { from: '01/03/2027' }, { to: '2027-02-30' }]) {
    await assert.rejects(
      found(wrong as Narrowed),
      (error) => error instanceof Problem && error.code === 'request.invalid',
    )
  }
})

test('whoever acts for her, helps her or asks in her name shows as what she is to her, and by nothing else', async () => {
  const about = examplePerson(12)
  const [inner, name] = [examplePerson(77), 'Trần Văn Kín']
  const secret = { name, personalNumber: '940091000777', script: name, case: inner, office: inner }
  const of = (purpose: 'card-view' | 'assist-confirmed'): AuditLine => ({
    about,
    purpose,
  })
  const others: Actor[] = [
    citizen(77),
    { ...citizen(12), by: { subjectId: inner, tieId: inner } },
    { kind: 'recovering', recoveryId: inner },
    { kind: 'applicant', draftId: inner },
    { kind: 'screen', officerSessionId: inner, officeId: inner },
    { ...officer, officerId: inner, sessionId: inner, personKey: inner, desk: name },
  ]
  for (const actor of others) {
    await write(actor, { line: of('card-view'), detail: secret })
    await write(actor, { line: of('assist-confirmed'), detail: { ...secret, by: 'relative' } })
  }
  const pages = [
    await look(undefined, { actor: citizen(12) }),
    await look(undefined, { actor: citizen(12), topic: 'card' }),
    await look(undefined, { actor: citizen(12), who: 'acting' }),
  ]
  assert.ok(pages.every(({ items }) => items.length > 0))
  for (const said of [inner, name, '940091000777', '777']) {
    assert.ok(
      !JSON.stringify(pages.map(({ items }) => items.map(({ who, words }) => [who, words]))).includes(said),
      said,
    )
  }
  for (const said of [inner, name, '940091000777']) {
    assert.ok(!JSON.stringify(pages).includes(said), said)
  }
})
