/**
 * A request that was begun at a counter and that nobody goes on with: it ends undone by itself, its pictures
 * and the rest of what was taken with it, and both persons read it.
 */
import { now } from '../../../../kernel/clock.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Transact, Work } from '../../../../kernel/work.ts'
import { everybodyIn } from '../../casework/case-access.ts'
import { saveCase } from '../../casework/case-file.ts'
import { eachOverdue } from '../../casework/overdue-cases.ts'
import { RepresentationLapsed } from '../events.ts'
import type { RequestState } from './request.ts'
import { requestKind, requestLapsesAt, type RequestFacts, type RequestRow } from './request-case.ts'

const lapse = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  row: RequestRow,
  at: Date,
): Promise<boolean> => {
  const lapsesAt = requestLapsesAt(row)
  if (!lapsesAt || lapsesAt > at) {
    return false
  }
  const { id, reference } = row
  const state = requestKind.abandoned
  await saveCase(work, tools, requestKind, row, { state, decidedBy: 'system:lapsed', by: 'automatic' }, at)
  for (const about of everybodyIn(requestKind, row)) {
    work.publish(RepresentationLapsed, about, { requestId: id, reference })
  }
  return true
}

/** Run by the clock. Answers how many have lapsed. */
export const lapseRequests = (
  transact: Transact,
  tools: Pick<Tools, 'read' | 'sealer'>,
  at = now(),
): Promise<number> =>
  eachOverdue<RequestState, RequestFacts, 'open' | 'second'>(
    transact,
    tools,
    requestKind,
    ['open'],
    (work, row, moment) => lapse(work, tools, row, moment),
    at,
  )
