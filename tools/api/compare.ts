/**
 * Two descriptions of the API, the released one and today's: every change that breaks a client, in plain
 * words.
 */
import { breaksOfInput, breaksOfOutput, type Schema } from './compare-schema.ts'

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
  readonly description?: string
}
interface Operation {
  readonly requestBody?: Content
  readonly parameters?: readonly {
    readonly name: string
    readonly in?: string
    readonly required?: boolean
    readonly schema?: Schema
  }[]
  readonly responses: Readonly<Record<string, Content>>
}
export interface Api {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** `where` is the operation as a client writes it: `POST /api/lock/by-device`. */
export interface Break {
  readonly where: string
  readonly what: string
}

const operationsOf = (api: Api): ReadonlyMap<string, Operation> =>
  new Map(
    Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
      ),
    ),
  )

const JSON_TYPE = 'application/json'
const queryOf = (parameters: NonNullable<Operation['parameters']>) =>
  parameters.filter((one) => one.in !== 'header')
const inputOf = ({ requestBody, parameters = [] }: Operation): Schema =>
  requestBody?.content?.[JSON_TYPE]?.schema ?? {
    type: 'object',
    properties: Object.fromEntries(queryOf(parameters).map(({ name, schema }) => [name, schema ?? {}])),
    required: queryOf(parameters)
      .filter(({ required }) => required)
      .map(({ name }) => name),
  }
/** The headers without which an operation is refused. */
const headersOf = ({ parameters = [] }: Operation): readonly string[] =>
  parameters.filter((one) => one.in === 'header' && one.required).map(({ name }) => name)
const outputOf = ({ responses }: Operation): Schema => responses['200']?.content?.[JSON_TYPE]?.schema ?? {}

/** Refusals stand in the descriptions of the answers, each with its code first: `` `card.not-yours`: … ``. */
const codesOf = ({ responses }: Operation): readonly string[] =>
  Object.values(responses).flatMap(({ description = '' }) =>
    [...description.matchAll(/^`([a-z0-9.-]+)`: /gm)].map(([, code]) => code ?? ''),
  )

const breaksOfOperation = (was: Operation, is: Operation): readonly string[] => {
  const codes = new Set(codesOf(is))
  const headers = new Set(headersOf(was))
  return [
    ...headersOf(is)
      .filter((name) => !headers.has(name))
      .map((name) => `input, header ${name}: is asked for now`),
    ...breaksOfInput(inputOf(was), inputOf(is)).map((what) => `input, ${what}`),
    ...breaksOfOutput(outputOf(was), outputOf(is)).map((what) => `output, ${what}`),
    ...codesOf(was)
      .filter((code) => !codes.has(code))
      .map((code) => `refusal ${code} is not answered any more`),
  ]
}

export const breaksOf = (was: Api, is: Api): readonly Break[] => {
  const now = operationsOf(is)
  return [...operationsOf(was)].flatMap(([where, operation]) => {
    const theirs = now.get(where)
    return theirs
      ? breaksOfOperation(operation, theirs).map((what) => ({ where, what }))
      : [{ where, what: 'the operation is gone' }]
  })
}

/** A break that was meant, and what a client does about it. `what` is a part of the break's words. */
export interface Intended {
  readonly where: string
  readonly what: string
  readonly why: string
}

const covers = (one: Intended, { where, what }: Break): boolean =>
  one.where === where && what.includes(one.what)

/** Breaks that nobody meant, and entries that nothing needs. */
export const unsettled = (breaks: readonly Break[], intended: readonly Intended[]): readonly string[] => [
  ...breaks
    .filter((one) => !intended.some((entry) => covers(entry, one)))
    .map(({ where, what }) => `${where}: ${what}`),
  ...intended
    .filter((entry) => !breaks.some((one) => covers(entry, one)))
    .map(({ where, what }) => `needed no more: ${where}: ${what}`),
]
