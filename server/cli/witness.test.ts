// `sen witness` and `sen work` as processes of their own: the work brings its checkpoints to the witness, and
// `audit verify --witness` says what was cosigned.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { runCli } from './run-cli.ts'

let database: TestDatabase
let folder: string
const children = new Set<ChildProcess>()
before(async () => {
  database = await openTestDatabase({ isMigrated: false })
  folder = await mkdtemp(join(tmpdir(), 'sen-cli-witness-'))
})
after(async () => {
  for (const child of children) {
    child.kill('SIGKILL')
  }
  await database.stop()
  await rm(folder, { recursive: true, force: true })
})

const envOf = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  SEN_DATA: join(folder, 'data'),
  DATABASE_URL: database.url,
  SEN_WORLD: 'off',
  ...more,
})

/** Resolves with what `ready` finds in its output. */
const start = (words: readonly string[], env: NodeJS.ProcessEnv, ready: RegExp) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../tools/sen.ts'), ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let [out, err] = ['', '']
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString()
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      children.delete(child)
      resolve(code)
    })
  })
  const found = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString()
      const [, match] = ready.exec(out) ?? []
      if (match !== undefined) {
        resolve(match)
      }
    })
    void ended.then((code) => reject(new Error(`${words.join(' ')} ended with ${code}: ${err}`)))
  })
  return { found, stop: () => (child.kill('SIGTERM'), ended), err: () => err }
}

const sen = async (words: readonly string[], more: Record<string, string> = {}) => {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await runCli(
    words,
    {
      env: envOf(more),
      out: (line) => void out.push(line),
      say: (line) => void err.push(line),
    },
    () => Promise.reject(new Error('no world here')),
  )
  return { code, out: out.join('\n'), err: err.join('\n') }
}

test('a witness elsewhere cosigns what the work signs, and verification tells how far and how old', async () => {
  const { out: logKey } = await sen(['audit', 'key'])
  const words = ['witness', '--folder', join(folder, 'witness'), '--log', logKey, '--port', '0']
  const witness = start(words, {}, /answers at (\S+)\n/)
  const address = await witness.found
  const key = address.slice(address.indexOf('#') + 1)
  assert.equal((await stat(join(folder, 'witness/witness-key'))).mode & 0o777, 0o600)
  const second = start(words, {}, /answers at (\S+)\n/)
  await assert.rejects(second.found, /already running/)

  assert.equal((await sen(['office', 'add', '--code', 'SL-31', '--name', 'Công an phường'])).code, 0)
  const work = start(['work'], envOf({ SEN_WITNESSES: address }), /(Sen works)/)
  await work.found
  let told = await sen(['audit', 'verify', '--witness', key])
  for (let i = 0; i < 60 && told.code !== 0; i++) {
    await pause(500)
    told = await sen(['audit', 'verify', '--witness', key])
  }
  assert.equal(told.code, 0, told.err + work.err())
  assert.match(told.err, /sen\.witness\/[0-9a-f]{16} has cosigned 1 of 1 leaves, \d+ s ago/)
  assert.equal((JSON.parse(told.out) as { witnessed: { size: number }[] }).witnessed[0]?.size, 1)
  assert.equal(await work.stop(), 0)
  assert.equal(await witness.stop(), 0)
})

test('what cannot be meant is refused in one sentence', async () => {
  const { out: logKey } = await sen(['audit', 'key'])
  const wrong: Record<string, readonly [readonly string[], RegExp]> = {
    'no log': [['witness', '--folder', join(folder, 'w')], /--folder and at least one --log/],
    'a key that is none': [
      ['witness', '--folder', join(folder, 'w'), '--log', 'x'],
      /what "audit key" shows/,
    ],
    'a log taken for a witness': [['audit', 'verify', '--witness', logKey], /not a witness's/],
    'a file for two': [['audit', 'verify', '--cosigned', 'x'], /goes with one --witness/],
  }
  for (const [name, [words, sentence]] of Object.entries(wrong)) {
    const { code, err } = await sen(words)
    assert.equal(code, 1, name)
    assert.match(err, sentence, name)
  }
  for (const setting of ['nowhere', 'https://witness.example/#x', `ftp://witness.example/#${logKey}`]) {
    const { code, err } = await sen(['audit', 'key'], { SEN_WITNESSES: setting })
    assert.equal(code, 1, setting)
    assert.match(err, /^SEN_WITNESSES /, setting)
  }
})
