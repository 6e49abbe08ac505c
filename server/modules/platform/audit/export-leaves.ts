/**
 * Writes the log as NDJSON for a verifier that shares no code with us (tools/verify-audit.py). Leaves alone
 * may go to anybody: a salted
 * hash says nothing. With their lines they are for the inspector, who then checks each line's digest too.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Pool } from '../../../storage/pool.ts'
import { openTransact } from '../../../storage/transact.ts'
import { lineOf } from './audited-line.ts'
import * as store from './store.ts'

const PAGE = 4000

/**
 * Answers how many leaves were written: `{leaf_no, leaf_hash}` in hex, with `{line, salt, digest}` when
 * `isWithLines`. Leaves `out` open.
 */
export const exportLeaves = ({
  pool,
  out,
  isWithLines = false,
}: {
  pool: Pool
  out: Writable
  isWithLines?: boolean
}): Promise<number> =>
  openTransact(pool)(async (work) => {
    await store.onlySnapshot(work)
    let written = 0
    for (let from = 0; ;) {
      const page = await store.leavesFrom(work, from, PAGE)
      const last = page.at(-1)
      if (!last) {
        return written
      }
      const lines = new Map(
        isWithLines
          ? (await store.linesOfLeaves(work, { from, to: last.leaf_no + 1 })).map((line) => [
              line.leaf_no,
              line,
            ])
          : [],
      )
      const text = page
        .map((leaf) => `${JSON.stringify(record(leaf, isWithLines, lines.get(leaf.leaf_no)))}\n`)
        .join('')
      if (!out.write(text)) {
        await once(out, 'drain')
      }
      written += page.length
      from = last.leaf_no + 1
    }
  })

const record = (
  { leaf_no, leaf_hash }: store.LeafRow,
  isWithLines: boolean,
  row: store.LineRow | undefined,
): Record<string, unknown> => {
  const leaf = { leaf_no, leaf_hash: leaf_hash.toString('hex') }
  if (!isWithLines) {
    return leaf
  }
  return {
    ...leaf,
    line: row ? lineOf(row) : null,
    salt: row?.salt?.toString('hex') ?? null,
    digest: row?.digest.toString('hex') ?? null,
  }
}
