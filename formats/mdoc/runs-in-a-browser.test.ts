import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

/** The file and all that it imports, by path. */
const gather = async (path: string, found = new Map<string, string>()): Promise<Map<string, string>> => {
  if (found.has(path)) {
    return found
  }
  const text = await readFile(path, 'utf8')
  found.set(path, text)
  for (const [, specifier = ''] of text.matchAll(/^(?:import|\}).* from '([^']+)'/gm)) {
    if (specifier.startsWith('.')) {
      await gather(resolve(path, '..', specifier), found)
    }
  }
  return found
}

test('nothing of Node is needed, here or in what is used of the chips', async () => {
  const names = await readdir(import.meta.dirname)
  const found = new Map<string, string>()
  for (const name of names.filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts'))) {
    await gather(join(import.meta.dirname, name), found)
  }
  assert.ok([...found.keys()].some((path) => path.endsWith(join('emrtd', 'certificate.ts'))))
  assert.ok([...found.keys()].some((path) => path.endsWith(join('emrtd', 'der-values.ts'))))
  const ofNode = [...found].filter(([, text]) =>
    /\bBuffer[.<(]|\bprocess\.|'node:|\bsetImmediate\b|\brequire\(/.test(text),
  )
  assert.deepEqual(
    ofNode.map(([path]) => path),
    [],
  )
})
