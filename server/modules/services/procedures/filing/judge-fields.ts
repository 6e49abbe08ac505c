/**
 * Which fields of a form are asked, what the State says of each, and what is wrong with what was
 * answered. Pure. What the State knows is taken from nobody else; a field that is not asked has no
 * answer, and an answer with a fault counts for no rule until it is mended.
 */
import type { FieldSource, Procedure, ProcedureField } from '../../../../../contract/procedure.ts'
import { holds, unanswered, valueOf } from '../rules-of-procedure.ts'
import { validatorOf } from '../read-procedure.ts'
import type { RuleFacts } from '../rule-facts.ts'
import { knownAnswer, membersNamed, readAnswer, type ReadAnswer } from './answer-of-field.ts'
import { faultOfError, type Fault } from './field-faults.ts'

export type Given = Readonly<Record<string, unknown>>
type Facts = Omit<RuleFacts, 'form'>

export interface FieldState {
  readonly name: string
  readonly field: ProcedureField
  readonly isAsked: boolean
  readonly isRequired: boolean
  readonly known: { readonly value: unknown; readonly source: FieldSource } | null
  /** What is shown in it: hers, the State's, or what is usual. */
  readonly value: unknown
  readonly isAnswered: boolean
  /** She was there: something came for it, and be it nothing. */
  readonly isTouched: boolean
  /** Also that an answer is missing. */
  readonly fault: Fault | null
}

/** What stands outside of the form and decides about an answer. */
export interface Judging {
  readonly procedure: Procedure
  readonly facts: Facts
  readonly given: Given
  /** Of the communes that the answers name, what they are called; one that is not in it is none. */
  readonly units: ReadonlyMap<string, string>
  readonly allowsTestPeople: boolean
}

/** A rule that cannot be judged yet (a member who is not there, a day that is none) answers nothing. */
export const judged = <T>(rule: () => T, otherwise: T): T => {
  try {
    return rule()
  } catch {
    return otherwise
  }
}

export const namesOf = ({ form }: Procedure): readonly string[] => form.pages.flatMap(({ fields }) => fields)

const isGiven = (given: Given, name: string): boolean =>
  Object.hasOwn(given, name) && given[name] !== undefined

/** Of what only the register can say about an answer that has the right shape. */
const ownFault = (
  kind: ProcedureField['kind'],
  value: unknown,
  { facts, units, allowsTestPeople }: Judging,
): Fault | null => {
  if (kind === 'person') {
    const number = String(value)
    if (number === facts.person.number) {
      return { code: 'oneself' }
    }
    return number.startsWith('9') && !allowsTestPeople ? { code: 'number' } : null
  }
  if (kind === 'place') {
    return units.has((value as { readonly unit: string }).unit) ? null : { code: 'unit' }
  }
  const numbers = membersNamed(kind, value)
  const members = facts.household.members.map(({ number }) => number)
  if (numbers.some((number) => !members.includes(number))) {
    return { code: 'not-of-household' }
  }
  if (kind === 'relatives' && numbers.includes(facts.person.number)) {
    return { code: 'oneself' }
  }
  return new Set(numbers).size === numbers.length ? null : { code: 'twice' }
}

const usualAnswer = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

const schemaFaults = (procedure: Procedure, answers: Given): ReadonlyMap<string, Fault> => {
  const validate = validatorOf(procedure)
  const faults = new Map<string, Fault>()
  if (!validate(answers)) {
    for (const error of validate.errors ?? []) {
      // Which of them is missing is asked of each field by itself: only those that are asked count.
      const found = error.keyword === 'required' && error.instancePath === '' ? null : faultOfError(error)
      if (found && !faults.has(found.name)) {
        faults.set(found.name, found.fault)
      }
    }
  }
  return faults
}

type Form = Readonly<Record<string, unknown>>
interface Pass {
  readonly form: Form
  readonly fields: readonly FieldState[]
}

class FormReader {
  private readonly judging: Judging
  private readonly read: ReadonlyMap<string, ReadAnswer>
  constructor(judging: Judging) {
    this.judging = judging
    const { procedure, given } = judging
    this.read = new Map(
      Object.entries(procedure.form.fields).flatMap(([name, field]) =>
        isGiven(given, name) ? [[name, readAnswer(field.kind, given[name])]] : [],
      ),
    )
  }

  nobodysAnswers(): Form {
    return Object.fromEntries(
      Object.entries(this.judging.procedure.form.fields).map(([name, { kind }]) => [name, unanswered(kind)]),
    )
  }

  /** Every answer that has the right shape, as the schema is to judge it. */
  private typed(before: Pass | null): Given {
    const asked =
      before && new Set(before.fields.flatMap((one) => (one.isAsked && !one.known ? one.name : [])))
    return Object.fromEntries(
      [...this.read].flatMap(([name, { value, isAnswered, fault }]) =>
        isAnswered && !fault && (asked?.has(name) ?? true) ? [[name, value]] : [],
      ),
    )
  }

  pass(before: Pass | null): Pass {
    const { procedure } = this.judging
    const faults = schemaFaults(procedure, this.typed(before))
    const form: Record<string, unknown> = { ...(before?.form ?? this.nobodysAnswers()) }
    const fields = namesOf(procedure).flatMap((name) => {
      const field = procedure.form.fields[name]
      if (!field) {
        return []
      }
      const state = this.field(name, field, form, faults.get(name) ?? null)
      form[name] = this.ruleValue(state)
      return [state]
    })
    return { form, fields }
  }

  /** As a rule meets it. */
  private ruleValue({ field, value, known, isAnswered, fault }: FieldState): unknown {
    if (!isAnswered || fault) {
      return unanswered(field.kind)
    }
    if (field.kind === 'place' && known) {
      const { unit, address } = known.value as { readonly unit: string; readonly address: string }
      return { unit, address }
    }
    return value
  }

  private field(name: string, field: ProcedureField, form: Form, schemaFault: Fault | null): FieldState {
    const { procedure, facts } = this.judging
    const { kind } = field
    const given = this.read.get(name)
    const state = {
      name,
      field,
      isRequired: false,
      known: null,
      isTouched: given !== undefined,
      fault: null,
    }
    const nothing = { ...state, value: unanswered(field.kind), isAnswered: false }
    const all: RuleFacts = { ...facts, form }
    if (!judged(() => holds(procedure, field.when, all), false)) {
      return { ...nothing, isAsked: false }
    }
    const isRequired = procedure.form.schema.required.includes(name)
    const { from } = field
    const known = from
      ? judged(() => knownAnswer(field.kind, valueOf(procedure, from.value, all)), null)
      : null
    if (from && known !== null) {
      return {
        ...state,
        isAsked: true,
        isRequired,
        known: { value: known, source: from.source },
        value: known,
        isAnswered: true,
      }
    }
    const read = given ?? this.usual(kind, field, all)
    const fault =
      read.fault ??
      (read.isAnswered ? (schemaFault ?? ownFault(kind, read.value, this.judging)) : null) ??
      (!read.isAnswered && isRequired ? { code: 'required' as const } : null)
    return {
      ...state,
      isAsked: true,
      isRequired,
      value: read.isAnswered ? read.value : unanswered(field.kind),
      isAnswered: read.isAnswered,
      fault,
    }
  }

  private usual(kind: ProcedureField['kind'], { usual }: ProcedureField, facts: RuleFacts): ReadAnswer {
    const { procedure } = this.judging
    const value =
      usual === undefined ? undefined : judged(() => usualAnswer(valueOf(procedure, usual, facts)), undefined)
    const read = readAnswer(kind, value)
    return read.fault ? readAnswer(kind, undefined) : read
  }
}

/** What the procedure itself says of an answer, once everything else is read. */
const checked =
  ({ procedure, facts }: Judging, form: Form) =>
  (state: FieldState): FieldState => {
    const { field, isAsked, known, fault } = state
    const { check } = field
    if (!check || !isAsked || known || fault) {
      return state
    }
    return judged(() => holds(procedure, check.rule, { ...facts, form }), false)
      ? state
      : { ...state, fault: { code: 'other', words: check.words } }
  }

/** A field may be asked by an answer that stands after it; a form that never comes to rest is cut short. */
const PASSES_MOST = 5

export const judgeFields = (judging: Judging): Pass => {
  const reader = new FormReader(judging)
  let pass = reader.pass(null)
  for (let turn = 1; turn < PASSES_MOST; turn++) {
    const next = reader.pass(pass)
    const isAtRest = JSON.stringify(next.form) === JSON.stringify(pass.form)
    pass = next
    if (isAtRest) {
      break
    }
  }
  return { form: pass.form, fields: pass.fields.map(checked(judging, pass.form)) }
}
