/**
 * Finding a case for an officer, and who may do what with it. Another office's case does not exist for her.
 */
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { AuditLine, LineTitle } from '../../../kernel/audit-line.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { nextCursor, placeAfter } from '../../registry/organisations/queue-cursor.ts'
import { approver, officerAbout, type TakenBefore } from '../../registry/organisations/second-eyes.ts'
import { unsealContent } from './case-file.ts'
import type { CaseContent, CaseRules } from './case-kind.ts'
import * as store from './case-store.ts'
import type { CaseOf, CaseRow } from './case-row.ts'

export interface FoundCase<S extends string = string, Facts = unknown> extends TakenBefore {
  readonly row: CaseRow<S, Facts>
}
/** Every operation on one case names it so. */
export interface NamedCase {
  readonly caseId: string
}

export const foundOf = <S extends string, F>(kind: CaseRules<S>, row: CaseRow<S, F>): FoundCase<S, F> => ({
  row,
  officeId: row.office_id,
  aboutKey: row.about_key,
  takenBy: row.taken_by.map((key) => key || null),
  ...(kind.alsoAbout ? { alsoAbout: kind.alsoAbout(row.facts) } : {}),
})

/** Whether a case of whatever kind has this id already. */
export const isNamed = (read: Reading, id: string): Promise<boolean> => store.hasName(read, id)

type Look = (work: Work, subjectId: string, id: string) => Promise<CaseRow | undefined>

const finder =
  <S extends string, F>(kind: CaseRules<S>, look: Look) =>
  async (work: Work, { caseId }: NamedCase, actor: Actor): Promise<FoundCase<S, F>> => {
    const row = await rowAtOffice<S, F>(work, kind, caseId, actor, (subjectId, id) =>
      look(work, subjectId, id),
    )
    if (!row) {
      throw problem(kind.problems.notFound)
    }
    return foundOf(kind, row)
  }

/** The case of this id when it is one of this kind at the asker's office. */
export const rowAtOffice = async <S extends string, F = unknown>(
  read: Reading,
  kind: CaseRules<S>,
  caseId: string,
  actor: Actor,
  look: (subjectId: string, id: string) => Promise<CaseRow | undefined> = (subjectId, id) =>
    store.find(read, subjectId, id),
): Promise<CaseRow<S, F> | undefined> => {
  const name = await store.nameOfCase(read, kind.kind, caseId)
  return name && actor.kind === 'officer' && name.office_id === actor.officeId
    ? ((await look(name.subject_id, caseId)) as CaseRow<S, F> | undefined)
    : undefined
}

export const finders = <S extends string, F = unknown>(kind: CaseRules<S>) => ({
  find: finder<S, F>(kind, store.find),
  forUpdate: finder<S, F>(kind, store.forUpdate),
})

/** Of whatever office: for whoever holds the reference, and learns nothing that names anybody. */
export const caseOfReference = async <S extends string, F = unknown>(
  read: Reading,
  kind: CaseRules<S>,
  reference: string,
): Promise<CaseRow<S, F> | null> => {
  const name = await store.nameOfReference(read, reference)
  return name ? findCase<S, F>(read, kind, name.subject_id, name.id) : null
}

const finderByReference =
  <S extends string, F>(kind: CaseRules<S>, look: Look) =>
  async (
    work: Work,
    { reference }: { readonly reference: string },
    actor: Actor,
  ): Promise<FoundCase<S, F>> => {
    const name = await store.nameOfReference(work, reference)
    const row =
      name &&
      (await rowAtOffice<S, F>(work, kind, name.id, actor, (subjectId, id) => look(work, subjectId, id)))
    if (!row) {
      throw problem(kind.problems.notFound)
    }
    return foundOf(kind, row)
  }
/** As a citizen at the counter shows it. Another office's reference leads nowhere. */
export const findersByReference = <S extends string, F = unknown>(kind: CaseRules<S>) => ({
  find: finderByReference<S, F>(kind, store.find),
  forUpdate: finderByReference<S, F>(kind, store.forUpdate),
})

export const permitsOf = (kind: CaseRules) => {
  const { aboutOneself, sameOfficer } = kind.problems
  const { take, approve, view } = kind.tasks
  return {
    taker: officerAbout(take, aboutOneself),
    viewer: officerAbout(view, aboutOneself),
    approver: approver(approve, { herself: aboutOneself, sameEyes: sameOfficer }),
  }
}

interface Told {
  readonly found: { readonly row: Pick<CaseRow, 'subject_id' | 'reference'> }
  readonly actor: Officer
  readonly refusal: ProblemCode | null
  readonly result: { readonly state?: Outcome } | null
}
/** The line that the person sees: office, officer's number, what was looked at. */
export const lineOf =
  (title: LineTitle) =>
  ({ found: { row }, actor, refusal, result }: Told): AuditLine => ({
    ...title,
    about: row.subject_id,
    outcome: refusal ?? result?.state ?? 'done',
    detail: { reference: row.reference, office: actor.officeName, officerNumber: actor.number },
  })

type WithFacts = Pick<CaseRow, 'subject_id' | 'facts'>
/** Every subject whom a case is about, the one whose case it is first. */
export const everybodyIn = (
  { others }: Pick<CaseRules, 'others'>,
  { subject_id, facts }: WithFacts,
): readonly string[] => [subject_id, ...(others?.(facts) ?? [])]

/**
 * The line for everybody whom the case is about: each of them is shown to the officer. `forOthers`: what it
 * says to those who are not the person herself, where it is not the same.
 */
export const linesOf =
  (kind: Pick<CaseRules, 'others'>, title: LineTitle, forOthers = title) =>
  (told: Told & { readonly found: { readonly row: WithFacts } }): readonly AuditLine[] => {
    const { row } = told.found
    return everybodyIn(kind, row).map((about) => ({
      ...lineOf(about === row.subject_id ? title : forOthers)(told),
      about,
    }))
  }

/** Anew, as this very transaction has written it. Throws a plain Error: the caller knows that it is there. */
export const caseRow = async <S extends string, F = unknown>(
  read: Reading,
  of: CaseOf,
): Promise<CaseRow<S, F>> => {
  const row = await store.find(read, of.subject_id, of.id)
  if (!row) {
    throw new Error('a case vanished inside its own transaction')
  }
  return row as CaseRow<S, F>
}
/** The newest first. */
export const casesOfSubject = async <S extends string, F = unknown>(
  read: Reading,
  kind: CaseRules<S>,
  subjectId: string,
  max: number,
): Promise<readonly CaseRow<S, F>[]> =>
  (await store.ofSubject(read, subjectId, kind.kind, max)) as CaseRow<S, F>[]

/**
 * A page of them, the newest first, and the cursor of the next one. Throws `request.invalid` for another
 * one.
 */
export const pageOfSubject = async <S extends string, F = unknown>(
  read: Reading,
  kind: CaseRules<S>,
  subjectId: string,
  cursor: string | undefined,
  most: number,
): Promise<{ readonly rows: readonly CaseRow<S, F>[]; readonly next: string | null }> => {
  const { dueAt: at, id } = placeAfter(cursor)
  const found =
    cursor === undefined
      ? await store.ofSubject(read, subjectId, kind.kind, most)
      : await store.ofSubjectBefore(read, subjectId, kind.kind, { at, id }, most)
  const rows = found as CaseRow<S, F>[]
  const last = rows.at(-1)
  return { rows, next: nextCursor(rows, most, last && { at: last.opened_at, id: last.id }) }
}

/** Hers, by its reference; null also for what is of another kind or somebody else's. */
export const caseOfSubject = async <S extends string, F = unknown>(
  read: Reading,
  kind: CaseRules<S>,
  subjectId: string,
  reference: string,
): Promise<CaseRow<S, F> | null> => {
  const name = await store.nameOfReference(read, reference)
  return name?.kind === kind.kind && name.subject_id === subjectId ? caseRow<S, F>(read, name) : null
}

/** null also for a case of another kind. */
export const findCase = async <S extends string, F = unknown>(
  read: Reading,
  kind: CaseRules<S>,
  subjectId: string,
  id: string,
): Promise<CaseRow<S, F> | null> => {
  const row = await store.find(read, subjectId, id)
  return row?.kind === kind.kind ? (row as CaseRow<S, F>) : null
}

/** For what the product does with it; null also for a case of another kind. */
export const caseForUpdate = async <S extends string, F = unknown>(
  work: Work,
  kind: CaseRules<S>,
  subjectId: string,
  id: string,
): Promise<CaseRow<S, F> | null> => {
  const row = await store.forUpdate(work, subjectId, id)
  return row?.kind === kind.kind ? (row as CaseRow<S, F>) : null
}

/** Her own, for what she does with it herself. Throws the kind's `notFound`. */
export const ownCaseForUpdate = async <S extends string, F = unknown>(
  work: Work,
  kind: CaseRules<S>,
  id: string,
  actor: Actor,
): Promise<CaseRow<S, F>> => {
  const row = actor.kind === 'citizen' ? await store.forUpdate(work, actor.subjectId, id) : undefined
  if (row?.kind !== kind.kind) {
    throw problem(kind.problems.notFound)
  }
  return row as CaseRow<S, F>
}

/** For whoever writes to the person, or goes on from what was found; null when there is no such case. */
export const contentOfCase = async <C extends CaseContent>(
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseRules,
  subjectId: string,
  id: string,
): Promise<C | null> => {
  const row = await findCase(read, kind, subjectId, id)
  return row && unsealContent<C>(kind, tools, row)
}
