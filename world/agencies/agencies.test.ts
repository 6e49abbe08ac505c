// The agencies of the demo world: what they hold can be shown, and is found by what their people would type.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { claimsOf, keysOf } from '../../server/modules/documents/integration/claims-of-type.ts'
import { builtInTypes } from '../../server/modules/documents/integration/document-types.ts'
import { sourceRegister } from '../../server/modules/documents/sources/source-register.ts'
import { sourceAnswer, type Question } from '../../server/modules/documents/sources/source-wire.ts'
import { cast } from '../cast.ts'
import { agencyIds } from './agency-list.ts'
import { recordsOf } from './agency-records.ts'

const everything = agencyIds.flatMap((id) => recordsOf(id).map((record) => ({ id, record })))

test('each record has all that its kind needs, under an agency that answers for that kind, and its keys are taken', () => {
  for (const { id, record } of everything) {
    const type = builtInTypes().find((one) => one.id === record.type)
    assert.ok(type, record.reference)
    assert.equal(type.source, id, record.reference)
    assert.ok(claimsOf(type, record.values), record.reference)
    assert.equal(Object.keys(keysOf(type, record.keys, 'vi')).length, type.keys.length, record.reference)
  }
})

test('each record is of somebody of the cast, and every kind of the product has an agency', () => {
  const numbers = new Set(cast.map(({ personalNumber }) => personalNumber))
  for (const { record } of everything) {
    assert.ok(numbers.has(record.holder.personal_number ?? ''), record.reference)
  }
  for (const { source } of builtInTypes()) {
    assert.ok(
      agencyIds.some((id) => id === source),
      source,
    )
  }
})

test('whoever begins anew has what was there at first', () => {
  const [first] = recordsOf('driving-licences')
  assert.ok(first)
  first.holder.full_name = 'X'
  assert.notEqual(recordsOf('driving-licences')[0]?.holder.full_name, 'X')
})

test('what the documents of the line give as examples is what is asked, taken and connected', async () => {
  const path = join(import.meta.dirname, '../../docs/source-register.md')
  const examples = [...(await readFile(path, 'utf8')).matchAll(/```json\n([^`]+)```/g)].map(
    ([, text = '']): unknown => JSON.parse(text),
  )
  const [question, answer, source] = examples
  assert.equal(examples.length, 3)
  assert.deepEqual(Object.keys(question as Question), ['request_id', 'type', 'keys', 'person'])
  const found = sourceAnswer.parse(answer)
  assert.ok(found.answer === 'found')
  const type = builtInTypes().find(({ id }) => id === (question as Question).type)
  assert.ok(type && claimsOf(type, found.record.values))
  assert.equal(sourceRegister.parse(source).id, type.source)
})
