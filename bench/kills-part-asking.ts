/** How a truth is asked for: on one connection, so that what is tried there can be undone again. */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type Ask = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>
export interface Faults {
  readonly lost: number
  readonly twice: number
  readonly half: number
  readonly firsts: readonly string[]
}
/** What is wrong, and the query that names each of it as `it`. */
export type Check = readonly [what: string, sql: string]

export const faultsOf = (
  lost: readonly string[],
  twice: readonly string[],
  half: readonly string[],
): Faults => ({
  lost: lost.length,
  twice: twice.length,
  half: half.length,
  firsts: [...lost, ...twice, ...half].slice(0, 10),
})

export const foundBy = async (ask: Ask, checks: readonly Check[]): Promise<string[]> => {
  const all: string[] = []
  for (const [what, sql] of checks) {
    all.push(...(await ask<{ it: string }>(sql)).map(({ it }) => `${what}: ${it}`))
  }
  return all
}

export const asking = async <T>(databaseUrl: string, deed: (ask: Ask) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await deed(
      async <Row>(sql: string, params: readonly unknown[] = []) =>
        (await client.query(sql, [...params])).rows as Row[],
    )
  } finally {
    await client.end()
  }
}

const WAIT_MS = 60_000
/** Until the query counts nothing, or for a minute; answers what is left. */
export const untilNone = async (ask: Ask, countSql: string): Promise<number> => {
  for (let waited = 0; ; waited += 100, await pause(100)) {
    const [row] = await ask<{ n: number }>(countSql)
    if (!row || row.n === 0 || waited >= WAIT_MS) {
      return row?.n ?? 0
    }
  }
}
export const UNTOLD = 'select count(*)::int as n from outbox'

/** How often something should be there, by its name, against how often it is. */
export class Tally {
  private readonly counts = new Map<string, number>()

  add(key: string, times = 1): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + times)
  }

  get keys(): readonly string[] {
    return [...this.counts.keys()]
  }

  of(key: string): number {
    return this.counts.get(key) ?? 0
  }
}

/** More than wanted was done twice, less is lost. */
export const against = (
  what: string,
  wanted: Tally,
  found: Tally,
): { readonly lost: string[]; readonly twice: string[] } => ({
  lost: wanted.keys
    .filter((key) => found.of(key) < wanted.of(key))
    .map((key) => `${what} is gone: ${key}, ${found.of(key)} of ${wanted.of(key)}`),
  twice: found.keys
    .filter((key) => found.of(key) > wanted.of(key))
    .map((key) => `${what} more often than done: ${key}, ${found.of(key)} for ${wanted.of(key)}`),
})
