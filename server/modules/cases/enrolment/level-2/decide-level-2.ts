/** The decision by rule, and the second pair of eyes. */
import { SecondLevel2, SubmitLevel2 } from '../../../../../contract/level-2.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { finders, lineOf, permitsOf } from '../../casework/case-access.ts'
import { decidedBy, saveCase, takenByWith } from '../../casework/case-file.ts'
import { mustHaveSeen } from '../../casework/seen-by-second.ts'
import { Level2PutToSecond, Level2Refused } from '../events.ts'
import { level2DueMoment } from '../rules.ts'
import { makeAccount } from './accept-level-2.ts'
import { circumstancesOf, level2Kind, level2Of, viewOf, type Level2Row } from './level-2-case.ts'
import {
  decideSecond,
  exceptionsOf,
  submit,
  type Decision,
  type Level2,
  type Level2State,
  type Standing,
} from './level-2.ts'

const { forUpdate } = finders<Level2State>(level2Kind)
const { taker, approver } = permitsOf(level2Kind)

/** `takenBy`: those who took it; whoever decides second is none of them. */
interface Deciding {
  readonly takenBy: readonly string[]
  readonly row: Level2Row
  readonly level2: Level2
  readonly decide: (standing: Standing) => Decision
  readonly actor: Officer
  readonly note: string | null
  readonly now: Date
  readonly tools: Tools
}

/** Decides by what stands now, and does what follows; all of it in one transaction. */
const settle = async (work: Work, deciding: Deciding): Promise<void> => {
  const { row, level2, decide, now, tools } = deciding
  const standing = await circumstancesOf(work, tools, row, level2.content, now)
  const decision = decide(standing)
  if (decision.state === 'accepted') {
    const isSeenByTwo = row.state === 'waiting-second' && standing.phone === 'needs-two'
    const notMade = await makeAccount(work, tools, row, level2.content, isSeenByTwo)
    // Somebody opened an account on the number in this very moment: what stands has changed, so it is decided
    // anew.
    if (notMade === 'already-has-account') {
      return settle(work, deciding)
    }
    if (notMade === 'phone-already-bound') {
      return save(work, deciding, { state: 'refused', reason: notMade })
    }
  }
  return save(work, deciding, decision)
}

const save = async (
  work: Work,
  { row, takenBy, actor, note, now, tools }: Deciding,
  decision: Decision,
): Promise<void> => {
  const submittedAt = row.submitted_at ?? now
  const dueAt = level2DueMoment(submittedAt)
  const reason = decision.state === 'refused' ? decision.reason : null
  const isDecided = decision.state !== 'waiting-second'
  const change = {
    state: decision.state,
    reason,
    takenBy,
    submittedAt,
    dueAt,
    by: actor.number,
    note,
    ...(isDecided ? { decidedBy: decidedBy(actor) } : {}),
  }
  await saveCase(work, tools, level2Kind, row, change, now)
  const data = { caseId: row.id, reference: row.reference, officeId: row.office_id }
  if (reason) {
    work.publish(Level2Refused, row.subject_id, { ...data, reason })
  }
  if (!isDecided) {
    work.publish(Level2PutToSecond, row.subject_id, { ...data, dueAt: dueAt.toISOString() })
  }
}

export const submitLevel2 = useCase({
  contract: SubmitLevel2,
  find: forUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const level2 = await level2Of(tools, row)
    const decide = (standing: Standing) => submit(level2, standing)
    const takenBy = takenByWith(row, actor)
    await settle(work, { row, level2, decide, takenBy, actor, note: null, now, tools })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf({ purpose: 'level-2-decision', fields: ['account'] }),
})

export const secondLevel2 = useCase({
  contract: SecondLevel2,
  find: forUpdate,
  permit: approver,
  async act(work, { verdict, note, seen }, { found: { row }, actor, tools, now }) {
    const level2 = await level2Of(tools, row)
    const decide = (standing: Standing) => {
      const decision = decideSecond(level2, standing, verdict)
      if (decision.state === 'accepted') {
        mustHaveSeen(exceptionsOf(level2, standing), seen)
      }
      return decision
    }
    await settle(work, { row, level2, decide, takenBy: row.taken_by, actor, note, now, tools })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf({ purpose: 'level-2-second', fields: ['account', 'portrait', 'fingerprints'] }),
})
