/**
 * The decision on a request to act for somebody, the second pair of eyes, and the office's list.
 */
import {
  ListRepresentations,
  SecondRepresentation,
  SubmitRepresentation,
} from '../../../../../contract/representation-request.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { unbindEveryDevice } from '../../../people/accounts/device.ts'
import {
  accountForUpdate,
  openRepresentedAccount,
  raiseRepresented,
} from '../../../people/accounts/open-account.ts'
import { pageIds, wordsOf } from '../../../evidence/capture/paper.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { kindOfRelation } from '../representation.ts'
import {
  doubtsOf,
  levelOf,
  seconded,
  submitted,
  type RepresentationRequest,
  type RequestDecision,
  type RequestState,
  type RequestStanding,
} from './request.ts'
import {
  dueMoment,
  requestKind,
  requestOf,
  standingOf,
  viewOf,
  type RequestFacts,
  type RequestRow,
} from './request-case.ts'
import { finders, linesOf, permitsOf } from '../../casework/case-access.ts'
import { decidedBy, isTakenBy, saveCase, takenByWith } from '../../casework/case-file.ts'
import { lapsesAt } from '../../casework/lapse-open.ts'
import { figuresOf, listOf } from '../../casework/list-cases.ts'
import { mustHaveSeen } from '../../casework/seen-by-second.ts'
import { beginTie, tieParents, watchWard } from '../tie.ts'
import {
  RelationUnknown,
  RepresentationPutToSecond,
  RepresentationRefused,
  WardRegistered,
  WardTakenOver,
} from '../events.ts'

const { forUpdate } = finders<RequestState, RequestFacts>(requestKind)
const { taker, approver } = permitsOf(requestKind)

interface Deciding {
  readonly row: RequestRow
  readonly request: RepresentationRequest
  readonly standing: RequestStanding
  readonly actor: Officer
  readonly tools: Tools
  readonly now: Date
  readonly takenBy: readonly string[]
  readonly note: string | null
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
  const sealedPapers = await tools.sealer.seal(
    wardId,
    'ward.papers',
    JSON.stringify(content.papers.map(wordsOf)),
  )
  await beginTie(work, {
    wardId,
    representativeId: row.facts.representativeId,
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
  const { row, request, actor, tools, now, takenBy, note } = deciding
  if (decision.state === 'accepted') {
    await accept(work, deciding)
  }
  const isDecided = decision.state !== 'waiting-second'
  const reason = decision.state === 'refused' ? decision.reason : null
  const dueAt = isDecided ? row.due_at : dueMoment(now)
  const change = {
    state: decision.state,
    content: { ...request.content, note: note ?? request.content.note },
    reason,
    dueAt,
    takenBy,
    note,
    submittedAt: row.submitted_at ?? now,
    by: actor.number,
    ...(isDecided ? { decidedBy: decidedBy(actor) } : {}),
  }
  await saveCase(work, tools, requestKind, row, change, now)
  const data = { requestId: row.id, reference: row.reference }
  if (reason) {
    work.publish(RepresentationRefused, row.facts.representativeId, { ...data, reason })
  }
  if (!isDecided && dueAt) {
    work.publish(RepresentationPutToSecond, row.facts.representativeId, {
      ...data,
      dueAt: dueAt.toISOString(),
    })
  }
}

export const submitRepresentation = useCase({
  contract: SubmitRepresentation,
  find: forUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const request = await requestOf(tools, row)
    const standing = await standingOf(work, tools, row, request.content, now)
    const takenBy = takenByWith(row, actor)
    const deciding = { row, request, standing, actor, tools, now, takenBy, note: null }
    await settle(work, deciding, submitted(request, standing))
    return viewOf(work, tools, row, actor, now)
  },
  audit: linesOf(requestKind, { purpose: 'representation-decision', fields: ['account', 'relation'] }),
})

export const secondRepresentation = useCase({
  contract: SecondRepresentation,
  find: forUpdate,
  permit: approver,
  async act(work, { verdict, note, seen, seenPages }, { found: { row }, actor, tools, now }) {
    const request = await requestOf(tools, row)
    const standing = await standingOf(work, tools, row, request.content, now)
    const deciding = { row, request, standing, actor, tools, now, takenBy: row.taken_by, note }
    const decision = seconded(request, standing, verdict)
    if (decision.state === 'accepted') {
      mustHaveSeen(doubtsOf(request, standing), seen)
      // A page of an older Sen shows no pictures: what it confirms is not what stands here.
      mustHaveSeen(pageIds(request.content.papers), seenPages ?? [])
    }
    await settle(work, deciding, decision)
    return viewOf(work, tools, row, actor, now)
  },
  audit: linesOf(
    requestKind,
    { purpose: 'representation-second', fields: ['account', 'relation', 'portrait'] },
    // The picture is the ward's.
    { purpose: 'representation-second', fields: ['account', 'relation'] },
  ),
})

export const listRepresentations = listOf(requestKind, {
  contract: ListRepresentations,
  stages: { open: ['open'], second: ['second'] },
  async item(read, tools, row: RequestRow, actor) {
    const { content } = await requestOf(tools, row)
    const name = content.name ?? (await findPerson(read, tools, content.personalNumber))?.fullName ?? null
    return {
      caseId: row.id,
      reference: row.reference,
      state: row.state,
      kind: content.kind,
      name,
      openedAt: row.opened_at.toISOString(),
      dueAt: (row.due_at ?? row.opened_at).toISOString(),
      lapsesAt: lapsesAt(requestKind, row)?.toISOString() ?? null,
      isMine: isTakenBy(row, actor),
    }
  },
})

export const representationFigures = figuresOf(requestKind, 'second')
