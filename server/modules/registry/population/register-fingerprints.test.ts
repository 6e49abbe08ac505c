import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestContext } from '../../../../testing/database.ts'
import { registerPrintsOf } from '../../../../testing/prints.ts'
import { keepRegisterFingerprints, registerFingerprintsOf } from './register-fingerprints.ts'

let database: Awaited<ReturnType<typeof openTestContext>>
before(async () => {
  database = await openTestContext()
})
after(() => database.stop())

const NUMBER = '940191004826'
const templates = registerPrintsOf({ personalNumber: NUMBER, hands: 'clean' })
const keep = (number: string, kept: readonly Uint8Array[]): Promise<void> =>
  database.context.transact((work) => keepRegisterFingerprints(work, database.context.tools, number, kept))
const read = (number: string) =>
  registerFingerprintsOf(database.context.tools.read, database.context.tools, number)

test("the register's fingers come back as they were kept, in the order of the hands, and nobody else's", async () => {
  await keep(NUMBER, templates)
  const kept = await read(NUMBER)
  assert.deepEqual(
    kept.map(({ finger }) => finger),
    ['right-thumb', 'right-index', 'right-middle', 'left-thumb', 'left-index', 'left-middle'],
  )
  assert.deepEqual(
    new Set(kept.map(({ template }) => template.toString('hex'))),
    new Set(templates.map((template) => Buffer.from(template).toString('hex'))),
  )
  assert.deepEqual(await read('940191004834'), [])
})

test('new fingers take the place of all earlier ones', async () => {
  await keep(NUMBER, templates)
  await keep(NUMBER, templates.slice(0, 1))
  assert.equal((await read(NUMBER)).length, 1)
  await keep(NUMBER, templates)
})

test('in the database a template is sealed, and opens only for its number and its finger', async () => {
  const { rows } = await database.pool.query<{ finger: string; template: Buffer }>(
    'select finger, template from register_fingerprint where personal_number = $1',
    [NUMBER],
  )
  assert.equal(rows.length, templates.length)
  for (const { template } of rows) {
    assert.equal(template.includes('FMR'), false)
    assert.equal(
      templates.some((plain) => template.includes(Buffer.from(plain).subarray(24, 40))),
      false,
    )
  }
  await database.pool.query(
    `insert into register_fingerprint select '940191004842', finger, template, kept_at from register_fingerprint where personal_number = $1`,
    [NUMBER],
  )
  await assert.rejects(read('940191004842'))
  await database.pool.query(
    `update register_fingerprint set finger = 'right-ring' where personal_number = $1 and finger = 'right-index'`,
    [NUMBER],
  )
  await assert.rejects(read(NUMBER))
})

test('what is no record of one finger, and a finger that comes twice, is not kept, and what was there stays', async () => {
  await keep('940191004850', templates)
  await assert.rejects(keep('940191004850', [Buffer.from('a picture of a finger')]))
  await assert.rejects(keep('940191004850', [...templates, ...templates.slice(0, 1)]))
  assert.equal((await read('940191004850')).length, templates.length)
})
