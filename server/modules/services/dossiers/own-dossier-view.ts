/** A dossier as the one whose it is sees it: no officer's notes, but where it is, by when, and why. */
import type { z } from 'zod'
import type { dossierFace, ownDossier } from '../../../../contract/dossiers.ts'
import type { Procedure } from '../../../../contract/procedure.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { historyOf } from '../../cases/casework/happenings.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { shownAnswers } from '../procedures/filing/shown-answer.ts'
import { clockViewOf, isOverdue } from './clock-view.ts'
import { mayObject, mayWithdraw } from './dossier.ts'
import { nationalStatus, type Dossier } from './dossier-facts.ts'
import { dossierOf, type DossierRow } from './dossier-case.ts'
import * as store from './dossier-store.ts'
import { papersOf, type PaperListed } from './papers-of-dossier.ts'
import { objectionDays } from './rules.ts'
import { ownRegisterOf } from './record/register-view.ts'
import { timelineOf } from './timeline.ts'

const DAY_ms = 86_400_000

const todoOf = ({ state }: Dossier): z.infer<typeof dossierFace>['todo'] =>
  state === 'supplement-asked'
    ? 'supplement'
    : state === 'payment-asked'
      ? 'pay'
      : state === 'awaiting-consents'
        ? 'consents'
        : null

export const ownFaceOf = async (
  read: Reading,
  row: DossierRow,
  dossier: Dossier,
  { title, icon }: Procedure,
  at: Date,
): Promise<z.infer<typeof dossierFace>> => ({
  reference: row.reference,
  procedure: row.facts.procedure,
  title,
  icon,
  state: row.state,
  national: nationalStatus[row.state],
  filedAt: row.opened_at.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  isOverdue: isOverdue(row, at),
  endedAt: row.decided_at?.toISOString() ?? null,
  office: await officeName(read, row.office_id),
  forName: row.facts.kind === 'self' ? null : dossier.content.name,
  todo: todoOf(dossier),
})

const refusalOf = ({ state, content: { proposal } }: Dossier, { refusals }: Procedure) => {
  if (!proposal || (state !== 'rejected' && state !== 'not-received')) {
    return null
  }
  const found = refusals.find(({ id }) => id === proposal.refusal)
  return found ? { words: found.words, law: found.law, note: proposal.note } : null
}

const supplementOf = ({ state, facts, content }: Dossier) =>
  state === 'supplement-asked' && content.supplement && facts.answerBy !== null
    ? {
        until: facts.answerBy,
        items: content.supplement.items.map(({ id, what, answer }) => ({ id, what, answer })),
      }
    : null

const apologyOf = ({ facts, content }: Dossier) =>
  facts.apology && {
    ...facts.apology,
    reason: content.apologyReason ?? '',
    by: content.apologyBy ?? '',
  }
export { apologyOf }

/** Whether a refusal may still be objected to. */
export const isObjectable = (row: DossierRow, dossier: Dossier, at: Date): boolean =>
  mayObject(dossier) &&
  row.decided_at !== null &&
  at.getTime() - row.decided_at.getTime() <= inForce(objectionDays, row.decided_at) * DAY_ms

const partsOf = (row: DossierRow, dossier: Dossier, one: Procedure, at: Date) => {
  const { content, facts, state } = dossier
  return {
    version: facts.version,
    law: one.law,
    agency: one.agency.words,
    clock: clockViewOf(dossier, row.decided_at ?? at),
    apology: apologyOf(dossier),
    consents: content.consents.map(({ id, words, shownName, state: answer, at: when }) => ({
      id,
      words,
      name: shownName,
      state: answer,
      at: when,
      mayRemind: state === 'awaiting-consents' && answer === 'waiting',
    })),
    fees: content.fees.map((fee) => ({ ...fee })),
    supplement: supplementOf(dossier),
    refusal: refusalOf(dossier, one),
    mayWithdraw: mayWithdraw(dossier),
    mayRate: state === 'returned' && !facts.isRated,
    mayObject: isObjectable(row, dossier, at),
    after: one.result.after,
  }
}

const withStanding = async (read: Reading, row: DossierRow, papers: readonly PaperListed[]) => {
  const issued = papers.some(({ isIssued }) => isIssued) ? await store.papersOfCase(read, row) : []
  return papers.map(({ kind, words, at, isIssued }) => {
    const found = isIssued ? issued.find((paper) => paper.kind === kind) : undefined
    const standing = found
      ? { validUntil: found.valid_until, endedAt: found.ended_at?.toISOString() ?? null }
      : null
    return { kind, words, at, standing }
  })
}

export const ownViewOf = async (
  read: Reading,
  tools: Tools,
  row: DossierRow,
  at: Date,
): Promise<z.infer<typeof ownDossier>> => {
  const dossier = await dossierOf(tools, row)
  const one = await procedureOf(read, row.facts.procedure, row.facts.version)
  const history = await historyOf(read, tools, row)
  const { content } = dossier
  return {
    ...(await ownFaceOf(read, row, dossier, one, at)),
    ...partsOf(row, dossier, one, at),
    timeline: timelineOf(one, {
      state: row.state,
      filedAt: row.opened_at,
      history,
      isOverdue: isOverdue(row, at),
      awaited: content.consents.length > 0,
      hasObjected: dossier.facts.hasObjected,
      isDeclined: content.consents.some(({ state }) => state === 'declined'),
    }),
    answers: await shownAnswers(read, tools, one, content.answers),
    register: await ownRegisterOf(read, row),
    papers: await withStanding(read, row, papersOf(dossier, history, one)),
  }
}
