/** The document types that are issued to phones. A new one is one entry. */
import { configurationsOf, type CredentialConfiguration, type CredentialType } from './credential-type.ts'
import { identityCardType } from './identity-card/identity-card-type.ts'

export const credentialTypes: readonly CredentialType[] = [identityCardType]
export const configurations: readonly CredentialConfiguration[] = configurationsOf(credentialTypes)

export const typeOf = (id: string): CredentialType | undefined => credentialTypes.find((one) => one.id === id)
export const configurationOf = (id: string): CredentialConfiguration | undefined =>
  configurations.find((one) => one.id === id)
