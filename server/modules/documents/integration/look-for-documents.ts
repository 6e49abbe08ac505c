/**
 * Asks registers for documents whose turn it is: wanted just now, missing, held back, or due to be fresh
 * again. The question is asked outside of any transaction and has an end; what came of it is written
 * upon the document as it stands by then, unless she has taken it off meanwhile.
 */
import { system } from '../../../kernel/actor.ts'
import type { AppContext } from '../../../kernel/app-context.ts'
import { later, now } from '../../../kernel/clock.ts'
import { eachAtOnce } from '../../../kernel/each-of.ts'
import { newId } from '../../../kernel/id.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { DocumentType } from '../../../../contract/document-type.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { lineTo, noteAnswer, type SourceLine } from '../sources/known-sources.ts'
import type { Asked } from '../sources/source-lines.ts'
import type { Question, SourceAnswer } from '../sources/source-wire.ts'
import type { Values } from './claims-of-type.ts'
import { typesInForce } from './document-types.ts'
import * as store from './documents-store.ts'
import {
  DocumentChanged,
  DocumentDiffers,
  DocumentMissing,
  DocumentReceived,
  DocumentStandingChanged,
} from './events.ts'
import { opened, save, type KeptDocument } from './kept-document.ts'
import type { Herself } from './match-holder.ts'
import { answered, putOff, silent, told, type Looked, type OwnDocument } from './own-document.ts'
import { documentAnswer_days, documentLooks } from './rules.ts'

/** How many are asked for at once by one worker: one register that hangs leaves the others their turn. */
const AT_ONCE = 16

type Context = Pick<AppContext, 'transact' | 'tools'>
interface Turn {
  readonly kept: KeptDocument
  readonly type: DocumentType
  readonly line: SourceLine
  readonly her: Herself
}

/** Answers whether there was anything to ask for. */
export const lookForDocuments = async (context: Context): Promise<boolean> =>
  (await eachAtOnce(store.dueAt(context.tools.read, now()), AT_ONCE, (due) => lookOne(context, due))) > 0

type Due = Parameters<typeof store.lease>[1]

const lookOne = async (context: Context, due: Due): Promise<void> => {
  const turn = await takeTurn(context, due)
  if (!turn) {
    return
  }
  const { kept, line, her } = turn
  const question: Question = {
    request_id: newId(),
    type: kept.type,
    keys: kept.document.content.keys,
    person: { personal_number: her.personalNumber, old_number: her.oldNumber },
  }
  const isTold = await tellReport(turn, question)
  const asked = await line.find(question)
  await noteAnswer(context.transact, line.source, asked)
  await context.transact((work) => settle(work, context, { ...turn, asked, isTold }))
}

/** undefined: another worker has it, or nobody is left to ask for, or to ask. */
const takeTurn = ({ transact, tools }: Context, due: Due): Promise<Turn | undefined> =>
  transact(async (work) => {
    const at = now()
    const rules = inForce(documentLooks, at)
    const row = await store.lease(work, due, at, later(at, rules.lease_s))
    if (!row) {
      return undefined
    }
    const kept = await opened(tools, row)
    const type = (await typesInForce(work, at)).find(({ id }) => id === kept.type)
    const her = await herself(work, tools, kept.subjectId)
    const line = type && (await lineTo(work, tools, type.source))
    if (!type || !her || !line) {
      // No register answers for it now, or the population register has no such person any more.
      await save(work, tools, { ...kept, document: silent(kept.document, { rules, at }) })
      return undefined
    }
    return { kept, type, line, her }
  })

const herself = async (
  read: Reading,
  tools: Context['tools'],
  subjectId: string,
): Promise<Herself | null> => {
  const account = await findAccount(read, subjectId)
  const person = account && (await findPerson(read, tools, account.personalNumber))
  return (
    person && {
      personalNumber: person.personalNumber,
      oldNumber: person.oldNumber,
      fullName: person.fullName,
      birthDate: person.birthDate,
    }
  )
}

/** Whether the register has taken what she reported; it is told by every look until it has. */
const tellReport = async ({ kept, line, her }: Turn, question: Question): Promise<boolean> => {
  const { report, difference, record } = kept.document.content
  if (!report || report.isTold) {
    return false
  }
  const [field, register_says] =
    difference === null
      ? (['personal_number', her.personalNumber] as const)
      : difference.field === 'fullName'
        ? (['full_name', her.fullName] as const)
        : (['birth_date', her.birthDate] as const)
  const correction = { ...question, reference: kept.reference, record, field, register_says }
  return (await line.correct(correction)).is === 'answered'
}

interface Came extends Turn {
  readonly asked: Asked<SourceAnswer>
  readonly isTold: boolean
}

const settle = async (work: Work, { tools }: Context, came: Came): Promise<void> => {
  const at = now()
  const row = await store.lock(work, came.kept.subjectId, came.kept.id)
  if (!row) {
    return
  }
  // She may have reported it meanwhile: what was read under this lock is what is gone on with, and a look
  // that she asked for since then is still to come.
  const kept = await opened(tools, row)
  const before = came.isTold ? told(kept.document) : kept.document
  const after = outcome(before, came, at)
  const isWantedSince = before.lookAt < came.kept.document.lookAt
  await save(work, tools, {
    ...kept,
    document: isWantedSince ? { ...after, lookAt: before.lookAt } : after,
  })
  if (came.asked.is === 'answered') {
    tellOf(work, { kept, came, before, after })
  }
}

const outcome = (before: OwnDocument, { asked, type, her }: Came, at: Date): OwnDocument => {
  const rules = inForce(documentLooks, at)
  if (asked.is === 'full') {
    return putOff(before, { rules, at })
  }
  const looked: Looked = { type, her, rules, answer_days: inForce(documentAnswer_days, at), at }
  return (asked.is === 'answered' ? answered(before, asked.answer, looked) : null) ?? silent(before, looked)
}

interface Told {
  readonly kept: KeptDocument
  readonly came: Came
  readonly before: OwnDocument
  readonly after: OwnDocument
}

const PURPOSE_OF = {
  held: 'document-received',
  differs: 'document-differs',
  missing: 'document-not-found',
  looking: null,
} as const

/** Written in the order of the type's claims, whatever the register's was. */
const isOther = (before: Values | null, after: Values | null): boolean =>
  JSON.stringify(before) !== JSON.stringify(after)

/** A line for each answer that told us something of her, and a letter when something is new. */
const tellOf = (work: Work, { kept, came: { type, line }, before, after }: Told): void => {
  const purpose = PURPOSE_OF[after.state]
  if (purpose === null || after.silentSince !== null) {
    return
  }
  if (after.state !== 'missing' || before.state !== 'missing') {
    leaveLine(work, {
      useCase: 'documents.look',
      actor: system('documents'),
      line: { about: kept.subjectId, purpose, fields: ['documents'], detail: { source: line.source.id } },
    })
  }
  const named = { id: kept.id, type: kept.type, title: type.title, source: line.source.name }
  const dueAt = (after.dueAt ?? now()).toISOString()
  if (after.state !== before.state) {
    if (after.state === 'held') {
      work.publish(DocumentReceived, kept.subjectId, named)
    } else if (after.state === 'missing') {
      work.publish(DocumentMissing, kept.subjectId, { ...named, dueAt })
    } else {
      work.publish(DocumentDiffers, kept.subjectId, { ...named, dueAt })
    }
  } else if (after.state === 'held' && after.standing !== null && after.standing !== before.standing) {
    work.publish(DocumentStandingChanged, kept.subjectId, { ...named, standing: after.standing })
  } else if (after.state === 'held' && isOther(before.content.values, after.content.values)) {
    work.publish(DocumentChanged, kept.subjectId, { id: kept.id, type: kept.type })
  }
}
