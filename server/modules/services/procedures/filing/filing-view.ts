/** A filing as whoever files sees it. */
import type { z } from 'zod'
import type { ProcedureWords } from '../../../../../contract/procedure.ts'
import type { filing as filingContract } from '../../../../../contract/services.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { officeName } from '../../../registry/organisations/office-name.ts'
import { officeFor } from '../../../registry/organisations/route-office.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { dueOf } from '../legal-clock.ts'
import { OFFICE_TASK } from './accept-filing.ts'
import { proceduresInForce } from '../known-procedures.ts'
import type { BegunFiling } from './begin-filing.ts'
import type { Draft } from './draft.ts'
import { mostOf, wordsOfFault } from './field-faults.ts'
import type { FieldState } from './judge-fields.ts'
import { obstacleOf, type AskedConsent, type Filing } from './judge-filing.ts'
import { toldValue } from './told-value.ts'

type View = z.infer<typeof filingContract>
type FieldView = View['pages'][number]['fields'][number]
type Choices = { value: string; words: ProcedureWords }[] | null

const choicesOf = ({ facts }: Filing, { field }: FieldState): Choices => {
  if (field.kind === 'members' || field.kind === 'relatives') {
    const others = facts.household.members.filter(
      ({ number }) => field.kind === 'members' || number !== facts.person.number,
    )
    return others.map(({ number, name }) => ({ value: number, words: { vi: name, en: name } }))
  }
  return field.choices ? Object.entries(field.choices).map(([value, words]) => ({ value, words })) : null
}

const fieldView = ({ filing, units }: BegunFiling, state: FieldState): FieldView => {
  const { name, field, known, fault, isTouched, isAnswered } = state
  const told = (value: unknown): unknown =>
    field.kind === 'place' ? toldValue(state, value, filing.facts, units) : value
  return {
    name,
    kind: field.kind,
    words: field.words,
    hint: field.hint ?? null,
    choices: choicesOf(filing, state),
    isRequired: state.isRequired,
    isAsked: state.isAsked,
    known: known && { value: told(known.value), source: known.source },
    value: told(state.value),
    // What she has not come to yet is not wrong.
    fault: fault && (isTouched || isAnswered) ? wordsOfFault(fault) : null,
    most: mostOf(field.kind, filing.procedure.form.schema.properties[name]),
  }
}

const pagesOf = (begun: BegunFiling): View['pages'] =>
  begun.filing.procedure.form.pages.map(({ id, title, fields }) => ({
    id,
    title,
    fields: begun.filing.fields
      .filter(({ name }) => fields.includes(name))
      .map((one) => fieldView(begun, one)),
  }))

/** By name only where she knows it from her own family or household. */
const consentView = async (
  read: Reading,
  tools: Tools,
  kin: ReadonlySet<string>,
  { consent: { id, words, law }, numbers }: AskedConsent,
): Promise<View['consents'][number]> => {
  const people: { name: string | null }[] = []
  for (const number of numbers ?? []) {
    people.push({
      name: kin.has(number) ? ((await findPerson(read, tools, number))?.fullName ?? null) : null,
    })
  }
  return { id, words, law, people }
}

const consentsOf = async (
  read: Reading,
  tools: Tools,
  { filing, gathered: { kin } }: BegunFiling,
): Promise<View['consents']> => {
  const consents: View['consents'] = []
  for (const asked of filing.consents) {
    if (asked.numbers?.length !== 0) {
      consents.push(await consentView(read, tools, kin, asked))
    }
  }
  return consents
}

const SAID_BY_FORM = /\b(form|joined)\b/

/** Null before the form says where, and where only the register could say it. */
const officeOf = async (read: Reading, { procedure, unit }: Filing, at: Date): Promise<string | null> =>
  unit === null && SAID_BY_FORM.test(procedure.agency.unit)
    ? null
    : officeName(read, await officeFor(read, OFFICE_TASK, unit, at))

const dueAtOf = ({ procedure, limit }: Filing, at: Date): string => {
  const clock = { limit: limit.working, from: at.toISOString(), cutOff: procedure.cutOff, pauses: [] }
  const due = dueOf(clock)
  if (!due) {
    throw new Error(`the limit of ${procedure.id} has no end`)
  }
  return due.toISOString()
}

const conditionsOf = async (read: Reading, filing: Filing, at: Date): Promise<View['conditions']> => {
  const isAnyUnmet = filing.conditions.some(({ isMet }) => !isMet)
  const others = isAnyUnmet ? await proceduresInForce(read, at) : []
  return filing.conditions.map(({ of: { id, met, unmet, law, instead }, isMet }) => {
    const other = isMet ? undefined : others.find((one) => one.id === instead)
    return {
      id,
      isMet,
      words: isMet ? met : unmet,
      law,
      instead: other ? { procedure: other.id, title: other.title } : null,
    }
  })
}

export const filingView = async (
  read: Reading,
  tools: Tools,
  begun: BegunFiling,
  draft: Draft | null,
  at: Date,
): Promise<View> => {
  const { filing } = begun
  const { procedure, facts } = filing
  const attached = draft?.papers ?? new Set<string>()
  return {
    procedure: procedure.id,
    version: procedure.version,
    code: procedure.code,
    title: procedure.title,
    summary: procedure.summary,
    icon: procedure.icon,
    law: procedure.law,
    agency: procedure.agency.words,
    office: await officeOf(read, filing, at),
    whose: { kind: facts.who, name: facts.person.name },
    shut: filing.shut,
    conditions: await conditionsOf(read, filing, at),
    pages: pagesOf(begun),
    papers: filing.papers.map(({ of: { id, words, isRequired, replacedBy }, isReplaced }) => ({
      id,
      words,
      isRequired,
      replacedBy: isReplaced ? (replacedBy ?? null) : null,
      isAttached: attached.has(id),
    })),
    consents: await consentsOf(read, tools, begun),
    fees: filing.fees.map(({ id, words, amount_vnd, law }) => ({ id, words, amount_vnd, law })),
    limit: filing.limit.law,
    dueAt: dueAtOf(filing, at),
    count: filing.count,
    isReady: obstacleOf(filing, attached) === null,
    draft: draft && { id: draft.id, savedAt: draft.savedAt.toISOString(), page: draft.page },
  }
}
