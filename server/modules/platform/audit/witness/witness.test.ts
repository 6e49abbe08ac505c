// A witness over HTTP, as https://c2sp.org/tlog-witness and /tlog-cosignature (cosignature/v1) describe it:
// every answer, what it remembers, and that no two of its words contradict each other.
import assert from 'node:assert/strict'
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { share } from '../../../../../testing/thorough.ts'
import { WitnessLog } from '../../../../../testing/witness-log.ts'
import { readNoteKey, SIGNS, signaturesOf, textOfNote } from '../note-key.ts'
import { verifyConsistency } from '../merkle-tree.ts'
import { writeAddCheckpoint } from './add-checkpoint.ts'
import { cosignedAt, openCosigner, readWitnessKey } from './cosignature.ts'
import { openWitnessFolder, originHash, witnessSeed } from './witness-folder.ts'
import { startWitnessServer } from './witness-server.ts'
import { openWitness, type Witness } from './witness.ts'

const SEED = randomBytes(32)
const NOW = new Date('2026-11-29T12:34:56.789Z')
let root: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'sen-witness-'))
})
after(() => rm(root, { recursive: true }))

const newFolder = (): Promise<string> => mkdtemp(join(root, 'folder-'))
const open = async (log: WitnessLog, folder: string) => {
  const cosigner = openCosigner(await witnessSeed(folder))
  const said: string[] = []
  const means = {
    cosigner,
    logs: [log.key],
    memory: openWitnessFolder(folder),
    now: () => NOW,
    say: (line: string) => void said.push(line),
  }
  return { witness: openWitness(means), means, cosigner, said }
}
const statusOf = async (witness: Witness, body: string): Promise<number> => (await witness.add(body)).status

test("a note of the specification's own is verified by our reading of keys and lines", () => {
  // https://c2sp.org/signed-note, the example.
  const key = readNoteKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k', SIGNS.own)
  const note =
    'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n'
  const [signature] = signaturesOf(note, key)
  assert.ok(signature)
  assert.ok(verify(null, Buffer.from(textOfNote(note)), key.key, signature))
  assert.throws(() => readWitnessKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'))
})

test('a cosignature has the bytes that the specification says', () => {
  const cosigner = openCosigner(SEED)
  const [name = '', id = '', base64 = ''] = cosigner.verifierKey.split('+')
  const bytes = Buffer.from(cosigner.verifierKey.slice(name.length + id.length + 2), 'base64')
  assert.ok(base64)
  assert.deepEqual([bytes.length, bytes[0]], [33, 4])
  const publicKey = bytes.subarray(1)
  assert.equal(
    id,
    createHash('sha256')
      .update(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(4), publicKey]))
      .digest('hex')
      .slice(0, 8),
  )
  const note = new WitnessLog(SEED).grow(3).note()
  const line = cosigner.cosign(note, NOW)
  const signed = /^— (\S+) (\S+)\n$/.exec(line)
  assert.equal(signed?.[1], name)
  const raw = Buffer.from(signed?.[2] ?? '', 'base64')
  assert.equal(raw.length, 4 + 8 + 64)
  assert.equal(raw.subarray(0, 4).toString('hex'), id)
  const time_s = 1_795_955_696
  assert.equal(Date.parse('2026-11-29T12:34:56Z') / 1000, time_s)
  assert.equal(raw.readBigUInt64BE(4), BigInt(time_s))
  const [text] = note.split('\n\n')
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
    format: 'jwk',
  })
  assert.ok(
    verify(null, Buffer.from(`cosignature/v1\ntime ${time_s}\n${text ?? ''}\n`), key, raw.subarray(12)),
  )
  const witness = readWitnessKey(cosigner.verifierKey)
  assert.equal(cosignedAt(note + line, witness)?.getTime(), time_s * 1000)
  assert.equal(cosignedAt(note, witness), null)
  assert.equal(cosignedAt((note + line).replace('\n3\n', '\n4\n'), witness), null)
  const later = Buffer.from(raw)
  later.writeBigUInt64BE(BigInt(time_s + 1), 4)
  assert.equal(cosignedAt(`${note}— ${name} ${later.toString('base64')}\n`, witness), null)
})

test('a log that grows is cosigned step by step; each other request has its own refusal', async () => {
  const log = new WitnessLog(SEED).grow(20)
  const { witness, cosigner, said } = await open(log, await newFolder())
  const key = readWitnessKey(cosigner.verifierKey)
  for (const [old, size] of [
    [0, 3],
    [3, 8],
    [8, 8],
    [8, 13],
  ] as const) {
    const { status, text } = await witness.add(log.ask(old, size))
    assert.equal(status, 200, text)
    assert.equal(cosignedAt(log.note(size) + text, key)?.getTime(), Math.floor(NOW.getTime() / 1000) * 1000)
  }
  assert.deepEqual(await witness.add(log.ask(8, 20)), { status: 409, text: '13\n', type: 'text/x.tlog.size' })
  assert.deepEqual(await witness.add(log.ask(3, 8)), { status: 409, text: '13\n', type: 'text/x.tlog.size' })

  const body = log.ask(13, 20)
  const stranger = new WitnessLog(randomBytes(32)).grow(20)
  const asked = { old: 13, proof: log.proof(13), note: log.note() }
  const refused: Record<string, readonly [number, string]> = {
    'not in the form': [400, body.replace('old 13', 'old 013')],
    'without a proof': [422, writeAddCheckpoint({ ...asked, proof: [] })],
    'a proof in another order': [422, writeAddCheckpoint({ ...asked, proof: asked.proof.toReversed() })],
    'an old size above': [400, writeAddCheckpoint({ old: 21, proof: [], note: log.note() })],
    'of an unknown log': [404, stranger.ask(13)],
    'of a known log with another key': [
      403,
      body.replace(log.note(), stranger.note().replaceAll(stranger.key.name, log.key.name)),
    ],
    'changed after it was signed': [403, body.replace('\n20\n', '\n21\n')],
    'with a second, wrong signature of its key': [403, body + log.note(19).slice(log.note(19).indexOf('— '))],
    'no signature': [400, body.slice(0, body.indexOf('— '))],
    'too many hashes': [
      400,
      writeAddCheckpoint({ ...asked, proof: Array.from({ length: 64 }, () => log.root()) }),
    ],
  }
  for (const [name, [status, wrong]] of Object.entries(refused)) {
    assert.equal(await statusOf(witness, wrong), status, name)
  }
  assert.equal(await statusOf(witness, body), 200)
  // Two of them bring the same checkpoint: its operator reads of it once.
  assert.equal(said.length, 1)
})

test('what was refused is kept, whatever a stranger brings after it, and the same is said once', async () => {
  const folder = await newFolder()
  const log = new WitnessLog(SEED).grow(12)
  const rewritten = new WitnessLog(SEED).grow(6).grow(9, 'forked')
  const { witness, said } = await open(log, folder)
  assert.equal(await statusOf(witness, log.ask(0)), 200)
  assert.equal(await statusOf(witness, rewritten.ask(12)), 422)
  const kept = async () =>
    Promise.all(
      (await readdir(folder))
        .filter((name) => name.includes('.refused-'))
        .toSorted()
        .map(async (name) => readFile(join(folder, name), 'utf8')),
    )
  const [evidence] = await kept()
  const garbage = { old: 12, proof: [randomBytes(32)] }
  assert.equal(await statusOf(witness, writeAddCheckpoint({ ...garbage, note: log.note() })), 400)
  log.grow(2)
  for (let n = 0; n < 20; n++) {
    assert.equal(await statusOf(witness, writeAddCheckpoint({ ...garbage, note: log.note() })), 422)
  }
  const after = await kept()
  assert.equal(after.length, 2)
  assert.ok(evidence !== undefined && after.includes(evidence))
  assert.equal(said.length, 2)
  assert.equal(await statusOf(witness, log.ask(12)), 200)
})

test('a log that was forked or set back is refused, and what it signed is kept as evidence', async () => {
  const folder = await newFolder()
  const log = new WitnessLog(SEED).grow(12)
  const forked = new WitnessLog(SEED).grow(6).grow(6, 'forked')
  const { witness, said } = await open(log, folder)
  assert.equal(await statusOf(witness, log.ask(0)), 200)
  assert.equal(await statusOf(witness, forked.ask(12)), 422)
  assert.equal(await statusOf(witness, forked.ask(6)), 409)
  assert.equal(await statusOf(witness, forked.grow(9).ask(12)), 422)
  assert.match(said[0] ?? '', /two different logs of 12 leaves/)
  assert.match(said[1] ?? '', /does not go on from the 12 leaves/)
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.forked'))
  const evidence = JSON.parse(await readFile(join(folder, file), 'utf8')) as { seen: string; refused: string }
  assert.equal(textOfNote(evidence.seen), textOfNote(log.note()))
  assert.equal(evidence.refused, new WitnessLog(SEED).grow(6).grow(6, 'forked').note())
  assert.equal(await statusOf(witness, log.grow(3).ask(12)), 200)
})

test('it remembers after a restart, and never begins anew over what it cannot read', async () => {
  const folder = await newFolder()
  const log = new WitnessLog(SEED).grow(5)
  const first = await open(log, folder)
  assert.equal(await statusOf(first.witness, log.ask(0)), 200)
  const again = await open(log, folder)
  assert.equal(again.cosigner.verifierKey, first.cosigner.verifierKey)
  assert.equal((await again.witness.add(log.grow(1).ask(0))).text, '5\n')
  const file = join(folder, `${originHash(log.key.name)}.checkpoint`)
  for (const damaged of ['', (await readFile(file, 'utf8')).replace('\n5\n', '\n4\n')]) {
    await writeFile(file, damaged)
    await assert.rejects(again.witness.add(log.ask(0)), /damaged/)
  }
})

test('two requests at once from one size: one word, and the other is told the new size', async () => {
  const log = new WitnessLog(SEED).grow(9)
  const { witness } = await open(log, await newFolder())
  assert.equal(await statusOf(witness, log.ask(0, 4)), 200)
  const statuses = await Promise.all(
    [log.ask(4, 9), log.ask(4, 6), log.ask(4, 9)].map((one) => statusOf(witness, one)),
  )
  assert.deepEqual(statuses, [200, 409, 409])
})

test('over HTTP: the answer, the size, the newest checkpoint, and nothing else', async () => {
  const log = new WitnessLog(SEED).grow(7)
  const { witness, means, cosigner } = await open(log, await newFolder())
  const server = await startWitnessServer({ host: '127.0.0.1', port: 0, witness, means })
  const url = `http://127.0.0.1:${server.port}`
  const newest = `${url}/${originHash(log.key.name)}/checkpoint`
  const post = (body: string): Promise<Response> => fetch(`${url}/add-checkpoint`, { method: 'POST', body })
  try {
    assert.equal((await fetch(newest)).status, 404)
    const done = await post(log.ask(0))
    assert.equal(done.status, 200)
    const conflict = await post(log.ask(0))
    assert.deepEqual(
      [conflict.status, conflict.headers.get('content-type'), await conflict.text()],
      [409, 'text/x.tlog.size', '7\n'],
    )
    assert.equal(await (await fetch(newest)).text(), log.note() + (await done.text()))
    assert.equal(cosigner.name.startsWith('sen.witness/'), true)
    assert.equal((await post('x'.repeat(200_000))).status, 413)
    for (const path of ['/', '/add-checkpoint', `/${originHash('another')}/checkpoint`]) {
      assert.equal((await fetch(url + path)).status, 404, path)
    }
  } finally {
    await server.stop()
  }
})

test('whatever two histories ask in whatever order, no two words contradict each other', async () => {
  const history = fc.record({
    forked: fc.boolean(),
    size: fc.integer({ min: 1, max: 40 }),
    lie: fc.integer({ min: 0, max: 3 }),
  })
  let cosigned = 0
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 30 }),
      fc.array(history, { maxLength: 12 }),
      async (fork, asks) => {
        const log = new WitnessLog(SEED).grow(40)
        const other = new WitnessLog(SEED).grow(fork).grow(40 - fork, 'forked')
        const kept = new Map<string, string>()
        const witness = openWitness({
          cosigner: openCosigner(SEED),
          logs: [log.key],
          memory: {
            newest: (origin) => Promise.resolve(kept.get(origin) ?? null),
            keep: (origin, note) => Promise.resolve(void kept.set(origin, note)),
            keepRefused: () => Promise.resolve(true),
          },
          now: () => NOW,
          say: () => undefined,
        })
        const words: { from: WitnessLog; size: number }[] = []
        for (const { forked, size, lie } of asks) {
          const from = forked ? other : log
          const seen = words.at(-1)?.size ?? 0
          // Mostly the right old size, which the witness tells everybody.
          const old = lie === 0 ? Math.min(size, 5) : Math.min(seen, size)
          if ((await statusOf(witness, from.ask(old, size))) === 200) {
            words.push({ from, size })
          }
        }
        cosigned += words.length
        for (const [i, { from, size }] of words.entries()) {
          for (const later of words.slice(i)) {
            assert.ok(
              verifyConsistency({
                first: size,
                second: later.size,
                firstRoot: from.root(size),
                secondRoot: later.from.root(later.size),
                proof: later.from.proof(size, later.size),
              }),
            )
          }
        }
      },
    ),
    { numRuns: share(500) },
  )
  assert.ok(cosigned > share(500) / 2, `${cosigned} words were given`)
})
