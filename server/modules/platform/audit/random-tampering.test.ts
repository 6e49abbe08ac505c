// Three hundred random changes to the tables of a log, each undone after the verifier has looked.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { openLineWriter } from '../../../kernel/line-writer.ts'
import { openTransact } from '../../../storage/transact.ts'
import { openTestDatabase, TEST_LINE_KEY } from '../../../../testing/database.ts'
import { dearTries } from '../../../../testing/thorough.ts'
import { openCheckpointSigner } from './checkpoint.ts'
import {
  examplePerson,
  growExampleLog,
  verdictAfterUndone,
  writeExampleLines,
} from '../../../../testing/audit-log.ts'

const BATCHES = [7, 1, 20, 12]
const SIZE = 40

const edits: Record<string, (leafNo: number, other: number) => string> = {
  'a text': (n, m) =>
    `update audit_line set ${['use_case', 'actor', 'purpose', 'outcome'][m % 4]} = 'x${m}' where leaf_no = ${n}`,
  'a moment': (n, m) =>
    `update audit_line set at = at + interval '${m + 1} microseconds' where leaf_no = ${n}`,
  'a field': (n, m) => `update audit_line set fields = array_append(fields, 'f${m}') where leaf_no = ${n}`,
  'a detail': (n, m) => `update audit_line set detail = detail || '{"k${m}": ${m}}' where leaf_no = ${n}`,
  'a byte of a digest': (n, m) =>
    `update audit_line set digest = set_byte(digest, ${m % 32}, 255 - get_byte(digest, ${m % 32})) where leaf_no = ${n}`,
  'a bit of a salt': (n, m) =>
    `update audit_line set salt = set_bit(salt, ${m % 128}, 1 - get_bit(salt, ${m % 128})) where leaf_no = ${n}`,
  'a bit of a leaf': (n, m) =>
    `update audit_leaf set leaf_hash = set_bit(leaf_hash, ${m % 256}, 1 - get_bit(leaf_hash, ${m % 256})) where leaf_no = ${n}`,
  'a line away': (n) => `delete from audit_line where leaf_no = ${n}`,
  'a leaf away': (n) => `delete from audit_leaf where leaf_no = ${n}`,
  'a line unnumbered': (n) => `update audit_line set leaf_no = null where leaf_no = ${n}`,
  'another number': (n, m) => `update audit_line set leaf_no = ${m === n ? m + 1 : m} where leaf_no = ${n}`,
  'another id': (n, m) => `update audit_line set id = '${examplePerson(5000 + m)}' where leaf_no = ${n}`,
  'lines swapped': (n, m) =>
    `update audit_line set leaf_no = ${n} + ${m === n ? m + 1 : m} - leaf_no where leaf_no in (${n}, ${m === n ? m + 1 : m})`,
  'a line doubled': (n, m) =>
    `insert into audit_line select subject_id, '${examplePerson(6000 + m)}', at, use_case, actor, purpose, outcome, fields, detail, salt, digest, leaf_no from audit_line where leaf_no = ${n}`,
  'the tail': (n) =>
    `with a as (delete from audit_line where leaf_no >= ${n}), b as (delete from audit_checkpoint where size > ${n}) delete from audit_leaf where leaf_no >= ${n}`,
  'a checkpoint away': (_, m) =>
    `delete from audit_checkpoint where size = (select size from audit_checkpoint order by size offset ${m % 4} limit 1)`,
  "a checkpoint's size": (n, m) =>
    `update audit_checkpoint set size = ${1000 + n} where size = (select size from audit_checkpoint order by size offset ${m % 4} limit 1)`,
  'a letter of a note': (_, m) =>
    `update audit_checkpoint set note = overlay(note placing '#' from ${(m % 150) + 1}) where size = ${SIZE}`,
}

test('random changes are all found', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sen-audit-'))
  const database = await openTestDatabase()
  t.after(async () => {
    await database.stop()
    await rm(folder, { recursive: true })
  })
  const transact = openTransact(database.pool, { writer: openLineWriter(TEST_LINE_KEY) })
  const signer = openCheckpointSigner(randomBytes(32))
  const means = {
    checkpointsFile: join(folder, 'checkpoints.log'),
    publicKey: signer.verifierKey,
    lineKey: TEST_LINE_KEY,
    writersFolder: null,
  }
  await growExampleLog(
    transact,
    { signer, lineKey: TEST_LINE_KEY, checkpointsFile: means.checkpointsFile },
    BATCHES,
  )
  await writeExampleLines(transact, 3)
  const kinds = fc.constantFrom(...Object.keys(edits))
  await fc.assert(
    fc.asyncProperty(kinds, fc.nat(SIZE - 1), fc.nat(SIZE - 1), async (kind, leafNo, other) => {
      let touched = 0
      const verdict = await verdictAfterUndone(transact, means, async (work) => {
        touched = await work.run(edits[kind]?.(leafNo, other) ?? '')
      })
      assert.ok(touched > 0, `${kind} touched nothing`)
      assert.equal(verdict.ok, false, `${kind} ${leafNo} ${other} went unseen`)
    }),
    { numRuns: dearTries(120, 3000) },
  )
  assert.equal((await verdictAfterUndone(transact, means, async () => undefined)).ok, true)
})
