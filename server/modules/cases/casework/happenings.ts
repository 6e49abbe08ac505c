/** What happened to a case, in the order in which it happened; notes are sealed under the person's key. */
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './case-store.ts'
import type { CaseOf } from './case-row.ts'

type Sealing = Pick<Tools, 'sealer'>

export const noteHistory = async (
  work: Work,
  { sealer }: Sealing,
  of: CaseOf,
  { what, by, at, note }: { what: string; by: string; at: Date; note: string | null },
): Promise<void> => {
  const sealed = note === null ? null : await sealer.seal(of.subject_id, 'case_history.note', note)
  await store.insertHistory(work, of, { at, what, by, sealed_note: sealed })
}

export interface Happening {
  readonly at: string
  readonly what: string
  readonly by: string
  readonly note: string | null
}
const HISTORY_MAX = 200
/** In the order in which it happened, at most the first 200 entries. */
export const historyOf = async (
  read: Reading,
  { sealer }: Sealing,
  of: CaseOf,
): Promise<readonly Happening[]> =>
  Promise.all(
    (await store.historyOf(read, of, HISTORY_MAX)).map(async ({ at, what, by, sealed_note }) => ({
      at: at.toISOString(),
      what,
      by,
      note:
        sealed_note && (await sealer.open(of.subject_id, 'case_history.note', sealed_note)).toString('utf8'),
    })),
  )
