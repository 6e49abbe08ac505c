/**
 * Dossiers for which somebody has not said in time whether she agrees: each ends, and whoever filed it is
 * told.
 */
import type { DossierState } from '../../../../contract/dossiers.ts'
import { system } from '../../../kernel/actor.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Transact, Work } from '../../../kernel/work.ts'
import { caseForUpdate } from '../../cases/casework/case-access.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { dossierKind, dossierOf, keep } from './dossier-case.ts'
import type { DossierFacts } from './dossier-facts.ts'
import * as store from './dossier-store.ts'
import { DossierConsentsLapsed } from './events.ts'

const PAGE = 100

const endOne = async (
  work: Work,
  tools: Tools,
  { case_subject_id, case_id }: { readonly case_subject_id: string; readonly case_id: string },
  at: Date,
): Promise<boolean> => {
  const row = await caseForUpdate<DossierState, DossierFacts>(work, dossierKind, case_subject_id, case_id)
  if (row?.state !== 'awaiting-consents') {
    return false
  }
  const before = await dossierOf(tools, row)
  const one = await procedureOf(work, row.facts.procedure, row.facts.version)
  await store.lapseConsents(work, row, at)
  const step = { by: 'automatic', what: 'unanswered', decidedBy: 'system:unanswered' } as const
  await keep(work, tools, row, { ...before, state: 'rejected' }, step, at)
  const { id: caseId, reference } = row
  work.publish(DossierConsentsLapsed, row.subject_id, { caseId, reference, title: one.title })
  leaveLine(work, {
    useCase: 'dossiers.lapse',
    actor: system('expiry'),
    line: { about: row.subject_id, purpose: 'dossier-ended', fields: ['dossier'], detail: { reference } },
  })
  return true
}

async function* pastDue(read: Reading, at: Date) {
  yield* await store.consentsPast(read, at, PAGE)
}

/** Run by the clock: answers how many have ended, each in a transaction of its own. */
export const endUnconsented = (transact: Transact, tools: Tools, at = presentMoment()): Promise<number> =>
  eachOf(pastDue(tools.read, at), transact, (work, of) => endOne(work, tools, of, at))
