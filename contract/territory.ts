/** Provinces and the communes right below them (two levels since 1 July 2025), as they are today. */
import { z } from 'zod'
import { view } from './operation.ts'

const provinceCode = z.string().regex(/^[0-9]{2}$/)
const communeCode = z.string().regex(/^[0-9]{5}$/)

export const ListUnits = view('territory.units', {
  summary: 'The communes of a province; without one, the provinces.',
  input: z.object({ within: provinceCode.optional() }),
  output: z.object({ units: z.array(z.object({ code: z.string(), name: z.string() })) }),
})
export const ViewUnit = view('territory.unit', {
  summary: 'A commune of today by its code, with its province; null where there is none.',
  input: z.object({ code: communeCode }),
  output: z.object({
    unit: z
      .object({ name: z.string(), province: z.object({ code: z.string(), name: z.string() }) })
      .nullable(),
  }),
})
