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
import { chmod, mkdtemp, rm } from 'node:fs/promises'
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
import { settleNation, type BenchCitizen } from './sign-in-part-nation.ts'
import { cpuOf, cpuOfPostgres, hashCost, postmasterOf } from './sign-in-part-processor.ts'
import { walk, type Party } from './sign-in-part-walk.ts'
import { median } from './median-part.ts'

const RATIO_MAX = 4
/**
 * Sen and the bare provider are measured in turn, and the median round of each counts. Measured once, over
 * two seconds, the bare provider alone wandered between 6 and 10 ms on one machine in one hour, and the
 * ratio with it.
 */
const ROUNDS = 5
/** A bare sign-in is short beside the kernel's tick; more of them in a round make up for it. */
const BARE_SIGN_INS_FOR_ONE = 3
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits

interface Plan {
  readonly registered: number
  readonly activated: number
  readonly signIns: number
  readonly warmUp: number
}

/**
 * `args`: --registered N (1,000,000), --activated M (100,000), --sign-ins K (300, taken up to a multiple of
 * five). An embedded cluster in a folder of its own.
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
  const signIns = Math.ceil(Number(values['sign-ins'] ?? 300) / ROUNDS) * ROUNDS
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
    const bare = await startBare(children)
    const postmaster = await postmasterOf(context)
    await warmUp(plan, people, sen, bare.party)
    const before = await counters(context, sen.origin)
    const rounds = await inTurn(plan, people, {
      sen: { party: sen, cpu: [() => cpuOf(server.pid ?? 0, true), () => cpuOfPostgres(postmaster)] },
      bare: { party: bare.party, cpu: [() => cpuOf(bare.child.pid ?? 0, true)] },
      hash: () => hashCost(context),
    })
    const after = await counters(context, sen.origin)
    return verdict(plan, rounds, {
      queries: (after.queries - before.queries) / plan.signIns,
      commits: (after.commits - before.commits) / plan.signIns,
      wal_bytes: (after.wal - before.wal) / plan.signIns,
    })
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

const startBare = async (
  children: ChildProcess[],
): Promise<{ readonly party: Party; readonly child: ChildProcess }> => {
  const party = {
    origin: `http://localhost:${await freePort()}`,
    clientId: 'bench',
    secret: randomBytes(32).toString('base64url'),
  }
  const child = start(
    children,
    [join(import.meta.dirname, 'sign-in-part-bare.ts'), new URL(party.origin).port, party.secret],
    process.env,
  )
  await untilAnswers(`${party.origin}/oidc/jwks`, child)
  return { party, child }
}

/** Everybody has consented once, and both have been asked often enough to run at their pace. */
const warmUp = async (
  plan: Plan,
  people: readonly BenchCitizen[],
  sen: Party,
  bare: Party,
): Promise<void> => {
  for (const person of people) {
    await walk(sen, person, { consent: true })
  }
  await signInAll(sen, people, plan.warmUp)
  await signInAll(bare, people, people.length + plan.warmUp)
}

interface Side {
  readonly party: Party
  /** Each reads the processor time of one process, in milliseconds so far. */
  readonly cpu: readonly (() => Promise<number>)[]
}
/** What one sign-in took: on the clock, and of each process's time. */
interface Round {
  readonly wall_ms: number
  readonly cpu_ms: readonly number[]
}

interface Rounds {
  readonly sen: readonly Round[]
  readonly bare: readonly Round[]
  readonly hash_ms: readonly number[]
}

const roundOf = async (side: Side, people: readonly BenchCitizen[], count: number): Promise<Round> => {
  const read = () => Promise.all(side.cpu.map((one) => one()))
  const before = await read()
  const began = performance.now()
  await signInAll(side.party, people, count)
  const wall_ms = (performance.now() - began) / count
  return { wall_ms, cpu_ms: (await read()).map((ms, i) => (ms - (before[i] ?? 0)) / count) }
}

const inTurn = async (
  plan: Plan,
  people: readonly BenchCitizen[],
  sides: { readonly sen: Side; readonly bare: Side; readonly hash: () => Promise<number> },
): Promise<Rounds> => {
  const count = plan.signIns / ROUNDS
  const rounds = { sen: [] as Round[], bare: [] as Round[], hash_ms: [] as number[] }
  for (let i = 0; i < ROUNDS; i++) {
    rounds.sen.push(await roundOf(sides.sen, people, count))
    rounds.bare.push(await roundOf(sides.bare, people, count * BARE_SIGN_INS_FOR_ONE))
    rounds.hash_ms.push(await sides.hash())
  }
  return rounds
}

const total = ({ cpu_ms }: Round): number => cpu_ms.reduce((sum, ms) => sum + ms, 0)

const verdict = (
  plan: Plan,
  rounds: Rounds,
  counted: Readonly<Record<'queries' | 'commits' | 'wal_bytes', number>>,
): Record<string, unknown> => {
  const hash_ms = median(rounds.hash_ms)
  const own_ms = median(rounds.sen.map(total)) - hash_ms
  const bare_ms = median(rounds.bare.map(total))
  const process = (index: number): number => round(median(rounds.sen.map(({ cpu_ms }) => cpu_ms[index] ?? 0)))
  return {
    bench: 'sign-in',
    registered: plan.registered,
    activated: plan.activated,
    sign_ins: plan.signIns,
    sen: {
      wall_ms: round(median(rounds.sen.map(({ wall_ms }) => wall_ms))),
      server_ms: process(0),
      postgres_ms: process(1),
      queries: round(counted.queries, 1),
      commits: round(counted.commits, 1),
      wal_bytes: round(counted.wal_bytes, 0),
      argon2id_ms: round(hash_ms),
      without_argon2id_ms: round(own_ms),
      rounds_ms: rounds.sen.map((one) => round(total(one))),
    },
    bare: { server_ms: round(bare_ms), rounds_ms: rounds.bare.map((one) => round(total(one))) },
    cpu_ratio: round(own_ms / bare_ms),
    cpu_ratio_most: RATIO_MAX,
    isKept: own_ms / bare_ms <= RATIO_MAX,
  }
}
