/**
 * Canaries: values that stand for one person and for nobody else, looked for in a whole dump of the database
 * by somebody who has everything: each table as `copy` writes it, as text, hex and base64, and whatever in it
 * opens with the house's key or any person's key that still is there.
 */
import { createDecipheriv } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { to as copyTo } from 'pg-copy-streams'
import type { Pool } from '../server/storage/pool.ts'
import { openWith } from '../server/storage/sealed.ts'
import type { TestKeys } from './database.ts'

export type Canaries = Readonly<Record<string, string | Buffer>>

/** Base64 shifts by a third of a letter: the middle is the same at one of three offsets. */
const base64Of = (bytes: Buffer): string[] =>
  [0, 1, 2].flatMap((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const inner = shifted.slice(shift === 0 ? 0 : 4, shifted.length - 2)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
const formsOf = (value: string | Buffer): string[] => {
  const bytes = Buffer.from(value)
  const plain = [...new Set([...(typeof value === 'string' ? [value] : []), ...base64Of(bytes)])]
  return [...plain, bytes.toString('hex'), ...plain.map((form) => Buffer.from(form).toString('hex'))]
}

/** Which canaries stand in a text: a row, a file, what was opened. */
export const canariesIn = (canaries: Canaries, written: string): string[] => {
  const lower = written.toLowerCase()
  return Object.entries(canaries)
    .filter(([, value]) =>
      formsOf(value).some((form) => written.includes(form) || lower.includes(form.toLowerCase())),
    )
    .map(([name]) => name)
}

/** Without looking at the tag: which column it belongs to need not be known. */
const openBlindly = (key: Buffer, sealed: Buffer): Buffer => {
  const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
  return opener.update(sealed.subarray(13, sealed.length - 16))
}
const isSealed = (bytes: Buffer): boolean => bytes[0] === 1 && bytes.length > 29

const opened = (row: string, keys: readonly Buffer[]): string[] => {
  const values = [
    ...[...row.matchAll(/\\\\x([0-9a-f]{60,})/g)].map(([, hex = '']) => Buffer.from(hex, 'hex')),
    ...[...row.matchAll(/A[Q-Za-f][A-Za-z0-9_-]{40,}/g)].map(([value]) => Buffer.from(value, 'base64url')),
  ]
  return values.filter(isSealed).flatMap((value) =>
    keys.map((key) => {
      const bytes = openBlindly(key, value)
      return `${bytes.toString('utf8')}\n${bytes.toString('hex')}`
    }),
  )
}

/** The keys of the persons that the database still has. */
const personKeys = async (pool: Pool, { wrapping }: TestKeys): Promise<Buffer[]> => {
  const { rows } = await pool.query<{ subject_id: string; wrapped_key: Buffer; kek_id: string }>(
    'select * from subject_key',
  )
  return rows.map(({ subject_id, wrapped_key, kek_id }) =>
    openWith(wrapping, `subject_key ${kek_id} ${subject_id}`, wrapped_key),
  )
}

const dumpOf = async (pool: Pool, table: string): Promise<string> => {
  const connection = await pool.connect()
  try {
    return await text(connection.query(copyTo(`copy ${table} to stdout`)))
  } finally {
    connection.release()
  }
}

/** Which canaries stand in which tables; without keys only in the clear. Tables without any are left out. */
export const canariesInDump = async (
  pool: Pool,
  canaries: Canaries,
  keys: TestKeys | null,
): Promise<Map<string, string[]>> => {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by 1`,
  )
  const all = keys ? [keys.house, ...(await personKeys(pool, keys))] : []
  const found = new Map<string, string[]>()
  for (const { name } of rows) {
    const dump = await dumpOf(pool, name)
    const here = canariesIn(canaries, [dump, ...opened(dump, all)].join('\n'))
    if (here.length > 0) {
      found.set(name, here)
    }
  }
  return found
}
