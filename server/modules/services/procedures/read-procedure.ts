/**
 * Reads the file of a procedure: its form, its schema, its rules. Everything that is wrong is told at once,
 * with where it stands and why.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { procedure, type Procedure } from '../../../../contract/procedure.ts'
import { isDay } from '../../../../formats/vietnam-day.ts'
import { jsonLines, lineOfError, type JsonPath } from './judging/json-lines.ts'
import { plainReason } from './judging/plain-reason.ts'
import { probeRules } from './judging/probe-rules.ts'
import { wrongInSchema } from './judging/schema-bounds.ts'
import { wrongInWords } from './judging/words-of-file.ts'
import { wrongRules } from './rules-of-procedure.ts'

interface Defect {
  readonly path: JsonPath
  readonly reason: string
}
export type ReadProcedure =
  | { readonly ok: true; readonly value: Procedure }
  | { readonly ok: false; readonly defects: readonly Defect[] }

const makeAjv = (): Ajv2020 => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false })
  ajv.addFormat('date', isDay)
  return ajv
}
const ajv = makeAjv()

const validators = new WeakMap<Procedure, ValidateFunction>()
/** Compiled once for a version. */
export const validatorOf = (one: Procedure): ValidateFunction => {
  const known = validators.get(one) ?? ajv.compile(one.form.schema)
  validators.set(one, known)
  return known
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (of, key) =>
      of !== null && typeof of === 'object' && Object.hasOwn(of, key)
        ? (of as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )
const plainPath = (path: readonly PropertyKey[]): JsonPath =>
  path.map((key) => (typeof key === 'symbol' ? key.toString() : key))

const wrongInForm = (value: unknown): readonly Defect[] => {
  const parsed = procedure.safeParse(value)
  return (parsed.error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: [...plainPath(issue.path), key],
          reason: 'is no part of a procedure; is it misspelt, or in the wrong place?',
        }))
      : [{ path: plainPath(issue.path), reason: plainReason(issue, valueAt(value, issue.path)) }],
  )
}

const defectsOf = (wrong: readonly { readonly path: JsonPath; readonly message: string }[]): Defect[] =>
  wrong.map(({ path, message }) => ({ path, reason: message }))

/** ajv says what the judge of schemas has overlooked. */
const wrongByAjv = (one: Procedure): Defect[] => {
  try {
    makeAjv().compile(one.form.schema)
    return []
  } catch (error) {
    return [{ path: ['form', 'schema'], reason: error instanceof Error ? error.message : 'is not a schema' }]
  }
}

/**
 * Parts are judged against each other, and rules, once each part has its form. Never throws. `isTried`:
 * whether each rule is also tried on invented people, which takes most of the time.
 */
export const judgeProcedure = (value: unknown, { isTried = true } = {}): ReadProcedure => {
  const ill = wrongInForm(value)
  if (ill.length > 0) {
    return { ok: false, defects: ill }
  }
  const one = procedure.parse(value)
  const schema = defectsOf(wrongInSchema(one.form.schema))
  const rules = defectsOf(wrongRules(one))
  const defects = [
    ...defectsOf(wrongInWords(value)),
    ...schema,
    ...(schema.length > 0 ? [] : wrongByAjv(one)),
    ...rules,
    ...(rules.length > 0 || !isTried ? [] : defectsOf(probeRules(one))),
  ]
  return defects.length > 0 ? { ok: false, defects } : { ok: true, value: one }
}

interface LineDefect {
  /** Counted from 1. */
  readonly line: number
  /** As in a path of JSON: `form.fields.address.when`; empty for the file as a whole. */
  readonly at: string
  readonly reason: string
}
export type CheckedFile =
  | { readonly ok: true; readonly value: Procedure }
  | { readonly ok: false; readonly defects: readonly LineDefect[] }

const MOST_DEFECTS = 200

/** Of a file as its author wrote it: what is wrong, line by line, in the order of the file. Never throws. */
export const checkFile = (text: string): CheckedFile => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error : new Error('not JSON')
    return {
      ok: false,
      defects: [{ line: lineOfError(text, why), at: '', reason: `is not JSON: ${why.message}` }],
    }
  }
  const lines = jsonLines(text)
  const judged = judgeProcedure(value)
  const defects = [
    ...lines.twice.map(({ line, name }) => ({ line, at: name, reason: 'stands twice in the same object' })),
    ...(judged.ok ? [] : judged.defects).map(({ path, reason }) => ({
      line: lines.lineOf(path),
      at: path.join('.'),
      reason,
    })),
  ]
  return judged.ok && defects.length === 0
    ? judged
    : { ok: false, defects: defects.sort((a, b) => a.line - b.line).slice(0, MOST_DEFECTS) }
}

/**
 * Of a file of the product, whose rules were tried before it was built in (`built-in.test.ts`). Throws an
 * Error that names every defect.
 */
export const readProcedure = (text: string, file: string): Procedure => {
  const quick = judgeProcedure(JSON.parse(text), { isTried: false })
  const read = quick.ok ? quick : checkFile(text)
  if (!read.ok) {
    const told = read.defects.map(({ line, at, reason }) => `${file}:${line}: ${at} ${reason}`)
    throw new Error(told.join('; '))
  }
  return read.value
}
