/** Where a contract names a person by her number, whatever the field is called: its schema reads one. */
import type { z } from 'zod'

/** It reads personal numbers: it says of one that its province is not there. */
const readsNumbers = (schema: z.ZodType): boolean =>
  schema
    .safeParse('099191004826')
    .error?.issues.some(
      (issue) => issue.path.length === 0 && issue.code === 'custom' && issue.params?.['code'] === 'province',
    ) === true

interface Parts {
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly left?: z.ZodType
  readonly right?: z.ZodType
}

/** Every place of a schema that reads personal numbers; '0' for the items of a list, '*' of a record. */
export const numberPlacesIn = (schema: z.ZodType, path: readonly string[] = []): (readonly string[])[] => {
  if (readsNumbers(schema)) {
    return [path]
  }
  const {
    shape = {},
    options = [],
    element,
    valueType,
    innerType,
    left,
    right,
    ...parts
  } = schema.def as Parts
  const same = [...options, innerType, left, right, parts.in].filter((part) => part !== undefined)
  return [
    ...same.flatMap((part) => numberPlacesIn(part, path)),
    ...Object.entries(shape).flatMap(([name, part]) => numberPlacesIn(part, [...path, name])),
    ...(element ? numberPlacesIn(element, [...path, '0']) : []),
    ...(valueType ? numberPlacesIn(valueType, [...path, '*']) : []),
  ]
}
