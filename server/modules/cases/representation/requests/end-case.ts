/**
 * A proposal to end a guardianship as its commands handle it: what kind of case it is, and what the second
 * pair of eyes sees.
 */
import type { z } from 'zod'
import type { EndRepresentation, representationEnd } from '../../../../../contract/representation-end.ts'
import type { InputOf } from '../../../../../contract/operation.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { later } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Reading, Transact, Work } from '../../../../kernel/work.ts'
import { paperSeen, type NotedPaper } from '../../../evidence/capture/paper.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { caseRow, everybodyIn } from '../../casework/case-access.ts'
import { isTakenBy, saveCase, unsealContent } from '../../casework/case-file.ts'
import { historySeen } from '../../casework/case-history.ts'
import type { CaseContent, CaseRules } from '../../casework/case-kind.ts'
import type { CaseOf, CaseRow } from '../../casework/case-row.ts'
import { eachOverdue } from '../../casework/overdue-cases.ts'
import { RepresentationEndLapsed } from '../events.ts'
import type { TieKind } from '../representation.ts'
import { endProposal_days } from '../rules.ts'
import type { WardRow } from '../store.ts'

export type EndView = z.infer<typeof representationEnd>
export type EndState = EndView['state']

/** Who acts for her: her subject, the digest of her number, and by which tie. */
export interface EndFacts {
  /** Absent in what an earlier release opened: the moment of `EndContent` says which it was. */
  readonly tieId?: string
  readonly representativeId: string
  readonly representativeKey: string
}
export type EndRow = CaseRow<EndState, EndFacts>

export interface EndContent extends CaseContent {
  readonly representativeNumber: string
  readonly kind: TieKind
  readonly begunAt: string
  readonly paper: NotedPaper<InputOf<typeof EndRepresentation>['paper']['kind']>
  readonly note: string
}

/** The operator's own procedure; no law sets a time: that is when the proposal lapses. */
export const endKind: CaseRules<EndState, 'second'> = {
  kind: 'representation-end',
  sealedAs: 'representation_end.content',
  initial: 'waiting-second',
  states: {
    'waiting-second': { next: ['accepted', 'refused'], stage: 'second', isUnfinished: true, keeps: 'all' },
    // The pages by which it ended stay with the case, and go with it.
    accepted: { next: [], stage: null, isUnfinished: false, keeps: 'all' },
    refused: { next: [], stage: null, isUnfinished: false },
  },
  stages: { second: 'representation.second' },
  tasks: {
    take: 'representation.take',
    approve: 'representation.second',
    view: ['representation.take', 'representation.second'],
  },
  problems: {
    notFound: 'representation.no-such-request',
    closed: 'representation.not-waiting',
    aboutOneself: 'representation.about-yourself',
    sameOfficer: 'representation.same-eyes',
  },
  dueFrom: (openedAt) => lapsesAt(openedAt),
  runsDayAndNight: () => true,
  alsoAbout: (facts) => [(facts as EndFacts).representativeKey],
  others: (facts) => [(facts as EndFacts).representativeId],
}

export const endContentOf = (tools: Pick<Tools, 'sealer'>, row: EndRow): Promise<EndContent> =>
  unsealContent<EndContent>(endKind, tools, row)

const named = async (read: Reading, tools: Tools, personalNumber: string) => {
  const person = await findPerson(read, tools, personalNumber)
  return { personalNumber, fullName: person?.fullName ?? '', birthDate: person?.birthDate ?? '' }
}

/** Whether this is the tie whose end was proposed: between the same two, and no newer one. */
export const isProposed = (
  { facts: { representativeId, tieId } }: EndRow,
  { begunAt }: Pick<EndContent, 'begunAt'>,
  tie: WardRow,
): boolean =>
  tie.representative_id === representativeId &&
  (tieId === undefined ? tie.begun_at.toISOString() === begunAt : tie.id === tieId)

const DAY_S = 86_400
const lapsesAt = (openedAt: Date): Date => later(openedAt, inForce(endProposal_days, openedAt) * DAY_S)
/** Nobody has decided on it in time: it bars no other proposal any more, and ends nothing. */
export const hasLapsed = ({ opened_at }: Pick<EndRow, 'opened_at'>, at: Date): boolean =>
  lapsesAt(opened_at) <= at

/** It ends undone, its picture with it; both persons are told. */
export const lapse = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  row: EndRow,
  at: Date,
): Promise<void> => {
  const change = {
    state: 'refused' as const,
    reason: 'lapsed',
    decidedBy: 'system:end-proposals',
    by: 'automatic',
  }
  await saveCase(work, tools, endKind, row, change, at)
  const { id, reference } = row
  for (const about of everybodyIn(endKind, row)) {
    work.publish(RepresentationEndLapsed, about, { requestId: id, reference })
  }
}

/** Run by the clock. Answers how many have lapsed. */
export const lapseEnds = (transact: Transact, tools: Pick<Tools, 'read' | 'sealer'>): Promise<number> =>
  eachOverdue<EndState, EndFacts, 'second'>(transact, tools, endKind, ['second'], async (work, row, at) => {
    const isDue = row.state === 'waiting-second' && hasLapsed(row, at)
    if (isDue) {
      await lapse(work, tools, row, at)
    }
    return isDue
  })

/** Read anew, so that it shows what this very transaction wrote. */
export const endSeen = async (read: Reading, tools: Tools, of: CaseOf, actor: Officer): Promise<EndView> => {
  const row: EndRow = await caseRow(read, of)
  const content = await endContentOf(tools, row)
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    reason: row.reason as EndView['reason'],
    openedAt: row.opened_at.toISOString(),
    isTakenByMe: isTakenBy(row, actor),
    history: await historySeen(read, tools, row),
    ward: await named(read, tools, content.personalNumber),
    representative: await named(read, tools, content.representativeNumber),
    kind: content.kind,
    begunAt: content.begunAt,
    paper: paperSeen(content.paper),
    note: content.note,
  }
}
