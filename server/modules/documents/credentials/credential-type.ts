/**
 * A type of document that is issued to phones, as data: its names in the formats, its claims with their
 * words, its rule, and how its source is read. The issuing core knows nothing else of a document.
 */
import type { JsonObject } from '../../../../formats/jws/strict-json.ts'
import type { CborValue } from '../../../../formats/mdoc/cbor-value.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { IssuingRule } from './rules.ts'

interface Words {
  readonly vi: string
  readonly en: string
}

/** How a value is written and read out; `answer` is yes or no. */
export type ClaimKind = 'text' | 'code' | 'date' | 'list' | 'count' | 'answer' | 'picture'

/** A claim of the SD-JWT VC, at its top. */
export interface CredentialClaim extends Words {
  readonly name: string
  /** The same in the mobile document: none where it has no such element, several where it parts it. */
  readonly elements: readonly string[]
  readonly kind: ClaimKind
  /** Shown only where its holder agrees; the others are shown with whatever she shows. */
  readonly isDisclosable: boolean
  /** Sensitive personal data (Law 91/2025/QH15). */
  readonly isSensitive: boolean
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
  /** What ends by itself before a credential would: the first moment at which it is over. */
  readonly endsAt: Date | null
}

/** Whose it is and, where she may have several of the kind, which of her documents. */
export interface Concerned {
  readonly subjectId: string
  readonly personalNumber: string
  readonly documentId: string | null
}

/**
 * How it stands now. Of whom the source says nothing (`mark` null) nothing changes, unless it has `ended`.
 */
export interface Facts {
  readonly standing: 'valid' | 'suspended' | 'ended'
  readonly mark: JsonObject | null
}

interface AskedContent {
  readonly format: CredentialFormat
  readonly at: Date
}

type ToldField =
  | 'personalNumber'
  | 'fullName'
  | 'birthDate'
  | 'sex'
  | 'hometown'
  | 'residence'
  | 'card'
  | 'portrait'
  | 'documents'

export interface CredentialType {
  /** As it is stored and stands in configuration ids: never renamed. */
  readonly id: string
  readonly words: Words
  /** `vct` of the SD-JWT VC. */
  readonly vct: string
  /** ISO/IEC 18013-5: `docType` and its namespace; null where the type has no such form. */
  readonly mdoc: { readonly docType: string; readonly namespace: string } | null
  readonly claims: readonly CredentialClaim[]
  /** A person may have several: each is issued by itself, and named by its own identifier. */
  readonly isOneOfSeveral: boolean
  ruleAt(at: Date): IssuingRule
  /** What an audit line names of it. */
  fieldsIn(format: CredentialFormat): readonly ToldField[]
  /** Null where the source has nothing that may be issued to this person. */
  read(
    read: Reading,
    tools: Tools,
    concerned: Concerned,
    asked: AskedContent,
  ): Promise<CredentialContent | null>
  /** How it stands, without what is dear to read. */
  readFacts(read: Reading, tools: Tools, concerned: Concerned, at: Date): Promise<Facts>
  /**
   * Holds the source until the transaction ends, where it may change at any moment: what changes it comes
   * before, and is seen, or after, and finds what was issued.
   */
  hold(work: Work, concerned: Concerned): Promise<void>
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

/** One document in one form (OpenID4VCI 1.0 §3.3.4). */
export const identifierOf = (configurationId: string, documentId: string | null): string =>
  documentId === null ? configurationId : `${configurationId}.${documentId}`

const IDENTIFIER = /^([a-z0-9-]{3,60})(?:\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))?$/

/** Null for what names nothing of ours. */
export const readIdentifier = (
  identifier: string,
): { readonly configurationId: string; readonly documentId: string | null } | null => {
  const [, configurationId, documentId] = IDENTIFIER.exec(identifier) ?? []
  return configurationId === undefined ? null : { configurationId, documentId: documentId ?? null }
}
