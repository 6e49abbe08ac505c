// Every way in which a note, a key or a proof is not believed has a code of its own.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { WitnessLog } from '../../testing/witness-log.ts'
import { base64, readBase64 } from './base64.ts'
import { compareCheckpoints, openCheckpoint, readCheckpoint } from './checkpoint.ts'
import { logFaults, type LogAnswer, type LogFault } from './log-fault.ts'
import { checkConsistency, checkInclusion, readProof } from './merkle-proof.ts'
import { isSignedBy, readNote, readNoteKey, SIGNS } from './note.ts'

const log = new WitnessLog(Uint8Array.from({ length: 32 }, (_, i) => i)).grow(20)
const other = new WitnessLog(Uint8Array.from({ length: 32 }, () => 9)).grow(20)
const reached = new Set<LogFault>()
const refused = (answer: LogAnswer<unknown>, reason: LogFault, why?: string): void => {
  assert.deepEqual(answer, { ok: false, reason }, why)
  reached.add(reason)
}
const keyOf = async (of: WitnessLog) => {
  const key = await readNoteKey(of.signer.verifierKey, SIGNS.own)
  assert.ok(key.ok)
  return key.value
}

test('a note that is torn, too long or not in the form of one', () => {
  const note = log.note()
  for (const spoilt of [
    '',
    'a',
    note.replace('\n\n', '\n'),
    note.slice(0, -1),
    `${note}x`,
    note.replace('—', '-'),
    note.replace('time', 'ti\u0000me'),
    note.replace('time', 'ti\tme'),
    note.replace('time', '\ud800'),
    `${note}— somebody AAAA\n`,
    note + '— somebody AAAAAAAA\n'.repeat(100),
  ]) {
    refused(readNote(spoilt), 'log.note-form', JSON.stringify(spoilt.slice(0, 80)))
  }
  refused(readNote(`${'a'.repeat(70_000)}\n\n— somebody AAAAAAAA\n`), 'log.note-too-large')
})

test('a note that is no checkpoint', () => {
  const note = log.note()
  for (const [was, becomes] of [
    ['\n20\n', '\n020\n'],
    ['\n20\n', '\n-20\n'],
    ['\n20\n', '\n9999999999999999\n'],
    ['\n20\n', '\n20\n\n'],
    [base64(log.root()), base64(log.root().subarray(1))],
    [base64(log.root()), base64(log.root()).replace('=', '')],
  ] as const) {
    assert.notEqual(note.replace(was, becomes), note)
    refused(readCheckpoint(note.replace(was, becomes)), 'log.checkpoint-form', becomes)
  }
})

test('a key of another kind, and one that was mistyped', async () => {
  const { verifierKey } = log.signer
  for (const text of ['', 'a+b+c', verifierKey.replace('+', ' '), `${verifierKey}\n`, `${verifierKey}A`]) {
    refused(await readNoteKey(text, SIGNS.own), 'log.key-form', text)
  }
  refused(await readNoteKey(verifierKey, SIGNS.cosignature), 'log.key-form')
  refused(await readNoteKey(verifierKey.replace('sen.audit', 'sen.audix'), SIGNS.own), 'log.key-id')
  refused(await readNoteKey(verifierKey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), SIGNS.own), 'log.key-id')
})

test("another log's checkpoint, one that nobody signed, and one whose signature is not the log's", async () => {
  const key = await keyOf(log)
  const note = log.note()
  refused(await openCheckpoint(other.note(), key), 'log.other-log')
  const [text = ''] = note.split('\n\n')
  refused(await openCheckpoint(`${text}\n\n— somebody AAAAAAAA\n`, key), 'log.signature-missing')
  refused(await openCheckpoint(note.replace('\n20\n', '\n21\n'), key), 'log.signature')
  const [, line = ''] = log.note(19).split('\n\n')
  refused(await openCheckpoint(note + line, key), 'log.signature', 'one wrong line beside the right one')
  const bytes = readBase64(line.trim().split(' ')[2] ?? '')
  assert.ok(bytes)
  const short = `— ${key.name} ${base64(bytes.slice(0, 40))}\n`
  refused(await openCheckpoint(`${text}\n\n${short}`, key), 'log.signature', 'a signature cut short')
})

test('a browser without Ed25519 says that nothing was checked, and not that a signature is wrong', async () => {
  const key = await keyOf(log)
  const { importKey } = crypto.subtle
  crypto.subtle.importKey = () => Promise.reject(new DOMException('no', 'NotSupportedError'))
  try {
    refused(await openCheckpoint(log.note(), key), 'log.algorithm-absent')
  } finally {
    crypto.subtle.importKey = importKey
  }
  assert.equal(await isSignedBy({ ...key, publicKey: key.publicKey.slice(1) }, key.id, key.id), false)
})

test('proofs of another length, place or history', async () => {
  refused(readProof(['AAAA']), 'log.proof-form')
  refused(readProof(['nothing at all']), 'log.proof-form')
  refused(readProof(Array.from({ length: 65 }, () => base64(log.root()))), 'log.proof-form')
  const inclusion = {
    leafNo: 3,
    size: 20,
    leafHash: log.leaf(3),
    proof: log.inclusion(3),
    root: log.root(),
  }
  for (const leafNo of [20, -1, 0.5, Number.NaN, 2 ** 60]) {
    refused(await checkInclusion({ ...inclusion, leafNo }), 'log.leaf-outside')
  }
  refused(await checkInclusion({ ...inclusion, proof: [] }), 'log.proof-form')
  refused(await checkInclusion({ ...inclusion, leafHash: log.leaf(4) }), 'log.inclusion')
  const growth = {
    first: 7,
    second: 20,
    firstRoot: log.root(7),
    secondRoot: log.root(),
    proof: log.proof(7),
  }
  refused(await checkConsistency({ ...growth, first: 21 }), 'log.proof-form')
  refused(await checkConsistency({ ...growth, first: -1 }), 'log.proof-form')
  refused(await checkConsistency({ ...growth, proof: growth.proof.slice(1) }), 'log.proof-form')
  refused(await checkConsistency({ ...growth, firstRoot: log.root(6) }), 'log.consistency')
  refused(await checkConsistency({ ...growth, first: 0, proof: [] }), 'log.consistency')
  refused(await checkConsistency({ ...growth, second: 7, proof: [] }), 'log.two-roots')
  const [seen, shown] = [readCheckpoint(log.note()), readCheckpoint(other.note())]
  assert.ok(seen.ok && shown.ok)
  refused(await compareCheckpoints(seen.value, shown.value, []), 'log.other-log')
})

after(() => assert.deepEqual([...reached].sort(), [...logFaults].sort(), 'every code was reached'))
