// A file of tests whose process stands still is ended from outside.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openPlantedFiles, type PlantedFiles } from '../../testing/planted-file.ts'
import { endTheStuck } from './end-the-stuck.ts'

let files: PlantedFiles
before(async () => {
  files = await openPlantedFiles()
})
after(() => files.remove())

test('one whose process stands still is ended from outside, by its own id, and named', async () => {
  const running = join(files.folder, 'running')
  await mkdir(running)
  const told: string[] = []
  const stop = endTheStuck(running, { within_ms: 400, say: (line) => void told.push(line) })
  const { code, said } = await files
    .run('still', `import { test } from 'node:test'\ntest('x', () => { for (;;) {} })`, {
      SEN_TEST_FILES: running,
    })
    .finally(stop)
  assert.equal(code, 1, said)
  assert.match(told.join(), /ended from outside.*still\.test\.ts/)
})
