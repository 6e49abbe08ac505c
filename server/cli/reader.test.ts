// `sen reader` as a process of its own: it says where it answers, serves a card of software, and ends when
// asked.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { castChip } from '../../world/chips/cast-chips.ts'

const start = (...words: string[]) => {
  const child = spawn(process.execPath, ['tools/sen.ts', 'reader', ...words], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+\/reader/.exec(out)?.[0]
      if (url) {
        resolve(url)
      }
    })
    void ended.then(() => reject(new Error(err)))
  })
  return { child, ended, ready, words: () => err }
}

test('a chip file lies on the reader as a card of software, opened by its number', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sen-reader-'))
  const file = join(folder, 'hanh.json')
  const chip = await castChip('hanh')
  await writeFile(file, JSON.stringify(chip?.file))
  const reader = start('--port', '0', '--origin', 'http://localhost:4321', '--soft', file, '--can', '246810')
  const url = await reader.ready
  const headers = { origin: 'http://localhost:4321', 'content-type': 'application/json' }
  assert.deepEqual(await (await fetch(url, { headers })).json(), {
    name: 'Software card',
    hasCard: true,
    fault: null,
  })
  const read = await (
    await fetch(`${url}/read`, { method: 'POST', headers, body: '{"can":"246810"}' })
  ).json()
  assert.deepEqual(read, { chip: chip?.file, access: 'pace', answer: null, seal: null })
  reader.child.kill('SIGTERM')
  assert.equal(await reader.ended, 0)
  await rm(folder, { recursive: true })
})

test('without the native package it runs and says so; a file that is no chip ends it with a sentence', async () => {
  const bare = start('--port', '0', '--origin', 'http://localhost:4321')
  const url = await bare.ready
  assert.match(bare.words(), /no PC\/SC package/)
  assert.deepEqual(await (await fetch(url, { headers: { origin: 'http://localhost:4321' } })).json(), {
    name: null,
    hasCard: false,
    fault: 'no-native',
  })
  bare.child.kill('SIGTERM')
  assert.equal(await bare.ended, 0)
  const wrong = start('--port', '0', '--soft', 'package.json')
  await assert.rejects(wrong.ready)
  assert.equal(await wrong.ended, 1)
  assert.match(wrong.words(), /is no chip file/)
})
