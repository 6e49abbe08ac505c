// What a person sees of her own log: everything, newest first, told by office and never by an officer's name.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { system, type Actor } from '../../../kernel/actor.ts'
import type { AuditLine } from '../../../kernel/audit-line.ts'
import { writeAuditLine } from '../../../kernel/audit-store.ts'
import type { AppContext } from '../../../kernel/app-context.ts'
import { perform } from '../../../kernel/perform.ts'
import { Problem } from '../../../kernel/problem.ts'
import { openTestContext, type TestDatabase } from '../../../../testing/database.ts'
import { openCheckpointSigner } from './checkpoint.ts'
import { examplePerson } from '../../../../testing/audit-log.ts'
import { sequenceLines } from './sequence-lines.ts'
import { lastLookOfOthers, viewLooks } from './who-looked.ts'

const her = examplePerson(1)
const citizen = (n: number): Actor => ({
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

const write = (actor: Actor, line: Partial<AuditLine> = {}): Promise<void> =>
  context.transact((work) =>
    writeAuditLine(work, {
      useCase: 'a.deed',
      actor,
      refusal: null,
      line: { about: her, purpose: 'enrolment-check', fields: ['fullName'], ...line },
    }),
  )
const look = async (cursor?: string, actor = citizen(1)) =>
  (await perform(context, viewLooks, { input: cursor === undefined ? {} : { cursor }, actor, request }))
    .output

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-looks-'))
  database = await openTestContext()
  context = database.context
})
after(async () => {
  await database.stop()
  await rm(folder, { recursive: true })
})

test('each kind of looker is told in words, with the leaf once there is one, and looking leaves no line', async () => {
  assert.equal(await lastLookOfOthers(context.tools.read, her), null)
  await write(officer, {
    detail: { office: 'Công an phường Sen', role: 'Reception', officerNumber: '123-456' },
  })
  await write(officer, { detail: { office: examplePerson(3) } })
  await write(citizen(1), { detail: { client: 'Cổng Dịch vụ công' } })
  await context.transact((work) =>
    sequenceLines(work, {
      signer: openCheckpointSigner(randomBytes(32)),
      checkpointsFile: join(folder, 'checkpoints.log'),
    }),
  )
  await write(citizen(1))
  await write(citizen(5))
  await write(system('expiry'), { fields: [] })
  await write({ kind: 'anonymous' })
  await write(officer, { about: examplePerson(6) })
  const { items, next } = await look()
  assert.equal(next, null)
  assert.deepEqual(
    items.map(({ whoKind, who, leaf }) => [whoKind, who, leaf]),
    [
      ['system', 'Somebody who was not signed in', null],
      ['system', 'The Sen system: automatic expiry', null],
      ['system', 'Your representative', null],
      ['self', 'self', null],
      ['relying-party', 'Cổng Dịch vụ công', 2],
      ['officer', 'An authorised officer', 1],
      ['officer', 'Công an phường Sen · Reception · no. 123-456', 0],
    ],
  )
  assert.deepEqual(await look(), { items, next })
  assert.deepEqual((await lastLookOfOthers(context.tools.read, her))?.who, 'Cổng Dịch vụ công')
})

test('pages follow each other without a gap or a line twice, and only her own lines are there', async () => {
  for (let i = 0; i < 70; i++) {
    await write(officer, { purpose: `page-${i}` })
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await look(cursor)
    seen.push(...items.map((item) => item.id))
    cursor = next ?? undefined
  } while (cursor !== undefined)
  assert.equal(seen.length, 77)
  assert.equal(new Set(seen).size, 77)
  assert.deepEqual(seen, seen.toSorted().toReversed())
  assert.equal((await look(undefined, citizen(6))).items.length, 1)
})

test('a cursor that is none and an asker who is no citizen are refused', async () => {
  await assert.rejects(
    look('1 or 1=1'),
    (error) => error instanceof Problem && error.code === 'request.invalid',
  )
  await assert.rejects(
    look(undefined, { kind: 'anonymous' }),
    (error) => error instanceof Problem && error.code === 'session.required',
  )
})
