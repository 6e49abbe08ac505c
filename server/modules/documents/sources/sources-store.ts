/** SQL of source registers. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface SourceRow {
  readonly id: string
  readonly definition: unknown
  readonly sealed_key: Buffer
  readonly is_open: boolean
  readonly silent_since: Date | null
  readonly silent_why: string | null
}

const SOURCE = 'id, definition, sealed_key, is_open, silent_since, silent_why'

/** A new one, or the same one as it is agreed now. */
export const put = (
  work: Work,
  row: { readonly id: string; readonly definition: unknown; readonly sealedKey: Buffer; readonly at: Date },
): Promise<number> =>
  work.run(
    `insert into source_register (id, definition, sealed_key, is_open, added_at)
     values ($1, $2, $3, true, $4)
     on conflict (id) do update set definition = excluded.definition, sealed_key = excluded.sealed_key,
       is_open = true`,
    [row.id, JSON.stringify(row.definition), row.sealedKey, row.at],
  )
/** False when it is not there, or closed already. */
export const close = async (work: Work, id: string): Promise<boolean> =>
  (await work.run('update source_register set is_open = false where id = $1 and is_open', [id])) === 1
export const all = (read: Reading): Promise<SourceRow[]> =>
  read.rows<SourceRow>(`select ${SOURCE} from source_register order by id limit 1000`)
export const find = (read: Reading, id: string) =>
  read.maybe<SourceRow>(`select ${SOURCE} from source_register where id = $1`, [id])
/** Whoever sees it first writes it. */
export const fellSilent = (work: Work, id: string, at: Date, why: string): Promise<number> =>
  work.run(
    'update source_register set silent_since = $2, silent_why = $3 where id = $1 and silent_since is null',
    [id, at, why],
  )
export const answersAgain = (work: Work, id: string): Promise<number> =>
  work.run(
    `update source_register set silent_since = null, silent_why = null
     where id = $1 and silent_since is not null`,
    [id],
  )
