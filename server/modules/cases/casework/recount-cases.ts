/** What a changed calendar does to the open cases of a kind. Run by the clock. */
import { now } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact } from '../../../kernel/work.ts'
import { announcedSince, calendarRevision } from '../../registry/territory/working-calendar.ts'
import type { CaseRules } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'
import * as store from './case-store.ts'
import { countAnew } from './count-anew.ts'
import { countedBefore } from './queue-store.ts'

/**
 * Answers how many were looked at, each in a transaction of its own; those that are due before the first of
 * the changed days are not. `settled`: the revision by which everything is counted already.
 */
export const recountCases = <S extends string>(
  transact: Transact,
  tools: Pick<Tools, 'read' | 'sealer'>,
  kind: CaseRules<S>,
  settled: number,
  at = now(),
): Promise<number> => {
  const [first] = announcedSince(settled)
    .flatMap(({ days }) => days.map(({ day }) => day))
    .sort()
  if (first === undefined) {
    return Promise.resolve(0)
  }
  const since = { revision: calendarRevision(), from: new Date(`${first}T00:00:00+07:00`) }
  return eachOf(countedBefore(tools.read, kind.kind, since), transact, async (work, of) => {
    const row = (await store.forUpdate(work, of.subject_id, of.id)) as CaseRow<S> | undefined
    if (!row) {
      return false
    }
    await countAnew(work, tools, kind, row, at)
    return true
  })
}
