/**
 * Why nothing can be said about a status: one code for each kind, stable. `README.md` says what each means.
 */
import { jwsFaults } from '../jws/compact-jws.ts'
import type { Parsed } from '../parsed.ts'

const tokenFaults = jwsFaults.map((fault) => `status-list.token-${fault}` as const)

export const statusListFaultCodes = [
  'status-list.too-large',
  ...tokenFaults,
  'status-list.issuer-untrusted',
  'status-list.claim-form',
  'status-list.other-list',
  'status-list.expired',
  'status-list.not-yet-valid',
  'status-list.stale',
  'status-list.bits',
  'status-list.packing',
  'status-list.unpacked-too-large',
  'status-list.no-such-entry',
] as const
export type StatusListFaultCode = (typeof statusListFaultCodes)[number]

/** Thrown inside and caught at the door; never reaches a caller. */
export class StatusListFault extends Error {
  readonly code: StatusListFaultCode
  constructor(code: StatusListFaultCode) {
    super(code)
    this.name = 'StatusListFault'
    this.code = code
  }
}

export const refuseIf = (isWrong: boolean, code: StatusListFaultCode): void => {
  if (isWrong) {
    throw new StatusListFault(code)
  }
}

export const judged = async <Value>(
  work: () => Promise<Value>,
): Promise<Parsed<Value, StatusListFaultCode>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof StatusListFault) {
      return { ok: false, reason: error.code }
    }
    throw error
  }
}
