/**
 * A case whose time was counted by an earlier calendar of working days: counted by that of now, before
 * anything else is done with it. Whoever was told a day is told the new one.
 */
import { vietnamDay } from '../../../../formats/vietnam-day.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { announcedSince, calendarRevision, dueByNow } from '../../registry/territory/working-calendar.ts'
import { requeue } from './case-place.ts'
import type { CaseRules } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'
import * as store from './case-store.ts'
import { CaseDueMoved } from './events.ts'
import { noteHistory } from './happenings.ts'
import { markQueueCounted } from './queue-store.ts'

const dueOf = <S extends string>(kind: CaseRules<S>, row: CaseRow<S>): Date | null => {
  if (kind.countedFrom) {
    return kind.countedFrom(row.facts)
  }
  return row.due_at === null || kind.runsDayAndNight?.(row.facts)
    ? row.due_at
    : dueByNow(row.due_at, row.opened_at, row.calendar_revision)
}

/** The announced days that lie on the way to the later of two moments. */
const daysBefore = (revision: number, end: Date) =>
  announcedSince(revision)
    .flatMap(({ days }) => days)
    .filter(({ day }) => day <= vietnamDay(end))

/**
 * Answers the row as it stands now. One whose time is over, or has ended, stays as it was; while an answer is
 * awaited what was left moves silently, because no day is promised then.
 */
export const countAnew = async <S extends string>(
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseRules<S>,
  row: CaseRow<S>,
  at: Date,
): Promise<CaseRow<S>> => {
  const revision = calendarRevision()
  // Another process may know of a newer calendar already.
  if (row.calendar_revision >= revision) {
    return row
  }
  const isOver = !kind.states[row.state].isUnfinished || (row.due_at !== null && row.due_at <= at)
  const due_at = isOver ? row.due_at : dueOf(kind, row)
  const after: CaseRow<S> = { ...row, due_at, calendar_revision: revision }
  await store.saveDue(work, after)
  if (due_at?.getTime() === row.due_at?.getTime()) {
    await markQueueCounted(work, after)
    return after
  }
  await requeue(work, kind, after)
  if (due_at !== null && row.due_at !== null) {
    await noteHistory(work, tools, row, { what: 'recounted', by: 'automatic', at, note: null })
    await tellMoved(work, kind, { row, wasDueAt: row.due_at, dueAt: due_at })
  }
  return after
}

const tellMoved = async <S extends string>(
  work: Work,
  kind: CaseRules<S>,
  { row, wasDueAt, dueAt }: { readonly row: CaseRow<S>; readonly wasDueAt: Date; readonly dueAt: Date },
): Promise<void> => {
  const { stage, waitsForAnswer, waitsForHolder } = kind.states[row.state]
  if (kind.promised && stage !== null && !waitsForAnswer && !waitsForHolder) {
    work.publish(CaseDueMoved, row.subject_id, {
      kind: kind.promised,
      caseId: row.id,
      reference: row.reference,
      office: await officeName(work, row.office_id),
      wasDueAt: wasDueAt.toISOString(),
      dueAt: dueAt.toISOString(),
      days: daysBefore(row.calendar_revision, wasDueAt > dueAt ? wasDueAt : dueAt),
    })
  }
}
