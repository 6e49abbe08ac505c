/**
 * Asks the register of judgments for the dossiers whose result rests on what it says: at once, and again by
 * itself while it is silent. Nothing is decided meanwhile, and nobody is taken for unconvicted because nobody
 * answered. The question is asked outside of any transaction and has an end.
 */
import type { DossierState } from '../../../../../contract/dossiers.ts'
import { system } from '../../../../kernel/actor.ts'
import type { AppContext } from '../../../../kernel/app-context.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { eachAtOnce } from '../../../../kernel/each-of.ts'
import { newId } from '../../../../kernel/id.ts'
import { leaveLine } from '../../../../kernel/leave-line.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Work } from '../../../../kernel/work.ts'
import { caseForUpdate, findCase } from '../../../cases/casework/case-access.ts'
import type { Herself } from '../../../documents/integration/match-holder.ts'
import { REGISTER_OF_JUDGMENTS, type JudgmentsAnswer } from '../../../documents/sources/judgment-wire.ts'
import { lineTo, noteAnswer, type SourceLine } from '../../../documents/sources/known-sources.ts'
import type { Asked } from '../../../documents/sources/source-lines.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import type { Procedure } from '../../../../../contract/procedure.ts'
import { procedureOf } from '../../procedures/known-procedures.ts'
import { dossierKind, dossierOf, keep, type DossierRow } from '../dossier-case.ts'
import type { Dossier, DossierContent, DossierFacts } from '../dossier-facts.ts'
import { registerLooks } from '../rules.ts'
import * as store from './inquiry-store.ts'
import { answeredAnew, certificateOf, judgmentsOf } from './judgments.ts'

type Context = Pick<AppContext, 'transact' | 'tools'>
/** While it goes on; what stands still for her waits for the register as well. */
const goesOn: readonly DossierState[] = [
  'received',
  'processing',
  'put-forward',
  'supplement-asked',
  'payment-asked',
  'paused',
]

/** Pure: from its reception on, and again after an objection, which looks at everything anew. */
export const withQuestion = (one: Dossier, procedure: Pick<Procedure, 'result'>): Dossier =>
  certificateOf(procedure) === null
    ? one
    : {
        ...one,
        facts: { ...one.facts, register: 'asking' },
        content: { ...one.content, judgments: null },
      }
export const beginAsking = async (work: Work, row: DossierRow, at: Date): Promise<void> => {
  if (row.facts.register === 'asking') {
    await store.ask(work, row, at)
  }
}

const AT_ONCE = 8
const GONE_s = 900

/** Answers whether there was anybody to ask for. */
export const askForJudgments = async (context: Context): Promise<boolean> =>
  (await eachAtOnce(store.dueAt(context.tools.read, now()), AT_ONCE, (due) => askOne(context, due))) > 0

interface Turn {
  readonly inquiry: store.InquiryRow
  readonly her: Herself
  readonly withBans: boolean
  /** null: nobody has connected the register. */
  readonly line: SourceLine | null
}
type Due = Parameters<typeof store.lease>[1]

const askOne = async (context: Context, due: Due): Promise<void> => {
  const turn = await takeTurn(context, due)
  if (!turn) {
    return
  }
  const { line, her, withBans } = turn
  const asked: Asked<JudgmentsAnswer> = line
    ? await line.judgments({
        request_id: newId(),
        person: {
          personal_number: her.personalNumber,
          old_number: her.oldNumber,
          full_name: her.fullName,
          birth_date: her.birthDate,
        },
        with_bans: withBans,
      })
    : { is: 'silent', why: 'unreachable' }
  if (line) {
    await noteAnswer(context.transact, line.source, asked)
  }
  await context.transact((work) => settle(work, context, turn, asked))
}

/** No. 2 tells of bans by itself; no. 1 where she asked for it (Law 28/2009/QH12 art. 42, 43). */
const wantsBans = (procedure: Procedure, { answers }: DossierContent): boolean =>
  certificateOf(procedure) === 2 || answers['withBans']?.value === true

/** undefined: another worker has it, or nobody waits for it any more. */
const takeTurn = ({ transact, tools }: Context, due: Due): Promise<Turn | undefined> =>
  transact(async (work) => {
    const at = now()
    const row = await store.lease(work, due, at, later(at, inForce(registerLooks, at).lease_s))
    const found =
      row && (await findCase<DossierState, DossierFacts>(work, dossierKind, row.subject_id, row.case_id))
    if (!row || !found || !goesOn.includes(found.state)) {
      if (row) {
        await store.save(work, { ...row, look_at: null })
      }
      return undefined
    }
    const { content, facts } = await dossierOf(tools, found)
    const person = await findPerson(work, tools, content.personalNumber)
    if (!person) {
      // Whoever imports the register anew puts her back; until then nobody can be asked about her.
      await store.save(work, { ...row, look_at: later(at, GONE_s) })
      return undefined
    }
    return {
      inquiry: row,
      her: person,
      withBans: wantsBans(await procedureOf(work, facts.procedure, facts.version), content),
      line: await lineTo(work, tools, REGISTER_OF_JUDGMENTS),
    }
  })

const settle = async (
  work: Work,
  { tools }: Context,
  { inquiry, her, withBans, line }: Turn,
  asked: Asked<JudgmentsAnswer>,
): Promise<void> => {
  const at = now()
  const row = await caseForUpdate<DossierState, DossierFacts>(
    work,
    dossierKind,
    inquiry.subject_id,
    inquiry.case_id,
  )
  if (!row || !goesOn.includes(row.state)) {
    await store.save(work, { ...inquiry, look_at: null })
    return
  }
  if (asked.is !== 'answered') {
    await isSilent(work, tools, { inquiry, row, isFull: asked.is === 'full' }, at)
    return
  }
  const { fresh_s } = inForce(registerLooks, at)
  await store.save(work, { ...inquiry, look_at: later(at, fresh_s), tries: 0, silent_since: null })
  const before = await dossierOf(tools, row)
  const said = judgmentsOf(asked.answer, { her, withBans, at })
  const after: Dossier = {
    ...before,
    facts: { ...before.facts, register: 'answered' },
    content: { ...before.content, judgments: answeredAnew(said, before.content.judgments) },
  }
  await keep(work, tools, row, after, { by: 'automatic', what: 'register-answered' }, at)
  leaveLine(work, {
    useCase: 'dossiers.ask-judgments',
    actor: system('judgments'),
    line: {
      about: row.subject_id,
      purpose: 'dossier-judgments-asked',
      fields: ['personalNumber', 'fullName', 'birthDate', 'judgments'],
      detail: { reference: row.reference, source: line?.source.id ?? REGISTER_OF_JUDGMENTS },
    },
  })
}

/** Told in its history once, when it begins. */
const isSilent = async (
  work: Work,
  tools: Context['tools'],
  { inquiry, row, isFull }: { inquiry: store.InquiryRow; row: DossierRow; isFull: boolean },
  at: Date,
): Promise<void> => {
  const { silent_s, full_s } = inForce(registerLooks, at)
  if (isFull) {
    await store.save(work, { ...inquiry, look_at: later(at, full_s) })
    return
  }
  const wait_s = silent_s[Math.min(inquiry.tries, silent_s.length - 1)] ?? full_s
  await store.save(work, {
    ...inquiry,
    look_at: later(at, wait_s),
    tries: inquiry.tries + 1,
    silent_since: inquiry.silent_since ?? at,
  })
  // What it has said before goes on to stand, with its day: nobody waits for it.
  if (row.facts.register === 'asking') {
    const before = await dossierOf(tools, row)
    const after: Dossier = { ...before, facts: { ...before.facts, register: 'silent' } }
    await keep(work, tools, row, after, { by: 'automatic', what: 'register-silent' }, at)
  }
}
