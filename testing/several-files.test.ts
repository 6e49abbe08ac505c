// Files that share a process find the clock, the mocks and the hooks as if each were alone. The environment,
// globals and what a shared module keeps are the process's and are not put back; and all files are loaded
// before the first one's tests run, so what a file does while it is loaded happens to every file.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { openPlantedFiles, type PlantedFiles } from './planted-file.ts'

let files: PlantedFiles
before(async () => {
  files = await openPlantedFiles()
})
after(() => files.remove())

const urlOf = (path: string): string => pathToFileURL(join(import.meta.dirname, path)).href
const HEAD = `import assert from 'node:assert/strict'
import { after, before, mock, test } from 'node:test'
import { clockOffset_ms, moveClock } from '${urlOf('../server/kernel/clock.ts')}'
`

/** Both files as one process runs them, the first before the second. */
const runBoth = async (
  first: string,
  second: string,
  more = {},
): Promise<{ code: number | null; said: string }> => {
  const places = [join(files.folder, 'first.test.ts'), join(files.folder, 'second.test.ts')]
  await writeFile(places[0] ?? '', HEAD + first)
  await writeFile(places[1] ?? '', HEAD + second)
  const text = `import { runSeveral } from '${urlOf('several-files.ts')}'\nrunSeveral(${JSON.stringify(places)})`
  return files.run('both', text, more)
}

test('the second finds the clock, the mocks and the hooks as if it were alone', async () => {
  const { code, said } = await runBoth(
    `before(() => { globalThis.hooks = ['first begins'] })
    after(() => globalThis.hooks.push('first ends'))
    test('moves', () => { moveClock(86_400_000); mock.timers.enable({ apis: ['Date'], now: 0 }) })`,
    `before(() => globalThis.hooks.push('second begins'))
    test('finds', () => {
      assert.equal(clockOffset_ms(), 0)
      assert.ok(Date.now() > 1e12)
      assert.deepEqual(globalThis.hooks, ['first begins', 'first ends', 'second begins'])
    })`,
  )
  assert.equal(code, 0, said)
  assert.match(said, /tests 2\n/)
})

test('of two that wait for the same file each has its own tests', async () => {
  await writeFile(
    join(files.folder, 'slow.ts'),
    'export const slow = await new Promise((r) => setTimeout(r, 50))',
  )
  const waiting = (name: string): string => `import { slow } from './slow.ts'\ntest('${name}', () => {})`
  const { code, said } = await runBoth(waiting('one'), waiting('the other'))
  assert.equal(code, 0, said)
  const ofOne = /✔ one .*\n✔ \S*first\.test\.ts .*\n▶ \S*second\.test\.ts\n\s+✔ the other /
  assert.match(said, ofOne)
})

test('a test or a hook of one that fails, or a file that cannot be loaded, fails the run; the other is run', async () => {
  for (const broken of [
    `test('x', () => assert.fail('planted'))`,
    `after(() => assert.fail('planted'))\ntest('x', () => {})`,
    `throw new Error('planted')`,
  ]) {
    const { code, said } = await runBoth(broken, `test('the other', () => {})`)
    assert.equal(code, 1, said)
    assert.match(said, /planted/)
    assert.match(said, /✔ the other/)
  }
})

test('a file that ends the process in the middle fails the run, and is not taken for the last', async () => {
  for (const ending of [`process.exit(0)`, `test('x', () => process.exit(0))`]) {
    const { code, said } = await runBoth(ending, `test('the other', () => assert.fail('never seen'))`)
    assert.equal(code, 1, said)
    assert.match(said, /ended before its last test/)
  }
})

test('what one leaves open is named with the file that left it', async () => {
  const { code, said } = await runBoth(
    `import { createServer } from 'node:net'\ntest('x', () => new Promise((r) => createServer().listen(0, r)))`,
    `test('the other', () => {})`,
  )
  assert.equal(code, 1, said)
  assert.match(said, /left something open after its last test/)
  assert.match(said, /first\.test\.ts ended with more open than it found \(TCPServerWrap\)/)
})
