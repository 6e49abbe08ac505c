// What the specifications publish, and that nothing but the truth passes: no other leaf, place, size or root,
// no other history, no word that a witness has not given.
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { openCosigner } from '../../server/modules/platform/audit/witness/cosignature.ts'
import { lineDigest } from '../../server/kernel/audit-store.ts'
import { exampleLine } from '../../testing/audit-log.ts'
import { WitnessLog } from '../../testing/witness-log.ts'
import { base64 } from './base64.ts'
import { compareCheckpoints, cosignedAt_s, openCheckpoint, readCheckpoint } from './checkpoint.ts'
import type { LogAnswer } from './log-fault.ts'
import { checkConsistency, checkInclusion, leafHash, nodeHash, readProof } from './merkle-proof.ts'
import { isSignedBy, readNote, readNoteKey, signaturesOf, SIGNS } from './note.ts'
import { saltedEntry } from './salted-entry.ts'

const SEED = Uint8Array.from({ length: 32 }, (_, i) => i)
const must = <T>(answer: LogAnswer<T>): T => {
  assert.ok(answer.ok, answer.ok ? '' : answer.reason)
  return answer.value
}
const keyOf = async (text: string) => must(await readNoteKey(text, SIGNS.own))

test('the tree of eight leaves that Certificate Transparency publishes is read leaf by leaf', async () => {
  const entries = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map((digits) => Uint8Array.from(Buffer.from(digits, 'hex')))
  const root = Buffer.from('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328', 'hex')
  const level0 = await Promise.all(entries.map(leafHash))
  const pairs = (row: readonly Uint8Array[]) =>
    Promise.all(row.filter((_, i) => i % 2 === 0).map((left, i) => nodeHash(left, row[i * 2 + 1] ?? left)))
  const level1 = await pairs(level0)
  const level2 = await pairs(level1)
  for (const [leafNo, leaf] of level0.entries()) {
    const proof = [level0[leafNo ^ 1], level1[(leafNo >> 1) ^ 1], level2[(leafNo >> 2) ^ 1]].filter(
      (hash) => hash !== undefined,
    )
    assert.deepEqual(await checkInclusion({ leafNo, size: 8, leafHash: leaf, proof, root }), {
      ok: true,
      value: null,
    })
  }
})

test("the specification's own note is read and its signature is right", async () => {
  // https://c2sp.org/signed-note, the example.
  const key = await keyOf('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k')
  const note = must(
    readNote(
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
    ),
  )
  const [signature] = signaturesOf(note, key)
  assert.ok(signature)
  assert.equal(note.text, 'This is an example message.\n')
  assert.equal(await isSignedBy(key, new TextEncoder().encode(note.text), signature), true)
  assert.equal(await isSignedBy(key, new TextEncoder().encode('This is another.\n'), signature), false)
})

test('every leaf of a log passes at its place, and no other leaf, place, size or root passes with its proof', async () => {
  const log = new WitnessLog(SEED).grow(70)
  const place = fc.integer({ min: 1, max: 70 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)))
  await fc.assert(
    fc.asyncProperty(place, fc.nat(80), fc.nat(255), async ([size, leafNo], other, bit) => {
      const asked = {
        leafNo,
        size,
        leafHash: log.leaf(leafNo),
        proof: log.inclusion(leafNo, size),
        root: log.root(size),
      }
      const passes = async (change: Partial<typeof asked>) =>
        (await checkInclusion({ ...asked, ...change })).ok
      assert.equal(await passes({}), true)
      const flipped = Buffer.from(asked.leafHash)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      assert.equal(await passes({ leafHash: flipped }), false)
      assert.equal(await passes({ leafNo: other }), other === leafNo)
      assert.equal(await passes({ root: log.root(size - 1) }), false)
      assert.equal(await passes({ proof: [...asked.proof, asked.leafHash] }), false)
      if (asked.proof.length > 0) {
        assert.equal(await passes({ proof: asked.proof.slice(1) }), false)
      }
    }),
    { numRuns: 150 },
  )
})

test('a log that grew is believed, and one that begins otherwise is not, however its proof is made', async () => {
  const log = new WitnessLog(SEED).grow(70)
  await fc.assert(
    fc.asyncProperty(fc.nat(70), fc.nat(70), fc.nat(69), async (a, b, fork) => {
      const [first, second] = a < b ? [a, b] : [b, a]
      const forked = new WitnessLog(SEED).grow(fork).grow(70 - fork, 'forked')
      const truth = {
        first,
        second,
        firstRoot: log.root(first),
        secondRoot: log.root(second),
        proof: log.proof(first, second),
      }
      assert.equal((await checkConsistency(truth)).ok, true)
      const lies = [
        { ...truth, secondRoot: forked.root(second), proof: forked.proof(first, second) },
        { ...truth, secondRoot: forked.root(second) },
        { ...truth, proof: [...truth.proof, log.root(3)] },
      ]
      assert.equal((await checkConsistency(lies[0] ?? truth)).ok, fork >= first && first <= second)
      assert.equal((await checkConsistency(lies[1] ?? truth)).ok, first === 0 || fork >= second)
      assert.equal((await checkConsistency(lies[2] ?? truth)).ok, false)
    }),
    { numRuns: 150 },
  )
})

test('a checkpoint is opened with its size, root and time, and the words of the witnesses under it', async () => {
  const log = new WitnessLog(SEED).grow(12)
  const cosigner = openCosigner(Uint8Array.from({ length: 32 }, () => 7))
  const at = new Date('2026-11-30T05:06:07.890Z')
  const plain = log.note(9)
  const note = plain + cosigner.cosign(plain, at)
  const key = await keyOf(log.signer.verifierKey)
  const witness = must(await readNoteKey(cosigner.verifierKey, SIGNS.cosignature))
  const opened = must(await openCheckpoint(note, key))
  assert.deepEqual([opened.size, opened.at], [9, '2026-11-29T12:00:00.000Z'])
  assert.deepEqual([...opened.root], [...log.root(9)])
  assert.equal(await cosignedAt_s(opened, witness), Date.parse('2026-11-30T05:06:07Z') / 1000)
  assert.equal(await cosignedAt_s(must(readCheckpoint(plain)), witness), null, 'it has said nothing')
  const later = cosigner.cosign(plain, new Date('2026-11-30T06:00:00Z'))
  assert.equal(
    await cosignedAt_s(must(readCheckpoint(note + later)), witness),
    Date.parse('2026-11-30T06:00:00Z') / 1000,
    'its newest word counts',
  )
  const ofAnother = log.note(8)
  const lent = plain + cosigner.cosign(ofAnother, at)
  assert.equal(await cosignedAt_s(must(readCheckpoint(lent)), witness), null, 'a word about another tree')
  assert.equal(
    await cosignedAt_s(must(readCheckpoint(note + cosigner.cosign(ofAnother, at))), witness),
    null,
    'one wrong line in its name spoils the right one',
  )
})

test('two checkpoints are one history or a proof that there are two', async () => {
  const log = new WitnessLog(SEED).grow(30)
  const forked = new WitnessLog(SEED).grow(10).grow(20, 'forked')
  const of = (from: WitnessLog, size: number) => must(readCheckpoint(from.note(size)))
  const compare = async (seen: WitnessLog, a: number, shown: WitnessLog, b: number) => {
    const hashes = must(readProof(shown.proof(Math.min(a, b), Math.max(a, b)).map(base64)))
    const answer = await compareCheckpoints(of(seen, a), of(shown, b), hashes)
    return answer.ok ? answer.value : answer.reason
  }
  assert.equal(await compare(log, 12, log, 29), 'grown')
  assert.equal(await compare(log, 29, log, 12), 'earlier')
  assert.equal(await compare(log, 29, log, 29), 'same')
  assert.equal(await compare(log, 12, forked, 29), 'log.consistency')
  assert.equal(await compare(log, 12, forked, 12), 'log.two-roots')
  assert.equal(await compare(log, 10, forked, 29), 'grown', 'until there it is the same history')
  assert.equal(await compare(log, 12, new WitnessLog(SEED.toReversed()).grow(29), 29), 'log.other-log')
})

test("what a phone digests of a line is what the log's leaf commits to", async () => {
  for (let i = 0; i < 20; i++) {
    const line = {
      ...exampleLine(i),
      id: `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      at: '2026-11-30T05:06:07.890Z',
    }
    const salt = Uint8Array.from({ length: 16 }, () => i)
    const shown: unknown = JSON.parse(JSON.stringify(line))
    assert.deepEqual([...(await saltedEntry(salt, shown))], [...lineDigest(line, salt)])
  }
})

test('nothing of Node, no clock, no chance and no network is needed here', async () => {
  const names = await readdir(import.meta.dirname)
  for (const name of names.filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts'))) {
    const text = await readFile(join(import.meta.dirname, name), 'utf8')
    assert.ok(!/\bBuffer[.<(]|\bprocess\.|'node:|\brequire\(/.test(text), name)
    assert.ok(!/\bDate\.now|new Date\(\)|Math\.random|getRandomValues|\bfetch\(/.test(text), name)
  }
})
