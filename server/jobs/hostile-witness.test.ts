// What a witness answers is another's text: only its own valid word is kept of it, and nothing that it puts
// beside that word spoils the file, the public checkpoint or the loop that asks.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openWitnessedLog } from '../../testing/witnessed-log.ts'
import { machineNow } from '../kernel/clock.ts'
import {
  openCheckpoint,
  openCheckpointSigner,
  readVerifierKey,
} from '../modules/platform/audit/checkpoint.ts'
import { signatureLine } from '../modules/platform/audit/note-key.ts'
import { readAddCheckpoint } from '../modules/platform/audit/witness/add-checkpoint.ts'
import {
  askWitness,
  cosignedFile,
  newestCosigned,
  WitnessRefused,
  type AskingHouse,
  type WitnessDoor,
} from '../modules/platform/audit/witness/ask-witness.ts'
import { openCosigner, readWitnessKey } from '../modules/platform/audit/witness/cosignature.ts'
import { startAskingWitnesses } from './ask-witnesses.ts'

const signer = openCheckpointSigner(randomBytes(32))
const logKey = readVerifierKey(signer.verifierKey)
const cosigner = openCosigner(randomBytes(32))
const key = readWitnessKey(cosigner.verifierKey)
/** What stands around its word. */
let answer: (word: string) => string = (word) => word
let asked = 0
let server: Server
let door: WitnessDoor
let log: Awaited<ReturnType<typeof openWitnessedLog>>
let root: string
let house: AskingHouse

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'sen-hostile-witness-'))
  log = await openWitnessedLog(root, signer)
  server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = []
      for await (const part of request as AsyncIterable<Buffer>) {
        parts.push(part)
      }
      asked += 1
      const body = readAddCheckpoint(Buffer.concat(parts).toString('utf8'))
      response.end(body ? answer(cosigner.cosign(body.note, machineNow())) : '')
    })()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  door = { url: `http://127.0.0.1:${port}/`, key }
})
after(async () => {
  server.close()
  server.closeAllConnections()
  await log.stop()
  await rm(root, { recursive: true })
})
beforeEach(async () => {
  house = { ...log.house, folder: await mkdtemp(join(root, 'kept-')) }
  await log.grow(3)
  asked = 0
})

const verify = () => log.verify(door, cosignedFile(house.folder, key))

test('an empty line behind its word does not make the house ask without end', async () => {
  answer = (word) => `${word}\n`
  const asking = startAskingWitnesses(house, [door], () => undefined)
  while (asked === 0) {
    await pause(20)
  }
  await asking.stop()
  // As the next round would: its word stands, so it is not asked again.
  assert.equal(await askWitness(house, door), false)
  assert.equal(asked, 1)
  assert.deepEqual((await verify()).faults, [])
})

test("lines in the log's and in another's name are not kept beside its word", async () => {
  const wrong = randomBytes(64)
  const another = openCosigner(randomBytes(32))
  const lines = [
    signatureLine(logKey.name, Buffer.concat([logKey.id, wrong])),
    another.cosign('a\n\n', machineNow()),
    signatureLine(key.name, Buffer.concat([key.id, randomBytes(72)])),
  ]
  answer = (word) => lines.join('') + word + lines.join('')
  assert.equal(await askWitness(house, door), true)
  assert.deepEqual((await verify()).faults, [])
  const { note } = JSON.parse(await readFile(cosignedFile(house.folder, key), 'utf8')) as { note: string }
  assert.deepEqual(note.match(/^— \S+/gm), [`— ${logKey.name}`, `— ${key.name}`])
  const newest = await newestCosigned(house.read)
  assert.equal(newest, note)
  assert.notEqual(typeof openCheckpoint(note, logKey), 'string')
})

test('what is longer than any answer is refused and not held', async () => {
  answer = (word) => word + '\n'.repeat(20_000)
  await assert.rejects(
    askWitness(house, door),
    (error) => error instanceof WitnessRefused && /longer than any answer/.test(error.message),
  )
  await assert.rejects(readFile(cosignedFile(house.folder, key)), /ENOENT/)
})

test('a note of ours that could not be read back is not kept with its word', async () => {
  answer = (word) => word
  await log.pool.query("update audit_checkpoint set note = replace(note, E'\\n\\n', E'\\n\\n\\n')")
  await assert.rejects(askWitness(house, door), WitnessRefused)
  await assert.rejects(readFile(cosignedFile(house.folder, key)), /ENOENT/)
})
