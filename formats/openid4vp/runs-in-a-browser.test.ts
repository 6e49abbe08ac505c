import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { importedFiles, needingNode } from '../../testing/imported-files.ts'

test('nothing of Node is needed, here or in the formats below', async () => {
  const found = await importedFiles(import.meta.dirname)
  for (const folder of ['dcql', 'emrtd', 'jws', 'mdoc', 'sd-jwt-vc']) {
    assert.ok(
      [...found.keys()].some((path) => path.includes(join('formats', folder))),
      folder,
    )
  }
  assert.deepEqual(needingNode(found), [])
})
