/**
 * Why a mobile document is not issued, not shown or not believed. A code is stable: who stands above makes a
 * sentence of it. `where` names the part (`MSO`, `x5chain 0` …) for logs and never holds a person's data.
 */
export const mdocRefusalCodes = [
  // How the bytes are written (RFC 8949).
  'mdoc.cbor-too-long',
  'mdoc.cbor-too-deep',
  'mdoc.cbor-truncated',
  'mdoc.cbor-trailing-data',
  'mdoc.cbor-indefinite-length',
  'mdoc.cbor-not-shortest',
  'mdoc.cbor-duplicate-key',
  'mdoc.cbor-key',
  'mdoc.cbor-text',
  'mdoc.cbor-simple-value',
  'mdoc.cbor-tag',
  'mdoc.date',
  // What they must hold (ISO/IEC 18013-5 §8.3, §9.1.2).
  'mdoc.structure',
  'mdoc.version',
  'mdoc.response-status',
  'mdoc.no-document',
  // COSE (RFC 9052, RFC 9053, RFC 9360).
  'mdoc.cose-structure',
  'mdoc.cose-header-twice',
  'mdoc.cose-critical-header',
  'mdoc.cose-payload',
  'mdoc.algorithm-unknown',
  'mdoc.algorithm-mismatch',
  'mdoc.key',
  // The document signer and those above (ISO/IEC 18013-5 Annex B, RFC 5280).
  'mdoc.chain-missing',
  'mdoc.chain-too-long',
  'mdoc.chain-holds-root',
  'mdoc.certificate-malformed',
  'mdoc.certificate-critical-extension',
  'mdoc.signer-usage',
  'mdoc.signer-purpose',
  'mdoc.signer-is-authority',
  'mdoc.signer-not-yet-valid',
  'mdoc.signer-expired',
  'mdoc.signer-unknown',
  'mdoc.signer-signature',
  'mdoc.signer-country',
  'mdoc.signer-revoked',
  'mdoc.revocation-unknown',
  'mdoc.authority-usage',
  'mdoc.authority-path-length',
  'mdoc.authority-not-yet-valid',
  'mdoc.authority-expired',
  'mdoc.signed-outside-signer-validity',
  // What the issuer signed.
  'mdoc.issuer-signature',
  'mdoc.doc-type',
  'mdoc.doc-type-unwanted',
  'mdoc.digest-algorithm',
  'mdoc.digest-id-unknown',
  'mdoc.digest-id-twice',
  'mdoc.digest-mismatch',
  'mdoc.namespace-unknown',
  'mdoc.element-of-other-namespace',
  'mdoc.element-twice',
  'mdoc.element-unwanted',
  'mdoc.salt-short',
  'mdoc.validity-order',
  'mdoc.not-yet-valid',
  'mdoc.expired',
  'mdoc.issuing-country',
  // What the device signed.
  'mdoc.device-auth-missing',
  'mdoc.device-auth-both',
  'mdoc.device-signature',
  'mdoc.device-mac',
  'mdoc.reader-key-missing',
  'mdoc.device-element-unauthorised',
  // What a reader asks.
  'mdoc.reader-signature',
  // What is asked of the one who shows or issues.
  'mdoc.element-not-held',
  'mdoc.transcript',
] as const
export type MdocRefusalCode = (typeof mdocRefusalCodes)[number]

/** Thrown inside this folder and caught at its doors. */
export class MdocRefusal extends Error {
  readonly code: MdocRefusalCode
  readonly where: string
  constructor(code: MdocRefusalCode, where: string) {
    super(`${code} (${where})`)
    this.name = 'MdocRefusal'
    this.code = code
    this.where = where
  }
}

export const refuseIf = (isWrong: boolean, code: MdocRefusalCode, where: string): void => {
  if (isWrong) {
    throw new MdocRefusal(code, where)
  }
}

export type Judged<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: MdocRefusalCode; readonly where: string }

/** The door: a refusal becomes an answer; anything else is a programmer's mistake and stays one. */
export const judged = async <Value>(work: () => Value | Promise<Value>): Promise<Judged<Value>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof MdocRefusal) {
      return { ok: false, code: error.code, where: error.where }
    }
    throw error
  }
}
