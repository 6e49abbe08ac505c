/**
 * Runs a command inside a house: on the running server's database, or on the embedded one for the command's
 * own time.
 */
import { refreshCalendar } from '../modules/registry/territory/change-calendar.ts'
import { readConfig, type Config } from '../start/config.ts'
import { makeDataFolder } from '../start/data-folder.ts'
import { openDatabase } from '../start/database.ts'
import { followWorldClock, openAppContext, type OpenAppContext } from '../start/open-app-context.ts'
import { settleOperator } from '../start/production.ts'
import { loadSecrets, type Secrets } from '../start/secrets.ts'

export interface InHouse {
  readonly config: Config
  readonly context: OpenAppContext
  readonly secrets: Secrets
}

export const inAppContext = async <T>(
  env: NodeJS.ProcessEnv,
  deed: (inside: InHouse) => Promise<T>,
): Promise<T> => {
  const config = readConfig(env)
  await makeDataFolder(config.dataDir)
  const secrets = await loadSecrets(config.dataDir)
  const database = await openDatabase(config, true)
  try {
    const context = await openAppContext(config, secrets, database.url)
    try {
      await database.migrate(context.pool)
      await settleOperator(config, context)
      await followWorldClock(context)
      await refreshCalendar(context.tools.read)
      return await deed({ config, context, secrets })
    } finally {
      await context.close()
    }
  } finally {
    await database.close()
  }
}
