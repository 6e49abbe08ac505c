/** Opening a case for level 2, looking at it, the office's list, and ending one without a decision. */
import { DiscardLevel2, ListLevel2, OpenLevel2, ViewLevel2 } from '../../../../../contract/level-2.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import { composeDossierCode } from '../../../../../formats/dossier-code.ts'
import { actorReference, type Actor, type Officer } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../../kernel/clock.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { officerWith, type Permit } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { reserveSubject } from '../../../people/accounts/open-account.ts'
import type { AboutPerson } from '../../../registry/organisations/second-eyes.ts'
import { nextCursor, placeAfter } from '../../../registry/organisations/queue-cursor.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { emptyContent, exceptionsOf, mustBeOpen } from './level-2.ts'
import {
  findCase,
  level2Of,
  lineOf,
  caseForUpdate,
  sceneOf,
  sealContent,
  taker,
  takenByWith,
  takerOrSecond,
  viewOf,
} from './level-2-case.ts'
import { mustBePlausible } from './level-2-steps.ts'
import * as store from './level-2-store.ts'
import type { Level2Row } from './level-2-store.ts'
import { abandonedCase_s, level2Budget, level2DueMoment } from '../rules.ts'

const PAGE = 30
const SEEN = [
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'card',
  'portrait',
  'account',
] as const

interface Opening extends AboutPerson {
  readonly subjectId: string
  readonly isTaken: boolean
  readonly reference: string
}

/**
 * The person's subject, so that the line stands in her own log also when she has no account yet, and the case
 * itself when it came before: an offline
 * outbox may send its opening twice. What a refused permit leaves here is undone.
 */
const findOpening = async (
  work: Work,
  { caseId, personalNumber }: InputOf<typeof OpenLevel2>,
  actor: Actor,
  tools: Tools,
): Promise<Opening> => {
  const officeId = actor.kind === 'officer' ? actor.officeId : ''
  const aboutKey = tools.digests.identifier('number', personalNumber).toString('hex')
  const name = await store.subjectOfName(work, caseId)
  const row = name && (await store.find(work, name.subject_id, caseId))
  if (!row) {
    return {
      officeId,
      aboutKey,
      subjectId: await reserveSubject(work, tools, personalNumber),
      isTaken: false,
      reference: composeDossierCode(newSecret(5)),
    }
  }
  if (row.office_id !== officeId || row.about_key !== aboutKey) {
    throw problem('level-2.no-such-case')
  }
  return { officeId, aboutKey, subjectId: row.subject_id, isTaken: true, reference: row.reference }
}

/** One person has one case at a time; one that nobody goes on with gives way. */
const giveWay = async (work: Work, subjectId: string, at: Date): Promise<void> => {
  const other = await store.unfinishedForUpdate(work, subjectId)
  if (!other) {
    return
  }
  if (other.state !== 'open' || other.changed_at > later(at, -inForce(abandonedCase_s, at))) {
    throw problem('level-2.other-case-open')
  }
  await endWithout(work, other, 'system:abandoned', at)
}

const endWithout = (
  work: Work,
  row: Level2Row,
  by: string,
  at: Date,
  takenBy: readonly string[] = row.taken_by,
): Promise<void> =>
  store.saveState(work, row, {
    state: 'discarded',
    reason: null,
    submittedAt: row.submitted_at,
    dueAt: row.due_at,
    decidedAt: at,
    by,
    takenBy,
    at,
  })

export const openLevel2 = useCase({
  contract: OpenLevel2,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'level-2.open',
      key: actorReference(actor),
      most: inForce(level2Budget, presentMoment()).opened,
      per_s: 3600,
    },
  ],
  find: findOpening,
  permit: taker,
  async act(work, { caseId, personalNumber, openedAt, language }, { found, actor, tools, now }) {
    if (found.isTaken) {
      return viewOf(work, tools, { subject_id: found.subjectId, id: caseId }, actor, now)
    }
    const opened = new Date(openedAt)
    mustBePlausible(opened, now)
    const { subjectId } = found
    await giveWay(work, subjectId, now)
    const row = {
      subject_id: subjectId,
      id: caseId,
      reference: found.reference,
      office_id: actor.officeId,
      about_key: found.aboutKey,
    }
    const person = await findPerson(work, tools, personalNumber)
    const content = emptyContent(personalNumber, language, person?.fullName ?? null)
    // Two who open at once under one name: the second one waits here, and then sees that it is taken.
    if (!(await store.claimName(work, row))) {
      throw problem('level-2.no-such-case')
    }
    const isMade = await store.insert(work, {
      ...row,
      taken_by: [actor.personKey ?? ''],
      opened_by: actor.officerId,
      opened_at: opened,
      received_at: now,
      due_at: level2DueMoment(opened),
      sealed_content: await sealContent(tools, subjectId, content),
    })
    if (!isMade) {
      throw problem('level-2.other-case-open')
    }
    return viewOf(work, tools, row, actor, now)
  },
  audit: ({ actor, found }) => ({
    about: found.subjectId,
    purpose: 'level-2-opened',
    fields: SEEN,
    detail: { reference: found.reference, office: actor.officeName, officerNumber: actor.number },
  }),
})

export const viewLevel2 = useCase({
  contract: ViewLevel2,
  find: findCase,
  permit: takerOrSecond,
  act: (work, _, { found, actor, tools, now }) => viewOf(work, tools, found.row, actor, now),
  audit: lineOf('level-2-view', SEEN),
})

export const discardLevel2 = useCase({
  contract: DiscardLevel2,
  find: caseForUpdate,
  permit: taker,
  async act(work, { note }, { found: { row }, actor, tools, now }) {
    const level2 = await level2Of(tools, row)
    mustBeOpen(level2)
    const takenBy = takenByWith(row, actor)
    await store.saveContent(
      work,
      row,
      await sealContent(tools, row.subject_id, { ...level2.content, note }),
      takenBy,
      now,
    )
    await endWithout(work, row, `officer:${actor.officerId}`, now, takenBy)
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('level-2-discarded', []),
})

interface Listing {
  readonly officeId: string
  readonly which: 'open' | 'second'
}
const listTask = { open: 'level-2.take', second: 'level-2.second' } as const
const lister: Permit<Officer, Listing> = {
  says: 'an officer with the task level-2.take at the office, or level-2.second for what waits for it',
  session: 'counter',
  allows: (actor, found): actor is Officer => officerWith(listTask[found.which]).allows(actor, found),
}

const listingOf = (_: Work, { which }: { which: 'open' | 'second' }, actor: Actor): Promise<Listing> =>
  Promise.resolve({ which, officeId: actor.kind === 'officer' ? actor.officeId : '' })

const listed = async (work: Work, tools: Tools, row: Level2Row, actor: Officer, at: Date) => {
  const level2 = await level2Of(tools, row)
  const exceptions =
    row.state === 'waiting-second'
      ? exceptionsOf(level2, await sceneOf(work, tools, row, level2.content, at))
      : []
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    name: level2.content.name,
    exceptions,
    isMine: actor.personKey !== null && row.taken_by.includes(actor.personKey),
  }
}

export const listLevel2 = useCase({
  contract: ListLevel2,
  find: listingOf,
  permit: lister,
  async act(work, { which, cursor }, { actor, tools, now }) {
    const rows = await store.queuePage(work, actor.officeId, which, placeAfter(cursor), PAGE)
    const items = []
    for (const row of rows) {
      items.push(await listed(work, tools, row, actor, now))
    }
    const last = rows.at(-1)
    return { items, next: nextCursor(rows, PAGE, last && { at: last.due_at, id: last.id }) }
  },
  audit: none('names of those whose cases this office has open; opening one case leaves a line'),
})
