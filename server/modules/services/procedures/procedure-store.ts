/** SQL of published procedures. */
import type { Reading } from '../../../kernel/work.ts'

export interface PublishedRow {
  readonly id: string
  readonly version: number
  readonly definition: unknown
}
/** A country has some hundreds of them. */
export const publishedProcedures = (read: Reading) =>
  read.rows<PublishedRow>(
    'select id, version, definition from published_procedure order by id, version limit 5000',
    [],
  )
export const publishedProcedure = (read: Reading, id: string, version: number) =>
  read.maybe<PublishedRow>(
    'select id, version, definition from published_procedure where id = $1 and version = $2',
    [id, version],
  )
