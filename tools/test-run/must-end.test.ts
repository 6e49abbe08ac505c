// A file of tests that leaves something open is failed and named; the run does not wait for it for ever.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { stopAll } from '../../testing/stop-all.ts'
import { endTheStuck } from './end-the-stuck.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sen-ends-'))
})
after(() => rm(folder, { recursive: true }))

const preload = pathToFileURL(join(import.meta.dirname, '../../testing/must-end.ts')).href

/** As the run does it, with a shorter patience. */
const runFile = async (
  name: string,
  text: string,
  more: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> => {
  const file = join(folder, `${name}.test.ts`)
  await writeFile(file, text)
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const child = spawn(process.execPath, ['--test', `--import=${preload}`, '--test-reporter=spec', file], {
    env: { ...env, SEN_TEST_LEFT_OPEN_MS: '300', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => void (said += part.toString()))
  child.stderr.on('data', (part: Buffer) => void (said += part.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, said }
}

const HEAD = `import { after, test } from 'node:test'\nimport { createServer } from 'node:net'\n`

test('a file that leaves a server open, or whose last hook never ends, is failed and named', async () => {
  const open = await runFile(
    'open',
    `${HEAD}test('x', () => new Promise((r) => createServer().listen(0, r)))`,
  )
  const hook = await runFile(
    'hook',
    `${HEAD}after(() => new Promise(() => setInterval(() => {}, 1000)))\ntest('x', () => {})`,
  )
  for (const { code, said } of [open, hook]) {
    assert.equal(code, 1, said)
    assert.match(said, /✖ .*\.test\.ts/)
    assert.match(said, /left something open after its last test/)
  }
  assert.match(open.said, /TCPServerWrap/)
})

test('one whose process stands still is ended from outside, by its own id, and named', async () => {
  const running = join(folder, 'running')
  await mkdir(running)
  const told: string[] = []
  const stop = endTheStuck(running, { within_ms: 400, say: (line) => void told.push(line) })
  const { code, said } = await runFile('still', `${HEAD}test('x', () => { for (;;) {} })`, {
    SEN_TEST_FILES: running,
  }).finally(stop)
  assert.equal(code, 1, said)
  assert.match(told.join(), /ended from outside.*still\.test\.ts/)
})

test('a file that closes what it opened is not touched', async () => {
  const { code, said } = await runFile('good', `${HEAD}test('x', () => {})`)
  assert.equal(code, 0, said)
})

test('of several things to end, each is ended, also after one that fails; what failed is told', async () => {
  const ended: string[] = []
  const step = (name: string) => () => void ended.push(name)
  const broken = () => {
    throw new Error('broken')
  }
  await assert.rejects(stopAll({ a: step('a'), b: broken, c: step('c') }), /^Error: broken/)
  await assert.rejects(
    stopAll({ b: broken, c: step('c'), d: () => Promise.reject(new Error('too')) }),
    /broken.*too/,
  )
  assert.deepEqual(ended, ['a', 'c', 'c'])
})
