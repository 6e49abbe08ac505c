/** The whole of Sen behind a real port, for what is asked over the wire. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { startSen } from '../server/start/main.ts'
import { attachWorld } from '../world/attach-world.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { stopAll } from './stop-all.ts'

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Two neighbouring free ports: Sen's, and the portal's that the world keeps beside it. */
export const freePorts = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if ((await isFree(port)) && (await isFree(port + 1))) {
      return port
    }
  }
}

export interface TestSen {
  readonly url: string
  readonly port: number
  readonly database: TestDatabase
  /** Its settings, for a command beside it. */
  readonly env: Record<string, string>
  log(): string
  stop(): Promise<void>
}

/** The whole of Sen behind a port; the world without its portal, which is a process of its own. */
export const openTestSen = async (world: 'on' | 'off'): Promise<TestSen> => {
  const database = await openTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'sen-whole-'))
  await chmod(dataDir, 0o755)
  const port = await freePorts()
  const env = { PORT: String(port), SEN_DATA: dataDir, DATABASE_URL: database.url, SEN_WORLD: world }
  let log = ''
  const logTo = new Writable({
    write: (chunk: Buffer, _, done) => {
      log += chunk.toString()
      done()
    },
  })
  const sen = await startSen({
    env,
    unsetWorld: 'off',
    parts: { edge: true, jobs: true },
    attachWorld: async (parts) => ({ ...(await attachWorld(parts)), open: async () => [] }),
    say: (line) => {
      log += `${line}\n`
    },
    logTo,
  })
  return {
    url: `http://localhost:${port}`,
    port,
    database,
    env,
    log: () => log,
    stop: () =>
      stopAll({
        Sen: () => sen.stop(),
        'its database': () => database.stop(),
        'its folder': () => rm(dataDir, { recursive: true, force: true }),
      }),
  }
}
