// Whose card it is, and for what its signer may sign: what must stay genuine beside the refusals of
// mutations-of-state.ts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyChip } from '../../formats/emrtd/verify-chip.ts'
import { nodeCrypto } from '../../server/modules/evidence/chips/node-crypto.ts'
import type { DocumentSigner } from '../../server/modules/evidence/chips/personalise-chip.ts'
import { nameOf } from './authority.ts'
import { AT, authority, chip, trustOf, type Anchors } from './chip-kit.ts'
import { anchors } from './mutations-of-form.ts'
import { documentTypes, nameIn, neighbour, signerNamed } from '../../testing/chips/mutations-of-state.ts'

const problemsOf = (signer: DocumentSigner, trust: Anchors = anchors): readonly string[] =>
  verifyChip(nodeCrypto, chip({ signer }), trustOf(trust), AT).problems

test('a signer that names this kind of document, alone or among others, signs it', () => {
  for (const [types, isCritical] of [
    [['ID'], false],
    [['P', 'ID'], false],
    [['I'], false],
    [['ID', 'I', 'A'], true],
  ] as const) {
    const signer = signerNamed(nameOf(`DS ${types.join(' ')}`), authority, [documentTypes(types, isCritical)])
    assert.deepEqual(problemsOf(signer), [], types.join(' '))
  }
})

test('a state in small letters is the same state', () => {
  const from = neighbour(nameIn('vn', 'CSCA small'), 'small letters')
  assert.deepEqual(problemsOf(signerNamed(nameIn('vn', 'DS small'), from), { roots: [from.certificate] }), [])
})

test('an authority that is trusted for more than this card still vouches for it', () => {
  assert.deepEqual(problemsOf(signerNamed(nameOf('DS Kit')), { ...anchors, documents: ['P', 'ID'] }), [])
})
