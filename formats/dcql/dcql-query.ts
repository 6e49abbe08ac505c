/** A query of the Digital Credentials Query Language (OpenID4VP 1.0 §6) as it was read. */
import type { ClaimsPath } from './claims-path.ts'

export const dcqlLimits = {
  /** Of the text. */
  size_bytes: 64 * 1024,
  depth: 12,
  credentials: 16,
  kinds: 32,
  claims: 64,
  steps: 12,
  values: 64,
  sets: 16,
  options: 32,
  authorities: 16,
  /** Letters of a name, a kind or a value. */
  letters: 512,
} as const

export const documentFormats = ['dc+sd-jwt', 'mso_mdoc'] as const
export type DocumentFormat = (typeof documentFormats)[number]

export interface ClaimQuery {
  /** Null where the party gave it none. */
  readonly id: string | null
  readonly path: ClaimsPath
  /** Null: whatever it says. */
  readonly values: readonly (string | number | boolean)[] | null
  /** Whether the party says that it keeps what it is shown (mdoc); null where it does not say. */
  readonly intentToRetain: boolean | null
}

/** An authority or a framework of trust that the issuer has to belong to (§6.1.1). */
export interface Authority {
  readonly type: string
  readonly value: string
}

export interface CredentialQuery {
  readonly id: string
  readonly format: DocumentFormat
  /** `vct_values`, or the one `doctype_value`. */
  readonly kinds: readonly string[]
  readonly isMultiple: boolean
  readonly isBindingRequired: boolean
  /** Null: any. */
  readonly authorities: readonly Authority[] | null
  /** Empty: nothing that is selectively disclosable. */
  readonly claims: readonly ClaimQuery[]
  /**
   * The combinations of `claims` that answer, the party's favourite first: one with all of them where the
   * party wrote no `claim_sets`.
   */
  readonly claimSets: readonly (readonly ClaimQuery[])[]
}

export interface CredentialSetQuery {
  readonly isRequired: boolean
  /** Ids of credential queries; the party's favourite first. */
  readonly options: readonly (readonly string[])[]
}

export interface DcqlQuery {
  readonly credentials: readonly CredentialQuery[]
  /** One required set of all credentials where the party wrote no `credential_sets`. */
  readonly sets: readonly CredentialSetQuery[]
}
