/** Why a query is not read, or what was shown not taken: one code for each kind, as `README.md` tells. */
import type { Parsed } from '../parsed.ts'

export const dcqlFaultCodes = [
  // What a party asks.
  'dcql.form',
  'dcql.too-large',
  'dcql.too-many',
  'dcql.credentials',
  'dcql.credential-id',
  'dcql.credential-id-twice',
  'dcql.format-unknown',
  'dcql.meta',
  'dcql.vct-values',
  'dcql.doctype-value',
  'dcql.flag',
  'dcql.trusted-authorities',
  'dcql.claims',
  'dcql.claim-id',
  'dcql.claim-id-twice',
  'dcql.path',
  'dcql.path-name',
  'dcql.path-mdoc',
  'dcql.path-twice',
  'dcql.values',
  'dcql.claim-sets',
  'dcql.claim-set-unknown',
  'dcql.claim-set-twice',
  'dcql.sets',
  'dcql.set-unknown',
  'dcql.set-twice',
  // What a wallet shows.
  'dcql.unasked',
  'dcql.several',
  'dcql.not-this-kind',
  'dcql.not-bound',
  'dcql.claim-missing',
  'dcql.claim-unasked',
  'dcql.credential-missing',
] as const
export type DcqlFaultCode = (typeof dcqlFaultCodes)[number]

/** Thrown inside and caught at the doors of this folder; never reaches a caller. */
export class DcqlFault extends Error {
  readonly code: DcqlFaultCode
  constructor(code: DcqlFaultCode) {
    super(code)
    this.name = 'DcqlFault'
    this.code = code
  }
}

export const refuseIf = (isWrong: boolean, code: DcqlFaultCode): void => {
  if (isWrong) {
    throw new DcqlFault(code)
  }
}

/** The door: a fault becomes an answer, a programmer's mistake stays one. */
export const judged = <Value>(work: () => Value): Parsed<Value, DcqlFaultCode> => {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof DcqlFault) {
      return { ok: false, reason: error.code }
    }
    throw error
  }
}
