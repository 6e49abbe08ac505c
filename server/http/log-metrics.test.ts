// What a monitoring sees of the outbox and of the log's witnesses, already when it asks for the first time;
// and the cosigned checkpoint that everybody may have.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { after, before, test } from 'node:test'
import { growExampleLog } from '../../testing/audit-log.ts'
import { openTestContext, TEST_LINE_KEY } from '../../testing/database.ts'
import { startWitness } from '../../testing/running-witness.ts'
import { stopAll } from '../../testing/stop-all.ts'
import {
  openCheckpoint,
  openCheckpointSigner,
  readVerifierKey,
} from '../modules/platform/audit/checkpoint.ts'
import { askWitness } from '../modules/platform/audit/witness/ask-witness.ts'
import { cosignedAt } from '../modules/platform/audit/witness/cosignature.ts'
import { mountCheckpoint } from './checkpoint.ts'
import { mountMetrics } from './metrics.ts'

let house: Awaited<ReturnType<typeof openTestContext>>
let folder: string
let app: FastifyInstance
before(async () => {
  house = await openTestContext()
  folder = await mkdtemp(join(tmpdir(), 'sen-log-metrics-'))
})
after(() =>
  stopAll({
    'the server': () => app.close(),
    'the database': () => house.stop(),
    'the folder': () => rm(folder, { recursive: true }),
  }),
)

test('how far each witness is behind, and the outbox, in the first answer; the newest cosigned checkpoint', async () => {
  const signer = openCheckpointSigner(randomBytes(32))
  const { transact, tools } = house.context
  const sequencing = { signer, lineKey: TEST_LINE_KEY, checkpointsFile: join(folder, 'checkpoints.log') }
  const logKey = readVerifierKey(signer.verifierKey)
  const [witness, another] = await Promise.all(
    ['witness', 'another'].map((one) => startWitness(join(folder, one), logKey, 0)),
  )
  assert.ok(witness && another)
  const { name } = witness.key
  app = Fastify()
  mountMetrics(app, {
    context: house.context,
    readiness: { missing: () => [] },
    witnesses: [name, another.key.name, 'never-asked'],
  })
  mountCheckpoint(app, house.context, { key: signer.verifierKey, witnesses: [witness.verifierKey] })
  assert.notEqual((await app.inject('/audit/checkpoint')).statusCode, 200)
  const asking = { read: tools.read, transact, folder: join(folder, 'cosigned') }
  try {
    await growExampleLog(transact, sequencing, [4])
    await askWitness(asking, witness)
    await askWitness(asking, another)
    const { body, headers } = await app.inject('/audit/checkpoint')
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8')
    const opened = openCheckpoint(body, logKey)
    assert.equal(typeof opened === 'string' ? opened : opened.size, 4)
    assert.ok(cosignedAt(body, witness.key) && cosignedAt(body, another.key), body)
    await growExampleLog(transact, sequencing, [2, 3])
    await askWitness(asking, another)
    const { body: later } = await app.inject('/audit/checkpoint')
    assert.ok(cosignedAt(later, another.key) && !cosignedAt(later, witness.key), later)
  } finally {
    await Promise.all([witness.stop(), another.stop()])
  }
  const lines = (await app.inject('/metrics')).body.split('\n')
  for (const line of [
    `sen_audit_witness_behind_leaves{witness="${name}"} 5`,
    `sen_audit_witness_behind_leaves{witness="${another.key.name}"} 0`,
    'sen_audit_witness_behind_leaves{witness="never-asked"} 9',
    'sen_outbox_events{state="failing"} 0',
    'sen_outbox_events{state="kept"} 0',
    'sen_outbox_oldest_seconds 0',
  ]) {
    assert.ok(lines.includes(line), line)
  }
  assert.ok(lines.some((line) => line.startsWith(`sen_audit_witness_oldest_seconds{witness="${name}"} `)))
})
