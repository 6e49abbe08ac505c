/** What stands in many places of a query: flags, ids, and lists that are never empty and never endless. */
import { isJsonList, type Json } from '../jws/strict-json.ts'
import { DcqlFault, refuseIf, type DcqlFaultCode } from './dcql-fault.ts'
import { dcqlLimits } from './dcql-query.ts'

export const flagOf = (value: Json | undefined, absent: boolean): boolean => {
  if (value === undefined) {
    return absent
  }
  if (typeof value !== 'boolean') {
    throw new DcqlFault('dcql.flag')
  }
  return value
}

export const idOf = (value: Json | undefined, code: DcqlFaultCode): string => {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]+$/.test(value)) {
    throw new DcqlFault(code)
  }
  refuseIf(value.length > dcqlLimits.letters, 'dcql.too-large')
  return value
}

export const listOf = (value: Json | undefined, code: DcqlFaultCode, most: number): readonly Json[] => {
  if (!isJsonList(value) || value.length === 0) {
    throw new DcqlFault(code)
  }
  refuseIf(value.length > most, 'dcql.too-many')
  return value
}

/** Texts, none of them empty, none twice. */
export const textsOf = (value: Json | undefined, code: DcqlFaultCode, most: number): readonly string[] => {
  const texts = listOf(value, code, most).map((one) => {
    if (typeof one !== 'string' || one === '') {
      throw new DcqlFault(code)
    }
    refuseIf(one.length > dcqlLimits.letters, 'dcql.too-large')
    return one
  })
  refuseIf(new Set(texts).size !== texts.length, code)
  return texts
}
