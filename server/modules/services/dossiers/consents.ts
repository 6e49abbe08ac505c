/**
 * Agreement of others, each in her own app: who asks, for what, until when; yes or no, once. With the last
 * yes the clock of the dossier begins; one no, or silence past the day, ends it.
 */
import {
  AnswerConsent,
  ListConsents,
  RemindConsent,
  type consentAsked,
  type DossierState,
} from '../../../../contract/dossiers.ts'
import type { ProcedureWords } from '../../../../contract/procedure.ts'
import type { z } from 'zod'
import { holderOf, type Actor, type Citizen } from '../../../kernel/actor.ts'
import { later } from '../../../kernel/clock.ts'
import { citizenHerself, type Permit } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { caseForUpdate, findCase } from '../../cases/casework/case-access.ts'
import { mustHaveConsent } from '../../cases/representation/ward-deeds.ts'
import { moveToOffice } from '../../cases/casework/move-case.ts'
import { officeFor } from '../../registry/organisations/route-office.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { shownAnswers } from '../procedures/filing/shown-answer.ts'
import { consented } from './dossier.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { dossierKind, dossierOf, keep, type DossierRow } from './dossier-case.ts'
import * as store from './dossier-store.ts'
import { DossierConsentAnswered, DossierConsentAsked } from './events.ts'
import { ofOwn, ownForUpdate } from './own-dossiers.ts'
import { ownViewOf } from './own-dossier-view.ts'
import { reminder_s } from './rules.ts'

const SHOWN = 30
/** What whoever agrees has to know: where to, from when, and who goes along. */
const TOLD = new Set(['place', 'date', 'members', 'relatives'])

const bySaying = ({ vi, en }: ProcedureWords, asker: string): ProcedureWords => ({
  vi: vi.replaceAll('{asker}', () => asker),
  en: en.replaceAll('{asker}', () => asker),
})

const rowOf = (read: Reading, { case_subject_id, case_id }: store.ConsentRow) =>
  findCase<DossierState, DossierFacts>(read, dossierKind, case_subject_id, case_id)

const askedView = async (
  read: Reading,
  tools: Tools,
  asked: store.ConsentRow,
  row: DossierRow,
): Promise<z.infer<typeof consentAsked> | null> => {
  const { content } = await dossierOf(tools, row)
  const one = await procedureOf(read, row.facts.procedure, row.facts.version)
  const consent = content.consents.find(({ id }) => id === asked.consent)
  if (!consent) {
    return null
  }
  const wanted = one.consents.find(({ id }) => consent.id.startsWith(`${id}.`))
  // What the State filled in is about the one who files, and nobody else needs it to agree.
  const isTold = (name: string, from: string): boolean =>
    wanted?.tells?.includes(name) ?? (from === 'typed' && TOLD.has(one.form.fields[name]?.kind ?? ''))
  const told = Object.fromEntries(
    Object.entries(content.answers).filter(([name, { from }]) => isTold(name, from)),
  )
  const about = await shownAnswers(read, tools, one, told)
  return {
    id: asked.id,
    title: one.title,
    asker: content.filedBy.name,
    words: bySaying(wanted?.asks ?? consent.words, content.filedBy.name),
    law: consent.law,
    askedAt: asked.asked_at.toISOString(),
    answerBy: asked.answer_by.toISOString(),
    state: asked.state === 'on-paper' ? 'agreed' : asked.state,
    about: about.filter(({ value }) => value.vi !== '').map(({ words, value }) => ({ words, value })),
  }
}

interface Listed {
  readonly about: Set<string>
}
/** What she is asked to agree to, the newest first; `about`: whose dossiers these are. */
export const consentsAsked = async (read: Reading, tools: Tools, subjectId: string) => {
  const about = new Set<string>()
  const items = []
  for (const asked of await store.consentsAskedOf(read, subjectId, SHOWN)) {
    const row = await rowOf(read, asked)
    const view = row && (await askedView(read, tools, asked, row))
    if (row && view) {
      about.add(row.subject_id)
      items.push(view)
    }
  }
  return { items, about }
}
/** How many wait for her; no more than are shown. */
export const waitingConsents = (read: Reading, subjectId: string, at: Date): Promise<number> =>
  store.countWaiting(read, subjectId, at, SHOWN)

export const listConsents = useCase({
  contract: ListConsents,
  find: (): Promise<Listed> => Promise.resolve({ about: new Set<string>() }),
  permit: citizenHerself,
  isForWard: true,
  async act(work, _, { actor, tools, found }) {
    const { items, about } = await consentsAsked(work, tools, actor.subjectId)
    for (const subjectId of about) {
      found.about.add(subjectId)
    }
    return { items }
  },
  // What she is shown is somebody else's.
  audit: ({ found, result }) =>
    result === null
      ? null
      : [...found.about].map((about) => ({ about, purpose: 'dossier-consent-viewed', fields: ['dossier'] })),
})

interface Asked {
  readonly asked: store.ConsentRow
  readonly row: DossierRow
}
const askedForUpdate = async (work: Work, { id }: { readonly id: string }, actor: Actor): Promise<Asked> => {
  const subjectId = actor.kind === 'citizen' ? actor.subjectId : ''
  // The case before the agreement, as everywhere: two who answer at once wait for each other.
  const named = subjectId === '' ? undefined : await store.consentOf(work, subjectId, id)
  const row =
    named &&
    (await caseForUpdate<DossierState, DossierFacts>(work, dossierKind, named.case_subject_id, named.case_id))
  const asked = row && (await store.consentForUpdate(work, subjectId, id))
  if (!row || !asked) {
    throw problem('services.no-such-consent')
  }
  return { asked, row }
}
const whoIsAsked: Permit<Citizen, Asked> = {
  ...citizenHerself,
  says: 'the citizen, for an agreement that she is asked for',
}

/**
 * Where a dossier goes may rest on the household that it names, which whoever files is told only once its
 * head has agreed: until then it waits at the central office.
 */
const toItsOffice = async (
  work: Work,
  tools: Tools,
  row: DossierRow,
  { unit, by }: { readonly unit: string | null; readonly by: string },
  at: Date,
): Promise<DossierRow> => {
  if (row.state !== 'filed') {
    return row
  }
  const officeId = await officeFor(work, 'dossier.receive', unit, at)
  return moveToOffice(work, tools, dossierKind, row, { officeId, by }, at)
}

/** One answer, whoever gives it; answers the row as it stands now. */
export const settleConsent = async (
  work: Work,
  tools: Tools,
  { asked, row }: Asked,
  verdict: 'agreed' | 'declined' | 'on-paper',
  step: { readonly by: string; readonly note?: string; readonly takenBy?: readonly string[] },
  at: Date,
): Promise<DossierRow> => {
  const before = await dossierOf(tools, row)
  const one = await procedureOf(work, row.facts.procedure, row.facts.version)
  const after = consented(before, asked.consent, verdict, at, one)
  await store.settleConsent(work, asked, verdict, at)
  if (verdict === 'declined') {
    await store.lapseConsents(work, row, at)
  }
  const what = verdict === 'declined' ? 'declined' : 'agreed'
  const kept = await toItsOffice(
    work,
    tools,
    await keep(work, tools, row, after, { ...step, what }, at),
    { unit: after.content.unit, by: step.by },
    at,
  )
  work.publish(DossierConsentAnswered, row.subject_id, {
    caseId: row.id,
    reference: row.reference,
    title: one.title,
    hasAgreed: verdict !== 'declined',
    open: after.facts.openConsents,
    dueAt: kept.due_at?.toISOString() ?? null,
  })
  return kept
}

/**
 * Nobody agrees in another's name to what she asks for herself, or for a third one for whom she acts as well
 * (Civil Code 91/2015/QH13 art. 141(3)). She may say no.
 */
const mustNotBeHerOwn = async (tools: Tools, actor: Citizen, row: DossierRow): Promise<void> => {
  const { content } = await dossierOf(tools, row)
  if (actor.by && [row.subject_id, content.filedBy.subjectId].includes(holderOf(actor))) {
    throw problem('services.consent-for-oneself')
  }
}

export const answerConsent = useCase({
  contract: AnswerConsent,
  find: askedForUpdate,
  permit: whoIsAsked,
  isForWard: true,
  async act(work, { verdict }, { found, tools, now, actor }) {
    if (found.asked.answer_by < now) {
      throw problem('services.consent-answered')
    }
    if (verdict === 'agree') {
      await mustNotBeHerOwn(tools, actor, found.row)
      // As for filing in her ward's name: an open profile alone binds nobody.
      await mustHaveConsent(work, actor, 'services', now)
    }
    const said = verdict === 'agree' ? 'agreed' : 'declined'
    const row = await settleConsent(work, tools, found, said, { by: 'citizen' }, now)
    const asked = await store.consentOf(work, actor.subjectId, found.asked.id)
    const view = asked && (await askedView(work, tools, asked, row))
    if (!view) {
      throw new Error('an agreement vanished inside its own transaction')
    }
    return view
  },
  audit: ({ actor, found: { row }, input }) =>
    [actor.subjectId, row.subject_id].map((about) => ({
      about,
      purpose: 'dossier-consented',
      fields: ['dossier'],
      outcome: input.verdict === 'agree' ? 'agreed' : 'declined',
      detail: { reference: row.reference },
    })),
})

export const remindConsent = useCase({
  contract: RemindConsent,
  find: ownForUpdate,
  permit: ofOwn,
  isForWard: true,
  async act(work, { consent }, { found: { row }, tools, now }) {
    const { content } = await dossierOf(tools, row)
    const wanted = content.consents.find(({ id, state }) => id === consent && state === 'waiting')
    const asked = wanted && (await store.consentInCase(work, row, wanted.subjectId, consent))
    if (!asked || asked.state !== 'waiting') {
      throw problem('services.no-such-consent')
    }
    const last = asked.reminded_at ?? asked.asked_at
    if (later(last, inForce(reminder_s, now)) > now) {
      throw problem('limit.reached')
    }
    await store.markReminded(work, asked, now)
    const one = await procedureOf(work, row.facts.procedure, row.facts.version)
    work.publish(DossierConsentAsked, asked.subject_id, {
      consentId: asked.id,
      title: one.title,
      answerBy: asked.answer_by.toISOString(),
      isReminder: true,
    })
    return ownViewOf(work, tools, row, now)
  },
  audit: ({ found: { row } }) => ({
    about: row.subject_id,
    purpose: 'dossier-supplemented',
    fields: ['dossier'],
    detail: { reference: row.reference },
  }),
})
