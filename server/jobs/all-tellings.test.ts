// Whoever takes all of hers along is given what every table holds of her, or is told why not: a new table
// that holds somebody and does neither fails here.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownParts, untoldKinds } from '../../contract/own-data.ts'
import { allTellings } from '../../testing/own-data.ts'
import type { Keeping } from '../kernel/keeping.ts'
import { allKeeps } from './all-keeps.ts'

const toldTables = allTellings.flatMap(({ tables }) => tables)
/** What passes by itself is said of all at once, in `untoldKinds`. */
const faults = (keeps: readonly Keeping[], told: readonly string[]): string[] =>
  keeps.flatMap(({ table, fate, untold }) => {
    const isTold = told.includes(table)
    if (isTold && untold) {
      return [`${table} is told, and says why it is not`]
    }
    return isTold || untold || fate.is === 'nobody' || fate.is === 'passes' ? [] : [`${table} is not told`]
  })

test('every table that holds somebody is told to her, or says why not', () => {
  assert.deepEqual(faults(allKeeps, toldTables), [])
})

test('a planted table, and one that is told and says why not, are found', () => {
  const planted: Keeping = {
    table: 'planted',
    holds: ['subject_id'],
    fate: { is: 'at-once', kind: 'devices' },
  }
  assert.deepEqual(faults([planted], []), ['planted is not told'])
  assert.deepEqual(faults([{ ...planted, untold: 'inner' }], ['planted']), [
    'planted is told, and says why it is not',
  ])
})

test('each part is told once, of tables that exist, each by one part', () => {
  assert.deepEqual(allTellings.map(({ part }) => part).sort(), Object.keys(ownParts).sort())
  assert.equal(new Set(toldTables).size, toldTables.length)
  const known = new Set(allKeeps.map(({ table }) => table))
  assert.deepEqual(
    toldTables.filter((table) => !known.has(table)),
    [],
  )
})

test('what is said not to be given is so of some table', () => {
  const said = new Set<string>(allKeeps.flatMap(({ untold }) => (untold ? [untold] : [])))
  const passing = allKeeps.flatMap(({ fate }) => (fate.is === 'passes' ? [fate.kind] : []))
  assert.deepEqual([...new Set([...said, ...passing])].sort(), Object.keys(untoldKinds).sort())
})
