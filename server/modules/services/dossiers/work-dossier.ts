/** What an office does with a dossier before it is decided: receives it, looks, asks, waits, passes it on. */
import {
  ApologiseDossier,
  AskSupplement,
  OpenDossier,
  PauseDossier,
  PayDossier,
  ReceiveDossier,
  TickDossier,
} from '../../../../contract/dossier-work.ts'
import type { CaseStep } from '../../../../contract/case-history.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { dossierPurposes } from '../../../../contract/purposes/dossier.ts'
import { seenOfPerson } from '../../../../contract/purposes/fields.ts'
import type { Officer } from '../../../kernel/actor.ts'
import type { AuditLine, LineTitle } from '../../../kernel/audit-line.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { linesOf, type FoundCase } from '../../cases/casework/case-access.ts'
import { takenByWith } from '../../cases/casework/case-file.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { officerAbout } from '../../registry/organisations/second-eyes.ts'
import { comparedAnswers } from '../procedures/filing/shown-answer.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { closingAfterDays } from '../procedures/legal-clock.ts'
import {
  apologised,
  asked,
  notReceived,
  paid,
  pausedFor,
  paymentAsked,
  received,
  ticked,
  wentOn,
} from './dossier.ts'
import type { Dossier, DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'
import {
  dossierKind,
  dossierOf,
  find,
  forUpdate,
  keep,
  taker,
  viewer,
  type DossierRow,
} from './dossier-case.ts'
import {
  DossierApologised,
  DossierNotReceived,
  DossierPaused,
  DossierPaymentAsked,
  DossierReceived,
  DossierResumed,
  DossierSupplementAsked,
} from './events.ts'
import { officeViewOf } from './office-view.ts'
import { beginAsking, withQuestion } from './record/ask-register.ts'

export type FoundDossier = FoundCase<DossierState, DossierFacts>
type OfficePurpose = Exclude<
  {
    [P in keyof typeof dossierPurposes]: (typeof dossierPurposes)[P]['family'] extends 'office' ? P : never
  }[keyof typeof dossierPurposes],
  never
>

/** Everybody whom the dossier is about reads it; what an officer sees of the person stands in hers. */
export const lineOf = (purpose: OfficePurpose) => {
  const own: LineTitle = { purpose, fields: ['dossier', ...seenOfPerson] }
  const ofOthers: LineTitle = { purpose, fields: ['dossier'] }
  return linesOf(dossierKind, own, ofOthers)
}
/** For what answers with something else than the dossier. */
export const doneLineOf =
  (purpose: OfficePurpose) =>
  (done: Omit<Parameters<ReturnType<typeof lineOf>>[0], 'result'>): readonly AuditLine[] =>
    lineOf(purpose)({ ...done, result: null })
const receiver = officerAbout('dossier.receive', 'services.about-yourself')

interface Doing {
  readonly found: FoundDossier
  readonly actor: Officer
  readonly tools: Tools
  readonly now: Date
}
/** With how many answers the register says otherwise by now: nothing differed when it was filed. */
const compared = async (work: Work, tools: Tools, one: Dossier, at: Date): Promise<Dossier> => {
  const { facts, content } = one
  const procedure = await procedureOf(work, facts.procedure, facts.version)
  const answers = await comparedAnswers(work, tools, procedure, { ...content, at })
  return { ...one, facts: { ...facts, differences: answers.filter(({ differs }) => differs).length } }
}

/** A step of an officer: what it makes of the dossier is kept, and the dossier shown as it is now. */
export const step = async (
  work: Work,
  { found: { row }, actor, tools, now }: Doing,
  change: (before: Dossier) => Dossier,
  said: { readonly what?: CaseStep | Outcome; readonly note?: string | null; readonly asks?: true } = {},
): Promise<DossierRow> => {
  const { asks, ...noted } = said
  const after = await compared(work, tools, change(await dossierOf(tools, row)), now)
  return keep(
    work,
    tools,
    row,
    after,
    {
      ...noted,
      by: actor.number,
      takenBy: takenByWith(row, actor),
      decidedBy: `officer:${actor.officerId}`,
      ...(asks ? { askedBy: actor.officerId } : {}),
    },
    now,
  )
}
export const shown = (work: Work, row: DossierRow, { actor, tools, now }: Doing) =>
  officeViewOf(work, tools, row, actor, now)

/** What its letters say of it. */
export const titled = async (work: Work, { id: caseId, reference, facts, office_id }: DossierRow) => ({
  caseId,
  reference,
  title: (await procedureOf(work, facts.procedure, facts.version)).title,
  office: await officeName(work, office_id),
})
const dueText = ({ due_at, opened_at }: DossierRow): string => (due_at ?? opened_at).toISOString()

export const openOfficeDossier = useCase({
  contract: OpenDossier,
  find,
  permit: viewer,
  act: (work, _, doing) => shown(work, doing.found.row, doing),
  audit: lineOf('dossier-view'),
})

export const receiveDossier = useCase({
  contract: ReceiveDossier,
  find: forUpdate,
  permit: receiver,
  async act(work, input, doing) {
    const { row } = doing.found
    const one = await procedureOf(work, row.facts.procedure, row.facts.version)
    if (input.verdict === 'receive') {
      const after = await step(work, doing, (before) => withQuestion(received(before), one))
      await beginAsking(work, after, doing.now)
      work.publish(DossierReceived, row.subject_id, { ...(await titled(work, after)), dueAt: dueText(after) })
      return shown(work, after, doing)
    }
    const { refusal, note } = input
    const reason = one.refusals.find(({ id }) => id === refusal)
    if (!reason) {
      throw problem('services.no-such-reason')
    }
    const after = await step(
      work,
      doing,
      (before) => notReceived(before, refusal, note, doing.actor.number),
      {
        note,
      },
    )
    const said = { ...(await titled(work, after)), reason: reason.words }
    work.publish(DossierNotReceived, row.subject_id, said)
    return shown(work, after, doing)
  },
  audit: lineOf('dossier-receive'),
})

export const tickDossier = useCase({
  contract: TickDossier,
  find: forUpdate,
  permit: taker,
  async act(work, { item, isTicked }, doing) {
    const { facts } = doing.found.row
    const { checklist } = await procedureOf(work, facts.procedure, facts.version)
    if (!checklist.some(({ id }) => id === item)) {
      throw problem('services.no-such-item')
    }
    return shown(work, await step(work, doing, (before) => ticked(before, item, isTicked)), doing)
  },
  audit: lineOf('dossier-ticked'),
})

export const askSupplement = useCase({
  contract: AskSupplement,
  find: forUpdate,
  permit: taker,
  async act(work, { items }, doing) {
    const { row } = doing.found
    const { supplementDays } = await procedureOf(work, row.facts.procedure, row.facts.version)
    const answerBy = closingAfterDays(doing.now, supplementDays)
    const after = await step(work, doing, (before) => asked(before, items, doing.now, answerBy), {
      asks: true,
    })
    work.publish(DossierSupplementAsked, row.subject_id, {
      ...(await titled(work, after)),
      items: items.length,
      answerBy: answerBy.toISOString(),
    })
    return shown(work, after, doing)
  },
  audit: lineOf('dossier-asked'),
})

export const pauseDossier = useCase({
  contract: PauseDossier,
  find: forUpdate,
  permit: taker,
  async act(work, input, doing) {
    const { row } = doing.found
    const { note } = input
    const isPausing = input.verdict === 'pause'
    const change = (before: Dossier): Dossier =>
      isPausing ? pausedFor(before, input.why, doing.now) : wentOn(before, doing.now)
    const after = await step(work, doing, change, { note })
    const said = await titled(work, after)
    if (isPausing) {
      work.publish(DossierPaused, row.subject_id, { ...said, why: input.why })
    } else {
      work.publish(DossierResumed, row.subject_id, { ...said, dueAt: dueText(after) })
    }
    return shown(work, after, doing)
  },
  audit: lineOf('dossier-paused'),
})

export const payDossier = useCase({
  contract: PayDossier,
  find: forUpdate,
  permit: taker,
  async act(work, input, doing) {
    const { row } = doing.found
    if (input.step === 'ask') {
      const after = await step(work, doing, (before) => paymentAsked(before, doing.now))
      const { content } = await dossierOf(doing.tools, after)
      const amount_vnd = content.fees.reduce((sum, fee) => sum + fee.amount_vnd, 0)
      work.publish(DossierPaymentAsked, row.subject_id, { ...(await titled(work, after)), amount_vnd })
      return shown(work, after, doing)
    }
    const { receipt } = input
    const after = await step(work, doing, (before) => paid(before, receipt, doing.now), { what: 'noted' })
    return shown(work, after, doing)
  },
  audit: lineOf('dossier-fee'),
})

export const apologiseDossier = useCase({
  contract: ApologiseDossier,
  find: forUpdate,
  permit: taker,
  async act(work, { workingDays, reason }, doing) {
    const { row } = doing.found
    const { now, actor } = doing
    const newDueAt = closingAfterDays(now, workingDays)
    const change = (before: Dossier): Dossier =>
      apologised(before, { newDueAt, reason, by: `${actor.officeName}, ${actor.number}` })
    const after = await step(work, doing, change, { what: 'apologised', note: reason })
    work.publish(DossierApologised, row.subject_id, {
      ...(await titled(work, after)),
      wasDueAt: (row.due_at ?? now).toISOString(),
      newDueAt: newDueAt.toISOString(),
    })
    return shown(work, after, doing)
  },
  audit: lineOf('dossier-apologised'),
})
