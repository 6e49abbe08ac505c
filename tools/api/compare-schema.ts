/**
 * Two forms of one value, as JSON Schema: what a client that was written for the first meets at the second.
 * What is sent in may only be taken more freely than before, what comes out may only hold more fields.
 */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly additionalProperties?: Schema | boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

/** A break in words: `photo.kind: takes no "passport" any more`. */
type Says = readonly string[]

const at = (where: string, words: string): string => `${where === '' ? 'the whole' : where}: ${words}`
const inside = (where: string, name: string): string => (where === '' ? name : `${where}.${name}`)
const shown = (value: unknown): string => JSON.stringify(value)

const formsOf = (schema: Schema): readonly Schema[] =>
  (schema.anyOf ?? schema.oneOf)?.flatMap(formsOf) ??
  (typeof schema.type === 'object' ? schema.type.map((type) => ({ ...schema, type })) : [schema])
const valuesOf = (schema: Schema): readonly unknown[] | null =>
  schema.enum ?? (schema.const === undefined ? null : [schema.const])
const kindOf = (schema: Schema): string | null => {
  if (typeof schema.type === 'string') {
    return schema.type
  }
  const [value] = valuesOf(schema) ?? []
  return value === undefined ? null : value === null ? 'null' : typeof value
}

/** The fewest breaks against one of the forms that are there: a union is met when one of its forms is. */
const nearest = (candidates: readonly Schema[], breaks: (candidate: Schema) => Says): Says =>
  candidates.map(breaks).reduce((best, one) => (one.length < best.length ? one : best))

/** Where a form's constant names it (`kind: "card"`), only the forms of that name are like it. */
const alike = (form: Schema, others: readonly Schema[]): readonly Schema[] => {
  const named = others.filter((other) =>
    Object.entries(form.properties ?? {}).some(([name, { const: value }]) => {
      const theirs = other.properties?.[name]
      return value !== undefined && theirs !== undefined && (valuesOf(theirs)?.includes(value) ?? false)
    }),
  )
  const ofKind = others.filter((other) => kindOf(other) === kindOf(form))
  return named.length > 0 ? named : ofKind
}

const nameOfForm = (form: Schema): string => {
  const [name, schema] =
    Object.entries(form.properties ?? {}).find(([, one]) => one.const !== undefined) ?? []
  return schema === undefined ? (kindOf(form) ?? 'any') : `${name} ${shown(schema.const)}`
}

/** What is sent in: every form that was taken is taken still. */
export const breaksOfInput = (was: Schema, is: Schema, where = ''): Says =>
  formsOf(was).flatMap((form) => {
    const candidates = alike(form, formsOf(is))
    return candidates.length === 0
      ? isFree(is)
        ? []
        : [at(where, `takes no ${nameOfForm(form)} any more`)]
      : nearest(candidates, (candidate) => inputForm(form, candidate, where))
  })

const isFree = (schema: Schema): boolean =>
  kindOf(schema) === null && !schema.anyOf && !schema.oneOf && !schema.type

const inputForm = (was: Schema, is: Schema, where: string): Says => [
  ...valuesTaken(was, is, where),
  ...limitsTaken(was, is, where),
  ...fieldsTaken(was, is, where),
  ...(was.items && is.items ? breaksOfInput(was.items, is.items, `${where}[]`) : []),
]

const valuesTaken = (was: Schema, is: Schema, where: string): Says => {
  const [before, now] = [valuesOf(was), valuesOf(is)]
  if (now === null) {
    return []
  }
  return before === null
    ? [at(where, `takes only ${now.map(shown).join(', ')} now`)]
    : before
        .filter((value) => !now.includes(value))
        .map((value) => at(where, `takes no ${shown(value)} any more`))
}

const LEAST = ['minLength', 'minItems', 'minimum'] as const
const MOST = ['maxLength', 'maxItems', 'maximum'] as const
const FORM = ['pattern', 'format'] as const

const limitsTaken = (was: Schema, is: Schema, where: string): Says => [
  ...LEAST.filter((limit) => (is[limit] ?? -Infinity) > (was[limit] ?? -Infinity)).map((limit) =>
    at(where, `${limit} is ${is[limit]}, was ${was[limit] ?? 'none'}`),
  ),
  ...MOST.filter((limit) => (is[limit] ?? Infinity) < (was[limit] ?? Infinity)).map((limit) =>
    at(where, `${limit} is ${is[limit]}, was ${was[limit] ?? 'none'}`),
  ),
  ...FORM.filter((form) => is[form] !== undefined && is[form] !== was[form]).map((form) =>
    at(where, `${form} is ${is[form]}, was ${was[form] ?? 'none'}`),
  ),
]

const fieldsTaken = (was: Schema, is: Schema, where: string): Says => {
  const [before, now] = [was.properties ?? {}, is.properties ?? {}]
  const gone = Object.keys(before).filter((name) => !(name in now))
  const asked = (is.required ?? []).filter((name) => !(was.required ?? []).includes(name))
  return [
    ...(is.properties ? gone.map((name) => at(inside(where, name), 'is not read any more')) : []),
    ...asked.map((name) => at(inside(where, name), 'must be given now')),
    ...Object.entries(before).flatMap(([name, schema]) => {
      const theirs = now[name]
      return theirs ? breaksOfInput(schema, theirs, inside(where, name)) : []
    }),
  ]
}

/** What comes out: every form that may come now is one that could come before. */
export const breaksOfOutput = (was: Schema, is: Schema, where = ''): Says => {
  if (isFree(was)) {
    return []
  }
  return formsOf(is).flatMap((form) => {
    const candidates = alike(form, formsOf(was))
    return candidates.length === 0
      ? [at(where, `may be ${nameOfForm(form)} now`)]
      : nearest(candidates, (candidate) => outputForm(candidate, form, where))
  })
}

const outputForm = (was: Schema, is: Schema, where: string): Says => [
  ...valuesGiven(was, is, where),
  ...fieldsGiven(was, is, where),
  ...(was.items && is.items ? breaksOfOutput(was.items, is.items, `${where}[]`) : []),
]

const valuesGiven = (was: Schema, is: Schema, where: string): Says => {
  const [before, now] = [valuesOf(was), valuesOf(is)]
  if (before === null) {
    return []
  }
  return now === null
    ? [at(where, `may be any ${kindOf(is) ?? 'value'} now, was one of ${before.map(shown).join(', ')}`)]
    : now.filter((value) => !before.includes(value)).map((value) => at(where, `may be ${shown(value)} now`))
}

const fieldsGiven = (was: Schema, is: Schema, where: string): Says => {
  const now = is.properties ?? {}
  return Object.entries(was.properties ?? {}).flatMap(([name, schema]) => {
    const theirs = now[name]
    if (!theirs) {
      return [at(inside(where, name), 'is not given any more')]
    }
    const mayLack = (was.required ?? []).includes(name) && !(is.required ?? []).includes(name)
    return [
      ...(mayLack ? [at(inside(where, name), 'may be missing now')] : []),
      ...breaksOfOutput(schema, theirs, inside(where, name)),
    ]
  })
}
