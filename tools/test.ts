/**
 * `npm test`: type check, lint, web build, then every test in a real database and a real browser. One
 * PostgreSQL for all of them: the
 * embedded one, or DATABASE_URL (from 15 on; a role that owns only its database is enough). `npm test --
 * PATTERN…` runs only matching files.
 */
import { spawn } from 'node:child_process'
import { glob, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { eraseCluster } from '../server/storage/embedded/erase-cluster.ts'
import { quickFolder, startTestCluster } from '../testing/cluster.ts'

const root = join(import.meta.dirname, '..')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const run = (
  name: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> =>
  new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
    child.once('exit', (code, signal) => {
      say(
        `— ${name}: ${code === 0 ? 'ok' : `failed (${code ?? signal})`} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
      )
      resolve(code ?? 1)
    })
  })

const node = (...args: string[]): [string, string[]] => [process.execPath, args]

const filesOf = async (patterns: readonly string[]): Promise<string[]> => {
  const files: string[] = []
  for (const folder of ['formats', 'contract', 'server', 'web', 'world', 'tools', 'bench', 'e2e']) {
    for await (const file of glob(`${folder}/**/*.test.ts`, { cwd: root })) {
      files.push(file)
    }
  }
  return files
    .filter((file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)))
    .sort()
}

/** Two database folders would fight for two cores: one server, a schema for each test file. */
const withDatabase = async (deed: (url: string) => Promise<number>): Promise<number> => {
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

const patterns = process.argv.slice(2)
const files = await filesOf(patterns)
const checks =
  patterns.length > 0
    ? []
    : [
        () => run('types', ...node('node_modules/@typescript/native/bin/tsc', '--noEmit')),
        () => run('lint', ...node('node_modules/oxlint/bin/oxlint', '--deny-warnings')),
      ]
const failed: number[] = []
for (const check of checks) {
  failed.push(await check())
}
failed.push(await run('web', ...node('tools/build-web.ts')))
if (files.length === 0) {
  say('No test file matches.')
} else {
  failed.push(
    await withDatabase((url) => {
      // DATABASE_URL itself is not handed on: a test that starts Sen says which database it means.
      const { DATABASE_URL: _, ...env } = process.env
      const concurrency = process.env['SEN_TEST_CONCURRENCY'] ?? '2'
      return run(
        'tests',
        ...node('--test', `--test-concurrency=${concurrency}`, '--test-timeout=240000', ...files),
        { ...env, SEN_TEST_DATABASE_URL: url },
      )
    }),
  )
}
process.exit(failed.every((code) => code === 0) && files.length > 0 ? 0 : 1)
