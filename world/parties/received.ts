/** What a party has received and believes. */
import type { Json } from '../../formats/jws/strict-json.ts'
import type { Words } from './party-list.ts'

export interface ReceivedClaim {
  readonly name: string
  readonly value: Json
}
export interface Received {
  readonly at: Date
  readonly issuer: Words
  readonly document: Words
  readonly expiresAt: Date | null
  /** What she chose to show, in the order in which it was asked. */
  claims: readonly ReceivedClaim[]
  /** What every document shows with it, whoever shows it. */
  readonly always: readonly ReceivedClaim[]
}
