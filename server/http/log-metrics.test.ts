// What a monitoring sees of the outbox and of the log's witnesses, already when it asks for the first time.
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
import { openCheckpointSigner, readVerifierKey } from '../modules/platform/audit/checkpoint.ts'
import { askWitness } from '../modules/platform/audit/witness/ask-witness.ts'
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

test('how far each witness is behind, and the outbox, in the first answer', async () => {
  const signer = openCheckpointSigner(randomBytes(32))
  const { transact, tools } = house.context
  const sequencing = { signer, lineKey: TEST_LINE_KEY, checkpointsFile: join(folder, 'checkpoints.log') }
  const witness = await startWitness(join(folder, 'witness'), readVerifierKey(signer.verifierKey), 0)
  try {
    await growExampleLog(transact, sequencing, [4])
    await askWitness({ read: tools.read, transact, folder: join(folder, 'cosigned') }, witness)
    await growExampleLog(transact, sequencing, [2, 3])
  } finally {
    await witness.stop()
  }
  const { name } = witness.key
  app = Fastify()
  mountMetrics(app, {
    context: house.context,
    readiness: { missing: () => [] },
    witnesses: [name, 'never-asked'],
  })
  const lines = (await app.inject('/metrics')).body.split('\n')
  for (const line of [
    `sen_audit_witness_behind_leaves{witness="${name}"} 5`,
    'sen_audit_witness_behind_leaves{witness="never-asked"} 9',
    'sen_outbox_events{state="failing"} 0',
    'sen_outbox_events{state="kept"} 0',
    'sen_outbox_oldest_seconds 0',
  ]) {
    assert.ok(lines.includes(line), line)
  }
  assert.ok(lines.some((line) => line.startsWith(`sen_audit_witness_oldest_seconds{witness="${name}"} `)))
})
