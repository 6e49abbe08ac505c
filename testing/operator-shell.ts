/** An operator's shell: what a command of `sen` prints and how it ends, without a process of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../server/cli/run-cli.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { stopAll } from './stop-all.ts'

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The lines of `err`. */
  readonly said: readonly string[]
}

export const runInShell = async (
  env: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
): Promise<Said> => {
  const said: string[] = []
  let out = ''
  const context = {
    env,
    out: (line: string) => void (out += `${line}\n`),
    say: (line: string) => void said.push(line),
  }
  const code = await runCli(words, context, () => Promise.reject(new Error('no world here')))
  return { code, out, err: said.map((line) => `${line}\n`).join(''), said }
}

export interface OperatorShell {
  readonly database: TestDatabase
  readonly folder: string
  sen(settings: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Said>
  /** Answers where it lies. */
  fileOf(name: string, content: string | Uint8Array): Promise<string>
  stop(): Promise<void>
}

/** By itself the database is empty: the first command migrates it. */
export const openShell = async ({ isMigrated = false } = {}): Promise<OperatorShell> => {
  const database = await openTestDatabase({ isMigrated })
  const folder = await mkdtemp(join(tmpdir(), 'sen-shell-'))
  const own = { SEN_DATA: join(folder, 'data'), DATABASE_URL: database.url, SEN_WORLD: 'off' }
  return {
    database,
    folder,
    sen: (settings, ...words) => runInShell({ ...own, ...settings }, words),
    async fileOf(name, content) {
      const file = join(folder, name)
      await writeFile(file, content)
      return file
    },
    stop: () =>
      stopAll({
        database: () => database.stop(),
        folder: () => rm(folder, { recursive: true, force: true }),
      }),
  }
}
