// The log and its witnesses verify by RFC 9162 with Node's hashing, a phone by RFC 6962 with WebCrypto: on
// every tree, and on spoilt proofs, they must say the same.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  checkConsistency,
  checkInclusion,
  leafHash as leafHashHere,
  nodeHash as nodeHashHere,
} from '../../../../formats/transparency-log/merkle-proof.ts'
import { mutatedBytes, mutatorOf } from '../../../../testing/mutations.ts'
import { inputs } from '../../../../testing/thorough.ts'
import { WitnessLog } from '../../../../testing/witness-log.ts'
import { leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle-tree.ts'

const log = new WitnessLog(Uint8Array.from({ length: 32 }, (_, i) => i)).grow(70)

test('leaves and nodes are hashed alike', async () => {
  const [one, two] = [log.leaf(1), log.leaf(2)]
  assert.deepEqual([...(await leafHashHere(one))], [...leafHash(one)])
  assert.deepEqual([...(await nodeHashHere(one, two))], [...nodeHash(one, two)])
})

test('every leaf of every tree, and every pair of sizes, is believed by both', async () => {
  for (let size = 1; size <= 70; size++) {
    const root = log.root(size)
    for (let at = 0; at < size; at += size > 40 ? 7 : 1) {
      const inclusion = { leafNo: at, size, leafHash: log.leaf(at), proof: log.inclusion(at, size), root }
      assert.ok(verifyInclusion(inclusion) && (await checkInclusion(inclusion)).ok, `leaf ${at} of ${size}`)
      const growth = {
        first: at,
        second: size,
        firstRoot: log.root(at),
        secondRoot: root,
        proof: log.proof(at, size),
      }
      assert.ok(verifyConsistency(growth) && (await checkConsistency(growth)).ok, `${at} to ${size}`)
    }
  }
})

test('a spoilt proof, place or size is judged alike by both', async () => {
  const { below } = mutatorOf(4)
  let believed = 0
  for (let i = 0; i < inputs(1_500); i++) {
    const [size, first, leafNo] = [below(72), below(72), below(72)]
    const right = 1 + below(70)
    const place = below(right)
    const spoilt = (proof: readonly Buffer[]): Uint8Array[] =>
      proof.map((hash) => (below(8) === 0 ? mutatedBytes(hash, below) : hash)).slice(below(12) === 0 ? 1 : 0)
    const inclusion = {
      leafNo: below(3) === 0 ? leafNo : place,
      size: below(3) === 0 ? size : right,
      leafHash: log.leaf(place),
      proof: spoilt(log.inclusion(place, right)),
      root: log.root(right),
    }
    const growth = {
      first: below(3) === 0 ? first : place,
      second: below(3) === 0 ? size : right,
      firstRoot: log.root(place),
      secondRoot: log.root(right),
      proof: spoilt(log.proof(place, right)),
    }
    const said = [verifyInclusion(inclusion), verifyConsistency(growth)]
    believed += said.filter(Boolean).length
    assert.deepEqual(
      [(await checkInclusion(inclusion)).ok, (await checkConsistency(growth)).ok],
      said,
      JSON.stringify([inclusion.leafNo, inclusion.size, growth.first, growth.second]),
    )
  }
  assert.ok(believed > 100, `${believed} were believed`)
})
