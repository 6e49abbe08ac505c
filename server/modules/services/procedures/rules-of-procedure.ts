/**
 * The rules of a procedure, compiled: CEL (github.com/google/cel-spec), which always comes to an end. Their
 * only names are the facts of `rule-facts.ts` and the fields of the procedure's own form. Checked by type
 * when the file is read, so that no rule fails before a citizen.
 */
import { Environment } from '@marcbachmann/cel-js'
import type { Procedure, ProcedureField } from '../../../../contract/procedure.ts'
import { ageOn, parsePartialDate } from '../../../../formats/partial-date.ts'
import { deedParameters } from '../../../../contract/procedure-fits.ts'
import { addDays, isDay } from '../../../../formats/vietnam-day.ts'
import { loopsOfRule } from './judging/loops-of-rule.ts'
import { plainTrouble } from './judging/plain-reason.ts'
import { factSchemas, factTypes, type RuleFacts } from './rule-facts.ts'

/** What a rule must answer. */
export type RuleType = 'bool' | 'string' | 'list' | 'any'
export interface PlacedRule {
  readonly path: readonly (string | number)[]
  readonly text: string
  readonly type: RuleType
}

const most_days = 40_000
const DAY_ms = 86_400_000
const daysFrom = (from: string, to: string): bigint =>
  BigInt(Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_ms) || 0)

/** Nobody's age is 0 years for a birth date or a day that is none. */
const ageAt = (born: string, day: string): bigint => {
  const read = parsePartialDate(born)
  return read.ok && isDay(day) ? BigInt(ageOn(read.value, day)) : 0n
}
/** As far as it is known, day before month: `20/08/1958`, `08/1958`, `1958`. */
const shownDay = (day: string): string => day.split('-').reverse().join('/')

/** A rule is one short expression: whatever needs more belongs into a fact. */
const limits = {
  maxAstNodes: 200,
  maxDepth: 24,
  maxListElements: 30,
  maxMapEntries: 20,
  maxCallArguments: 8,
}

const base = (): Environment => {
  const env = new Environment({ homogeneousAggregateLiterals: false, limits })
  for (const [name, type] of Object.entries(factTypes)) {
    if (name !== 'form') {
      env.registerVariable(name, type)
    }
  }
  for (const [name, schema] of Object.entries(factSchemas)) {
    env.registerVariable({ name, schema })
  }
  env.registerFunction('addDays(string, int): string', (day: string, count: bigint) =>
    isDay(day) && count > -most_days && count < most_days ? addDays(day, Number(count)) : '',
  )
  env.registerFunction('daysFrom(string, string): int', daysFrom)
  env.registerFunction('ageOn(string, string): int', ageAt)
  env.registerFunction('shownDay(string): string', shownDay)
  return env
}

const typeOfField: Readonly<Record<ProcedureField['kind'], unknown>> = {
  text: 'string',
  'long-text': 'string',
  date: 'string',
  choice: 'string',
  person: 'string',
  'yes-no': 'bool',
  place: { unit: 'string', address: 'string' },
  members: 'list<string>',
  relatives: 'list<map<string, dyn>>',
  spans: 'list<map<string, dyn>>',
}
/** The value of a field that nobody has answered, so that a rule may speak of it at any time. */
export const unanswered = (kind: ProcedureField['kind']): unknown =>
  kind === 'yes-no'
    ? false
    : kind === 'place'
      ? { unit: '', address: '' }
      : kind === 'members' || kind === 'relatives' || kind === 'spans'
        ? []
        : ''

const environmentOf = (one: Procedure): Environment => {
  const schema = Object.fromEntries(
    Object.entries(one.form.fields).map(([name, { kind }]) => [name, typeOfField[kind]]),
  )
  return base().registerVariable({ name: 'form', schema } as never)
}

/** Every rule of it, with where it stands. */
export const rulesOf = (one: Procedure): readonly PlacedRule[] => [
  { path: ['agency', 'unit'], text: one.agency.unit, type: 'string' },
  ...one.conditions.map(({ rule }, at) => ({
    path: ['conditions', at, 'rule'],
    text: rule,
    type: 'bool' as const,
  })),
  ...Object.entries(one.form.fields).flatMap(([name, of]): PlacedRule[] => {
    const path = ['form', 'fields', name]
    return [
      ...(of.when === undefined ? [] : [{ path: [...path, 'when'], text: of.when, type: 'bool' as const }]),
      ...(of.from
        ? [{ path: [...path, 'from', 'value'], text: of.from.value, type: typeOfAnswer(of.kind) }]
        : []),
      ...(of.usual === undefined
        ? []
        : [{ path: [...path, 'usual'], text: of.usual, type: typeOfAnswer(of.kind) }]),
      ...(of.check ? [{ path: [...path, 'check', 'rule'], text: of.check.rule, type: 'bool' as const }] : []),
    ]
  }),
  ...one.papers.flatMap(({ when, replacedWhen }, at): PlacedRule[] => [
    ...(when === undefined ? [] : [{ path: ['papers', at, 'when'], text: when, type: 'bool' as const }]),
    ...(replacedWhen === undefined
      ? []
      : [{ path: ['papers', at, 'replacedWhen'], text: replacedWhen, type: 'bool' as const }]),
  ]),
  ...one.consents.map(({ who }, at) => ({ path: ['consents', at, 'who'], text: who, type: 'list' as const })),
  ...[...one.fees.entries()].flatMap(([at, { when }]): PlacedRule[] =>
    when === undefined ? [] : [{ path: ['fees', at, 'when'], text: when, type: 'bool' }],
  ),
  ...[...one.limits.entries()].flatMap(([at, { when }]): PlacedRule[] =>
    when === undefined ? [] : [{ path: ['limits', at, 'when'], text: when, type: 'bool' }],
  ),
  ...Object.entries(one.result.with).map(([name, text]) => ({
    path: ['result', 'with', name],
    text,
    type: typeOfParameter(one.result.deed, name),
  })),
]
const typeOfParameter = (deed: string, name: string): RuleType => {
  const known = deedParameters[deed] ?? {}
  return known[name] ?? known[`${name}?`] ?? 'any'
}
const typeOfAnswer = (kind: ProcedureField['kind']): RuleType =>
  kind === 'yes-no'
    ? 'bool'
    : kind === 'members'
      ? 'list'
      : kind === 'place' || kind === 'relatives' || kind === 'spans'
        ? 'any'
        : 'string'

/** What a type that CEL has found may be taken for. */
const answers = (found: string, wanted: RuleType): boolean =>
  found === 'dyn' ||
  wanted === 'any' ||
  (wanted === 'list' ? found === 'list' || found.startsWith('list<') : found === wanted)

export interface WrongRule {
  readonly path: readonly (string | number)[]
  readonly message: string
}
const MOST_LOOPS = 2
/** Where a rule may speak of the household that a form names: what it answers there is not shown. */
const mayJoin = ([part, , name]: WrongRule['path']): boolean =>
  part === 'agency' || part === 'consents' || part === 'result' || name === 'replacedWhen'

const troubleOf = (env: Environment, { path, text, type }: PlacedRule): string | null => {
  if (/\bmatches\s*\(/.test(text)) {
    return 'matches() is not for rules: a pattern stands in the schema'
  }
  if (/\bhas\s*\(/.test(text)) {
    return "has() is not for rules: each fact is always there, and empty ('') where nothing is known"
  }
  if (/"""|'''|\b[rRbB]{1,2}["']/.test(text)) {
    return 'has a text in other quotes than one pair of \' or "'
  }
  if (loopsOfRule(text) > MOST_LOOPS) {
    return `walks through lists within lists within lists: ${MOST_LOOPS} deep at most`
  }
  if (/\bjoined\b/.test(text) && !mayJoin(path)) {
    return 'speaks of joined, the household of somebody else: only agency, consents, replacedWhen and result may'
  }
  if (path[0] === 'conditions' && /\bform\b/.test(text)) {
    return 'speaks of form, which is asked only after it is said: the check of a field judges an answer'
  }
  const found = env.check(text)
  if (!found.valid) {
    return plainTrouble(found.error)
  }
  return answers(String(found.type), type) ? null : `answers ${String(found.type)}, where ${type} is wanted`
}

/** What is wrong with its rules; empty where nothing is. */
export const wrongRules = (one: Procedure): readonly WrongRule[] => {
  const env = environmentOf(one)
  return rulesOf(one).flatMap((rule) => {
    const message = troubleOf(env, rule)
    return message === null ? [] : [{ path: rule.path, message }]
  })
}

/** Whether what a rule answered is of its type. */
export const answersWith = (value: unknown, type: RuleType): boolean =>
  type === 'any' ||
  (type === 'list' ? Array.isArray(value) : typeof value === (type === 'bool' ? 'boolean' : 'string'))

type Compiled = ReturnType<Environment['parse']>
const compiled = new WeakMap<Procedure, Map<string, Compiled>>()
const environments = new WeakMap<Procedure, Environment>()

const compile = (one: Procedure, text: string): Compiled => {
  const known = compiled.get(one) ?? new Map<string, Compiled>()
  compiled.set(one, known)
  const env = environments.get(one) ?? environmentOf(one)
  environments.set(one, env)
  const found = known.get(text) ?? env.parse(text)
  known.set(text, found)
  return found
}

/** CEL counts in BigInt; the product in numbers. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') {
    return Number(value)
  }
  if (Array.isArray(value)) {
    return value.map(plain)
  }
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, of]) => [String(key), plain(of)]))
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, of]) => [key, plain(of)]))
    : value
}

export const valueOf = (one: Procedure, text: string, facts: RuleFacts): unknown =>
  plain(compile(one, text)(facts))
/** Throws a plain Error for a rule that does not answer yes or no: the check of the file refuses those. */
export const holds = (one: Procedure, text: string | undefined, facts: RuleFacts): boolean => {
  if (text === undefined) {
    return true
  }
  const value = valueOf(one, text, facts)
  if (typeof value !== 'boolean') {
    throw new Error(`a rule of ${one.id} answers neither yes nor no`)
  }
  return value
}
export const textOf = (one: Procedure, text: string, facts: RuleFacts): string => {
  const value = valueOf(one, text, facts)
  return typeof value === 'string' ? value : ''
}
export const listOf = (one: Procedure, text: string, facts: RuleFacts): readonly string[] => {
  const value = valueOf(one, text, facts)
  return Array.isArray(value) ? value.filter((of): of is string => typeof of === 'string' && of !== '') : []
}
