/** The decision of the second pair of eyes, and what a granted request does. */
import { DecideLockRequest } from '../../../../contract/lock.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { officeOf } from '../../people/locks/lock-at-counter.ts'
import { lockStateOf, lockSubject, unlockSubject, type LockNote } from '../../people/locks/lock-subject.ts'
import { pageIds } from '../../evidence/capture/paper.ts'
import { mustHaveSeen } from '../casework/seen-by-second.ts'
import { saveCase } from '../casework/case-file.ts'
import { LockRequestAnswered } from './events.ts'
import { refusalToDecide, refusalToGrant } from './lock-request.ts'
import {
  approver,
  bodyKeyOf,
  contentOf,
  forUpdate,
  lockRequestKind,
  standingBodyKey,
  type RequestRow,
} from './lock-request-case.ts'

const grant = async (work: Work, tools: Tools, row: RequestRow, note: LockNote): Promise<void> => {
  const { subject_id: subjectId, facts } = row
  const { grounds } = await lockStateOf(work, subjectId)
  const bodyKey = standingBodyKey(tools, facts.authority, grounds) ?? bodyKeyOf(tools, facts.authority)
  const body = { by: 'body', bodyKey } as const
  if (facts.kind === 'body-lock') {
    await lockSubject(work, tools, { subjectId, ground: 'body-request', ...body, note })
    return
  }
  const by = facts.kind === 'body-unlock' ? body : ({ by: 'officer-second' } as const)
  await unlockSubject(work, tools, { subjectId, note, ...by })
}

export const decideLockRequest = useCase({
  contract: DecideLockRequest,
  find: forUpdate,
  permit: approver,
  async act(work, { reference, verdict, reason, seenPages = [] }, { found: { row }, actor, now, tools }) {
    const refusal = refusalToDecide(row.state)
    if (refusal) {
      throw problem(refusal)
    }
    if (verdict === 'grant') {
      const locks = (await lockStateOf(work, row.subject_id)).grounds
      const since = refusalToGrant(row.facts, { locks, askedAt: row.opened_at })
      if (since) {
        throw problem(since)
      }
      mustHaveSeen(pageIds([await contentOf(tools, row)]), seenPages)
    }
    const state = verdict === 'grant' ? ('granted' as const) : ('refused' as const)
    const change = { state, decidedBy: actorReference(actor), by: actor.number, note: reason }
    await saveCase(work, tools, lockRequestKind, row, change, now)
    if (state === 'granted') {
      const { authority: body } = row.facts
      await grant(work, tools, row, { ...officeOf(actor), reference, ...(body ? { body } : {}) })
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
      kind: found.row.facts.kind,
      authority: found.row.facts.authority || null,
    },
  }),
})
