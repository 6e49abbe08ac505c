// The lines that every use case leaves: of what was done, of looks, and of refusals.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { z } from 'zod'
import { view } from '../../contract/operation.ts'
import { call, citizen, openWalk, refused, SayWord, write } from '../../testing/walk.ts'
import { system, type Actor, type Officer } from './actor.ts'
import { none } from './audit-line.ts'
import { NOBODY } from './audit-store.ts'
import { newId } from './id.ts'
import { perform } from './perform.ts'
import { citizenHerself } from './permit.ts'
import { problem } from './problem.ts'
import { useCase, type UseCase } from './use-case.ts'
import type { Work } from './work.ts'

let place: Awaited<ReturnType<typeof openWalk>>
before(async () => {
  place = await openWalk()
})
beforeEach(() => place.clear())
after(() => place.stop())
const words = (): Promise<string[]> => place.words()
const lines = () => place.lines()

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

const refusing = (
  more: Partial<UseCase<typeof SayWord, Officer, { readonly hers: readonly string[] }, undefined>>,
) =>
  useCase<typeof SayWord, Officer, { readonly hers: readonly string[] }>({
    contract: SayWord,
    find: async (work, { word }) => {
      await write(work, `reserved ${word}`)
      return { hers: word.split(' ').map((end) => `00000000-0000-7000-8000-00000000000${end}`) }
    },
    permit: {
      says: 'an officer',
      session: 'counter',
      allows: (actor): actor is Officer => actor === officer,
    },
    act: () => Promise.reject(problem('session.gone')),
    audit: ({ found, refusal }) => {
      // Asked before it is done, too: whom the officer is about to meet.
      assert.ok(refusal === 'session.gone' || refusal === 'officer.persons-spent')
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
