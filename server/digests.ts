/** Keyed digests: identifiers are found by them, drawn secrets are kept as them. HMAC-SHA-256; the purpose is bound in. */
import { createHmac } from 'node:crypto'
import type { Digests } from './kernel/tools.ts'

export const openDigests = (digestKey: Uint8Array, passcodeKey: Uint8Array): Digests => ({
  identifier: (kind, value) => createHmac('sha256', digestKey).update(`${kind}\0${value}`).digest(),
  // Passcodes are short: their key is another one, so that it can be moved into a hardware module by itself.
  secret: (purpose, value) => createHmac('sha256', purpose === 'passcode' ? passcodeKey : digestKey).update(`secret ${purpose}\0${value}`).digest(),
})
