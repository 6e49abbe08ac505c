/**
 * The promise: the sequencer numbers and signs 2,000 audit lines a second as long as they come, each is in a
 * published checkpoint within 2 seconds of its commit, and what the sequencer spends on the lines of one
 * sign-in is at most 5 % of that sign-in's processor time.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { insertLine } from '../server/kernel/audit-store.ts'
import { newId } from '../server/kernel/id.ts'
import { lastPublished } from '../server/modules/platform/audit/checkpoint-file.ts'
import { readConfig } from '../server/start/config.ts'
import { openAppContext, type OpenAppContext } from '../server/start/open-app-context.ts'
import { loadSecrets } from '../server/start/secrets.ts'
import { startCluster } from '../server/storage/embedded/cluster.ts'
import { migrate } from '../server/storage/migrate.ts'
import { cpuOf } from './sign-in-part-processor.ts'

const RATE = 2000
const LAG_MOST_MS = 2000
const SHARE_MOST = 0.05
/** As many as a sign-in leaves, so that they come in transactions of the size of one. */
const LINES_OF_A_SIGN_IN = 3
const LOOK_EVERY_MS = 20
const round = (value: number, digits = 3): number => Math.round(value * 10 ** digits) / 10 ** digits

/**
 * `args`: --seconds N (30), --sign-in-ms N (23.8: what the bench `sign-in` printed as `sen_ms` on this
 * machine). An embedded cluster in a folder of its own.
 */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: 'string' }, 'sign-in-ms': { type: 'string' } },
  })
  const folder = await mkdtemp(join(tmpdir(), 'sen-bench-log-'))
  await chmod(folder, 0o755)
  const dataDir = join(folder, 'data')
  const cluster = await startCluster({ dataDir })
  try {
    const plan = { seconds: Number(values.seconds ?? 30), signIn_ms: Number(values['sign-in-ms'] ?? 23.8) }
    return await measure(plan, dataDir, cluster.url)
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const measure = async (
  { seconds, signIn_ms }: { seconds: number; signIn_ms: number },
  dataDir: string,
  databaseUrl: string,
): Promise<Record<string, unknown>> => {
  const env = { ...process.env, SEN_DATA: dataDir, DATABASE_URL: databaseUrl, SEN_WORLD: 'off' }
  const context = await openAppContext(readConfig(env), await loadSecrets(dataDir), databaseUrl)
  await migrate(context.pool)
  const url = `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}application_name=sequencer`
  const sequencer = spawn(
    process.execPath,
    [join(import.meta.dirname, 'log-part-sequencer.ts'), dataDir, url],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    await once(sequencer.stdout, 'data')
    // Its first looks compile what it runs.
    await write(context, join(dataDir, 'checkpoints.log'), 2)
    const before = await spent(context, sequencer.pid ?? 0)
    const written = await write(context, join(dataDir, 'checkpoints.log'), seconds)
    const line_ms = ((await spent(context, sequencer.pid ?? 0)) - before) / written.lines
    const share = (line_ms * LINES_OF_A_SIGN_IN) / signIn_ms
    const rate = written.lines / written.seconds
    return {
      bench: 'log',
      lines: written.lines,
      lines_per_s: round(rate, 0),
      lag_median_ms: round(written.lags_ms[written.lags_ms.length >> 1] ?? Number.NaN, 0),
      lag_most_ms: round(written.lags_ms.at(-1) ?? Number.NaN, 0),
      lag_bound_ms: LAG_MOST_MS,
      sequencer_ms_a_line: round(line_ms, 4),
      share_of_a_sign_in: round(share, 4),
      share_bound: SHARE_MOST,
      passed:
        // What is paced falls a little behind itself.
        rate >= RATE * 0.98 && (written.lags_ms.at(-1) ?? Infinity) <= LAG_MOST_MS && share <= SHARE_MOST,
    }
  } finally {
    sequencer.kill('SIGTERM')
    await once(sequencer, 'exit')
    await context.close()
  }
}

/** Of the sequencer and its connections' backends, in milliseconds so far. */
const spent = async ({ pool }: OpenAppContext, pid: number): Promise<number> => {
  const { rows } = await pool.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'sequencer'",
  )
  const parts = await Promise.all([cpuOf(pid, false), ...rows.map((row) => cpuOf(row.pid, false))])
  return parts.reduce((sum, ms) => sum + ms, 0)
}

interface Written {
  readonly lines: number
  readonly seconds: number
  /** From the commit of each sign-in's lines until they stood in a published checkpoint; the longest last. */
  readonly lags_ms: readonly number[]
}

/** Lines at the promised rate; ends when the last of them is published. */
const write = async (context: OpenAppContext, file: string, seconds: number): Promise<Written> => {
  const first = (await lastPublished(file))?.size ?? 0
  const commits: number[] = []
  const total = Math.ceil((seconds * RATE) / LINES_OF_A_SIGN_IN)
  const began = performance.now()
  let next = 0
  const hand = async (): Promise<void> => {
    for (let i = next++; i < total; i = next++) {
      const due_ms = began + ((i * LINES_OF_A_SIGN_IN) / RATE) * 1000
      await pause(Math.max(0, due_ms - performance.now()))
      await context.transact(async (work) => writeLines(work))
      commits.push(performance.now())
    }
  }
  const lags_ms: number[] = []
  const follow = async (): Promise<void> => {
    while (lags_ms.length < total) {
      const size = ((await lastPublished(file))?.size ?? 0) - first
      const at = performance.now()
      // Numbered in another order than they were committed: the n-th commit is published when n are.
      for (let i = lags_ms.length; i < Math.min(commits.length, size / LINES_OF_A_SIGN_IN); i++) {
        lags_ms.push(at - (commits[i] ?? at))
      }
      await pause(LOOK_EVERY_MS)
    }
  }
  const following = follow()
  await Promise.all(Array.from({ length: 8 }, hand))
  const took_s = (performance.now() - began) / 1000
  await following
  lags_ms.sort((a, b) => a - b)
  return { lines: total * LINES_OF_A_SIGN_IN, seconds: took_s, lags_ms }
}

const writeLines = (work: Parameters<typeof insertLine>[0]): void => {
  const subject = newId()
  for (let i = 0; i < LINES_OF_A_SIGN_IN; i++) {
    insertLine(work, {
      subject_id: subject,
      use_case: 'authentication.open-app',
      actor: `citizen:${subject}`,
      purpose: 'signed-in',
      outcome: 'done',
      fields: [],
      detail: {},
    })
  }
}
