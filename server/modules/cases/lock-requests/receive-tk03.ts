/** Form TK03 of a competent body: received, and passed on to the head within a working day. */
import { ForwardTk03, ReceiveTk03 } from '../../../../contract/lock.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/id.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { ReadPage } from '../../evidence/capture/paper-page.ts'
import { mustBeIssued } from '../../evidence/capture/paper.ts'
import { findHolder, officeOf } from '../../people/locks/lock-at-counter.ts'
import { lockStateOf } from '../../people/locks/lock-subject.ts'
import { listedBody } from '../../registry/organisations/bodies/competent-body.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { isNamed } from '../casework/case-access.ts'
import { aboutKeyOf } from '../casework/open-case.ts'
import { pagesSigned, readPages } from '../casework/paper-commands.ts'
import { saveCase, takenByWith } from '../casework/case-file.ts'
import { refusalOfTk03, refusalToForward } from './lock-request.ts'
import { forUpdate, lockRequestKind, openRequest, standingBodyKey, taker } from './lock-request-case.ts'
import { decideBy } from './rules.ts'

/**
 * Pictures are unpacked before anybody is looked for, for whoever may receive the form, by decoders that all
 * counters share. A form without them costs nothing and is never counted.
 */
const perOfficer = ({ pages = [] }: InputOf<typeof ReceiveTk03>, _: unknown, actor: Actor) =>
  pages.length === 0
    ? []
    : [{ scope: 'lock.receive-tk03', key: actorReference(actor), most: 60, per_s: 3600 }]

export const receiveTk03 = useCase({
  contract: ReceiveTk03,
  limits: perOfficer,
  async prepare({ pages = [], personalNumber }, { actor, tools, now }): Promise<readonly ReadPage[]> {
    const holder = { officeId: actor.officeId, aboutKey: aboutKeyOf(tools, personalNumber) }
    return taker.allows(actor, holder) ? readPages(pages, now) : []
  },
  find: findHolder,
  permit: taker,
  async act(work, input, execution) {
    const { found, actor, now, tools, refuse, prepared } = execution
    const { kind, authority: typed, personalNumber: _, caseId = newId(), pages = [], ...paper } = input
    mustBeIssued([{ date: paper.documentDate }], now)
    const authority = await listedBody(work, typed)
    // A subject alone is no person: a number that nobody has may have been reserved.
    if (!(await findPerson(work, tools, found.personalNumber))) {
      return refuse(problem('lock.nothing-to-lock'))
    }
    const { grounds } = await lockStateOf(work, found.subjectId)
    const refusal = refusalOfTk03(kind, standingBodyKey(tools, authority, grounds) !== null)
    if (refusal) {
      return refuse(problem(refusal))
    }
    if (await isNamed(work, caseId)) {
      throw problem('lock.no-such-request')
    }
    const signed = await pagesSigned(work, pages, prepared, caseId, execution)
    const opened = await openRequest(work, tools, {
      found,
      actor,
      now,
      facts: { kind, authority },
      caseId,
      pages: prepared,
      content: { ...paper, script: [], pages: signed },
    })
    return opened ?? refuse(problem('lock.request-open'))
  },
  audit: ({ found, actor, input, result, refusal }) => ({
    about: found.subjectId,
    purpose: 'lock-request-received',
    outcome: refusal ?? input.kind,
    detail: { ...officeOf(actor), reference: result?.reference ?? null, authority: input.authority },
  }),
})

export const forwardTk03 = useCase({
  contract: ForwardTk03,
  find: forUpdate,
  permit: taker,
  async act(work, { reference }, { found: { row }, actor, tools, now }) {
    const refusal = refusalToForward(row.state)
    if (refusal) {
      throw problem(refusal)
    }
    const dueAt = decideBy(now)
    const change = {
      state: 'forwarded' as const,
      takenBy: takenByWith(row, actor),
      submittedAt: now,
      dueAt,
      by: actor.number,
    }
    await saveCase(work, tools, lockRequestKind, row, change, now)
    return { reference, dueAt: dueAt.toISOString() }
  },
  audit: ({ found, actor }) => ({
    about: found.row.subject_id,
    purpose: 'lock-request-forwarded',
    outcome: 'done',
    detail: { ...officeOf(actor), reference: found.row.reference },
  }),
})
