/** The sequencer of the log bench, a process of its own: the kernel counts what it costs. */
import { join } from 'node:path'
import { startSequencing } from '../server/jobs/sequence-audit.ts'
import { openCheckpointSigner } from '../server/modules/platform/audit/checkpoint.ts'
import { loadSecrets } from '../server/start/secrets.ts'
import { openPool } from '../server/storage/pool.ts'

const [dataDir = '', databaseUrl = ''] = process.argv.slice(2)
const secrets = await loadSecrets(dataDir)
const sequencing = startSequencing(
  {
    pool: openPool(databaseUrl, 2),
    signer: openCheckpointSigner(secrets.checkpointSeed),
    lineKey: secrets.lineKey,
    checkpointsFile: join(dataDir, 'checkpoints.log'),
  },
  (error) => process.stderr.write(`sequencer: ${error.message}\n`),
)
process.stdout.write('ready\n')
process.once('SIGTERM', () => void sequencing.stop().then(() => process.exit(0)))
