// What everybody may have of the log without an account: checkpoints with their keys, and the proof between
// any two of them; and nothing else can be asked for.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { after, before, test } from 'node:test'
import {
  compareCheckpoints,
  openCheckpoint,
  type Checkpoint,
} from '../../formats/transparency-log/checkpoint.ts'
import { readProof } from '../../formats/transparency-log/merkle-proof.ts'
import { readNoteKey, SIGNS } from '../../formats/transparency-log/note.ts'
import { growExampleLog } from '../../testing/audit-log.ts'
import { openTestContext, TEST_LINE_KEY } from '../../testing/database.ts'
import { stopAll } from '../../testing/stop-all.ts'
import { openCheckpointSigner } from '../modules/platform/audit/checkpoint.ts'
import { mountCheckpoint } from './checkpoint.ts'
import { renderProblem } from './render-problem.ts'

const signer = openCheckpointSigner(randomBytes(32))
let house: Awaited<ReturnType<typeof openTestContext>>
let folder: string
let app: FastifyInstance
before(async () => {
  house = await openTestContext()
  folder = await mkdtemp(join(tmpdir(), 'sen-public-log-'))
  app = Fastify()
  app.setErrorHandler(renderProblem)
  mountCheckpoint(app, house.context, { key: signer.verifierKey, witnesses: [] })
})
after(() =>
  stopAll({
    'the server': () => app.close(),
    'the database': () => house.stop(),
    'the folder': () => rm(folder, { recursive: true }),
  }),
)
const grow = (...counts: number[]): Promise<void> =>
  growExampleLog(
    house.context.transact,
    { signer, lineKey: TEST_LINE_KEY, checkpointsFile: join(folder, 'checkpoints.log') },
    counts,
  )
const newest = async () => {
  const answer = await app.inject('/audit/log')
  assert.equal(answer.headers['cache-control'], 'public, max-age=5')
  return answer.json<{ key: string; witnesses: string[]; newest: string | null; cosigned: string | null }>()
}

test('before the first line there is no checkpoint, and the keys are there', async () => {
  assert.deepEqual(await newest(), {
    key: signer.verifierKey,
    witnesses: [],
    newest: null,
    cosigned: null,
  })
})

test('whoever has seen a checkpoint can prove that each later one goes on from it, and may keep the answer', async () => {
  const key = await readNoteKey(signer.verifierKey, SIGNS.own)
  assert.ok(key.ok)
  const seen: Checkpoint[] = []
  for (const count of [3, 260, 1, 14]) {
    await grow(count)
    const opened = await openCheckpoint((await newest()).newest ?? '', key.value)
    assert.ok(opened.ok)
    seen.push(opened.value)
  }
  assert.deepEqual(
    seen.map(({ size }) => size),
    [3, 263, 264, 278],
  )
  for (const [i, earlier] of seen.entries()) {
    for (const later of seen.slice(i)) {
      const answer = await app.inject(`/audit/consistency/${earlier.size}/${later.size}`)
      assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
      const hashes = readProof(answer.json<{ hashes: string[] }>().hashes)
      assert.ok(hashes.ok)
      const growth = await compareCheckpoints(earlier, later, hashes.value)
      assert.equal(growth.ok && growth.value, earlier === later ? 'same' : 'grown')
    }
  }
})

test('nothing that is not two checkpoints in order is answered, and a refusal is not kept by anybody', async () => {
  for (const path of [
    '3/262',
    '263/3',
    '0/3',
    '-3/263',
    '3/263.0',
    '3/1e3',
    '03/263',
    '3/99999999999999999',
    'x/y',
  ]) {
    const answer = await app.inject(`/audit/consistency/${path}`)
    assert.deepEqual([answer.statusCode, answer.headers['cache-control']], [404, 'no-store'], path)
  }
})
