/**
 * A request to lock or unlock as its commands handle it: what kind of case it is, opened, found by its
 * reference for an officer, and unsealed (Decree 69/2024 art. 15).
 */
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference, type Officer } from '../../../kernel/actor.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { ReadPage } from '../../evidence/capture/paper-page.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import type { Standing } from '../../people/locks/lock.ts'
import type { AboutHolder } from '../../people/locks/lock-at-counter.ts'
import { bodyNamed } from '../../registry/organisations/bodies/body-name.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { findersByReference, permitsOf } from '../casework/case-access.ts'
import { unsealContent } from '../casework/case-file.ts'
import { historyOf } from '../casework/happenings.ts'
import type { CaseRules } from '../casework/case-kind.ts'
import type { CaseRow } from '../casework/case-row.ts'
import { keepPages } from '../casework/paper-commands.ts'
import { openOnce } from '../casework/open-case.ts'
import { unsealedNoteOf } from '../casework/seal-old-notes.ts'
import { LockRequestOverdue } from './events.ts'
import {
  formerKeyOf,
  unfinishedKeyOf,
  type RequestContent,
  type RequestFacts,
  type RequestState,
} from './lock-request.ts'
import { forwardBy } from './rules.ts'

export type RequestRow = CaseRow<RequestState, RequestFacts>

const waiting = { isUnfinished: true, keeps: 'all' } as const
const ended = { next: [], stage: null, isUnfinished: false } as const

export const lockRequestKind: CaseRules<RequestState, 'receive' | 'decide'> = {
  kind: 'lock-request',
  sealedAs: 'lock_request.content',
  initial: 'received',
  states: {
    received: { ...waiting, stage: 'receive', next: ['forwarded'] },
    forwarded: { ...waiting, stage: 'decide', next: ['granted', 'refused'] },
    // The pages on which a lock rests stay with the request, and go with it.
    granted: { ...ended, keeps: 'all' },
    refused: ended,
  },
  stages: { receive: 'lock.receive', decide: 'lock.decide' },
  tasks: { take: 'lock.receive', approve: 'lock.decide', view: ['lock.receive', 'lock.decide'] },
  problems: {
    notFound: 'lock.no-such-request',
    closed: 'lock.request-closed',
    aboutOneself: 'lock.about-yourself',
    sameOfficer: 'lock.same-eyes',
  },
  dueFrom: forwardBy,
  // A holder who waits to be let in again waits hours, on a holiday too.
  runsDayAndNight: (facts) => (facts as RequestFacts).kind === 'holder-unlock',
  // Neither the number nor the name stood in the content before requests were cases.
  upgrade: (stored) => ({ personalNumber: '', name: null, ...stored }),
  late: {
    stages: ['receive', 'decide'],
    publish(work, { subjectId, caseId: requestId, reference, facts, dueAt, office }) {
      const { kind } = facts as RequestFacts
      work.publish(LockRequestOverdue, subjectId, {
        requestId,
        reference,
        kind,
        dueAt: dueAt.toISOString(),
        office,
      })
    },
  },
}
export const { taker, viewer, approver } = permitsOf(lockRequestKind)
/** On the wire a request is named by its reference. */
export const { find, forUpdate } = findersByReference<RequestState, RequestFacts>(lockRequestKind)

export const contentOf = (
  tools: Pick<Tools, 'sealer'>,
  row: Pick<RequestRow, 'subject_id' | 'sealed_content'>,
): Promise<RequestContent> => unsealContent<RequestContent>(lockRequestKind, tools, row)

/** What the history has sealed about it, by its own word; of a note that still waits for it, the note. */
const notedOf = async (
  read: Reading,
  tools: Tools,
  row: RequestRow,
  noted: RequestState | 'number-sealed',
): Promise<string | null> =>
  (await historyOf(read, tools, row)).findLast(({ what }) => what === noted)?.note ??
  unsealedNoteOf(read, row, noted)

/** The reasons of the decision; null while there is none. */
export const reasonOf = (read: Reading, tools: Tools, row: RequestRow): Promise<string | null> =>
  notedOf(read, tools, row, row.state)

/**
 * Whose request it is. The content of one of before the one case does not tell it: the account does, or, of
 * a person without one, the history.
 */
export const numberOf = async (
  read: Reading,
  tools: Tools,
  row: RequestRow,
  { personalNumber }: RequestContent,
): Promise<string> =>
  personalNumber ||
  ((await findAccount(read, row.subject_id))?.personalNumber ??
    (await notedOf(read, tools, row, 'number-sealed')) ??
    '')

const keyOfName = (tools: Tools, name: string): string =>
  tools.digests.identifier('lock-body', name).toString('hex')

/**
 * One body is one key, however its name is typed; null: no lock of this body stands. Locks of before names
 * were compared so were set by the name as it was typed.
 */
export const standingBodyKey = (
  tools: Tools,
  authority: string,
  grounds: readonly Standing[],
): string | null =>
  [bodyKeyOf(tools, authority), keyOfName(tools, authority)].find((key) =>
    grounds.some((one) => one.ground === 'body-request' && one.bodyKey === key),
  ) ?? null
export const bodyKeyOf = (tools: Tools, authority: string): string => keyOfName(tools, bodyNamed(authority))

interface NewRequest {
  readonly found: AboutHolder
  readonly actor: Officer
  readonly now: Date
  readonly facts: RequestFacts
  /** The id under which the client had its pages signed. */
  readonly caseId?: string
  readonly pages?: readonly ReadPage[]
  readonly content: Omit<RequestContent, 'personalNumber' | 'name' | 'authority'>
  /** For a request that waits for its decision from the first. */
  readonly begins?: { readonly state: 'forwarded'; readonly dueAt: Date }
}
/** Null, and nothing is written, when one like it waits, also when two are sent at once. */
export const openRequest = async (
  work: Work,
  tools: Tools,
  { found, actor, now, facts, content, begins, caseId = newId(), pages = [] }: NewRequest,
): Promise<{ readonly reference: string; readonly dueAt: string } | null> => {
  const { subjectId, personalNumber, aboutKey } = found
  const { row, isNew } = await openOnce<RequestState, RequestFacts, RequestContent>(
    work,
    tools,
    lockRequestKind,
    {
      subjectId,
      caseId,
      reference: composeDossierCode(newSecret(5)),
      aboutKey,
      officeId: actor.officeId,
      takenBy: [actor.personKey ?? ''],
      openedBy: actorReference(actor),
      by: actor.number,
      openedAt: now,
      receivedAt: now,
      unfinishedKey: unfinishedKeyOf(facts),
      content: {
        ...content,
        authority: facts.authority,
        personalNumber,
        name: (await findPerson(work, tools, personalNumber))?.fullName ?? null,
      },
      facts,
      ...begins,
    },
    formerKeyOf(facts),
  )
  if (isNew) {
    await keepPages(work, tools, row, pages)
  }
  return isNew ? { reference: row.reference, dueAt: (row.due_at ?? now).toISOString() } : null
}
