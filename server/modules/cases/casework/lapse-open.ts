/**
 * A case that was begun at a counter and that nobody goes on with: after the days of its kind it ends undone
 * by itself, what was taken for it goes as with its other ends, and everybody whom it is about reads it in
 * her log.
 */
import { system } from '../../../kernel/actor.ts'
import { later, now } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Transact, Work } from '../../../kernel/work.ts'
import { caseForUpdate, everybodyIn } from './case-access.ts'
import { unsealContent } from './case-file.ts'
import type { CaseKind } from './case-kind.ts'
import type { CaseOf, CaseRow } from './case-row.ts'
import { abandon } from './open-case.ts'
import { openUntouched } from './queue-store.ts'

/** In `decided_by`: nobody decided, the clock did. */
const LAPSED = 'system:lapsed'
const DAY_S = 86_400

/**
 * When an open case ends by itself: counted from the last step that somebody took, by the rule of its day.
 * null for one that waits for no more steps.
 */
export const lapsesAt = <S extends string>(
  kind: CaseKind<S>,
  { state, changed_at: at }: Pick<CaseRow<S>, 'state' | 'changed_at'>,
): Date | null => (state === kind.initial ? later(at, inForce(kind.lapse.days, at) * DAY_S) : null)

/** Whether it ended so. */
export const hasLapsed = ({ decided_by }: Pick<CaseRow, 'decided_by'>): boolean => decided_by === LAPSED

const lapseOne = async <S extends string>(
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseKind<S>,
  of: CaseOf,
  at: Date,
): Promise<boolean> => {
  const row = await caseForUpdate<S>(work, kind, of.subject_id, of.id)
  const end = row && lapsesAt(kind, row)
  if (!row || !end || end > at) {
    return false
  }
  const { id: caseId, reference } = row
  const { useCase, line, tell } = kind.lapse
  await abandon(work, tools, kind, row, { decidedBy: LAPSED, name: 'automatic', what: 'lapsed' }, at)
  const everybody = everybodyIn(kind, row)
  for (const about of everybody) {
    leaveLine(work, {
      useCase,
      actor: system('expiry'),
      line: { ...line, about, outcome: 'discarded', detail: { reference } },
    })
  }
  if (tell) {
    const content = await unsealContent(kind, tools, row)
    tell(work, { everybody, caseId, reference, content })
  }
  return true
}

/** Under any of the rules of its kind; whether one is due is judged by its own day. */
const shortest_days = ({ lapse }: CaseKind): number =>
  Math.min(...lapse.days.versions.map(({ value }) => value))

/** Answers how many have ended; each in a transaction of its own, as the case is then. */
export const lapseOpen = <S extends string>(
  transact: Transact,
  tools: Pick<Tools, 'read' | 'sealer'>,
  kind: CaseKind<S>,
  at = now(),
): Promise<number> => {
  const before = later(at, -shortest_days(kind) * DAY_S)
  return eachOf(openUntouched(tools.read, kind, before), transact, (work, of) =>
    lapseOne(work, tools, kind, of, at),
  )
}

const LAPSE_EVERY_MS = 60_000

/** The clock of a kind, for its module. */
export const lapseJob = <S extends string>(name: string, kind: CaseKind<S>) => ({
  name,
  every_ms: LAPSE_EVERY_MS,
  run: async ({ transact, tools }: { readonly transact: Transact; readonly tools: Tools }) =>
    (await lapseOpen(transact, tools, kind)) > 0,
})
