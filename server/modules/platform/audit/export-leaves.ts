/**
 * Writes the log as NDJSON for a verifier that shares no code with us (tools/verify-audit.py). Leaves alone
 * may go to anybody: a salted
 * hash says nothing. With their lines they are for the inspector, who then checks each line's digest and
 * signature too; after the leaves come the lines that have none: those that wait, and those that claim one.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Work } from '../../../kernel/work.ts'
import type { Pool } from '../../../storage/pool.ts'
import { openTransact } from '../../../storage/transact.ts'
import { lineOf } from './audited-line.ts'
import * as store from './store.ts'

const PAGE = 4000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

interface Export {
  readonly out: Writable
  readonly isWithLines?: boolean
}

/**
 * Answers how many leaves were written: `{leaf_no, leaf_hash}` in hex, with `{line, salt, digest, seal, mac}`
 * when `isWithLines`. Leaves `out` open.
 */
export const exportLeaves = ({ pool, ...means }: Export & { readonly pool: Pool }): Promise<number> =>
  openTransact(pool)(async (work) => {
    await store.onlySnapshot(work)
    return exportLog(work, means)
  })

/** The same within a transaction that is already open. */
export const exportLog = async (work: Work, { out, isWithLines = false }: Export): Promise<number> => {
  let written = 0
  for (let from = 0; ;) {
    const page = await store.leavesFrom(work, from, PAGE)
    const last = page.at(-1)
    if (!last) {
      if (isWithLines) {
        await writeLinesWithoutLeaf(work, out, from)
      }
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
}

const record = (
  { leaf_no, leaf_hash }: store.LeafRow,
  isWithLines: boolean,
  row: store.LineRow | undefined,
): Record<string, unknown> => {
  const leaf = { leaf_no, leaf_hash: leaf_hash.toString('hex') }
  if (!isWithLines) {
    return leaf
  }
  return { ...leaf, ...lineRecord(row) }
}

const lineRecord = (row: store.LineRow | undefined): Record<string, unknown> => ({
  line: row ? lineOf(row) : null,
  salt: row?.salt?.toString('hex') ?? null,
  digest: row?.digest.toString('hex') ?? null,
  seal: row?.seal ?? null,
  mac: row?.mac?.toString('hex') ?? null,
})

/** Those of the leaves were written with them, one each; whatever else there is follows. */
const writeLinesWithoutLeaf = async (work: Work, out: Writable, size: number): Promise<void> => {
  for (let after = FIRST_ID; ;) {
    const page = await store.linesWithoutLeaf(work, { after, size, most: PAGE })
    const last = page.at(-1)
    if (!last) {
      return
    }
    for (const row of page) {
      const text = `${JSON.stringify({ claims: row.leaf_no, ...lineRecord(row) })}\n`
      if (!out.write(text)) {
        await once(out, 'drain')
      }
    }
    after = last.id
  }
}
