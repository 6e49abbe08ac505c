// Spoilt notes, keys and proofs: each gets an answer, never an exception, and none is believed that says
// something else than what was signed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mutatedBytes, mutatorOf } from '../../testing/mutations.ts'
import { inputs } from '../../testing/thorough.ts'
import { WitnessLog } from '../../testing/witness-log.ts'
import { base64 } from './base64.ts'
import { openCheckpoint, readCheckpoint } from './checkpoint.ts'
import { logFaults, type LogAnswer } from './log-fault.ts'
import { checkConsistency, checkInclusion, readProof } from './merkle-proof.ts'
import { readNoteKey, SIGNS } from './note.ts'

const log = new WitnessLog(Uint8Array.from({ length: 32 }, (_, i) => i)).grow(50)
const TIMES = inputs(3_000)
const judged = (answer: LogAnswer<unknown>): boolean => {
  assert.ok(answer.ok || logFaults.includes(answer.reason))
  return answer.ok
}

test(`${TIMES} spoilt notes: what is believed says what the log has signed`, async () => {
  const key = await readNoteKey(log.signer.verifierKey, SIGNS.own)
  assert.ok(key.ok)
  const { text } = mutatorOf(1)
  const note = log.note()
  const [signed] = note.split('\n\n')
  let refused = 0
  for (let i = 0; i < TIMES; i++) {
    const spoilt = text(note)
    const answer = await openCheckpoint(spoilt, key.value)
    if (judged(answer)) {
      assert.equal(spoilt.split('\n\n')[0], signed)
    } else {
      refused++
    }
    judged(readCheckpoint(spoilt))
  }
  assert.ok(refused > TIMES / 2, `${refused} were refused`)
})

test(`${TIMES} spoilt keys: the id finds each that was mistyped`, async () => {
  const { text } = mutatorOf(2)
  const { verifierKey } = log.signer
  for (let i = 0; i < TIMES; i++) {
    const spoilt = text(verifierKey)
    if (judged(await readNoteKey(spoilt, SIGNS.own))) {
      assert.equal(spoilt, verifierKey)
    }
  }
})

test(`${TIMES} spoilt proofs: none passes that is not the right one`, async () => {
  const { below } = mutatorOf(3)
  for (let i = 0; i < TIMES; i++) {
    const second = 2 + below(49)
    const first = 1 + below(second - 1)
    const leafNo = below(second)
    const spoil = (proof: readonly Buffer[]): string[] => {
      const at = below(proof.length)
      return proof.map((hash, place) => base64(place === at ? mutatedBytes(hash, below) : hash))
    }
    const proofs = [log.inclusion(leafNo, second), log.proof(first, second)]
    const [inclusion, growth] = proofs.map((proof) => ({ was: proof.map(base64), is: spoil(proof) }))
    for (const [kind, proof] of [inclusion, growth].entries()) {
      const read = readProof(proof?.is ?? [])
      if (!judged(read) || !read.ok) {
        continue
      }
      const sizes = { first, second, firstRoot: log.root(first), secondRoot: log.root(second) }
      const answer =
        kind === 0
          ? await checkInclusion({
              leafNo,
              size: second,
              leafHash: log.leaf(leafNo),
              proof: read.value,
              root: log.root(second),
            })
          : await checkConsistency({ ...sizes, proof: read.value })
      if (judged(answer)) {
        assert.deepEqual(proof?.is, proof?.was)
      }
    }
  }
})
