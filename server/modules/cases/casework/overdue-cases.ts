/** What a kind of case does itself with those that have run over their time. Run by the clock. */
import { now } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import { caseForUpdate } from './case-access.ts'
import type { CaseRules } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'
import { lateUntold } from './queue-store.ts'

/** Answers to how many it was done; each in a transaction of its own, as the case is then. */
export const eachOverdue = <S extends string, F, Stage extends string>(
  transact: Transact,
  tools: Pick<Tools, 'read'>,
  kind: CaseRules<S, Stage>,
  stages: readonly Stage[],
  deed: (work: Work, row: CaseRow<S, F>, at: Date) => Promise<boolean>,
  at = now(),
): Promise<number> =>
  eachOf(lateUntold(tools.read, kind.kind, stages, at), transact, async (work, of) => {
    const row = await caseForUpdate<S, F>(work, kind, of.subject_id, of.id)
    return row !== null && (await deed(work, row, at))
  })
