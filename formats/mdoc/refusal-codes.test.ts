import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { mdocRefusalCodes } from './mdoc-refusal.ts'

const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8')

test('every code is listed once, explained in the README and refused in a test', async () => {
  assert.equal(new Set(mdocRefusalCodes).size, mdocRefusalCodes.length)
  const readme = await read('README.md')
  const names = await readdir(import.meta.dirname)
  const tests = (await Promise.all(names.filter((name) => name.endsWith('.test.ts')).map(read))).join('\n')
  assert.deepEqual(
    mdocRefusalCodes.filter((code) => !readme.includes(`\`${code}\``) || !tests.includes(`'${code}'`)),
    [],
  )
  const explained = readme.match(/(?<=`)mdoc\.[a-z-]+(?=`)/g) ?? []
  assert.deepEqual(new Set(explained), new Set(mdocRefusalCodes))
})
