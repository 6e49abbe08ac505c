/** A log in a database of its own that grows, goes to witnesses, and is verified with what they said. */
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { openLineWriter } from '../server/kernel/line-writer.ts'
import { openCheckpointSigner } from '../server/modules/platform/audit/checkpoint.ts'
import type { NoteKey } from '../server/modules/platform/audit/note-key.ts'
import { verifyAudit, type AuditVerdict } from '../server/modules/platform/audit/verify-audit.ts'
import { cosignedFile, type AskingHouse } from '../server/modules/platform/audit/witness/ask-witness.ts'
import type { Pool } from '../server/storage/pool.ts'
import { openReading, openTransact } from '../server/storage/transact.ts'
import { growExampleLog } from './audit-log.ts'
import { openTestDatabase, TEST_LINE_KEY } from './database.ts'

/** `root`: a folder of the test, which it removes. */
export const openWitnessedLog = async (root: string, signer = openCheckpointSigner(randomBytes(32))) => {
  const database = await openTestDatabase()
  const folder = await mkdtemp(join(root, 'log-'))
  const checkpointsFile = join(folder, 'checkpoints.log')
  const house: AskingHouse = {
    read: openReading(database.pool),
    transact: openTransact(database.pool),
    folder: join(folder, 'witnesses'),
  }
  const writing = openTransact(database.pool, { writer: openLineWriter(TEST_LINE_KEY) })
  return {
    database,
    pool: database.pool,
    folder,
    checkpointsFile,
    house,
    signer,
    transact: writing,
    grow: (...counts: number[]) =>
      growExampleLog(writing, { signer, lineKey: TEST_LINE_KEY, checkpointsFile }, counts),
    /** With a witness: what it has cosigned of it must be there. */
    verify: (
      witness: { readonly key: NoteKey } | null = null,
      path?: string,
      pool: Pool = database.pool,
    ): Promise<AuditVerdict> =>
      verifyAudit({
        pool,
        checkpointsFile,
        publicKey: signer.verifierKey,
        lineKey: TEST_LINE_KEY,
        writersFolder: null,
        cosigned: witness
          ? [{ witness: witness.key, path: path ?? cosignedFile(house.folder, witness.key) }]
          : [],
      }),
    stop: () => database.stop(),
  }
}
