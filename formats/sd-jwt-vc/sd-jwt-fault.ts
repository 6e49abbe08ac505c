/**
 * Why a credential or a presentation is not believed: one code for each kind, stable, without a word of
 * what it holds. `README.md` says what each means.
 */
import { jwsFaults, type JwsFault } from '../jws/compact-jws.ts'
import type { Parsed } from '../parsed.ts'

const issuerFaults = jwsFaults.map((fault) => `sd-jwt.issuer-${fault}` as const)
const keyBindingFaults = jwsFaults.map((fault) => `sd-jwt.key-binding-${fault}` as const)

export const sdJwtFaultCodes = [
  'sd-jwt.form',
  'sd-jwt.too-large',
  'sd-jwt.too-many',
  'sd-jwt.too-deep',
  ...issuerFaults,
  'sd-jwt.issuer-untrusted',
  'sd-jwt.hash-unknown',
  'sd-jwt.disclosure-form',
  'sd-jwt.disclosure-name',
  'sd-jwt.disclosure-collides',
  'sd-jwt.disclosure-protected',
  'sd-jwt.disclosure-duplicated',
  'sd-jwt.disclosure-unreferenced',
  'sd-jwt.digest-form',
  'sd-jwt.digest-duplicated',
  'sd-jwt.claim-form',
  'sd-jwt.claim-absent',
  'sd-jwt.kind',
  'sd-jwt.other-audience',
  'sd-jwt.expired',
  'sd-jwt.not-yet-valid',
  'sd-jwt.status-form',
  'sd-jwt.holder-key-form',
  'sd-jwt.holder-key-missing',
  'sd-jwt.key-binding-missing',
  'sd-jwt.key-binding-unexpected',
  ...keyBindingFaults,
  'sd-jwt.key-binding-claims',
  'sd-jwt.key-binding-nonce',
  'sd-jwt.key-binding-audience',
  'sd-jwt.key-binding-hash',
  'sd-jwt.key-binding-time',
] as const
export type SdJwtFaultCode = (typeof sdJwtFaultCodes)[number]

/** Thrown inside and caught at the doors of this folder; never reaches a caller. */
export class SdJwtFault extends Error {
  readonly code: SdJwtFaultCode
  constructor(code: SdJwtFaultCode) {
    super(code)
    this.name = 'SdJwtFault'
    this.code = code
  }
}

export const refuseIf = (isWrong: boolean, code: SdJwtFaultCode): void => {
  if (isWrong) {
    throw new SdJwtFault(code)
  }
}

/** What a JWS was refused for, as the issuer's or as the holder's. */
export const orFault = <Value>(by: 'issuer' | 'key-binding', outcome: Parsed<Value, JwsFault>): Value => {
  if (!outcome.ok) {
    throw new SdJwtFault(`sd-jwt.${by}-${outcome.reason}`)
  }
  return outcome.value
}

/** The door: a fault becomes an answer, a programmer's mistake stays one. */
export const judged = async <Value>(work: () => Promise<Value>): Promise<Parsed<Value, SdJwtFaultCode>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof SdJwtFault) {
      return { ok: false, reason: error.code }
    }
    throw error
  }
}
