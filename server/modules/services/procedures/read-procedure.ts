/**
 * Reads the file of a procedure: its form, its schema, its rules. Everything that is wrong is told at once,
 * with where it stands.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { procedure, type Procedure } from '../../../../contract/procedure.ts'
import { isDay } from '../../../../formats/vietnam-day.ts'
import { wrongRules } from './rules-of-procedure.ts'

export interface Defect {
  /** As in a path of JSON: `form.fields.address.when`. */
  readonly at: string
  readonly reason: string
}
export type ReadProcedure =
  | { readonly ok: true; readonly value: Procedure }
  | { readonly ok: false; readonly defects: readonly Defect[] }

const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false })
ajv.addFormat('date', isDay)

const validators = new WeakMap<Procedure, ValidateFunction>()
/** Compiled once for a version. */
export const validatorOf = (one: Procedure): ValidateFunction => {
  const known = validators.get(one) ?? ajv.compile(one.form.schema)
  validators.set(one, known)
  return known
}

const placed = (path: readonly PropertyKey[]): string => path.map(String).join('.')

export const judgeProcedure = (value: unknown): ReadProcedure => {
  const parsed = procedure.safeParse(value)
  if (!parsed.success) {
    return {
      ok: false,
      defects: parsed.error.issues.map(({ path, message }) => ({ at: placed(path), reason: message })),
    }
  }
  const defects: Defect[] = wrongRules(parsed.data).map(({ path, message }) => ({
    at: placed(path),
    reason: message,
  }))
  try {
    validatorOf(parsed.data)
  } catch (error) {
    defects.push({ at: 'form.schema', reason: error instanceof Error ? error.message : 'not a schema' })
  }
  return defects.length > 0 ? { ok: false, defects } : { ok: true, value: parsed.data }
}

/** Of a file of the product. Throws an Error that names every defect. */
export const readProcedure = (text: string, file: string): Procedure => {
  const read = judgeProcedure(JSON.parse(text))
  if (!read.ok) {
    throw new Error(`${file}: ${read.defects.map(({ at, reason }) => `${at}: ${reason}`).join('; ')}`)
  }
  return read.value
}
