// Every table of the migrated schema says what it holds of people and what becomes of it; nothing is
// forgotten, and the words of the page are those of the tables.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { goneKinds, keptKinds } from '../../contract/erasure.ts'
import { letterForms } from '../../contract/phrases/letters.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Keeping } from '../kernel/keeping.ts'
import { kernelLapses } from '../kernel/retention.ts'
import { allModules } from '../modules/all.ts'
import { allKeeps } from './all-keeps.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
})
after(() => database.stop())

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}
const columns = async (): Promise<Column[]> =>
  (
    await database.pool.query<Column>(
      `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace`,
    )
  ).rows

/** Names and types behind which something of a person may stand. */
const MAY_TELL =
  /(^|_)(subject|number|name|label|digest|sealed|user_agent|email|phone|address|portrait|template|note|text|reason|facts|detail|data|payload|params|about|key|code|fingerprint|reference)(_|$)|_by$|^by$/
const TYPES = ['bytea', 'jsonb', 'json', 'text[]', 'xml']
/** A moment, a count and a yes tell nothing of themselves. */
const MUTE = /^(boolean|smallint|integer|bigint|date|timestamp)/
const mayTell = ({ name, type }: Column): boolean =>
  !MUTE.test(type) && (MAY_TELL.test(name) || TYPES.includes(type))
/** What no table may have that says that no citizen stands in it. */
const TELLS =
  /(^|_)subject_id$|^personal_number$|^user_agent$|^sealed_(to|value|number|about|params|typed|content|note)$/
const faults = (all: readonly Column[], keeps: readonly Keeping[]): string[] => {
  const named = Map.groupBy(keeps, ({ table }) => table)
  const tables = Map.groupBy(all, ({ table }) => table)
  const found = [...named].flatMap(([table, entries]) => [
    ...(entries.length > 1 ? [`${table} is named twice`] : []),
    ...(tables.has(table) ? [] : [`${table} is named and does not exist`]),
  ])
  for (const [table, its] of tables) {
    const entry = named.get(table)?.[0]
    if (!entry) {
      found.push(`${table} is named by no module`)
      continue
    }
    const names = its.map(({ name }) => name)
    const hers = entry.hers ?? 'subject_id'
    if (['at-once', 'kept'].includes(entry.fate.is) && !names.includes(hers)) {
      found.push(`${table} has no ${hers} by which a row is hers`)
    }
    found.push(
      ...entry.holds.filter((name) => !names.includes(name)).map((name) => `${table} has no ${name}`),
    )
    const telling =
      entry.fate.is === 'nobody' ? its.filter(({ name }) => TELLS.test(name)) : its.filter(mayTell)
    for (const { name } of telling) {
      if (!entry.holds.includes(name)) {
        found.push(`${table}.${name} is named by no module`)
      }
    }
  }
  return found
}

test('every table and every column that may tell of a person is named by one module', async () => {
  assert.deepEqual(faults(await columns(), allKeeps), [])
})

test('a planted table, a planted column and a citizen where nobody should stand are found', async () => {
  const { pool } = database
  await pool.query('create table planted (id uuid primary key, whatever int)')
  await pool.query('alter table device add column phone_model_name text')
  await pool.query('alter table office add column subject_id uuid')
  try {
    assert.deepEqual(faults(await columns(), allKeeps).sort(), [
      'device.phone_model_name is named by no module',
      'office.subject_id is named by no module',
      'planted is named by no module',
    ])
  } finally {
    await pool.query('drop table planted')
    await pool.query('alter table device drop column phone_model_name')
    await pool.query('alter table office drop column subject_id')
  }
  assert.deepEqual(faults(await columns(), allKeeps.slice(1)), [
    `${allKeeps[0]?.table} is named by no module`,
  ])
})

test('what passes by a lapse has one, and what goes with another table names one that is erased', () => {
  const lapses = new Set(
    [...kernelLapses, ...allModules.flatMap((one) => one.lapses)].map((one) => one.table),
  )
  const jobs = new Set([
    ...allModules.flatMap((one) => one.jobs.map(({ name }) => name)),
    // Jobs of the house, and what ends by its own deed.
    'erase-closed',
    'erase-without-account',
    'deliver-letters',
    'its reactions',
    'its decision',
  ])
  for (const { table, fate } of allKeeps) {
    if (fate.is === 'passes') {
      assert.ok(fate.by === 'lapse' ? lapses.has(table) : jobs.has(fate.by), `${table} passes by ${fate.by}`)
    }
    if (fate.is === 'with') {
      const other = allKeeps.find((one) => one.table === fate.table)
      assert.ok(other?.fate.is === 'kept' && other.fate.erase, `${table} goes with ${fate.table}`)
    }
  }
})

test('the page says of every kind what some table does, and nothing that no table does', () => {
  const kinds = allKeeps.flatMap(({ fate }) => [
    ...('kind' in fate && fate.kind ? [fate.kind] : []),
    ...(fate.is === 'unlinked' && fate.clears ? [fate.clears] : []),
  ])
  assert.deepEqual([...new Set(kinds)].sort(), [...Object.keys(goneKinds), ...Object.keys(keptKinds)].sort())
})

test('the last letter says each of them, and no sentence is cut', () => {
  const { vi, en } = letterForms['account-closed'].text
  const ends = { vi: ', đến 31/12/2036: ', en: ', without an end: ' }
  for (const language of ['vi', 'en'] as const) {
    const text: string = { vi, en }[language]
    for (const [kind, words] of Object.entries(goneKinds)) {
      assert.ok(text.includes(`{${kind}}`) && words[language].length <= 200, kind)
    }
    for (const [kind, { what, why }] of Object.entries(keptKinds)) {
      const whole = what[language] + ends[language] + why[language]
      assert.ok(text.includes(`{${kind}}`) && whole.length <= 200, `${kind} ${whole.length}`)
    }
  }
})
