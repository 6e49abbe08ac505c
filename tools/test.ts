/**
 * `npm test`: every test in a real database and a real browser, with types, lint, format and unused code
 * checked beside them. One PostgreSQL for all of them: an embedded one, or DATABASE_URL (from 15 on; a role
 * that owns only its database is enough).
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { eraseCluster } from '../server/storage/embedded/erase-cluster.ts'
import { quickFolder, startTestCluster } from '../testing/cluster.ts'
import { endTheStuck } from './test-run/end-the-stuck.ts'
import { groupFiles } from './test-run/group-files.ts'
import { NotUnderstood, readArguments, USAGE, type Asked } from './test-run/read-arguments.ts'
import { ROOM } from './test-run/room.ts'
import { runProgram, type Outcome } from './test-run/run-program.ts'
import { selectFiles, type Selected } from './test-run/select-files.ts'
import { startStoryHosts } from './test-run/story-hosts.ts'

const root = join(import.meta.dirname, '..')
const say = (line: string): void => void process.stdout.write(`${line}\n`)
/** One more than processors: a story waits for its pages half of the time. */
const concurrency = Number(process.env['SEN_TEST_CONCURRENCY'] ?? availableParallelism() + 1)

const CHECKS: readonly (readonly [string, readonly string[]])[] = [
  // Its checkers share nothing: a second one looks at the same types again.
  ['types', ['node_modules/@typescript/native/bin/tsc', '--noEmit', '--checkers', '1']],
  ['lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings']],
  ['format', ['node_modules/oxfmt/bin/oxfmt', '--check']],
  ['unused code', ['node_modules/knip/bin/knip.js', '--no-progress']],
]

/** One after the other, so that they take one processor at most. */
const runChecks = async (): Promise<Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const [name, args] of CHECKS) {
    outcomes.push(await runProgram({ name, args, root, isQuiet: true }))
  }
  return outcomes
}

/** DATABASE_URL itself is not handed on: a test that starts Sen says which database it means. */
const environment = (databaseUrl: string, { isThorough, on }: Asked): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...env } = process.env
  const preload = pathToFileURL(join(root, 'testing/shifted-clock.ts')).href
  return {
    ...env,
    SEN_TEST_DATABASE_URL: databaseUrl,
    // Some thirty processes load the same files: each but the first spares a second of compiling.
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/sen-tests'),
    ...(isThorough ? { SEN_TEST_THOROUGH: 'yes' } : {}),
    ...(on
      ? {
          SEN_TEST_AHEAD_MS: String(on.getTime() - Date.now()),
          NODE_OPTIONS: `${env['NODE_OPTIONS'] ?? ''} --import=${preload}`.trim(),
        }
      : {}),
  }
}

/** Two database folders would fight for two cores: one server for all of them. */
const withDatabase = async <T>(deed: (url: string) => Promise<T>): Promise<T> => {
  const given = process.env['DATABASE_URL']
  if (given) {
    return deed(given)
  }
  const dataDir = await mkdtemp(join(await quickFolder(), 'sen-tests-'))
  const cluster = await startTestCluster(dataDir)
  try {
    return await deed(cluster.url)
  } finally {
    await cluster.stop()
    await eraseCluster(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
}

const slowest = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  const times = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { file: string; ms: number })
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 10)
    .map(({ file: name, ms }) => `${(ms / 1000).toFixed(1).padStart(8)} s  ${name}`)
  return ['— the slowest files:', ...times].join('\n')
}

/** Longer than a file takes to give up by itself (testing/must-end.ts). */
const patience_ms = ({ isThorough }: Asked): number => (isThorough ? 65 : 12) * 60_000

const runTests = async (url: string, asked: Asked, selected: Selected): Promise<Outcome> => {
  const env = environment(url, asked)
  const hosts =
    selected.stories > 0 && selected.files.length > 1
      ? await startStoryHosts(root, Math.min(concurrency, selected.stories), env)
      : null
  const folder = await mkdtemp(join(tmpdir(), 'sen-times-'))
  const times = join(folder, 'files.ndjson')
  const running = join(folder, 'running')
  await mkdir(running)
  const stopLooking = endTheStuck(running, { within_ms: patience_ms(asked), say })
  try {
    const args = [
      '--test',
      ...ROOM,
      `--import=${pathToFileURL(join(root, 'testing/must-end.ts')).href}`,
      `--test-concurrency=${concurrency}`,
      '--test-timeout=240000',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      `--test-reporter=${pathToFileURL(join(root, 'tools/test-run/file-times.ts')).href}`,
      `--test-reporter-destination=${times}`,
      ...(await groupFiles(root, selected.files, folder)),
    ]
    const outcome = await runProgram({
      name: 'tests',
      args,
      root,
      env: {
        ...env,
        SEN_TEST_FILES: running,
        ...(hosts ? { SEN_STORY_HOSTS: hosts.ports.join(',') } : {}),
      },
    })
    return selected.files.length > 1
      ? { ...outcome, line: `${await slowest(times)}\n${outcome.line}` }
      : outcome
  } finally {
    stopLooking()
    await hosts?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** In this terminal, so that the inspector's address is seen; without a limit of time. */
const debug = (url: string, asked: Asked, file: string): Promise<boolean> =>
  new Promise((resolve) => {
    const args = ['--inspect-brk', join(root, file)]
    spawn(process.execPath, args, { cwd: root, env: environment(url, asked), stdio: 'inherit' }).once(
      'exit',
      (code) => resolve(code === 0),
    )
  })

const run = async (asked: Asked): Promise<boolean> => {
  const selected = await selectFiles(root, asked.patterns, asked.on === null)
  const [first] = selected.files
  if (!first || (asked.isDebug && selected.files.length > 1)) {
    say(first ? `Name one file: ${selected.files.join(', ')}` : 'No test file matches.')
    return false
  }
  const outcomes: Outcome[] = []
  if (selected.needsWeb) {
    outcomes.push(await runProgram({ name: 'web', args: ['tools/build-web.ts'], root, isQuiet: true }))
  }
  if (asked.isDebug) {
    return withDatabase((url) => debug(url, asked, first))
  }
  const isWhole = asked.patterns.length === 0 && asked.on === null
  const [checks, tests] = await Promise.all([
    isWhole ? runChecks() : [],
    withDatabase((url) => runTests(url, asked, selected)),
  ])
  outcomes.push(...checks, tests)
  for (const { line } of outcomes) {
    say(line)
  }
  return outcomes.every(({ isGood }) => isGood)
}

try {
  process.exitCode = (await run(readArguments(process.argv.slice(2)))) ? 0 : 1
} catch (error) {
  if (!(error instanceof NotUnderstood)) {
    throw error
  }
  say(`${error.message}\n\n${USAGE}`)
  process.exitCode = 1
}
