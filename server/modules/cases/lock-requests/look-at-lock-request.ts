/** What waits at an office to be passed on or decided, and one request with its person. */
import { historySeen } from '../casework/case-history.ts'
import { ListLockRequests, OpenLockRequest, ViewLockPages } from '../../../../contract/lock.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { officeOf } from '../../people/locks/lock-at-counter.ts'
import { describeGround } from '../../people/locks/lock-oneself.ts'
import { lockStateOf } from '../../people/locks/lock-subject.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { isTakenBy } from '../casework/case-file.ts'
import { pagesShown } from '../casework/paper-commands.ts'
import { figuresOf, pageOfCases } from '../casework/list-cases.ts'
import type { RequestFacts, RequestState } from './lock-request.ts'
import {
  contentOf,
  find,
  lockRequestKind,
  numberOf,
  reasonOf,
  viewer,
  type RequestRow,
} from './lock-request-case.ts'

export const lockReceiveFigures = figuresOf(lockRequestKind, 'receive')
export const lockDecideFigures = figuresOf(lockRequestKind, 'decide')

const handlers = { receive: officerWith('lock.receive'), decide: officerWith('lock.decide') } as const

const faceOf = ({ reference, facts, state, received_at, due_at }: RequestRow) => ({
  reference,
  kind: facts.kind,
  state,
  receivedAt: received_at.toISOString(),
  dueAt: (due_at ?? received_at).toISOString(),
})

export const listLockRequests = useCase({
  contract: ListLockRequests,
  permit: {
    says: 'an officer with the task lock.receive or lock.decide, for her office',
    session: 'counter',
    allows: (actor: Actor, found): actor is Officer =>
      Object.values(handlers).some((one) => one.allows(actor, found as undefined)),
  },
  async act(work, { stage, cursor }, { actor }) {
    if (!handlers[stage].allows(actor, undefined)) {
      throw problem('permit.refused')
    }
    const { rows, next } = await pageOfCases<RequestState, 'receive' | 'decide', RequestFacts>(
      work,
      lockRequestKind,
      actor.officeId,
      [stage],
      cursor,
    )
    return { items: rows.map(faceOf), next }
  },
  audit: none('references and due moments only; opening one leaves a line'),
})

export const openLockRequest = useCase({
  contract: OpenLockRequest,
  find,
  permit: viewer,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const content = await contentOf(tools, row)
    const person = await findPerson(work, tools, await numberOf(work, tools, row, content))
    const { authority, documentNumber, documentDate, reason, script, replyTo, pages = [] } = content
    return {
      ...faceOf(row),
      reason: await reasonOf(work, tools, row),
      isTakenByMe: isTakenBy(row, actor),
      history: await historySeen(work, tools, row),
      person: person && {
        personalNumber: person.personalNumber,
        fullName: person.fullName,
        birthDate: person.birthDate,
      },
      grounds: (await lockStateOf(work, row.subject_id)).grounds.map((one) => describeGround(one, now)),
      content: { authority, documentNumber, documentDate, reason, script: [...script], replyTo },
      pages: [...pages],
    }
  },
  audit: ({ found, actor }) => ({
    about: found.row.subject_id,
    purpose: 'lock-request-opened',
    fields: ['personalNumber', 'fullName', 'birthDate'],
    detail: { ...officeOf(actor), reference: found.row.reference },
  }),
})

export const viewLockPages = useCase({
  contract: ViewLockPages,
  find,
  permit: viewer,
  act: async (work, _, { found: { row }, tools }) =>
    pagesShown(work, tools, row, await contentOf(tools, row)),
  audit: ({ found, actor }) => ({
    about: found.row.subject_id,
    purpose: 'lock-request-opened',
    fields: ['documents'],
    detail: { ...officeOf(actor), reference: found.row.reference },
  }),
})
