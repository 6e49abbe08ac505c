// Binding conditions that are applied, and an authority that was renamed: what must stay genuine beside
// mutations-of-extensions.ts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { attribute, composeGroupDigests } from '../../formats/emrtd/compose-security-object.ts'
import { derTime } from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import { verifyChip } from '../../formats/emrtd/verify-chip.ts'
import { nodeCrypto } from '../../server/modules/evidence/chips/node-crypto.ts'
import {
  AT,
  attributesFor,
  chip,
  digestsOf,
  groups,
  hashOf,
  kitSigner,
  trustOf,
  type Anchors,
} from './chip-kit.ts'
import {
  authorityWith,
  signerWith,
  underNewName,
  usagePeriod,
} from '../../testing/chips/mutations-of-extensions.ts'
import { anchors } from './mutations-of-form.ts'

const signedAt = (iso: string): readonly Uint8Array[] =>
  attributesFor(
    oids.ldsSecurityObject,
    hashOf('sha256', composeGroupDigests('sha256', digestsOf('sha256', groups()))),
    attribute(oids.signingTime, derTime(new Date(iso))),
  )
const problemsOf = (plan: Parameters<typeof chip>[0], trust: Anchors = anchors): readonly string[] =>
  verifyChip(nodeCrypto, chip(plan), trustOf(trust), AT).problems

test("a binding time of the signer's key is applied where the time of signing is told", () => {
  const signer = signerWith(usagePeriod('20240101', '20250101'))
  assert.deepEqual(problemsOf({ signer, attributes: signedAt('2024-06-01T00:00:00Z') }), [])
  assert.deepEqual(problemsOf({ signer, attributes: signedAt('2025-06-01T00:00:00Z') }), [
    'chip.signing-time',
  ])
})

test("a binding time of the authority's key is applied to what it issued", () => {
  const signer = kitSigner()
  assert.deepEqual(problemsOf({ signer }, authorityWith(usagePeriod('20200101', '20210101'))), [])
  assert.deepEqual(problemsOf({ signer }, authorityWith(usagePeriod('20180101', '20190101'))), [
    'chip.authority-usage',
  ])
})

test("a renamed authority's link certificate leads from the old name to the new one, whatever the length of the path", () => {
  const { signer, anchors: trust } = underNewName(true)
  assert.deepEqual(problemsOf({ signer }, trust), [])
  assert.deepEqual(problemsOf({ signer }, { roots: trust.roots }), ['chip.signer-unknown'])
})
