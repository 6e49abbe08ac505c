/**
 * Requests that are decided: form TK03 of a competent body (received, forwarded within a working day, decided
 * within two) and the holder's own request to
 * unlock. Who received it does not decide it, and nobody decides about herself (Decree 69/2024 art. 15).
 */
import {
  DecideLockRequest,
  ForwardTk03,
  ListLockRequests,
  OpenLockRequest,
  ReceiveTk03,
} from '../../../../contract/lock.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import type { FindableCase } from '../../../kernel/module.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { officerAbout, approver, type TakenBefore } from '../../registry/organisations/second-eyes.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { endOfDay, findHolder, officeOf } from './lock-at-counter.ts'
import { describeGround } from './lock-oneself.ts'
import { lockStateOf, lockSubject, unlockSubject, type LockNote } from './lock-subject.ts'
import * as requests from './request-store.ts'
import type { RequestRow } from './request-store.ts'
import { tk03Days } from './rules.ts'
import { LockRequestAnswered } from './events.ts'

const PAGE = 30

export interface RequestContent {
  readonly authority: string
  readonly documentNumber: string
  readonly documentDate: string
  readonly reason: string
  readonly script: readonly string[]
  /** Where the body is answered; empty for the holder's own request. */
  readonly replyTo: string
}
/** One body is one key, whatever is said of it elsewhere. */
const bodyKeyOf = (tools: Tools, authority: string): string =>
  tools.digests.identifier('lock-body', authority).toString('hex')

export const openContent = async (
  tools: Tools,
  row: Pick<RequestRow, 'subject_id' | 'sealed_content'>,
): Promise<RequestContent> =>
  JSON.parse(
    (await tools.sealer.open(row.subject_id, 'lock_request.content', row.sealed_content)).toString('utf8'),
  ) as RequestContent

export const receiveTk03 = useCase({
  contract: ReceiveTk03,
  find: findHolder,
  permit: officerAbout('lock.receive', 'lock.about-yourself'),
  async act(
    work,
    { kind, authority, documentNumber, documentDate, reason, replyTo },
    { found, actor, now, tools },
  ) {
    const { subjectId } = found
    if (subjectId === null) {
      throw problem('lock.nothing-to-lock')
    }
    const { grounds } = await lockStateOf(work, subjectId)
    const isTheirs = grounds.some(
      (one) => one.ground === 'body-request' && one.bodyKey === bodyKeyOf(tools, authority),
    )
    if (kind === 'body-unlock' && !isTheirs) {
      throw problem('lock.not-locked')
    }
    if (kind === 'body-lock' && isTheirs) {
      throw problem('lock.nothing-to-lock')
    }
    if (await requests.hasOpen(work, subjectId, kind, authority)) {
      throw problem('lock.request-open')
    }
    const content: RequestContent = { authority, documentNumber, documentDate, reason, script: [], replyTo }
    const reference = composeDossierCode(newSecret(5))
    const dueAt = endOfDay(now, inForce(tk03Days, now).forward)
    await requests.insert(work, {
      subject_id: subjectId,
      id: newId(),
      reference,
      office_id: actor.officeId,
      kind,
      state: 'received',
      personal_number: found.personalNumber,
      sealed_content: await tools.sealer.seal(subjectId, 'lock_request.content', JSON.stringify(content)),
      authority,
      received_by: actorReference(actor),
      received_by_key: actor.personKey ?? '',
      received_at: now,
      due_at: dueAt,
    })
    return { reference, dueAt: dueAt.toISOString() }
  },
  audit: ({ found, actor, input, result, refusal }) => ({
    about: found.subjectId,
    purpose: 'lock-request-received',
    outcome: refusal ?? input.kind,
    detail: { ...officeOf(actor), reference: result?.reference ?? null, authority: input.authority },
  }),
})

interface FoundRequest extends TakenBefore {
  readonly row: RequestRow
}

/** Another office's request does not exist for this officer. */
const findRequest =
  (isLocked: boolean) =>
  async (
    work: Work,
    { reference }: { readonly reference: string },
    actor: Actor,
    tools: Tools,
  ): Promise<FoundRequest> => {
    const pair = await requests.byReference(work, reference)
    const isHere = pair && actor.kind === 'officer' && pair.office_id === actor.officeId
    const row = isHere
      ? await (isLocked ? requests.forUpdate : requests.find)(work, pair.subject_id, pair.request_id)
      : undefined
    if (!row) {
      throw problem('lock.no-such-request')
    }
    return {
      officeId: row.office_id,
      aboutKey: tools.digests.identifier('number', row.personal_number).toString('hex'),
      takenBy: [row.received_by_key || null],
      row,
    }
  }

/** The counter names a request by its reference. */
export const lockRequestFindable: FindableCase = {
  kind: 'lock-request',
  tasks: ['lock.receive', 'lock.decide'],
  async find(read, reference) {
    const pair = await requests.byReference(read, reference)
    return pair ? { caseId: reference, officeId: pair.office_id } : null
  },
}

export const forwardTk03 = useCase({
  contract: ForwardTk03,
  find: findRequest(true),
  permit: officerAbout('lock.receive', 'lock.about-yourself'),
  async act(work, { reference }, { found: { row }, now }) {
    if (row.state !== 'received') {
      throw problem('lock.request-closed')
    }
    const dueAt = endOfDay(now, inForce(tk03Days, now).decide)
    await requests.forward(work, row, dueAt, now)
    return { reference, dueAt: dueAt.toISOString() }
  },
  audit: ({ found, actor, refusal }) => ({
    about: found.row.subject_id,
    purpose: 'lock-request-forwarded',
    outcome: refusal ?? 'done',
    detail: { ...officeOf(actor), reference: found.row.reference },
  }),
})

/** What a granted request does. */
const grant = async (work: Work, tools: Tools, row: RequestRow, note: LockNote): Promise<void> => {
  const subjectId = row.subject_id
  if (row.kind === 'body-lock') {
    await lockSubject(work, tools, {
      subjectId,
      ground: 'body-request',
      by: 'body',
      bodyKey: bodyKeyOf(tools, row.authority),
      note,
    })
    return
  }
  await unlockSubject(work, tools, {
    subjectId,
    note,
    ...(row.kind === 'body-unlock'
      ? { by: 'body', bodyKey: bodyKeyOf(tools, row.authority) }
      : { by: 'officer-second' }),
  })
}

export const decideLockRequest = useCase({
  contract: DecideLockRequest,
  find: findRequest(true),
  permit: approver('lock.decide', { herself: 'lock.about-yourself', sameEyes: 'lock.same-eyes' }),
  async act(work, { reference, verdict, reason }, { found: { row }, actor, now, tools }) {
    if (row.state === 'received') {
      throw problem('lock.not-forwarded')
    }
    if (row.state !== 'forwarded') {
      throw problem('lock.request-closed')
    }
    const state = verdict === 'grant' ? ('granted' as const) : ('refused' as const)
    const by = actorReference(actor)
    await requests.settle(work, row, { state, by, reason, at: now })
    if (state === 'granted') {
      await grant(work, tools, row, {
        ...officeOf(actor),
        reference,
        ...(row.authority ? { body: row.authority } : {}),
      })
    }
    const isUsable = !(await lockStateOf(work, row.subject_id)).isLocked
    work.publish(LockRequestAnswered, row.subject_id, { requestId: row.id, state })
    return { reference, state, isUsable }
  },
  audit: ({ found, actor, result, refusal }) => ({
    about: found.row.subject_id,
    purpose: 'lock-request-decided',
    outcome: result?.state ?? refusal ?? 'refused',
    detail: {
      ...officeOf(actor),
      reference: found.row.reference,
      kind: found.row.kind,
      authority: found.row.authority || null,
    },
  }),
})

/** As `next` writes it. */
const isCursor = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\|[0-9A-Z-]{4,24}$/.test(text) &&
  !Number.isNaN(Date.parse(text.split('|')[0] ?? ''))

const handlers = { receive: officerWith('lock.receive'), decide: officerWith('lock.decide') } as const

export const listLockRequests = useCase({
  contract: ListLockRequests,
  permit: {
    says: 'an officer with the task lock.receive or lock.decide, for her office',
    session: 'counter',
    allows: (actor, found): actor is Extract<Actor, { kind: 'officer' }> =>
      Object.values(handlers).some((one) => one.allows(actor, found as undefined)),
  },
  async act(work, { stage, cursor }, { actor }) {
    if (!handlers[stage].allows(actor, undefined)) {
      throw problem('permit.refused')
    }
    if (cursor !== undefined && !isCursor(cursor)) {
      throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'shape' }] })
    }
    const [dueAt = '1970-01-01T00:00:00Z', reference = ''] = cursor?.split('|') ?? []
    const rows = await requests.queuePage(work, actor.officeId, stage, { dueAt, reference }, PAGE)
    const last = rows.at(-1)
    return {
      items: rows.map((row) => ({
        reference: row.reference,
        kind: row.kind,
        state: row.state,
        receivedAt: row.received_at.toISOString(),
        dueAt: row.due_at.toISOString(),
      })),
      next: rows.length === PAGE && last ? `${last.due_at.toISOString()}|${last.reference}` : null,
    }
  },
  audit: none('references and due moments only; opening one leaves a line'),
})

export const openLockRequest = useCase({
  contract: OpenLockRequest,
  find: findRequest(false),
  permit: officerAbout(['lock.receive', 'lock.decide'], 'lock.about-yourself'),
  async act(work, { reference }, { found: { row }, actor, tools, now }) {
    const person = await findPerson(work, tools, row.personal_number)
    const { authority, documentNumber, documentDate, reason, script } = await openContent(tools, row)
    return {
      reference,
      kind: row.kind,
      state: row.state,
      receivedAt: row.received_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      reason: row.reason,
      isTakenByMe: row.received_by_key !== '' && row.received_by_key === actor.personKey,
      person: person && {
        personalNumber: person.personalNumber,
        fullName: person.fullName,
        birthDate: person.birthDate,
      },
      grounds: (await lockStateOf(work, row.subject_id)).grounds.map((one) => describeGround(one, now)),
      content: { authority, documentNumber, documentDate, reason, script: [...script] },
    }
  },
  audit: ({ found, actor }) => ({
    about: found.row.subject_id,
    purpose: 'lock-request-opened',
    fields: ['personalNumber', 'fullName', 'birthDate'],
    detail: { ...officeOf(actor), reference: found.row.reference },
  }),
})
