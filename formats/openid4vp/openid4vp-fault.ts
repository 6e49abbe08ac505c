/**
 * Why a request is not read, or an answer not taken: one code for each kind, without a word of what it
 * holds. `README.md` says what each means. What a query or a presentation is refused for keeps the code of
 * its own format.
 */
import type { DcqlFaultCode } from '../dcql/dcql-fault.ts'
import { jwsFaults } from '../jws/compact-jws.ts'
import type { MdocRefusalCode } from '../mdoc/mdoc-refusal.ts'
import type { Parsed } from '../parsed.ts'
import type { SdJwtFaultCode } from '../sd-jwt-vc/sd-jwt-fault.ts'

const requestFaults = jwsFaults.map((fault) => `openid4vp.request-${fault}` as const)

export const openid4vpFaultCodes = [
  'openid4vp.too-large',
  // Who asks.
  ...requestFaults,
  'openid4vp.request-time',
  'openid4vp.nested-request',
  'openid4vp.chain-missing',
  'openid4vp.chain-form',
  'openid4vp.chain-untrusted',
  'openid4vp.client-id',
  'openid4vp.client-id-prefix',
  'openid4vp.client-id-other',
  'openid4vp.client-id-name',
  'openid4vp.client-id-hash',
  'openid4vp.audience',
  'openid4vp.wallet-nonce',
  'openid4vp.origins',
  'openid4vp.other-origin',
  // What is asked, and where the answer goes.
  'openid4vp.response-type',
  'openid4vp.response-mode',
  'openid4vp.other-channel',
  'openid4vp.nonce',
  'openid4vp.state',
  'openid4vp.state-missing',
  'openid4vp.redirect-uri',
  'openid4vp.response-uri',
  'openid4vp.response-uri-host',
  'openid4vp.query-missing',
  'openid4vp.scope',
  'openid4vp.transaction-data',
  'openid4vp.verifier-info',
  'openid4vp.metadata',
  'openid4vp.formats',
  'openid4vp.keys',
  'openid4vp.no-encryption-key',
  'openid4vp.no-encryption-method',
  // The answer.
  'openid4vp.answer-form',
  'openid4vp.wallet-error',
  'openid4vp.not-encrypted',
  'openid4vp.encrypted',
  'openid4vp.jwe-form',
  'openid4vp.jwe-algorithm',
  'openid4vp.jwe-method',
  'openid4vp.jwe-header',
  'openid4vp.jwe-key-unknown',
  'openid4vp.jwe-ephemeral-key',
  'openid4vp.jwe-damaged',
  'openid4vp.other-state',
  'openid4vp.vp-token',
  'openid4vp.presentation-form',
  'openid4vp.presentation-twice',
] as const
export type Openid4vpFaultCode = (typeof openid4vpFaultCodes)[number]
export type SharingFaultCode = Openid4vpFaultCode | DcqlFaultCode | SdJwtFaultCode | MdocRefusalCode

/** Thrown inside and caught at the doors of this folder; never reaches a caller. */
export class SharingFault extends Error {
  readonly code: SharingFaultCode
  constructor(code: SharingFaultCode) {
    super(code)
    this.name = 'SharingFault'
    this.code = code
  }
}

export const refuseIf = (isWrong: boolean, code: Openid4vpFaultCode): void => {
  if (isWrong) {
    throw new SharingFault(code)
  }
}

export const orFault = <Value, Reason extends SharingFaultCode>(outcome: Parsed<Value, Reason>): Value => {
  if (!outcome.ok) {
    throw new SharingFault(outcome.reason)
  }
  return outcome.value
}

/** The door: a fault becomes an answer, a programmer's mistake stays one. */
export const judged = async <Value>(work: () => Promise<Value>): Promise<Parsed<Value, SharingFaultCode>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof SharingFault) {
      return { ok: false, reason: error.code }
    }
    throw error
  }
}
