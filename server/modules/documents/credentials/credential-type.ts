/**
 * A type of document that is issued to phones, as data: its names in the formats, its claims with their
 * words, its rule, and how its source is read. The issuing core knows nothing else of a document.
 */
import type { JsonObject } from '../../../../formats/jws/strict-json.ts'
import type { CborValue } from '../../../../formats/mdoc/cbor-value.ts'
import type { Policy } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import type { IssuingRule } from './rules.ts'

interface Words {
  readonly vi: string
  readonly en: string
}

/** A claim of the SD-JWT VC, at its top. */
export interface CredentialClaim extends Words {
  readonly name: string
  /** The same in the mobile document. */
  readonly element: string
  /** Shown only where its holder agrees; the others are shown with whatever she shows. */
  readonly isDisclosable: boolean
}

/** What the source says of one person now. What it does not hold is not there. */
export interface CredentialContent {
  /** By the names of the type's claims, and no other. */
  readonly claims: JsonObject
  /** Of the mobile document, in the type's one namespace; null where the type has no such form. */
  readonly elements: Readonly<Record<string, CborValue>> | null
  /**
   * What the source says, without what time alone changes (an age): when this is another one, what was
   * issued is no longer so.
   */
  readonly mark: JsonObject
}

export interface CredentialType {
  /** As it is stored and stands in configuration ids: never renamed. */
  readonly id: string
  readonly words: Words
  /** `vct` of the SD-JWT VC. */
  readonly vct: string
  /** ISO/IEC 18013-5: `docType` and its namespace; null where the type has no such form. */
  readonly mdoc: { readonly docType: string; readonly namespace: string } | null
  readonly claims: readonly CredentialClaim[]
  readonly rule: Policy<IssuingRule>
  /** What an audit line names of it. */
  readonly fields: readonly (
    | 'personalNumber'
    | 'fullName'
    | 'birthDate'
    | 'sex'
    | 'hometown'
    | 'residence'
    | 'card'
    | 'portrait'
  )[]
  /** Null where the source has nothing of this person. */
  read(read: Reading, tools: Tools, personalNumber: string, at: Date): Promise<CredentialContent | null>
  /** The `mark` alone, without what is dear to read. */
  readMark(read: Reading, tools: Tools, personalNumber: string): Promise<JsonObject | null>
}

export const credentialFormats = ['dc+sd-jwt', 'mso_mdoc'] as const
export type CredentialFormat = (typeof credentialFormats)[number]

/** What a wallet may ask for by its configuration id (OpenID4VCI 1.0 §12.2.4). */
export interface CredentialConfiguration {
  readonly id: string
  readonly format: CredentialFormat
  readonly type: CredentialType
}

export const configurationsOf = (types: readonly CredentialType[]): readonly CredentialConfiguration[] =>
  types.flatMap((type) => [
    { id: `${type.id}-sd-jwt`, format: 'dc+sd-jwt' as const, type },
    ...(type.mdoc ? [{ id: `${type.id}-mdoc`, format: 'mso_mdoc' as const, type }] : []),
  ])
