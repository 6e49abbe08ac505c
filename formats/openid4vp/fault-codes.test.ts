import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openid4vpFaultCodes } from './openid4vp-fault.ts'

test('every code is listed once, explained in the README and refused in a test', async () => {
  const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, name), 'utf8')
  assert.equal(new Set(openid4vpFaultCodes).size, openid4vpFaultCodes.length)
  const readme = await read('README.md')
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.test.ts'))
  const tests = (await Promise.all(names.map(read))).join('\n')
  assert.deepEqual(
    openid4vpFaultCodes.filter((code) => !readme.includes(`\`${code}\``) || !tests.includes(`'${code}'`)),
    [],
  )
  assert.deepEqual(new Set(readme.match(/(?<=`)openid4vp\.[a-z-]+(?=`)/g)), new Set(openid4vpFaultCodes))
})
