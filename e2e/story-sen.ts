/**
 * A whole Sen in this process: server, jobs and demo world, the demo portal in a process of its own, on free
 * ports, a database and a data folder of its own.
 */
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSen, type RunningSen } from '../server/start/main.ts'
import { openTestDatabase } from '../testing/database.ts'
import { attachWorld } from '../world/attach-world.ts'

export interface StorySen {
  readonly url: string
  readonly databaseUrl: string
  stop(): Promise<void>
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Two neighbouring free ports: Sen's and the portal's. */
const freePair = async (): Promise<number> => {
  for (let tries = 0; tries < 200; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if ((await isFree(port)) && (await isFree(port + 1))) {
      return port
    }
  }
  throw new Error('no two free ports were found')
}

const newDataDir = async (): Promise<string> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sen-story-'))
  await chmod(dataDir, 0o755)
  return dataDir
}

const start = (port: number, dataDir: string, databaseUrl: string, edge = true): Promise<RunningSen> =>
  startSen({
    env: { PORT: String(port), SEN_DATA: dataDir, DATABASE_URL: databaseUrl, SEN_WORLD: 'on' },
    unsetWorld: 'off',
    parts: { edge, jobs: edge },
    attachWorld,
    say: () => undefined,
  })

/** The world on its first morning: a database to be cloned, and the secrets that it is sealed with. */
export interface SettledWorld {
  readonly databaseName: string
  readonly dataDir: string
}

/** Null where databases cannot be cloned: there each story settles its own. */
export const settleWorld = async (): Promise<(SettledWorld & { stop(): Promise<void> }) | null> => {
  const database = await openTestDatabase()
  if (database.name === null) {
    await database.stop()
    return null
  }
  const dataDir = await newDataDir()
  const sen = await start(await freePair(), dataDir, database.url, false)
  await sen.stop()
  // A database that somebody is connected to cannot be cloned.
  await database.pool.end()
  return {
    databaseName: database.name,
    dataDir,
    async stop() {
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export const startStorySen = async (settled: SettledWorld | null): Promise<StorySen> => {
  const database = await openTestDatabase({ template: settled?.databaseName })
  const dataDir = await newDataDir()
  if (settled) {
    await cp(settled.dataDir, dataDir, { recursive: true })
  }
  const port = await freePair()
  const sen = await start(port, dataDir, database.url)
  return {
    url: `http://localhost:${port}`,
    databaseUrl: database.url,
    async stop() {
      await sen.stop()
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
