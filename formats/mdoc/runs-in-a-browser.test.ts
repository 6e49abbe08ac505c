import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { importedFiles, needingNode } from '../../testing/imported-files.ts'

test('nothing of Node is needed, here or in what is used of the chips', async () => {
  const found = await importedFiles(import.meta.dirname)
  assert.ok([...found.keys()].some((path) => path.endsWith(join('emrtd', 'certificate.ts'))))
  assert.ok([...found.keys()].some((path) => path.endsWith(join('emrtd', 'der-values.ts'))))
  assert.deepEqual(needingNode(found), [])
})
