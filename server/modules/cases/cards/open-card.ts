/**
 * Opening an application for a card, looking at it, the office's queues, and ending one at the citizen's
 * wish.
 */
import { FindCard, ListCards, OpenCard, ViewCard, WithdrawCard } from '../../../../contract/card.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference, type Actor, type Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/id.ts'
import { officerWith, type Permit } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import type { AboutPerson } from '../../registry/organisations/second-eyes.ts'
import { nextCursor, placeAfter } from '../../registry/organisations/queue-cursor.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { emptyContent, exceptionsOf, mustFit } from './card-application.ts'
import {
  anyOfThem,
  applicationOf,
  findCard,
  lineOf,
  cardForUpdate,
  sceneOf,
  sealContent,
  taker,
  takenByWith,
  type FoundCard,
} from './card-case.ts'
import { viewOf } from './card-view.ts'
import { abandonedApplication_s, cardBudget, cardDueMoment } from './rules.ts'
import * as store from './store.ts'
import type { CardQueue, CardRow } from './store.ts'

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
 * The person's subject, so that the line stands in her own log also when she has no account yet. What a
 * refused permit leaves here is undone.
 */
const findOpening = async (
  work: Work,
  { applicationId, personalNumber }: InputOf<typeof OpenCard>,
  actor: Actor,
  tools: Tools,
): Promise<Opening> => {
  const officeId = actor.kind === 'officer' ? actor.officeId : ''
  const aboutKey = tools.digests.identifier('number', personalNumber).toString('hex')
  const name = await store.nameOf(work, applicationId)
  const row = name && (await store.find(work, name.subject_id, applicationId))
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
    throw problem('card.no-such-application')
  }
  return { officeId, aboutKey, subjectId: row.subject_id, isTaken: true, reference: row.reference }
}

const endWithout = (
  work: Work,
  row: CardRow,
  by: string,
  at: Date,
  takenBy: readonly string[] = row.taken_by,
): Promise<void> =>
  store.saveDecision(work, row, {
    state: 'withdrawn',
    refusal: null,
    submittedAt: row.submitted_at,
    dueAt: row.due_at,
    decidedAt: at,
    by,
    takenBy,
    at,
  })

/** One person has one application at a time; one that nobody goes on with gives way. */
const giveWay = async (work: Work, subjectId: string, at: Date): Promise<void> => {
  const other = await store.unfinishedForUpdate(work, subjectId)
  if (!other) {
    return
  }
  if (other.state !== 'open' || other.changed_at > later(at, -inForce(abandonedApplication_s, at))) {
    throw problem('card.other-application-open')
  }
  await endWithout(work, other, 'system:abandoned', at)
}

export const openCard = useCase({
  contract: OpenCard,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'card.open',
      key: actorReference(actor),
      most: inForce(cardBudget, presentMoment()).opened,
      per_s: 3600,
    },
  ],
  find: findOpening,
  permit: taker,
  async act(
    work,
    { applicationId, personalNumber, kind, reason, withAccount, lost, language },
    { found, actor, tools, now },
  ) {
    const { subjectId } = found
    if (found.isTaken) {
      return viewOf(work, tools, { subject_id: subjectId, id: applicationId }, actor, now)
    }
    const person = await findPerson(work, tools, personalNumber)
    mustFit({ kind, reason, lost }, person && person.card !== null, now)
    await giveWay(work, subjectId, now)
    const content = emptyContent({
      personalNumber,
      name: person?.fullName ?? null,
      language,
      lost: lost ?? null,
    })
    const row = {
      subject_id: subjectId,
      id: applicationId,
      reference: found.reference,
      office_id: actor.officeId,
      about_key: found.aboutKey,
    }
    if (!(await store.claimName(work, row))) {
      throw problem('card.no-such-application')
    }
    const isMade = await store.insert(work, {
      ...row,
      kind,
      reason,
      with_account: withAccount,
      taken_by: [actor.personKey ?? ''],
      opened_by: actor.officerId,
      opened_at: now,
      due_at: cardDueMoment(now),
      sealed_content: await sealContent(tools, subjectId, content),
    })
    if (!isMade) {
      throw problem('card.other-application-open')
    }
    return viewOf(work, tools, row, actor, now)
  },
  audit: ({ actor, found }) => ({
    about: found.subjectId,
    purpose: 'card-opened',
    fields: SEEN,
    detail: { reference: found.reference, office: actor.officeName, officerNumber: actor.number },
  }),
})

export const viewCard = useCase({
  contract: ViewCard,
  find: findCard,
  permit: anyOfThem,
  act: (work, _, { found, actor, tools, now }) => viewOf(work, tools, found.row, actor, now),
  audit: lineOf('card-view', SEEN),
})

/** Another office's reference leads nowhere; one about herself she is told not to open. */
const findByReference = async (
  work: Work,
  { reference }: InputOf<typeof FindCard>,
  actor: Actor,
): Promise<FoundCard> => {
  const name = await store.nameOfReference(work, reference)
  if (!name) {
    throw problem('card.no-such-application')
  }
  return findCard(work, { applicationId: name.id }, actor)
}

export const findCardByReference = useCase({
  contract: FindCard,
  find: findByReference,
  permit: anyOfThem,
  act: (_, __, { found }) => Promise.resolve({ applicationId: found.row.id }),
  audit: none('a reference turned into an address; opening it leaves a line'),
})

/** Also when it lies ready: somebody who never comes for it could not apply again. */
const WITHDRAWABLE = [
  'open',
  'waiting-second',
  'accepted',
  'printed',
  'ready',
] as const satisfies readonly CardRow['state'][]

export const withdrawCard = useCase({
  contract: WithdrawCard,
  find: cardForUpdate,
  permit: taker,
  async act(work, { note }, { found: { row }, actor, tools, now }) {
    if (!(WITHDRAWABLE as readonly string[]).includes(row.state)) {
      throw problem('card.closed')
    }
    const { content } = await applicationOf(tools, row)
    const takenBy = takenByWith(row, actor)
    await store.saveContent(
      work,
      row,
      await sealContent(tools, row.subject_id, { ...content, note }),
      takenBy,
      now,
    )
    await endWithout(work, row, `officer:${actor.officerId}`, now, takenBy)
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('card-withdrawn', []),
})

interface Listing {
  readonly officeId: string
  readonly which: CardQueue
}
const listTask = {
  open: 'card.take',
  second: 'card.decide',
  print: 'card.print',
  receive: 'card.hand-over',
  ready: 'card.hand-over',
} as const satisfies Record<CardQueue, string>
const lister: Permit<Officer, Listing> = {
  says: 'an officer with the task of the queue at the office: card.take, card.decide, card.print or card.hand-over',
  session: 'counter',
  allows: (actor, found): actor is Officer => officerWith(listTask[found.which]).allows(actor, found),
}

const listingOf = (_: Work, { which }: { which: CardQueue }, actor: Actor): Promise<Listing> =>
  Promise.resolve({ which, officeId: actor.kind === 'officer' ? actor.officeId : '' })

const listed = async (work: Work, tools: Tools, row: CardRow, actor: Officer, at: Date) => {
  const application = await applicationOf(tools, row)
  const scene =
    row.state === 'waiting-second' || row.state === 'accepted'
      ? await sceneOf(work, tools, row, application.content, at)
      : null
  const isMine =
    actor.personKey !== null &&
    (row.state === 'ready' ? row.printed_by === actor.personKey : row.taken_by.includes(actor.personKey))
  return {
    applicationId: row.id,
    reference: row.reference,
    kind: row.kind,
    reason: row.reason,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    name: application.content.name,
    withAccount: row.with_account,
    exceptions: scene && row.state === 'waiting-second' ? exceptionsOf(application, scene) : [],
    isMine,
    waitsForChanges: scene?.areChangesSettled === false,
  }
}

export const listCards = useCase({
  contract: ListCards,
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
  audit: none('names of those whose applications this office has open; opening one leaves a line'),
})
