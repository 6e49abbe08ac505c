// Her whole log as one file is believed by a program that shares no code with us, and by nobody once
// anything in it was changed, left out of the tree, or put under another signature.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, test } from 'node:test'
import { examplePerson, growExampleLog } from './audit-log.ts'
import { openTestContext, TEST_LINE_KEY, type TestDatabase } from './database.ts'
import { startWitness, type RunningWitness } from './running-witness.ts'
import { stopAll } from './stop-all.ts'
import { ownLogFile, type OwnLogFile } from '../web/client/transparency-log/own-log-file.ts'
import { system, type Actor, type Citizen } from '../server/kernel/actor.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import { leaveLine } from '../server/kernel/leave-line.ts'
import { perform } from '../server/kernel/perform.ts'
import { Problem } from '../server/kernel/problem.ts'
import { openCheckpointSigner, readVerifierKey } from '../server/modules/platform/audit/checkpoint.ts'
import { exportOwnLog } from '../server/modules/platform/audit/export-own-log.ts'
import { logStateOf, proofBetween } from '../server/modules/platform/audit/public-log.ts'
import { askWitness } from '../server/modules/platform/audit/witness/ask-witness.ts'

const signer = openCheckpointSigner(randomBytes(32))
const citizen = (n: number): Citizen => ({
  kind: 'citizen',
  subjectId: examplePerson(n),
  sessionId: examplePerson(90),
  deviceId: null,
})
let context: AppContext
let database: TestDatabase & { context: AppContext }
let folder: string
let witness: RunningWitness

const sequencing = () => ({
  signer,
  lineKey: TEST_LINE_KEY,
  checkpointsFile: join(folder, 'checkpoints.log'),
})
const write = (actor: Actor, about: string): Promise<void> =>
  context.transact((work) =>
    leaveLine(work, { useCase: 'a.deed', actor, line: { about, purpose: 'enrolment-check' } }),
  )
const request = { requestId: 'r', network: '127.0.0.1', language: 'vi' as const, device: '' }
const page = async (input: { cursor?: string; size?: number }, actor: Actor = citizen(1)) =>
  (await perform(context, exportOwnLog, { input, actor, request })).output
/** As the app makes it, with the server's own answers. */
const download = async (actor: Citizen = citizen(1)): Promise<OwnLogFile> => {
  const { read } = context.tools
  const state = { key: signer.verifierKey, witnesses: [witness.verifierKey], ...(await logStateOf(read)) }
  return ownLogFile(
    (input) => page(input, actor),
    state,
    (from, to) => proofBetween(read, { from: String(from), to: String(to) }),
  )
}
const python = async (file: unknown, ...more: string[]): Promise<string> => {
  const path = join(folder, 'own.json')
  await writeFile(path, JSON.stringify(file))
  const script = fileURLToPath(new URL('../tools/verify-audit.py', import.meta.url))
  const words = more.includes('--key') ? more : ['--key', signer.verifierKey, ...more]
  const { stdout, status } = spawnSync('python3', [script, '--own', path, ...words], { encoding: 'utf8' })
  assert.equal(status === 0, stdout.endsWith('\nok\n'), stdout)
  return stdout
}
const hasPython = spawnSync('python3', ['--version']).status === 0
const inPython = { skip: !hasPython && 'python3 is not on this machine' }

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-own-'))
  database = await openTestContext()
  context = database.context
  witness = await startWitness(join(folder, 'witness'), readVerifierKey(signer.verifierKey), 0)
  await growExampleLog(context.transact, sequencing(), [400, 30])
  await askWitness(
    { read: context.tools.read, transact: context.transact, folder: join(folder, 'cosigned') },
    witness,
  )
  await write(citizen(2), examplePerson(1))
  await growExampleLog(context.transact, sequencing(), [7])
  await write(citizen(1), examplePerson(1))
})
after(() =>
  stopAll({
    'the witness': () => witness.stop(),
    'the database': () => database.stop(),
    'the folder': () => rm(folder, { recursive: true }),
  }),
)

test('every line of hers is in the file once, over all pages, and nobody else’s', inPython, async () => {
  const file = await download()
  const { rows } = await database.pool.query<{ id: string }>(
    'select id from audit_line where subject_id = $1 order by id desc',
    [examplePerson(1)],
  )
  assert.ok(rows.length > 60, 'more than one page')
  assert.deepEqual(
    file.lines.map(({ id }) => id),
    rows.map(({ id }) => id),
  )
  assert.ok(file.lines.every(({ words }) => words.purpose === 'Đối chiếu đơn đăng ký với cơ sở dữ liệu'))
  assert.ok(!JSON.stringify(file).includes(examplePerson(2)), 'who acted for her is not in it')
})

test('a program that shares no code with us believes it, with the witness’s word', inPython, async () => {
  const file = await download()
  assert.match(
    await python(file),
    /lines under 438 signed leaves \(\d+ open, \d+ withheld, 0 erased, 1 waiting\), 0 faults\nok/,
  )
  assert.match(
    await python(file, '--witness', witness.verifierKey),
    /has cosigned 430 leaves, on which all of it goes on/,
  )
})

test('whatever is changed in the file is found and named', inPython, async () => {
  const file = await download()
  const [waiting, first] = file.lines
  assert.ok(first && waiting && first.line === null && first.hashes, 'the second newest is withheld')
  const at = file.lines.findIndex(({ line, hashes }) => line !== null && hashes !== null)
  const open = file.lines[at]
  assert.ok(open?.line && open.hashes)
  const withLine = (change: object, place = at) => ({
    ...file,
    lines: file.lines.with(place, { ...(file.lines[place] ?? open), ...change }),
  })
  const other = openCheckpointSigner(randomBytes(32)).verifierKey
  const findings: readonly (readonly [file: unknown, said: RegExp, ...words: string[]])[] = [
    [withLine({ line: { ...open.line, purpose: 'card-view' } }), /its leaf stands for something else/],
    [withLine({ salt: '00'.repeat(16) }), /its leaf stands for something else/],
    [withLine({ at: '2026-01-01T00:00:00.000Z' }), /otherwise than the line names itself/],
    [withLine({ leaf: (open.leaf ?? 0) + 1 }), /it is not leaf \d+ of the log|the same leaf/],
    [withLine({ hashes: open.hashes.slice(1) }), /it is not leaf/],
    [withLine({ hashes: null }), /brings no proof of it/],
    [withLine({ leafHash: first.leafHash }, 1 + at), /its leaf stands|it is not leaf/],
    [{ ...file, lines: [...file.lines, open] }, /two lines say that they are the same leaf/],
    [{ ...file, note: file.note?.replace('\n438\n', '\n437\n') }, /its signature is not of the log's key/],
    [{ ...file, note: file.cosigned?.note ?? '' }, /it is not leaf/],
    [{ ...file, note: 'x' }, /not in the form of a checkpoint/],
    [file, /of another log/, '--key', other],
    [{ ...file, cosigned: null }, /no checkpoint that a witness/, '--witness', witness.verifierKey],
    [
      { ...file, cosigned: file.cosigned && { ...file.cosigned, hashes: [] } },
      /does not go on from it/,
      '--witness',
      witness.verifierKey,
    ],
    [
      { ...file, cosigned: { note: file.note, hashes: [] } },
      /has not cosigned it/,
      '--witness',
      witness.verifierKey,
    ],
    [{ ...file, form: 'another' }, /cannot be read/],
    [{ ...file, lines: [{}] }, /cannot be read/],
  ]
  for (const [spoilt, said, ...words] of findings) {
    const answer = await python(spoilt, ...words)
    assert.match(answer, said)
    assert.doesNotMatch(answer, /\nok\n/)
  }
})

test('lines of two people in one file are found', inPython, async () => {
  const [mine, another] = [await download(), await download(citizen(3))]
  assert.match(await python({ ...mine, lines: [...mine.lines, ...another.lines] }), /more than one person/)
})

test('a checkpoint that there is none of, a cursor that is none, and who is no citizen are refused', async () => {
  const refusal = (input: { cursor?: string; size?: number }, actor?: Actor): Promise<string> =>
    page(input, actor).then(
      () => 'none',
      (error: unknown) => (error instanceof Problem ? error.code : String(error)),
    )
  assert.equal(await refusal({ size: 429 }), 'audit.no-such-checkpoint')
  assert.equal(await refusal({ size: 0 }), 'request.invalid')
  assert.equal(await refusal({ cursor: '1 or 1=1' }), 'request.invalid')
  assert.equal(await refusal({}, { kind: 'anonymous' }), 'session.required')
  assert.equal(await refusal({}, system('expiry')), 'permit.refused')
})
