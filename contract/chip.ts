/**
 * What the console's page and the counter's agent (`sen reader`) say to each other over loopback. The agent
 * is no part of the server: it runs on the
 * officer's machine, answers the console's own origin only, reads a card and keeps nothing.
 *
 *   GET  http://127.0.0.1:PORT/reader        → ReaderState
 *   POST http://127.0.0.1:PORT/reader/read   {mrz | can, challenge?, seal?} → {chip, access, answer, seal}
 *
 * Whatever fails comes as `{code, detail}` with status 400, 404 (no card), 409 (card taken away), 422 or 503
 * (no reader, no PC/SC).
 * `chip` is a chip file and goes to the server as it is, which judges it; `challenge` is what the server
 * drew, `answer` what the chip signed.
 */
import { z } from 'zod'
import { captureSeal } from './devices.ts'

/** The port that the console's page expects, when the officer did not choose another. */
export const READER_PORT = 9473

export interface ReaderState {
  /** As PC/SC calls it; null when there is none. */
  readonly name: string | null
  readonly hasCard: boolean
  readonly fault: 'no-reader' | 'no-native' | null
}

export const readerRequest = z.strictObject({
  /**
   * The three lines of the card's back (90 characters), or the 24 of number, birth and expiry with their
   * check digits.
   */
  mrz: z.string().max(100).optional(),
  /** The six digits of the card's face. */
  can: z.string().max(6).optional(),
  /** Eight bytes, base64. */
  challenge: z.base64().max(12).optional(),
  /** For which case a registered reader signs what it reads, with the server's nonce. */
  seal: z.strictObject({ caseId: z.uuid(), nonce: z.string().max(60) }).optional(),
})

export const readerAnswer = z.strictObject({
  chip: z.record(z.string().max(8), z.string()),
  access: z.enum(['pace', 'bac']),
  /** Base64; null when the chip was not asked, or has no key to answer with. */
  answer: z.string().nullable(),
  /** Null where the reader is not registered, was not asked, or the chip gave no answer. */
  seal: captureSeal.nullable(),
})
