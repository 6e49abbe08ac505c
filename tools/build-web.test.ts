// What is in a build: the apps hold nothing of the demo world's simulators, and a build without the world
// holds them nowhere.
import assert from 'node:assert/strict'
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { build } from 'vite'
import { frontsOf, pagesConfig } from './web-config.ts'

/** Its door, the names of its devices, and the deed by which it fills the port. */
const ofSimulators = /\/world\/|simulated (?:reader|scanner|camera)|giả lập|thế giới thử,|in the demo world/i

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

let place = ''
before(async () => {
  place = await mkdtemp(join(tmpdir(), 'sen-build-'))
})
after(() => rm(place, { recursive: true, force: true }))

const buildInto = async (name: string, hasWorld: boolean): Promise<string> => {
  const folder = join(place, name)
  const folders = frontsOf(hasWorld).map((front) => front.folder)
  await build(pagesConfig(folders, folder))
  return folder
}

const chunksOf = (manifest: Readonly<Record<string, Chunk>>, entry: string): Set<string> => {
  const files = new Set<string>()
  const seen = new Set<string>()
  const open = [entry]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const chunk = manifest[key]
    if (chunk && !seen.has(key)) {
      seen.add(key)
      files.add(chunk.file)
      open.push(...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []))
    }
  }
  return files
}

test('no script of an app, lazy ones included, holds anything of the simulators', async () => {
  const folder = await buildInto('whole', true)
  const manifest: Record<string, Chunk> = JSON.parse(
    await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'),
  )
  for (const { folder: app } of frontsOf(false)) {
    const files = [...chunksOf(manifest, `${app}/index.html`)].filter((file) => file.endsWith('.js'))
    assert.ok(files.length > 1, app)
    for (const file of files) {
      assert.doesNotMatch(await readFile(join(folder, file), 'utf8'), ofSimulators, `${app}: ${file}`)
    }
  }
  assert.match(await readFile(join(folder, 'world', 'simulators.js'), 'utf8'), ofSimulators)
})

test('a build without the world holds neither its page nor its simulators', async () => {
  const folder = await buildInto('without', false)
  let scripts = 0
  for await (const file of glob('**/*.{js,html}', { cwd: folder })) {
    scripts++
    assert.doesNotMatch(await readFile(join(folder, file), 'utf8'), ofSimulators, file)
    assert.doesNotMatch(file, /^world/)
  }
  assert.ok(scripts > 50)
})
