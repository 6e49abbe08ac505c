// What a process remembers of its own records is bounded, and nobody's guess but its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '../../../../kernel/work.ts'
import { ownerOf, rememberOwner } from './record-owners.ts'

const unread = (): Promise<never> => Promise.reject(new Error('nothing is read'))
const database = (): { read: Reading } => ({ read: { rows: unread, maybe: unread, one: unread } })

test('the owners of the last thousand records are known, of one database each', () => {
  const [here, there] = [database(), database()]
  for (let i = 0; i <= 1000; i++) {
    rememberOwner(here, `record ${i}`, { subjectId: `owner ${i}` })
  }
  assert.equal(ownerOf(here, 'record 0'), undefined)
  assert.equal(ownerOf(here, 'record 1')?.subjectId, 'owner 1')
  assert.equal(ownerOf(here, 'record 1000')?.subjectId, 'owner 1000')
  assert.equal(ownerOf(there, 'record 1000'), undefined)
})
