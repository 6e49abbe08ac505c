/** What a ticket for an anonymous report signs: good for nothing else, and by one key only. */
import { joined } from '../bytes.ts'

export const NONCE_bytes = 32

export const ticketMessage = (key: string, nonce: Uint8Array): Uint8Array<ArrayBuffer> =>
  joined([new TextEncoder().encode(`sen crime-report ticket 1\n${key}\n`), nonce])
