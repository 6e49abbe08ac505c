/**
 * The promise: a whole sign-in (pushed request, authorize, password, device key with passcode, remembered
 * consent, code, ES256 ID token,
 * userinfo) costs at most 4 times the processor time that the same library needs for the same steps with
 * nothing behind it, in a nation of a
 * million. Server and PostgreSQL are counted together; Argon2id's own share, which is meant to be dear, is
 * measured beside it and taken out.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/start/config.ts'
import { openAppContext, type OpenAppContext } from '../server/start/open-app-context.ts'
import { addClient } from '../server/modules/access/federation/add-client.ts'
import { ensureKeys } from '../server/modules/access/federation/provider/signing-keys.ts'
import { loadSecrets } from '../server/start/secrets.ts'
import { startCluster } from '../server/storage/embedded/cluster.ts'
import { migrate } from '../server/storage/migrate.ts'
import { PASSWORD, settleNation, type BenchCitizen } from './sign-in-part-nation.ts'
import { walk, type Party } from './sign-in-part-walk.ts'

const RATIO_MAX = 4
const TICK_MS = 10
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits

interface Plan {
  readonly registered: number
  readonly activated: number
  readonly signIns: number
  readonly warmUp: number
}

/**
 * `args`: --registered N (1,000,000), --activated M (100,000), --sign-ins K (300). An embedded cluster in a
 * folder of its own.
 */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      registered: { type: 'string' },
      activated: { type: 'string' },
      'sign-ins': { type: 'string' },
    },
  })
  const signIns = Number(values['sign-ins'] ?? 300)
  const plan = {
    registered: Number(values.registered ?? 1_000_000),
    activated: Number(values.activated ?? 100_000),
    signIns,
    warmUp: Math.min(150, signIns),
  }
  const folder = await mkdtemp(join(tmpdir(), 'sen-bench-sign-in-'))
  await chmod(folder, 0o755)
  const dataDir = join(folder, 'data')
  const cluster = await startCluster({ dataDir })
  try {
    return await measure(plan, dataDir, cluster.url)
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const measure = async (
  plan: Plan,
  dataDir: string,
  databaseUrl: string,
): Promise<Record<string, unknown>> => {
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    SEN_DATA: dataDir,
    DATABASE_URL: databaseUrl,
    SEN_WORLD: 'off',
    SEN_PUBLIC_URL: `http://localhost:${port}`,
    SEN_HOST: 'localhost',
  }
  const context = await openAppContext(readConfig(env), await loadSecrets(dataDir), databaseUrl)
  const children: ChildProcess[] = []
  try {
    await migrate(context.pool)
    await ensureKeys(context)
    const began = performance.now()
    const people = await settleNation(context.pool, context, {
      ...plan,
      hands: Math.min(plan.activated, plan.signIns, 200),
    })
    say(
      `nation of ${plan.registered} with ${plan.activated} accounts settled in ${round((performance.now() - began) / 1000, 1)} s`,
    )
    const { client_id: clientId, client_secret: secret = '' } = await context.transact((work) =>
      addClient(work, context.tools, { name: 'Bench', redirectUris: ['http://localhost:9/cb'] }),
    )
    const sen = { origin: env.SEN_PUBLIC_URL, clientId, secret }
    const server = start(children, [join(import.meta.dirname, '..', 'tools', 'sen.ts'), 'serve'], env)
    await untilAnswers(`${sen.origin}/healthz`, server)
    const ofSen = await measureSen(plan, context, sen, server, people)
    server.kill('SIGTERM')
    const bareParty = {
      origin: `http://localhost:${await freePort()}`,
      clientId: 'bench',
      secret: randomBytes(32).toString('base64url'),
    }
    const bare = start(
      children,
      [join(import.meta.dirname, 'sign-in-part-bare.ts'), new URL(bareParty.origin).port, bareParty.secret],
      process.env,
    )
    await untilAnswers(`${bareParty.origin}/oidc/jwks`, bare)
    const bareCpu_ms = await measureBare(plan, bareParty, bare, people)
    const hash_ms = await hashCost(context)
    const own_ms = ofSen.server_ms + ofSen.postgres_ms - hash_ms
    return {
      bench: 'sign-in',
      registered: plan.registered,
      activated: plan.activated,
      sign_ins: plan.signIns,
      sen: { ...ofSen, argon2id_ms: round(hash_ms), without_argon2id_ms: round(own_ms) },
      bare: { server_ms: round(bareCpu_ms) },
      cpu_ratio: round(own_ms / bareCpu_ms),
      cpu_ratio_most: RATIO_MAX,
      isKept: own_ms / bareCpu_ms <= RATIO_MAX,
    }
  } finally {
    for (const child of children) {
      child.kill('SIGKILL')
    }
    await context.close()
  }
}

const start = (children: ChildProcess[], words: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  children.push(child)
  return child
}

const untilAnswers = async (url: string, child: ChildProcess): Promise<void> => {
  for (let i = 0; i < 300; i++, await pause(100)) {
    if (child.exitCode !== null) {
      throw new Error(`the child ended with ${child.exitCode}`)
    }
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    ) {
      return
    }
  }
  throw new Error(`nothing answers at ${url}`)
}

/** User and system time of a process, with its ended children's, in milliseconds. */
const cpuOf = async (pid: number, withChildren: boolean): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (!stat) {
    return 0
  }
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
  return (user + system + (withChildren ? childUser + childSystem : 0)) * TICK_MS
}
const parentOf = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
}
/** The postmaster, all that it runs and all that it ran. */
const cpuOfPostgres = async (postmaster: number): Promise<number> => {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger)
  const parents = await Promise.all(pids.map(parentOf))
  const children = pids.filter((_, i) => parents[i] === postmaster)
  const parts = await Promise.all([cpuOf(postmaster, true), ...children.map((pid) => cpuOf(pid, false))])
  return parts.reduce((sum, ms) => sum + ms, 0)
}

const signInAll = async (party: Party, people: readonly BenchCitizen[], count: number): Promise<void> => {
  for (let i = 0; i < count; i++) {
    const person = people[i % people.length]
    if (person) {
      await walk(party, person)
    }
  }
}

const counters = async (context: OpenAppContext, origin: string) => {
  // Counts reach the statistics within a second of a connection's last work.
  await pause(1500)
  const {
    rows: [row],
  } = await context.pool.query<{ commits: number; wal: number }>(
    `select xact_commit as commits, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as wal from pg_stat_database where datname = current_database()`,
  )
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  return {
    commits: row?.commits ?? 0,
    wal: row?.wal ?? 0,
    queries: Number(/^sen_database_queries_total (\S+)/m.exec(metrics)?.[1] ?? NaN),
  }
}

const measureSen = async (
  plan: Plan,
  context: OpenAppContext,
  party: Party,
  server: ChildProcess,
  people: readonly BenchCitizen[],
) => {
  const {
    rows: [backend],
  } = await context.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const postmaster = await parentOf(backend?.pid ?? 0)
  for (const person of people) {
    await walk(party, person, { consent: true })
  }
  await signInAll(party, people, plan.warmUp)
  const before = await counters(context, party.origin)
  const [serverBefore, postgresBefore] = [await cpuOf(server.pid ?? 0, true), await cpuOfPostgres(postmaster)]
  const began = performance.now()
  await signInAll(party, people, plan.signIns)
  const wall_ms = performance.now() - began
  const [server_ms, postgres_ms] = [
    (await cpuOf(server.pid ?? 0, true)) - serverBefore,
    (await cpuOfPostgres(postmaster)) - postgresBefore,
  ]
  const after = await counters(context, party.origin)
  const each = (total: number, digits = 2): number => round(total / plan.signIns, digits)
  return {
    wall_ms: each(wall_ms),
    server_ms: each(server_ms),
    postgres_ms: each(postgres_ms),
    queries: each(after.queries - before.queries, 1),
    commits: each(after.commits - before.commits, 1),
    wal_bytes: each(after.wal - before.wal, 0),
  }
}

const measureBare = async (
  plan: Plan,
  party: Party,
  child: ChildProcess,
  people: readonly BenchCitizen[],
): Promise<number> => {
  await signInAll(party, people, people.length + plan.warmUp)
  const before = await cpuOf(child.pid ?? 0, true)
  await signInAll(party, people, plan.signIns)
  return ((await cpuOf(child.pid ?? 0, true)) - before) / plan.signIns
}

/** Processor time of one password check with the installation's own parameters, all threads counted. */
const hashCost = async (context: OpenAppContext): Promise<number> => {
  const phc = await context.tools.passwords.hash(PASSWORD)
  const times = 40
  const before = process.cpuUsage()
  for (let i = 0; i < times; i++) {
    await context.tools.passwords.verify(phc, PASSWORD)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}
