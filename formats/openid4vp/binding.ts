/** What every presentation is bound to (OpenID4VP 1.0 §14.1.2, appendices A.4, B.2.6, B.3.6). */
import { browserTranscript, redirectTranscript } from '../mdoc/session-transcript.ts'
import { thumbprintOf, type EncryptionKey } from './encryption-key.ts'

export interface Bound {
  readonly clientId: string
  readonly nonce: string
  readonly target:
    | { readonly kind: 'link'; readonly responseUri: string }
    | { readonly kind: 'browser'; readonly origin: string }
  /** Null where the answer is not encrypted. */
  readonly encryption: { readonly key: EncryptionKey } | null
}

/** `aud` of an SD-JWT's key binding: by the browser's word even where the request was signed (A.4). */
export const audienceOf = ({ clientId, target }: Omit<Bound, 'encryption'>): string =>
  target.kind === 'link' ? clientId : `origin:${target.origin}`

/** SessionTranscript of a mobile document. */
export const transcriptOf = async ({ clientId, nonce, target, encryption }: Bound): Promise<Uint8Array> => {
  const jwkThumbprint = encryption && (await thumbprintOf(encryption.key))
  return target.kind === 'link'
    ? redirectTranscript({ clientId, nonce, jwkThumbprint, responseUri: target.responseUri })
    : browserTranscript({ origin: target.origin, nonce, jwkThumbprint })
}
