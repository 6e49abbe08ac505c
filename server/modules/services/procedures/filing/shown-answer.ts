/** The answers of a dossier as people read them, and what the State says of each today. */
import type { Procedure, ProcedureField, ProcedureWords } from '../../../../../contract/procedure.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { findSubject, NOBODY } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { unanswered, valueOf } from '../rules-of-procedure.ts'
import type { RuleFacts } from '../rule-facts.ts'
import type { Accepted, AcceptedAnswer } from './accept-filing.ts'
import { knownAnswer } from './answer-of-field.ts'
import { shownAnswer } from './answer-words.ts'
import { gatherFacts, noneJoined } from './gather-facts.ts'
import { headNumberIn } from './begin-filing.ts'
import { namedHousehold } from './joined-household.ts'
import { judged, namesOf } from './judge-fields.ts'
import { namedUnit } from './person-facts.ts'
import type { FiledFor } from './profile.ts'

type Kind = ProcedureField['kind']
type Answers = Readonly<Record<string, AcceptedAnswer>>
export interface ShownAnswer {
  readonly name: string
  readonly words: ProcedureWords
  readonly value: ProcedureWords
  readonly from: AcceptedAnswer['from']
}
export interface ComparedAnswer extends ShownAnswer {
  /** null where the State says nothing of it. */
  readonly registerNow: ProcedureWords | null
  readonly differs: boolean
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** With the names by which it is read, where it has none yet. */
const named = async (read: Reading, tools: Tools, kind: Kind, value: unknown): Promise<unknown> => {
  if (kind === 'place' && isPlain(value) && !value['unitName']) {
    return { ...value, unitName: (await namedUnit(read, String(value['unit'] ?? ''))).name }
  }
  if ((kind !== 'members' && kind !== 'relatives') || !Array.isArray(value)) {
    return value
  }
  const members: unknown[] = []
  for (const member of value as readonly unknown[]) {
    const row = typeof member === 'string' ? { number: member } : isPlain(member) ? member : {}
    members.push(
      'name' in row
        ? row
        : { ...row, name: (await findPerson(read, tools, String(row['number'])))?.fullName ?? '' },
    )
  }
  return members
}

/** As a rule met it: without the names. */
const bare = (kind: Kind, value: unknown): unknown => {
  if (kind === 'place' && isPlain(value)) {
    return { unit: value['unit'] ?? '', address: value['address'] ?? '' }
  }
  if (kind === 'relatives' && Array.isArray(value)) {
    return value.map((row: unknown) =>
      isPlain(row) ? { number: row['number'], relation: row['relation'] } : row,
    )
  }
  return kind === 'members' && Array.isArray(value)
    ? value.map((member: unknown) => (isPlain(member) ? member['number'] : member))
    : value
}

/** In the order of the form. */
export const shownAnswers = async (
  read: Reading,
  tools: Tools,
  procedure: Procedure,
  answers: Answers,
): Promise<ShownAnswer[]> => {
  const shown: ShownAnswer[] = []
  for (const name of namesOf(procedure)) {
    const field = procedure.form.fields[name]
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    if (field && answer) {
      const value = await named(read, tools, field.kind, answer.value)
      shown.push({ name, words: field.words, value: shownAnswer(procedure, name, value), from: answer.from })
    }
  }
  return shown
}

interface Filed extends Pick<Accepted, 'personalNumber' | 'answers'> {
  readonly filedBy: {
    readonly subjectId: string
    readonly personalNumber: string
    readonly kind?: FiledFor
  }
  readonly at: Date
}

/** What the rules may speak of today, about a dossier that was filed then. */
const factsToday = async (
  read: Reading,
  tools: Tools,
  procedure: Procedure,
  { personalNumber, filedBy, answers, at }: Filed,
): Promise<RuleFacts> => {
  const subjectId = (await findSubject(read, tools, personalNumber)) ?? NOBODY
  const kind = filedBy.kind ?? (filedBy.personalNumber === personalNumber ? 'self' : 'child')
  const { facts } = await gatherFacts(read, tools, { subjectId, personalNumber, filer: filedBy, kind }, at)
  const form = Object.fromEntries(
    Object.entries(procedure.form.fields).map(([name, field]) => [
      name,
      Object.hasOwn(answers, name) ? bare(field.kind, answers[name]?.value) : unanswered(field.kind),
    ]),
  )
  const head = headNumberIn(procedure, form)
  const joined = head === '' ? noneJoined : await namedHousehold(read, tools, head, at)
  return { ...facts, joined, form }
}

/**
 * For the office alone: it may read what whoever filed is not told. The caller leaves the line with everybody
 * whom the dossier is about.
 */
export const comparedAnswers = async (
  read: Reading,
  tools: Tools,
  procedure: Procedure,
  filed: Filed,
): Promise<ComparedAnswer[]> => {
  const facts = await factsToday(read, tools, procedure, filed)
  const compared: ComparedAnswer[] = []
  for (const shown of await shownAnswers(read, tools, procedure, filed.answers)) {
    const field = procedure.form.fields[shown.name]
    const rule = field?.from?.value
    const known =
      field && rule !== undefined
        ? judged(() => knownAnswer(field.kind, valueOf(procedure, rule, facts)), null)
        : null
    if (!field || known === null) {
      compared.push({ ...shown, registerNow: null, differs: false })
      continue
    }
    const filedAs = bare(field.kind, filed.answers[shown.name]?.value)
    compared.push({
      ...shown,
      registerNow: shownAnswer(procedure, shown.name, await named(read, tools, field.kind, known)),
      differs: JSON.stringify(bare(field.kind, known)) !== JSON.stringify(filedAs),
    })
  }
  return compared
}
