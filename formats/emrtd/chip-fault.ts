/**
 * Why a chip, a certificate or a list is not believed. Each code is the key of two sentences in
 * `contract/problems/chip.ts`;
 * `where` names the part (`dg13`, `sod`, `signer certificate` …) and is for logs and operators, never a
 * person's data.
 */
const derFaultCodes = [
  'chip.der-truncated',
  'chip.der-indefinite-length',
  'chip.der-length-not-minimal',
  'chip.der-integer-not-minimal',
  'chip.der-trailing-data',
  'chip.der-too-deep',
  'chip.der-too-long',
  'chip.der-tag',
  'chip.der-value',
  'chip.structure',
] as const

export const chipFaultCodes = [
  ...derFaultCodes,
  'chip.file-unreadable',
  'chip.file-too-large',
  'chip.group-missing',
  'chip.sod-missing',
  'chip.com-lists-absent-group',
  'chip.com-omits-group',
  'chip.com-sod-disagree',
  'chip.duplicate-group',
  'chip.group-not-in-sod',
  'chip.group-stripped',
  'chip.group-hash',
  'chip.dg1-mrz',
  'chip.other-state',
  'chip.dg2-picture',
  'chip.dg13-details',
  'chip.dg14-security',
  'chip.number-differs',
  'chip.birth-date-differs',
  'chip.name-differs',
  'chip.sex-differs',
  'chip.expiry-differs',
  'chip.text-hidden',
  'chip.text-letters',
  'chip.text-too-long',
  'chip.sod-content',
  'chip.sod-version',
  'chip.sod-signers',
  'chip.signed-attributes-missing',
  'chip.attribute-missing',
  'chip.attribute-duplicate',
  'chip.attribute-content-type',
  'chip.content-digest',
  'chip.sod-signature',
  'chip.weak-digest',
  'chip.weak-key',
  'chip.algorithm-unknown',
  'chip.algorithm-mismatch',
  'chip.algorithm-parameters',
  'chip.curve-unknown',
  'chip.signer-missing',
  'chip.signer-unknown',
  'chip.signer-signature',
  'chip.signer-not-yet-valid',
  'chip.signer-expired',
  'chip.signer-usage',
  'chip.signer-is-authority',
  'chip.signer-state',
  'chip.signer-document',
  'chip.critical-extension',
  'chip.signer-revoked',
  'chip.crl-stale',
  'chip.authority-not-yet-valid',
  'chip.authority-expired',
  'chip.authority-usage',
  'chip.authority-state',
  'chip.authority-scope',
  'chip.signing-time',
  'chip.answer-wrong',
  'chip.answer-unsupported',
] as const
export type ChipFaultCode = (typeof chipFaultCodes)[number]

/** Thrown inside these parsers and caught at their doors; never reaches a caller of `verifyChip`. */
export class ChipFault extends Error {
  readonly code: ChipFaultCode
  readonly where: string
  constructor(code: ChipFaultCode, where: string) {
    super(`${code} (${where})`)
    this.name = 'ChipFault'
    this.code = code
    this.where = where
  }
}

export const refuseIf = (isWrong: boolean, code: ChipFaultCode, where: string): void => {
  if (isWrong) {
    throw new ChipFault(code, where)
  }
}
