/**
 * The kinds of documents that are issued to phones: the identity card, and each kind of another register
 * that is in force, so that one which is added by a file is issued from then on.
 */
import { isIssued } from '../../../../contract/document-type.ts'
import type { Reading } from '../../../kernel/work.ts'
import { typesInForce } from '../integration/document-types.ts'
import { configurationsOf, type CredentialConfiguration, type CredentialType } from './credential-type.ts'
import { identityCardType } from './identity-card/identity-card-type.ts'
import { documentCredentialType } from './other-documents/document-credential-type.ts'

export const credentialTypes = async (read: Reading, at: Date): Promise<readonly CredentialType[]> => [
  identityCardType,
  ...(await typesInForce(read, at)).filter(isIssued).map(documentCredentialType),
]

/** By the id of the document type, or `identity-card`. */
export const credentialTypeOf = async (read: Reading, id: string, at: Date): Promise<CredentialType | null> =>
  id === identityCardType.id
    ? identityCardType
    : ((await credentialTypes(read, at)).find((one) => one.id === id) ?? null)

/** By its id as `configurationsOf` makes it. */
export const configurationNamed = async (
  read: Reading,
  id: string,
  at: Date,
): Promise<CredentialConfiguration | null> => {
  const type = await credentialTypeOf(read, id.replace(/-(?:sd-jwt|mdoc)$/, ''), at)
  return configurationsOf(type ? [type] : []).find((one) => one.id === id) ?? null
}
