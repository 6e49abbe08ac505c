// Every file of a run lands in one group and none is lost: nobody would miss what was never handed over.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { groupFiles } from './group-files.ts'

let root: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'sen-groups-'))
  await mkdir(join(root, 'e2e'))
  await mkdir(join(root, 'groups'))
})
after(() => rm(root, { recursive: true }))

const written = async (count: number): Promise<string[]> => {
  const files = Array.from(
    { length: count },
    (_, n) => `${n % 3 === 0 ? 'e2e/' : ''}n${String(n).padStart(2, '0')}.test.ts`,
  )
  await Promise.all(files.map((file, n) => writeFile(join(root, file), 'x'.repeat(1 + ((n * 37) % 11)))))
  return files
}
const namedIn = (text: string): string[] =>
  JSON.parse(
    text.slice(text.indexOf('runSeveral([') + 'runSeveral('.length, text.lastIndexOf(')')),
  ) as string[]

test('the groups of many files name each of them once, stories apart from the rest', async () => {
  for (const count of [12, 30, 61]) {
    const files = await written(count)
    const groups = await groupFiles(root, files, join(root, 'groups'))
    assert.equal(new Set(groups).size, groups.length)
    const named = await Promise.all(groups.map(async (path) => namedIn(await readFile(path, 'utf8'))))
    assert.deepEqual(named.flat().toSorted(), files.toSorted())
    assert.ok(named.every((group) => new Set(group.map((file) => file.startsWith('e2e/'))).size === 1))
  }
})

test('few files are handed over as they are', async () => {
  const files = await written(5)
  assert.deepEqual(await groupFiles(root, files, join(root, 'groups')), files)
})
