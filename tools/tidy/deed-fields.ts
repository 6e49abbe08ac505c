/** The fields of each deed's form, as the running product takes them. */
import type { z } from 'zod'
import { useCasesOf } from '../../server/kernel/module.ts'
import { allModules } from '../../server/modules/all.ts'

/** Of a choice between forms the fields of all of them. */
const fieldsIn = (schema: z.core.$ZodType): readonly string[] => {
  const { def } = schema._zod as { readonly def: FormDef }
  return [
    ...Object.entries(def.shape ?? {}).flatMap(([name, field]) => (isFixed(field) ? [] : [name])),
    ...(def.options ?? []).flatMap(fieldsIn),
    ...[def.innerType, def.in, def.left, def.right].flatMap((one) => (one ? fieldsIn(one) : [])),
  ]
}
/** It can say one thing only, which the form's schema has heard. */
const isFixed = (schema: z.core.$ZodType): boolean => schema._zod.def.type === 'literal'
interface FormDef {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly options?: readonly z.core.$ZodType[]
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly left?: z.core.$ZodType
  readonly right?: z.core.$ZodType
}

const fields = new Map(
  allModules
    .flatMap(useCasesOf)
    .map(({ contract }) => [contract.name, [...new Set(fieldsIn(contract.input))]] as const),
)

export const fieldsOfDeed = (operation: string): readonly string[] => fields.get(operation) ?? []
