/**
 * A case as its commands handle it: its content unsealed, kept after a step, moved to its next state with
 * all that hangs on it (queue, count, attachments, history) in one transaction.
 */
import type { CaseStep } from '../../../../contract/case-history.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import { actorReference, type Officer } from '../../../kernel/actor.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { calendarRevision } from '../../registry/territory/working-calendar.ts'
import { dueAfterPause } from './case-clock.ts'
import { mustBeLawful, type CaseContent, type CaseRules } from './case-kind.ts'
import { requeue } from './case-place.ts'
import * as store from './case-store.ts'
import type { CaseOf, CaseRow } from './case-row.ts'
import { countAnew } from './count-anew.ts'
import { noteHistory } from './happenings.ts'

type Sealing = Pick<Tools, 'sealer'>

export const unsealContent = async <C extends CaseContent>(
  kind: Pick<CaseRules, 'sealedAs' | 'upgrade'>,
  { sealer }: Sealing,
  row: Pick<CaseRow, 'subject_id' | 'sealed_content'>,
): Promise<C> => {
  const bytes = await sealer.open(row.subject_id, kind.sealedAs, row.sealed_content)
  const stored = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
  return (kind.upgrade?.(stored) ?? stored) as C
}

export const sealContent = (
  kind: Pick<CaseRules, 'sealedAs'>,
  { sealer }: Sealing,
  subjectId: string,
  content: CaseContent,
): Promise<Buffer> => sealer.seal(subjectId, kind.sealedAs, JSON.stringify(content))

const attachmentLabel = (name: string): string => `case_attachment.${name}`

/**
 * `older`: what was attached before all kinds of cases stood together stands under the label it was sealed
 * by. Whatever is attached anew stands under the name.
 */
export const attachmentOf = async (
  read: Reading,
  { sealer }: Sealing,
  of: CaseOf,
  name: string,
  older?: string,
): Promise<Buffer | null> => {
  const sealed = await store.attachment(read, of, name)
  if (sealed) {
    return sealer.open(of.subject_id, attachmentLabel(name), sealed)
  }
  const before = older === undefined ? null : await store.attachment(read, of, older)
  return before && older !== undefined ? sealer.open(of.subject_id, older, before) : null
}
/** null takes it away. */
export const keepAttachment = async (
  work: Work,
  { sealer }: Sealing,
  of: CaseOf,
  name: string,
  bytes: Uint8Array | string | null,
): Promise<void> => {
  await (bytes === null
    ? store.detach(work, of, name)
    : store.attach(work, of, name, await sealer.seal(of.subject_id, attachmentLabel(name), bytes)))
}

/** Whoever does something on a case has acted on it. */
export const takenByWith = (row: Pick<CaseRow, 'taken_by'>, { personKey }: Officer): readonly string[] => [
  ...new Set([...row.taken_by, personKey ?? '']),
]
export const isTakenBy = (row: Pick<CaseRow, 'taken_by'>, { personKey }: Officer): boolean =>
  personKey !== null && row.taken_by.includes(personKey)

/** What a step or a decision changes; what is left out stays. */
export interface Change<State extends string, C extends CaseContent> {
  readonly state?: State
  readonly content?: C
  readonly takenBy?: readonly string[]
  readonly facts?: unknown
  readonly reason?: string | null
  readonly submittedAt?: Date | null
  /** A time that begins anew can run out anew, and is told again when it does. */
  readonly dueAt?: Date | null
  /** The officer who asks the person for more. */
  readonly askedBy?: string
  /** Who decided, as in an audit line; given only with a decision. */
  readonly decidedBy?: string | null
  /** For the history; sealed. */
  readonly note?: string | null
  /** How the history names who did it; the kind's own word for what happened, where it is not the state. */
  readonly by: string
  readonly what?: CaseStep | Outcome
}

const given = <T>(value: T | undefined, standing: T): T => (value === undefined ? standing : value)

const isSame = (one: Date | null, other: Date | null): boolean => one?.getTime() === other?.getTime()

const beginsAnew = (before: Date | null, dueAt: Date | null | undefined, at: Date): boolean =>
  !!dueAt && dueAt > at && dueAt.getTime() !== before?.getTime()

/** It stands still while an answer is awaited, and goes on with the working time that was left. */
const clockIn = <S extends string>(
  kind: CaseRules<S>,
  { due_at, paused_at }: CaseRow<S>,
  state: S,
  at: Date,
): Pick<CaseRow, 'due_at' | 'paused_at'> => {
  if (kind.states[state].waitsForAnswer) {
    return { due_at, paused_at: paused_at ?? at }
  }
  return { due_at: due_at && paused_at ? dueAfterPause(due_at, paused_at, at) : due_at, paused_at: null }
}

/**
 * Writes what has changed and answers the row as it stands now. Throws a plain Error for an unlawful state.
 */
export const saveCase = async <S extends string, C extends CaseContent>(
  work: Work,
  tools: Sealing,
  kind: CaseRules<S>,
  found: CaseRow<S>,
  change: Change<S, C>,
  at: Date,
): Promise<CaseRow<S>> => {
  const state = change.state ?? found.state
  mustBeLawful(kind, found.state, state)
  const row = await countAnew(work, tools, kind, found, at)
  const { decidedBy } = change
  const clock = clockIn(kind, row, state, at)
  const due_at = given(change.dueAt, clock.due_at)
  const after: CaseRow<S> = {
    ...row,
    state,
    taken_by: change.takenBy ?? row.taken_by,
    unfinished_key: kind.states[state].isUnfinished ? row.unfinished_key : null,
    changed_at: at,
    submitted_at: given(change.submittedAt, row.submitted_at),
    due_at,
    calendar_revision: isSame(due_at, row.due_at) ? row.calendar_revision : calendarRevision(),
    paused_at: clock.paused_at,
    asked_by: given(change.askedBy, row.asked_by),
    late_told_at: beginsAnew(row.due_at, due_at, at) ? null : row.late_told_at,
    decided_at: decidedBy === undefined ? row.decided_at : decidedBy === null ? null : at,
    decided_by: given(decidedBy, row.decided_by),
    reason: given(change.reason, row.reason),
    facts: given(change.facts, row.facts),
    sealed_content: change.content
      ? await sealContent(kind, tools, row.subject_id, change.content)
      : row.sealed_content,
  }
  await store.save(work, row, after)
  const isMoved = state !== row.state
  if (isMoved || !isSame(after.due_at, row.due_at)) {
    await requeue(work, kind, after)
  }
  if (isMoved) {
    await dropAttachments(work, kind, after)
  }
  if (isMoved || change.what !== undefined) {
    await noteHistory(work, tools, row, {
      what: change.what ?? state,
      by: change.by,
      at,
      note: change.note ?? null,
    })
  }
  return after
}

const dropAttachments = async <S extends string>(
  work: Work,
  kind: CaseRules<S>,
  row: CaseRow<S>,
): Promise<void> => {
  const { keeps = [] } = kind.states[row.state]
  if (keeps !== 'all') {
    await store.detachAllBut(work, row, keeps)
  }
}

/** How an officer stands in a case's own columns. */
export const decidedBy = (actor: Officer): string => actorReference(actor)
