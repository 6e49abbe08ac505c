/** Password hashing: Argon2id with OWASP's least parameters (m = 19 MiB, t = 2, p = 1), as PHC strings. */
import { hash, verify } from '@node-rs/argon2'
import { newSecret } from '../kernel/id.ts'
import type { Passwords } from '../kernel/tools.ts'

/** 2 is Argon2id (the package's enum cannot be imported under isolated modules). */
const ARGON2 = { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 }

export const openPasswords = (): Passwords => {
  // For people that do not exist: a hash that no password fits, so that the same work is done.
  const nobody = hash(newSecret(24).toString('base64url'), ARGON2)
  return {
    hash: (password) => hash(password.normalize('NFC'), ARGON2),
    async verify(phc, password) {
      const isRight = await verify(phc ?? (await nobody), password.normalize('NFC'))
      return isRight && phc !== null
    },
  }
}
