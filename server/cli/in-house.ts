/**
 * Runs a command inside a house: on the running server's database, or on the embedded one for the command's
 * own time.
 */
import { readConfig, type Config } from '../start/config.ts'
import { makeDataFolder } from '../start/data-folder.ts'
import { openDatabase } from '../start/database.ts'
import { followWorldClock, openHouse, type OpenHouse } from '../start/house.ts'
import { loadSecrets, type Secrets } from '../start/secrets.ts'

export interface InHouse {
  readonly config: Config
  readonly house: OpenHouse
  readonly secrets: Secrets
}

export const inHouse = async <T>(
  env: NodeJS.ProcessEnv,
  deed: (inside: InHouse) => Promise<T>,
): Promise<T> => {
  const config = readConfig(env)
  await makeDataFolder(config.dataDir)
  const secrets = await loadSecrets(config.dataDir)
  const database = await openDatabase(config, true)
  try {
    const house = await openHouse(config, secrets, database.url)
    try {
      await database.migrate(house.pool)
      await followWorldClock(house)
      return await deed({ config, house, secrets })
    } finally {
      await house.close()
    }
  } finally {
    await database.close()
  }
}
