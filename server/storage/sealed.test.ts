// Sealed values: what a thief of the table, a mover of values and an erased person can rely on.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { clockOffset_ms, moveClock } from '../kernel/clock.ts'
import { newId, newSecret } from '../kernel/id.ts'
import { openSealer, openWith, sealWith } from './sealed.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.stop())

const kek = { id: 'one', key: newSecret(32) }
const platformKey = newSecret(32)
const open = () => openSealer(database.pool, kek, platformKey)

test('whatever is sealed comes back, and never twice in the same form', () => {
  const key = newSecret(32)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (value) => {
      const [a, b] = [sealWith(key, 'here', value), sealWith(key, 'here', value)]
      assert.ok(!a.equals(b))
      assert.deepEqual(new Uint8Array(openWith(key, 'here', a)), value)
    }),
    { numRuns: 100 },
  )
})

test('a sealed value with any bit changed, or cut anywhere, does not open', () => {
  const key = newSecret(32)
  const sealed = sealWith(key, 'here', 'Nguyễn Thị Hạnh')
  for (let at = 0; at < sealed.length; at++) {
    const touched = Buffer.from(sealed)
    touched[at] = (touched[at] ?? 0) ^ 1
    assert.throws(() => openWith(key, 'here', touched), `byte ${at}`)
    assert.throws(() => openWith(key, 'here', sealed.subarray(0, at)), `cut at ${at}`)
  }
})

test("a sealed value does not open for another person, in another column, or as the house's", async () => {
  const sealer = open()
  const [mine, hers] = [newId(), newId()]
  const sealed = await sealer.seal(mine, 'contact.phone', '+84912345678')
  await sealer.seal(hers, 'contact.phone', 'x')
  assert.equal((await sealer.open(mine, 'contact.phone', sealed)).toString(), '+84912345678')
  await assert.rejects(sealer.open(hers, 'contact.phone', sealed))
  await assert.rejects(sealer.open(mine, 'contact.email', sealed))
  assert.throws(() => sealer.unsealWithPlatformKey('contact.phone', sealed))
  assert.throws(() => sealer.unsealWithPlatformKey('other', sealer.sealWithPlatformKey('one', 'x')))
})

test("a person's wrapped key put into another person's row does not open her data", async () => {
  const sealer = open()
  const [mine, hers] = [newId(), newId()]
  const sealed = await sealer.seal(mine, 'contact.phone', 'x')
  await sealer.seal(hers, 'contact.phone', 'y')
  await database.pool.query(
    'update subject_key set wrapped_key = (select wrapped_key from subject_key where subject_id = $1) where subject_id = $2',
    [mine, hers],
  )
  await assert.rejects(open().open(hers, 'contact.phone', sealed))
})

test('another key-encryption key opens nothing', async () => {
  const subject = newId()
  const sealed = await open().seal(subject, 'contact.phone', 'x')
  await assert.rejects(
    openSealer(database.pool, { id: 'one', key: newSecret(32) }, platformKey).open(
      subject,
      'contact.phone',
      sealed,
    ),
  )
})

test("when a person's key is erased her data is gone: at once in a new process, within a minute in this one", async () => {
  const sealer = open()
  const subject = newId()
  const sealed = await sealer.seal(subject, 'contact.phone', 'x')
  await database.pool.query('delete from subject_key where subject_id = $1', [subject])
  await assert.rejects(open().open(subject, 'contact.phone', sealed), /erased/)
  const before_ms = clockOffset_ms()
  try {
    moveClock(before_ms + 60_001)
    await assert.rejects(sealer.open(subject, 'contact.phone', sealed), /erased/)
  } finally {
    moveClock(before_ms)
  }
})

test('two first seals at once, in two processes, keep one key', async () => {
  for (let i = 0; i < 10; i++) {
    const subject = newId()
    const sealers = [open(), open(), open(), open()]
    const sealed = await Promise.all(
      sealers.map((sealer, n) => sealer.seal(subject, 'contact.phone', `value ${n}`)),
    )
    const fresh = open()
    for (const [n, value] of sealed.entries()) {
      assert.equal((await fresh.open(subject, 'contact.phone', value)).toString(), `value ${n}`)
    }
  }
})
