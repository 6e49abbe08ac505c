/** The second pair of eyes on the end of a guardianship, with paper and names; and the office's list. */
import {
  ListRepresentationEnds,
  SecondRepresentationEnd,
  ViewRepresentationEnd,
  WithdrawRepresentationEnd,
} from '../../../../../contract/representation-end.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import type { Permit } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { pageIds, wordsOf } from '../../../evidence/capture/paper.ts'
import { everybodyIn, finders, linesOf, permitsOf, type FoundCase } from '../../casework/case-access.ts'
import { mustHaveSeen } from '../../casework/seen-by-second.ts'
import { decidedBy, isTakenBy, saveCase } from '../../casework/case-file.ts'
import { figuresOf, listOf } from '../../casework/list-cases.ts'
import * as store from '../store.ts'
import { endTieFor, lookAtWard } from '../tie.ts'
import { representationFigures } from './decide-request.ts'
import {
  endContentOf,
  endKind,
  endSeen,
  hasLapsed,
  isProposed,
  lapse,
  type EndFacts,
  type EndRow,
  type EndState,
} from './end-case.ts'

const { find, forUpdate } = finders<EndState, EndFacts>(endKind)
const { viewer, approver } = permitsOf(endKind)
const bothOf = ({ row }: { readonly row: EndRow }) => everybodyIn(endKind, row)

/**
 * Its paper and the officer's words go with the tie. False when it has ended in the meantime, also where a
 * new one between the same two has begun since: nobody has proposed the end of that one.
 */
const endTie = async (work: Work, tools: Tools, row: EndRow): Promise<boolean> => {
  const content = await endContentOf(tools, row)
  const { note } = content
  const paper = wordsOf(content.paper)
  const tie = (await store.tiesForUpdate(work, row.subject_id)).find((one) => isProposed(row, content, one))
  const sealed = await tools.sealer.seal(row.subject_id, 'ward.end', JSON.stringify({ paper, note }))
  if (!tie || !(await endTieFor(work, tie, 'guardianship-ended', sealed))) {
    return false
  }
  await lookAtWard(work, tools, row.subject_id, ['guardianship-ended'])
  return true
}

interface EndDecision {
  readonly verdict: 'confirm' | 'deny'
  readonly note: string
  readonly actor: Officer
  readonly now: Date
}
const decideEnd = async (
  work: Work,
  tools: Tools,
  row: EndRow,
  { verdict, note, actor, now }: EndDecision,
): Promise<void> => {
  const isEnded = verdict === 'confirm' && (await endTie(work, tools, row))
  const change = {
    state: isEnded ? ('accepted' as const) : ('refused' as const),
    reason: isEnded ? null : verdict === 'confirm' ? 'no-tie' : 'second-denied',
    note,
    by: actor.number,
    decidedBy: decidedBy(actor),
  }
  await saveCase(work, tools, endKind, row, change, now)
}

export const viewRepresentationEnd = useCase({
  contract: ViewRepresentationEnd,
  find,
  permit: viewer,
  act: (work, _, { found: { row }, actor, tools }) => endSeen(work, tools, row, actor),
  about: bothOf,
  audit: linesOf(endKind, { purpose: 'representation-view', fields: ['fullName', 'birthDate', 'relation'] }),
})

export const secondRepresentationEnd = useCase({
  contract: SecondRepresentationEnd,
  find: forUpdate,
  permit: approver,
  async act(work, { verdict, note, seenPages }, { found: { row }, actor, tools, now }) {
    if (row.state !== 'waiting-second') {
      throw problem('representation.not-waiting')
    }
    if (verdict === 'confirm' && !hasLapsed(row, now)) {
      mustHaveSeen(pageIds([(await endContentOf(tools, row)).paper]), seenPages ?? [])
    }
    await (hasLapsed(row, now)
      ? lapse(work, tools, row, now)
      : decideEnd(work, tools, row, { verdict, note, actor, now }))
    return endSeen(work, tools, row, actor)
  },
  about: bothOf,
  audit: linesOf(endKind, { purpose: 'representation-ended', fields: ['fullName', 'birthDate', 'relation'] }),
})

const proposer: Permit<Officer, FoundCase<EndState, EndFacts>> = {
  says: `${viewer.says}, who proposed it`,
  session: 'counter',
  allows: (actor, found): actor is Officer => viewer.allows(actor, found) && isTakenBy(found.row, actor),
  ...(viewer.refusal ? { refusal: viewer.refusal } : {}),
}

export const withdrawRepresentationEnd = useCase({
  contract: WithdrawRepresentationEnd,
  find: forUpdate,
  permit: proposer,
  async act(work, _, { found: { row }, actor, tools, now }) {
    if (row.state !== 'waiting-second') {
      throw problem('representation.not-waiting')
    }
    const change = {
      state: 'refused' as const,
      reason: 'withdrawn',
      by: actor.number,
      decidedBy: decidedBy(actor),
    }
    await saveCase(work, tools, endKind, row, change, now)
    return endSeen(work, tools, row, actor)
  },
  about: bothOf,
  audit: linesOf(endKind, { purpose: 'representation-end-withdrawn', fields: ['relation'] }),
})

export const listRepresentationEnds = listOf(endKind, {
  contract: ListRepresentationEnds,
  stages: { second: ['second'] },
  async item(_, tools, row: EndRow, actor) {
    return {
      caseId: row.id,
      reference: row.reference,
      state: row.state,
      name: (await endContentOf(tools, row)).name,
      openedAt: row.opened_at.toISOString(),
      isMine: isTakenBy(row, actor),
    }
  },
})

const endFigures = figuresOf(endKind, 'second')
/** Whatever of wards and guardians waits for a second pair of eyes. */
export const secondFigures = async (read: Reading, officeId: string, at: Date) => {
  const [requests, ends] = [
    await representationFigures(read, officeId, at),
    await endFigures(read, officeId, at),
  ]
  return { ...requests, waiting: requests.waiting + ends.waiting }
}
