// The tree against a naive reading of RFC 6962 section 2.1, and against the tree hashes that the Certificate
// Transparency project publishes.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  consistencyRanges,
  inclusionRanges,
  peakLevels,
  subtreesOf,
  type LeafRange,
} from '../../../../formats/transparency-log/tree-shape.ts'
import {
  foldPeaks,
  GrowingTree,
  leafHash,
  nodeHash,
  verifyConsistency,
  verifyInclusion,
} from './merkle-tree.ts'

const naiveRoot = (entries: readonly Buffer[]): Buffer => {
  if (entries.length === 0) {
    return createHash('sha256').digest()
  }
  const [only] = entries
  if (entries.length === 1 && only) {
    return createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), only]))
      .digest()
  }
  const k = 2 ** Math.floor(Math.log2(entries.length - 1))
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k))]))
    .digest()
}
const naivePath = (m: number, entries: readonly Buffer[]): Buffer[] => {
  if (entries.length <= 1) {
    return []
  }
  const k = 2 ** Math.floor(Math.log2(entries.length - 1))
  return m < k
    ? [...naivePath(m, entries.slice(0, k)), naiveRoot(entries.slice(k))]
    : [...naivePath(m - k, entries.slice(k)), naiveRoot(entries.slice(0, k))]
}
const naiveSubproof = (m: number, entries: readonly Buffer[], isWhole: boolean): Buffer[] => {
  if (m === entries.length) {
    return isWhole ? [] : [naiveRoot(entries)]
  }
  const k = 2 ** Math.floor(Math.log2(entries.length - 1))
  return m <= k
    ? [...naiveSubproof(m, entries.slice(0, k), isWhole), naiveRoot(entries.slice(k))]
    : [...naiveSubproof(m - k, entries.slice(k), false), naiveRoot(entries.slice(0, k))]
}

const entriesOf = (n: number): Buffer[] => Array.from({ length: n }, (_, i) => Buffer.from(`entry ${i}`))
const rootOf = (entries: readonly Buffer[]): Buffer => {
  const tree = new GrowingTree()
  for (const entry of entries) {
    tree.append(leafHash(entry))
  }
  return tree.root()
}
/** A range's root from complete subtrees, as the log makes it from its tables. */
const rangeRoot = (entries: readonly Buffer[], range: LeafRange): Buffer =>
  foldPeaks(
    subtreesOf(range).map(({ level, index }) =>
      naiveRoot(entries.slice(index * 2 ** level, (index + 1) * 2 ** level)),
    ),
  )

test('the roots are those of the published Certificate Transparency tree', () => {
  const entries = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map((hex) => Buffer.from(hex, 'hex'))
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  roots.forEach((root, i) => assert.equal(rootOf(entries.slice(0, i + 1)).toString('hex'), root))
})

test('a growing tree has the root that RFC 6962 defines, wherever it was laid down and taken up again', () => {
  fc.assert(
    fc.property(fc.nat(140), fc.nat(140), (n, stop) => {
      const entries = entriesOf(n)
      let tree = new GrowingTree()
      entries.forEach((entry, i) => {
        if (i === stop) {
          tree = new GrowingTree(tree.size, tree.peaksNow())
        }
        tree.append(leafHash(entry), ({ level, index }, hash) =>
          assert.ok(hash.equals(naiveRoot(entries.slice(index * 2 ** level, (index + 1) * 2 ** level)))),
        )
      })
      assert.equal(tree.size, n)
      assert.deepEqual(tree.root(), naiveRoot(entries))
    }),
    { numRuns: 60 },
  )
})

test('an inclusion proof is the one of RFC 6962, is accepted, and no other leaf, place, size or root passes with it', () => {
  const place = fc
    .integer({ min: 1, max: 140 })
    .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(400), fc.nat(255)))
  fc.assert(
    fc.property(place, ([size, leafNo, otherPlace, bit]) => {
      const entries = entriesOf(size)
      const proof = inclusionRanges(leafNo, size).map((range) => rangeRoot(entries, range))
      assert.deepEqual(proof, naivePath(leafNo, entries))
      const told = {
        leafNo,
        size,
        leafHash: leafHash(entries[leafNo] ?? Buffer.alloc(0)),
        proof,
        root: naiveRoot(entries),
      }
      assert.ok(verifyInclusion(told))
      if (otherPlace !== leafNo) {
        assert.ok(!verifyInclusion({ ...told, leafNo: otherPlace }))
      }
      assert.ok(!verifyInclusion({ ...told, root: flipped(told.root, bit) }))
      assert.ok(!verifyInclusion({ ...told, leafHash: flipped(told.leafHash, bit) }))
      assert.ok(!verifyInclusion({ ...told, proof: [...proof, told.root] }))
      if (proof.length > 0) {
        assert.ok(!verifyInclusion({ ...told, proof: proof.slice(1) }))
      }
      proof.forEach((hash, i) =>
        assert.ok(!verifyInclusion({ ...told, proof: proof.with(i, flipped(hash, bit)) })),
      )
    }),
    { numRuns: 150 },
  )
})

test('a consistency proof is the one of RFC 6962, is accepted, and fails for a tree whose past was changed', () => {
  const sizes = fc
    .integer({ min: 1, max: 140 })
    .chain((second) => fc.tuple(fc.integer({ min: 1, max: second }), fc.constant(second), fc.nat(255)))
  fc.assert(
    fc.property(sizes, ([first, second, bit]) => {
      const entries = entriesOf(second)
      const proof = consistencyRanges(first, second).map((range) => rangeRoot(entries, range))
      assert.deepEqual(proof, naiveSubproof(first, entries, true))
      const told = {
        first,
        second,
        proof,
        firstRoot: naiveRoot(entries.slice(0, first)),
        secondRoot: naiveRoot(entries),
      }
      assert.ok(verifyConsistency(told))
      assert.ok(!verifyConsistency({ ...told, firstRoot: flipped(told.firstRoot, bit) }))
      assert.ok(!verifyConsistency({ ...told, secondRoot: flipped(told.secondRoot, bit) }))
      assert.ok(!verifyConsistency({ ...told, proof: [...proof, told.firstRoot] }))
      proof.forEach((hash, i) =>
        assert.ok(!verifyConsistency({ ...told, proof: proof.with(i, flipped(hash, bit)) })),
      )
      const changed = entries.with(bit % first, Buffer.from('changed'))
      assert.ok(!verifyConsistency({ ...told, secondRoot: naiveRoot(changed) }))
    }),
    { numRuns: 150 },
  )
})

test('sizes past 2^32 are counted right', () => {
  const size = 2 ** 40 + 2 ** 33 + 5
  assert.deepEqual(peakLevels(size), [40, 33, 2, 0])
  const ranges = inclusionRanges(2 ** 40 + 7, size)
  assert.equal(ranges.length, 35)
  let hash = leafHash(Buffer.of(1))
  const proof = ranges.map((_, i) => leafHash(Buffer.of(i)))
  ranges.forEach((range, i) => {
    const sibling = proof[i] ?? hash
    hash = range.from > 2 ** 40 + 7 ? nodeHash(hash, sibling) : nodeHash(sibling, hash)
  })
  assert.ok(
    verifyInclusion({ leafNo: 2 ** 40 + 7, size, leafHash: leafHash(Buffer.of(1)), proof, root: hash }),
  )
})

const flipped = (bytes: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}
