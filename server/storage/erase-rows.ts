/** What the erasing job does to a table that a module has named (`kernel/keeping.ts`), in small bites. */
import type { Keeping } from '../kernel/keeping.ts'
import type { Reading, Work } from '../kernel/work.ts'
import { BITE } from './forget-rows.ts'

export interface ErasedPerson {
  readonly subjectId: string
  readonly closedAt: Date
}

/** `$2` is said in each statement, for a condition of the module may need it. */
const rowsOf = ({ hers = 'subject_id', fate }: Keeping): string =>
  `${hers} = $1 and (${(fate.is === 'kept' && fate.and) || 'true'}) and $2::timestamptz is not null`

/** Answers how many rows went; when it is a bite, there may be more. */
export const eraseRows = (
  work: Work,
  keeping: Keeping,
  { subjectId, closedAt }: ErasedPerson,
  before: Date | null,
): Promise<number> => {
  const { table, fate } = keeping
  if (fate.is === 'kept' && fate.erase && before) {
    return fate.erase(work, { subjectId, before })
  }
  const old = fate.is === 'kept' ? `(${fate.since}) <= $3` : '$3::timestamptz is null'
  return work.run(
    `delete from ${table} where ctid = any(array(
       select ctid from ${table} where ${rowsOf(keeping)} and ${old} limit ${BITE}))`,
    [subjectId, closedAt, before],
  )
}

interface Left {
  readonly is_any: boolean
  /** Of the oldest row; null when there is none or something still goes on. */
  readonly since: Date | null
}
export const whatIsLeft = async (
  read: Reading,
  keeping: Keeping,
  { subjectId, closedAt }: ErasedPerson,
): Promise<Left> => {
  const { table, fate } = keeping
  const since = fate.is === 'kept' ? `(${fate.since})` : 'null::timestamptz'
  return read.one<Left>(
    `select count(*) > 0 as is_any, case when not coalesce(bool_or(${since} is null), true)
       then min(${since}) end as since from ${table} where ${rowsOf(keeping)}`,
    [subjectId, closedAt],
  )
}
