// The agencies of the demo world: what they hold can be shown, and is found by what their people would type.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { claimsOf, keysOf } from '../../server/modules/documents/integration/claims-of-type.ts'
import { builtInTypes } from '../../server/modules/documents/integration/document-types.ts'
import { sourceRegister } from '../../server/modules/documents/sources/source-register.ts'
import {
  judgmentsAnswer,
  type JudgmentQuestion,
} from '../../server/modules/documents/sources/judgment-wire.ts'
import { sourceAnswer, type Question } from '../../server/modules/documents/sources/source-wire.ts'
import { cast } from '../cast.ts'
import { agencyIds } from './agency-list.ts'
import { recordsOf } from './agency-records.ts'
import { judgmentBook } from './judgment-records.ts'

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

test('the register of judgments names nobody of the cast who is not meant, and hides whose entry is being moved', () => {
  const { judgments, moving } = judgmentBook()
  const numbers = new Set(cast.map(({ personalNumber }) => personalNumber))
  const named = judgments.map(({ holder }) => holder.personal_number ?? '')
  assert.deepEqual([...new Set(named.filter((number) => numbers.has(number)))], ['948085001193'])
  assert.ok(
    [...named, ...moving].every((number) => number.startsWith('9')),
    'nobody who exists',
  )
  assert.ok(judgments.some(({ expunged_on: day }) => day !== null))
  assert.ok(judgments.some(({ expunged_on: day }) => day === null))
  assert.ok(moving.every((number) => numbers.has(number)))
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
  const [question, answer, wanted, judgments, source] = examples
  assert.equal(examples.length, 5)
  assert.deepEqual(Object.keys(wanted as JudgmentQuestion), ['request_id', 'person', 'with_bans'])
  assert.ok(judgmentsAnswer.parse(judgments).judgments.length > 0)
  assert.deepEqual(Object.keys(question as Question), ['request_id', 'type', 'keys', 'person'])
  const found = sourceAnswer.parse(answer)
  assert.ok(found.answer === 'found')
  const type = builtInTypes().find(({ id }) => id === (question as Question).type)
  assert.ok(type && claimsOf(type, found.record.values))
  assert.equal(sourceRegister.parse(source).id, type.source)
})
