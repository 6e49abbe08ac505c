/** Deletes what has lapsed, in small bites, so that no bite holds a lock for long. */
import { later } from '../kernel/clock.ts'
import type { Lapse } from '../kernel/module.ts'
import { inForce } from '../kernel/policy.ts'
import type { Work } from '../kernel/work.ts'

export const BITE = 1000
const DAY_S = 86_400

/** Answers how many rows went; when it is a bite, there may be more. */
export const forgetRows = (
  work: Work,
  { table, since, days, and = 'true' }: Lapse,
  at: Date,
): Promise<number> =>
  work.run(
    `delete from ${table} where ctid = any(array(
       select ctid from ${table}
       where ${since} < $1::timestamptz and (${and}) and $2::timestamptz is not null limit ${BITE}))`,
    [later(at, -inForce(days, at) * DAY_S), at],
  )
