/** A case goes to another office of the same task, with its name, its place in the queue and its count. */
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { requeue } from './case-place.ts'
import { noteHistory } from './happenings.ts'
import type { CaseRules } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'
import * as store from './case-store.ts'
import { dequeue } from './queue-store.ts'

/**
 * Answers the row as it stands now. `row` is locked by the caller, who knows that the office has the task;
 * `by`, as everywhere in a history: an officer's number, `citizen`, `automatic`.
 */
export const moveToOffice = async <S extends string, F>(
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseRules<S>,
  row: CaseRow<S, F>,
  { officeId, by, note = null }: { officeId: string; by: string; note?: string | null },
  at: Date,
): Promise<CaseRow<S, F>> => {
  if (officeId === row.office_id) {
    return row
  }
  const after: CaseRow<S, F> = { ...row, office_id: officeId, changed_at: at }
  await dequeue(work, row.office_id, kind.kind, row.id)
  await store.saveOffice(work, after)
  await requeue(work, kind, after)
  await noteHistory(work, tools, after, { what: 'moved', by, at, note })
  return after
}
