/**
 * A dossier as its office sees it: what was declared beside what the register says today, and all that
 * decides.
 */
import type { z } from 'zod'
import type { officeDossier } from '../../../../contract/dossier-work.ts'
import type { Procedure } from '../../../../contract/procedure.ts'
import type { Officer } from '../../../kernel/actor.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { historySeen } from '../../cases/casework/case-history.ts'
import { isTakenBy } from '../../cases/casework/case-file.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { comparedAnswers } from '../procedures/filing/shown-answer.ts'
import { clockViewOf, isOverdue } from './clock-view.ts'
import { needsTwo } from './dossier.ts'
import { nationalStatus, type Dossier } from './dossier-facts.ts'
import { dossierOf, type DossierRow } from './dossier-case.ts'
import { apologyOf } from './own-dossier-view.ts'
import { registerOf } from './record/register-view.ts'

type View = z.infer<typeof officeDossier>

const supplementOf = ({ facts, content }: Dossier): View['supplement'] =>
  content.supplement && {
    askedAt: content.supplement.askedAt,
    until: facts.answerBy ?? content.supplement.askedAt,
    items: content.supplement.items.map((item) => ({ ...item })),
  }

const worked = new Set(['received', 'processing'])

const workOf = (row: DossierRow, { facts, content, state }: Dossier, one: Procedure, actor: Officer) => ({
  isTakenByMe: isTakenBy(row, actor),
  // Without what the register of judgments says: that is for whoever opens it.
  fourEyes: needsTwo({ facts, content: { ...content, judgments: null } }, one),
  papers: content.papers.map((paper) => ({ ...paper })),
  consents: content.consents.map(({ id, words, law, name, state: answer, at }) => ({
    id,
    words,
    law,
    name,
    state: answer,
    at,
  })),
  fees: content.fees.map((fee) => ({ ...fee })),
  paid: content.receipt && { receipt: content.receipt.number, at: content.receipt.at },
  checklist: one.checklist.map(({ id, words }) => ({ id, words, isTicked: facts.ticked.includes(id) })),
  refusals: one.refusals.map((refusal) => ({ ...refusal })),
  mayAskSupplement: !facts.hasAsked && worked.has(state),
  proposal: content.proposal && {
    verdict: content.proposal.verdict,
    refusal: content.proposal.refusal,
    note: content.proposal.note,
    isMine: content.proposal.by === actor.number,
  },
  objection: content.objection,
  result: { words: one.result.words, after: one.result.after },
})

export const officeViewOf = async (
  read: Reading,
  tools: Tools,
  row: DossierRow,
  actor: Officer,
  at: Date,
): Promise<View> => {
  const dossier = await dossierOf(tools, row)
  const { content, facts, state } = dossier
  const one = await procedureOf(read, facts.procedure, facts.version)
  return {
    reference: row.reference,
    procedure: one.id,
    version: one.version,
    title: one.title,
    law: one.law,
    state,
    national: nationalStatus[state],
    personalNumber: content.personalNumber,
    name: content.name,
    filedBy: facts.kind === 'self' ? null : content.filedBy.name,
    filedAt: row.opened_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    isOverdue: isOverdue(row, at),
    clock: clockViewOf(dossier, row.decided_at ?? at),
    office: await officeName(read, row.office_id),
    answers: await comparedAnswers(read, tools, one, { ...content, at }),
    ...workOf(row, dossier, one, actor),
    register: await registerOf(read, row, dossier),
    supplement: supplementOf(dossier),
    apology: apologyOf(dossier),
    history: await historySeen(read, tools, row),
  }
}
