/**
 * Which documents a party can ask for, by which names: the one place where a registration's kinds and claims
 * (`contract/party.ts`) meet those of the formats.
 */
import type { Reading } from '../../../kernel/work.ts'
import type { AskableClaims } from '../../registry/parties/known-parties.ts'
import { credentialTypes } from '../credentials/types.ts'

interface Words {
  readonly vi: string
  readonly en: string
}
interface AskableClaim {
  readonly name: string
  readonly words: Words
  /** Of the mobile document. */
  readonly elements: readonly string[]
  /** Shown with whatever is shown of the document: nobody needs a registration for it. */
  readonly isAlwaysShown: boolean
}
export interface AskableDocument {
  readonly id: string
  readonly words: Words
  readonly vct: string
  readonly mdoc: { readonly docType: string; readonly namespace: string } | null
  readonly claims: readonly AskableClaim[]
}

export const askableDocuments = async (read: Reading, at: Date): Promise<readonly AskableDocument[]> =>
  (await credentialTypes(read, at)).map(({ id, words, vct, mdoc, claims }) => ({
    id,
    words,
    vct,
    mdoc,
    claims: claims.map(({ name, vi, en, elements, isDisclosable }) => ({
      name,
      words: { vi, en },
      elements: mdoc ? elements : [],
      isAlwaysShown: !isDisclosable,
    })),
  }))

/** What a party's file may name. */
export const askableClaims = async (read: Reading, at: Date): Promise<AskableClaims> =>
  new Map(
    (await askableDocuments(read, at)).map(({ id, claims }) => [
      id,
      new Set(claims.filter(({ isAlwaysShown }) => !isAlwaysShown).map(({ name }) => name)),
    ]),
  )
