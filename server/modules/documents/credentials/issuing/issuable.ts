/**
 * What can be issued to a person now: the identity card, and each document that its register calls valid.
 * What one says is not read for this.
 */
import type { Reading } from '../../../../kernel/work.ts'
import { validDocuments } from '../../integration/kept-document.ts'
import { configurationsOf, identifierOf, type CredentialConfiguration } from '../credential-type.ts'
import { credentialTypes } from '../types.ts'

export interface Issuable {
  readonly identifier: string
  readonly configuration: CredentialConfiguration
  readonly documentId: string | null
}

/** In every form of each, the identity card first. */
export const issuableTo = async (
  read: Reading,
  { subjectId, level }: { readonly subjectId: string; readonly level: number },
  at: Date,
): Promise<readonly Issuable[]> => {
  const types = (await credentialTypes(read, at)).filter((type) => level >= type.ruleAt(at).leastLevel)
  const documents = types.some(({ isOneOfSeveral }) => isOneOfSeveral)
    ? await validDocuments(read, subjectId)
    : []
  return configurationsOf(types).flatMap((configuration): Issuable[] => {
    const { id, type } = configuration
    const ids = type.isOneOfSeveral
      ? documents.filter((one) => one.type === type.id).map((one) => one.id)
      : [null]
    return ids.map((documentId) => {
      return { identifier: identifierOf(id, documentId), configuration, documentId }
    })
  })
}
