/**
 * Pairwise subjects (OpenID Connect Core §8.1): the same person is another `sub` at every party; each client
 * is a sector of its own.
 */
import { createHmac } from 'node:crypto'

export const pairwise = (salt: Buffer, clientId: string, subjectId: string): string =>
  createHmac('sha256', salt).update(`${clientId}\0${subjectId}`).digest('base64url')
