/**
 * What the operator did at the command line, about nobody in particular: who did it and its effect stand
 * in the line.
 */
import { definePurposes } from './shape.ts'

const staff = { family: 'staff', fields: [] } as const

export const operatorPurposes = definePurposes({
  'operator-trust': {
    vi: 'Người vận hành nạp chứng thư tin cậy',
    en: 'The operator imported trusted authorities',
    ...staff,
  },
  'operator-trust-remove': {
    vi: 'Người vận hành thôi tin cậy một cơ quan cấp chứng thư',
    en: 'The operator took a trusted authority back',
    ...staff,
  },
})
