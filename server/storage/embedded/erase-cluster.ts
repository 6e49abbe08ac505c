/**
 * Stops and deletes the embedded database of a data folder, wherever it lives: a temporary folder of root
 * (mode 0700) has its database in /var/lib/sen, which deleting the folder alone would leave behind.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { NOTE_NAME, existingHome } from './database-place.ts'
import { clearOrphans } from './process-identity.ts'
import { endPostmaster, standingPostmaster } from './postmaster.ts'

/** Irrevocable: every row of the data folder's database is gone. Call it when no start is under way. */
export const eraseCluster = async (dataDir: string): Promise<void> => {
  const home = await existingHome(dataDir)
  if (home === null) {
    return
  }
  const pgdata = join(home, 'cluster')
  const standing = await standingPostmaster(pgdata)
  if (standing) {
    await endPostmaster(standing.who)
  }
  await clearOrphans(pgdata, () => undefined)
  await rm(home, { recursive: true, force: true })
  await rm(join(dataDir, NOTE_NAME), { force: true })
}
