/**
 * `npm run -s bench -- mutants [--only TEXT] [--parallel 2]`: plants a change in one important line at a
 * time, in a copy of the checkout, and runs the tests that should notice. What survives is a line that no
 * test holds.
 */
import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { testClusterUrl } from '../testing/cluster.ts'
import { MUTANTS, type Mutant } from './mutants-part-list.ts'
import { MUTANTS_OF_DOCUMENTS } from './mutants-part-documents.ts'
import { MUTANTS_OF_DOSSIERS } from './mutants-part-dossiers.ts'
import { MUTANTS_OF_JUDGMENTS } from './mutants-part-judgments.ts'
import { MUTANTS_OF_PAPERS } from './mutants-part-papers.ts'
import { MUTANTS_OF_PARTIES } from './mutants-part-parties.ts'
import { MUTANTS_OF_RESIDENCE } from './mutants-part-residence.ts'
import { MUTANTS_OF_REVIEWS } from './mutants-part-reviews.ts'
import { MUTANTS_OF_SHARING } from './mutants-part-sharing.ts'

const root = join(import.meta.dirname, '..')
const TIMEOUT_MS = 300_000
type Verdict = 'noticed' | 'survived' | 'not found once'

/** The files of the checkout as they stand, with what is not committed yet. */
const copyOf = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sen-mutants-'))
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { stdout } = await promisify(execFile)('git', list, { cwd: root, maxBuffer: 2 ** 26 })
  for (const file of stdout.split('\0').filter(Boolean)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(join(root, file), join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') {
        throw error
      }
    })
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const doTestsPass = (folder: string, tests: readonly string[], databaseUrl: string): Promise<boolean> =>
  new Promise((resolve) => {
    const args = ['--test', '--test-concurrency=1', `--test-timeout=${TIMEOUT_MS}`, ...tests]
    spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, SEN_TEST_DATABASE_URL: databaseUrl },
      stdio: 'ignore',
    }).once('exit', (code) => resolve(code === 0))
  })

const judge = async (mutant: Mutant, folder: string, databaseUrl: string): Promise<Verdict> => {
  const place = join(folder, mutant.file)
  const text = await readFile(place, 'utf8').catch(() => '')
  if (text.split(mutant.find).length !== 2) {
    return 'not found once'
  }
  // By a function: in a text to be put in, `$&` would mean something.
  await writeFile(
    place,
    text.replace(mutant.find, () => mutant.replace),
  )
  try {
    return (await doTestsPass(folder, mutant.tests, databaseUrl)) ? 'survived' : 'noticed'
  } finally {
    await writeFile(place, text)
  }
}

const oneLine = (text: string): string => text.trim().split(/\s+/).join(' ')

export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: 'string', default: '' }, parallel: { type: 'string', default: '2' } },
  })
  const wanted = [
    ...MUTANTS,
    ...MUTANTS_OF_DOCUMENTS,
    ...MUTANTS_OF_REVIEWS,
    ...MUTANTS_OF_SHARING,
    ...MUTANTS_OF_JUDGMENTS,
    ...MUTANTS_OF_PAPERS,
    ...MUTANTS_OF_PARTIES,
    ...MUTANTS_OF_DOSSIERS,
    ...MUTANTS_OF_RESIDENCE,
  ].filter(({ file }) => file.includes(values.only))
  const databaseUrl = await testClusterUrl()
  const folders = await Promise.all(Array.from({ length: Number(values.parallel) }, copyOf))
  const rows: { verdict: Verdict; file: string; find: string; replace: string }[] = []
  try {
    // A test that fails without any change would notice everything.
    const [first = ''] = folders
    const tests = [...new Set(wanted.flatMap((mutant) => mutant.tests))]
    if (!(await doTestsPass(first, tests, databaseUrl))) {
      throw new Error(`these tests must pass before anything is planted: ${tests.join(' ')}`)
    }
    const left = [...wanted]
    await Promise.all(
      folders.map(async (folder) => {
        for (let mutant = left.shift(); mutant; mutant = left.shift()) {
          const verdict = await judge(mutant, folder, databaseUrl)
          const { file, find, replace } = mutant
          rows.push({ verdict, file, find: oneLine(find), replace: oneLine(replace) })
          process.stderr.write(
            `${verdict.padEnd(15)} ${file}: ${oneLine(find)} → ${oneLine(replace) || '(nothing)'}\n`,
          )
        }
      }),
    )
  } finally {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
  }
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length
  return {
    planted: rows.length,
    noticed: count('noticed'),
    survived: rows.filter(({ verdict }) => verdict === 'survived'),
    'not found once': rows.filter(({ verdict }) => verdict === 'not found once'),
  }
}
