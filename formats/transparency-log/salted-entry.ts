/**
 * An entry that says nothing by itself: SHA-256 over a random salt and the value as canonical JSON (RFC
 * 8785). Whoever has salt and value can show what a leaf stands for; whoever has the leaf alone cannot
 * guess it.
 */
import { canonicalJson } from '../canonical-json.ts'
import { sha256, type Hash } from './merkle-proof.ts'

/** Throws TypeError where canonical JSON has no such value. */
export const saltedEntry = (salt: Uint8Array, value: unknown): Promise<Hash> =>
  sha256(salt, new TextEncoder().encode(canonicalJson(value)))
