// A file of tests that leaves something open is failed and named; the run does not wait for it for ever.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openPlantedFiles, type PlantedFiles } from './planted-file.ts'

let files: PlantedFiles
before(async () => {
  files = await openPlantedFiles()
})
after(() => files.remove())

const HEAD = `import { after, test } from 'node:test'\nimport { createServer } from 'node:net'\n`

test('a file that leaves a server open, or whose last hook never ends, is failed and named', async () => {
  const open = await files.run(
    'open',
    `${HEAD}test('x', () => new Promise((r) => createServer().listen(0, r)))`,
  )
  const hook = await files.run(
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

test('a file that closes what it opened is not touched', async () => {
  const { code, said } = await files.run('good', `${HEAD}test('x', () => {})`)
  assert.equal(code, 0, said)
})
