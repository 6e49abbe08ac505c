/**
 * Keyed digests: identifiers are found by them, drawn secrets are kept as them. HMAC-SHA-256; the purpose is
 * bound in.
 */
import { createHmac, createSecretKey } from 'node:crypto'
import type { Digests } from '../kernel/tools.ts'

export const openDigests = (digestKey: Uint8Array, passcodeKey: Uint8Array): Digests => {
  // As key objects: a raw key would be prepared anew for every digest.
  const [digest, passcode] = [createSecretKey(digestKey), createSecretKey(passcodeKey)]
  return {
    identifier: (kind, value) => createHmac('sha256', digest).update(`${kind}\0${value}`).digest(),
    // Passcodes are short: their key is another one, so that it can be moved into a hardware module by
    // itself.
    secret: (purpose, value) =>
      createHmac('sha256', purpose === 'passcode' ? passcode : digest)
        .update(`secret ${purpose}\0${value}`)
        .digest(),
  }
}
