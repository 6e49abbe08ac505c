/**
 * A letter: one message to one person by one channel. It is queued by a deed in the deed's own transaction,
 * handed to an operator at
 * least once, and ends delivered or failed. What a letter says stands in `contract/phrases/letters.ts`.
 */
import { definePolicy } from '../../../kernel/policy.ts'

export type Channel = 'sms' | 'email' | 'inbox'
/** What leaves the house. */
export type OutwardChannel = Exclude<Channel, 'inbox'>
export type LetterState = 'queued' | 'sent' | 'delivered' | 'failed'

/**
 * Where a letter stands, for the page that waits for a code. `sent` by e-mail means that the mail server took
 * it over.
 */
export interface Delivery {
  readonly state: LetterState
  readonly channel: Channel
  readonly sentAt: Date | null
  readonly deliveredAt: Date | null
  /** Why it failed, as a short code without personal data. */
  readonly failure: string | null
}

/** What became of one try to hand a letter over. */
export type Sending =
  | { readonly kind: 'sent'; readonly providerMessageId: string | null }
  /** The line is down or asks us to wait; the letter is not to blame and loses no try. */
  | { readonly kind: 'held'; readonly reason: string }
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }

export interface Receipt {
  readonly providerMessageId: string
  readonly outcome: 'delivered' | 'failed'
}

/** One way out of the house. */
export interface Line {
  /** Letters it takes at the same time; few enough that all of them are answered before a claim lapses. */
  readonly atOnce: number
  /** Whether a letter given now has a chance; when not, letters stay queued. */
  isUp(): boolean
  send(message: OutwardMessage): Promise<Sending>
  stop(): Promise<void>
}

export interface OutwardMessage {
  /** The letter's own id: the same at every try, so that a second one can be told from a second letter. */
  readonly reference: string
  readonly to: string
  readonly title: string
  readonly text: string
  readonly language: 'vi' | 'en'
  readonly expiresAt: Date
}

/** How patient the delivery is. */
export interface Patience {
  readonly attempts: number
  readonly first_s: number
  readonly longest_s: number
  /**
   * How long a worker may hold a letter before another one takes it for abandoned; longer than any line's
   * answer.
   */
  readonly claim_s: number
}
export const usualPatience: Patience = { attempts: 12, first_s: 5, longest_s: 900, claim_s: 300 }

/** Doubles with each try: 5 s, 10 s, 20 s … 15 min. */
export const backOff_s = (attempts: number, patience: Patience): number =>
  Math.min(patience.longest_s, patience.first_s * 2 ** Math.max(0, attempts - 1))

export const letterLifetime = definePolicy('letter.lifetime', [
  {
    from: '2020-01-01',
    value: { hours: 48 },
    source:
      'Product rule: older than two days a notice misleads more than it tells; codes end with their own expiry.',
  },
])
export const letterRetention = definePolicy('letter.retention', [
  {
    from: '2020-01-01',
    value: { days: 90 },
    source:
      'Product rule: long enough to answer a complaint about a missing message; the inbox is kept with the account.',
  },
])
