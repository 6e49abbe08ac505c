/**
 * `sen population export`: the register in its canonical form, sorted by personal number, no inner ids and no
 * times, so that two registers
 * are equal when their exports are. The columns are those of the import; what was exported imports without a
 * change.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Pool } from 'pg'
import type { Sealer } from '../../../../kernel/tools.ts'
import { csvLine } from '../../territory/csv-record.ts'
import { cardColumns, fileColumns, personColumns } from './columns.ts'
import { openPrivateText, privateValues } from '../private-fields.ts'
import * as store from '../store.ts'

export interface ExportOptions {
  readonly pool: Pool
  readonly sealer: Sealer
  readonly out: Writable
  readonly format?: 'csv' | 'ndjson'
}

const PAGE_ROWS = 2000

/**
 * Streams, and answers how many persons; `out` is left open. Each page is read for itself, so an import
 * running at the same time may show in part.
 */
export const exportRegister = async ({
  pool,
  sealer,
  out,
  format = 'csv',
}: ExportOptions): Promise<number> => {
  const read = {
    rows: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await pool.query(sql, [...params])).rows as Row[],
  }
  const lineOf = format === 'csv' ? csvLine : jsonLine
  if (format === 'csv') {
    await write(out, csvLine(fileColumns))
  }
  for (let after = '', count = 0; ;) {
    const page = await store.entriesAfter(read, after, PAGE_ROWS)
    const last = page.at(-1)
    if (last === undefined) {
      return count
    }
    count += page.length
    await write(out, page.map((row) => lineOf(valuesOf(row, sealer))).join(''))
    after = last['personal_number'] as string
  }
}

const valuesOf = (row: store.SelectedRow, sealer: Sealer): string[] => {
  const at = (name: string): string => (row[name] as string | null) ?? ''
  return [
    ...personColumns.map(at),
    ...privateValues(openPrivateText(sealer, at('personal_number'), row.private)),
    at('former_numbers'),
    ...cardColumns.map(at),
  ]
}

const jsonLine = (values: readonly string[]): string =>
  `${JSON.stringify(Object.fromEntries(fileColumns.flatMap((name, place) => (values[place] ? [[name, values[place]]] : []))))}\n`

const write = async (out: Writable, text: string): Promise<void> => {
  if (!out.write(text)) {
    await once(out, 'drain')
  }
}
