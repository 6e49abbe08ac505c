// The one walk of every use case, on a real database: what is promised once for all deeds.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { z } from 'zod'
import { deed, view } from '../../contract/operation.ts'
import { openTestContext } from '../../testing/database.ts'
import { anonymous, system, type Actor, type Citizen, type Officer } from './actor.ts'
import { NOBODY } from './audit-store.ts'
import { none } from './audit-line.ts'
import { clockOffset_ms, moveClock } from './clock.ts'
import { newId } from './id.ts'
import { perform } from './perform.ts'
import { anyone, citizenHerself } from './permit.ts'
import { Problem, problem } from './problem.ts'
import { useCase, type AnyUseCase, type UseCase } from './use-case.ts'
import type { Work } from './work.ts'
import { defineEvent } from './event.ts'

let place: Awaited<ReturnType<typeof openTestContext>>
before(async () => {
  place = await openTestContext()
  await place.pool.query('create table tally (id uuid primary key, word text not null)')
})
beforeEach(async () => {
  for (const table of ['tally', 'outbox', 'audit_line', 'attempt_counter', 'idempotency_key']) {
    await place.pool.query(`delete from ${table}`)
  }
})
after(() => place.stop())

const citizen = (subjectId = newId()): Citizen => ({
  kind: 'citizen',
  subjectId,
  sessionId: newId(),
  deviceId: null,
})
const request = (idempotencyKey?: string) => ({
  requestId: newId(),
  network: '10.0.0.1',
  language: 'vi' as const,
  device: 'test',
  idempotencyKey,
})
const call = (input: unknown, { actor = anonymous, key }: { actor?: Actor; key?: string } = {}) => ({
  input,
  actor,
  request: request(key),
})
const write = (work: Work, word: string) =>
  work.run('insert into tally (id, word) values ($1, $2)', [newId(), word])
const words = async (): Promise<string[]> =>
  (await place.pool.query<{ word: string }>('select word from tally order by word')).rows.map(
    (row) => row.word,
  )
const lines = async () =>
  (
    await place.pool.query<{ subject_id: string; actor: string; outcome: string; use_case: string }>(
      'select subject_id, actor, outcome, use_case from audit_line',
    )
  ).rows
const refused = async (promise: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await promise.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(error instanceof Problem)) {
    throw new Error(`no Problem came but ${String(error)}`)
  }
  return error
}

const SayWord = deed('test.say', {
  summary: 'Writes a word.',
  input: z.object({ word: z.string().max(20) }),
  output: z.object({ word: z.string(), at: z.string() }),
})
const sayWord = useCase({
  contract: SayWord,
  permit: anyone,
  async act(work, { word }, { effects, now }) {
    await write(work, word)
    effects.setSession('app', `token of ${word}`, 60)
    return { word, at: `${now.toISOString()} ${newId()}` }
  },
  audit: none('a test'),
})

test('a deed sent twice with one key is done once and answered twice alike, its cookies too', async () => {
  const first = await perform(place.context, sayWord, call({ word: 'một' }, { key: 'key-number-1' }))
  const again = await perform(place.context, sayWord, call({ word: 'một' }, { key: 'key-number-1' }))
  assert.deepEqual(again, first)
  assert.deepEqual(await words(), ['một'])
})

test('a deed sent twenty times at once with one key is done once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      perform(place.context, sayWord, call({ word: 'hai' }, { key: 'key-number-2' })),
    ),
  )
  assert.equal(new Set(answers.map(({ output }) => output.at)).size, 1)
  assert.deepEqual(await words(), ['hai'])
})

test("the same key with another body is refused, and another person's same key is her own", async () => {
  const [mine, hers] = [citizen(), citizen()]
  await perform(place.context, sayWord, call({ word: 'ba' }, { key: 'key-number-3', actor: mine }))
  assert.equal(
    (
      await refused(
        perform(place.context, sayWord, call({ word: 'bốn' }, { key: 'key-number-3', actor: mine })),
      )
    ).code,
    'request.key-reused',
  )
  await perform(place.context, sayWord, call({ word: 'năm' }, { key: 'key-number-3', actor: hers }))
  assert.deepEqual(await words(), ['ba', 'năm'])
})

test('what is kept under a key tells nothing to whoever steals the table', async () => {
  await perform(place.context, sayWord, call({ word: 'bí mật' }, { key: 'key-number-4' }))
  const { rows } = await place.pool.query<{ all: string }>(
    `select encode(key_digest, 'escape') || encode(outcome, 'escape') as all from idempotency_key`,
  )
  assert.equal(rows.length, 1)
  assert.ok(!rows[0]?.all.includes('bí mật') && !rows[0]?.all.includes('key-number-4'))
})

const Said = defineEvent('Said', z.strictObject({ tries: z.number().optional() }))
const refuseAfterWriting = (isKept: boolean) =>
  useCase({
    contract: SayWord,
    permit: anyone,
    async act(work, { word }, { refuse }) {
      await write(work, word)
      work.publish(Said, newId(), {})
      if (isKept) {
        return refuse(problem('code.wrong', { params: { left: 4 } }))
      }
      throw problem('code.expired')
    },
    audit: none('a test'),
  })

test('a refused deed leaves nothing; a refusal that counts keeps what it wrote', async () => {
  assert.equal(
    (await refused(perform(place.context, refuseAfterWriting(false), call({ word: 'gone' })))).code,
    'code.expired',
  )
  assert.deepEqual(await words(), [])
  const kept = await refused(perform(place.context, refuseAfterWriting(true), call({ word: 'kept' })))
  assert.deepEqual([kept.code, kept.details.params], ['code.wrong', { left: 4 }])
  assert.deepEqual(await words(), ['kept'])
})

test('a wrong try sent twice with one key counts once and is refused twice alike', async () => {
  const say = () =>
    refused(perform(place.context, refuseAfterWriting(true), call({ word: 'try' }, { key: 'key-number-5' })))
  const [first, again] = [await say(), await say()]
  assert.deepEqual([again.code, again.details], [first.code, first.details])
  assert.deepEqual(await words(), ['try'])
})

const limited: AnyUseCase = useCase({
  contract: SayWord,
  permit: anyone,
  limits: () => [{ scope: 'test', key: 'somebody', most: 3, per_s: 600 }],
  act() {
    throw problem('code.expired')
  },
  audit: none('a test'),
})

test('a limit counts refused tries too, says when to come again, and opens then', async () => {
  for (let i = 0; i < 3; i++) {
    assert.equal((await refused(perform(place.context, limited, call({ word: 'x' })))).code, 'code.expired')
  }
  const full = await refused(perform(place.context, limited, call({ word: 'x' })))
  const wait_s = full.details.retryAfter_s ?? 0
  assert.equal(full.code, 'limit.reached')
  assert.ok(wait_s >= 1 && wait_s <= 600, `${wait_s}`)
  const before_ms = clockOffset_ms()
  try {
    moveClock(before_ms + wait_s * 1000)
    assert.equal((await refused(perform(place.context, limited, call({ word: 'x' })))).code, 'code.expired')
  } finally {
    moveClock(before_ms)
  }
})

test('thirty tries at once pass a limit of three exactly three times', async () => {
  const codes = await Promise.all(
    Array.from(
      { length: 30 },
      async () => (await refused(perform(place.context, limited, call({ word: 'x' })))).code,
    ),
  )
  assert.equal(codes.filter((code) => code === 'code.expired').length, 3)
})

const looking = (deedOf: (work: Work) => Promise<void> = async () => undefined) =>
  useCase({
    contract: view('test.look', {
      summary: 'Looks.',
      input: z.object({}),
      output: z.object({ name: z.string() }),
    }),
    permit: citizenHerself,
    async act(work) {
      await write(work, 'looked')
      await deedOf(work)
      return { name: 'Hạnh' }
    },
    audit: ({ actor }) => ({ about: actor.subjectId, purpose: 'identity-card', fields: ['fullName'] }),
  })

test("a look leaves its line in the look's own transaction: no line without the look, no look without the line", async () => {
  const actor = citizen()
  await perform(place.context, looking(), call({}, { actor }))
  assert.deepEqual(await lines(), [
    {
      subject_id: actor.subjectId,
      actor: `citizen:${actor.subjectId}`,
      outcome: 'done',
      use_case: 'test.look',
    },
  ])
  await place.pool.query(
    "alter table audit_line add constraint shut check (use_case <> 'test.look') not valid",
  )
  await assert.rejects(perform(place.context, looking(), call({}, { actor })), /shut/)
  await place.pool.query('alter table audit_line drop constraint shut')
  assert.deepEqual(await words(), ['looked'])
  assert.equal((await lines()).length, 1)
})

test("a citizen's refusal leaves a line with its reason; a stranger's does not fill the log", async () => {
  const actor = citizen()
  await refused(
    perform(
      place.context,
      looking(() => Promise.reject(problem('session.gone'))),
      call({}, { actor }),
    ),
  )
  assert.deepEqual(
    (await lines()).map((l) => [l.subject_id, l.outcome]),
    [[actor.subjectId, 'session.gone']],
  )
  assert.equal((await refused(perform(place.context, looking(), call({})))).code, 'session.required')
  assert.equal(
    (await refused(perform(place.context, looking(), call({}, { actor: system('test') })))).code,
    'permit.refused',
  )
  assert.equal((await lines()).length, 1)
})

const officer: Officer = {
  kind: 'officer',
  officerId: newId(),
  number: '123-456',
  officeId: newId(),
  officeName: 'Office',
  sessionId: newId(),
  tasks: [],
  personKey: null,
  desk: '',
}

test("an officer's refusal leaves a line about nobody that says who was refused what", async () => {
  assert.equal(
    (await refused(perform(place.context, looking(), call({}, { actor: officer })))).code,
    'permit.refused',
  )
  const { rows } = await place.pool.query<Record<string, unknown>>(
    'select subject_id, actor, use_case, purpose, outcome, detail from audit_line',
  )
  assert.deepEqual(rows, [
    {
      subject_id: NOBODY,
      actor: `officer:${officer.officerId}`,
      use_case: 'test.look',
      purpose: 'refusal',
      outcome: 'permit.refused',
      detail: { by: 'officer' },
    },
  ])
  assert.deepEqual(await words(), [])
})

const refusing = (more: Partial<UseCase<typeof SayWord, Officer, { readonly hers: readonly string[] }>>) =>
  useCase<typeof SayWord, Officer, { readonly hers: readonly string[] }>({
    contract: SayWord,
    find: async (work, { word }) => {
      await write(work, `reserved ${word}`)
      return { hers: word.split(' ').map((end) => `00000000-0000-7000-8000-00000000000${end}`) }
    },
    permit: { says: 'an officer', session: 'counter', allows: (actor): actor is Officer => actor === officer },
    act: () => Promise.reject(problem('session.gone')),
    audit: ({ found, refusal }) => {
      assert.equal(refusal, 'session.gone')
      return found.hers.map((about) => ({
        about,
        purpose: 'card-view',
        fields: ['fullName'],
        detail: { reference: 'HS-1', script: 'x' },
      }))
    },
    ...more,
  })
const linesOfPersons = async () => {
  const { rows } = await place.pool.query<Record<string, unknown>>(
    `select right(subject_id::text, 1) as whose, purpose, outcome, fields, detail from audit_line
     where subject_id <> $1 order by whose`,
    [NOBODY],
  )
  return rows
}

test("an officer's refusal leaves its line with each person whom the deed was about, and keeps what was reserved for that", async () => {
  const deedOf = (word: string) => perform(place.context, refusing({}), call({ word }, { actor: officer }))
  assert.equal((await refused(deedOf('1 2 1'))).code, 'session.gone')
  const line = {
    purpose: 'officer-refusal',
    outcome: 'session.gone',
    fields: [],
    detail: { office: 'Office', officerNumber: '123-456', reference: 'HS-1' },
  }
  assert.deepEqual(await linesOfPersons(), [
    { whose: '1', ...line },
    { whose: '2', ...line },
  ])
  assert.equal((await lines()).length, 3)
  assert.deepEqual(await words(), ['reserved 1 2 1'])
})

test('whom a deed names besides its line is told as well; a refused permit has told nothing of anybody', async () => {
  const named = refusing({ audit: none('a test'), about: ({ hers }) => [hers[0] ?? null, null] })
  await refused(perform(place.context, named, call({ word: '3 4' }, { actor: officer })))
  assert.deepEqual(
    (await linesOfPersons()).map(({ whose, detail }) => [whose, detail]),
    [['3', { office: 'Office', officerNumber: '123-456' }]],
  )
  const stranger = { ...officer, officerId: newId() }
  assert.equal(
    (await refused(perform(place.context, named, call({ word: '5' }, { actor: stranger })))).code,
    'permit.refused',
  )
  assert.equal((await linesOfPersons()).length, 1)
  assert.deepEqual(await words(), ['reserved 3 4'])
})

test('whoever has only shown a link fills no log by being refused: screen, applicant, somebody in a recovery', async () => {
  const strangers: Actor[] = [
    { kind: 'screen', officerSessionId: newId(), officeId: newId() },
    { kind: 'applicant', draftId: newId() },
    { kind: 'recovering', recoveryId: newId() },
  ]
  for (const actor of strangers) {
    await refused(perform(place.context, looking(), call({}, { actor })))
  }
  assert.deepEqual(await lines(), [])
})

test('a deed about two persons leaves a line for each, and one about nobody in particular none', async () => {
  const [actor, child] = [citizen(), newId()]
  const both = (about: readonly string[]) =>
    useCase({
      contract: SayWord,
      permit: citizenHerself,
      act: (_, { word }) => Promise.resolve({ word, at: '' }),
      audit: () =>
        about.map((subject) => ({ about: subject, purpose: 'profile-opened', fields: ['fullName'] })),
    })
  await perform(place.context, both([]), call({ word: 'x' }, { actor }))
  assert.deepEqual(await lines(), [])
  await perform(place.context, both([actor.subjectId, child]), call({ word: 'x' }, { actor }))
  assert.deepEqual(
    (await lines()).map((line) => line.subject_id),
    [actor.subjectId, child],
  )
})

test('a deed that the database asks to do again is done again from the start, and its events and cookies stand once', async () => {
  let tries = 0
  const shaky = useCase({
    contract: SayWord,
    permit: anyone,
    async act(work, { word }, { effects }) {
      tries++
      await write(work, `${word} ${tries}`)
      effects.setSession('app', String(tries), 60)
      work.publish(Said, newId(), { tries })
      if (tries < 3) {
        await work.run(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`)
      }
      return { word, at: '' }
    },
    audit: none('a test'),
  })
  const { effects } = await perform(place.context, shaky, call({ word: 'lại' }))
  assert.deepEqual([tries, await words()], [3, ['lại 3']])
  assert.deepEqual(effects, [{ set: 'app', token: '3', lifetime_s: 60 }])
  assert.deepEqual((await place.pool.query('select data from outbox')).rows, [{ data: { tries: 3 } }])
})

test('a conflict that never ends is an error after a bounded number of tries', async () => {
  let tries = 0
  await assert.rejects(
    place.context.transact(async (work) => {
      tries++
      await work.run(`do $$ begin raise exception 'again' using errcode = '40P01'; end $$`)
    }),
  )
  assert.equal(tries, 5)
})

test('events stand with the deed, and what follows them happens only after it stands', async () => {
  const told: string[] = []
  const publish = (isDone: boolean) =>
    place.context.transact(async (work) => {
      work.publish(Said, newId(), {})
      work.afterCommit(() => void told.push(isDone ? 'done' : 'undone'))
      assert.deepEqual(told, [])
      if (!isDone) {
        throw new Error('undone')
      }
    })
  await assert.rejects(publish(false), /undone/)
  assert.equal((await place.pool.query('select 1 from outbox')).rowCount, 0)
  await publish(true)
  assert.deepEqual(told, ['done'])
  assert.equal((await place.pool.query('select 1 from outbox')).rowCount, 1)
})

test('an answer that is not what the contract says is our error, is not sent, and undoes the deed', async () => {
  const lying = useCase({
    contract: SayWord,
    permit: anyone,
    async act(work, { word }) {
      await write(work, word)
      return { word } as { word: string; at: string }
    },
    audit: none('a test'),
  })
  await assert.rejects(
    perform(place.context, lying, call({ word: 'x' })),
    (error: Error) => !(error instanceof Problem) && error.message.includes('test.say'),
  )
  assert.deepEqual(await words(), [])
})

test('what the contract does not name never leaves the house', async () => {
  const talkative = useCase({
    contract: SayWord,
    permit: anyone,
    act: (_, { word }) => Promise.resolve({ word, at: '', subjectId: 'inner' }),
    audit: none('a test'),
  })
  assert.deepEqual((await perform(place.context, talkative, call({ word: 'x' }))).output, {
    word: 'x',
    at: '',
  })
})

test('a null character or half a character in any text is a fault of that field, never an error of the database', async () => {
  for (const word of ['a\0b', '\ud83d', 'a\udc00b']) {
    const fault = await refused(perform(place.context, sayWord, call({ word })))
    assert.deepEqual(
      [fault.code, fault.details.fields],
      ['request.invalid', [{ field: 'word', code: 'control' }]],
    )
  }
  await perform(place.context, sayWord, call({ word: '😀' }))
})

test("where an operator runs it, a test person's number names nobody, whoever sends it", async () => {
  const FindNumber = view('test.number', {
    summary: 'Reads a number.',
    input: z.object({ personalNumber: z.string(), representativeNumber: z.string().optional() }),
    output: z.object({}),
  })
  const findNumber = useCase({
    contract: FindNumber,
    permit: anyone,
    act: () => Promise.resolve({}),
    audit: none('a test'),
  })
  const { tools } = place.context
  const operators = { ...place.context, tools: { ...tools, allowsTestPeople: false } }
  const asked = { personalNumber: '001091004826', representativeNumber: '940191004826' }
  await perform(place.context, findNumber, call(asked))
  assert.deepEqual((await refused(perform(operators, findNumber, call(asked)))).details, {
    fields: [{ field: 'representativeNumber', code: 'province' }],
  })
  await perform(operators, findNumber, call({ personalNumber: '001091004826' }))
})
