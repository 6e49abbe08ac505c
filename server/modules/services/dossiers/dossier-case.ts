/**
 * A dossier as its commands handle it: what kind of case it is, found by its official code, unsealed, and
 * kept after a step with its due time and whatever hangs on that.
 */
import type { CaseStep } from '../../../../contract/case-history.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { findersByReference, permitsOf } from '../../cases/casework/case-access.ts'
import { saveCase, unsealContent } from '../../cases/casework/case-file.ts'
import { isUnfinished, type CaseRules } from '../../cases/casework/case-kind.ts'
import type { CaseRow } from '../../cases/casework/case-row.ts'
import { dueOfDossier } from './dossier.ts'
import type { Dossier, DossierContent, DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'
import { DossierOverdue, DossierUnanswered } from './events.ts'

export type DossierRow = CaseRow<DossierState, DossierFacts>
export type DossierStage = 'receive' | 'work' | 'decide' | 'waiting'

const alive = { isUnfinished: true, keeps: 'all' } as const
/** What it was decided on is archived with it, and goes with the case (`cases/casework`). */
const ended = { stage: null, isUnfinished: false, keeps: 'all' } as const
const onTheWay = [
  'supplement-asked',
  'payment-asked',
  'paused',
  'put-forward',
  'finished',
  'withdrawn',
] as const

export const dossierKind: CaseRules<DossierState, DossierStage> = {
  kind: 'dossier',
  sealedAs: 'dossier.content',
  initial: 'filed',
  states: {
    'awaiting-consents': { ...alive, stage: null, next: ['filed', 'withdrawn', 'rejected'] },
    filed: { ...alive, stage: 'receive', next: ['received', 'not-received', 'withdrawn'] },
    received: { ...alive, stage: 'work', next: ['processing', ...onTheWay] },
    processing: { ...alive, stage: 'work', next: onTheWay },
    'supplement-asked': {
      ...alive,
      stage: 'waiting',
      waitsForAnswer: true,
      next: ['processing', 'withdrawn', 'rejected'],
    },
    'payment-asked': { ...alive, stage: 'waiting', next: ['processing', 'withdrawn'] },
    paused: { ...alive, stage: 'waiting', next: ['processing', 'withdrawn'] },
    'put-forward': { ...alive, stage: 'decide', next: ['processing', 'finished', 'rejected'] },
    finished: { ...ended, next: ['returned'] },
    returned: { ...ended, next: [] },
    'not-received': { ...ended, next: ['received'] },
    rejected: { ...ended, next: ['received'] },
    withdrawn: { ...ended, next: [] },
  },
  stages: {
    receive: 'dossier.receive',
    work: 'dossier.work',
    decide: 'dossier.decide',
    waiting: 'dossier.work',
  },
  tasks: {
    take: 'dossier.work',
    approve: 'dossier.decide',
    view: ['dossier.receive', 'dossier.work', 'dossier.decide'],
  },
  problems: {
    notFound: 'services.no-such-dossier',
    closed: 'services.dossier-closed',
    aboutOneself: 'services.about-yourself',
    sameOfficer: 'services.same-eyes',
  },
  // Each procedure has its own time limit: it is given with the case.
  dueFrom: () => null,
  countedFrom: (facts) => dueOfDossier(facts as DossierFacts),
  promised: 'dossier',
  asking: {
    answerBy: (facts) => {
      const { answerBy } = facts as DossierFacts
      return answerBy === null ? null : new Date(answerBy)
    },
    unanswered: { state: 'rejected', reason: 'unanswered' },
    publish: (work, { subjectId, caseId, reference }) =>
      work.publish(DossierUnanswered, subjectId, { caseId, reference }),
  },
  alsoAbout: (facts) => (facts as DossierFacts).alsoAbout,
  others: (facts) => (facts as DossierFacts).others,
  late: {
    stages: ['receive', 'work', 'decide'],
    publish: (work, { subjectId, caseId, reference, dueAt, office }) =>
      work.publish(DossierOverdue, subjectId, { caseId, reference, dueAt: dueAt.toISOString(), office }),
  },
}
export const { taker, viewer, approver } = permitsOf(dossierKind)
/** On the wire a dossier is named by its official code. */
export const { find, forUpdate } = findersByReference<DossierState, DossierFacts>(dossierKind)

export const dossierOf = async (tools: Pick<Tools, 'sealer'>, row: DossierRow): Promise<Dossier> => ({
  state: row.state,
  facts: row.facts,
  content: await unsealContent<DossierContent>(dossierKind, tools, row),
})

interface Step {
  /** An officer's number, `citizen`, `automatic`. */
  readonly by: string
  readonly what?: CaseStep | Outcome
  readonly note?: string | null
  readonly takenBy?: readonly string[]
  readonly askedBy?: string
  /** As in an audit line; only for a step that ends it. */
  readonly decidedBy?: string
}

/** Writes what a step made of it; answers the row as it stands now. */
export const keep = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  row: DossierRow,
  { state, facts, content }: Dossier,
  { decidedBy, ...step }: Step,
  at: Date,
): Promise<DossierRow> => {
  const isOpen = isUnfinished(dossierKind, state)
  const change = {
    ...step,
    state,
    facts,
    content,
    ...(isOpen
      ? { dueAt: dueOfDossier(facts), decidedBy: null }
      : state === row.state
        ? {}
        : { decidedBy: decidedBy ?? step.by }),
  }
  return (await saveCase(work, tools, dossierKind, row, change, at)) as DossierRow
}
