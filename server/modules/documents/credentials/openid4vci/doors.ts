/** The use cases behind the doors of OpenID4VCI, by door. */
import type { AnyUseCase } from '../../../../kernel/use-case.ts'
import { giveCredentialToken } from './give-token.ts'
import { issueCredentials } from './issue-credentials.ts'
import { drawNonce } from './nonce.ts'
import { noteCredentials } from './note-credentials.ts'
import type { Door } from './oauth-error.ts'

export const issuerUseCases: Readonly<Record<Door, AnyUseCase>> = {
  token: giveCredentialToken,
  nonce: drawNonce,
  credential: issueCredentials,
  notification: noteCredentials,
}
