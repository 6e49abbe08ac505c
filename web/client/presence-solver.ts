// The work of presence (ALTCHA, version 2), by the browser's own PBKDF2: fetched when it is first needed, and
// run in a worker, or beside the page where there is none. Between tries the page has its turn.
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { z } from 'zod'
import type { presenceChallenge } from '../../contract/presence.ts'

export type PresenceChallenge = z.infer<typeof presenceChallenge>
export type Solution = { readonly counter: number; readonly derivedKey: string }

/** Longer than any phone needs at the highest price. */
const PATIENCE_MS = 180_000

/** Null when it took too long. */
export const solvePresence = async (challenge: PresenceChallenge): Promise<Solution | null> => {
  const found = await solveChallenge({ challenge, deriveKey, timeout: PATIENCE_MS })
  return found && { counter: found.counter, derivedKey: found.derivedKey }
}
