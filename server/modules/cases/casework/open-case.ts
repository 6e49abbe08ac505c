/**
 * Opening a case: under the id that the client chose, once, however often it is sent; one of a kind for a
 * person at a time. One that nobody goes on with gives way.
 */
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import type { CaseStep } from '../../../../contract/case-history.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import type { AuditLine, LineTitle } from '../../../kernel/audit-line.ts'
import { later } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/id.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import type { AboutPerson } from '../../registry/organisations/second-eyes.ts'
import { calendarRevision } from '../../registry/territory/working-calendar.ts'
import { caseRow } from './case-access.ts'
import { saveCase, sealContent, unsealContent } from './case-file.ts'
import { requeue } from './case-place.ts'
import { noteHistory } from './happenings.ts'
import type { CaseContent, CaseKind, CaseRules } from './case-kind.ts'
import * as store from './case-store.ts'
import type { CaseRow } from './case-row.ts'

export interface Opening extends AboutPerson {
  readonly subjectId: string
  readonly caseId: string
  readonly reference: string
  /** It was opened before: the same command sent again. */
  readonly isOpened: boolean
}

export const aboutKeyOf = ({ digests }: Pick<Tools, 'digests'>, personalNumber: string): string =>
  digests.identifier('number', personalNumber).toString('hex')

/**
 * The person's subject, so that the line stands in her own log also when she has no account yet. What a
 * refused permit leaves here is undone.
 */
export const openingOf =
  (kind: CaseKind) =>
  async (
    work: Work,
    { caseId, personalNumber }: { readonly caseId: string; readonly personalNumber: string },
    actor: Actor,
    tools: Tools,
  ): Promise<Opening> => {
    const officeId = actor.kind === 'officer' ? actor.officeId : ''
    const aboutKey = aboutKeyOf(tools, personalNumber)
    const name = await store.nameOfCase(work, kind.kind, caseId)
    const row = name && (await store.find(work, name.subject_id, caseId))
    if (!row) {
      return {
        officeId,
        aboutKey,
        caseId,
        subjectId: await reserveSubject(work, tools, personalNumber),
        reference: composeDossierCode(newSecret(5)),
        isOpened: false,
      }
    }
    if (row.office_id !== officeId || row.about_key !== aboutKey) {
      throw problem(kind.problems.notFound)
    }
    const { subject_id: subjectId, reference } = row
    return { officeId, aboutKey, caseId, subjectId, reference, isOpened: true }
  }

/** Ends a case without a decision, as its kind calls it. */
export const abandon = async <S extends string>(
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  kind: CaseKind<S>,
  row: CaseRow<S>,
  by: {
    readonly decidedBy: string
    readonly name: string
    readonly note?: string | null
    readonly what?: CaseStep
  },
  at: Date,
  takenBy: readonly string[] = row.taken_by,
): Promise<void> => {
  const { decidedBy, name, note = null, what } = by
  const change = {
    state: kind.abandoned,
    decidedBy,
    takenBy,
    by: name,
    note,
    ...(what ? { what } : {}),
    ...(kind.forget ? { content: kind.forget(await unsealContent(kind, tools, row)) } : {}),
  }
  await saveCase(work, tools, kind, row, change, at)
}

/** False, and nothing is written, for a case that somebody is at. */
const giveWay = async <S extends string>(
  work: Work,
  tools: Tools,
  kind: CaseKind<S>,
  of: { readonly subjectId: string; readonly unfinishedKey: string; readonly actor: Officer },
  at: Date,
): Promise<boolean> => {
  const { subjectId, unfinishedKey, actor } = of
  const other = await store.unfinishedForUpdate(work, subjectId, kind.kind, unfinishedKey)
  if (!other) {
    return true
  }
  const isOwn =
    kind.ownGivesWay && actor.personKey !== null && other.taken_by.every((key) => key === actor.personKey)
  const isAbandoned = other.changed_at <= later(at, -inForce(kind.abandonedAfter_s, at))
  if (other.state !== kind.initial || !(isOwn || isAbandoned)) {
    return false
  }
  const by = { decidedBy: 'system:abandoned', name: 'automatic' }
  await abandon(work, tools, kind, other as CaseRow<S>, by, at)
  return true
}

export interface Opened<C extends CaseContent> {
  readonly content: C
  readonly facts?: unknown
  /** When it was taken, if that was before now (the line was down). */
  readonly openedAt?: Date
  /** What makes two unfinished cases of one person the same; the kind alone where it is left out. */
  readonly unfinishedKey?: string
}

/**
 * Writes the new case and answers its row; null, and nothing is written, when another one stands in its way.
 * Throws the kind's `notFound`, and `otherOpen` when two open at once.
 */
export const openCase = async <S extends string, C extends CaseContent>(
  work: Work,
  tools: Tools,
  kind: CaseKind<S>,
  { found, actor, now }: { readonly found: Opening; readonly actor: Officer; readonly now: Date },
  { content, facts = {}, openedAt = now, unfinishedKey = '' }: Opened<C>,
): Promise<CaseRow<S> | null> => {
  const { subjectId, caseId, reference, aboutKey } = found
  if (!(await giveWay(work, tools, kind, { subjectId, unfinishedKey, actor }, now))) {
    return null
  }
  return insertCase(work, tools, kind, {
    subjectId,
    caseId,
    reference,
    aboutKey,
    officeId: actor.officeId,
    takenBy: [actor.personKey ?? ''],
    openedBy: actor.officerId,
    by: actor.number,
    openedAt,
    receivedAt: now,
    unfinishedKey,
    content,
    facts,
  })
}

export interface NewCaseFile<C extends CaseContent, S extends string = string> {
  readonly subjectId: string
  readonly caseId: string
  readonly reference: string
  readonly aboutKey: string
  readonly officeId: string
  readonly takenBy: readonly string[]
  readonly openedBy: string
  /** How the history names whoever opened it. */
  readonly by: string
  readonly openedAt: Date
  readonly receivedAt: Date
  readonly unfinishedKey: string
  readonly content: C
  readonly facts: unknown
  /** For a case that begins further on than its kind does, and by when that wants it done. */
  readonly state?: S
  readonly dueAt?: Date
}

/** False when the person has an unfinished case of this kind and key. */
const insertFile = async <S extends string, C extends CaseContent>(
  work: Work,
  tools: Tools,
  kind: CaseRules<S>,
  of: NewCaseFile<C, S>,
): Promise<boolean> =>
  store.insert(work, {
    subject_id: of.subjectId,
    id: of.caseId,
    kind: kind.kind,
    reference: of.reference,
    office_id: of.officeId,
    state: of.state ?? kind.initial,
    about_key: of.aboutKey,
    taken_by: of.takenBy,
    unfinished_key: of.unfinishedKey,
    opened_by: of.openedBy,
    opened_at: of.openedAt,
    received_at: of.receivedAt,
    due_at: of.dueAt ?? kind.dueFrom(of.openedAt),
    calendar_revision: calendarRevision(),
    facts: of.facts,
    sealed_content: await sealContent(kind, tools, of.subjectId, of.content),
  })

const nameOf = (kind: CaseRules, of: NewCaseFile<CaseContent>) => ({
  id: of.caseId,
  kind: kind.kind,
  reference: of.reference,
  subject_id: of.subjectId,
  office_id: of.officeId,
})

/** In its queue, and at the beginning of its history. */
const begin = async <S extends string>(
  work: Work,
  tools: Tools,
  kind: CaseRules<S>,
  { subjectId: subject_id, caseId: id, by, receivedAt: at }: NewCaseFile<CaseContent>,
): Promise<CaseRow<S>> => {
  const row = await caseRow<S>(work, { subject_id, id })
  await requeue(work, kind, row)
  await noteHistory(work, tools, row, { what: 'opened', by, at, note: null })
  return row
}

/** Under an id that a client chose. Throws the kind's `notFound` and `otherOpen`. */
const insertCase = async <S extends string, C extends CaseContent>(
  work: Work,
  tools: Tools,
  kind: CaseKind<S>,
  of: NewCaseFile<C, S>,
): Promise<CaseRow<S>> => {
  // Two who open at once under one id: the second one waits here, and then sees that it is taken.
  if (!(await store.reserveName(work, nameOf(kind, of)))) {
    throw problem(kind.problems.notFound)
  }
  if (!(await insertFile(work, tools, kind, of))) {
    throw problem(kind.problems.otherOpen)
  }
  return begin(work, tools, kind, of)
}

export interface OpenedOnce<S extends string, F> {
  readonly row: CaseRow<S, F>
  /** False for the one that was unfinished already. */
  readonly isNew: boolean
}
/** How often one that stands may end before us, and another begin, in the very moment. */
const TURNS = 4
/**
 * For a case of which a second one with the same key is the one that stands, also when two open it at once.
 * Throws the kind's `notFound` where its id, which a client may have chosen, has come to name another one.
 */
export const openOnce = async <S extends string, F, C extends CaseContent>(
  work: Work,
  tools: Tools,
  kind: CaseRules<S>,
  of: NewCaseFile<C, S>,
  /** The key by which an older Sen has written the same. */
  formerKey: string = of.unfinishedKey,
): Promise<OpenedOnce<S, F>> => {
  const former =
    formerKey === of.unfinishedKey
      ? null
      : await store.unfinishedForUpdate(work, of.subjectId, kind.kind, formerKey)
  if (former) {
    return { row: former as CaseRow<S, F>, isNew: false }
  }
  for (let turn = 0; turn < TURNS; turn++) {
    if (await insertFile(work, tools, kind, of)) {
      if (!(await store.reserveName(work, nameOf(kind, of)))) {
        throw problem(kind.problems.notFound)
      }
      return { row: (await begin(work, tools, kind, of)) as CaseRow<S, F>, isNew: true }
    }
    const row = await store.unfinishedForUpdate(work, of.subjectId, kind.kind, of.unfinishedKey)
    if (row) {
      return { row: row as CaseRow<S, F>, isNew: false }
    }
    // It stood, and ended while we waited for its lock; another one may stand in its place by now.
  }
  throw new Error('a case was neither opened nor open')
}

/** The line of the opening, and of an opening that was refused: in her own log also without an account. */
export const lineOfOpening =
  (title: LineTitle) =>
  ({ actor, found }: { readonly actor: Officer; readonly found: Opening }): AuditLine => ({
    ...title,
    about: found.subjectId,
    detail: { reference: found.reference, office: actor.officeName, officerNumber: actor.number },
  })
