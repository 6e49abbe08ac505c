// Starting and stopping Sen as an operator does: what stands in the way is one sentence, and nothing is left
// running.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { freePorts } from '../../testing/whole-sen.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { eraseCluster } from '../storage/embedded/erase-cluster.ts'
import { startCluster } from '../storage/embedded/cluster.ts'
import { takeServeLock } from '../start/serve-lock.ts'
import { identify } from '../storage/embedded/process-identity.ts'
import { attachWorld } from '../../world/attach-world.ts'
import { runCli } from './run-cli.ts'

const SEN = join(import.meta.dirname, '..', '..', 'tools', 'sen.ts')
let database: TestDatabase
let folder: string
const children = new Set<ChildProcess>()
before(async () => {
  database = await openTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'sen-serve-'))
  await chmod(folder, 0o755)
})
after(async () => {
  for (const child of children) {
    child.kill('SIGKILL')
  }
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Sen {
  readonly child: ChildProcess
  out: string
  err: string
  readonly ended: Promise<number | null>
}
const start = (words: readonly string[], env: Record<string, string>): Sen => {
  const { DATABASE_URL: _, SEN_WORLD: __, ...own } = process.env
  const child = spawn(process.execPath, [SEN, ...words], {
    env: { ...own, SEN_DATA: join(folder, 'data'), ...env },
  })
  children.add(child)
  const sen: Sen = {
    child,
    out: '',
    err: '',
    ended: new Promise((resolve) =>
      child.once('close', (code) => {
        children.delete(child)
        resolve(code)
      }),
    ),
  }
  child.stdout?.on('data', (chunk: Buffer) => {
    sen.out += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    sen.err += chunk.toString()
  })
  return sen
}
const isReady = async (sen: Sen): Promise<void> => {
  for (
    const began = Date.now();
    Date.now() - began < 40_000;
    await new Promise((resolve) => setTimeout(resolve, 30))
  ) {
    if (sen.out.includes('Sen is ready')) {
      return
    }
    if (sen.child.exitCode !== null) {
      throw new Error(`ended with ${sen.child.exitCode}: ${sen.err}`)
    }
  }
  throw new Error(`not ready: ${sen.out}${sen.err}`)
}
const port = async (): Promise<string> => String(await freePorts())
/** As the `sen` command does it, without a process of its own: starting one takes seconds. */
const refusalOf = async (env: Record<string, string>): Promise<string> => {
  const said: string[] = []
  const context = {
    env: { SEN_DATA: join(folder, 'data'), ...env },
    out: () => undefined,
    say: (line: string) => void said.push(line),
  }
  assert.equal(await runCli(['serve'], context, attachWorld), 1)
  assert.equal(said.length, 1)
  return said[0] ?? ''
}

test(
  'each thing that keeps Sen from starting is one clear sentence, exit code 1',
  { timeout: 120_000 },
  async () => {
    const taken: Server = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const takenPort = typeof address === 'object' && address ? address.port : 0
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    const url = database.url
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: String(takenPort), DATABASE_URL: url }, /^Port \d+ is taken by another program\./],
      [
        { PORT: await port(), DATABASE_URL: url, SEN_DATA: join(file, 'below') },
        /cannot be written \(ENOTDIR\)/,
      ],
      [
        {
          PORT: await port(),
          DATABASE_URL: 'postgres://sen:x@127.0.0.1:9/sen',
          SEN_DATA: join(folder, 'unreachable'),
        },
        /^The database at 127\.0\.0\.1:9\/sen cannot be reached/,
      ],
      [{ PORT: await port(), DATABASE_URL: 'no address' }, /^DATABASE_URL is not an address/],
      [{ PORT: 'abc' }, /^PORT is "abc"/],
      [
        { PORT: await port(), SEN_WORLD: 'on', SEN_PUBLIC_URL: 'https://id.example.vn' },
        /^The demo world runs on this machine only/,
      ],
      [
        { PORT: await port(), SEN_WORLD: 'on', SEN_HOST: '0.0.0.0' },
        /^The demo world listens on loopback only/,
      ],
      [{ PORT: await port(), SEN_PUBLIC_URL: 'http://id.example.vn' }, /must be https/],
      [{ PORT: await port(), SEN_WORLD: 'maybe' }, /^SEN_WORLD is "maybe"/],
    ]
    try {
      for (const [env, sentence] of cases) {
        assert.match(await refusalOf(env), sentence)
      }
    } finally {
      taken.close()
    }
    await assert.rejects(readFile(join(folder, 'unreachable', 'serve.lock')), /ENOENT/)
  },
)

test(
  'the demo world stays out of a database that somebody else has filled',
  { timeout: 60_000 },
  async () => {
    await database.pool.query(
      `insert into person (personal_number, full_name, birth_date, sex, nationality, life_status, changed_at) values ('940191999999', 'A', '1990', 'female', 'VNM', 'alive', now())`,
    )
    assert.match(
      await refusalOf({ PORT: await port(), DATABASE_URL: database.url, SEN_WORLD: 'on' }),
      /^This database was not made by the demo world/,
    )
    await assert.rejects(readFile(join(folder, 'data', 'serve.lock')), /ENOENT/)
  },
)

test('ten starts at the same moment take the folder once, also where a killed Sen left its lock', async () => {
  for (let round = 0; round < 40; round++) {
    const dir = await mkdtemp(join(folder, 'lock-'))
    if (round % 2 === 1) {
      await writeFile(join(dir, 'serve.lock'), '999999 12345\n')
    }
    const ends = await Promise.allSettled(Array.from({ length: 10 }, () => takeServeLock(dir)))
    assert.equal(ends.filter((end) => end.status === 'fulfilled').length, 1)
  }
})

test("a lock that is made and not yet named is somebody else's", async () => {
  const dir = await mkdtemp(join(folder, 'unnamed-'))
  const path = join(dir, 'serve.lock')
  await writeFile(path, '')
  // By the clock of the product's own process, also where the run's clock is moved.
  await utimes(path, new Date(), new Date())
  const second = takeServeLock(dir)
  await new Promise((resolve) => setTimeout(resolve, 200))
  const self = identify(process.pid)
  await writeFile(path, `${self.pid} ${self.startTime ?? '-'}\n`)
  await assert.rejects(second, /^Error: Sen is already running/)
})

test('a lock that a killed Sen left, or that was cut while being written, does not shut the door', async () => {
  await Promise.all(
    ['', '999999 12345\n', 'nonsense', '1'].map(async (text) => {
      const dir = await mkdtemp(join(folder, 'left-'))
      await writeFile(join(dir, 'serve.lock'), text)
      await (
        await takeServeLock(dir)
      )()
    }),
  )
})

const postmasterOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const gone = async (pid: number): Promise<void> => {
  for (let tries = 0; isAlive(pid); tries++) {
    assert.ok(tries < 300, `process ${pid} still runs`)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

test(
  'its own database survives a killed Sen and a killed everything; a second Sen is refused; asked to end, nothing is left running',
  { timeout: 180_000 },
  async () => {
    const dataDir = join(folder, 'own')
    const env = { PORT: await port(), SEN_DATA: dataDir }
    try {
      const first = start(['serve'], env)
      await isReady(first)
      const kept = await postmasterOf(dataDir)
      first.child.kill('SIGKILL')
      await first.ended
      const second = start(['serve'], env)
      await isReady(second)
      assert.equal(await postmasterOf(dataDir), kept, 'the running database was taken over')
      second.child.kill('SIGKILL')
      process.kill(kept, 'SIGKILL')
      await second.ended
      await gone(kept)
      const third = start(['serve'], env)
      await isReady(third)
      const last = await postmasterOf(dataDir)
      assert.equal(
        ((await (await fetch(`http://localhost:${env.PORT}/readyz`)).json()) as { ready: boolean }).ready,
        true,
      )
      const beside = start(['serve'], { ...env, PORT: await port() })
      assert.equal(await beside.ended, 1)
      assert.match(beside.err, /^Sen is already running on the data folder .* \(process \d+\)[^\n]*\n$/)
      assert.equal(await postmasterOf(dataDir), last)
      third.child.kill('SIGTERM')
      assert.equal(await third.ended, 0, third.err)
      await gone(last)
      await assert.rejects(fetch(`http://localhost:${env.PORT}/healthz`))
      await assert.rejects(readFile(join(dataDir, 'serve.lock')), /ENOENT/)
    } finally {
      await (await startCluster({ dataDir })).stop().catch(() => undefined)
      await eraseCluster(dataDir)
    }
  },
)
