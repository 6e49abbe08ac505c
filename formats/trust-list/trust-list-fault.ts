/** Why a list of issuers is not believed: one code for each kind, stable; `README.md` says what they mean. */
import { jwsFaults } from '../jws/compact-jws.ts'
import type { Parsed } from '../parsed.ts'

const tokenFaults = jwsFaults.map((fault) => `trust-list.token-${fault}` as const)

export const trustListFaultCodes = [
  'trust-list.too-large',
  ...tokenFaults,
  'trust-list.signer-untrusted',
  'trust-list.other-list',
  'trust-list.claim-form',
  'trust-list.not-yet-valid',
  'trust-list.expired',
] as const
export type TrustListFaultCode = (typeof trustListFaultCodes)[number]

/** Thrown inside and caught at the door; never reaches a caller. */
export class TrustListFault extends Error {
  readonly code: TrustListFaultCode
  constructor(code: TrustListFaultCode) {
    super(code)
    this.name = 'TrustListFault'
    this.code = code
  }
}

export const refuseIf = (isWrong: boolean, code: TrustListFaultCode): void => {
  if (isWrong) {
    throw new TrustListFault(code)
  }
}

export const judged = async <Value>(
  work: () => Promise<Value>,
): Promise<Parsed<Value, TrustListFaultCode>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof TrustListFault) {
      return { ok: false, reason: error.code }
    }
    throw error
  }
}
