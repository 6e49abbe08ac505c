// What an issuer says of a document's status is what a verifier reads, for every entry and every size of
// entry.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { party } from '../../testing/credential-kit.ts'
import { believing, deflateBest, publish, sampleList } from '../../testing/status-list-kit.ts'
import { deflate, inflate } from './pack-statuses.ts'
import { verifyStatusList } from './status-list-token.ts'
import { createStatusList, entriesOf, entrySizes, herdOf, setStatus, statusAt } from './status-list.ts'

test('a verifier reads of each document what its issuer published', async () => {
  const outcome = await verifyStatusList(await publish(), believing)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  const { list } = outcome.value
  assert.deepEqual(statusAt(list, 99), { ok: true, value: { status: 0, meaning: 'valid' } })
  assert.deepEqual(statusAt(list, 100), { ok: true, value: { status: 1, meaning: 'invalid' } })
  assert.deepEqual(statusAt(list, 200), { ok: true, value: { status: 2, meaning: 'suspended' } })
  assert.deepEqual(outcome.value.list, sampleList())
})

test('entries do not touch one another, whatever is set in whatever order', () => {
  const acts = fc.array(fc.tuple(fc.nat(99), fc.nat(255)), { maxLength: 60 })
  fc.assert(
    fc.property(fc.constantFrom(...entrySizes), acts, (bits, row) => {
      const list = createStatusList(100, bits)
      const expected = Array.from({ length: 100 }, () => 0)
      for (const [entry, value] of row) {
        const status = value % 2 ** bits
        setStatus(list, entry, status)
        expected[entry] = status
      }
      for (const [entry, status] of expected.entries()) {
        const read = statusAt(list, entry)
        assert.equal(read.ok && read.value.status, status)
      }
      const { entries, each } = herdOf(list)
      assert.equal(entries, entriesOf(list))
      assert.equal(
        each.reduce((sum, count) => sum + count),
        entries,
      )
      for (const [status, count] of each.entries()) {
        const expectedCount = expected.filter((one) => one === status).length
        assert.equal(count, status === 0 ? expectedCount + entries - 100 : expectedCount)
      }
    }),
  )
})

test('a document beyond the list has no status, and is not taken for valid', () => {
  const list = createStatusList(16, 1)
  for (const entry of [16, 17, -1, 0.5, NaN, Infinity, 2 ** 53, 1e300]) {
    assert.deepEqual(statusAt(list, entry), { ok: false, reason: 'status-list.no-such-entry' }, String(entry))
  }
  assert.ok(statusAt(list, 15).ok)
})

test('a program that writes where there is no room is told so', () => {
  const list = createStatusList(8, 2)
  for (const [entry, status] of [
    [8, 0],
    [-1, 0],
    [0, 4],
    [0, -1],
    [0, 0.5],
    [0.5, 0],
  ] as const) {
    assert.throws(() => setStatus(list, entry, status), RangeError)
  }
  for (const entries of [0, -1, 0.5, NaN, Infinity]) {
    assert.throws(() => createStatusList(entries, 1), RangeError)
  }
  assert.deepEqual(list, createStatusList(8, 2))
})

test('statuses that nobody has registered mean what the issuer has said elsewhere, never valid', () => {
  const list = createStatusList(256, 8)
  for (let status = 0; status < 256; status += 1) {
    setStatus(list, status, status)
    const read = statusAt(list, status)
    assert.equal(read.ok && read.value.meaning, ['valid', 'invalid', 'suspended'][status] ?? 'other')
  }
})

test('the herd tells among how many one document hides, and among how many revoked ones', () => {
  assert.deepEqual(herdOf(sampleList()), { entries: 1000, each: [998, 1, 1, 0] })
  // A byte is never parted.
  assert.equal(herdOf(createStatusList(9, 1)).entries, 16)
})

test('both packers are read alike, and no further than the limit', async () => {
  const bytes = new Uint8Array(70_000).map((_, index) => (index % 977 === 0 ? index : 0))
  for (const pack of [deflate, deflateBest]) {
    const packed = await pack(bytes)
    assert.deepEqual(await inflate(packed, bytes.length), bytes)
    await assert.rejects(inflate(packed, bytes.length - 1), { code: 'status-list.unpacked-too-large' })
  }
})

test('other algorithms sign lists too, when the verifier takes them', async () => {
  const state = await party('ES384', { kid: 'signer-2' })
  const token = await publish({ signer: state.signer })
  const taking = { ...believing, issuerKey: () => ({ ...state.jwk }) }
  assert.ok((await verifyStatusList(token, { ...taking, algorithms: ['ES384'] })).ok)
  assert.deepEqual(await verifyStatusList(token, taking), {
    ok: false,
    reason: 'status-list.token-algorithm',
  })
})

test('forty million documents fit a list that every phone unpacks', async () => {
  const list = createStatusList(40_000_000, 1)
  assert.equal(list.bytes.length, 5_000_000)
  for (let entry = 0; entry < 40_000_000; entry += 4001) {
    setStatus(list, entry, 1)
  }
  const token = await publish({ list })
  assert.ok(token.length < 500_000, `${token.length} letters`)
  const outcome = await verifyStatusList(token, believing)
  assert.ok(outcome.ok)
  assert.deepEqual(herdOf(outcome.value.list), { entries: 40_000_000, each: [39_990_002, 9998] })
  const [last, other] = [statusAt(outcome.value.list, 9997 * 4001), statusAt(outcome.value.list, 39_999_999)]
  assert.ok(last.ok && last.value.meaning === 'invalid' && other.ok && other.value.meaning === 'valid')
})
