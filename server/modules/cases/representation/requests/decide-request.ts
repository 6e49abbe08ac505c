/**
 * The decision on a request to act for somebody, the second pair of eyes, the office's list, and the end of a
 * guardianship by a decision that was shown.
 */
import {
  EndRepresentation,
  ListRepresentations,
  SecondRepresentation,
  SubmitRepresentation,
} from '../../../../../contract/representation.ts'
import type { Actor, Officer } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { officerWith, type Permit } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { unbindEveryDevice } from '../../../people/accounts/device.ts'
import {
  findSubject,
  accountForUpdate,
  openRepresentedAccount,
  raiseRepresented,
} from '../../../people/accounts/open-account.ts'
import { nextCursor, placeAfter } from '../../../registry/organisations/queue-cursor.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { kindOfRelation } from '../representation.ts'
import {
  levelOf,
  seconded,
  submitted,
  type RepresentationRequest,
  type RequestDecision,
  type RequestStanding,
} from './request.ts'
import {
  lineOf,
  requestForUpdate,
  requestOf,
  sealContent,
  second,
  standingOf,
  taker,
  takenByWith,
  takerWith,
  viewOf,
  type AboutTwo,
} from './request-case.ts'
import * as requests from './request-store.ts'
import type { RequestRow } from './request-store.ts'
import * as store from '../store.ts'
import { dueMoment } from './take-request.ts'
import { beginTie, endTieFor, lookAtWard, tieParents, watchWard } from '../tie.ts'
import {
  RelationUnknown,
  RepresentationPutToSecond,
  RepresentationRefused,
  WardRegistered,
  WardTakenOver,
} from '../events.ts'

interface Deciding {
  readonly row: RequestRow
  readonly request: RepresentationRequest
  readonly standing: RequestStanding
  readonly actor: Officer
  readonly tools: Tools
  readonly now: Date
  readonly takenBy: readonly string[]
}

/**
 * Opens the account, or takes over the one that a ward had herself; ties the two; all of it in one
 * transaction.
 */
const accept = async (work: Work, { row, request, standing, tools, now, actor }: Deciding): Promise<void> => {
  const { content } = request
  const { ward } = standing
  if (!ward) {
    throw new Error('a request without a person was accepted')
  }
  const wardId = row.subject_id
  const level = levelOf(request, standing)
  const account = await accountForUpdate(work, wardId)
  if (!account) {
    await openRepresentedAccount(work, tools, {
      subjectId: wardId,
      personalNumber: ward.personalNumber,
      level,
      language: 'vi',
    })
    work.publish(WardRegistered, wardId, { level })
  } else {
    if (standing.wardAccount?.isOthers) {
      await unbindEveryDevice(work, wardId, now)
      work.publish(WardTakenOver, wardId, { at: now.toISOString() })
    }
    if (level === 2 && account.level < 2) {
      await raiseRepresented(work, account)
    }
  }
  const isInRegister = kindOfRelation(ward, content.representativeNumber) === content.kind
  const sealedPapers = await tools.sealer.seal(wardId, 'ward.papers', JSON.stringify(content.papers))
  await beginTie(work, {
    wardId,
    representativeId: row.representative_id,
    kind: content.kind,
    ground: isInRegister ? 'register' : 'papers',
    untilDay: content.until,
    sealedPapers,
  })
  if (content.kind === 'parent' && isInRegister) {
    await tieParents(work, tools, wardId, ward)
  }
  await watchWard(work, wardId, ward.birthDate)
  if (!isInRegister) {
    const other = tools.sealer
      .sealWithPlatformKey('fact.number', content.representativeNumber)
      .toString('base64url')
    work.publish(RelationUnknown, wardId, {
      kind: content.kind,
      other,
      officeId: actor.officeId,
      source: 'papers',
    })
  }
}

const settle = async (work: Work, deciding: Deciding, decision: RequestDecision): Promise<void> => {
  const { row, actor, now, takenBy } = deciding
  if (decision.state === 'accepted') {
    await accept(work, deciding)
  }
  const isDecided = decision.state !== 'waiting-second'
  const reason = decision.state === 'refused' ? decision.reason : null
  const dueAt = isDecided ? row.due_at : dueMoment(now)
  await requests.saveState(work, row, {
    state: decision.state,
    reason,
    dueAt,
    at: now,
    by: isDecided ? `officer:${actor.officerId}` : null,
    takenBy,
  })
  const data = { requestId: row.id, reference: row.reference }
  if (reason) {
    work.publish(RepresentationRefused, row.representative_id, { ...data, reason })
  }
  if (!isDecided) {
    work.publish(RepresentationPutToSecond, row.representative_id, { ...data, dueAt: dueAt.toISOString() })
  }
}

export const submitRepresentation = useCase({
  contract: SubmitRepresentation,
  find: requestForUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const request = await requestOf(tools, row)
    const standing = await standingOf(work, tools, row, request.content, now)
    await settle(
      work,
      { row, request, standing, actor, tools, now, takenBy: takenByWith(row, actor) },
      submitted(request, standing),
    )
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('representation-decision', ['account', 'relation']),
})

export const secondRepresentation = useCase({
  contract: SecondRepresentation,
  find: requestForUpdate,
  permit: second,
  async act(work, { verdict, note }, { found: { row }, actor, tools, now }) {
    const request = await requestOf(tools, row)
    const standing = await standingOf(work, tools, row, request.content, now)
    await settle(
      work,
      { row, request, standing, actor, tools, now, takenBy: row.taken_by },
      seconded(request, standing, verdict),
    )
    await requests.saveContent(
      work,
      row,
      await sealContent(tools, row.subject_id, { ...request.content, note }),
      row.taken_by,
      now,
    )
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('representation-second', ['account', 'relation', 'portrait']),
})

interface Tied extends AboutTwo {
  readonly tie: store.WardRow | null
}

const findTied = async (
  work: Work,
  { personalNumber, representativeNumber }: { personalNumber: string; representativeNumber: string },
  actor: Actor,
  tools: Tools,
): Promise<Tied> => {
  const key = (number: string) => tools.digests.identifier('number', number).toString('hex')
  const [wardId, representativeId] = [
    await findSubject(work, tools, personalNumber),
    await findSubject(work, tools, representativeNumber),
  ]
  const tie =
    wardId && representativeId
      ? (await store.tiesForUpdate(work, wardId)).find(({ representative_id: id }) => id === representativeId)
      : undefined
  const officeId = actor.kind === 'officer' ? actor.officeId : ''
  return {
    officeId,
    aboutKey: key(personalNumber),
    representativeKey: key(representativeNumber),
    takenBy: [],
    tie: tie ?? null,
  }
}

export const endRepresentation = useCase({
  contract: EndRepresentation,
  limits: (_, __, actor) => [
    {
      scope: 'representation.end',
      key: actor.kind === 'officer' ? actor.officerId : '',
      most: 60,
      per_s: 3600,
    },
  ],
  find: findTied,
  permit: takerWith('representation.second'),
  async act(work, _, { found: { tie }, tools }) {
    if (!tie || !(await endTieFor(work, tie, 'guardianship-ended'))) {
      throw problem('representation.no-tie')
    }
    await lookAtWard(work, tools, tie.subject_id, ['guardianship-ended'])
    return {}
  },
  audit: ({ found: { tie }, input, actor, refusal }) => ({
    about: tie?.subject_id ?? null,
    purpose: 'representation-ended',
    fields: ['relation'],
    outcome: refusal ?? 'done',
    detail: { office: actor.officeName, officerNumber: actor.number, paper: input.paper.kind },
  }),
})

interface Listing {
  readonly officeId: string
  readonly which: requests.Which
}
const listTask = { open: 'representation.take', second: 'representation.second' } as const
const lister: Permit<Officer, Listing> = {
  says: 'an officer with the task representation.take at the office, or representation.second for what waits for it',
  session: 'counter',
  allows: (actor, found): actor is Officer => officerWith(listTask[found.which]).allows(actor, found),
}

const listingOf = (_: Work, { which }: { which: requests.Which }, actor: Actor): Promise<Listing> =>
  Promise.resolve({ which, officeId: actor.kind === 'officer' ? actor.officeId : '' })

const PAGE = 30
export const listRepresentations = useCase({
  contract: ListRepresentations,
  find: listingOf,
  permit: lister,
  async act(work, { which, cursor }, { actor, tools }) {
    const rows = await requests.queuePage(work, actor.officeId, which, placeAfter(cursor), PAGE)
    const items = []
    for (const row of rows) {
      const { content } = await requestOf(tools, row)
      const name = (await findPerson(work, tools, content.wardNumber))?.fullName ?? null
      items.push({
        requestId: row.id,
        reference: row.reference,
        state: row.state,
        kind: content.kind,
        name,
        openedAt: row.opened_at.toISOString(),
        dueAt: row.due_at.toISOString(),
        isMine: actor.personKey !== null && row.taken_by.includes(actor.personKey),
      })
    }
    const last = rows.at(-1)
    return { items, next: nextCursor(rows, PAGE, last && { at: last.due_at, id: last.id }) }
  },
  audit: none('names of those whose requests this office has open; opening one leaves a line'),
})
