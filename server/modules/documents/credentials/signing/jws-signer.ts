/** The signer of documents as the formats of signed texts want one. */
import type { JwsSigner } from '../../../../../formats/jws/algorithms.ts'
import type { DocumentKey } from '../../../../kernel/tools.ts'

export const jwsSignerOf = ({ keyId, sign }: DocumentKey): JwsSigner => ({
  algorithm: 'ES256',
  header: { kid: keyId },
  sign,
})
